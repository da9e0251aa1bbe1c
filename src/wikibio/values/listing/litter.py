"""Braces that are left over where a list template never closes, or closes once too often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikibio.syntax.nodes import Fragment
from wikibio.values.listing.fragments import cut, trim

if TYPE_CHECKING:
    from wikibio.values.listing.lines import LineReader

_OPENER = re.compile(r"\{\{(?P<name>[^{}|\[\]<>\n]+)(?:\||$)")
_BRACES = "}| \t\r\n"


def without_litter(reader: LineReader, line: Fragment) -> Fragment:
    """A trimmed line without such braces: ``{{plainlist|`` alone on a line, ``[[Korean War]] }}``."""
    context = reader.context
    source, start, end = context.source, line.start, line.end
    if source.startswith("{{", start) and not (line.nodes and line.nodes[0].start == start):
        opener = _OPENER.match(source, start, end)
        row = context.lexicon.template(opener["name"]) if opener else None
        if opener is not None and row is not None and row.role == "list":
            reader.ignore(start, opener.end(), "list")
            start = opener.end()
    if source[end - 1] in "}|" and not (line.nodes and line.nodes[-1].end == end):
        first = max(start, line.nodes[-1].end) if line.nodes else start
        closer = first + len(source[first:end].rstrip(_BRACES))
        if "}" in source[closer:end]:
            reader.ignore(closer, end, "list end")
            end = closer
    return line if (start, end) == (line.start, line.end) else trim(context, cut(line, start, end))
