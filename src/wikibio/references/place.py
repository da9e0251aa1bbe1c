"""Which section and which infobox field each use of a footnote stands in: spans tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

Data = Mapping[str, Any]


def place_uses(
    references: Iterable[dict[str, Any]], sections: Sequence[Data], fields: Iterable[tuple[int, int, str]]
) -> None:
    """Fill `section` and `field` of every use.

    `references` and `sections` are plain data as their readers give them; `fields` are (start, end, name) of infobox
    parameters. A use in a section from 10 with the anchor "Life" and in a field "rank" gets both.
    """
    anchors = [(section["span"][0], section["anchor"]) for section in _walk(sections)]
    section_starts = [start for start, _ in anchors]
    ordered = sorted(fields, key=lambda field: (field[0], -field[1]))
    field_starts = [start for start, _, _ in ordered]
    reach = list(accumulate((end for _, end, _ in ordered), max))
    last_field_end = reach[-1] if reach else 0
    for reference in references:
        for use in reference["uses"]:
            start = use["span"][0]
            index = bisect_right(section_starts, start) - 1
            if index >= 0:
                use["section"] = anchors[index][1]
            if start >= last_field_end:
                continue
            index = bisect_right(field_starts, start) - 1
            while index >= 0 and reach[index] > start:
                if ordered[index][1] > start:
                    use["field"] = ordered[index][2]
                    break
                index -= 1


def _walk(sections: Iterable[Data]) -> Iterator[Data]:
    """Sections and subsections in the order of the page, so that the last one to start before a place holds it."""
    for section in sections:
        yield section
        yield from _walk(section["sections"])
