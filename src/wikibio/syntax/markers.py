"""Footnote markers while text is written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from wikibio.syntax.folding import MARK
from wikibio.syntax.nodes import Node, Parameter, Template


class Markers:
    """The footnote markers of a page, and the ids of those written so far, in order.

    `ids` maps the offset of each marker to the id of its reference.
    """

    __slots__ = ("_starts", "ids", "written")

    def __init__(self, ids: Mapping[int, str]) -> None:
        self.ids = ids
        self.written: list[str] = []
        self._starts = sorted(ids)

    def write_inside(self, template: Template, shown: Sequence[object], written: list[str]) -> None:
        """Append a MARK for each footnote in a template that shows a text of its own, not its arguments."""
        first = bisect_left(self._starts, template.start)
        if first == len(self._starts) or self._starts[first] >= template.end:
            return
        if all(isinstance(part, str) for part in shown):
            inside = [self.ids[node.start] for node in _outermost(template.children, self.ids)]
            written.append(MARK * len(inside))
            self.written += inside


def _outermost(nodes: Sequence[Node], ids: Mapping[int, str]) -> Iterator[Node]:
    """The footnote markers in `nodes`, without those in footnotes."""
    for node in nodes:
        if type(node) is not Parameter and node.start in ids:
            yield node
        else:
            yield from _outermost(node.children, ids)


NO_MARKERS = Markers({})
