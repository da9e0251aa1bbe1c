"""What numbers and cue words say, wherever they stand: pages, volume, issue, access date, identifiers."""

from __future__ import annotations

import re

from wikibio.citations.free_text.dates import FoundDate, merged
from wikibio.citations.free_text.imprint import is_place
from wikibio.citations.free_text.marked_text import MARKS, TAKEN
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.words import NUMBER, PAGE, YEAR

IDENTIFIERS = {
    "isbn": r"(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx]",
    "issn": r"\d{4}-?\d{3}[\dXx]",
    "doi": r"10\.\d{4,9}/[^\s,;]*[^\s,;.]",
    "oclc": r"\d{5,10}",
    "lccn": r"[a-z]{0,3}\d{2,4}-?\d{6}",
    "pmid": r"\d{5,8}",
    "jstor": r"\d{4,9}",
}
"""The shapes of identifiers in running text: ISO 2108, ISO 3297, ISO 26324, and what the catalogues document."""
IDENTIFIER_SHAPES = {
    kind: re.compile(rf"(?:-1[03])?[:\s]*(?P<value>{shape})(?!\w)") for kind, shape in IDENTIFIERS.items()
}

_RANGE = rf"{PAGE}\s?[–—−-]\s?{PAGE}"
_GAP = rf"[\s,{TAKEN}]*"
_MONTH_YEAR = rf"\((?:[^\W\d_]+\.?\s)?{YEAR}\)"
_PAGES = rf"(?::\s?(?P<pages>{_RANGE}|\d{{1,5}}(?!\w)))?"
JOURNAL_FORMS = tuple(
    re.compile(_GAP + form)
    for form in (
        rf"(?P<volume>\d{{1,4}})\s?\((?!{YEAR})(?P<issue>\d{{1,4}}(?:[–-]\d{{1,4}})?)\){_PAGES}",
        rf"(?P<volume>\d{{1,4}})\s{_MONTH_YEAR}{_PAGES}",
        rf"\({YEAR}\)\s(?P<volume>\d{{1,4}}):\s?(?P<pages>{_RANGE})",
        rf"(?P<volume>\d{{1,3}}),\s(?={YEAR},)",
        rf"(?P<volume>\d{{1,4}}):\s?(?P<pages>{_RANGE})",
        rf"{_MONTH_YEAR}:\s?(?P<pages>{_RANGE})",
    )
)
_NUMBERS = re.compile(_GAP + r"\(?[\d(]")
"""What any of the forms begins with."""
"""``46(4–5): 493–541``, ``3 (1942)``, ``(2005) 21: 145–166``, ``36, 1927,``, ``281: 12–14``, ``(May 1990): 26–32``."""
_VOLUME = re.compile(r"\.?\s*(?P<value>\d{1,4}|[IVXLC]{1,8})(?!\w)")
_ISSUE = re.compile(r"\.?\s*(?P<value>\d{1,4}(?:[–/-]\d{1,4})?(?:,\s\d{3}(?!\d))*)(?!\w)")
_ORDINAL = re.compile(r"(?<!\w)(?P<value>\d+[a-z]{2})\s+$")
_BARE_NUMBER = re.compile(rf",\s*(?P<value>{NUMBER}(?:,\s{NUMBER})*)[\s.{TAKEN}]*$")
_IN_BRACKETS = re.compile(rf"[\s{TAKEN}]*\((?P<place>[^()\d]+)\)")
_NUMBER_BEFORE = re.compile(r"(?<!\w)(?P<value>\d{1,4})\s+$")
_NUMBER_AFTER = re.compile(rf"{_GAP}(?P<value>\d{{1,5}})(?=[\s,.(]|$)")
_LAST_NUMBER = re.compile(rf"\),\s*(?P<value>{PAGE}(?:\s?[–-]\s?{PAGE})?)[\s.{TAKEN}]*$")
_AFTER_DATE = re.compile(rf"[a-z]?\s*(?:$|[,.;:()\]{MARKS}])")
_BEFORE_DATE = f",.;:([–{MARKS}"
_NEAR = 12
"""How far back from the end of a stretch its last number can begin."""


