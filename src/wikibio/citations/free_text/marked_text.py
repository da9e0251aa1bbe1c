"""A reference's text as its reader sees it, with marks where italics and external links begin and end.

Titles are told by their dress: quotation marks, italics, the text of a link. So the marks stay in the text, one
character each, and every character knows where in the source it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.folding import APOSTROPHE, DROPPED
from wikibio.syntax.mapped import Piece
from wikibio.syntax.nodes import ExternalLink, Fragment, Node
from wikibio.syntax.text import Renderer

ITALIC, END_ITALIC = "\ufdd3", "\ufdd4"
LINK, END_LINK = "\ufdd5", "\ufdd6"
TAKEN = "\ufdd7"
"""Stands for what was read already, for a template that shows nothing, and for bold marks."""
MARKS = f"{ITALIC}{END_ITALIC}{LINK}{END_LINK}{TAKEN}"

_RUNS = re.compile(r"'{2,}|\n")
_ITALIC_WIDTHS = frozenset({2, 5})
_MARK = re.compile(f"[{MARKS}]")


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
        written = context.slice(fragment)
        pieces: list[Piece] = [(written, fragment.start, fragment.end)]
        self.links: list[ExternalLink] = []
        self._end = fragment.end
        if fragment.nodes or "<" in written:
            renderer = _MarkingRenderer(context.renderer)
            pieces.clear()
            renderer.collect(fragment, pieces)
            self.links = renderer.links
        if not written.isascii() and _MARK.search(written):
            # The marks are private-use characters; those that the page itself has mean nothing here.
            pieces = [(_MARK.sub("\ufffd", text) if end > start else text, start, end) for text, start, end in pieces]
        if "''" in written:
            pieces = list(_mark_italics(pieces))
        self._pieces = pieces
        self._offsets: list[int] = []
        self.text = "".join([piece[0] for piece in pieces]).replace(APOSTROPHE, "'").replace(DROPPED, TAKEN)

    def offset(self, offset: int) -> int:
        """Where in the source the character at `offset` of the text begins."""
        return self._source(offset, 0) if offset < len(self.text) else self._end

    def span(self, start: int, end: int) -> Span:
        """The source of ``text[start:end]``, without marks and white space at its ends."""
        text = self.text
        while start < end and (text[start] in MARKS or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
            end -= 1
        if start == end:
            return Span(0, 0)
        at, shown, first, last = self._piece(start)
        if end - at <= len(shown) == last - first:
            return Span(first + start - at, first + end - at)
        return Span(self._source(start, 0), self._source(end - 1, 1))

    def _piece(self, offset: int) -> tuple[int, str, int, int]:
        """The piece with the character at `offset`: where in the text it begins, and itself."""
        if not self._offsets:
            self._offsets = list(accumulate([len(piece[0]) for piece in self._pieces[:-1]], initial=0))
        index = bisect_right(self._offsets, offset) - 1
        return self._offsets[index], *self._pieces[index]

    def _source(self, offset: int, last: int) -> int:
        """The source of one character; a piece that is not the source's own text is covered whole."""
        at, text, start, end = self._piece(offset)
        if end - start == len(text):
            return start + offset - at + last
        return end if last else start


def _mark_italics(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """``''`` as marks, bold marks out; italics end with the line, as in MediaWiki."""
    italic = False
    for text, start, end in pieces:
        if end - start != len(text) or not _RUNS.search(text):
            yield text, start, end
            continue
        position = 0
        for match in _RUNS.finditer(text):
            run, run_end = match.span()
            if run > position:
                yield text[position:run], start + position, start + run
            line_ends = text[run] == "\n"
            if italic if line_ends else run_end - run in _ITALIC_WIDTHS:
                yield END_ITALIC if italic else ITALIC, start + run, start + run
                italic = not italic
            if line_ends:
                yield "\n", start + run, start + run_end
            position = run_end
        if position < len(text):
            yield text[position:], start + position, end
    if italic:
        yield END_ITALIC, end, end


def plain(text: str) -> str:
    """Marked text without its marks, on one line.

    >>> plain(f"{ITALIC}The Times{END_ITALIC}, 3 May")
    'The Times, 3 May'
    """
    return " ".join((text if text.isascii() else _MARK.sub("", text)).split())
