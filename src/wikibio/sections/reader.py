"""Headings and bodies to sections."""

from __future__ import annotations

from collections.abc import Mapping

from wikibio.context import Context
from wikibio.sections.outline import Anchors, Outline, heading_text, read_outline
from wikibio.syntax.folding import MARK, fold_paragraphs
from wikibio.syntax.markers import Markers
from wikibio.syntax.nodes import Fragment, nodes_between

_NO_SPACE_BEFORE = " \n,.;:!?)"
"""What follows a footnote marker and takes the space before it away, once the marker is gone."""


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
        self.labels = dict(labels)
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
        fragment = Fragment(start, end, nodes_between(self.context.tree.children, start, end))
        raw, references = self.context.renderer.marked(fragment, self.markers)
        folded = fold_paragraphs(raw)
        if not references:
            return folded, []
        first, *parts = folded.split(MARK)
        text, marks = first, []
        for reference, part in zip(references, parts, strict=False):
            if text.endswith(" ") and (not part or part[0] in _NO_SPACE_BEFORE):
                text = text[:-1]
            marks.append({"at": len(text), "reference": reference})
            text += part.lstrip(" ") if text.endswith(("(", "[")) else part
        lead_space = len(text) - len(text.lstrip())
        if lead_space:
            marks = [{**mark, "at": max(0, int(str(mark["at"])) - lead_space)} for mark in marks]
        return text.strip(), marks
