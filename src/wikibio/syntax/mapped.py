"""Text with the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from wikibio.span import Span
from wikibio.syntax.folding import APOSTROPHE, fold_line

Piece = tuple[str, int, int]
"""A stretch of text and the source it came from; of equal length where it was taken over as it stands."""


class MappedText:
    """A line of text that knows where in the source each of its characters came from.

    >>> MappedText([("a ", 10, 12), (" b", 20, 22)]).span(2, 3)
    Span(start=21, end=22)
    """

    def __init__(self, pieces: list[Piece]) -> None:
        raw = "".join([piece[0] for piece in pieces])
        self.text = fold_line(raw)
        self._pieces = pieces
        self._starts: list[int] = []
        position = 0
        for piece in pieces:
            self._starts.append(position)
            position += len(piece[0])
        self._raw_offsets = self._align(raw)

    def _align(self, raw: str) -> Sequence[int]:
        """For each character of the text its offset in the raw text; folding only drops characters or makes spaces."""
        if raw == self.text:
            return range(len(raw))
        offsets, position = [], 0
        for character in self.text:
            if character == " ":
                while position < len(raw) and not raw[position].isspace():
                    position += 1
            elif character == "\ufffd":
                while position < len(raw) and not (raw[position] == "\ufffd" or "\ud800" <= raw[position] <= "\udfff"):
                    position += 1
            else:
                wanted = (character, APOSTROPHE) if character == "'" else (character,)
                while position < len(raw) and raw[position] not in wanted:
                    position += 1
            offsets.append(min(position, max(len(raw) - 1, 0)))
            position += 1
        return offsets

    def span(self, start: int, end: int) -> Span:
        """The source that shows as ``text[start:end]``; a template that shows part of it is covered whole."""
        if not self._raw_offsets or start >= end:
            return Span(self._pieces[0][1], self._pieces[0][1]) if self._pieces else Span(0, 0)
        return Span(self._source(self._raw_offsets[start], 0), self._source(self._raw_offsets[end - 1], 1))

    def _source(self, raw_offset: int, last: int) -> int:
        index = bisect_right(self._starts, raw_offset) - 1
        text, start, end = self._pieces[index]
        if end - start == len(text):
            return start + raw_offset - self._starts[index] + last
        return end if last else start
