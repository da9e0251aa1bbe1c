"""Stretches of the source, and whether a place stands in one of them."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeVar

from wikibio.syntax.nodes import Node

Region = tuple[int, int]
Held = TypeVar("Held", bound=Node)


class Regions:
    """Some stretches, of which those inside others do not count."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        starts, ends = self._starts, self._ends
        for start, end in sorted(regions):
            if not ends or start >= ends[-1]:
                starts.append(start)
                ends.append(end)
            elif start == starts[-1]:
                ends[-1] = end  # Of those that start at one place the longest comes last.

    def __iter__(self) -> Iterator[Region]:
        return zip(self._starts, self._ends, strict=True)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def without(self, nodes: Iterable[Held]) -> Iterator[Held]:
        """Those of `nodes` (in source order) that begin in none of the stretches."""
        regions = iter(self)
        start = end = -1
        for node in nodes:
            offset = node.start
            while end <= offset:
                start, end = next(regions, (sys.maxsize, sys.maxsize))
            if offset < start:
                yield node
