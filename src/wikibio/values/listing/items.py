"""A value's wikitext to flat items: its lines, opened up where a line lists several things itself."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.listing.fragments import join
from wikibio.values.listing.lines import read_listing


def read_items(context: Context, fragment: Fragment, *, commas: bool = False) -> list[Fragment]:
    items: list[Fragment] = []
    for entry in read_listing(context, fragment).entries:
        if entry.kind == "title":
            continue
        if items and entry.parted in ("break", "line") and not entry.marker and _goes_on(context, entry.fragment):
            items[-1] = join(items[-1], entry.fragment)
        else:
            items.append(entry.fragment)
    return items


def _goes_on(context: Context, line: Fragment) -> bool:
    return context.line(line).startswith("(")
