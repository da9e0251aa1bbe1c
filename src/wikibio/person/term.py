"""Terms: from when to when somebody held an office, a post or a place in a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wikibio.context import Context
from wikibio.infobox.box import BoxField
from wikibio.values.interval import Interval, read_intervals

TERM_PARTS = frozenset(("start", "end", "term"))
_YEAR_LENGTH = 4


class Term(NamedTuple):
    """When an office was held: two dates, each None where it is not said; `ongoing` where it is still held."""

    start: dict[str, object] | None = None
    end: dict[str, object] | None = None
    ongoing: bool = False


NO_TERM = Term()


def read_terms(context: Context, fields: Mapping[str, BoxField]) -> list[Term]:
    """The terms that ``start``, ``end`` and ``term`` say; several where one value lists several ranges.

    ``|term=1965–1970, 1975–1980`` gives two; ``|term_start=4 May 1990|term_end=present`` one that has no end.
    """
    start, end = (first_interval(context, fields, (name,)) for name in ("start", "end"))
    if start is None and end is None:
        field = fields.get("term")
        return [] if field is None else terms_in(read_intervals(context, field.fragment))
    return [term_between(start, end)]


def first_interval(context: Context, fields: Mapping[str, BoxField], names: tuple[str, ...]) -> Interval | None:
    """The first date in the first of these fields that has one."""
    for name in names:
        intervals = read_intervals(context, fields[name].fragment) if name in fields else []
        if intervals:
            return intervals[0]
    return None


def term_between(start: Interval | None, end: Interval | None) -> Term:
    """The term from one value to another; a value for the start alone may hold both (``term_start=1919–1923``)."""
    last = end or start
    if last is None:
        return NO_TERM
    ending = (last.end or last.start) if end is not None else last.end
    return Term(start.start if start is not None else None, ending, last.ongoing)


def terms_in(intervals: list[Interval]) -> list[Term]:
    """Ranges as terms. A lone year is a term within that year, a lone day only its beginning."""
    if len(intervals) > 1:
        intervals = [interval for interval in intervals if not interval.single] or intervals[:1]
    return [interval_term(interval) for interval in intervals]


def is_limit(interval: Interval) -> bool:
    """Whether a lone date only says before when something was: "before 1856"."""
    return interval.single and interval.start is not None and str(interval.start["edtf"]).startswith("[..")


def interval_term(interval: Interval) -> Term:
    """``1979–1985`` is from 1979 to 1985, ``1979`` from 1979 to 1979, ``May 1979`` from May 1979.

    ``before 1979`` ends then: EDTF (ISO 8601-2, "one of a set") writes it ``[..1979]``.
    """
    start = interval.start
    if is_limit(interval):
        return Term(None, start)
    if interval.single and start is not None and len(str(start["edtf"])) == _YEAR_LENGTH:
        return Term(start, start)
    return Term(start, interval.end, interval.ongoing)
