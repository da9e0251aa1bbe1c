"""Marriage templates, and the words for how marriages begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Fragment, Template
from wikibio.values.interval import Interval, read_intervals
from wikibio.values.item import link_of
from wikibio.values.kept import text_of
from wikibio.values.links import first_link
from wikibio.values.show import given
from wikibio.values.shown import shown_nodes

MARRIAGE_ROLE = "marriage"
WORD = re.compile(r"[^\W\d_]+")
EDGES = " ,;:–—-·•"
_MORE_THAN_A_DATE = ("start", "other", "whose")


class Marriage(NamedTuple):
    """A name with what is said of the marriage; an empty name where only its years stand there."""

    fragment: Fragment
    name: str
    link: str | None = None
    start: dict[str, object] | None = None
    end: dict[str, object] | None = None
    ended: str | None = None


def read_template_marriages(context: Context, fragment: Fragment) -> list[Marriage]:
    """``{{marriage|[[Mary Todd]]|1842|1865|end=died}}``: the name, both dates, and how it ended.

    The name may also stand before the template: ``[[Mary Todd]] {{marriage||1842}}``.
    """
    found = list(_templates(context, fragment))
    marriages = []
    for template, row in found:
        own = fragment if len(found) == 1 else Fragment(template.start, template.end, [template])
        marriages.append(_of_template(context, own, template, row))
    return marriages


def _templates(context: Context, fragment: Fragment) -> Iterator[tuple[Template, TemplateRow]]:
    for node in shown_nodes(context, fragment):
        if type(node) is Template:
            row = context.lexicon.template(node.name)
            if row is not None and row.role == MARRIAGE_ROLE:
                yield node, row


def _of_template(context: Context, own: Fragment, template: Template, row: TemplateRow) -> Marriage:
    arguments = template.arguments()
    values = {
        meaning: parameter.value
        for meaning, slot in row.slots.items()
        if (parameter := given(context, arguments, slot)) is not None
    }
    if "name" in values:
        name, link = text_of(context, values["name"]).strip(EDGES), link_of(context, values["name"])
    else:
        before = Fragment(own.start, template.start, [node for node in own.nodes if node.end <= template.start])
        name, link = context.line(before).strip(EDGES), first_link(context, before)
    start, end = (_date(context, values.get(meaning)) for meaning in ("start", "end"))
    if end is None and start is not None and not start.single:
        return Marriage(own, name, link, start.start, start.end, _ending(context, values.get("reason")))
    return Marriage(
        own,
        name,
        link,
        start.start if start is not None else None,
        (end.end or end.start) if end is not None else None,
        _ending(context, values.get("reason")),
    )


def _date(context: Context, fragment: Fragment | None) -> Interval | None:
    return next(iter(read_intervals(context, fragment)), None) if fragment is not None else None


def _ending(context: Context, fragment: Fragment | None) -> str | None:
    """What ``end=`` says: ``div.``, ``died``, ``his death``."""
    return how_ended(context, context.line(fragment)) if fragment is not None else None


def how_ended(context: Context, text: str) -> str | None:
    """The way in which a marriage ended, by the first word that names one."""
    for meaning in marriage_meanings(context, text):
        if meaning not in (*_MORE_THAN_A_DATE, "end"):
            return meaning
    return None


def marriage_meanings(context: Context, text: str) -> list[str]:
    """What the words of a text say of a marriage, in order: the rows of ``[words.marriage]``."""
    found = (context.lexicon.word("marriage", word) for word in WORD.findall(text))
    return [meaning for meaning in found if meaning is not None]
