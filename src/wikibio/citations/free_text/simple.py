"""The commonest contents, told by their shape: an address alone, a short footnote, a note of prose.

They are most of the notes without a template, and the whole reader would take several times as long to say the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.beside import SNAPSHOT
from wikibio.citations.free_text.imprint import may_hold_imprint
from wikibio.citations.free_text.links import DOI
from wikibio.citations.free_text.marked_text import plain
from wikibio.citations.free_text.names import Name, read_names
from wikibio.citations.free_text.reading import Fields
from wikibio.citations.free_text.words import FreeTextWords
from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import ExternalLink, Fragment

_TELLING = re.compile(r"[\d\"“„«‘<]")
"""Without a number, a quotation or a tag (and without italics) a text names no source, unless a page in "p. xi"."""
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_SHORT = 100


def read_simple(context: Context, fragment: Fragment, words: FreeTextWords) -> list[Fields] | None:
    """The citations of a content of one of these shapes; None where it takes the whole reader to tell.

    ``[http://a.org]`` -> the url, bare; ``Smith 1990, p. 23.`` -> authors, date, pages; ``He was a painter.`` -> none
    """
    if len(fragment.nodes) == 1:
        node = fragment.nodes[0]
        return _read_address(context, fragment, node) if type(node) is ExternalLink else None
    if fragment.nodes:
        return None
    text = context.slice(fragment)
    if "''" in text:
        return None
    if tells_nothing(text, words):
        return []
    match = words.short_note.fullmatch(text) if len(text) <= _LONGEST_SHORT else None
    return None if match is None or match["number"] is not None else _read_short(fragment, match, words)


def tells_nothing(text: str, words: FreeTextWords) -> bool:
    """Whether a text without italics and links is a mere note."""
    return not _TELLING.search(text) and words.page_words.isdisjoint(_WORD.findall(text.lower()))


def _read_address(context: Context, fragment: Fragment, link: ExternalLink) -> list[Fields] | None:
    if link.text_start is not None or SNAPSHOT.fullmatch(link.url) or DOI.fullmatch(link.url):
        return None
    if context.source[fragment.start : link.start].strip() or context.source[link.end : fragment.end].strip():
        return None
    spans = {"url": Span(link.start + link.brackets, link.url_end)}
    return [{"kind": "web", "url": link.url, "bare": True, "span": fragment.span, "spans": spans}]


def _read_short(fragment: Fragment, match: re.Match[str], words: FreeTextWords) -> list[Fields] | None:
    named = match["year"] is not None or match["value"] is not None
    names = short_names(match["names"], words) if named else None
    if names is None:
        return None
    spans: dict[str, Span] = {}
    fields: Fields = {"kind": "document", "authors": [dict(name) for name in names]}
    for field, group in (("authors", "names"), ("pages", "value"), ("date", "year")):
        start, end = match.span(group)
        if start >= 0:
            spans[field] = Span(fragment.start + start, fragment.start + end)
    if "pages" in spans:
        fields["pages"] = plain(match["value"])
    if "date" in spans:
        fields["date"] = {"edtf": match["year"], "text": match["year"], "span": spans["date"]}
    fields |= {"bare": False, "span": fragment.span, "spans": spans}
    return [fields]


@lru_cache(maxsize=2048)
def short_names(text: str, words: FreeTextWords) -> list[Name] | None:
    """Names before a year or a page; None where a word may mean more than that (a month, a cue, a publisher)."""
    tokens = _WORD.findall(text.lower())
    if not (words.months.isdisjoint(tokens) and words.circa.isdisjoint(tokens)) or words.cues.find(text):
        return None
    if may_hold_imprint(text, words) or words.and_others(text.rstrip(" ,:")):
        return None
    return read_names(text, words, short=True)
