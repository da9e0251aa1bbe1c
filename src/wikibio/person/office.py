"""Offices held: title, term, predecessor, successor, and whoever and whatever the page names with them."""

from __future__ import annotations

from collections.abc import Iterator

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.person.office_title import Title, as_title, compose_title, split_titles
from wikibio.person.series import Group, boxes_within, read_series
from wikibio.span import Span
from wikibio.values.date.model import Date
from wikibio.values.interval import Interval, read_intervals
from wikibio.values.joined import read_item_list, read_joined_item
from wikibio.values.model import Item, Model

TERM_PARTS = ("start", "end", "term")
NEIGHBOURS = ("predecessor", "successor")
_NO_DETAILS = frozenset((*TERM_PARTS, *NEIGHBOURS, "title", "order", "part", "part_term"))


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
    details: dict[str, tuple[Item, ...]] = {}
    span: Span
    references: tuple[str, ...] = ()


def read_offices(context: Context, boxes: list[Box]) -> list[dict[str, object]]:
    """Every office of the person's infoboxes, in the order of their numbers.

    ``|office=[[Mayor]]|term_start=1990|term_end=1994|term_start2=1998`` gives two terms as Mayor.
    """
    from wikibio.person.calling import read_callings
    from wikibio.person.reign import read_reigns
    from wikibio.person.see import read_sees

    offices: list[dict[str, object]] = []
    for box in boxes_within(boxes):
        for read in (read_reigns, read_sees, read_series_of_offices, read_callings):
            offices += read(context, box)
    return offices
