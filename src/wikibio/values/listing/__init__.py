"""Lists: a value's wikitext to its lines as laid out (`read_entries`), and to flat items (`read_items`)."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.listing.entry import Entry, Ignored, Listing
from wikibio.values.listing.items import read_items
from wikibio.values.listing.lines import read_listing
from wikibio.values.listing.people import part_people

__all__ = ["Entry", "Ignored", "Listing", "part_people", "read_entries", "read_items", "read_listing"]


def read_entries(context: Context, fragment: Fragment) -> list[Entry]:
    """The lines of a value with how deep each stands.

    ``[[World War II]]<br>{{*}}[[Battle of Britain]]`` gives two, the second pushed in by one.
    """
    return read_listing(context, fragment).entries
