"""What happened when and where: fields that hold a date, a place, or both."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.reader import DatedText, PageDate, date_value, read_dated_text
from wikibio.values.kept import text_of
from wikibio.values.links import shown_links
from wikibio.values.listing.fragments import cut, trim
from wikibio.values.place import read_place
from wikibio.values.ranges import Ranges

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = re.compile(r"[\s,;:.–—/-]+")
_BREAK = re.compile(r"\n|<br\b", re.IGNORECASE)
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


class Event:
    """The dates and the place that a field gives; `dates` go with `cues` and `kinds` (PageDate) in order."""

    __slots__ = ("dates", "found", "place")

    def __init__(self, dates: list[dict[str, object]], found: list[PageDate], place: dict[str, object] | None) -> None:
        self.dates = dates
        self.found = found
        self.place = place


def read_event(context: Context, fragment: Fragment) -> Event:
    """A field that is for a date: its dates, and the place beside them if there is one.

    ``5 May 1821, [[Longwood]]`` gives 1821-05-05 and Longwood; ``11 March 1957 (disputed)`` has no place.
    """
    dated = read_dated_text(context, fragment)
    dates = [date_value(context, dated, index) for index in range(len(dated.dates))]
    return Event(dates, dated.dates, _beside(context, dated, dates))


def read_place_event(context: Context, fragment: Fragment) -> Event:
    """A field that is for a place: the place, and a day beside it if there is one.

    ``[[Longwood]], 5 May 1821`` gives the same as ``5 May 1821, [[Longwood]]`` for a date; ``Paris (from 1821)`` is a
    place whole.
    """
    if not any(map(str.isdecimal, text_of(context, fragment) if fragment.nodes else context.slice(fragment))):
        return Event([], [], read_place(context, fragment))
    dated = read_dated_text(context, fragment)
    brackets = Ranges([match.span() for match in _BRACKETS.finditer(dated.text)])
    alone = dated.mapped is None or not _EDGES.sub("", _without(dated.text, dated.dates))
    days = [
        index for index, date in enumerate(dated.dates) if alone or (_is_day(date) and not brackets.holds(date.start))
    ]
    if not days:
        return Event([], [], read_place(context, fragment))
    dates = [date_value(context, dated, index) for index in days]
    place = None if alone else _beside(context, dated, dates)
    return Event(dates, [dated.dates[index] for index in days], place)


def _beside(context: Context, dated: DatedText, dates: list[dict[str, object]]) -> dict[str, object] | None:
    """The place beside dates; each footnote is attached to the value that it follows, so they are dealt out anew."""
    place = _place_beside(context, dated)
    if place is None:
        return None
    values = sorted([*dates, place], key=lambda value: value["span"])  # type: ignore[arg-type,return-value]
    starts = [value["span"][0] for value in values[1:]]  # type: ignore[index]  # spans are pairs of int
    for value, start, end in zip(values, [dated.fragment.start, *starts], [*starts, dated.fragment.end], strict=True):
        value["references"] = context.footnotes(start, end)
    return place


def _is_day(date: PageDate) -> bool:
    return date.edtf is not None and bool(_DAY.fullmatch(date.edtf))


def _without(text: str, dates: list[PageDate]) -> str:
    starts, ends = [0, *(date.end for date in dates)], [*(date.start for date in dates), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _place_beside(context: Context, dated: DatedText) -> dict[str, object] | None:
    """The place in what is left of a text beside its dates: set off from them, with a capital letter or a link."""
    if dated.mapped is None:
        return None
    edges = [0, *(edge for date in dated.dates for edge in (date.start, date.end)), len(dated.text)]
    for begin, stop in zip(edges[::2], edges[1::2], strict=True):
        start, end = _trimmed(context, dated.text, begin, stop)
        if start >= end or (start == 0 and end == len(dated.text)) or not dated.text[start].isupper():
            continue
        whole = _whole_nodes(dated.fragment, dated.mapped.span(start, end))
        if next(shown_links(context, whole), None) or _is_set_off(context, dated, (begin, start), (end, stop)):
            return read_place(context, trim(context, whole))
    return None


def _is_set_off(context: Context, dated: DatedText, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether a comma, a preposition or a line break stands between a text and the date beside it, not just a space.

    ``Born 11 March 1957`` and ``3 January 2020 Assassinated`` name no places.
    """
    if any(dated.text[start:end].strip() for start, end in (before, behind)):
        return True
    span = dated.fragment.span
    return len(dated.dates) == 1 and bool(_BREAK.search(context.source, span.start, span.end))


def _trimmed(context: Context, text: str, start: int, end: int) -> tuple[int, int]:
    """The range without separators, a preposition, and brackets at its ends that hold no more than a remark."""
    piece = text[start:end]
    lead = _EDGES.match(piece)
    start += lead.end() if lead else 0
    word = text[start:end].split(" ", 1)[0]
    if context.lexicon.word("place_preposition", word) is not None:
        start += len(word) + 1
    while end > start and _EDGES.fullmatch(text[end - 1]):
        end -= 1
    return start, end


def _whole_nodes(fragment: Fragment, span: Span) -> Fragment:
    """The part of `fragment` at `span`, widened to whole nodes."""
    start, end = span
    for node in fragment.nodes:
        if node.start < end and start < node.end:
            start, end = min(start, node.start), max(end, node.end)
    return cut(fragment, start, end)
