"""The commonest references of scholars, told by the shape of their text: names, a year or a title in italics, pages.

``Smith 1990, p. 23; Brown, ''Mach'', pp. 4–5.`` What has such a shape says the same to the whole reader, which takes
several times as long.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.free_text.heads import name_end
from wikibio.citations.free_text.imprint import source_kind
from wikibio.citations.free_text.items import title_text
from wikibio.citations.free_text.marked_text import ITALIC, MarkedText, plain
from wikibio.citations.free_text.names import Name, read_names
from wikibio.citations.free_text.reading import Fields
from wikibio.citations.free_text.simple import short_names
from wikibio.citations.free_text.words import FreeTextWords
from wikibio.span import Span

_CUT = re.compile(r";(?=\s+[^\W\d_a-z])")
_LONGEST, _LONGEST_OF_ALL = 160, 1000

Said = list[tuple[str, str | list[dict[str, object]], int, int]]
"""Fields with the stretches of the text that say them."""


def read_shapes(marked: MarkedText, span: Span, words: FreeTextWords) -> list[Fields] | None:
    """The citations of a text all of whose parts have one of the shapes; None where one has not."""
    text = marked.text
    if len(text) > _LONGEST_OF_ALL:
        return None
    if ";" not in text:
        said = read_shape(text, 0, len(text), words)
        return None if said is None else [shaped_fields(marked, said, span)] if said else []
    cuts = [0, *[match.end() for match in _CUT.finditer(text)]]
    readings: list[tuple[int, int, Said]] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        said = read_shape(text, start, end, words, alone=len(cuts) == 1)
        if said is None:
            return None
        readings.append((start, end, said))
    if len(cuts) > 1:
        return [shaped_fields(marked, said, marked.span(start, end)) for start, end, said in readings if said]
    return [shaped_fields(marked, said, span) for _, _, said in readings if said]


def read_shape(text: str, start: int, end: int, words: FreeTextWords, *, alone: bool = True) -> Said | None:
    """What ``text[start:end]`` says, pages first; nothing where that makes no citation, None for another shape.

    Where it is one part of several, a semicolon may end it.
    """
    if end - start > _LONGEST or text.find("\n", start, end) >= 0:
        return None
    stop = end - (not alone and text[end - 1] == ";")
    if text.find(ITALIC, start, stop) >= 0:
        match = words.title_note.fullmatch(text, start, stop)
        return None if match is None else _read_titled(match, words)
    match = words.short_note.fullmatch(text, start, stop)
    # Only a cue word or a title tells where one of several parts ends.
    return None if match is None or (match["value"] is None and not alone) else _read_short(match, words)


def _read_short(match: re.Match[str], words: FreeTextWords) -> Said | None:
    """``Smith (1990), p. 23.`` and ``Smith, 23``."""
    pages = "value" if match["value"] is not None else "number"
    named = match["year"] is not None or match[pages] is not None
    names = short_names(match["names"], words) if named else None
    if names is None:
        return None
    said: Said = []
    if match[pages] is not None:
        said.append(("pages", plain(match[pages]), *match.span(pages)))
    said.append(("authors", [dict(name) for name in names], *match.span("names")))
    if match["year"] is not None:
        said.append(("date", match["year"], *match.span("year")))
    return said


def _read_titled(match: re.Match[str], words: FreeTextWords) -> Said | None:
    """``Brown, ''Mach'', p. 23.``; a periodical's name without an author makes no citation here."""
    title, head = match["title"], match["names"]
    shown = plain(title)
    if not shown or shown.lower().rstrip(".,") in words.finder.italic_phrases:
        return None
    said: Said = []
    if match["value"] is not None:
        said.append(("pages", plain(match["value"]), *match.span("value")))
    elif head is None:
        return None
    if head is not None:
        names = names_before_title(head, words)
        if names is None:
            return None
        start = match.start("names")
        said.append(("authors", [dict(name) for name in names[0]], start, start + names[1]))
    shown = title_text(title)
    if head is None and source_kind(shown, words) == "container":
        return []
    said.append(("title", shown, *match.span("title")))
    return said


@lru_cache(maxsize=2048)
def names_before_title(head: str, words: FreeTextWords) -> tuple[list[Name], int] | None:
    """The names that are all of a title's head, and where they end; None where words may mean more than that."""
    end = name_end(head, 0, len(head))
    shown = plain(head[:end])
    if words.cues.find(head) or words.and_others(shown):
        return None
    names = read_names(shown, words)
    return None if names is None else (names, end)


def shaped_fields(marked: MarkedText, said: Said, span: Span) -> Fields:
    """What was said as the fields of a citation at `span`."""
    fields: Fields = {"kind": "book" if said[-1][0] == "title" else "document", "bare": False, "span": span}
    spans: dict[str, Span] = {}
    for field, value, start, end in said:
        spans[field] = marked.span(start, end)
        fields[field] = {"edtf": value, "text": value, "span": spans[field]} if field == "date" else value
    fields["spans"] = spans
    return fields
