"""The tree while it is built: the open nodes and the position in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wikibio.syntax.nodes import Comment, Node, Template
from wikibio.syntax.page import Tree

Token = dict[str, Any]
"""A token of mwparserfromhell: a dict of its attributes."""


class Building:
    """What the handlers of all kinds of tokens share.

    `templates` are the open templates, the innermost last.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree = Tree(source)
        self.position = 0
        self.top = Node(0)
        self.open: list[Node] = [self.top]
        self.templates: list[Template] = []
        self.rest: Iterator[Token] = iter(())

    def push(self, node: Node) -> None:
        """Open `node` inside the innermost open one."""
        parent = self.open[-1]
        if parent.children:
            parent.children.append(node)  # type: ignore[attr-defined]  # NO_NODES is falsy, so this is a list
        else:
            parent.children = [node]
        self.open.append(node)

    def pop(self, width: int) -> None:
        """Close the innermost open node, whose closing mark is `width` characters wide."""
        self.position += width
        self.open.pop().end = self.position

    def finish(self) -> Tree:
        """The tree, or an empty one where the tokens' widths did not add up to the source."""
        tree = self.tree
        if self.position != len(self.source) or len(self.open) != 1:
            tree = Tree(self.source)
            tree.complete = False
            return tree
        tree.children = self.top.children
        return tree


def name_of(source: str, node: Node, start: int, end: int) -> str:
    """The source from `start` to `end` of a node, without the comments in it, stripped: a name or a target."""
    if not node.children:
        return source[start:end].strip()
    parts = []
    for child in node.children:
        if type(child) is Comment:
            parts.append(source[start : child.start])
            start = child.end
    parts.append(source[start:end])
    return "".join(parts).strip()
