"""Cue words: "pp.", "vol.", "Retrieved", "edited by", … and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

_GAPS = re.compile(r"[\s.]+")
_LETTERS = re.compile(r"[^\W\d_]+")


class Cue(NamedTuple):
    """A cue of one kind (the table citation_cue of free_text.toml says which there are) and where it stands."""

    kind: str
    start: int
    end: int


_new = tuple.__new__
"""Makes a named tuple in a third of the time; a text has many."""


class CueFinder:
    """Finds cues in one pass over a text."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._kinds = {" ".join(_LETTERS.findall(phrase.lower())): kind for phrase, kind in table.items()}
        self._pattern = re.compile(rf"\b(?<!['’-]){_tree(self._kinds)}(?![^\W\d_])" if table else r"(?!)")

    def find(self, text: str) -> dict[str, list[Cue]]:
        """Every cue of `text` by its kind, in order, the longest where several begin with one word.

        "Retrieved on 3 May, pp. 4" -> access 0–12, pages 21–23
        """
        # Literals are matched several times faster than without regard to case.
        lower = text.lower()
        if len(lower) != len(text):
            lower = text.replace("İ", "i").lower()  # The one letter that gets longer in lower case.
        found: dict[str, list[Cue]] = {}
        for match in self._pattern.finditer(lower):
            kind = self._kinds.get(match[0]) or self._kinds[_GAPS.sub(" ", match[0])]
            cue = _new(Cue, (kind, *match.span()))
            if kind in found:
                found[kind].append(cue)
            else:
                found[kind] = [cue]
        return found


def _tree(phrases: Iterable[str]) -> str:
    """A pattern of phrases that tries each letter once: a search with it costs a fraction of one in a flat list.

    in, in the, on -> ``(?:in(?:[\\s.]+the)?|on)``
    """
    rests = sorted(phrases)
    branches = [
        (r"[\s.]+" if letter == " " else re.escape(letter)) + _tree([phrase[1:] for phrase in group])
        for letter, group in groupby(filter(None, rests), key=itemgetter(0))
    ]
    one_ends_here = rests[0] == ""
    if len(branches) == 1 and not one_ends_here:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if one_ends_here else ''}" if branches else ""
