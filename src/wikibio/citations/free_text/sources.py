"""The periodical, site or body that a title without italics behind it comes from."""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.free_text.imprint import source_kind
from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import is_certain, read_names
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.words import FreeTextWords

_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", re.I)
_CHUNK = re.compile(rf"(?:[^,;:()\[\]\n.{MARKS}]+|\.(?=\w))+")
_GAP = re.compile(rf"[\s,.;:(–—{MARKS}-]*")
_LONGEST = 8


def read_source(reading: Reading, start: int) -> None:
    """What comes right after the title: "by John Brown", then the work, or the author and then the work.

    ", The Guardian, 30 March" -> container_title; " by John Brown on Site.com" -> authors and container_title; a name
    that no word tells to be a periodical's stays text
    """
    start = _gap(reading, start)
    by = reading.cue_at(start, "author")
    first = _chunk(reading, by.end if by else start)
    if first is None or _say_container(reading, *first):
        return
    names = read_names(plain(reading.text[first[0] : first[1]]), reading.words)
    if names is None or not is_certain(names) or "family" in names[0]:
        return
    second = _chunk(reading, _gap(reading, first[1]))
    if by or (second is not None and is_container(_shown(reading, *second), reading.words)):
        reading.say("authors", [dict(name) for name in names], *first)
        reading.blank(*first)
        if second is not None:
            _say_container(reading, *second)


def _gap(reading: Reading, start: int) -> int:
    """Past punctuation, and past "in", "on", "at" before a name."""
    gap = _GAP.match(reading.text, start, reading.end)
    start = gap.end() if gap else start
    cue = reading.cue_at(start, "in", "place")
    return start if cue is None else cue.end


def _chunk(reading: Reading, start: int) -> tuple[int, int] | None:
    """The stretch from `start` to the next punctuation mark, to "on" or to a date."""
    match = _CHUNK.match(reading.text, start, reading.end)
    if match is None:
        return None
    stops = [cue.start for cue in reading.cues(start + 1, match.end(), "place")]
    stops += [found.start for found in reading.dates(start, match.end())]
    end = min(stops) if stops else match.end()
    return (start, end) if start < end else None


def _shown(reading: Reading, start: int, end: int) -> str:
    return plain(reading.text[start:end])


def _say_container(reading: Reading, start: int, end: int) -> bool:
    shown = _shown(reading, start, end)
    agency = source_kind(shown, reading.words) == "agency"
    if not agency and not is_container(shown, reading.words):
        return False
    reading.say_text("agency" if agency else "container_title", start, end)
    reading.blank(start, end)
    return True


@lru_cache(maxsize=4096)
def is_container(shown: str, words: FreeTextWords) -> bool:
    """Whether a name is that of a site or a periodical: a domain, or a name with a word that says so."""
    tokens = shown.split()
    if not tokens or len(tokens) > _LONGEST:
        return False
    if _DOMAIN.fullmatch(shown):
        return True
    named = all(token[0].isupper() or token in words.joining or token.lower() in words.source_words for token in tokens)
    return shown[0].isupper() and named and source_kind(shown, words) == "container"
