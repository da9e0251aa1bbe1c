"""All offices of a person, whatever the infobox calls them."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box
from wikibio.person.office_series import read_office_series
from wikibio.person.reign import read_reigns
from wikibio.person.see import read_sees

OFFICE_GROUPS = ("reign", "see", "other_post", "office", "office_part", "calling", "calling_part")
"""The first part of every role that may name an office."""


def read_offices(context: Context, boxes: list[Box]) -> list[dict[str, object]]:
    """Every office, one for each term, in the order of their numbers within each infobox.

    ``|office=[[Mayor]]|term_start=1990|term_end=1994|successor=[[B]]`` gives one office from 1990 to 1994 with its
    successor.
    """
    offices: list[dict[str, object]] = []
    for box in boxes:
        offices += read_reigns(context, box)
        offices += read_sees(context, box)
        offices += read_office_series(context, box)
        offices += read_office_series(context, box, "calling")
    return offices
