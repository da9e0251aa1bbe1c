"""Fragments as items: text, first link, span, footnotes."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.values.kept import kept, text_of
from wikibio.values.links import first_link, split_target

_MARK = re.compile(r"<sup>\s*[\[(]?(?:\d{1,2}|[a-z]|[*†‡])[\])]?\s*(?:</sup>)?$", re.IGNORECASE)
_MARK_SIZE = 30


_first_link = kept(first_link)


def link_of(context: Context, fragment: Fragment) -> str | None:
    """The page that the first link in a fragment of an infobox leads to, as `first_link`."""
    node = fragment.nodes[0] if fragment.nodes else None
    if type(node) is WikiLink and ":" not in node.target:
        target = split_target(node.target)[0]
        if target:
            return target
    return _first_link(context, fragment) if node is not None else None


@kept
def read_item(context: Context, fragment: Fragment) -> dict[str, object]:
    """``[[Quds Force]] (1998–2020)<ref name="a" />`` gives the text, the link "Quds Force" and footnote a."""
    start, end, nodes = fragment
    return {
        "text": text_of(context, _without_mark(context, fragment) if nodes else fragment),
        "link": link_of(context, fragment) if nodes else None,
        "span": (start, end),
        "references": context.footnotes(start, end) if nodes else [],
    }


def _without_mark(context: Context, fragment: Fragment) -> Fragment:
    """A footnote mark typed by hand at the end, ``Morrison (adopted)<sup>1</sup>``, is no part of the item.

    Behind a number or a single letter it may be an exponent, so it stays.
    """
    first = max(fragment.start, fragment.end - _MARK_SIZE)
    if context.source.find("<", first, fragment.end) < 0:
        return fragment
    match = _MARK.search(context.source, first, fragment.end)
    if match is None:
        return fragment
    before = context.source[fragment.start : match.start()].rstrip(")")
    if len(before) < 3 or not before[-2:].isalpha():
        return fragment
    return Fragment(fragment.start, match.start(), [node for node in fragment.nodes if node.end <= match.start()])
