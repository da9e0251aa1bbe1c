"""References without a citation template, read as far as their text bears it.

What is not certain stays text: a field is said only where the form (a link, quotation marks, italics, "p.", a colon
between place and publisher, …) or a word that the tables know says what it is.
"""

from __future__ import annotations

import re

from wikibio.citations.beside import read_beside
from wikibio.citations.free_text.bodies import read_body
from wikibio.citations.free_text.dates import whole_date
from wikibio.citations.free_text.links import links_of, read_beside_fields, read_url
from wikibio.citations.free_text.marked_text import END_LINK, LINK, MarkedText, plain
from wikibio.citations.free_text.reading import Fields, Reading
from wikibio.citations.free_text.words import FreeTextWords, words_of
from wikibio.citations.identifiers import is_valid_identifier
from wikibio.context import Context
from wikibio.syntax.nodes import Fragment

_CUT = re.compile(r"\n|;(?=\s+[^\W\d_a-z])")
_BARE_LINK = re.compile(f"{LINK}{END_LINK}")
_WORD = re.compile(r"[^\W\d_]+")


def read_free_text(context: Context, fragment: Fragment) -> list[Fields]:
    """The citations that a reference without a citation template bears, as fields of Citation; none for a mere note.

    ``[http://a.org "A title"], ''The Times'', 3 May 2001. Retrieved 4 June 2002.`` gives title, container_title, url,
    date 2001-05-03 and access_date 2002-06-04. ``spans`` says for each field where it stands. ``bare`` is true where
    the reference is an address and nothing that names it.
    """
    words = words_of(context.lexicon)
    marked = MarkedText(context, fragment)
    readings = [Reading(marked, words, start, end) for start, end in _units(marked.text, words)]
    citations = []
    for reading in readings:
        whole = len(readings) == 1
        nodes = fragment.nodes if whole else [node for node in fragment.nodes if reading.covers(node.start)]
        read_beside_fields(reading, read_beside(context, nodes))
        read_url(reading, read_body(reading))
        if _is_citation(reading):
            _report(context, reading)
            citations.append(_finished(reading, fragment if whole else None))
    return citations


def _report(context: Context, reading: Reading) -> None:
    """Report identifiers that cannot be right and dates that cannot be."""
    for kind, value in reading.identifiers.items():
        if not is_valid_identifier(kind, value):
            span = reading.spans[f"identifiers.{kind}"]
            context.report("citation-invalid-identifier", f"{value!r} cannot be a valid {kind}", *span)
    for match in reading.words.date.finditer(reading.text):
        if whole_date(match["date"], reading.words) is None:
            span = reading.marked.span(*match.span("date"))
            context.report("citation-invalid-date", f"{match['date']!r} is no date", *span)


def _units(text: str, words: FreeTextWords) -> list[tuple[int, int]]:
    """Where one citation ends and the next begins: at a line's end or a semicolon between titles or pages."""
    cuts = [0]
    stretches = [(item.start, item.end) for item in words.finder.find(text)]
    marks = sorted([start for start, _ in stretches] + [match.start() for match in words.pages.finditer(text)])
    for match in _CUT.finditer(text):
        inside = any(start < match.start() < end for start, end in stretches)
        before = any(cuts[-1] <= mark < match.start() for mark in marks)
        after = any(mark >= match.end() for mark in marks)
        if before and after and not inside:
            cuts.append(match.end())
    if not stretches:
        cuts += [match.start() for match in list(_BARE_LINK.finditer(text))[1:]]
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _is_citation(reading: Reading) -> bool:
    fields = reading.fields
    if "url" in fields or "archive_url" in fields or "title" in fields:
        return True
    names = "authors" in fields or "editors" in fields or "container_title" in fields
    return names and ("pages" in fields or "date" in fields)


def _finished(reading: Reading, fragment: Fragment | None) -> Fields:
    fields = reading.fields
    linked = links_of(reading)
    left = {word.lower().strip(".,;") for word in _WORD.findall(reading.text)} - reading.words.connectors
    named = "title" in fields or bool(left) or any(_has_text(reading, offset) for offset, _ in linked)
    span = fragment.span if fragment is not None else reading.marked.span(reading.start, reading.end)
    finished: Fields = {"kind": _kind(reading), **fields}
    if reading.identifiers:
        finished["identifiers"] = dict(reading.identifiers)
    finished["bare"] = ("url" in fields or bool(linked)) and not named
    return {**finished, "span": span, "spans": dict(reading.spans)}


def _has_text(reading: Reading, offset: int) -> bool:
    text = reading.marked.text
    return bool(plain(text[offset : text.index(END_LINK, offset)]))


def _kind(reading: Reading) -> str:
    """``web`` with an address, else what the fields make it; a short footnote is a ``document``."""
    fields = reading.fields
    if "url" in fields or "archive_url" in fields:
        return "web"
    if "title" not in fields:
        return "news" if "container_title" in fields else "document"
    if "container_title" not in fields:
        return "book"
    if "volume" in fields or "issue" in fields:
        return "journal"
    return "chapter" if "publisher" in fields or "place" in fields else "news" if _has_day(fields) else "journal"


def _has_day(fields: Fields) -> bool:
    date = fields.get("date")
    return isinstance(date, dict) and len(str(date["edtf"])) == len("2001-05-03")
