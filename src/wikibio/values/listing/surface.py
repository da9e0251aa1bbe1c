"""A line as its own text with everything that is no text blanked out, so that separators are found where they separate.

Positions in the surface are positions in the source: what a wikilink or a template shows is protected from being cut.
"""

from __future__ import annotations

from typing import NamedTuple

from wikibio.context import Context
from wikibio.syntax.folding import decode_entities
from wikibio.syntax.nodes import Comment, Entity, Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.kept import text_of
from wikibio.values.listing.fragments import cut, whole
from wikibio.values.listing.lists import wrapped

OPAQUE = "\ufdd8"
"""Stands for what a node shows."""
SILENT = "\ufdd9"
"""Stands for what shows nothing: footnotes, comments, flags, the markup of what is put round a text."""
BLANKS = f" \t\r\n\u00a0{SILENT}"
"""White space and what shows nothing, for `str.strip`."""

_ROUND = frozenset(("small", "big", "span", "b", "strong", "i", "em", "u", "font", "center", "div", "abbr", "s", "ins"))


class Surface(NamedTuple):
    """`fragment` with what is put round its text taken off (the markup left as comments), and its `text`.

    ``text[position - fragment.start]`` stands at `position` in the source.
    """

    fragment: Fragment
    text: str

    def cut(self, start: int, end: int) -> Surface:
        """The part of the surface between two positions in its text; no node is cut in two."""
        origin = self.fragment.start
        first, last = whole(self.fragment, origin + start, origin + end)
        return Surface(cut(self.fragment, first, last), self.text[first - origin : last - origin])


def read_surface(context: Context, fragment: Fragment) -> Surface:
    """``{{nowrap|[[A]], B}} (1990)`` has a blank for A, the comma, B and the brackets, the template's markup silent."""
    if not fragment.nodes:
        return Surface(fragment, context.slice(fragment))
    nodes: list[Node] = []
    _open(context, fragment, nodes)
    parts: list[str] = []
    position = fragment.start
    for node in nodes:
        parts.append(context.source[position : node.start])
        parts.append(_blanked(context, node))
        position = node.end
    parts.append(context.source[position : fragment.end])
    return Surface(Fragment(fragment.start, fragment.end, nodes), "".join(parts))


def _open(context: Context, fragment: Fragment, nodes: list[Node]) -> None:
    """The nodes in `fragment`; where one only wraps a text, those in it, between comments for its markup."""
    for node in fragment.nodes:
        content = None if type(node) is WikiLink else _content(context, node)
        if content is None:
            nodes.append(node)
        else:
            nodes.append(blank(node.start, content.start))
            _open(context, content, nodes)
            nodes.append(blank(content.end, node.end))


def _content(context: Context, node: Node) -> Fragment | None:
    if type(node) is Tag:
        return node.content if node.name in _ROUND else None
    if type(node) is Template:
        row = context.lexicon.template(node.name)
        return None if row is None else wrapped(context, node, row)
    return None


def blank(start: int, end: int) -> Comment:
    """A node that shows nothing, in place of wikitext that is to show nothing."""
    comment = Comment(start)
    comment.end = end
    return comment


def _blanked(context: Context, node: Node) -> str:
    """What stands for a node in the surface, as long as the node."""
    width = node.end - node.start
    shown = _sign(context, node)
    if shown is not None and len(shown) <= width:
        return shown + SILENT * (width - len(shown))
    return OPAQUE * width


def _shows_words(context: Context, link: WikiLink) -> bool:
    """Whether a link is one to an article whose text begins with a letter or digit, as nearly all are."""
    target = link.target
    if ":" in target or not target[:1].isalnum():
        return False
    return link.text_start is None or context.source[link.text_start].isalnum()


def _sign(context: Context, node: Node) -> str | None:
    """A node that shows nothing or but a sign, as text; None where it shows more."""
    if type(node) is WikiLink and _shows_words(context, node):
        return None
    if type(node) is Comment:
        return ""
    if type(node) is Entity:
        return decode_entities(context.source[node.start : node.end])
    if type(node) is Tag:
        return "" if node.name in HIDDEN_TAGS else "\n" if node.name == "br" else None
    if type(node) is Template and not node.positional:
        row = context.lexicon.template(node.name)
        if row is not None and row.role == "format" and row.patterns and "{" not in row.patterns[-1]:
            return row.patterns[-1].strip() or row.patterns[-1]
    single = Fragment(node.start, node.end, [node])
    return None if text_of(context, single) else ""
