"""Dates written in words to EDTF: single dates, alternatives, ranges, dates among other text.

The forms are those of Wikipedia:Manual of Style/Dates and numbers and what infoboxes hold besides; what they become
follows EDTF (ISO 8601-2). A reading never adds a digit or a precision that the words do not give.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.values.date.calendar import is_day
from wikibio.values.date.point import FoundDate
from wikibio.values.date.ranges import STARTS, DateReader
from wikibio.values.date.tokens import DateWords, Token, tokenize

_PLAIN = re.compile(
    r"([0-9]{1,2}) ([^\W\d_]+) ([0-9]{4})|([^\W\d_]+) ([0-9]{1,2}), ([0-9]{4})|([0-9]{4})(?:[–-]([0-9]{4}))?"
)
_KEPT = 200
"""Texts shorter than this are read once: the same dates stand in many citations and infoboxes."""
_IGNORED = frozenset(("comma", "stop", "open", "close", "unknown", "filler"))


def find_dates(text: str, words: DateWords) -> list[FoundDate]:
    """Every date in a text, in order, with its offsets.

    "5 May 1821, Longwood" -> 1821-05-05 at 0–10; "1826–1834; 1846–1861 (USA)" -> 1826/1834, 1846/1861
    """
    return list(_found(text, words) if len(text) < _KEPT else _scan(text, words))


def read_date(text: str, words: DateWords) -> str | None:
    """The date that a whole text is, as EDTF; asides in brackets and an age beside it do no harm.

    "3 January 2020 (aged 62)" -> 2020-01-03; "1979–present" -> 1979/..; "Longwood, 1821" -> None;
    "fl. 1201–1215" -> None, for it says when somebody worked, not when he was born or died; so for a baptism
    """
    return _read(text, words) if len(text) < _KEPT else _whole(text, _scan(text, words), words)


@lru_cache(maxsize=8192)
def _read(text: str, words: DateWords) -> str | None:
    plain = _plain(text, words)
    return plain.edtf if plain is not None else _whole(text, _found(text, words), words)


def _whole(text: str, found: tuple[FoundDate, ...], words: DateWords) -> str | None:
    """The first of the dates found, if nothing else stands in the text."""
    dated = [date for date in found if date.cue != "unknown"]
    if not dated or dated[0].cue in ("floruit", "baptism") or dated[0].edtf is None:
        return None
    first = dated[0]
    around = tokenize(text[: first.start], words), tokenize(text[first.after :], words)
    if any(token.kind not in _IGNORED for token in around[0]) or not _only_asides(around[1]):
        return None
    return first.edtf


def _only_asides(tokens: list[Token]) -> bool:
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if not depth and token.kind not in _IGNORED:
            return False
    return True


@lru_cache(maxsize=8192)
def _found(text: str, words: DateWords) -> tuple[FoundDate, ...]:
    plain = _plain(text, words)
    return _scan(text, words) if plain is None else (plain,)


def _scan(text: str, words: DateWords) -> tuple[FoundDate, ...]:
    reader = DateReader(tokenize(text, words))
    dates: list[FoundDate] = []
    while reader.peek().kind != "end":
        start = reader.at
        found = reader.date() if reader.peek().kind in STARTS else reader.other()
        if found is not None:
            dates.append(found)
        elif reader.at == start:
            reader.at += 1
    return tuple(dates)


def _plain(text: str, words: DateWords) -> FoundDate | None:
    """The commonest forms at once; None for every other, also for a day that does not exist."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    day, month_word, year, us_month_word, us_day, us_year, only, end = match.groups()
    size = len(text)
    if only:
        if only == "0000" or (end and end < only):
            return None
        return FoundDate(f"{only}/{end}", 0, size, size, only, end) if end else FoundDate(only, 0, size, size)
    day, year = day or us_day, year or us_year
    month = words.months.get((month_word or us_month_word).lower())
    if month is None or year == "0000" or not is_day(int(year), int(month), int(day)):
        return None
    return FoundDate(f"{year}-{month}-{day:0>2}", 0, size, size)
