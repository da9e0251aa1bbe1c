"""Parties that somebody belonged to, with their years."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.person.facts import Facts
from wikibio.person.office_title import dated_title
from wikibio.person.term import NO_TERM, interval_term
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.model import Date
from wikibio.values.item import read_item
from wikibio.values.listing import read_items
from wikibio.values.model import Item


class Party(Item):
    """A party as `text` shows it; `name` is without the years, which are `start` and `end` where it was one stay."""

    name: str
    start: Date | None = None
    end: Date | None = None


def read_parties(facts: Facts) -> list[dict[str, object]]:
    """``[[Labour Party (UK)|Labour]] (1990–2003)`` gives the name "Labour" from 1990 to 2003."""
    return [
        _read(facts.context, item)
        for field in facts.in_order("party")
        for item in read_items(facts.context, field.fragment, commas=True)
    ]


def _read(context: Context, fragment: Fragment) -> dict[str, object]:
    item = read_item(context, fragment)
    name, intervals = str(item["text"]), []
    dated = dated_title(context, fragment)
    if dated is not None:
        name, intervals = dated[0].text, dated[1]
    term = interval_term(intervals[0]) if len(intervals) == 1 else NO_TERM
    return {**item, "name": name, "start": term.start, "end": term.end}
