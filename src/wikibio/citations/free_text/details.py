"""What numbers and cue words say, wherever they stand: pages, volume, issue, access date, identifiers."""

from __future__ import annotations

import re

from wikibio.citations.free_text.dates import FoundDate, find_dates, merged, whole_date
from wikibio.citations.free_text.imprint import is_place
from wikibio.citations.free_text.marked_text import MARKS, TAKEN
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.words import PAGE, YEAR

_RANGE = rf"{PAGE}\s?[–—−-]\s?{PAGE}"
_GAP = rf"[\s,{TAKEN}]*"
_MONTH_YEAR = rf"\((?:[^\W\d_]+\.?\s)?{YEAR}\)"
JOURNAL_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_GAP}(?P<volume>\d{{1,4}})\s?\((?!{YEAR})(?P<issue>\d{{1,4}}(?:[–-]\d{{1,4}})?)\)(?:[:,]\s?(?P<pages>{_RANGE}|\d{{1,5}}(?!\w)))?",
        rf"{_GAP}(?P<volume>\d{{1,4}})\s{_MONTH_YEAR}(?::\s?(?P<pages>{_RANGE}|\d{{1,5}}(?!\w)))?",
        rf"{_GAP}\({YEAR}\)\s(?P<volume>\d{{1,4}}):\s?(?P<pages>{_RANGE})",
        rf"{_GAP}(?P<volume>\d{{1,3}}),\s(?={YEAR},)",
        rf"{_GAP}(?P<volume>\d{{1,4}}):\s?(?P<pages>{_RANGE})",
        rf"{_GAP}{_MONTH_YEAR}:\s?(?P<pages>{_RANGE})",
    )
)
"""``46(4–5): 493–541``, ``3 (1942)``, ``(2005) 21: 145–166``, ``36, 1927,``, ``281: 12–14``, ``(May 1990): 26–32``."""
_SMALL_RANGE = r"\d{1,3}(?:[–-]\d{1,3})?"
_BARE_NUMBER = re.compile(rf",\s*(?P<value>{_SMALL_RANGE}(?:,\s{_SMALL_RANGE})*)[\s.{TAKEN}]*$")
_IN_BRACKETS = re.compile(rf"[\s{TAKEN}]*\((?P<place>[^()\d]+)\)")
_NUMBER_BEFORE = re.compile(r"(?<!\w)(?P<value>\d{1,4})\s+$")
_NUMBER_AFTER = re.compile(rf"{_GAP}(?P<value>\d{{1,5}})(?=[\s,.(]|$)")
_LAST_NUMBER = re.compile(rf"\),\s*(?P<value>{PAGE}(?:\s?[–-]\s?{PAGE})?)[\s.{TAKEN}]*$")
_AFTER_DATE = re.compile(rf"\s*(?:$|[,.;:)\]{MARKS}])")


def read_identifiers(reading: Reading, start: int, end: int) -> None:
    """``ISBN 0-393-04103-4``, ``doi:10.1000/182``: the name of an identifier and what has its shape."""
    for kind, pattern in reading.words.identifiers:
        match = pattern.search(reading.text, start, end)
        if match is not None:
            reading.say_identifier(kind, match["value"], reading.marked.span(*match.span("value")))
            reading.blank(*match.span())


def read_place_of_paper(reading: Reading, start: int, end: int) -> None:
    """The town of a newspaper, in brackets right behind its name: ``The Telegraph (Calcutta)``."""
    match = _IN_BRACKETS.match(reading.text, start, end)
    if match is not None and is_place(match["place"], reading.words):
        reading.say_text("place", *match.span("place"))
        reading.blank(*match.span())


def read_cued(reading: Reading, start: int, end: int) -> None:
    """Take what a cue word marks in ``text[start:end]``: access and archive dates, pages, volume, issue."""
    read_identifiers(reading, start, end)
    for field, pattern in (("access_date", reading.words.access), ("archive_date", reading.words.archived)):
        match = pattern.search(reading.text, start, end)
        if match is not None:
            edtf = whole_date(match["date"], reading.words)
            if edtf is not None:
                reading.say_date(field, edtf, *match.span("date"))
            reading.blank(*match.span())
    words = reading.words
    for field, pattern in (("pages", words.pages), ("volume", words.volume), ("issue", words.issue)):
        match = reading.only(pattern, start, end)
        if match is not None:
            reading.say_text(field, *match.span("value"))
        for found in list(pattern.finditer(reading.text, start, end)):
            reading.blank(*found.span())


def read_journal_numbers(reading: Reading, name: int, start: int, end: int) -> None:
    """Volume, issue and pages as journals have them, right behind the journal's name, which begins at `name`.

    In law the volume comes before the name and the page after it: ``44 Journal of Legal Education 467 (1994)``.
    """
    before = _NUMBER_BEFORE.search(reading.text, reading.start, name)
    after = _NUMBER_AFTER.match(reading.text, start, end)
    if before is not None and after is not None:
        reading.say_text("volume", *before.span("value"))
        reading.say_text("pages", *after.span("value"))
        reading.blank(*before.span())
        reading.blank(*after.span())
        return
    for form in JOURNAL_FORMS:
        match = form.match(reading.text, start, end)
        if match is None:
            continue
        for field, value in match.groupdict().items():
            if value is not None:
                reading.say_text(field, *match.span(field))
                reading.blank(*match.span(field))
        return


def read_last_number(reading: Reading, start: int, end: int) -> None:
    """A page number without "p.", last of all behind a bracket: ``(Brill, 2005), 172.``"""
    match = _LAST_NUMBER.search(reading.text, start, end)
    if match is not None and "pages" not in reading.fields:
        reading.say_text("pages", *match.span("value"))
        reading.blank(*match.span("value"))


def read_bare_number(reading: Reading, start: int, end: int) -> None:
    """The pages of a short footnote without "p.": ``Brown (1960), 443.``; a number that may be a year is none."""
    match = _BARE_NUMBER.search(reading.text, start, end)
    if match is not None:
        reading.say_text("pages", *match.span("value"))
        reading.blank(*match.span())


def separate_dates(reading: Reading, start: int, end: int) -> list[FoundDate]:
    """The dates in ``text[start:end]`` that stand for themselves, between punctuation marks."""
    text = reading.text
    return [
        found
        for found in find_dates(text, reading.words, start, end)
        if reading.words.before_date.search(text[start : found.start]) and _AFTER_DATE.match(text, found.end, end)
    ]


def read_date(reading: Reading, dates: list[FoundDate]) -> None:
    """Set `date` to the one date that the reference has besides the access date; several different ones say nothing."""
    found = merged(dates)
    if found is not None:
        reading.say_date("date", found.edtf, found.start, found.end)
