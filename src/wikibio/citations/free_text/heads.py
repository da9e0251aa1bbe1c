"""What stands before the title: authors, a date, the name of a newspaper; or prose, and then there is no title."""

from __future__ import annotations

import re

from wikibio.citations.free_text.dates import find_dates
from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.sources import is_container

_AROUND_DATE = re.compile(rf"[\s{MARKS}.,;:()\[\]\"“]*")
_YEARS = re.compile(rf"\(\[?\d{{4}}\]?[^()a-zA-Z]*\)[\s,.:{MARKS}]*$")
"""Two years in brackets (of the first and of a later edition) say nothing for certain."""
_ENDS_NAME = re.compile(rf"[\s{MARKS},;:.\"“('‘-]*$")


def read_head(reading: Reading, start: int, end: int) -> bool:
    """Read ``text[start:end]``, all that stands before the title; whether it is what may stand before a title.

    "Brown, John (3 May 2001). " gives an author and a date; "See " nothing; "John Brown, The Times, " an author and a
    container; "The town was named in " is prose.
    """
    for see in reading.words.see.finditer(reading.text, start, end):
        start = see.end()
    end = _read_head_date(reading, start, end)
    years = _YEARS.search(reading.text, start, end)
    end = years.start() if years else end
    return _read_who(reading, start, end)


def _read_head_date(reading: Reading, start: int, end: int) -> int:
    """Take a date at the end of the head, and give where the rest ends."""
    found = list(find_dates(reading.text, reading.words, start, end))
    if not found or not _AROUND_DATE.fullmatch(reading.text, found[-1].end, end):
        return end
    last = found[-1]
    reading.head_dates.append(last)
    reading.blank(last.start, last.end)
    return last.start


def _read_who(reading: Reading, start: int, end: int) -> bool:
    trailing = _ENDS_NAME.search(reading.text, start, end)
    cut = trailing.start() if trailing else end
    if reading.text[cut : cut + 1] == "." and re.search(r"\b\w$", reading.text[start:cut]):
        cut += 1  # The full stop of an initial belongs to the name.
    shown = plain(reading.text[start:cut])
    if not shown.strip(" .,;:()[]\"'-"):
        return True
    role = reading.words.editor.search(reading.text, start, end)
    other = reading.words.other_role.search(reading.text, start, end)
    if other is not None:
        return False
    if role is not None:
        rest = plain(reading.text[role.end() : end]).strip(" .,:;()")
        return not rest and _say_names(reading, "editors", start, role.start())
    return _say_names(reading, "authors", start, cut) or _read_container(reading, start, cut)


def _say_names(reading: Reading, field: str, start: int, end: int) -> bool:
    by = reading.words.by.match(reading.text, start, end)
    first = by.end() if by else start
    shown = plain(reading.text[first:end])
    others = reading.words.et_al.search(shown)
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
