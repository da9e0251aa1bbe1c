"""Cutting and joining fragments."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Comment, Fragment, Tag


def cut(fragment: Fragment, start: int, end: int) -> Fragment:
    """The part of `fragment` from `start` to `end`, with the nodes that stand wholly in it."""
    return Fragment(start, end, [node for node in fragment.nodes if node.start >= start and node.end <= end])


def trim(context: Context, fragment: Fragment) -> Fragment:
    """`fragment` without white space and comments at its ends."""
    source = context.source
    start, end = fragment.start, fragment.end
    nodes = [node for node in fragment.nodes if node.start >= start and node.end <= end]
    while True:
        while start < end and source[start].isspace():
            start += 1
        if nodes and nodes[0].start == start and type(nodes[0]) is Comment:
            start = nodes.pop(0).end
            continue
        break
    while True:
        while end > start and source[end - 1].isspace():
            end -= 1
        if nodes and nodes[-1].end == end and type(nodes[-1]) is Comment:
            end = nodes.pop().start
            continue
        break
    return Fragment(start, end, nodes)


def join(first: Fragment, second: Fragment) -> Fragment:
    """Both fragments as one; what stands between them shows as a space."""
    gap = Tag(first.end)
    gap.end = second.start
    gap.name, gap.markup, gap.attributes = "br", None, ()
    gap.content_start, gap.content_end = 0, -1
    return Fragment(first.start, second.end, [*first.nodes, gap, *second.nodes])
