"""Values that are one thing though they are more than words or a link, told without a listing or a surface."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Template
from wikibio.values.listing.lone import plain_line
from wikibio.values.listing.split import may_separate

_DOTS = re.compile("[•·∙●▪⋅|/]")
_ENDS = " \u00a0'"
_LAID_OUT = frozenset(("list", "list_end", "format"))
_PARTING = frozenset(("table", "break", "rule"))


def one_thing(context: Context, fragment: Fragment, *, commas: bool) -> Fragment | None:
    """A value that is a single template, or a line of links and words in which nothing parts things; else None.

    ``{{marriage|[[Mary Todd]]|1842}}``, and ``South of the [[Humber]]``; with `commas` not ``[[A]], [[B]]``.
    """
    nodes = fragment.nodes
    if not nodes:
        return None
    if type(nodes[0]) is Template:
        return fragment if len(nodes) == 1 and _is_one(context, fragment, nodes[0]) else None
    line = plain_line(context, fragment)
    if line is None:
        return None
    start, end, nodes = line
    source = context.source
    between = []
    for node in nodes:
        between.append(source[start : node.start])
        start = node.end
    between.append(source[start:end])
    text = " ".join(between)
    if commas:
        return None if may_separate(context.lexicon, text) else line
    return None if _DOTS.search(text) or text.rstrip(_ENDS)[-1:] in (",", ";") else line


def _is_one(context: Context, fragment: Fragment, template: Template) -> bool:
    """Whether a template is all of a value, and neither lays out lines nor is put round a text."""
    if template.start != fragment.start or template.end != fragment.end:
        return False
    row = context.lexicon.template(template.name)
    return row is None or (row.role not in _LAID_OUT and row.kind not in _PARTING)
