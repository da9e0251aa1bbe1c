"""Cue words: "pp.", "vol.", "Retrieved", "edited by", … and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+")


class Cue(NamedTuple):
    """A cue of one kind (the table citation_cue of free_text.toml says which there are) and where it stands."""

    kind: str
    start: int
    end: int


class CueFinder:
    """Finds cues by their first word, in one pass over a text."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._phrases: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for phrase, kind in sorted(table.items(), key=lambda row: -len(row[0])):
            words = re.findall(r"[^\W\d_]+", phrase)
            pattern = re.compile(r"[\s.]+".join(re.escape(word) for word in words) + r"(?![^\W\d_])", re.I)
            self._phrases.setdefault(words[0].lower(), []).append((pattern, kind))

    def find(self, text: str) -> list[Cue]:
        """Every cue of `text`, in order, the longest where several begin with one word.

        "Retrieved on 3 May, pp. 4" -> access 0–12, pages 21–23
        """
        cues: list[Cue] = []
        position = 0
        for match in _WORD.finditer(text):
            phrases = self._phrases.get(match.group().lower())
            if phrases is None or match.start() < position:
                continue
            for pattern, kind in phrases:
                found = pattern.match(text, match.start())
                if found is not None:
                    position = found.end()
                    cues.append(Cue(kind, match.start(), position))
                    break
        return cues
