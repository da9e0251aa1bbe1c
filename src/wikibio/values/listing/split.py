"""Several things in one line: commas, semicolons, typed dots, "and", outside brackets and quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wikibio.context import Context
from wikibio.lexicon.load import Lexicon
from wikibio.values.listing.surface import OPAQUE, SILENT, Surface, blank

_OPENING = "([{“„«"
_CLOSING = ")]}”»"
_ANY_SIGN = re.compile("[•·∙●▪⋅|/,;:]")
_TEXT = re.compile(f"[^{OPAQUE}{SILENT}]+")


class Separator(NamedTuple):
    """What may part two things: a comma, semicolon or colon, ``•`` for any dot or bar, ``and`` for any conjunction."""

    sign: str
    start: int
    end: int


@lru_cache(maxsize=16)
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon.word_table("conjunction"), key=len, reverse=True)
    conjunction = "|".join(re.escape(word) for word in words) or "(?!)"
    return re.compile(
        rf"(?P<bracket>[(\[{{“„«)\]}}”»])|(?P<quote>\")|(?P<and>(?<=[\s{SILENT}])(?:{conjunction})(?=\s|\Z))"
        r"|(?P<dot>[•·∙●▪⋅|]|(?<=\s)/(?=\s))|(?P<sign>[,;:](?!\d))",
        re.I,
    )


def may_part(context: Context, text: str) -> bool:
    """Whether a text without nodes has any sign or word in it that can part things."""
    return _signs(context.lexicon).search(text) is not None


def may_separate(lexicon: Lexicon, text: str) -> bool:
    """Whether a text has any sign or word that may part things; most lines have none."""
    if _ANY_SIGN.search(text) is not None:
        return True
    text = text.lower()
    return any(word in text for word in lexicon.word_table("conjunction"))


def separators(context: Context, surface: Surface) -> list[Separator]:
    """The signs in a line that may part things, in order.

    ``[[A]], [[B]] (1, 2) and C`` has a comma and an "and"; the comma in the brackets parts nothing.
    """
    if not may_separate(context.lexicon, surface.text):
        return []
    found: list[Separator] = []
    ends: dict[int, int] | None = None
    depth = 0
    quoted = False
    signs = _signs(context.lexicon)
    matches: list[re.Match[str]] = []
    for run in _TEXT.finditer(surface.text):
        matches += signs.finditer(surface.text, run.start(), run.end())
    for match in matches:
        kind, text = match.lastgroup, match.group()
        if kind == "bracket":
            depth = depth + 1 if text in _OPENING else max(0, depth - 1)
        elif kind == "quote":
            quoted = not quoted and '"' in surface.text[match.end() :]
        elif not depth and not quoted:
            sign = {"and": "and", "dot": "•"}.get(kind or "", text)
            if ends is None:
                first = surface.fragment.start
                ends = {node.start - first: node.end - first for node in surface.fragment.nodes}
            found.append(Separator(sign, match.start(), ends.get(match.start(), match.end())))
    return found


def split_at(surface: Surface, at: list[Separator]) -> list[Surface]:
    """The pieces between separators; footnotes right behind a separator stay with the piece before it."""
    pieces: list[Surface] = []
    start = 0
    for separator in at:
        if separator.start < start:
            start = max(start, separator.end)
            continue
        end = separator.end
        notes = _NOTES.match(surface.text, end)
        if notes is not None and surface.text[separator.start : end].strip() in (",", ";"):
            pieces.append(_without_sign(surface, start, separator, notes.end()))
            start = notes.end()
        else:
            pieces.append(surface.cut(start, separator.start))
            start = end
    pieces.append(surface.cut(start, len(surface.text)))
    return [piece for piece in pieces if piece.text.strip(_EMPTY)]


_NOTES = re.compile(f"{SILENT}+")
_EMPTY = f" \t\r\n\u00a0{SILENT},;'"


def _without_sign(surface: Surface, start: int, separator: Separator, end: int) -> Surface:
    """The piece before a comma with the footnotes behind the comma, the comma itself blanked out."""
    piece = surface.cut(start, end)
    first = surface.fragment.start
    sign = blank(first + separator.start, first + separator.end)
    nodes = sorted([*piece.fragment.nodes, sign], key=lambda node: node.start)
    width = separator.end - separator.start
    at = separator.start - start
    text = piece.text[:at] + SILENT * width + piece.text[at + width :]
    return Surface(piece.fragment._replace(nodes=nodes), text)
