"""Stretches of the source, and whether a place stands in one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Region = tuple[int, int]


class Regions:
    """Some stretches, of which those inside others do not count."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(regions, key=lambda region: (region[0], -region[1])):
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
