"""Lines of one link, which the longest lists are made of: told by their wikitext."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Node, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.listing.entry import Entry

if TYPE_CHECKING:
    from wikibio.values.listing.block import Block

_STARS = re.compile(r"(\*+) *(?=\[\[)")
_new = tuple.__new__
"""Makes a named tuple in a third of the time; a list has many."""


def read_starred(block: Block, nodes: Sequence[Node], index: int, end: int) -> int:
    """Put the lines from ``nodes[index]``, a star, into the listing, as far as they are stars and a link.

    Where the first line begins that is another, or the last of the block. ``* [[A]]⏎** [[B]]⏎* [[C]] (1982)`` gives
    two, and the start of the third.
    """
    source, place = block.context.source, block.place
    _, indent, kind, row, setting, _ = place
    bold, small = place.bold, setting == "small"
    position = nodes[index].start
    while (match := _STARS.match(source, position, end)) is not None:
        signs, start = match[1], match.end()
        while index < len(nodes) and nodes[index].start < start:
            index += 1
        link = nodes[index] if index < len(nodes) else None
        if type(link) is not WikiLink or link.start != start or link.children:
            break
        stop = link.end
        if stop >= end or source[stop] != "\n" or "'''" in source[start:stop]:
            break
        block.under = depth = block.depth + len(signs)
        content, span = _new(Fragment, (start, stop, (link,))), _new(Span, (position, stop))
        block.reader.add(_new(Entry, (content, span, depth, indent, signs, kind, "line", bold, small, row)))
        position = stop + 1
        index += 1
    return position


def is_bold_link(source: str, start: int, end: int, nodes: Sequence[Node]) -> bool:
    """Whether a line is one link to an article set in bold, with or without footnotes: ``'''[[A]]'''<ref />``."""
    link = nodes[0] if nodes else None
    if type(link) is not WikiLink or link.children or link.start != start + 3 or not source.startswith("'''", start):
        return False
    target, text, position = link.target, link.text_start, link.end + 3
    if ":" in target or not target[:1].isalnum() or (text is not None and not source[text].isalnum()):
        return False
    if source[link.end : position] != "'''" or "'" in source[link.start : link.end]:
        return False
    for node in nodes[1:]:
        if type(node) is not Tag or node.name not in HIDDEN_TAGS or node.start != position:
            return False
        position = node.end
    return position == end
