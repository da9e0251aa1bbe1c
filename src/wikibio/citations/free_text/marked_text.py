"""A reference's text as its reader sees it, with marks where italics and external links begin and end.

Titles are told by their dress: quotation marks, italics, the text of a link. So the marks stay in the text, one
character each, and every character knows where in the source it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.folding import APOSTROPHE, DROPPED
from wikibio.syntax.mapped import Piece
from wikibio.syntax.nodes import ExternalLink, Fragment, Template, WikiLink
from wikibio.syntax.text import Renderer, cut_stray_tags

ITALIC, END_ITALIC = "\ufdd3", "\ufdd4"
LINK, END_LINK = "\ufdd5", "\ufdd6"
TAKEN = "\ufdd7"
"""Stands for what was read already, for a template that shows nothing, and for bold marks."""
MARKS = f"{ITALIC}{END_ITALIC}{LINK}{END_LINK}{TAKEN}"

_new = tuple.__new__
_RUNS = re.compile(r"'{2,}|\n")
_ITALIC_WIDTHS = frozenset({2, 5})
_AROUND = frozenset(MARKS) | {chr(code) for code in range(0x3001) if chr(code).isspace()}
"""The marks and all white space, which is no part of what a field says."""


class _MarkingRenderer(Renderer):
    """Renders as the page does, but sets marks round the text of external links, and shows no bare URL."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__(renderer.source, renderer.show, renderer.hidden_prefixes)
        self.links: list[ExternalLink] = []

    def collect(self, fragment: Fragment, pieces: list[Piece]) -> None:
        """As `Renderer.collect`; the nodes that references are full of are read here, without a call."""
        source, add = self.source, pieces.append
        position, end, nodes = fragment
        for node in nodes:
            start = node.start
            if start > position:
                add((source[position:start], position, start))
                if "<" in pieces[-1][0]:
                    cut_stray_tags(pieces)
            position = node.end
            if node.__class__ is ExternalLink:
                self._collect_link(node, pieces)
            elif node.__class__ is WikiLink and not node.children and ":" not in node.target and "&" not in node.target:
                first, last = node.text_start, position - 2
                if first is None or first >= last:
                    add((node.target.replace("_", " "), start, position))
                else:
                    self._collect_plain(first, last, pieces)
            elif node.__class__ is Template and not self.show(node):
                add((TAKEN, start, position))
            else:
                self.collect_node(node, pieces)
        if end > position:
            self._collect_plain(position, end, pieces)

    def _collect_plain(self, start: int, end: int, pieces: list[Piece]) -> None:
        """Append a text without nodes."""
        pieces.append((self.source[start:end], start, end))
        if "<" in pieces[-1][0]:
            cut_stray_tags(pieces)

    def _collect_link(self, node: ExternalLink, pieces: list[Piece]) -> None:
        self.links.append(node)
        start, end, text = node.start, node.end, node.text_start
        pieces.append((LINK, start, start))
        if text is not None and text < end - 1:
            if node.children:
                self.collect(Fragment(text, end - 1, [child for child in node.children if child.start >= text]), pieces)
            else:
                self._collect_plain(text, end - 1, pieces)
        pieces.append((END_LINK, end, end))


class MarkedText:
    """`text` with marks; the n-th link mark is of `links[n]`."""

    def __init__(self, context: Context, fragment: Fragment) -> None:
        start, end, nodes = fragment
        written = context.source[start:end]
        pieces: list[Piece] = [(written, start, end)]
        self.links: list[ExternalLink] = []
        self._end = end
        if nodes or "<" in written:
            renderer = _MarkingRenderer(context.renderer)
            pieces.clear()
            renderer.collect(fragment, pieces)
            self.links = renderer.links
        if "''" in written:
            pieces = _mark_italics(pieces)
        self._pieces = pieces
        self._offsets: list[int] = []
        text = "".join([piece[0] for piece in pieces])
        # A page holds no such mark (`readable`); those here are of the pieces.
        self.text = text.replace(APOSTROPHE, "'").replace(DROPPED, TAKEN) if nodes else text

    def offset(self, offset: int) -> int:
        """Where in the source the character at `offset` of the text begins."""
        return self._source(offset, 0) if offset < len(self.text) else self._end

    def span(self, start: int, end: int) -> Span:
        """The source of ``text[start:end]``, without marks and white space at its ends."""
        text = self.text
        while start < end and text[start] in _AROUND:
            start += 1
        while end > start and text[end - 1] in _AROUND:
            end -= 1
        if start == end:
            return Span(0, 0)
        offsets = self._offsets or self._find_offsets()
        index = bisect_right(offsets, start) - 1
        at = offsets[index]
        shown, first, last = self._pieces[index]
        if end - at <= len(shown) == last - first:
            return _new(Span, (first + start - at, first + end - at))
        return Span(self._source(start, 0), self._source(end - 1, 1))

    def _piece(self, offset: int) -> tuple[int, str, int, int]:
        """The piece with the character at `offset`: where in the text it begins, and itself."""
        offsets = self._offsets or self._find_offsets()
        index = bisect_right(offsets, offset) - 1
        return offsets[index], *self._pieces[index]

    def _find_offsets(self) -> list[int]:
        """Where in the text each piece begins."""
        self._offsets = list(accumulate([len(piece[0]) for piece in self._pieces[:-1]], initial=0))
        return self._offsets

    def _source(self, offset: int, last: int) -> int:
        """The source of one character; a piece that is not the source's own text is covered whole."""
        at, text, start, end = self._piece(offset)
        if end - start == len(text):
            return start + offset - at + last
        return end if last else start


def _mark_italics(pieces: Iterable[Piece]) -> list[Piece]:
    """``''`` as marks, bold marks out; italics end with the line, as in MediaWiki."""
    marked: list[Piece] = []
    add = marked.append
    italic = False
    end = 0
    for piece in pieces:
        text, start, end = piece
        plain_runs = "'''" not in text and "\n" not in text
        if (plain_runs and "''" not in text) or end - start != len(text):
            add(piece)
            continue
        if plain_runs:
            for part in text.split("''"):
                if start > piece[1]:
                    add((END_ITALIC if italic else ITALIC, start - 2, start - 2))
                    italic = not italic
                if part:
                    add((part, start, start + len(part)))
                start += len(part) + 2
            continue
        position = 0
        for match in _RUNS.finditer(text):
            run, run_end = match.span()
            if run > position:
                add((text[position:run], start + position, start + run))
            line_ends = text[run] == "\n"
            if italic if line_ends else run_end - run in _ITALIC_WIDTHS:
                add((END_ITALIC if italic else ITALIC, start + run, start + run))
                italic = not italic
            if line_ends:
                add(("\n", start + run, start + run_end))
            position = run_end
        if position < len(text):
            add((text[position:], start + position, end))
    if italic:
        add((END_ITALIC, end, end))
    return marked


def plain(text: str) -> str:
    """Marked text without its marks, on one line.

    >>> plain(f"{ITALIC}The Times{END_ITALIC}, 3 May")
    'The Times, 3 May'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()  # No mark is printable, and no white space but the space.
    if not text.isascii():
        for mark in MARKS:
            text = text.replace(mark, "")
    return " ".join(text.split())
