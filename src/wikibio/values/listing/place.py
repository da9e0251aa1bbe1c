"""Where a block of lines stands, and the line that is being read in it."""

from __future__ import annotations

from typing import NamedTuple

from wikibio.syntax.nodes import Node
from wikibio.values.listing.emphasis import Setting
from wikibio.values.listing.entry import EntryKind, Parting


class Place(NamedTuple):
    """Where a block stands: how many lists deep, how far pushed in, in what, and how it is set.

    `item`: it is one item of a list, so what follows a break in it belongs to its first line.
    """

    depth: int = 0
    indent: int = 0
    kind: EntryKind = "line"
    row: int | None = None
    setting: Setting = ""
    item: bool = False

    @property
    def bold(self) -> bool:
        """Whether all lines of the block are set in bold."""
        return self.kind == "heading" or self.setting == "bold"


class OpenLine:
    """The line being read: where it began, its nodes so far, and the item of a list that it goes on with."""

    __slots__ = ("bare", "item", "nodes", "parted", "start")

    def __init__(self, start: int, parted: Parting = "start", item: tuple[int, int] | None = None) -> None:
        self.start = start
        self.parted = parted
        self.nodes: list[Node] = []
        self.item = item
        # How deep the bullet stands that has nothing behind it in its line.
        self.bare: int | None = None
