"""An infobox value to its battles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from wikibio.battles.line import Line, names_conflict, read_lines
from wikibio.battles.tree import Node, build_tree
from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.syntax.tags import Tag
from wikibio.values.listing.entry import Entry
from wikibio.values.listing.fragments import join
from wikibio.values.listing.lines import read_listing

_WORD = re.compile(r"\w+")
_MOST_REMARKS = 4


class BattleListing(NamedTuple):
    """The battles as plain dicts in the shape of Battle, and the wikitext that is none, each with the rule by which."""

    battles: list[dict[str, object]]
    ignored: list[tuple[Span, str]]


def read_battles(context: Context, fragment: Fragment) -> list[dict[str, object]]:
    """The battles of a value as a tree.

    ``'''[[World War II]]''' (1939–45)⏎* [[Battle of Crete]]{{WIA}}`` gives World War II, 1939/1945, and under it the
    Battle of Crete with the mark WIA.
    """
    return read_battle_listing(context, fragment).battles


def read_battle_listing(context: Context, fragment: Fragment) -> BattleListing:
    """As `read_battles`, with what was left out: rules, captions, list markup, pictures, other columns of tables."""
    listing = read_listing(context, fragment)
    ignored: list[tuple[Span, str]] = [(span, rule) for span, rule in listing.ignored]
    lines: list[Line] = []
    for entry in listing.entries:
        for line in read_lines(context, entry):
            _place(context, entry, line, lines, ignored)
    if lines and not lines[-1].named:
        ignored.append((lines.pop().fragment.span, "table column"))
    return BattleListing([_battle(context, node, 0) for node in build_tree(lines)], ignored)


def _place(context: Context, entry: Entry, line: Line, lines: list[Line], ignored: list[tuple[Span, str]]) -> None:
    """Add a line to `lines`: as a battle, as a detail of the one before it, or to what is left out."""
    fragment = line.fragment
    line = _with_column_before(line, lines, ignored)
    previous = lines[-1] if lines and not lines[-1].caption else None
    if not line.named:
        if not line.edtf and not line.marks:
            ignored.append((fragment.span, "nothing shown"))
        elif previous is not None and entry.row in (None, previous.row):
            lines[-1] = _with_details(previous, line)
        elif entry.row is not None:
            lines.append(line)
        else:
            ignored.append((fragment.span, "nothing shown"))
    elif previous is not None and _goes_on(entry, line, previous):
        whole = join(previous.fragment, line.fragment)
        rest = read_lines(context, entry._replace(fragment=whole))[0]
        lines[-1] = replace(rest, level=previous.level, rank=previous.rank, parted=previous.parted, row=previous.row)
    elif _is_caption(context, line):
        ignored.append((fragment.span, "caption"))
        lines.append(replace(line, caption=True))
    elif entry.row is not None and previous is not None and previous.row == entry.row:
        if not names_conflict(context, line.fragment):
            ignored.append((fragment.span, "table column"))
        else:
            lines.append(replace(line, level=(*line.level[:3], 1)))
    else:
        lines.append(line)


def _with_column_before(line: Line, lines: list[Line], ignored: list[tuple[Span, str]]) -> Line:
    """A line with the date that stands in the column before it; one that belongs to no line is left out."""
    if not lines or lines[-1].named:
        return line
    column = lines.pop()
    if column.row == line.row and line.named:
        return _with_details(line, column)
    ignored.append((column.fragment.span, "table column"))
    return line


def _goes_on(entry: Entry, line: Line, previous: Line) -> bool:
    """Whether a line is a remark in brackets on the one before it: ``[[Battle of Hamel]]<br>(as a spectator)``.

    The two are read again as one, so a battle takes no more remarks than editors ever write.
    """
    if not (line.name.startswith("(") and line.name.endswith(")")):
        return False
    breaks = sum(type(node) is Tag and node.name == "br" for node in previous.fragment.nodes)
    return entry.parted in ("break", "line") and not entry.marker and breaks < _MOST_REMARKS


def _with_details(line: Line, more: Line) -> Line:
    """A battle with what a line of nothing but dates or marks adds to it."""
    return replace(
        line,
        fragment=join(*sorted((line.fragment, more.fragment), key=lambda fragment: fragment.start)),
        edtf=line.edtf or more.edtf,
        dated=line.dated or more.dated,
        marks=tuple(dict.fromkeys(line.marks + more.marks)),
    )


def _is_caption(context: Context, line: Line) -> bool:
    """Whether a line only says what the list is or where to find it: "Wars and battles", "See his career"."""
    table = context.lexicon.word_table("battle_caption")
    name = line.name.lower()
    word = name.partition(" ")[0]
    if not word.isalnum():
        first = _WORD.search(name)
        word = first.group() if first is not None else ""
    said = table.get(word)
    return said is not None and (said == "pointer" or all(word in table for word in _WORD.findall(name)))


def _battle(context: Context, node: Node, depth: int) -> dict[str, object]:
    line = node.line
    start, end, _ = line.fragment
    dates = None
    if line.edtf is not None and line.dated is not None:
        dates = {
            "edtf": line.edtf,
            "text": context.line(line.dated),
            "span": line.dated.span,
            "references": context.footnotes(line.dated.start, line.dated.end),
        }
    return {
        "name": line.name,
        "link": line.link,
        "dates": dates,
        "marks": line.marks,
        "battles": [_battle(context, below, depth + 1) for below in node.below],
        "depth": depth,
        "span": (start, end),
        "references": context.footnotes(start, end),
    }
