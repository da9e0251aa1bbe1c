"""The reference graph: short citations find the full ones by their anchors (Help:Shortened footnotes)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wikibio.context import Context
from wikibio.references.reader import ReferenceReading

_YEAR = re.compile(r"\d{3,4}[a-z]?(?![\w])")
_SPACES = re.compile(r"[\s_]+")
PEOPLE = 4
"""How many family names an anchor has at most (Template:Sfn/doc)."""

Data = Mapping[str, Any]


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
            for anchor in anchors(citation):
                targets.setdefault(normal_anchor(anchor), reference)
    for reference_id, short in reading.short:
        target = targets.get(normal_anchor(short["anchor"]))
        if target is not None:
            short["target"] = target["id"]
            target["cited_by"].append({"span": short["span"], "reference": reference_id, "pages": short["pages"]})
        else:
            message = f"no citation on this page has the anchor {short['anchor']}"
            context.report("short-footnote-no-target", message, *short["span"])


def normal_anchor(anchor: str) -> str:
    """An anchor as links compare it: spaces and underscores are one."""
    return _SPACES.sub("_", anchor.strip())


def anchors(citation: Data) -> Iterator[str]:
    """The anchors of a citation: its own, where its template sets one, else its people and its year.

    Authors stand first, editors in their place where there are none (Template:Cite book/doc, ``ref=``).
    """
    own = citation.get("anchor")
    if own:
        yield own
        return
    people = citation.get("authors") or citation.get("editors") or ()
    names = [_family(person) for person in people][:PEOPLE]
    year = next(_years(citation), "")
    if names or year:
        yield "CITEREF" + "".join(names) + year


def _family(person: Data) -> str:
    return str(person.get("family") or person.get("literal") or "")


def _years(citation: Data) -> Iterator[str]:
    for key in ("date", "publication_date"):
        date = citation.get(key)
        if date:
            match = _YEAR.search(str(date.get("text") or date.get("edtf") or ""))
            if match:
                yield match.group()
