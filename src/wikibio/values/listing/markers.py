"""What a line begins with: list markers, typed bullets, indents by hand."""

from __future__ import annotations

import re
from typing import NamedTuple

from wikibio.context import Context
from wikibio.syntax.folding import decode_entities
from wikibio.syntax.nodes import Comment, Entity, Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.values.listing.fragments import trim
from wikibio.values.listing.lists import wrapped

_WIKI_MARKERS = re.compile(r"[ \t]*([*#:;]+)")
_STARS = re.compile(r"[ \t]*(\*+)")
_TYPED = frozenset("•·∙●○◦▪▫■□‣⁃►▶→↳»*└├│─-–—")
_BLANK = frozenset("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000")
_MAX_WIDTH = 40


class Marker(NamedTuple):
    """A line's list markers (``**``) or typed bullet (``•``), how far it is pushed in by hand, and what follows."""

    signs: str
    depth: int
    indent: int
    content: Fragment


def read_marker(context: Context, line: Fragment, *, after_break: bool) -> Marker:
    """Take the markers off a line that is trimmed.

    ``** [[Battle of Hamel]]`` has signs ``**`` and is two deep; ``&nbsp;&nbsp;• Hamel`` is pushed in by three. A ``;``
    heads what follows it at the same depth (Help:List, definition lists), so it does not count. After ``<br>`` only
    stars are read: they show as typed there, but people mean bullets.
    """
    match = (_STARS if after_break else _WIKI_MARKERS).match(context.source, line.start, line.end)
    signs = ""
    if match is not None:
        signs, behind = match.group(1), match.end()
        linked = _link_behind(context.source, line, behind)
        if linked is not None:
            return Marker(signs, len(signs) - signs.endswith(";"), 0, linked)
        line = trim(context, _from(line, behind))
    depth = len(signs) - signs.endswith(";")
    if _begins_with_word(context.source, line):
        return Marker(signs, depth, 0, line)
    typed, indent, content = _typed(context, line)
    return Marker(signs or typed, depth, indent, content)


def _link_behind(source: str, line: Fragment, start: int) -> Fragment | None:
    """What stands behind a marker where that is a link to begin with, as in most lines."""
    for index, node in enumerate(line.nodes):
        if node.start >= start:
            if type(node) is WikiLink and not source[start : node.start].strip(" \t"):
                return Fragment(node.start, line.end, line.nodes[index:])
            return None
    return None


def _from(line: Fragment, start: int) -> Fragment:
    """What stands behind a marker; of the nodes only those of the marker itself fall away."""
    nodes = line.nodes
    first = 0
    while first < len(nodes) and nodes[first].start < start:
        first += 1
    return Fragment(start, line.end, nodes[first:])


def _begins_with_word(source: str, line: Fragment) -> bool:
    """Whether a line begins with a link or a letter, as most do, and so with no typed bullet."""
    start, end, nodes = line
    if nodes and nodes[0].start == start:
        return type(nodes[0]) is WikiLink
    return start < end and source[start].isalpha()


def _typed(context: Context, line: Fragment) -> tuple[str, int, Fragment]:
    """Typed bullets and no-break spaces at the start of a line: the first bullet, how far they push it in, the rest."""
    source, position, nodes = context.source, line.start, list(line.nodes)
    bullet, indent = "", 0
    while position < line.end:
        if nodes and nodes[0].start == position:
            sign, width = _node_sign(context, nodes[0])
            if not width and type(nodes[0]) is not Comment:
                inner = _within(context, nodes[0], line.end, indent)
                if inner is not None:
                    return inner
                break
            position = nodes.pop(0).end
        else:
            sign = source[position]
            width = 1 if sign in _BLANK or sign in _TYPED else 0
            if not width and not sign.isspace():
                break
            position += 1
        indent = min(indent + width, _MAX_WIDTH)
        bullet = bullet or (sign if sign in _TYPED else "")
    return bullet, indent, Fragment(position, line.end, nodes)


def _within(context: Context, node: Node, end: int, indent: int) -> tuple[str, int, Fragment] | None:
    """The bullet in a template that is put round the rest of a line, ``{{nowrap|• [[Battle of Hamel]]}}``, if any."""
    row = context.lexicon.template(node.name) if type(node) is Template and node.end == end else None
    content = wrapped(context, node, row) if type(node) is Template and row is not None and not row.kind else None
    if content is None:
        return None
    bullet, width, rest = _typed(context, trim(context, content))
    return (bullet, min(indent + width, _MAX_WIDTH), rest) if bullet else None


def _node_sign(context: Context, node: Node) -> tuple[str, int]:
    """What a node is as a bullet or a blank, and how wide; a width of 0 for anything else."""
    if type(node) is Entity:
        sign = decode_entities(context.source[node.start : node.end])
        return sign, int(sign in _BLANK or sign in _TYPED)
    if type(node) is Template:
        row = context.lexicon.template(node.name)
        if row is None or row.kind not in ("bullet", "indent"):
            return "", 0
        if row.kind == "bullet":
            return "•", 1
        width = context.line(node.parameters[0].value) if node.parameters else ""
        return " ", min(int(width), _MAX_WIDTH) if width.isdecimal() else 1
    if type(node) is Tag and node.markup is not None and node.name in ("li", "dd", "dt"):
        return node.markup, 1
    return "", 0
