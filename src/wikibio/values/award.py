"""Awards: the name, how often and when."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.grammar import read_date
from wikibio.values.date.model import Date
from wikibio.values.date.reader import date_words, read_dates
from wikibio.values.item import read_item
from wikibio.values.model import Item

_COUNT = re.compile(r" ?(?:\(\s*[x×]?\s*(\d{1,2})\s*[x×]?\s*\)|[x×]\s*(\d{1,2}))$")
_BRACKET = re.compile(r" ?\(([^()]*)\)$")


class Award(Item):
    """An award: `text` as the page shows it, `name` without count and date, which stand behind it in brackets."""

    name: str
    count: int | None = None
    date: Date | None = None


def read_award(context: Context, fragment: Fragment) -> dict[str, object]:
    """``[[Order of Fath]] (3)`` gives the name "Order of Fath" and count 3, ``Fields Medal (1982)`` the date 1982."""
    item = read_item(context, fragment)
    name, count, date = str(item["text"]), None, None
    match = _COUNT.search(name)
    if match is not None:
        count, name = int(match[1] or match[2]), name[: match.start()]
    else:
        match = _BRACKET.search(name)
        is_date = match is not None and read_date(match[1], date_words(context.lexicon)) is not None
        dates = read_dates(context, fragment) if is_date else []
        if match is not None and dates:  # Fewer than four digits are a year only where nothing else is said.
            name = name[: match.start()]
            date = {**dates[-1], "references": ()}
    return {**item, "name": name, "count": count, "date": date}
