"""References without a citation template, read as far as their text bears it.

What is not certain stays text: a field is said only where the form (a link, quotation marks, italics, "p.", a colon
between place and publisher, …) or a word that the tables know says what it is.
"""

from __future__ import annotations

import re

from wikibio.citations.beside import read_beside
from wikibio.citations.free_text.articles import read_article
from wikibio.citations.free_text.bodies import read_body
from wikibio.citations.free_text.items import is_address
from wikibio.citations.free_text.links import links_of, read_url, say_beside
from wikibio.citations.free_text.marked_text import END_LINK, ITALIC, LINK, TAKEN, MarkedText, plain
from wikibio.citations.free_text.reading import Fields, Reading, ReferenceText
from wikibio.citations.free_text.shapes import read_shape, read_shapes, shaped_fields
from wikibio.citations.free_text.simple import read_simple, tells_nothing
from wikibio.citations.free_text.titled_books import read_titled_book
from wikibio.citations.free_text.words import words_of
from wikibio.citations.identifiers import is_valid_identifier
from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Template

_LONGEST = 10_000
"""A footnote with more wikitext than this is prose, or a page's rest behind an unclosed tag; no reference."""
_MOST_BREAKS = 200
"""A footnote with more places where it could be cut is no list of sources; it is read as one."""
_CUT = re.compile(r"\n|;(?=\s+[^\W\d_a-z])")
_BARE_LINK = re.compile(f"{LINK}{END_LINK}")
_WORD = re.compile(r"[^\W\d_]+")
_SHOWN = re.compile(r"\w")
_ARCHIVE = "web_archive"


def read_free_text(context: Context, fragment: Fragment) -> list[Fields]:
    """The citations that a reference without a citation template bears, as fields of Citation; none for a mere note.

    ``[http://a.org "A title"], ''The Times'', 3 May 2001. Retrieved 4 June 2002.`` gives title, container_title, url,
    date 2001-05-03 and access_date 2002-06-04. ``spans`` says for each field where it stands. ``bare`` is true where
    the reference is an address and nothing that names it.
    """
    if fragment.end - fragment.start > _LONGEST:
        return []
    words = words_of(context.lexicon)
    simple = read_simple(context, fragment, words)
    if simple is not None:
        return simple
    if fragment.nodes and _shows_nothing(context, fragment):
        return []
    marked = MarkedText(context, fragment)
    templates = [node for node in fragment.nodes if type(node) is Template]
    told = _read_at_once(context, fragment, marked, templates)
    if told is not None:
        return told
    reference = ReferenceText(marked, words)
    units = _units(reference)
    if len(units) == 1:
        fields = _read_unit(context, Reading(reference, *units[0]), templates)
        return [] if fields is None else [{**fields, "span": fragment.span}]
    citations: list[Fields] = []
    for start, end in units:
        said = None if templates or marked.links else read_shape(marked.text, start, end, words, alone=False)
        if said is not None:
            citations += [shaped_fields(marked, said, marked.span(start, end))] if said else []
            continue
        reading = Reading(reference, start, end)
        fields = _read_unit(context, reading, [node for node in templates if reading.covers(node.start)])
        if fields is not None:
            citations.append(fields)
    return citations


def _read_at_once(
    context: Context, fragment: Fragment, marked: MarkedText, templates: list[Template]
) -> list[Fields] | None:
    """The citations of a text where that shows nothing, has a common shape or is a mere note; or None."""
    text, words = marked.text, words_of(context.lexicon)
    if marked.links:
        return read_article(context, fragment.span, marked, templates, words)
    if not _SHOWN.search(text) and read_beside(context, templates).archive_url is None:
        return []
    if templates:
        return None
    shaped = read_shapes(marked, fragment.span, words)
    if shaped is None and ('"' in text or "“" in text):
        shaped = read_article(context, fragment.span, marked, templates, words)
    if shaped is not None:
        return shaped
    if ITALIC in text:
        return read_titled_book(marked, fragment.span, words)
    return [] if tells_nothing(text, words) else None


