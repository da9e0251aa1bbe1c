"""A value's wikitext to its lines: what is collected, and how the cells of tables become lines."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.values.kept import kept
from wikibio.values.listing.block import Block
from wikibio.values.listing.entry import Entry, Ignored, Listing, Rule
from wikibio.values.listing.place import Place
from wikibio.values.listing.tables import Row

MOST_LINES = 10_000
"""A value with more lines than this is damage or malice: the longest real lists have a few hundred."""


@kept
def read_listing(context: Context, fragment: Fragment) -> Listing:
    """All lines of a value, and the wikitext that is in none of them, by rule.

    ``[[Korean War]]⏎----⏎* [[Battle of Inchon]]`` gives two lines, the second one list deep, and the rule as ignored.
    """
    reader = LineReader(context)
    reader.block(fragment, Place())
    return reader.listing


class LineReader:
    """Collects the lines of one value. `block` reads a stretch of wikitext that begins and ends lines of its own."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.listing = Listing()
        self._rows = 0
        self._full = False

    def block(self, fragment: Fragment, place: Place) -> None:
        """Read `fragment`, whose lines stand at `place`."""
        Block(self, place).read(fragment)

    def add(self, entry: Entry) -> None:
        if len(self.listing.entries) < MOST_LINES:
            self.listing.entries.append(entry)
            return
        if not self._full:
            self._full = True
            message = f"only the first {MOST_LINES} lines of this value are read"
            self.context.report("value-too-long", message, *entry.span)
        self.ignore(*entry.span, "limit")

    def ignore(self, start: int, end: int, rule: Rule) -> None:
        """Keep wikitext that is no entry; white space needs no rule."""
        if self.context.source[start:end].strip():
            self.listing.ignored.append(Ignored(Span(start, end), rule))

    def table(self, start: int, end: int, rows: list[Row], place: Place) -> None:
        """The cells of a table: a row of one cell is a line or a heading, of several a thing with details beside it."""
        self.ignore(start, end, "table")
        inside = place._replace(depth=place.depth + 1)
        for row in rows:
            if row.kind == "labels":
                for cell in row.cells:
                    self.ignore(cell.start, cell.end, "table header")
            elif row.continues:
                for cell in row.cells:
                    self.block(cell, inside._replace(kind="cell", row=self._rows))
            elif len(row.cells) > 1:
                self._row(row.cells, inside)
            elif row.kind == "cells":
                self.block(row.cells[0], inside)
            else:
                self.block(row.cells[0], place._replace(kind="title" if row.kind == "title" else "heading"))

    def _row(self, cells: list[Fragment], place: Place) -> None:
        """A row of several cells; where the first of them holds a list, the table only sets lists side by side."""
        self._rows += 1
        entries = self.listing.entries
        start = len(entries)
        beside = False
        for index, cell in enumerate(cells):
            self.block(cell, place._replace(kind="cell", row=self._rows))
            if not index:
                beside = len(entries) - start > 1 or any(entry.marker for entry in entries[start:])
        if beside:
            entries[start:] = [entry._replace(kind="line", row=None) for entry in entries[start:]]
