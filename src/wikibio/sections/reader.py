"""Headings and bodies to sections."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import attrgetter

from wikibio.context import Context
from wikibio.sections.outline import Anchors, Outline, heading_text, read_outline
from wikibio.syntax.folding import MARK, fold_paragraphs
from wikibio.syntax.markers import Markers
from wikibio.syntax.nodes import Fragment, Node
from wikibio.syntax.page import nodes_between

_SPACE_BEFORE = re.compile(f" (?={MARK}(?:[ \n,.;:!?){MARK}]|\\Z))")
_SPACE_BEHIND = re.compile(rf"(?<=[(\[])({MARK}+) +")
_LEFT_BEHIND = frozenset(" ([")
"""What a mark stands behind where a space may have to go with it."""
_START, _END = attrgetter("start"), attrgetter("end")


def read_sections(
    context: Context, markers: Mapping[int, str], labels: Mapping[int, str]
) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The lead and the tree of sections.

    `markers` maps the offset of each footnote marker to its reference's id, `labels` to the label that it shows.

    ``A<ref>x</ref> b\\n== C ==\\nd`` gives a lead with text "A b" and a mark at 1, and a section "C" with text "d".
    """
    reader = _Reader(context, markers, labels)
    page = read_outline(context)
    lead = reader.section(page)
    sections = lead["sections"]
    assert isinstance(sections, list)
    lead["sections"] = []
    lead["span"] = (0, page.own_end)
    return lead, sections


class _Reader:
    def __init__(self, context: Context, markers: Mapping[int, str], labels: Mapping[int, str]) -> None:
        self.context = context
        self.markers = Markers(markers)
        self.labels = labels
        self.anchors = Anchors()

    def section(self, outline: Outline) -> dict[str, object]:
        title = anchor = ""
        if outline.heading is not None:
            title, anchor = heading_text(self.context, outline.heading, self.labels)
            anchor = self.anchors.unique(anchor)
        text, marks = self.body(outline)
        return {
            "level": outline.level,
            "title": title,
            "anchor": anchor,
            "span": (outline.start, outline.end),
            "text": text,
            "marks": marks,
            "sections": [self.section(subsection) for subsection in outline.subsections],
        }

    def body(self, outline: Outline) -> tuple[str, list[dict[str, object]]]:
        """The section's own text, and where in it the footnotes stand."""
        start, end = outline.body, outline.own_end
        raw, references = self.context.renderer.marked(Fragment(start, end, self._nodes(start, end)), self.markers)
        folded = fold_paragraphs(raw)
        if not references:
            return folded, []
        text, places = _without_marks(folded)
        # As many places as references, unless a text that a table gave has a mark of ours in it; content never raises.
        return text, [{"at": at, "reference": id_} for at, id_ in zip(places, references, strict=False)]

    def _nodes(self, start: int, end: int) -> Sequence[Node]:
        """The nodes between `start` and `end`, at one stroke where none crosses a border."""
        nodes = self.context.tree.children
        first = bisect_right(nodes, start, key=_END)
        inside = nodes[first : bisect_left(nodes, end, first, key=_START)]
        if inside and (inside[0].start < start or inside[-1].end > end):
            return nodes_between(nodes, start, end)
        return inside


def _without_marks(folded: str) -> tuple[str, list[int]]:
    """`folded` without its marks, and where they stood; the spaces that they leave behind go too.

    ``A MARK, b (MARK c)`` gives ``A, b (c)``.
    """
    parts = folded.split(MARK)
    if not _LEFT_BEHIND.isdisjoint([part[-1:] for part in parts]):
        folded = _SPACE_BEHIND.sub(r"\1", _SPACE_BEFORE.sub("", folded))
        parts = folded.split(MARK)
    text = "".join(parts)
    stripped = text.strip()
    places = list(accumulate(map(len, parts)))
    if len(stripped) < len(text):
        before, last = len(text) - len(text.lstrip()), len(stripped)
        places = [min(max(0, place - before), last) for place in places]
    return stripped, places
