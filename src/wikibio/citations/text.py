"""The parameters of citation templates as texts, each with its meaning, where it stands and what it links to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, WikiLink
from wikibio.values.links import first_link, split_target


class Reading(Enum):
    """How a parameter is read."""

    NAME = 0
    TITLE = 1
    SERIES = 2
    DATE = 3
    TEXT = 4
    IDENTIFIER = 5
    PLACE = 6
    PLACE_AND_DETAIL = 7
    DETAIL = 8
    ELSEWHERE = 9
    UNKNOWN = 10
    NOTHING = 11


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a parameter says: `key`, for names split into list and part (``author``, ``last``) with a `number`.

    Parameters of one `slot` say the same; of two the one of lower `rank` wins. `field` is where a value goes that needs
    no more than its `reading`.
    """

    name: str
    slot: str
    key: str
    part: str
    number: int
    rank: int
    reading: Reading
    field: str


Text = tuple[str, Meaning, str, int, Sequence[Node]]
"""A parameter's text as a reader of the page sees it; its meaning, its value as written, where that ends, its nodes.

Bare addresses are not among the nodes, for they are their own text. Links may be blotted out in what is written.
"""
Values = dict[str, Text]
"""Texts by key."""
Name = dict[str, Text]
"""The parts of one person's name: last, first, link, mask."""
Names = dict[str, dict[int, Name]]
"""Names by list and number."""


def link_of(context: Context, text: Text) -> str | None:
    """The page that the first link in a value leads to."""
    _, _, written, end, nodes = text
    if not nodes:
        return None
    first = nodes[0]
    if type(first) is WikiLink and ":" not in first.target:
        target = split_target(first.target)[0]
        if target:
            return target
    return first_link(context, Fragment(end - len(written), end, nodes))


def span_of(text: Text) -> tuple[int, int]:
    """Where a parameter's value stands, without the white space round it."""
    _, _, written, end, _ = text
    written = written.lstrip()
    start = end - len(written)
    return start, start + len(written.rstrip())
