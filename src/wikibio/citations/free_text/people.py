"""People behind the title: editors, translators, and an author who comes after the title."""

from __future__ import annotations

import re

from wikibio.citations.free_text.heads import say_names
from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.reading import Reading

_NAMES = re.compile(r"\.?:?\s+(?P<names>(?:[^;:().\d]+|(?<=\b\w)\.)+)")


def read_people(reading: Reading, start: int) -> None:
    """``ed. Michael Brown``, ``translated by Ann Green`` behind the title: neither publishers nor authors."""
    for cue in reading.cues(start, reading.end, "editor", "translator", "role"):
        match = _NAMES.match(reading.text, cue.end, reading.end)
        found = None if match is None else _leading_names(reading, *match.span("names"))
        if match is None or found is None:
            continue
        names, end = found
        if cue.kind == "editor" and is_certain(names):
            reading.say("editors", [dict(name) for name in names], match.start("names"), end)
        reading.blank(cue.start, end)


def _leading_names(reading: Reading, start: int, end: int) -> tuple[list[Name], int] | None:
    """The names that ``text[start:end]`` begins with, up to a comma, and where they end: "Ann Green, London" -> one."""
    while end > start:
        shown = plain(reading.text[start:end])
        names = read_names(shown, reading.words) if shown[:1].isupper() else None
        if names is not None:
            return names, end
        end = reading.text.rfind(",", start, end)
    return None


def read_author_between(reading: Reading, start: int, end: int) -> None:
    """``''Title'', John Brown, Penguin, 2005``: a name alone between title and publisher is the author's."""
    start += len(reading.text[start:end]) - len(reading.text[start:end].lstrip(f" ,.:\n{MARKS}"))
    by = reading.cue_at(start, "author")
    start = by.end if by else start
    if reading.cues(start, end, "editor", "translator", "role"):
        return
    names = read_names(plain(reading.text[start:end]), reading.words)
    if names is not None and is_certain(names) and "literal" in names[0]:
        say_names(reading, "authors", names, start, end)


def read_last_author(reading: Reading, start: int, end: int) -> int:
    """``Coinage by Philip Brown``: the author out of a link's text; gives where the title ends."""
    if "authors" in reading.fields:
        return end
    found = [cue for cue in reading.reference.cues.get("author", ()) if start < cue.start < end]
    if not found:
        return end
    by = found[-1]
    names = read_names(plain(reading.marked.text[by.end : end]), reading.words)
    if names is None or not is_certain(names) or "family" in names[0]:
        return end
    reading.say("authors", [dict(name) for name in names], by.end, end)
    return by.start
