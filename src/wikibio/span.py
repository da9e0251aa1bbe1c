"""Where in the source something stands."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in the source that was given.

    ``source[slice(*span)]`` is the wikitext it covers; in JSON it is ``[start, end]``.
    """

    start: int
    end: int

    def contains(self, other: tuple[int, int]) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self[0] <= other[0] and other[1] <= self[1]
