"""Mend lines that the tokenizer takes for headings, and lines of endless list marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .guard_edits import Edits
from .guard_marks import BOX, BRACES, TABLE, TAG, Mark
from .guard_regions import Pair

_MOST_SIGNS = 100
"""How many runs of `=` a heading may hold: the tokenizer calls itself for each, and crashes at some ten thousand."""

_HEADING = re.compile(r"\n(=++)")
_HEADING_END = re.compile(r"=\s*+(?:<!--[^\n]*+-->\s*+)?\Z")
_LONG_LIST = re.compile(r"\n[*#:;]{40}[*#:;]++")
_SIGNS = re.compile(r"=++")


class HeadingReader:
    """Goes through the lines that begin with `=`, in order, with the pairs and boxes that lie round and in them."""

    def __init__(self, source: str, pairs: Sequence[Pair], marks: Sequence[Mark], edits: Edits) -> None:
        self.source = source
        self.edits = edits
        boxes = [Pair(BOX, mark.start, mark.start, mark.end, mark.end) for mark in marks if mark.kind is BOX]
        self.spans = sorted([*pairs, *boxes], key=lambda pair: pair.start)
        self._starts = [span.start for span in self.spans]

    def read(self) -> None:
        around: list[Pair] = []
        passed = 0
        for signs in _HEADING.finditer(f"\n{self.source}"):
            start, end = signs.start(), signs.end() - 1
            while passed < len(self.spans) and self._starts[passed] < start:
                around.append(self.spans[passed])
                passed += 1
            while around and around[-1].end <= start:
                around.pop()
            outer = around[-1] if around else None
            if outer and (outer.kind is BOX or (outer.kind is BRACES and end - start == 1)):
                continue
            if not self._settle(start, outer.end_start if outer else len(self.source)):
                self.edits.silence(start, end)

    def _settle(self, start: int, end: int) -> bool:
        """Follow the heading to the end of its line; False if it is none.

        What is open in it may hold further lines, but not a tag: MediaWiki sees headings before tags. A heading whose
        line is cut short by the end of what it stands in is none: the tokenizer would read on past that end.
        """
        position, count = start, 0
        while True:
            stop = self.source.find("\n", position, end)
            at = bisect_left(self._starts, position)
            inner = self.spans[at] if at < len(self.spans) and self._starts[at] < (end if stop < 0 else stop) else None
            for run in _SIGNS.finditer(self.source, position, inner.start if inner else end if stop < 0 else stop):
                count += 1
                if count > _MOST_SIGNS:
                    self.edits.silence(*run.span())
            if inner is None:
                return stop >= 0 or end == len(self.source)
            position = inner.end
            if inner.kind in (TAG, TABLE) and 0 <= stop < inner.end:
                if not _HEADING_END.search(self.source[start:stop]):
                    return False
                inner.silence(self.edits)
                position = inner.start_end


def settle_lists(source: str, edits: Edits) -> None:
    """Silence the list marks after the fortieth of a line."""
    for marker in _LONG_LIST.finditer(f"\n{source}"):
        edits.silence(marker.start() + 40, marker.end() - 1)