def _read_unit(context: Context, reading: Reading, templates: list[Template]) -> Fields | None:
    """The fields of one citation, beside which `templates` stand; None where it is none."""
    if templates:
        say_beside(reading, read_beside(context, templates))
    read_url(reading, read_body(reading))
    if not _is_citation(reading):
        return None
    _report(context, reading)
    return _finished(reading)


def _shows_nothing(context: Context, fragment: Fragment) -> bool:
    """Whether a content is nothing but templates that show nothing here, as ``{{harvnb}}``; and no archived copy."""
    source, position = context.source, fragment.start
    for node in fragment.nodes:
        if type(node) is not Template or (node.start > position and _SHOWN.search(source, position, node.start)):
            return False
        if context.role(node) == _ARCHIVE or context.renderer.show(node):
            return False
        position = node.end
    return not _SHOWN.search(source, position, fragment.end)


def _units(reference: ReferenceText) -> list[tuple[int, int]]:
    """Where one citation ends and the next begins: at a line's end or a semicolon between titles or pages."""
    text, items = reference.marked.text, reference.items
    if (items or len(reference.marked.links) < 2) and ";" not in text and "\n" not in text:
        return [(0, len(text))]
    cuts = [0]
    marks = [item.start for item in items] + [cue.start for cue in reference.cues.get("pages", ())]
    breaks = list(_CUT.finditer(text)) if len(marks) > 1 else []
    for match in breaks if len(breaks) < _MOST_BREAKS else ():
        inside = any(item.start < match.start() < item.end for item in items)
        before = any(cuts[-1] <= mark < match.start() for mark in marks)
        after = any(mark >= match.end() for mark in marks)
        if before and after and not inside:
            cuts.append(match.end())
    if not items and len(reference.marked.links) > 1:
        cuts += [match.start() for match in list(_BARE_LINK.finditer(text))[1:]]
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _report(context: Context, reading: Reading) -> None:
    """Report identifiers that cannot be right and dates that cannot be."""
    for kind, value in reading.identifiers.items():
        if not is_valid_identifier(kind, value):
            span = reading.spans[f"identifiers.{kind}"]
            context.report("citation-invalid-identifier", f"{value!r} cannot be a valid {kind}", *span)
    for found in reading.reference.dates:
        if found.edtf is None and reading.start <= found.start < reading.end and reading.text[found.start] != TAKEN:
            span = reading.marked.span(found.start, found.end)
            context.report("citation-invalid-date", f"{found.text!r} is no date", *span)


def _is_citation(reading: Reading) -> bool:
    fields = reading.fields
    if "url" in fields or "archive_url" in fields or "title" in fields:
        return True
    names = "authors" in fields or "editors" in fields or "container_title" in fields
    return names and ("pages" in fields or "date" in fields)


def _finished(reading: Reading) -> Fields:
    fields = reading.fields
    finished: Fields = {"kind": _kind(reading), **fields}
    if reading.identifiers:
        finished["identifiers"] = dict(reading.identifiers)
    finished["bare"] = ("url" in fields or bool(links_of(reading))) and not _is_named(reading)
    finished["span"] = reading.marked.span(reading.start, reading.end)
    finished["spans"] = dict(reading.spans)
    return finished


def _is_named(reading: Reading) -> bool:
    """Whether anything names the source: words left over, a quotation, a link's text that is no address."""
    title = reading.fields.get("title")
    if isinstance(title, str) and not is_address(title):
        return True
    items = reading.items
    shown = [plain(reading.marked.text[item.inner_start : item.inner_end]) for item in items]
    left = {word.lower() for word in _WORD.findall(reading.text, reading.start, reading.end)}
    return bool(left - reading.words.connectors) or not all(is_address(text) for text in shown)


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
