"""A parsed page: its nodes as a tree and by kind, and ways through them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from wikibio.syntax.nodes import NO_NODES, Comment, ExternalLink, Fragment, Heading, Node, Template, WikiLink
from wikibio.syntax.tags import Tag

_END = attrgetter("end")


class Tree:
    """A parsed page: its nodes as a tree, and by kind in source order.

    `complete` is False only if the tokenizer's tokens did not add up to the source; then the tree is empty.
    `names` keeps one string a name: a page names "title" and "ref" hundreds of times.
    """

    __slots__ = (
        "children",
        "comments",
        "complete",
        "external_links",
        "headings",
        "names",
        "source",
        "tags",
        "templates",
        "wiki_links",
    )

    def __init__(self, source: str) -> None:
        self.source = source
        self.complete = True
        self.children: Sequence[Node] = NO_NODES
        self.templates: list[Template] = []
        self.tags: list[Tag] = []
        self.wiki_links: list[WikiLink] = []
        self.external_links: list[ExternalLink] = []
        self.headings: list[Heading] = []
        self.comments: list[Comment] = []
        self.names: dict[str, str] = {}

    @property
    def fragment(self) -> Fragment:
        """The whole page."""
        return Fragment(0, len(self.source), self.children)

    def walk(self) -> Iterator[Node]:
        """Every node, an outer one before those inside it, in source order."""
        return walk(self.children)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """`nodes` and all nodes inside them, an outer one before those inside it, in source order."""
    stack = [iter(nodes)]
    while stack:
        for node in stack[-1]:
            yield node
            if node.children:
                stack.append(iter(node.children))
                break
        else:
            stack.pop()


def nodes_between(nodes: Sequence[Node], start: int, end: int) -> list[Node]:
    """The outermost nodes wholly between `start` and `end`; one that crosses a border gives those inside it."""
    inside: list[Node] = []
    for index in range(bisect_right(nodes, start, key=_END), len(nodes)):
        node = nodes[index]
        if node.start >= end:
            break
        if node.start >= start and node.end <= end:
            inside.append(node)
        elif node.children:
            inside += nodes_between(node.children, start, end)
    return inside
