"""Two people in one phrase."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.listing.fragments import trim
from wikibio.values.listing.split import may_part, separators, split_at
from wikibio.values.listing.surface import OPAQUE, Surface, read_surface

_REMARK = re.compile(r"\([^()]*\)")


def part_people(context: Context, item: Fragment) -> list[Fragment]:
    """The people that an item names at an "and" between whole names.

    ``Ada Hat and [[Bob Coat]] (adoptive)`` and ``Ada and Bob`` are two; ``Ada and Bob Hat``, whose family name stands
    once, and ``son and daughter`` are one phrase.
    """
    if not item.nodes and not may_part(context, context.slice(item)):
        return [item]
    surface = read_surface(context, item)
    found = separators(context, surface)
    if len(found) != 1 or found[0].sign != "and":
        return [item]
    pieces = split_at(surface, found)
    names = [_name(context, piece) for piece in pieces]
    if len(names) != 2 or not all(names):
        return [item]
    whole = len(names[0]) > 1 or len(names[1]) == 1 or OPAQUE in pieces[0].text
    return [trim(context, piece.fragment) for piece in pieces] if whole else [item]


def _name(context: Context, piece: Surface) -> list[str]:
    """The words of a piece that is a name: each begins with a capital, the first counts nothing; else none."""
    words = _REMARK.sub("", context.line(piece.fragment)).split()
    if not words or context.lexicon.word("count", words[0]) is not None:
        return []
    return words if all(word.lstrip("\"'“‘")[:1].isupper() for word in words) else []
