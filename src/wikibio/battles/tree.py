"""Lines in their order to the tree that they show."""

from __future__ import annotations

from wikibio.battles.line import SMALL, Level, Line

_SIGNS = frozenset("*#:")
_DEEPEST = 30
"""No infobox nests deeper; deeper bullets are taken for mistakes, so that JSON readers can take the result."""


class Node:
    """A battle in the tree: the line that names it, lines that only add to it, and the battles under it."""

    __slots__ = ("below", "line")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.below: list[Node] = []


def build_tree(lines: list[Line]) -> list[Node]:
    """Each line hangs on the last line before it that stands less deep; captions only hold the place of what they head.

    Levels are only compared, so that a list of nothing but bullets is flat whatever it stands in. Indented lines hang
    on the line before them that is not, so they are no conflicts by themselves unless all are indented.
    """
    roots: list[Node] = []
    path: list[tuple[Level, Node]] = []
    for line, level in zip(lines, _levels(lines), strict=True):
        node = Node(line)
        indented = line.level[1] > 0
        while path and path[-1][0] >= level and not (indented and len(path) == 1 and not path[0][1].line.level[1]):
            path.pop()
        del path[_DEEPEST:]
        (path[-1][1].below if path else roots).append(node)
        path.append((level, node))
    return _without_captions(roots)


def _without_captions(nodes: list[Node]) -> list[Node]:
    """What a caption heads stands in its place; behind a line without battles of its own it belongs to that line.

    Where a caption comes first ("Wars", then "Battles"), captions part the list and belong to no line of it.
    """
    kept: list[Node] = []
    parted = bool(nodes) and nodes[0].line.caption
    for node in nodes:
        node.below = _without_captions(node.below)
        if not node.line.caption:
            kept.append(node)
        elif kept and not parted and not kept[-1].below and kept[-1].line.rank < node.line.rank:
            kept[-1].below = node.below
        else:
            kept += node.below
    return kept


def _levels(lines: list[Line]) -> list[Level]:
    """How deep each line stands, headings reckoned in.

    A bold line, a line that ends in a colon and a line among small ones own the lines of their own depth that follow
    right behind, up to the next line of their kind or a rule: ``'''War'''<br>Battle<br>Battle``. Where bullets follow,
    it is they that belong to the heading, and a plain line after them is a conflict by itself.
    """
    levels: list[Level] = []
    owners: dict[tuple[int, int], list[int]] = {}
    owning: list[int] = []
    before: tuple[int, int] | None = None
    ranks = _ranks(lines)
    for index, line in enumerate(lines):
        place = line.level[:2]
        if place != before:
            for deeper in [other for other in owners if other > place]:
                del owners[deeper]
            owning, before = owners.setdefault(place, []), place
        if line.parted == "rule":
            owning.clear()
        while owning and owning[-1] <= ranks[index]:
            owning.pop()
        levels.append((*place, len(owning), line.level[3]))
        if index + 1 < len(lines) and ranks[index + 1] < ranks[index] and _follows(line, lines[index + 1]):
            owning.append(ranks[index])
    return levels


def _follows(line: Line, following: Line) -> bool:
    """Whether a line of the same depth follows right behind, so that the one before can head it."""
    same = following.level[:2] == line.level[:2] and following.level[3] == line.level[3]
    return same and following.parted not in ("rule", "item")


def _ranks(lines: list[Line]) -> list[int]:
    """The ranks of the lines; of two kinds of marker at one depth (``*`` and ``:``) the first heads the other."""
    if len(_SIGNS.intersection([line.marker[-1:] for line in lines])) < 2:
        return [line.rank for line in lines]
    ranks: list[int] = []
    first: dict[tuple[int, int], str] = {}
    for line in lines:
        place = line.level[:2]
        for deeper in [other for other in first if other > place]:
            del first[deeper]
        sign = line.marker[-1:]
        other_kind = sign in _SIGNS and first.setdefault(place, sign) != sign
        ranks.append(min(line.rank, SMALL) if other_kind else line.rank)
    return ranks
