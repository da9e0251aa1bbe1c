"""Sorted ranges without overlap, looked up by bisection, so that the cost stays in line with the length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Range = tuple[int, int]


class Ranges:
    """Sorted ranges ``[start, end)``.

    >>> Ranges([(2, 5), (7, 9)]).holds(4)
    True
    """

    __slots__ = ("_starts", "ranges")

    def __init__(self, ranges: Sequence[Range]) -> None:
        self.ranges = ranges
        self._starts = [start for start, _ in ranges]

    def holds(self, position: int) -> bool:
        """Whether `position` lies in one of the ranges."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self.ranges[index][1]

    def touching(self, start: int, end: int) -> range:
        """The indices of the ranges that share a position with ``[start, end)``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.ranges[first][1] <= start:
            first += 1
        last = first
        while last < len(self.ranges) and self.ranges[last][0] < end:
            last += 1
        return range(first, last)
