"""A reference's text as its reader sees it, with marks where italics and external links begin and end.

Titles are told by their dress: quotation marks, italics, the text of a link. So the marks stay in the text, one
character each, and every character knows where in the source it came from.
"""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import ExternalLink, Fragment, Node
from wikibio.syntax.text import APOSTROPHE, DROPPED, Piece, Renderer

ITALIC, END_ITALIC = "\ue010", "\ue011"
LINK, END_LINK = "\ue012", "\ue013"
TAKEN = "\ue014"
"""Stands for what was read already, for a template that shows nothing, and for bold marks."""
MARKS = f"{ITALIC}{END_ITALIC}{LINK}{END_LINK}{TAKEN}"

_RUNS = re.compile(r"'{2,}|\n")
_ITALIC_WIDTHS = frozenset({2, 5})
_MARK = re.compile(f"[{MARKS}]")
_REPLACED = str.maketrans({APOSTROPHE: "'", DROPPED: TAKEN})


class _MarkingRenderer(Renderer):
    """Renders as the page does, but sets marks round the text of external links, and shows no bare URL."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__(renderer.source, renderer.show, renderer.hidden_prefixes)
        self.links: list[ExternalLink] = []

    def collect_node(self, node: Node, pieces: list[Piece]) -> None:
        if not isinstance(node, ExternalLink):
            super().collect_node(node, pieces)
            return
        self.links.append(node)
        pieces.append((LINK, node.start, node.start))
        if node.content is not None:
            self.collect(node.content, pieces)
        pieces.append((END_LINK, node.end, node.end))


class MarkedText:
    """`text` with marks; the n-th link mark is of `links[n]`."""

    def __init__(self, context: Context, fragment: Fragment) -> None:
        renderer = _MarkingRenderer(context.renderer)
        pieces: list[Piece] = []
        renderer.collect(fragment, pieces)
        self.links = renderer.links
        self._end = fragment.end
        self._starts: list[int] = []
        self._ends: list[int] = []
        for text, start, end in pieces:
            self._locate(text, start, end)
        self.text = self._mark_italics("".join([piece[0] for piece in pieces]).translate(_REPLACED))

    def _locate(self, text: str, start: int, end: int) -> None:
        if end - start == len(text):
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))
        else:
            self._starts.extend([start] * len(text))
            self._ends.extend([end] * len(text))

    def _mark_italics(self, raw: str) -> str:
        """``''`` as marks, bold marks out; italics end with the line, as in MediaWiki."""
        if "''" not in raw:
            return raw
        parts: list[str] = []
        kept: list[int] = []
        position, italic = 0, False
        for match in _RUNS.finditer(raw):
            start, end = match.span()
            line_ends = raw[start] == "\n"
            marked = italic if line_ends else end - start in _ITALIC_WIDTHS
            parts.append(raw[position:start])
            kept.extend(range(position, start))
            if marked:
                parts.append(END_ITALIC if italic else ITALIC)
                kept.append(start)
                italic = not italic
            position = start if line_ends else end
        parts.append(raw[position:])
        kept.extend(range(position, len(raw)))
        self._starts = [self._starts[offset] for offset in kept]
        self._ends = [self._ends[offset] for offset in kept]
        return "".join(parts) + (END_ITALIC if italic else "")

    def offset(self, offset: int) -> int:
        """Where in the source the character at `offset` of the text begins."""
        return self._starts[offset] if offset < len(self._starts) else self._end

    def span(self, start: int, end: int) -> Span:
        """The source of ``text[start:end]``, without marks and white space at its ends."""
        text = self.text
        while start < end and (text[start].isspace() or text[start] in MARKS):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in MARKS):
            end -= 1
        if start == end:
            return Span(0, 0)
        return Span(self._starts[start], self._ends[end - 1])


def plain(text: str) -> str:
    """Marked text without its marks, on one line.

    >>> plain(f"{ITALIC}The Times{END_ITALIC}, 3 May")
    'The Times, 3 May'
    """
    return " ".join(_MARK.sub("", text).split())
