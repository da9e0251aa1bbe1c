"""Dates in citations: the forms of Help:Citation Style 1, Dates, which date words of the page's language make."""

from __future__ import annotations

import re
import unicodedata
from typing import TypedDict

from wikibio.citations.text import Text, span_of
from wikibio.citations.vocabulary import CitationWords
from wikibio.context import Context
from wikibio.values.date import read_date

_SUFFIX = re.compile(r"(?<=\b[0-9]{4})[a-z](?![A-Za-z0-9])")
_ISO = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_GREGORIAN = "1582"
"""Days of earlier years are of another calendar, and nobody says of which: only the year is certain, and only that is
in the metadata that the templates give (Help:Citation Style 1, COinS metadata)."""
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_ORDINAL_DAY = re.compile(r"(?<=[0-9])\.(?= [^\W\d])")
"""The full stop of a day's number before a month's name, as German and its neighbours write it."""
_YEAR = re.compile(r"(?<![0-9])([0-9]{3,4}[a-z]?)(?![A-Za-z0-9])")

_MOST_DATES = 8192


class DateFields(TypedDict):
    edtf: str | None
    text: str
    span: tuple[int, int]
    references: tuple[str, ...]


def read_date_field(context: Context, value: Text, words: CitationWords) -> DateFields | None:
    """``|date=30 September 2013`` -> 2013-09-30; ``2013a`` -> 2013; one that cannot be is reported.

    None where the text says that there is no date (``n.d.``).
    """
    text, _, written, end, _ = value
    edtf = words.known_dates.get(text) or citation_date(text, words)
    span = (end - len(written), end) if text == written else span_of(value)
    if edtf is None:
        if text.lower() in words.no_date:
            return None
        context.report("citation-invalid-date", f"{text!r} is no date", *span)
    return {"edtf": edtf, "text": text, "span": span, "references": ()}


def citation_date(text: str, words: CitationWords) -> str | None:
    """The EDTF of a date's text, None where it is no date; kept ready, for a page has the same dates many times."""
    known = words.known_dates
    if text not in known:
        if len(known) > _MOST_DATES:
            known.clear()
        known[text] = _read_date(text, words)
    return known[text]


def _read_date(text: str, words: CitationWords) -> str | None:
    if _ISO.fullmatch(text) and text >= _GREGORIAN:
        return text
    text = _ORDINAL_DAY.sub("", words.in_date_units(_in_ascii_digits(text)))
    numbers = _YEAR_FIRST.fullmatch(text)
    if numbers:
        text = "-".join(part.zfill(2) for part in numbers.groups())
    edtf = read_date(text, words.dates) or read_date(_SUFFIX.sub("", text), words.dates)
    if edtf is not None and _DAY.fullmatch(edtf) and edtf < _GREGORIAN:
        edtf = edtf[:4]
    return edtf


def _in_ascii_digits(text: str) -> str:
    """``২০২০`` -> "2020"."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(character, character)) for character in text)


def year_of(text: str, words: CitationWords) -> str | None:
    """The year that short footnotes call a source by: ``June 2013a`` -> "2013a"; "n.d." stands for one, too."""
    match = _YEAR.search(text)
    if match is not None:
        return match[1]
    return text if text.lower() in words.no_date else None
