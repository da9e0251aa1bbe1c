"""Whether a line is set in bold, as headings within a value are."""

from __future__ import annotations

import re
from typing import Literal

from wikibio.context import Context
from wikibio.syntax.mapped import Piece
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS

Setting = Literal["", "bold", "small"]
"""How a text is set, as far as that tells headings from what they head."""

_TAGS: dict[str, Setting] = {"b": "bold", "strong": "bold", "u": "bold", "dt": "bold", "small": "small"}
_RUN = re.compile(r"(?<!')'''(?:'')?(?!')")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w")


def is_plainly_set(context: Context, line: Fragment) -> bool:
    """Whether a line has nothing in it that could set it bold or small, as most have not."""
    start, end, nodes = line
    for node in nodes:
        if type(node) is Template or (type(node) is Tag and node.name not in HIDDEN_TAGS):
            return False
    return "'''" not in context.source[start:end]


def is_bold(context: Context, line: Fragment) -> bool:
    """Whether `line` is bold from its first word to its last; brackets, marks and footnotes behind it may be plain.

    ``'''[[Iran–Iraq War]]''' (1980–1988)`` is; ``'''Three''' battles`` is not.
    """
    if _is_set(context, line, "bold"):
        return True
    if "'''" not in context.source[line.start : line.end]:
        return False
    pieces: list[Piece] = []
    context.renderer.collect(line, pieces)
    runs = _RUN.split("".join([piece[0] for piece in pieces]), maxsplit=2)
    return len(runs) == 3 and not _WORD.search(runs[0]) and not _WORD.search(_BRACKETS.sub("", runs[2]))


def is_small(context: Context, line: Fragment) -> bool:
    """Whether all that shows of `line` is set small: ``<small>[[Battle of Hamel]]</small><ref />``."""
    return _is_set(context, line, "small")


def _is_set(context: Context, line: Fragment, setting: Setting) -> bool:
    """Whether the first thing that shows in `line` is set so, and nothing but brackets and signs follows it."""
    for index, node in enumerate(line.nodes):
        if type(node) is not WikiLink and setting_of(context, node) == setting:
            before = Fragment(line.start, node.start, line.nodes[:index])
            rest = Fragment(node.end, line.end, line.nodes[index + 1 :])
            return not context.line(before) and not _WORD.search(_BRACKETS.sub("", context.line(rest)))
    return False


def setting_of(context: Context, node: Node) -> Setting:
    """How what a tag or a template is put round is set: ``<small>``, ``{{small|…}}``."""
    if type(node) is Tag:
        return _TAGS.get(node.name, "")
    if type(node) is Template:
        row = context.lexicon.template(node.name)
        if row is not None and row.role == "format" and row.kind in ("bold", "small"):
            return "bold" if row.kind == "bold" else "small"
    return ""
