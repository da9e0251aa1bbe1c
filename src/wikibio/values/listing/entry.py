"""What a listing is made of: its lines, and what shows nothing of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from wikibio.span import Span
from wikibio.syntax.nodes import Fragment

EntryKind = Literal["line", "title", "heading", "cell"]
"""`title` is the title of a collapsible list or a table's caption, `heading` a table row that is one heading cell,
`cell` one of several cells in a row of a table; every other line is a `line`."""

Parting = Literal["start", "line", "break", "item", "rule"]
"""What parts a line from the one before it: nothing (it is the first of its block), a new line of the source,
``<br>``, the next item of a list, a rule."""

Rule = Literal[
    "rule", "break", "wrapper", "list", "list end", "list parameter", "empty line", "table", "table header", "limit"
]
"""Why wikitext belongs to no entry: a rule (``----``), a line break, what is put round several lines, what opens and
closes a list, a parameter that only says how it looks, a marker with nothing behind it, the markup and the column
heads of a table, a line beyond the most that are read."""


class Ignored(NamedTuple):
    """Wikitext that is none of the listed things, and the rule by which."""

    span: Span
    rule: Rule


class Entry(NamedTuple):
    """One line of a value as its markup lays it out.

    `depth` counts the lists that the line stands in (``**`` and a list within a list are 2 deep), `indent` how far it
    is pushed in by hand there (typed bullets, no-break spaces); what is nested in what follows from both, in order.
    `marker` is the list marker it begins with, typed bullets included. `fragment` is its content, trimmed; `span`
    has the marker too. `bold` and `small` say how all of the line is set. `row` numbers the rows of tables, for cells.
    """

    fragment: Fragment
    span: Span
    depth: int
    indent: int = 0
    marker: str = ""
    kind: EntryKind = "line"
    parted: Parting = "line"
    bold: bool = False
    small: bool = False
    row: int | None = None

    @property
    def level(self) -> tuple[int, int]:
        """How deep the line stands, for comparing with the lines round it."""
        return self.depth, self.indent


@dataclass(slots=True)
class Listing:
    """The lines of a value in order, and its wikitext that is in none of them (white space and comments aside)."""

    entries: list[Entry] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
