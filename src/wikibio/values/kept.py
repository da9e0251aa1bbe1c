"""Values that several readers ask for one after another, read once a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from wikibio.context import Context
from wikibio.syntax.folding import fold_line
from wikibio.syntax.nodes import Fragment, Template, WikiLink

Value = TypeVar("Value")


def kept(read: Callable[[Context, Fragment], Value]) -> Callable[[Context, Fragment], Value]:
    """`read`, but what it gives for a fragment belongs to all who ask for it: nobody changes it.

    A fragment is known again by its range and its nodes, for a reader may put other nodes in the place of those of the
    page.
    """

    @wraps(read)
    def remembered(context: Context, fragment: Fragment) -> Value:
        start, end, nodes = fragment
        key = (read, start, end)
        known = context.kept.get(key)
        if known is not None and known[0] == nodes:
            value: Value = known[1]
            return value
        value = read(context, fragment)
        context.kept[key] = (nodes, value)
        return value

    return remembered


def keep(context: Context, fragment: Fragment, read: Callable[[Context, Fragment], Value], value: Value) -> None:
    """Keep `value` as what `read`, a kept reader, gives for a fragment: another reader has seen that it does."""
    start, end, nodes = fragment
    context.kept[read.__wrapped__, start, end] = (nodes, value)  # type: ignore[attr-defined]  # functools.wraps sets it


_line = kept(Context.line)


def text_of(context: Context, fragment: Fragment) -> str:
    """The text of a fragment of an infobox on one line, as `Context.line`."""
    start, end, nodes = fragment
    if nodes:
        node = nodes[0]
        if type(node) is WikiLink and node.start == start and node.end == end:
            return link_text(context, node)
        return _line(context, fragment)
    text = context.source[start:end]
    return context.line(fragment) if "<" in text else fold_line(text)


def link_text(context: Context, link: WikiLink) -> str:
    """The text that a link shows: most are a name, or a name with a text that has no nodes in it."""
    start, end, target = link.text_start, link.end - 2, link.target
    if ":" not in target and not link.children:
        if start is not None and start < end:
            return fold_line(context.source[start:end])
        if "&" not in target:
            return fold_line(target.replace("_", " "))
    return context.line(Fragment(link.start, link.end, (link,)))


def argument_texts(context: Context, template: Template) -> dict[str, str]:
    """A template's arguments as text, by name or position: ``{{birth date|1957|df=yes}}`` has 1 and df."""
    texts: dict[str, str] = {}
    for parameter in template.parameters:
        text = "" if parameter.children else context.source[parameter.value_start : parameter.end].strip()
        texts[parameter.name] = text if text.isalnum() else context.line(parameter.value)
    return texts
