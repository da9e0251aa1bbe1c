"""Which of the things that stand out is the title, and which the work that contains it."""

from __future__ import annotations

import re
from typing import NamedTuple

from wikibio.citations.free_text.imprint import source_kind
from wikibio.citations.free_text.items import Item, is_blank, is_label, only_item
from wikibio.citations.free_text.marked_text import TAKEN, plain
from wikibio.citations.free_text.names import read_names
from wikibio.citations.free_text.words import FreeTextWords

_AFTER_TITLE = re.compile(rf"[\s{TAKEN}]*(?:[,.(]|$)")
_LONGEST_GAP = 90
_LONGEST_IN = 6


class Titles(NamedTuple):
    """The title and the container among the items; a `quote` is a passage, after the colon that announces it."""

    title: Item | None
    container: Item | None
    quote: Item | None = None


NO_TITLES = Titles(None, None)


def opened(text: str, item: Item, words: FreeTextWords) -> bool:
    """Whether a link's text is a reference of its own (author, title, work) and not a title.

    ``Paul Brown, "Mach", ''The Encyclopedia''`` is; ``"Gods" review`` and ``Review of A. Brown, "Happiness"`` are not.
    """
    inner = words.finder.find(text, item.inner_start, item.inner_end)
    if not inner or only_item(inner, text, item.inner_start, item.inner_end):
        return False
    first = inner[0]
    head = plain(text[item.inner_start : first.start])
    tail = text[first.end : item.inner_end]
    if first.kind == "quote" and source_kind(head, words) == "container" and is_blank(tail):
        return True
    if head and (read_names(head.rstrip("."), words) is None or head[-1] not in ",."):
        return False
    inside_ends = first.inner_end > 0 and text[first.inner_end - 1] in ",."
    contained = len(inner) > 1 and inner[1].kind == "italic" and inner[1].start - first.end <= _LONGEST_IN
    return bool(_AFTER_TITLE.match(tail)) or inside_ends or contained


def choose(text: str, start: int, end: int, items: list[Item], words: FreeTextWords) -> Titles:
    """Title and container of the reference ``text[start:end]``.

    "A", ''B'' -> title A in B; ''B'', "A" -> the same; ''B'' alone -> title B; a link's text is a title unless it only
    names the link ("PDF", "34"). Two titles in italics, or italics before a link's text, tell nothing for certain.
    """
    quote = items[-1] if len(items) > 1 and _is_quotation(text, start, end, items) else None
    items = [item for item in items if item is not quote and not _is_label_item(text, item, words)]
    if not items:
        return Titles(None, None, quote)
    first, rest = items[0], items[1:]
    if first.kind == "italic" and first.link is None:
        return _italics_first(text, start, first, rest, quote)
    container = next((item for item in rest if item.kind == "italic" and item.link is None), None)
    if container is not None and not _near(text, first, container):
        container = None
    return Titles(first, container, quote)


def _italics_first(text: str, start: int, first: Item, rest: list[Item], quote: Item | None) -> Titles:
    if not rest:
        return Titles(first, None, quote)
    second = rest[0]
    starts = is_blank(text[start : first.start])
    if second.kind == "quote" and starts and _near(text, first, second):
        return Titles(second, first, quote)
    if any(item.link is not None for item in rest):
        return Titles(None, None, quote)
    return Titles(first, None, quote)


def _is_label_item(text: str, item: Item, words: FreeTextWords) -> bool:
    return item.link is not None and is_label(plain(text[item.inner_start : item.inner_end]), words.link_labels)


def _is_quotation(text: str, start: int, end: int, items: list[Item]) -> bool:
    """Whether the last item is a quoted passage: in quotation marks, after a colon, at the end."""
    last = items[-1]
    before = plain(text[start : last.start])
    announced = last.kind == "quote" and last.link is None and before.endswith(":")
    return announced and is_blank(text[last.end : end].strip(" ."))


def _near(text: str, first: Item, second: Item) -> bool:
    """Whether nothing but a few words of one sentence stands between two items."""
    between = text[first.end : second.start]
    return len(between) <= _LONGEST_GAP and not re.search(r"[.;]\s+\w+\s+\w+\s+\w+\s+\w+|;\s", plain(between))
