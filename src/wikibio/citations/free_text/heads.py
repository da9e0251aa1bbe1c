"""What stands before the title: authors, a date, the name of a newspaper; or prose, and then there is no title."""

from __future__ import annotations

import re

from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.sources import is_container

_AROUND_DATE = re.compile(rf"[a-z]?[\s{MARKS}.,;:()\[\]\"“]*")
_YEARS = re.compile(rf"\(\[?\d{{4}}\]?[^()a-zA-Z]*\)[\s,.:{MARKS}]*$")
"""Two years in brackets (of the first and of a later edition) say nothing for certain."""
_AFTER_NAME = f" \t\n\xa0,;:.\"“('‘-{MARKS}"
_BEHIND = frozenset({"translator", "role"})
_ONE_LETTER = re.compile(r"(?<!\w)[^\W\d_]$")


def read_head(reading: Reading, start: int, end: int) -> bool:
    """Read ``text[start:end]``, all that stands before the title; whether it is what may stand before a title.

    "Brown, John (3 May 2001). " gives an author and a date; "See " nothing; "John Brown, The Times, " an author and a
    container; "The town was named in " is prose.
    """
    if start == end:
        return True
    for see in reading.cues(start, end, "see") if "see" in reading.known_cues else ():
        start = see.end
    end = _read_head_date(reading, start, end)
    years = _YEARS.search(reading.text, start, end)
    return _read_who(reading, start, years.start() if years else end)


def _read_head_date(reading: Reading, start: int, end: int) -> int:
    """Take a date at the end of the head, and give where the rest ends."""
    found = reading.dates(start, end) if reading.reference.dates else ()
    if not found or not _AROUND_DATE.fullmatch(reading.text, found[-1].end, end):
        return end
    last = found[-1]
    reading.head_dates.append(last)
    reading.blank(last.start, last.end)
    return last.start


def _read_who(reading: Reading, start: int, end: int) -> bool:
    cut = name_end(reading.text, start, end)
    if not plain(reading.text[start:cut]).strip(" .,;:()[]\"'-"):
        return True
    if not _BEHIND.isdisjoint(reading.known_cues) and reading.cues(start, end, *_BEHIND):
        return False
    editors = reading.cues(start, end, "editor") if "editor" in reading.known_cues else ()
    if editors:
        rest = plain(reading.text[editors[0].end : end]).strip(" .,:;()")
        return not rest and _say_names(reading, "editors", start, editors[0].start)
    return _say_names(reading, "authors", start, cut) or _read_container(reading, start, cut)


def name_end(text: str, start: int, end: int) -> int:
    """Where a name ends that punctuation follows in ``text[start:end]``."""
    cut = start + len(text[start:end].rstrip(_AFTER_NAME))
    if text[cut : cut + 1] == "." and _ONE_LETTER.search(text, start, cut):
        cut += 1  # The full stop of an initial belongs to the name.
    return cut


def _say_names(reading: Reading, field: str, start: int, end: int) -> bool:
    end = start + len(reading.text[start:end].rstrip(" ("))
    by = reading.cue_at(start + len(reading.text[start:end]) - len(reading.text[start:end].lstrip()), "author")
    first = by.end if by else start
    shown = plain(reading.text[first:end])
    others = reading.words.and_others(shown)
    names = read_names(shown[: others.start()] if others else shown, reading.words)
    if names is None:
        return False
    if field == "editors" and not is_certain(names):
        return True  # "Brown, Ed." may be a Brown whose given name is Ed.
    say_names(reading, field, names, first, end)
    if others:
        reading.say("et_al", True, first, end)
    return True


def say_names(reading: Reading, field: str, names: list[Name], start: int, end: int) -> None:
    """Set a field to names that stand in ``text[start:end]``, and take them out."""
    reading.say(field, [dict(name) for name in names], start, end)
    reading.blank(start, end)


def _read_container(reading: Reading, start: int, end: int) -> bool:
    """A newspaper or a site before the title, alone or after the author."""
    comma = reading.text.rfind(",", start, end)
    for first in (start, comma + 1):
        if first < start:
            continue
        shown = plain(reading.text[first:end]).strip(" ,.")
        if is_container(shown, reading.words) and (first == start or _say_names(reading, "authors", start, comma)):
            reading.say_text("container_title", first, end)
            reading.blank(first, end)
            return True
    return False
