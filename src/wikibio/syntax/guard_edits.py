"""One-for-one changes to the copy of a page that the tokenizer reads."""

from __future__ import annotations

import re

INERT = "\x7f"
"""Stands for a character that must not act as markup.

DELETE is no white space, no letter, no mark of the tokenizer, and MediaWiki keeps it out of every page.
"""


_WORDS = re.compile(r"<[^\s{}\[\]>|=&'#*;:/!\-\x7f]*+\x7f?")
"""Words after `<`, and the inert character that ends them: what ended them before may have kept them from a tag."""


class Edits:
    """Changes collected by the readers of marks, applied once.

    Every change puts as many characters as it takes away, so the copy has the offsets of the source.
    """

    __slots__ = ("_changes", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._changes: dict[int, str] = {}

    def put(self, start: int, text: str) -> None:
        """Write `text` over the source at `start`."""
        if len(text) >= len(self._changes.get(start, "")):
            self._changes[start] = text

    def silence(self, start: int, end: int) -> None:
        """Make the characters of [start, end) inert: `{{` becomes two INERT characters."""
        self.put(start, INERT * (end - start))

    def blank(self, start: int, end: int) -> None:
        """Turn the characters of [start, end) into spaces."""
        self.put(start, " " * (end - start))

    def apply(self) -> str:
        """The changed copy; the source itself where nothing was changed."""
        if not self._changes:
            return self.source
        pieces: list[str] = []
        position = 0
        for start in sorted(self._changes):
            text = self._changes[start]
            if start < position:
                text = text[position - start :]
                start = position
            pieces.append(self.source[position:start])
            pieces.append(text)
            position = start + len(text)
        pieces.append(self.source[position:])
        return _WORDS.sub(_without_angles, "".join(pieces))


def _without_angles(words: re.Match[str]) -> str:
    """`<a` and an inert character would make one long name of a tag."""
    return words[0].replace("<", INERT) if words[0][-1] == INERT else words[0]
