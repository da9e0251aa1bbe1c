"""Fragments as items: text, first link, span, footnotes."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Tag
from wikibio.values.links import first_link

_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[a-z]|[*†‡])[\])]?")


def read_item(context: Context, fragment: Fragment) -> dict[str, object]:
    """``[[Quds Force]] (1998–2020)<ref name="a" />`` gives the text, the link "Quds Force" and footnote a."""
    shown = _without_mark(context, fragment) if fragment.nodes else fragment
    return {
        "text": context.line(shown),
        "link": first_link(context, fragment) if fragment.nodes else None,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _without_mark(context: Context, fragment: Fragment) -> Fragment:
    """A footnote mark typed by hand at the end, ``Morrison (adopted)<sup>1</sup>``, is no part of the item.

    Behind a number or a single letter it may be an exponent, so it stays.
    """
    last = fragment.nodes[-1]
    if type(last) is not Tag or last.name != "sup" or last.end != fragment.end or last.content is None:
        return fragment
    before = context.source[fragment.start : last.start].rstrip(")")
    if not _MARK.fullmatch(context.line(last.content)) or not before[-2:].isalpha() or len(before) < 3:
        return fragment
    return Fragment(fragment.start, last.start, fragment.nodes[:-1])
