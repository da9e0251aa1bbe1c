"""Fragments as items: text, first link, span, footnotes."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.links import first_link


def read_item(context: Context, fragment: Fragment) -> dict[str, object]:
    """``[[Quds Force]] (1998–2020)<ref name="a" />`` gives the text, the link "Quds Force" and footnote a."""
    return {
        "text": context.line(fragment),
        "link": first_link(context, fragment) if fragment.nodes else None,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }
