"""Which headings make sections, and where each section ends.

Rules: mediawiki.org/wiki/Help:Formatting and MediaWiki's own data (action=parse, prop=sections).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from wikibio.context import Context
from wikibio.syntax.nodes import Heading, Node
from wikibio.syntax.tags import Tag

# A heading inside these is none: extension tags have a parser of their own.
_ENCLOSED_TAGS = frozenset({"ref", "references", "gallery", "imagemap", "poem", "includeonly", "noinclude"})
_REST_OF_LINE = re.compile(r"(?:[ \t]|<!--.*?-->)*(?:\r?\n|\Z)", re.DOTALL)
_TRIMMED_SPACE = re.compile(r"[ \t\r\n_]+")
_OTHER_SPACE = re.compile(r"[\s\u00a0]")
_START = attrgetter("start")


class Outline:
    """A section's place: `start` of its heading, `body` of its text, `own_end` before the first subsection."""

    __slots__ = ("body", "end", "heading", "level", "own_end", "start", "subsections")

    def __init__(self, heading: Heading | None, level: int, start: int, body: int) -> None:
        self.heading = heading
        self.level = level
        self.start = start
        self.body = body
        self.own_end = self.end = body
        self.subsections: list[Outline] = []

    def walk(self) -> Iterator[Outline]:
        yield self
        for subsection in self.subsections:
            yield from subsection.walk()


def read_outline(context: Context) -> Outline:
    """The page as an Outline of level 0 (the lead) that holds its sections.

    ``a == b`` opens none: a heading stands alone on its line, but for a comment after it.
    """
    page = Outline(None, 0, 0, 0)
    stack = [page]
    nodes = context.tree.children
    for heading in context.tree.headings:
        if not (_REST_OF_LINE.match(context.source, heading.end) and _is_open(nodes, heading)):
            continue
        while stack[-1].level >= heading.level:
            stack.pop().end = heading.start
        section = Outline(heading, heading.level, heading.start, heading.end)
        stack[-1].subsections.append(section)
        stack.append(section)
    for section in stack:
        section.end = len(context.source)
    for section in page.walk():
        section.own_end = section.subsections[0].start if section.subsections else section.end
    return page


def _is_open(nodes: Sequence[Node], heading: Heading) -> bool:
    """Whether `heading` stands among `nodes` or in nothing but tags that show their content as part of the page."""
    while nodes:
        index = bisect_left(nodes, heading.start, key=_START)
        if index < len(nodes) and nodes[index] is heading:
            return True
        around = nodes[index - 1] if index else None
        if type(around) is not Tag or around.name in _ENCLOSED_TAGS:
            return False
        nodes = around.children
    return False


def heading_text(context: Context, heading: Heading, labels: Mapping[int, str]) -> tuple[str, str]:
    """A heading's title and its anchor before it is made unique.

    ``== The ''Bounty'' ==`` gives "The Bounty" and "The_Bounty". A footnote in it shows its label: ``H[1]``.
    """
    shown = {node: f"[{labels[node.start]}]" for node in heading.children if node.start in labels}
    raw = context.renderer.raw(heading.content, shown)
    title = " ".join(raw.split())
    if "_" not in title and raw.isprintable():
        return title, title.replace(" ", "_")
    return title, _OTHER_SPACE.sub("_", _TRIMMED_SPACE.sub(" ", raw).strip(" "))


class Anchors:
    """Makes anchors unique as MediaWiki does, without regard to case: ``A, A, a`` gives ``A, A_2, a_3``."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def unique(self, anchor: str) -> str:
        key = anchor.lower()
        if key not in self._counts:
            self._counts[key] = 1
            return anchor
        number = self._counts[key] + 1
        while f"{key}_{number}" in self._counts:
            number += 1
        self._counts[key] = number
        self._counts[f"{key}_{number}"] = 1
        return f"{anchor}_{number}"
