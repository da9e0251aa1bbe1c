"""Dates of publication where they stand in a reference.

Which stretches are dates is decided here, more strictly than in prose: a bare number is a year only from 1000 to 2099
and outside of ranges. What a stretch means is decided by `values.date`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wikibio.citations.free_text.words import FreeTextWords
from wikibio.values.date import read_date


class FoundDate(NamedTuple):
    """An EDTF date and where in the text it stands."""

    edtf: str
    start: int
    end: int


def find_dates(text: str, words: FreeTextWords, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Every date of ``text[start:end]``, in order; what cannot be a date is none.

    "May 6, 1996" -> 1996-05-06; "Apr 1982" -> 1982-04; "c. 1867" -> 1867~; "1864/1969" and "31 June 1990" -> none
    """
    for match in words.date.finditer(text, start, len(text) if end is None else end):
        edtf = whole_date(match["date"], words)
        if edtf is not None:
            yield FoundDate(edtf, *match.span("date"))


def whole_date(text: str, words: FreeTextWords) -> str | None:
    """The EDTF of a text that is a date and nothing else."""
    return read_date(" ".join(text.split()), words.date_words)


def merged(dates: list[FoundDate]) -> FoundDate | None:
    """The one date that all of `dates` are, the most precise of them; None where they differ.

    (2001), 3 May 2001 -> 2001-05-03; (2003), 2009 -> None
    """
    if not dates:
        return None
    best = max(dates, key=lambda found: len(found.edtf))
    return best if all(best.edtf.startswith(found.edtf) for found in dates) else None
