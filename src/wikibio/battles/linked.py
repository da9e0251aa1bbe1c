"""Lines of one link with its dates and marks in their commonest places, read without a surface."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wikibio.battles.details import MARK_ROLE, all_of, read_aside, tidy_name
from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.kept import link_text
from wikibio.values.links import split_target

_BEHIND = re.compile(r"(?P<quotes>''')?(?: *\((?P<inside>[^()\[\]{}<>&'\n]{1,60})\))? *")


class LinkedBattle(NamedTuple):
    """What such a line says; `dated` is where the date stands that is `edtf`."""

    name: str
    link: str | None
    edtf: str | None
    dated: Fragment | None
    marks: tuple[str, ...]


def read_linked_battle(context: Context, line: Fragment) -> LinkedBattle | None:
    """``'''[[Iran–Iraq War]]''' (1980–1988)<ref />`` or ``[[Battle of Shiloh]] (1862){{KIA}}``; None for any other."""
    link = line.nodes[0] if line.nodes else None
    if type(link) is not WikiLink or not _names_article(context, link):
        return None
    source, end = context.source, line.end
    quoted = source[line.start : link.start]
    behind = _BEHIND.match(source, link.end, end)
    if behind is None or quoted != (behind["quotes"] or ""):
        return None
    marks = _marks_behind(context, line.nodes, behind.end(), end)
    name = link_text(context, link)
    if marks is None or (quoted and "'" in name):
        return None
    edtf = dated = None
    if behind["inside"] is not None:
        if read_aside(context, f"{name} ({behind['inside']})") is not None:
            return None
        found = read_aside(context, behind["inside"].strip())
        if found is None or not found[0]:
            return None
        edtf, dated = all_of(found[0]), Fragment(*behind.span("inside"), ())
        marks = [*found[1], *marks]
    elif read_aside(context, name) is not None:
        return None
    return LinkedBattle(
        tidy_name(context, name), split_target(link.target)[0] or None, edtf, dated, tuple(dict.fromkeys(marks))
    )


def _names_article(context: Context, link: WikiLink) -> bool:
    """Whether a link is one to an article that shows a name, with no markup in it."""
    target, text = link.target, link.text_start
    if link.children or ":" in target or not target[:1].isalnum():
        return False
    return text is None or context.source[text].isalnum()


def _marks_behind(context: Context, nodes: Sequence[Node], start: int, end: int) -> list[str] | None:
    """What the templates from `start` on mark, between footnotes; None where anything else stands there."""
    source, position, marks = context.source, start, []
    for node in nodes[1:]:
        if source[position : node.start].strip(" "):
            return None
        if type(node) is Template:
            row = context.lexicon.template(node.name)
            if row is not None and row.role == MARK_ROLE:
                marks.append(row.kind)
            elif context.line(Fragment(node.start, node.end, (node,))):
                return None
        elif type(node) is not Tag or node.name not in HIDDEN_TAGS:
            return None
        position = node.end
    return marks if not source[position:end].strip(" ") else None
