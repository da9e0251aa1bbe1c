"""Parts of the page that are no node of the tree: the tree's nodes between two offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from wikibio.syntax.nodes import Node, Parameter
from wikibio.syntax.tags import Tag

_END = attrgetter("end")


def node_at(nodes: Sequence[Node], offset: int) -> Node | None:
    """The one of `nodes` that covers `offset`."""
    index = bisect_right(nodes, offset, key=_END)
    return nodes[index] if index < len(nodes) and nodes[index].start <= offset else None


def surroundings(nodes: Sequence[Node], offset: int, end: int) -> tuple[Sequence[Node], int]:
    """What stands beside `offset` in the innermost parameter or tag round it, and where that ends.

    Where there is none round it, `nodes` and `end`.
    """
    beside = nodes
    while (node := node_at(nodes, offset)) is not None:
        if type(node) is Parameter:
            beside, end = node.children, node.end
        elif type(node) is Tag and node.content_start <= offset < node.content_end:
            beside, end = node.children, node.content_end
        nodes = node.children
    return beside, end
