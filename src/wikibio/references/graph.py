"""The reference graph: short citations find the full ones by their anchors (Help:Shortened footnotes)."""

from __future__ import annotations

from typing import Any

from wikibio.context import Context
from wikibio.references.anchors import normal_anchor
from wikibio.references.reader import ReferenceReading


def link_sources(context: Context, reading: ReferenceReading) -> None:
    """Fill `target` of every short citation, and `cited_by` of the references that they point to.

    To be called after the citations of `reading.references` were read. ``{{sfn|Smith|2001}}`` points to
    ``{{cite book|last=Smith|year=2001}}``, wherever that stands on the page. What finds nothing is reported.
    """
    if not reading.short:
        return
    targets: dict[str, dict[str, Any]] = {}
    for reference in reading.references:
        for citation in reference["citations"]:
            if citation.get("anchor"):
                targets.setdefault(normal_anchor(citation["anchor"]), reference)
    for reference_id, short in reading.short:
        target = targets.get(normal_anchor(short["anchor"]))
        if target is not None:
            short["target"] = target["id"]
            cited_by = {"span": short["span"], "reference": reference_id, "pages": short["pages"]}
            if not target["cited_by"]:
                target["cited_by"] = []
            target["cited_by"].append(cited_by)
        else:
            message = f"no citation on this page has the anchor {short['anchor']}"
            context.report("short-footnote-no-target", message, *short["span"])
