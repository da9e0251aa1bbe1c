"""Books without any dress: ``Brown, John. Green Things. London: Penguin, 1990``.

Without quotation marks or italics only the whole pattern tells a title: names, the title, and an imprint with a
publisher and a year, and nothing else.
"""

from __future__ import annotations

import re

from wikibio.citations.free_text.details import read_date, separate_dates
from wikibio.citations.free_text.heads import say_names
from wikibio.citations.free_text.imprint import find_imprint
from wikibio.citations.free_text.items import title_text
from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.reading import Reading

_STOPS = re.compile(r"\.\s+(?=[^\W\d_a-z])")
_COMMAS = re.compile(r",\s+(?=[^\W\d_a-z])")
_INITIAL = re.compile(r"\b[^\W\d_]\.$")
_FEWEST, _MOST = 2, 25
"""How many words a title has that is told by its place alone."""
_LEFT_OVER = 2


def read_plain_book(reading: Reading) -> bool:
    """Read the whole of a citation that is such a book; whether it is one."""
    start = reading.start + len(plain_prefix(reading.text[reading.start : reading.end]))
    imprint = find_imprint(reading.text[start : reading.end], reading.words)
    if imprint is None or imprint.publisher is None:
        return False
    end = start + imprint.start
    dates = separate_dates(reading, start + imprint.publisher[1], reading.end)
    rest = reading.text[start + imprint.end : reading.end]
    for found in dates:
        rest = rest.replace(reading.text[found.start : found.end], "")
    split = _split(reading, start, end)
    if split is None or not dates or len(plain(rest).strip(" ,.;()").split()) > _LEFT_OVER:
        return False
    names, names_end, title_start = split
    say_names(reading, "authors", names, start, names_end)
    reading.say("title", title_text(reading.marked.text[title_start:end]), title_start, end)
    for field, part in (("place", imprint.place), ("publisher", imprint.publisher)):
        if part is not None:
            reading.say_text(field, start + part[0], start + part[1])
    read_date(reading, dates)
    reading.blank(start, reading.end)
    return True


def plain_prefix(text: str) -> str:
    """What stands before the first letter: marks, commas and white space."""
    match = re.match(rf"[\s{MARKS},.;:]*", text)
    return match.group() if match else ""


def _split(reading: Reading, start: int, end: int) -> tuple[list[Name], int, int] | None:
    """Where the names end and the title begins: at the first full stop or comma that leaves names before it."""
    for pattern in (_STOPS, _COMMAS):
        for match in pattern.finditer(reading.text, start, end):
            stop = match.start() + bool(_INITIAL.search(reading.text, start, match.start() + 1))
            names = read_names(plain(reading.text[start:stop]), reading.words)
            title = plain(reading.text[match.end() : end]).strip(" ,.(")
            if names is None or not is_certain(names) or reading.words.editor.search(title):
                continue
            words = len(title.split())
            if _FEWEST <= words <= _MOST and ". " not in title and read_names(title, reading.words) is None:
                return names, stop, match.end()
    return None
