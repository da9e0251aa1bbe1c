"""Mend lines that begin with a very long mark: headings and lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .guard_edits import Edits
from .guard_marks import BOX, Mark
from .guard_regions import Pair

_MOST_SIGNS = 100
"""How many runs of `=` a heading may hold: the tokenizer calls itself for each, and crashes at some ten thousand."""

_LONG_LIST = re.compile(r"(?<=\n)[*#:;]{40}[*#:;]++")
_SIGNS = re.compile(r"=++")


def settle_lines(source: str, pairs: Sequence[Pair], marks: Sequence[Mark], edits: Edits) -> None:
    """Silence the signs after the hundredth of a heading, and the list marks after the fortieth of a line."""
    spans = sorted([*((p.start, p.end) for p in pairs), *((m.start, m.end) for m in marks if m.kind is BOX)])
    if source.startswith("="):
        _settle_heading(source, 0, spans, edits)
    line = source.find("\n=")
    while line >= 0:
        _settle_heading(source, line + 1, spans, edits)
        line = source.find("\n=", line + 1)
    for marker in _LONG_LIST.finditer("\n" + source):
        edits.silence(marker.start() + 39, marker.end() - 1)


def _settle_heading(source: str, start: int, spans: Sequence[tuple[int, int]], edits: Edits) -> None:
    """A heading ends with its line, but what is open in it may hold further lines."""
    position, signs = start, 0
    while position < len(source):
        stop = source.find("\n", position)
        stop = len(source) if stop < 0 else stop
        at = bisect_left(spans, (position, 0))
        following = spans[at] if at < len(spans) and spans[at][0] < stop else None
        for run in _SIGNS.finditer(source, position, following[0] if following else stop):
            signs += 1
            if signs > _MOST_SIGNS:
                edits.silence(*run.span())
        if following is None:
            return
        position = following[1]
