"""Books without any dress: ``Brown, John. Green Things. London: Penguin, 1990``.

Without quotation marks or italics only the whole pattern tells a title: names, the title, and an imprint with a
publisher and a year, and nothing else.
"""

from __future__ import annotations

import re

from wikibio.citations.free_text.details import read_date, separate_dates
from wikibio.citations.free_text.heads import say_names
from wikibio.citations.free_text.imprint import find_imprint, is_place, is_publisher
from wikibio.citations.free_text.items import title_text
from wikibio.citations.free_text.marked_text import MARKS, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.reading import Reading

_STOPS = re.compile(r"\.\s+(?=[^\W\d_a-z])")
_COMMAS = re.compile(r",\s+(?=[^\W\d_a-z])")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")
_PUNCTUATION = f" \t\n\xa0,.;:(){MARKS}"
_FEWEST, _MOST = 2, 25
"""How many words a title has that is told by its place alone."""
_LEFT_OVER = 2


def read_plain_book(reading: Reading) -> bool:
    """Read the whole of a citation that is such a book; whether it is one."""
    written = reading.text[reading.start : reading.end]
    start = reading.start + len(written) - len(written.lstrip(_PUNCTUATION))
    if not reading.dates(start, reading.end):
        return False
    imprint = find_imprint(reading.text, start, reading.end, reading.words)
    if imprint is None or imprint.publisher is None:
        return False
    if not is_publisher(reading.text[slice(*imprint.publisher)], reading.words, dated=True) and (
        imprint.place is None or not is_place(reading.text[slice(*imprint.place)], reading.words)
    ):
        return False
    reading.blank(imprint.start, imprint.end)
    dates = separate_dates(reading, imprint.end, reading.end)
    for found in dates:
        reading.blank(found.start, found.end)
    split = _split(reading, start, imprint.start)
    left = plain(reading.text[imprint.end : reading.end]).strip(_PUNCTUATION).split()
    if split is None or not dates or len(left) > _LEFT_OVER:
        return False
    names, names_end, title_start = split
    say_names(reading, "authors", names, start, names_end)
    title_end = title_start + len(reading.text[title_start : imprint.start].rstrip(_PUNCTUATION))
    reading.say("title", title_text(reading.marked.text[title_start:title_end]), title_start, title_end)
    for field, part in (("place", imprint.place), ("publisher", imprint.publisher)):
        if part is not None:
            reading.say_text(field, *part)
    read_date(reading, dates)
    reading.blank(start, reading.end)
    return True


def _split(reading: Reading, start: int, end: int) -> tuple[list[Name], int, int] | None:
    """Where the names end and the title begins: at the first full stop or comma that leaves names before it."""
    if reading.cues(start, end, "editor", "translator", "role"):
        return None
    for pattern in (_STOPS, _COMMAS):
        for match in pattern.finditer(reading.text, start, end):
            stop = match.start() + bool(_INITIAL.search(reading.text, start, match.start() + 1))
            names = read_names(plain(reading.text[start:stop]), reading.words)
            title = plain(reading.text[match.end() : end]).strip(" ,.(")
            if names is None or not is_certain(names):
                continue
            size = len(title.split())
            if _FEWEST <= size <= _MOST and ". " not in title and read_names(title, reading.words) is None:
                return names, stop, match.end()
    return None
