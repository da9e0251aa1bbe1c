"""Medal tables of sportspeople (Template:MedalTemplates/doc): headings, and the medals under them."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Template
from wikibio.syntax.page import walk
from wikibio.values.item import link_of
from wikibio.values.kept import text_of
from wikibio.values.model import Item, Model
from wikibio.values.show import given

MEDAL_ROLE = "medal"
HEADING_ROLE = "medal_heading"
_HEADINGS = ("competition", "country", "sport")


class Medal(Model):
    """A medal: which one (gold, silver, bronze, fourth), at which games (`text`), in which `event`.

    `competition`, `country` and `sport` are the headings that it stands under.
    """

    medal: str
    text: str
    link: str | None = None
    event: Item | None = None
    competition: Item | None = None
    country: Item | None = None
    sport: Item | None = None
    span: Span
    references: tuple[str, ...] = ()


def read_medals(context: Context, boxes: list[Box]) -> list[dict[str, object]]:
    """The medals of a person's infoboxes, in order.

    ``{{MedalCompetition|[[Olympic Games]]}}{{MedalGold|[[2008 Summer Olympics|2008 Beijing]]|100 m}}`` gives a gold
    medal at "2008 Beijing" in "100 m" under "Olympic Games".
    """
    medals: list[dict[str, object]] = []
    for box in boxes:
        for field in box.fields:
            if field.role == "medals":
                medals += _read_table(context, field.fragment)
    return medals


def _read_table(context: Context, fragment: Fragment) -> list[dict[str, object]]:
    medals: list[dict[str, object]] = []
    headings: dict[str, dict[str, object] | None] = {}
    for node in walk(fragment.nodes):
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is None or type(node) is not Template or row.role not in (MEDAL_ROLE, HEADING_ROLE):
            continue
        values = _arguments(context, node, row)
        kind = row.kind or (context.lexicon.word("medal", context.line(values["medal"])) if "medal" in values else "")
        if kind in _HEADINGS:
            # A new country or sport leaves the competition before it behind.
            headings.pop("competition", None)
            headings[kind] = _item(context, values.get("text"))
        elif "text" in values:
            medals.append(_medal(context, node, kind or context.line(values["medal"]), values, headings))
    return medals


def _arguments(context: Context, template: Template, row: TemplateRow) -> dict[str, Fragment]:
    arguments = template.arguments()
    found = ((meaning, given(context, arguments, slot)) for meaning, slot in row.slots.items())
    return {meaning: parameter.value for meaning, parameter in found if parameter is not None}


def _medal(
    context: Context,
    template: Template,
    medal: str,
    values: dict[str, Fragment],
    headings: dict[str, dict[str, object] | None],
) -> dict[str, object]:
    return {
        "medal": medal,
        "text": text_of(context, values["text"]),
        "link": link_of(context, values["text"]),
        "event": _item(context, values.get("event")),
        **{name: headings.get(name) for name in _HEADINGS},
        "span": template.span,
        "references": context.footnotes(*template.span),
    }


def _item(context: Context, fragment: Fragment | None) -> dict[str, object] | None:
    text = text_of(context, fragment) if fragment is not None else ""
    if fragment is None or not text:
        return None
    return {
        "text": text,
        "link": link_of(context, fragment),
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }
