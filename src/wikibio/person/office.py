"""An office held for one term, and how its parts become one value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import Field as Setting

from wikibio.context import Context
from wikibio.infobox.box import BoxField
from wikibio.person.office_title import Title
from wikibio.person.term import TERM_PARTS, Term
from wikibio.span import Span
from wikibio.values.date.model import Date
from wikibio.values.joined import read_item_list, read_joined_item
from wikibio.values.kept import text_of
from wikibio.values.model import Item, Model

NEIGHBOURS = frozenset(("predecessor", "successor"))
_TITLE_PARTS = frozenset(
    ("title", "order", "seniority", "state_house", "state_senate", "state_assembly", "state_delegate")
)

_LINE = 100
_MOST = 20_000
"""How many values beside its offices a group repeats; a bound on the work that a hostile page can ask for."""


class Office(Model):
    """An office held for one term; a second term of the same office is a second Office.

    `title` is as the page titles it ("16th President of the United States"), with the `order` ("16th") that it begins
    with. `start` and `end` are None where the page does not say them, so `end` also while the office is held.
    `details` holds what else the page says of this term, by the role of the parameter (``constituency``, ``monarch``,
    ``president``, ``deputy``, ``majority``, …) or by the label that the page gives. `span` runs from the first of the
    term's parameters to the last.
    """

    title: str
    link: str | None = None
    order: str | None = None
    start: Date | None = None
    end: Date | None = None
    predecessor: Item | None = None
    successor: Item | None = None
    details: dict[str, tuple[Item, ...]] = Setting(default={})
    span: Span
    references: tuple[str, ...] = ()


class _Beside(NamedTuple):
    """What stands with an office besides title and term; all the terms of one group share it."""

    details: dict[str, list[dict[str, object]]]
    predecessor: dict[str, object] | None
    successor: dict[str, object] | None

    @property
    def size(self) -> int:
        texts = sum(len(str(item["text"])) for item in (self.predecessor, self.successor) if item is not None)
        return 1 + sum(len(items) for items in self.details.values()) + texts // _LINE


_NOTHING = _Beside({}, None, None)


def office_values(
    context: Context, held: list[tuple[Title, Term]], fields: Mapping[str, BoxField], span: Span
) -> list[dict[str, object]]:
    """One Office for each title and term of a group.

    The successor of somebody who still holds the office is an heir, and stands in the details.
    """
    beside = _Beside(
        read_details(context, fields),
        _neighbour(context, fields.get("predecessor")),
        _neighbour(context, fields.get("successor")),
    )
    repeated = max(1, _MOST // beside.size)
    return [
        _office(title, term, beside if index < repeated else _NOTHING, span) for index, (title, term) in enumerate(held)
    ]


def _office(title: Title, term: Term, beside: _Beside, span: Span) -> dict[str, object]:
    details, successor = beside.details, beside.successor
    if successor is not None and term.ongoing:
        details, successor = {**details, "heir": [successor]}, None
    return {
        "title": title.text,
        "link": title.link,
        "order": title.order,
        "start": term.start,
        "end": term.end,
        "predecessor": beside.predecessor,
        "successor": successor,
        "details": details,
        "span": span,
        "references": title.references,
    }


def _neighbour(context: Context, field: BoxField | None) -> dict[str, object] | None:
    return None if field is None else read_joined_item(context, field.fragment)


def read_details(context: Context, fields: Mapping[str, BoxField]) -> dict[str, list[dict[str, object]]]:
    """What stands with an office besides title, term and neighbours, by role; free lines by their labels.

    ``|1blankname=Secretary|1namedata=[[Kim Yong-ju]]`` gives the item under "Secretary".
    """
    details: dict[str, list[dict[str, object]]] = {}
    for name, field in fields.items():
        if name in TERM_PARTS or name in NEIGHBOURS or name in _TITLE_PARTS or name.endswith(".label"):
            continue
        label = fields.get(name.removesuffix("value") + "label") if name.endswith(".value") else None
        items = read_item_list(context, field.fragment)
        if items:
            details.setdefault(text_of(context, label.fragment) if label else name, []).extend(items)
    return details
