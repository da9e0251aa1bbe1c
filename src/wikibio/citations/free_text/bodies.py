"""One citation's text, from the title outwards: what stands before it, what after it."""

from __future__ import annotations

import re

from wikibio.citations.free_text.dates import find_dates
from wikibio.citations.free_text.details import (
    read_bare_number,
    read_cued,
    read_date,
    read_journal_numbers,
    read_last_number,
    read_place_of_paper,
    separate_dates,
)
from wikibio.citations.free_text.heads import read_head, say_names
from wikibio.citations.free_text.imprint import find_imprint, source_kind
from wikibio.citations.free_text.items import Item, blanked, only_item, title_text
from wikibio.citations.free_text.marked_text import END_LINK, LINK, MARKS, TAKEN, plain
from wikibio.citations.free_text.names import Name, is_certain, read_names
from wikibio.citations.free_text.plain_books import read_plain_book
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.sources import is_container, read_source
from wikibio.citations.free_text.titles import Titles, choose, opened

_LINK_MARKS = str.maketrans({LINK: TAKEN, END_LINK: TAKEN})
_CHUNK = re.compile(rf"(?:[^,;:()\[\]\n.{MARKS}]|\.(?=\w))+")
_PROSE = 12
"""So many words left over behind a title without a link, and the text is a note, not a reference."""


def read_body(reading: Reading) -> int | None:
    """Read the text of one citation into `reading`; gives where the title's link begins in the text, if it has one.

    ``Brown, John. ''Title''. London: Cape, 1990, p. 23.`` gives authors, title, place, publisher, date and pages.
    """
    link = _open_link(reading)
    finder = reading.words.finder
    items = list(finder.find(reading.text, reading.start, reading.end))
    outside = blanked(reading.text, items)
    if reading.words.quoting.search(outside):
        return items[0].link if len(items) == 1 else link
    titles = choose(reading.text, items, reading.words)
    reading.text = outside
    read_cued(reading, reading.start, reading.end)
    if titles.title is None:
        if items or not read_plain_book(reading):
            _read_short(reading)
        return link
    _read_titled(reading, titles, titles.title)
    return titles.title.link if titles.title.link is not None else link


def _open_link(reading: Reading) -> int | None:
    """Where a link's text is a reference of its own, read it as if it were not linked."""
    for item in reading.words.finder.find(reading.text, reading.start, reading.end):
        if item.kind == "link" and opened(reading.text, item, reading.words):
            inside = reading.text[item.start : item.end].translate(_LINK_MARKS)
            reading.text = reading.text[: item.start] + inside + reading.text[item.end :]
            return item.start
    return None


def _read_short(reading: Reading) -> None:
    """``Brown (1988), p. 11``: nothing but names, a year and pages."""
    dates = list(find_dates(reading.text, reading.words, reading.start, reading.end))
    if "pages" not in reading.fields:
        read_bare_number(reading, reading.start, reading.end)
    rest = reading.text
    for found in dates:
        rest = rest[: found.start] + TAKEN * (found.end - found.start) + rest[found.end :]
    stretches = [match.span() for match in re.finditer(rf"[^{MARKS}()\[\]]+", rest) if match.group().strip(" ,.:;")]
    if len(stretches) != 1 or ("pages" not in reading.fields and not dates):
        return
    start, end = stretches[0]
    shown = plain(rest[start:end]).rstrip(".")
    others = reading.words.et_al.search(shown)
    names = read_names(shown[: others.start()] if others else shown, reading.words, short=True)
    if names is not None:
        if others:
            reading.say("et_al", True, start, end)
        say_names(reading, "authors", names, start, end)
        read_date(reading, dates)


def _read_titled(reading: Reading, titles: Titles, title: Item) -> None:
    container = titles.container
    first = min(item.start for item in (title, container) if item is not None)
    after = max(item.end for item in (title, container) if item is not None)
    inside = reading.words.ends_in.search(reading.text, reading.start, first)
    head_fits = read_head(reading, reading.start, inside.start() if inside else first)
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
        _read_title(reading, title)
        if container is None:
            read_source(reading, title.end)
        _read_people(reading, title.end)
        _read_imprint(reading, title.end)
        _read_dates(reading, title.end)
    if titles.quote is not None:
        start, end = titles.quote.inner_start, titles.quote.inner_end
        reading.say("quote", plain(reading.marked.text[start:end]), start, end)
    if title.link is None and not _holds(reading, title, after):
        reading.forget()


def _read_title(reading: Reading, title: Item) -> None:
    """Set the title; pages and an author at the end of a link's text are none of it."""
    text = reading.marked.text
    start, end = title.inner_start, title.inner_end
    if title.kind == "link":
        pages = reading.words.last_pages.search(text, start, end)
        if pages is not None:
            reading.say_text("pages", *pages.span("value"))
            end = pages.start()
            if " " not in plain(text[start:end]):
                return
        end = _read_last_author(reading, start, _read_last_container(reading, start, end))
    inner = only_item(list(reading.words.finder.find(text, start, end)), text, title._replace(inner_end=end))
    if inner is not None:
        start, end = inner.inner_start, inner.inner_end
    shown = title_text(text[start:end])
    if shown:
        reading.say("title", shown, start, end)


