"""Tags from tokens: HTML and extension tags, and the wiki markup that stands for tags (lists, rules, tables).

Widths that the tokens do not tell: the tag name of wiki markup is a text token of no width, so it is taken off the
stream; a closing attribute quote has no token; an implicit close (``<br>``) is one character wide.
"""

from __future__ import annotations

import re

from wikibio.syntax.building import Building, Token
from wikibio.syntax.tags import Attribute, Tag

_CLOSING_NAME = re.compile(r"</\s*([^\s/>]+)")
"""``</br>``, which opens a tag all the same."""


class TagBuilding(Building):
    """The handlers of tag tokens. `attributes`: those still open, as start, start of the value, quotes, token."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.attributes: list[tuple[int, int, int, Token]] = []

    def tag_open(self, token: Token) -> None:
        tag = Tag(self.position)
        tag.markup = markup = token.get("wiki_markup")
        self.push(tag)
        self.tree.tags.append(tag)
        if markup:
            tag.name = next(self.rest)["text"]
            self.position += len(markup)
        else:
            self.position += 2 if token.get("invalid") else 1

    def tag_attribute(self, token: Token) -> None:
        self._end_name_or_attribute()
        self.position += len(token["pad_first"])
        self.attributes.append((self.position, -1, 0, token))

    def tag_attribute_equals(self, token: Token) -> None:
        start, _, quote, attribute = self.attributes.pop()
        self.position += len(attribute["pad_before_eq"]) + 1 + len(attribute["pad_after_eq"])
        self.attributes.append((start, self.position, quote, attribute))

    def tag_attribute_quote(self, token: Token) -> None:
        start, _, _, attribute = self.attributes.pop()
        self.position += 1
        self.attributes.append((start, self.position, 1, attribute))

    def _end_name_or_attribute(self) -> Tag:
        """Close what white space, ``>`` or ``/>`` closes in a tag: its last attribute, or its name."""
        tag = self.open[-1]
        assert type(tag) is Tag
        if not tag.name:
            closing = _CLOSING_NAME.match(self.source, tag.start)
            name = closing[1] if closing else self.source[tag.start + 1 : self.position].strip()
            name = name.lower()
            tag.name = self.tree.names.setdefault(name, name)
        elif self.attributes and self.attributes[-1][0] > tag.start:
            start, value_start, quote, token = self.attributes.pop()
            if value_start < 0:
                name, value = self.source[start : self.position], None
                self.position += len(token["pad_before_eq"])
            else:
                name = self.source[start:value_start].partition("=")[0].rstrip()
                value = self.source[value_start : self.position]
                self.position += quote
            attribute = Attribute(name, value, start, self.position)
            if isinstance(tag.attributes, list):
                tag.attributes.append(attribute)
            else:
                tag.attributes = [attribute]
        return tag

    def tag_content(self, token: Token) -> None:
        tag = self._end_name_or_attribute()
        self.position += len(token.get("padding") or "")
        self.position += len(token.get("wiki_markup") or "") if tag.markup else 1
        tag.content_start = self.position

    def tag_self_close(self, token: Token) -> None:
        tag = self._end_name_or_attribute()
        self.position += len(token.get("padding") or "")
        if tag.markup:
            self.pop(len(token.get("wiki_markup") or ""))
        else:
            self.pop(1 if token.get("implicit") else 2)

    def tag_content_end(self, token: Token) -> None:
        tag = self.open[-1]
        assert type(tag) is Tag
        tag.content_end = self.position
        if tag.markup:
            next(self.rest)
            markup = token.get("wiki_markup")
            self.position += len(tag.markup if markup is None else markup)
        else:
            self.position += 2

    def tag_close(self, token: Token) -> None:
        tag = self.open[-1]
        assert type(tag) is Tag
        self.pop(0 if tag.markup else 1)
