"""Pair the HTML tags and tables of one group, and keep what is left from doing harm."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from .guard_edits import Edits
from .guard_marks import BOX, BRACES, END_EXTENSION, END_TABLE, END_TAG, EXTENSION, TABLE, TAG, Mark
from .guard_regions import Group, Pair, silence_mark
from .guard_tags import VOID_TAGS

_DEEPEST = 80
_MOST_DOUBLINGS = 2
_WEIGHTS = {BRACES: 3, TABLE: 3}
"""How much of the tokenizer's depth of 100 a pair can take; all others take one."""


def settle_group(source: str, group: Group, edits: Edits) -> list[Pair]:
    """The pairs of tags and tables in `group`; marks that pair with nothing are silenced where they would do harm."""
    marks = [mark for mark in group.marks if mark.kind is not BOX]
    if not marks:
        return []
    partners, unclosed = _pair(marks, frozenset())
    if unclosed:
        partners, unclosed = _pair(marks, unclosed)
    for index in unclosed:
        silence_mark(marks[index].kind, marks[index].start, marks[index].end, edits)
    if group.kind is BRACES:
        _part_at_pipes(source, group, marks, partners, edits)
    _settle_strays(marks, partners, group.kind is EXTENSION, edits)
    return [
        Pair(marks[index].kind, marks[index].start, marks[index].end, marks[partner].start, marks[partner].end)
        for index, partner in partners.items()
        if index < partner
    ]


def _pair(marks: Sequence[Mark], doomed: Set[int]) -> tuple[dict[int, int], set[int]]:
    """Partners by index, and the opening marks without one.

    A closing tag closes the innermost opening mark or nothing, unless that one is doomed (known never to close);
    the end of a table closes the table whatever stands open in it.
    """
    stack: list[int] = []
    depth: dict[str, int] = {}
    partners: dict[int, int] = {}
    unclosed: set[int] = set()
    for index, mark in enumerate(marks):
        name = TABLE if mark.kind is END_TABLE else mark.name
        if mark.kind is TAG or mark.kind is TABLE:
            name = mark.name or TABLE
            stack.append(index)
            depth[name] = depth.get(name, 0) + 1
            continue
        if not depth.get(name):
            continue
        while (top := marks[stack[-1]].name or TABLE) != name and (name is TABLE or stack[-1] in doomed):
            unclosed.add(stack.pop())
            depth[top] -= 1
        if top == name:
            opening = stack.pop()
            depth[name] -= 1
            partners[opening], partners[index] = index, opening
    unclosed.update(stack)
    return partners, unclosed


def _part_at_pipes(source: str, group: Group, marks: Sequence[Mark], partners: dict[int, int], edits: Edits) -> None:
    """`{{a|<small>b|c</small>}}`: MediaWiki parts the arguments first, so no tag reaches over a bar."""
    tables = [(marks[i].start, marks[j].end) for i, j in partners.items() if i < j and marks[i].kind is TABLE]
    bars = _bars(source, group, tables)
    for index, partner in list(partners.items()):
        mark = marks[index]
        if index < partner and mark.kind is TAG:
            at = bisect_left(bars, mark.end)
            if at < len(bars) and bars[at] < marks[partner].start:
                del partners[index], partners[partner]
                silence_mark(TAG, mark.start, mark.end, edits)


def _bars(source: str, group: Group, tables: Sequence[tuple[int, int]]) -> list[int]:
    """Where the bars stand that part the arguments of the template: not in boxes, tags or tables."""
    spans = sorted([*((mark.start, mark.end) for mark in group.marks), *tables, (group.end, group.end)])
    bars: list[int] = []
    position = group.start
    for start, end in spans:
        bar = source.find("|", position, start)
        while bar >= 0:
            bars.append(bar)
            bar = source.find("|", bar + 1, start)
        position = max(position, end)
    return bars


def _settle_strays(marks: Sequence[Mark], partners: dict[int, int], in_extension: bool, edits: Edits) -> None:
    """A closing tag that closes nothing makes the tokenizer drop the tag round it; `</br>` is meant as `<br/>`."""
    inside = [in_extension]
    for index, mark in enumerate(marks):
        partner = partners.get(index)
        if partner is not None:
            if index < partner:
                inside.append(mark.kind is TAG)
            else:
                inside.pop()
        elif inside[-1] and mark.kind in (END_TAG, END_EXTENSION):
            if mark.name in VOID_TAGS:
                edits.put(mark.start, f"<{mark.name}".ljust(mark.end - mark.start - 2) + "/>")
            else:
                edits.silence(mark.start, mark.start + 1)


def limit_depth(pairs: list[Pair], edits: Edits) -> list[Pair]:
    """The pairs that are not too deep for the tokenizer; the others are silenced.

    A table in something that stands in a table has a limit of its own: the tokenizer may read that thing twice,
    once for the text of a cell and once for its style, so that each level doubles the time.
    """
    kept: list[Pair] = []
    stack: list[tuple[int, str, int]] = []
    depth = tables = doublings = 0
    for pair in sorted(pairs, key=lambda pair: pair.start):
        while stack and stack[-1][0] <= pair.start:
            _, kind, doubling = stack.pop()
            depth -= _WEIGHTS.get(kind, 1)
            tables -= kind is TABLE
            doublings -= doubling
        doubling = int(pair.kind is TABLE and tables > 0 and stack[-1][1] is not TABLE)
        if depth >= _DEEPEST or doublings + doubling > _MOST_DOUBLINGS:
            pair.silence(edits)
            continue
        stack.append((pair.end, pair.kind, doubling))
        depth += _WEIGHTS.get(pair.kind, 1)
        tables += pair.kind is TABLE
        doublings += doubling
        kept.append(pair)
    return kept
