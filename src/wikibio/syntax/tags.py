"""Tags: HTML and extension tags, and what wiki markup stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wikibio.syntax.nodes import NO_NODES, Fragment, Node


class Attribute(NamedTuple):
    """One attribute of a tag, as written; `value` is None where there is no equals sign."""

    name: str
    value: str | None
    start: int
    end: int


_ATTRIBUTE = re.compile(r"(name|group)[ \t]*=[ \t]*(?:\"([^\"]*)\"|([^\s>/]+))")
"""An attribute of a plain footnote (aside.py)."""


class Tag(Node):
    """``<ref …>…</ref>``, ``<br>``, and what wiki markup stands for: lists (li, dt, dd), rules (hr), tables.

    `markup` is the wiki markup (``*``, ``----``, ``{|``) or None for an HTML or extension tag. A list marker has no
    content of its own: what it marks follows it. `content_end` is below `content_start` where there is no content.
    """

    __slots__ = ("attributes", "content_end", "content_start", "markup", "name", "opening")

    name: str
    markup: str | None
    attributes: Sequence[Attribute]
    content_start: int
    content_end: int
    opening: str

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.name = ""
        self.markup = None
        self.attributes = ()
        self.content_start = self.content_end = -1

    @classmethod
    def plain(cls, start: int, end: int, name: str, opening: str) -> Tag:
        """A tag whose attributes are read from its opening tag when they are first asked for."""
        tag = cls.__new__(cls)
        tag.start, tag.end, tag.name, tag.opening = start, end, name, opening
        tag.children, tag.markup, tag.content_start, tag.content_end = NO_NODES, None, -1, -1
        return tag

    def __getattr__(self, name: str) -> Sequence[Attribute]:
        """Called by Python for a slot with nothing in it: the attributes of a plain footnote."""
        if name != "attributes":
            raise AttributeError(name)
        self.attributes = [
            Attribute(match[1], match[2] or match[3] or "", self.start + match.start(), self.start + match.end())
            for match in _ATTRIBUTE.finditer(self.opening)
        ]
        return self.attributes

    @property
    def content(self) -> Fragment | None:
        """What stands between the opening and the closing tag, or None for ``<br>`` and ``<ref name=x />``."""
        if self.content_end < self.content_start:
            return None
        start = self.content_start
        if self.children and self.children[0].start < start:
            return Fragment(start, self.content_end, [n for n in self.children if n.start >= start])
        return Fragment(start, self.content_end, self.children)
