"""Tables within a value, as tags, as ``{|`` markup and as the templates that stand for it within templates.

The markup is that of Help:Table; ``{{!}}`` and its like stand for ``|`` because a bare one would part the arguments.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, Tag, Template
from wikibio.values.listing.fragments import trim

RowKind = Literal["title", "heading", "labels", "cells"]


class Row(NamedTuple):
    """One row: a caption (`title`), a single heading cell, the labels of columns, or cells; empty cells are out."""

    kind: RowKind
    cells: list[Fragment]


class PipedTable(NamedTuple):
    """A table written with ``{{!}}``, and where it stands."""

    start: int
    end: int
    rows: list[Row]


def table_rows(context: Context, table: Tag) -> list[Row]:
    """The rows of a table that the tokenizer found."""
    rows: list[Row] = []
    cells: list[tuple[str, Fragment]] = []

    def end_row() -> None:
        _add_row(context, rows, cells)
        cells.clear()

    def visit(nodes: list[Node]) -> None:
        for node in nodes:
            if type(node) is not Tag:
                continue
            if node.name in ("tr", "tbody", "thead"):
                end_row()
                visit(list(node.children))
                end_row()
            elif node.name in ("td", "th", "caption") and node.content is not None:
                caption = node.name == "caption" or context.source.startswith("|+", node.start)
                if caption:
                    end_row()
                start = node.start + 2 if caption and node.markup else node.content.start
                cells.append(("caption" if caption else node.name, Fragment(start, node.content.end, node.children)))
                if caption:
                    end_row()

    visit(list(table.children))
    end_row()
    return rows


def _add_row(context: Context, rows: list[Row], cells: list[tuple[str, Fragment]]) -> None:
    full = [(name, trim(context, cell)) for name, cell in cells]
    full = [(name, cell) for name, cell in full if cell.start < cell.end]
    if not full:
        return
    names = {name for name, _ in full}
    fragments = [cell for _, cell in full]
    if names == {"caption"}:
        rows.append(Row("title", fragments))
    elif names == {"th"}:
        rows.append(Row("heading" if len(full) == 1 else "labels", fragments))
    else:
        rows.append(Row("cells", fragments))


_SIGN = re.compile(r"\{\||\|\}|\|-|\|\+|\|\||\||!!|^!", re.M)


def find_piped_table(context: Context, first: Template, fragment: Fragment) -> PipedTable | None:
    """The table that begins at `first`, a template that stands for ``{|`` or for its bar, or None.

    ``{{{!}} class="x"⏎{{!}}-⏎{{!}} [[Battle of Hamel]] {{!}}{{!}} 1918⏎{{!}}}`` has one row of two cells.
    """
    written = _Written(context, fragment)
    return written.table(first)


class _Written:
    """The fragment with the templates that stand for table markup replaced by it, and the way back."""

    def __init__(self, context: Context, fragment: Fragment) -> None:
        self.context = context
        self.fragment = fragment
        self.text = ""
        self.offsets: list[int] = []

    def table(self, first: Template) -> PipedTable | None:
        self._write(first.start)
        text = self.text
        if not text.startswith("{|"):
            return None
        start = self.offsets[0]
        end = len(text)
        rows: list[Row] = []
        cells: list[tuple[str, Fragment]] = []
        opened: tuple[str, int] | None = None
        position = 2

        def end_cell(at: int) -> None:
            if opened is not None:
                cells.append((opened[0], self._cell(opened[1], at)))

        for match in _SIGN.finditer(text, position):
            sign = match.group()
            line_start = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
            if sign in ("|}", "|-", "|+", "|", "!") and not line_start:
                continue
            if sign == "!!" and (opened is None or opened[0] != "th"):
                continue
            end_cell(match.start())
            opened = None
            if sign in ("|}", "|-", "|+"):
                _add_row(self.context, rows, cells)
                cells.clear()
            if sign == "|}":
                end = match.end()
                break
            if sign in ("|", "||", "!", "!!", "|+"):
                name = "caption" if sign == "|+" else "th" if "!" in sign else opened_name(cells, sign)
                opened = (name, match.end())
        else:
            end_cell(len(text))
        _add_row(self.context, rows, cells)
        source_end = self.offsets[end] if end < len(self.offsets) else self.fragment.end
        return PipedTable(start, source_end, rows)

    def _write(self, start: int) -> None:
        """Write out `fragment` from the brace before `start`, other nodes as blanks of their length."""
        source = self.context.source
        position = start - 1 if source[start - 1 : start] == "{" else start
        parts: list[str] = []
        for node in self.fragment.nodes:
            if node.end <= start:
                continue
            self._take(parts, source[position : node.start], position)
            sign = self._sign(node)
            if sign:
                parts.append(sign)
                self.offsets.extend([node.start] * len(sign))
            else:
                self._take(parts, "\0" * (node.end - node.start), node.start)
            position = node.end
        self._take(parts, source[position : self.fragment.end], position)
        self.text = "".join(parts)

    def _take(self, parts: list[str], text: str, start: int) -> None:
        parts.append(text)
        self.offsets.extend(range(start, start + len(text)))

    def _sign(self, node: Node) -> str:
        if type(node) is not Template:
            return ""
        row = self.context.lexicon.template(node.name)
        return row.patterns[0].strip() if row is not None and row.kind == "table" and row.patterns else ""

    def _cell(self, start: int, end: int) -> Fragment:
        """The cell's content; what stands before a lone bar in it are attributes."""
        bar = self.text.find("|", start, end)
        if bar >= 0 and "\n" not in self.text[start:bar]:
            start = bar + 1
        first = self.offsets[start] if start < len(self.offsets) else self.fragment.end
        last = self.offsets[end] if end < len(self.offsets) else self.fragment.end
        # A bar that a template stands for ends where the template ends.
        nodes = [node for node in self.fragment.nodes if node.end > first and node.start < last]
        if nodes and nodes[0].start <= first and self._sign(nodes[0]):
            first = nodes[0].end
            nodes = nodes[1:]
        return Fragment(first, max(first, last), nodes)


def opened_name(cells: list[tuple[str, Fragment]], sign: str) -> str:
    """``||`` goes on as the cell before it began, a heading cell included."""
    return cells[-1][0] if sign == "||" and cells else "td"
