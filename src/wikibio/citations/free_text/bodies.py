"""One citation's text, from the title outwards: what stands before it, what after it."""

from __future__ import annotations

import re

from wikibio.citations.free_text.details import (
    read_bare_number,
    read_cued,
    read_date,
    read_edition,
    read_journal_numbers,
    read_last_number,
    read_place_of_paper,
    separate_dates,
)
from wikibio.citations.free_text.heads import read_head, say_names
from wikibio.citations.free_text.imprint import find_imprint, source_kind
from wikibio.citations.free_text.items import Item, blanked, title_text
from wikibio.citations.free_text.link_texts import read_title
from wikibio.citations.free_text.marked_text import END_LINK, LINK, MARKS, TAKEN, plain
from wikibio.citations.free_text.names import read_names
from wikibio.citations.free_text.people import read_author_between, read_people
from wikibio.citations.free_text.plain_books import read_plain_book
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.sources import read_source
from wikibio.citations.free_text.titles import NO_TITLES, Titles, choose, opened

_LINK_MARKS = str.maketrans({LINK: TAKEN, END_LINK: TAKEN})
_STRETCH = re.compile(rf"[^{MARKS}()\[\]]+")
_EDITED = frozenset({"edition", "editor", "translator", "role"})
_PROSE = 12
"""So many words left over behind a title without a link, and the text is a note, not a reference."""


def read_body(reading: Reading) -> int | None:
    """Read the text of one citation into `reading`; gives where the title's link begins in the text, if it has one.

    ``Brown, John. ''Title''. London: Cape, 1990, p. 23.`` gives authors, title, place, publisher, date and pages.
    """
    items = reading.items
    link = _open_link(reading, items)
    if link is not None:
        items = reading.words.finder.find(reading.text, reading.start, reading.end)
    written = reading.text
    if items:
        reading.text = blanked(written, items)
    if "quoting" in reading.known_cues and reading.cues(reading.start, reading.end, "quoting"):
        return items[0].link if len(items) == 1 else link
    titles = choose(written, reading.start, reading.end, items, reading.words) if items else NO_TITLES
    if reading.known_cues:
        read_cued(reading, reading.start, reading.end)
    if titles.title is None:
        if items or not read_plain_book(reading):
            _read_short(reading)
        return link
    _read_titled(reading, titles, titles.title)
    return titles.title.link if titles.title.link is not None else link


def _open_link(reading: Reading, items: list[Item]) -> int | None:
    """Where a link's text is a reference of its own, read it as if it were not linked."""
    for item in items:
        if item.kind == "link" and item.dressed and opened(reading.text, item, reading.words):
            inside = reading.text[item.start : item.end].translate(_LINK_MARKS)
            reading.text = reading.text[: item.start] + inside + reading.text[item.end :]
            return item.start
    return None


def _read_short(reading: Reading) -> None:
    """``Brown (1988), p. 11``: nothing but names, a year and pages."""
    read_bare_number(reading, reading.start, reading.end)
    dates = reading.dates(reading.start, reading.end)
    rest = reading.text
    for found in dates:
        rest = rest[: found.start] + TAKEN * (found.end - found.start) + rest[found.end :]
    stretches = [match for match in _STRETCH.finditer(rest, reading.start, reading.end) if match[0].strip(" ,.:;")]
    if len(stretches) != 1 or ("pages" not in reading.fields and not dates):
        return
    shown = plain(stretches[0][0]).rstrip(".")
    others = reading.words.and_others(shown)
    names = read_names(shown[: others.start()] if others else shown, reading.words, short=True)
    if names is not None:
        if others:
            reading.say("et_al", True, *stretches[0].span())
        say_names(reading, "authors", names, *stretches[0].span())
        read_date(reading, dates)


def _read_titled(reading: Reading, titles: Titles, title: Item) -> None:
    container = titles.container
    first = title.start if container is None else min(title.start, container.start)
    after = title.end if container is None else max(title.end, container.end)
    inside = _introduction(reading, first) if "in" in reading.known_cues else None
    head_fits = read_head(reading, reading.start, first if inside is None else inside)
    if title.link is None and not head_fits:
        reading.forget()
        return
    if container is not None:
        reading.say_text("container_title", container.inner_start, container.inner_end)
        read_journal_numbers(reading, container.start, container.end, reading.end)
        read_place_of_paper(reading, container.end, reading.end)
    if container is None and title.kind == "italic" and title.link is None:
        _read_italic(reading, title, introduced=inside is not None)
    else:
        read_title(reading, title)
        if container is None:
            read_source(reading, title.end)
        _read_tail(reading, title.end)
    if titles.quote is not None:
        start, end = titles.quote.inner_start, titles.quote.inner_end
        reading.say("quote", plain(reading.marked.text[start:end]), start, end)
    if title.link is None and not _holds(reading, title, after):
        reading.forget()


def _introduction(reading: Reading, first: int) -> int | None:
    """Where "in" begins that stands right before the first item."""
    for cue in reading.cues(reading.start, first, "in"):
        if cue.start > reading.start and not plain(reading.text[cue.end : first]):
            return cue.start
    return None


def _read_italic(reading: Reading, title: Item, *, introduced: bool) -> None:
    """A name in italics alone: a book; or a periodical, if a day or a volume stands beside it."""
    volume = "volume" in reading.fields
    read_journal_numbers(reading, title.start, title.end, reading.end)
    numbered = "volume" in reading.fields and not volume
    _read_tail(reading, title.end)
    shown = title_text(reading.marked.text[title.inner_start : title.inner_end])
    periodical = source_kind(shown, reading.words) == "container"
    published = "publisher" in reading.fields or "place" in reading.fields or bool(reading.identifiers)
    dated = reading.date_width() > len("1990")
    if (dated and (introduced or (periodical and not published))) or numbered:
        if not introduced:
            reading.unsay("authors")
        reading.say("container_title", shown, title.inner_start, title.inner_end)
    elif not introduced and (published or (not dated and ("authors" in reading.fields or not periodical))):
        reading.say("title", shown, title.inner_start, title.inner_end)


def _read_tail(reading: Reading, start: int) -> None:
    """What follows the title: edition, editors, imprint, dates."""
    if not _EDITED.isdisjoint(reading.known_cues):
        read_edition(reading, start, reading.end)
        read_people(reading, start)
    _read_imprint(reading, start)
    read_last_number(reading, start, reading.end)
    dates = separate_dates(reading, start, reading.end) if reading.reference.dates else []
    read_date(reading, reading.head_dates + dates)
    for found in dates:
        reading.blank(found.start, found.end)


def _read_imprint(reading: Reading, start: int) -> None:
    imprint = find_imprint(reading.text, start, reading.end, reading.words)
    if imprint is None:
        return
    for field, part in (("place", imprint.place), ("publisher", imprint.publisher)):
        if part is not None:
            reading.say_text(field, *part)
            reading.blank(*part)
    if imprint.publisher is not None and "authors" not in reading.fields:
        read_author_between(reading, start, imprint.start)


def _holds(reading: Reading, title: Item, after: int) -> bool:
    """Whether a title without a link is one: something beside it is read too, and what is left is no prose."""
    fields = reading.fields.keys()
    left = len(plain(reading.text[after : reading.end]).split())
    telling = {"authors", "editors", "pages", "publisher", "place", "volume", "issue"} & fields or reading.identifiers
    if title.kind == "quote":
        telling = telling or {"container_title", "date"} & fields
    return bool(telling or {"container_title", "date"} <= fields) and left <= _PROSE
