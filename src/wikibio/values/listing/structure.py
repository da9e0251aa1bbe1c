"""Which nodes lay out lines, and which only stand in one."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Node, Template
from wikibio.syntax.page import walk
from wikibio.syntax.tags import Tag

INLINE_TAGS = frozenset(("small", "big", "span", "b", "strong", "i", "em", "u", "font", "s", "del", "ins"))
"""Tags within a line; they may be put round several lines all the same."""
BLOCK_TAGS = frozenset(("p", "div", "blockquote", "section", "center", "li", "dt", "dd"))
LIST_TAGS = frozenset(("ul", "ol", "dl"))

_LAID_OUT = frozenset(("br", "hr", "table")) | LIST_TAGS
_PUSHED_IN = re.compile(r"(?:margin|padding)(?:-left|-inline-start)\s*:\s*[1-9.]|text-indent\s*:\s*[1-9.]", re.I)


def holds_lines(context: Context, node: Node) -> bool:
    """Whether there are breaks or lists inside `node`."""
    for inner in walk(node.children):
        if type(inner) is Tag:
            if inner.name in _LAID_OUT or inner.markup is not None:
                return True
        elif type(inner) is Template:
            row = context.lexicon.template(inner.name)
            if row is not None and (row.role in ("list", "list_end") or row.kind in ("break", "rule")):
                return True
    return False


def is_indented(node: Node) -> bool:
    """Whether a tag pushes in what it is put round: ``<div style="margin-left:1em">``."""
    if type(node) is not Tag:
        return False
    return any(
        attribute.name.strip().lower() == "style" and _PUSHED_IN.search(attribute.value or "")
        for attribute in node.attributes
    )
