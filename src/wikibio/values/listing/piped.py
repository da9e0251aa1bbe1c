"""Tables within templates, where ``{{!}}`` and its like stand for the ``|`` that would part the arguments.

The markup is that of Help:Table, once what the templates stand for (rows of kind ``table``) is written out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, Template
from wikibio.values.listing.fragments import cut
from wikibio.values.listing.tables import Cell, Row, RowCollector

_SIGN = re.compile(r"\{\||\|\}|\|-|\|\+|\|\||\||!!|!", re.M)
_AT_LINE_START = frozenset(("|}", "|-", "|+", "|", "!"))


class PipedTable(NamedTuple):
    """A table written with such templates, and where it stands."""

    start: int
    end: int
    rows: list[Row]


def find_piped_table(context: Context, first: Template, fragment: Fragment) -> PipedTable | None:
    """The table that begins at `first`, a template that stands for ``{|`` or for its bar, or None.

    ``{{{!}} class="x"⏎{{!}}-⏎{{!}} [[Battle of Hamel]] {{!}}{{!}} 1918⏎{{!}}}`` has one row of two cells.
    """
    row = context.lexicon.template(first.name)
    begins = row is not None and row.patterns[:1] == ("{|",)
    if not begins and not context.source.startswith("{", first.start - 1):
        return None
    written = _Written(context, fragment, first.start)
    return _Table(written).read() if written.text.startswith("{|") else None


class _Written:
    """The fragment from a template on as table markup, and the way back: other nodes are blanks of their length."""

    def __init__(self, context: Context, fragment: Fragment, start: int) -> None:
        self.context = context
        self.fragment = fragment
        self.offsets: list[int] = []
        source = context.source
        parts: list[str] = []
        position = start - 1 if source[start - 1 : start] == "{" else start
        for node in fragment.nodes:
            if node.end <= start:
                continue
            self._take(parts, source[position : node.start], range(position, node.start))
            sign = self._sign(node)
            if sign:
                self._take(parts, sign, [node.start] * len(sign))
            else:
                self._take(parts, "\0" * (node.end - node.start), range(node.start, node.end))
            position = node.end
        self._take(parts, source[position : fragment.end], range(position, fragment.end))
        self.text = "".join(parts)

    def _take(self, parts: list[str], text: str, offsets: range | list[int]) -> None:
        parts.append(text)
        self.offsets.extend(offsets)

    def _sign(self, node: Node) -> str:
        if type(node) is not Template:
            return ""
        row = self.context.lexicon.template(node.name)
        return row.patterns[0] if row is not None and row.kind == "table" and row.patterns else ""

    def offset(self, position: int) -> int:
        """The place in the source of a place in the text."""
        return self.offsets[position] if position < len(self.offsets) else self.fragment.end

    def cell(self, name: str, start: int, end: int) -> Cell:
        """A cell; what stands before a lone bar in its first line are attributes."""
        bar = self.text.find("|", start, end)
        attributes = ""
        if bar >= 0 and "\n" not in self.text[start:bar]:
            attributes, start = self.text[start:bar], bar + 1
        first, last = self.offset(start), self.offset(end)
        return Cell(name, cut(self.fragment, first, last), attributes)


class _Table:
    """Written markup while it is read, sign by sign."""

    def __init__(self, written: _Written) -> None:
        self.written = written
        self.collector = RowCollector(written.context)
        self.name = ""
        self.opened = 0

    def read(self) -> PipedTable:
        text = self.written.text
        end = len(text)
        for match in _SIGN.finditer(text, 2):
            sign = match.group()
            if not self._applies(sign, match.start()):
                continue
            self._end_cell(match.start())
            if sign == "|}":
                end = match.end()
                break
            self._begin(sign, match.end())
        else:
            self._end_cell(end)
        self.collector.end_row()
        return PipedTable(self.written.offset(0), self.written.offset(end), self.collector.rows)

    def _applies(self, sign: str, position: int) -> bool:
        """Whether a sign is markup where it stands: most are only at the start of a line."""
        text = self.written.text
        if sign in _AT_LINE_START:
            return not text[text.rfind("\n", 0, position) + 1 : position].strip()
        return sign != "{|" and (sign != "!!" or self.name == "th") and bool(self.name)

    def _begin(self, sign: str, position: int) -> None:
        if sign == "|-":
            self.collector.end_row()
        elif sign == "|+":
            self.collector.end_row()
            self.name, self.opened = "caption", position
        else:
            follows = sign == "||" and bool(self.collector.cells)
            self.name = self.collector.cells[-1].name if follows else "th" if "!" in sign else "td"
            self.opened = position

    def _end_cell(self, position: int) -> None:
        if not self.name:
            return
        cell = self.written.cell(self.name, self.opened, position)
        self.name = ""
        if cell.name == "caption":
            self.collector.caption(cell)
        else:
            self.collector.cells.append(cell)
