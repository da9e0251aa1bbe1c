"""The nodes of a value that a reader of the page sees something of."""

from __future__ import annotations

from collections.abc import Iterator

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS


def shown_nodes(context: Context, fragment: Fragment) -> Iterator[Node]:
    """The nodes in `fragment` that show, an outer one before those in it: nothing of footnotes, comments, hidden tags.

    Of ``{{nowrap|[[A]]}}<ref>[[B]]</ref>`` the template and the link to A. Of a template only the arguments that it
    shows are gone into.
    """
    stack = [iter(fragment.nodes)]
    while stack:
        for node in stack[-1]:
            inside = _inside(context, node)
            if inside is None:
                continue
            yield node
            if inside:
                stack.append(iter(inside))
                break
        else:
            stack.pop()


def _inside(context: Context, node: Node) -> list[Node] | None:
    """The nodes that `node` shows, or None where it shows nothing of its own either."""
    if type(node) is Tag:
        if node.name in HIDDEN_TAGS:
            return None
        return list(node.content.nodes) if node.content is not None else []
    if type(node) is Template:
        return [inner for part in context.renderer.show(node) if not isinstance(part, str) for inner in part.nodes]
    if type(node) is WikiLink:
        return list(node.content.nodes) if node.content is not None else []
    return list(node.children)
