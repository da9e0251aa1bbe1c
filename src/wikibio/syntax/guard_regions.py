"""Cut a page into regions: itself, and the body of every extension tag."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .guard_edits import Edits
from .guard_marks import BOX, END_EXTENSION, EXTENSION, TABLE, TAG, Mark

_MARKS_IN_TAG = re.compile(r"[\[\]{}]++|(?<=\n)=++")


@dataclass(slots=True)
class Pair:
    """An opening and a closing mark that belong together, and how much of the tokenizer's depth they take."""

    kind: str
    start: int
    start_end: int
    end_start: int
    end: int

    def silence(self, edits: Edits) -> None:
        """Take both marks for text."""
        silence_mark(self.kind, self.start, self.start_end, edits)
        silence_mark(self.kind, self.end_start, self.end, edits)


def silence_mark(kind: str, start: int, end: int, edits: Edits) -> None:
    """Take a mark for text: of a tag the angle and what its attributes hold, of a table the brace."""
    if kind is TAG or kind is EXTENSION:
        edits.silence(start, start + 1)
        for held in _MARKS_IN_TAG.finditer(edits.source, start, end):
            edits.silence(*held.span())
    elif kind is TABLE:
        brace = start if edits.source[start] == "{" else start + 1
        edits.silence(brace, brace + 1)
    else:
        edits.silence(start, end)


@dataclass(slots=True)
class Group:
    """The marks directly inside one pair (`kind`, content [start, end)), or of the page (kind "")."""

    kind: str
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)


def split_regions(marks: Sequence[Mark], length: int, source: str) -> tuple[list[Group], list[Pair], list[Mark]]:
    """Cut out the bodies of extension tags, as MediaWiki does first of all.

    Returns the regions (the page first), the pairs of tags, and the opening tags that have no body because nothing
    closes them. Where tags are missing, a ref that runs over its line into the next ref is taken for one of those.
    """
    partners, unclosed, left_over = _pair_extensions(marks, source, by_line=False)
    if unclosed or left_over:
        partners, unclosed, _ = _pair_extensions(marks, source, by_line=True)
    regions = [Group("", 0, length)]
    stack = [regions[0]]
    pairs: list[Pair] = []
    for index, mark in enumerate(marks):
        partner = partners.get(index)
        if partner is None:
            if mark.kind is not EXTENSION:
                stack[-1].marks.append(mark)
        elif mark.kind is EXTENSION:
            closing = marks[partner]
            pairs.append(Pair(EXTENSION, mark.start, mark.end, closing.start, closing.end))
            stack[-1].marks.append(Mark(BOX, mark.start, closing.end, "extension"))
            region = Group(EXTENSION, mark.end, closing.start)
            regions.append(region)
            stack.append(region)
        else:
            stack.pop()
    return regions, pairs, unclosed


def _pair_extensions(marks: Sequence[Mark], source: str, *, by_line: bool) -> tuple[dict[int, int], list[Mark], bool]:
    """Partners by index, the opening tags without one, and whether a closing tag is left over."""
    stack: list[int] = []
    depth: dict[str, int] = {}
    partners: dict[int, int] = {}
    unclosed: list[Mark] = []
    left_over = False
    for index, mark in enumerate(marks):
        if mark.kind is EXTENSION:
            if by_line and stack and _is_ref_of_another_line(marks[stack[-1]], mark, source):
                unclosed.append(marks[stack.pop()])
                depth["ref"] -= 1
            stack.append(index)
            depth[mark.name] = depth.get(mark.name, 0) + 1
        elif mark.kind is END_EXTENSION and depth.get(mark.name):
            while marks[opening := stack.pop()].name != mark.name:
                depth[marks[opening].name] -= 1
                unclosed.append(marks[opening])
            depth[mark.name] -= 1
            partners[opening], partners[index] = index, opening
        elif mark.kind is END_EXTENSION:
            left_over = True
    unclosed += (marks[index] for index in stack)
    return partners, unclosed, left_over


def _is_ref_of_another_line(outer: Mark, inner: Mark, source: str) -> bool:
    return outer.name == inner.name == "ref" and source.find("\n", outer.end, inner.start) >= 0
