"""What every reader is given first: the source, its tree, the vocabulary, and the diagnostics so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any
from weakref import ref

from wikibio.diagnostics import Code
from wikibio.lexicon.load import Lexicon
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.mapped import MappedText
from wikibio.syntax.nodes import Fragment, Node, Template
from wikibio.syntax.page import Tree
from wikibio.syntax.text import Renderer, Shown

UNSHOWN = frozenset({"file", "category", "language"})
"""Kinds of namespaces whose links show no text where they stand: pictures, categories, links to other languages."""


class Context:
    """One page being read.

    The footnotes' markers are set first (`set_footnotes`), so that values find theirs. `citations` keeps what the
    citation template at an offset says: a footnote's text shows it again. `kept` is what was read of a value already
    (see values/kept.py), which the person, the infobox and a series of offices ask for one after another.
    """

    def __init__(self, source: str, tree: Tree, lexicon: Lexicon, show: Callable[[Context, Template], Shown]) -> None:
        self.source = source
        self.tree = tree
        self.lexicon = lexicon
        hidden = frozenset(prefix for prefix, kind in lexicon.word_table("namespace").items() if kind in UNSHOWN)
        self.renderer = Renderer(source, _shown_by(show, ref(self)), hidden)
        self.diagnostics: list[dict[str, object]] = []
        self.citations: dict[tuple[int, int], dict[str, object]] = {}
        self.kept: dict[tuple[object, int, int], tuple[Sequence[Node], Any]] = {}
        self._footnote_starts: list[int] = []
        self._footnote_ids: list[str] = []
        self._by_role: dict[str, list[tuple[Template, TemplateRow]]] | None = None

    def report(self, code: Code, message: str, start: int, end: int) -> None:
        """Keep a finding for the page's diagnostics."""
        self.diagnostics.append({"code": code, "message": message, "span": Span(start, end)})

    def slice(self, fragment: Fragment | Node) -> str:
        """The wikitext of a fragment or a node."""
        return self.source[fragment.start : fragment.end]

    def line(self, fragment: Fragment) -> str:
        """The text of a fragment as a reader of the page sees it, on one line."""
        return self.renderer.line(fragment)

    def mapped_line(self, fragment: Fragment) -> MappedText:
        """As `line`, with the way back from the text to the source."""
        return self.renderer.mapped_line(fragment)

    def role(self, template: Template) -> str:
        """What the vocabulary says the template is; an empty string where it does not know it."""
        row = self.lexicon.template(template.name)
        return "" if row is None else row.role

    def templates(self, *roles: str) -> list[tuple[Template, TemplateRow]]:
        """The page's templates of these roles with their rows, in source order; the page is sorted once."""
        if self._by_role is None:
            self._by_role = {}
            find = self.lexicon.template
            for template in self.tree.templates:
                row = find(template.name)
                if row is not None:
                    self._by_role.setdefault(row.role, []).append((template, row))
        found = [pair for role in roles for pair in self._by_role.get(role, ())]
        return found if len(roles) == 1 else sorted(found, key=lambda pair: pair[0].start)

    def set_footnotes(self, markers: dict[int, str]) -> None:
        """Say which footnote markers stand on the page: offset of the marker -> id of its reference.

        A footnote inside a note (``{{refn|…<ref>…</ref>}}``) is attached to the note, not to what the note stands at.
        """
        starts = sorted(markers)
        nested: set[int] = set()
        for note in self.tree.templates:
            if note.start in markers:
                nested.update(starts[bisect_left(starts, note.start + 1) : bisect_left(starts, note.end)])
        self._footnote_starts = [start for start in starts if start not in nested]
        self._footnote_ids = [markers[start] for start in self._footnote_starts]

    def footnotes(self, start: int, end: int) -> list[str]:
        """Ids of the references whose markers stand in ``[start, end)``, in order, each once."""
        starts = self._footnote_starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        return list(dict.fromkeys(self._footnote_ids[first:last]))


def _shown_by(show: Callable[[Context, Template], Shown], context: ref[Context]) -> Callable[[Template], Shown]:
    """`show` for one page. It must not keep the page alive: a cycle would hold the tree until a full collection."""

    def shown(template: Template) -> Shown:
        page = context()
        return () if page is None else show(page, template)

    return shown
