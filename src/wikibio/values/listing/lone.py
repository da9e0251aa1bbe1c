"""Lines that are one link and nothing else: by far the commonest, so they are told without a surface."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.links import is_page_link
from wikibio.values.listing.fragments import trim

_ROUND = "' "


def plain_line(context: Context, fragment: Fragment) -> Fragment | None:
    """A value that is a line of links and words with no break, list, quotes or markers in it, trimmed; else None.

    ``[[Politician]], lawyer`` is one; so are most items of list templates.
    """
    nodes = fragment.nodes
    for node in nodes:
        if type(node) is not WikiLink:
            return None
    start, end, _ = line = trim(context, fragment)
    text = context.source[start:end]
    if not text.isprintable() or "<" in text or "''" in text or text[-1:] in "}|":
        return None
    return line if (nodes and nodes[0].start == start) or text[0].isalpha() else None


def lone_link(context: Context, line: Fragment) -> WikiLink | None:
    """The link to a page that is all that shows of a trimmed line, or None; footnotes may follow it.

    ``'''[[Iran–Iraq War]]'''<ref>…</ref>`` gives the link, ``[[Iran–Iraq War]] (1980–1988)`` None.
    """
    start, end, nodes = line
    link = nodes[0] if nodes else None
    if type(link) is not WikiLink or not is_page_link(context, link):
        return None
    if len(nodes) == 1 and link.start == start and link.end == end:
        return link
    source, position = context.source, start
    for node in nodes:
        if node is not link and (type(node) is not Tag or node.name not in HIDDEN_TAGS):
            return None
        if node.start > position and source[position : node.start].strip(_ROUND):
            return None
        position = node.end
    return link if not source[position:end].strip(_ROUND) else None
