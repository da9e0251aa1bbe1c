"""Dates of publication where they stand in a reference.

Which stretches are dates is decided here, more strictly than in prose: a bare number is a year only from 1000 to 2099
and outside of ranges. What a stretch means is decided by `values.date`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wikibio.citations.free_text.words import DAY, FREE, FreeTextWords
from wikibio.values.date import read_date

_YEAR = re.compile(r"[12](?:(?<=1)\d|0)\d\d(?:-\d\d-\d\d)?(?=[a-z]?(?![\w/–—-]))")
"""As `YEAR`, but from one of two characters a search goes faster."""
_BEFORE = re.compile(
    rf"{FREE}(?:{DAY}\s+(?P<month1>[^\W\d_]+)\.?,?|(?P<month2>[^\W\d_]+)\.?\s+{DAY},?|(?P<month3>[^\W\d_]+)\.?,?)\s+$"
)
_LAST_WORD = re.compile(r"(?<!\w)([^\W\d_]+)\.?\s*$")
_WIDEST = 32
_NO_YEAR_AFTER = "/–—.$£€-"


class FoundDate(NamedTuple):
    """An EDTF date, its text on one line and where it stands; `edtf` is None for a date that cannot be."""

    edtf: str | None
    text: str
    start: int
    end: int


_new = tuple.__new__


def find_dates(text: str, words: FreeTextWords) -> list[FoundDate]:
    """Every date of `text`, in order.

    "May 6, 1996" -> 1996-05-06; "Apr 1982" -> 1982-04; "c. 1867" -> 1867~; "1864/1969" -> none
    """
    found: list[FoundDate] = []
    for match in _YEAR.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before and (before.isalnum() or before in _NO_YEAR_AFTER):
            continue
        start = match.start()
        if before.isspace() and match.end() - start == len("1990"):
            start = _start(text, start, words)
        line = " ".join(text[start : match.end()].split())
        found.append(_new(FoundDate, (read_date(line, words.date_words), line, start, match.end())))
    return found


def _start(text: str, year: int, words: FreeTextWords) -> int:
    """Where the date begins whose year begins at `year`: at its day, its month or its "circa"."""
    start, first = year, max(0, year - _WIDEST)
    words_before = text[first:year].rsplit(None, 2)
    last = words_before[-1] if words_before else ""
    if not (last[:1].isdecimal() or last.rstrip(".,").lower().endswith(words.month_ends)):
        return _circa_start(text, start, words)
    before = _BEFORE.search(text, first + len(words_before[0]) if len(words_before) == 3 else first, year)
    if before is not None and (before["month1"] or before["month2"] or before["month3"]).lower() in words.months:
        start = before.start()
    return _circa_start(text, start, words)


def _circa_start(text: str, start: int, words: FreeTextWords) -> int:
    """Where the date begins that a "circa" may stand before."""
    first = max(0, start - _WIDEST)
    if not text[first:start].rstrip().removesuffix(".").lower().endswith(words.circa_ends):
        return start
    last = _LAST_WORD.search(text, first, start)
    return last.start() if last is not None and last[1].lower() in words.circa else start


def whole_date(text: str, words: FreeTextWords) -> str | None:
    """The EDTF of a text that is a date and nothing else."""
    return read_date(" ".join(text.split()), words.date_words)


def merged(dates: Sequence[FoundDate]) -> FoundDate | None:
    """The one date that all of `dates` are, the most precise of them; None where they differ.

    (2001), 3 May 2001 -> 2001-05-03; (2003), 2009 -> None
    """
    if len(dates) < 2:
        return dates[0] if dates else None
    best = max(dates, key=lambda found: len(found.edtf or ""))
    edtf = best.edtf or ""
    return best if all(edtf.startswith(found.edtf or "?") for found in dates) else None
