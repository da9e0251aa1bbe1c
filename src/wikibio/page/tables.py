"""Tables of a page as rows of text, on demand (Help:Table)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Node
from wikibio.syntax.tags import Tag
from wikibio.values.model import Model

_CELLS = frozenset({"td", "th"})


class PageTable(Model):
    """A table: its rows of cells as a reader sees them, header cells among them. Spanning cells stand once."""

    rows: tuple[tuple[str, ...], ...]
    span: Span


def read_tables(context: Context) -> tuple[PageTable, ...]:
    """``{| \\n! A !! B\\n|-\\n| 1 || 2\\n|}`` gives the rows (A, B) and (1, 2).

    A table inside a cell is a table of its own, and part of that cell's text.
    """
    return tuple(
        PageTable(rows=tuple(_rows(context, tag)), span=Span(tag.start, tag.end))
        for tag in context.tree.tags
        if tag.name == "table"
    )


def _rows(context: Context, table: Tag) -> Iterator[tuple[str, ...]]:
    """The rows in order; cells before the first ``|-`` make a row too."""
    loose: list[str] = []
    for node in table.children:
        if type(node) is not Tag:
            continue
        if node.name in _CELLS:
            loose.append(_cell(context, node))
            continue
        if loose:
            yield tuple(loose)
            loose = []
        if node.name == "tr":
            cells = tuple(_cell(context, cell) for cell in _cells(node.children))
            if cells:
                yield cells
        elif node.name in ("tbody", "thead", "tfoot"):
            yield from _rows(context, node)
    if loose:
        yield tuple(loose)


def _cells(nodes: Sequence[Node]) -> Iterator[Tag]:
    return (node for node in nodes if type(node) is Tag and node.name in _CELLS)


def _cell(context: Context, cell: Tag) -> str:
    content = cell.content
    return "" if content is None else context.line(content)
