"""Tables within a value, as tags and as ``{|`` markup (Help:Table), to rows of cells."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.syntax.page import walk
from wikibio.syntax.tags import Tag
from wikibio.values.listing.fragments import trim

RowKind = Literal["title", "heading", "labels", "cells"]

_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"']?\s*(\d+)", re.I)


class Row(NamedTuple):
    """One row: a caption (`title`), a single heading cell, the labels of columns, or cells; empty cells are left out.

    `continues`: the first cell of a row before it reaches down to this one.
    """

    kind: RowKind
    cells: list[Fragment]
    continues: bool = False


class Cell(NamedTuple):
    """`name` is td, th or caption; `attributes` the wikitext of its attributes."""

    name: str
    content: Fragment
    attributes: str = ""


class RowCollector:
    """Puts cells together to rows."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self._reaching = 0

    def end_row(self) -> None:
        """The cells so far are a row; one without any is none."""
        cells = [cell._replace(content=trim(self.context, cell.content)) for cell in self.cells]
        self.cells = []
        full = [cell for cell in cells if cell.content.start < cell.content.end]
        continues = self._reaching > 0
        self._reaching = max(0, self._reaching - 1)
        if not full:
            return
        if not continues:
            reach = _ROWSPAN.search(cells[0].attributes)
            self._reaching = int(reach.group(1)) - 1 if reach and len(cells) > 1 else 0
        names = {cell.name for cell in full}
        kind: RowKind = "cells"
        if names == {"caption"}:
            kind = "title"
        elif names == {"th"}:
            kind = "heading" if len(full) == 1 else "labels"
        self.rows.append(Row(kind, [cell.content for cell in full], continues))

    def caption(self, cell: Cell) -> None:
        """A caption is a row by itself."""
        self.end_row()
        self.cells.append(cell)
        self.end_row()


def table_rows(context: Context, table: Tag) -> list[Row]:
    """The rows of a table that the tokenizer found.

    ``<table><tr><th>War</th></tr><tr><td>A</td><td>1918</td></tr></table>`` has a heading and a row of two cells.
    """
    collector = RowCollector(context)
    end = -1
    for node in walk(table.children):
        if type(node) is not Tag or node.start < end:
            continue
        if node.name == "tr":
            collector.end_row()
        elif node.name in ("td", "th", "caption") and node.content is not None:
            _add_cell(context, collector, node, node.content)
            end = node.end
    collector.end_row()
    return collector.rows


def _add_cell(context: Context, collector: RowCollector, node: Tag, content: Fragment) -> None:
    attributes = context.source[node.start : content.start]
    if node.name == "caption":
        collector.caption(Cell("caption", content))
    elif node.markup and context.source.startswith("|+", node.start):
        # mwparserfromhell reads the caption of a ``{|`` table as a cell that begins with its plus sign.
        collector.caption(Cell("caption", content._replace(start=max(content.start, node.start + 2))))
    else:
        collector.cells.append(Cell(node.name, content, attributes))