def _read_last_container(reading: Reading, start: int, end: int) -> int:
    """``A title, ''The Times'', 15 April 2007``: work and date out of a link's text; gives where the title ends."""
    text, words = reading.marked.text, reading.words
    items = list(words.finder.find(text, start, end))
    if not items or items[-1].kind != "italic" or "container_title" in reading.fields:
        return end
    last = items[-1]
    dates = list(find_dates(text, words, last.end, end))
    left = text[last.end : dates[0].start] + text[dates[0].end : end] if len(dates) == 1 else text[last.end : end]
    named = is_container(plain(text[last.start : last.end]), words)
    if not named or plain(left).strip(" ,.") or not plain(text[start : last.start]).endswith(","):
        return end
    reading.say_text("container_title", last.inner_start, last.inner_end)
    reading.head_dates += dates
    return last.start


def _read_last_author(reading: Reading, start: int, end: int) -> int:
    """``Coinage by Philip Brown``: the author out of a link's text; gives where the title ends."""
    found = list(reading.words.by.finditer(reading.marked.text, start, end))
    if not found or found[-1].start() == start or "authors" in reading.fields:
        return end
    by = found[-1]
    names = read_names(plain(reading.marked.text[by.end() : end]), reading.words)
    if names is None or not is_certain(names) or "family" in names[0]:
        return end
    reading.say("authors", [dict(name) for name in names], by.end(), end)
    return by.start()


def _read_italic(reading: Reading, title: Item, *, introduced: bool) -> None:
    """A name in italics alone: a book; or a periodical, if a day or a volume stands beside it."""
    read_journal_numbers(reading, title.start, title.end, reading.end)
    numbered = "volume" in reading.fields and not reading.words.volume.search(reading.marked.text, title.end)
    _read_people(reading, title.end)
    _read_imprint(reading, title.end)
    _read_dates(reading, title.end)
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


def _read_people(reading: Reading, start: int) -> None:
    """``ed. Michael Brown``, ``translated by Ann Green``, ``2nd ed.`` behind the title: no publishers, no authors."""
    edition = reading.only(reading.words.edition, start, reading.end)
    if edition is not None:
        reading.say_text("edition", *edition.span("value"))
        reading.blank(*edition.span())
    for field, pattern in (("editors", reading.words.editors_after), ("translators", reading.words.others_after)):
        for match in list(pattern.finditer(reading.text, start, reading.end)):
            found = _leading_names(reading, *match.span("names"))
            if found is None:
                continue
            names, end = found
            if field == "editors" and is_certain(names):
                reading.say(field, [dict(name) for name in names], match.start("names"), end)
            reading.blank(match.start(), end)


def _leading_names(reading: Reading, start: int, end: int) -> tuple[list[Name], int] | None:
    """The names that ``text[start:end]`` begins with, up to a comma, and where they end: "Ann Green, London" -> one."""
    while end > start:
        shown = plain(reading.text[start:end])
        names = read_names(shown, reading.words) if shown[:1].isupper() else None
        if names is not None:
            return names, end
        end = reading.text.rfind(",", start, end)
    return None


def _read_imprint(reading: Reading, start: int) -> None:
    imprint = find_imprint(reading.text[start : reading.end], reading.words)
    if imprint is None:
        return
    for field, part in (("place", imprint.place), ("publisher", imprint.publisher)):
        if part is not None:
            reading.say_text(field, start + part[0], start + part[1])
            reading.blank(start + part[0], start + part[1])
    if imprint.publisher is not None and "authors" not in reading.fields:
        _read_author_between(reading, start, start + imprint.start)


def _read_author_between(reading: Reading, start: int, end: int) -> None:
    """``''Title'', John Brown, Penguin, 2005``: a name alone between title and publisher is the author's."""
    start += len(reading.text[start:end]) - len(reading.text[start:end].lstrip(f" ,.:{MARKS}"))
    by = reading.words.by.match(reading.text, start, end)
    start = by.end() if by else start
    if any(role.search(reading.text, start, end) for role in (reading.words.editor, reading.words.other_role)):
        return
    names = read_names(plain(reading.text[start:end]), reading.words)
    if names is not None and is_certain(names) and "literal" in names[0]:
        say_names(reading, "authors", names, start, end)


def _read_dates(reading: Reading, start: int) -> None:
    read_last_number(reading, start, reading.end)
    dates = separate_dates(reading, start, reading.end)
    read_date(reading, reading.head_dates + dates)
    for found in dates:
        reading.blank(found.start, found.end)


def _holds(reading: Reading, title: Item, after: int) -> bool:
    """Whether a title without a link is one: something beside it is read too, and what is left is no prose."""
    fields = reading.fields.keys()
    left = len(plain(reading.text[after : reading.end]).split())
    telling = {"authors", "editors", "pages", "publisher", "place", "volume", "issue"} & fields or reading.identifiers
    if title.kind == "quote":
        telling = telling or {"container_title", "date"} & fields
    return bool(telling or {"container_title", "date"} <= fields) and left <= _PROSE
