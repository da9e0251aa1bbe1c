"""Whether a line is set in bold, as headings within a value are."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Tag, Template
from wikibio.syntax.text import Piece

_BOLD_TAGS = frozenset(("b", "strong", "th"))
_RUN = re.compile(r"(?<!')'''(?:'')?(?!')")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w")


def is_bold(context: Context, line: Fragment) -> bool:
    """Whether `line` is bold from its first word to its last; brackets, marks and footnotes behind it may be plain.

    ``'''[[Iran–Iraq War]]''' (1980–1988)`` is; ``'''Three''' battles`` is not.
    """
    for index, node in enumerate(line.nodes):
        if context.line(Fragment(line.start, node.start, line.nodes[:index])):
            break
        if _is_bold_node(context, node):
            rest = Fragment(node.end, line.end, line.nodes[index + 1 :])
            return not _WORD.search(_BRACKETS.sub("", context.line(rest)))
    if "'''" not in context.source[line.start : line.end]:
        return False
    pieces: list[Piece] = []
    context.renderer.collect(line, pieces)
    runs = _RUN.split("".join([piece[0] for piece in pieces]), maxsplit=2)
    return len(runs) == 3 and not _WORD.search(runs[0]) and not _WORD.search(_BRACKETS.sub("", runs[2]))


def _is_bold_node(context: Context, node: object) -> bool:
    if type(node) is Tag:
        return node.name in _BOLD_TAGS
    if type(node) is Template:
        row = context.lexicon.template(node.name)
        return row is not None and row.kind == "bold"
    return False
