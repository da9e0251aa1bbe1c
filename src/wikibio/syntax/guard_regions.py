"""Cut a page into regions: itself, and the body of every extension tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .guard_marks import BOX, END_EXTENSION, EXTENSION, Mark


@dataclass(slots=True)
class Pair:
    """An opening and a closing mark that belong together, and how much of the tokenizer's depth they take."""

    kind: str
    start: int
    start_end: int
    end_start: int
    end: int


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
    closes them. A ref that runs over a paragraph into the next ref is taken for one of those.
    """
    partners, unclosed = _pair_extensions(marks, source)
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


def _pair_extensions(marks: Sequence[Mark], source: str) -> tuple[dict[int, int], list[Mark]]:
    stack: list[int] = []
    depth: dict[str, int] = {}
    partners: dict[int, int] = {}
    unclosed: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.kind is EXTENSION:
            in_ref = bool(stack) and mark.name == "ref" == marks[stack[-1]].name
            if in_ref and source.find("\n\n", marks[stack[-1]].end, mark.start) >= 0:
                unclosed.append(marks[stack.pop()])
                depth["ref"] -= 1
            stack.append(index)
            depth[mark.name] = depth.get(mark.name, 0) + 1
        elif mark.kind is END_EXTENSION and depth.get(mark.name):
            while True:
                opening = stack.pop()
                depth[marks[opening].name] -= 1
                if marks[opening].name == mark.name:
                    partners[opening], partners[index] = index, opening
                    break
                unclosed.append(marks[opening])
    unclosed += (marks[index] for index in stack)
    return partners, unclosed
