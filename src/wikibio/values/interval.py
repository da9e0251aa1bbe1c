"""Intervals of time: from one date to another, as terms, reigns, marriages and careers are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.reader import DatedText, date_value, may_hold_date, read_dated_text

_OPEN = ("", "..")
_DASH = re.compile(r"\s*[–—−]\s*|\s+-+\s+|(?<=\d)-(?=\d)|-+$|^-+")


class Interval(NamedTuple):
    """Two dates, each as a Date value or None where it is not said.

    `single` tells a lone date from a range; `ongoing` says that the page calls it present. `date` is the whole as one
    Date; `begin` and `finish` are its offsets in the text it stands in.
    """

    start: dict[str, object] | None
    end: dict[str, object] | None
    single: bool
    ongoing: bool
    date: dict[str, object]
    begin: int
    finish: int


def read_intervals(context: Context, fragment: Fragment) -> list[Interval]:
    """``1979–1985, 1991–present`` gives 1979 to 1985, and from 1991 on (ongoing)."""
    if not may_hold_date(context, fragment):
        return []
    return intervals_in(context, read_dated_text(context, fragment))


def intervals_in(context: Context, dated: DatedText) -> list[Interval]:
    """The dates of a text as intervals; dates that say nothing are left out."""
    found = (interval_at(context, dated, index) for index in range(len(dated.dates)))
    return [interval for interval in found if interval is not None]


def interval_at(context: Context, dated: DatedText, index: int) -> Interval | None:
    """One of the dates as an interval: ``1979/..`` starts in 1979 and goes on, a lone ``1979`` is its start."""
    page_date = dated.dates[index]
    edtf = page_date.edtf
    if edtf is None:
        return None
    whole = date_value(context, dated, index)
    left, slash, right = edtf.partition("/")
    if not slash:
        return Interval(whole, None, True, False, whole, page_date.start, page_date.end)
    sides = _sides(context, dated, index, whole)
    left, right = page_date.first or left, page_date.last or right
    start = {**sides[0], "edtf": left} if left not in _OPEN else None
    end = {**sides[1], "edtf": right} if right not in _OPEN else None
    return Interval(start, end, False, right == "..", whole, page_date.start, page_date.end)


def _sides(
    context: Context, dated: DatedText, index: int, whole: dict[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Text, span and footnotes of the two ends; those of the whole where no dash parts them."""
    page_date = dated.dates[index]
    dashes = list(_DASH.finditer(page_date.text))
    if dated.mapped is None or len(dashes) != 1 or not dated.text.startswith(page_date.text, page_date.start):
        return whole, whole
    offset, dash = page_date.start, dashes[0]
    first = dated.mapped.span(offset, offset + dash.start())
    second = dated.mapped.span(offset + dash.end(), offset + len(page_date.text))
    after = dated.dates[index + 1].span.start if index + 1 < len(dated.dates) else dated.fragment.end
    before = dated.fragment.start if index == 0 else page_date.span.start
    return (
        _side(context, page_date.text[: dash.start()], first, before, second.start),
        _side(context, page_date.text[dash.end() :], second, second.start, after),
    )


def _side(context: Context, text: str, span: Span, start: int, end: int) -> dict[str, object]:
    return {"edtf": None, "text": text, "span": span, "references": context.footnotes(start, end)}
