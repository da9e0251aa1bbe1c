"""What a title's own text holds besides the title: pages, the work, a date, an author at the end of a link's text."""

from __future__ import annotations

from wikibio.citations.free_text.items import Item, is_dressed, only_item, title_text
from wikibio.citations.free_text.marked_text import plain
from wikibio.citations.free_text.people import read_last_author
from wikibio.citations.free_text.reading import Reading
from wikibio.citations.free_text.sources import is_container


def read_title(reading: Reading, title: Item) -> None:
    """Set the title; what else a link's text holds is none of it.

    ``[… North Carolina Manual, p. 395]`` -> title and pages; ``[… Coinage by Philip Brown]`` -> title and author;
    ``[… A day, ''The Times'', 15 April 2007]`` -> title, container and date
    """
    text = reading.marked.text
    start, end = title.inner_start, title.inner_end
    if title.kind == "link":
        end = _read_last_pages(reading, start, end)
        if end < title.inner_end and " " not in plain(text[start:end]):
            return  # A single name and a page are a short footnote.
        if title.dressed:
            end = _read_last_container(reading, start, end)
        end = read_last_author(reading, start, end)
    if title.dressed and is_dressed(text, start, end):
        inner = only_item(reading.words.finder.find(text, start, end), text, start, end)
        if inner is not None:
            start, end = inner.inner_start, inner.inner_end
    shown = title_text(text[start:end])
    if shown:
        reading.say("title", shown, start, end)


def _read_last_pages(reading: Reading, start: int, end: int) -> int:
    """Take pages at the end of a link's text; gives where the rest ends."""
    text = reading.marked.text
    for cue in reading.reference.cues.get("pages", ()):
        if not start < cue.start < end:
            continue
        match = reading.words.pages.match(text, cue.end, end)
        if match is not None and not text[match.end() : end].strip():
            reading.say_text("pages", *match.span("value"))
            return start + len(text[start : cue.start].rstrip(" ,"))
    return end


def _read_last_container(reading: Reading, start: int, end: int) -> int:
    """Take the work and the date at the end of a link's text; gives where the title ends."""
    text = reading.marked.text
    items = reading.words.finder.find(text, start, end)
    if not items or items[-1].kind != "italic" or "container_title" in reading.fields:
        return end
    last = items[-1]
    dates = [found for found in reading.reference.dates if last.end <= found.start and found.end <= end and found.edtf]
    left = text[last.end : dates[0].start] + text[dates[0].end : end] if len(dates) == 1 else text[last.end : end]
    named = is_container(plain(text[last.start : last.end]), reading.words)
    if not named or plain(left).strip(" ,.") or not plain(text[start : last.start]).endswith(","):
        return end
    reading.say_text("container_title", last.inner_start, last.inner_end)
    reading.head_dates += dates
    return last.start