def read_cued(reading: Reading, start: int, end: int) -> None:
    """Take what a cue word marks in ``text[start:end]``: identifiers, access and archive dates, pages, volumes."""
    kinds = reading.reference.cues.keys()
    for cue in reading.cues(start, end, *IDENTIFIERS) if not kinds.isdisjoint(IDENTIFIERS) else ():
        match = IDENTIFIER_SHAPES[cue.kind].match(reading.text, cue.end, end)
        if match is not None:
            reading.say_identifier(cue.kind, match["value"], reading.marked.span(*match.span("value")))
            reading.blank(cue.start, match.end())
    for kind, field in (("access", "access_date"), ("archive", "archive_date")):
        for cue in reading.cues(start, end, kind) if kind in kinds else ():
            found = next(iter(reading.dates(cue.end, end)), None)
            if found is not None and not reading.text[cue.end : found.start].strip(f" \t\n\xa0:,.{TAKEN}"):
                reading.say_date(field, found)
                reading.blank(cue.start, found.end)
    for field, pattern in (("pages", reading.words.pages), ("volume", _VOLUME), ("issue", _ISSUE)):
        if field in kinds:
            _read_numbers(reading, field, pattern, start, end)


def _read_numbers(reading: Reading, field: str, pattern: re.Pattern[str], start: int, end: int) -> None:
    """Set a field to the number behind its cue, if there is one such cue; several say nothing for certain."""
    found = []
    for cue in reading.cues(start, end, field):
        match = pattern.match(reading.text, cue.end, end)
        if match is not None:
            found.append(match)
            reading.blank(cue.start, match.end())
    if len(found) == 1:
        reading.say_text(field, *found[0].span("value"))


def read_edition(reading: Reading, start: int, end: int) -> None:
    """``2nd ed.``: an ordinal number before the cue."""
    for cue in reading.cues(start, end, "edition", "editor"):
        match = _ORDINAL.search(reading.text, max(start, cue.start - _NEAR), cue.start)
        if match is not None:
            reading.say_text("edition", *match.span("value"))
            reading.blank(match.start(), cue.end)


def read_journal_numbers(reading: Reading, name: int, start: int, end: int) -> None:
    """Volume, issue and pages as journals have them, right behind the journal's name, which begins at `name`.

    In law the volume comes before the name and the page after it: ``44 Journal of Legal Education 467 (1994)``.
    """
    if not _NUMBERS.match(reading.text, start, end):
        return
    before = _NUMBER_BEFORE.search(reading.text, max(reading.start, name - _NEAR), name)
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
    if "pages" not in reading.fields:
        _say_pages(reading, _LAST_NUMBER.search(reading.text, start, end))


def read_bare_number(reading: Reading, start: int, end: int) -> None:
    """The pages of a short footnote without "p.": ``Brown (1960), 443.``; a number that may be a year is none."""
    if "pages" not in reading.fields:
        _say_pages(reading, _BARE_NUMBER.search(reading.text, start, end))


def _say_pages(reading: Reading, match: re.Match[str] | None) -> None:
    if match is not None:
        reading.say_text("pages", *match.span("value"))
        reading.blank(*match.span("value"))


def read_place_of_paper(reading: Reading, start: int, end: int) -> None:
    """The town of a newspaper, in brackets right behind its name: ``The Telegraph (Calcutta)``."""
    match = _IN_BRACKETS.match(reading.text, start, end)
    if match is not None and is_place(match["place"], reading.words):
        reading.say_text("place", *match.span("place"))
        reading.blank(*match.span())


def separate_dates(reading: Reading, start: int, end: int) -> list[FoundDate]:
    """The dates in ``text[start:end]`` that stand for themselves, between punctuation marks."""
    return [found for found in reading.dates(start, end) if _stands_alone(reading, found, start, end)]


def _stands_alone(reading: Reading, found: FoundDate, start: int, end: int) -> bool:
    if not _AFTER_DATE.match(reading.text, found.end, end):
        return False
    before = reading.text[start : found.start].rstrip()
    for cue in reading.cues(start, found.start, "place") if "place" in reading.known_cues else ():
        if cue.end == start + len(before):
            before = reading.text[start : cue.start].rstrip()
    return not before or before[-1] in _BEFORE_DATE


def read_date(reading: Reading, dates: list[FoundDate]) -> None:
    """Set `date` to the one date that the reference has besides the access date; several different ones say nothing."""
    found = merged(dates)
    if found is not None:
        reading.say_date("date", found)
