"""Cutting and joining fragments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from wikibio.context import Context
from wikibio.syntax.nodes import Comment, Fragment, Node
from wikibio.syntax.tags import Tag

_SPACE = " \t\r\n\f\v"


def cut(fragment: Fragment, start: int, end: int) -> Fragment:
    """The part of `fragment` from `start` to `end`, with the nodes that stand wholly in it."""
    first = bisect_left(fragment.nodes, start, key=_start)
    last = bisect_right(fragment.nodes, end, first, key=_end)
    return Fragment(start, end, fragment.nodes[first:last])


def whole(fragment: Fragment, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards, where they stand in the middle of a node."""
    nodes = fragment.nodes
    first = bisect_right(nodes, start, key=_end)
    if first < len(nodes) and nodes[first].start < start:
        start = min(nodes[first].end, end)
    last = bisect_right(nodes, end, key=_end)
    if last < len(nodes) and nodes[last].start < end:
        end = max(nodes[last].start, start)
    return start, end


def _start(node: Node) -> int:
    return node.start


def _end(node: Node) -> int:
    return node.end


def trim(context: Context, fragment: Fragment) -> Fragment:
    """`fragment` without white space and comments at its ends; no-break spaces at its start are an indent and stay."""
    start, end, nodes = fragment
    if not nodes:
        return _trim_text(context.source, fragment)
    first, last = nodes[0], nodes[-1]
    if first.start < start or last.end > end:
        return trim(context, cut(fragment, start, end))
    if last.end == end and type(first) is not Comment and type(last) is not Comment:
        # Most lines are a link behind the space of their marker.
        if first.start == start:
            return fragment
        text = context.source[start : first.start].lstrip(_SPACE)
        return Fragment(first.start - len(text), end, nodes)
    return _trim_nodes(context.source, start, end, nodes)


def _trim_text(source: str, fragment: Fragment) -> Fragment:
    start, end, nodes = fragment
    written = source[start:end]
    text = written.lstrip(_SPACE)
    start = end - len(text)
    text = text.rstrip()
    return fragment if len(text) == len(written) else Fragment(start, start + len(text), nodes)


def _trim_nodes(source: str, start: int, end: int, nodes: Sequence[Node]) -> Fragment:
    first, last = 0, len(nodes)
    while True:
        text = source[start : nodes[first].start if first < last else end]
        start += len(text) - len(text.lstrip(_SPACE))
        if first == last or nodes[first].start != start or type(nodes[first]) is not Comment:
            break
        start = nodes[first].end
        first += 1
    while True:
        text = source[max(start, nodes[last - 1].end) if first < last else start : end]
        end -= len(text) - len(text.rstrip())
        if first == last or nodes[last - 1].end != end or type(nodes[last - 1]) is not Comment:
            break
        last -= 1
        end = nodes[last].start
    return Fragment(start, max(start, end), nodes if last - first == len(nodes) else nodes[first:last])


def join(*fragments: Fragment) -> Fragment:
    """Fragments in their order as one; what stands between two of them shows as a space."""
    nodes: list[Node] = [*fragments[0].nodes]
    for before, after in pairwise(fragments):
        gap = Tag(before.end)
        gap.end = after.start
        gap.name = "br"
        gap.content_start, gap.content_end = 0, -1
        nodes += [gap, *after.nodes]
    return Fragment(fragments[0].start, fragments[-1].end, nodes)
