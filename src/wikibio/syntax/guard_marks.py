"""Find the marks of a page: every place where markup may open or close, in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .guard_edits import Edits
from .guard_tags import (
    ATTRIBUTE_TEMPLATE,
    BODY_TAGS,
    CAPTION_TAGS,
    CLOSING_TAG,
    COMMENT,
    OPENING_TAG,
    RAW_TAGS,
    SCHEMES,
    TAKEN_FOR_TAG,
    UNENDED_VOID_TAG,
    VOID_TAGS,
)

BRACES: Final = "{{"
END_BRACES: Final = "}}"
LINK: Final = "[["
BRACKETS: Final = "]"
EXTERNAL: Final = "["
TAG: Final = "<"
END_TAG: Final = "</"
EXTENSION: Final = "<x"
END_EXTENSION: Final = "</x"
TABLE: Final = "{|"
END_TABLE: Final = "|}"
BOX: Final = ""
"""Something that is over and done with: a comment, a nowiki, a tag without a body, a finished template."""


@dataclass(slots=True)
class Mark:
    """A mark of `kind` at [start, end); `name` is that of a tag, or what a box holds."""

    kind: str
    start: int
    end: int
    name: str = ""


_MARK = re.compile(rf"<|\{{\{{++|\}}\}}++|\[\[++|\[(?={SCHEMES})|\]++|\{{\||\|\}}++")
_KINDS = {"{": BRACES, "}": END_BRACES, "]": BRACKETS, "[[": LINK, "[": EXTERNAL}
_COMMENT = re.compile(COMMENT)
_OPENING_QUOTE = re.compile(r"=\s*+([\"'])")
_LONG_CLOSING_IN_RAW = re.compile(r"</(?![^<>\n]{0,40}>)")
_PARAMETER = re.compile(r"\s*\|[^|\[\]{}<>=\n]*=[ \t]*+(?<=[ \t])")
_TABLE_ROW = re.compile(r"\{\|[^\n|{}]*\n\s*[|!]")
_MARKUP_IN_CAPTION = re.compile(r"\[\[|\{\{|<|://")


class MarkReader:
    """Reads the marks of `source`; what only one tag or comment is about is mended on the way."""

    def __init__(self, source: str, edits: Edits) -> None:
        self.source = source
        self.edits = edits
        self.marks: list[Mark] = []
        self._unclosed_names: set[str] = set()
        self._open_tables = 0
        self._open_ref = -1

    def read(self) -> list[Mark]:
        """All marks in source order."""
        source, search = self.source, _MARK.search
        position = 0
        while found := search(source, position):
            start, end = found.span()
            first = source[start]
            if first == "<":
                position = self._read_angle(start)
            elif first == "|" or source.startswith("{|", start):
                position = self._read_table(start, end)
            else:
                self.marks.append(Mark(_KINDS.get(source[start : start + 2], _KINDS[first]), start, end))
                position = end
        return self.marks

    def _read_table(self, start: int, end: int) -> int:
        """`{|` and `|}` count at the start of a line only; in `|}}` the braces end a template."""
        if not self._begins_line(start) and not self._begins_value(start):
            return start + 1
        if self.source[start] == "{":
            self._open_tables += 1
            self.marks.append(Mark(TABLE, start, end))
            return end
        braces = end - start - 1
        if not self._open_tables or braces % 2 == 0:
            return start + 1
        self._open_tables -= 1
        self.marks.append(Mark(END_TABLE, start, start + 2))
        return start + 2

    def _begins_line(self, position: int) -> bool:
        before = position - 1
        while before >= 0 and self.source[before] != "\n":
            if not self.source[before].isspace():
                return False
            before -= 1
        return True

    def _begins_value(self, start: int) -> bool:
        """Whether a table begins the value of a parameter: ``| battles = {|``.

        MediaWiki would part such a table at its bars, but nobody means that; the copy gives it a line of its own.
        """
        if self.source[start] != "{" or not _TABLE_ROW.match(self.source, start):
            return False
        line = self.source.rfind("\n", 0, start) + 1
        if not _PARAMETER.fullmatch(self.source, line, start):
            return False
        self.edits.put(start - 1, "\n")
        return True

    def _read_angle(self, start: int) -> int:
        source = self.source
        if source.startswith("<!--", start):
            return self._read_comment(start)
        if source.startswith("</", start):
            return self._read_closing_tag(start)
        tag = OPENING_TAG.match(source, start)
        if tag:
            return self._read_opening_tag(tag)
        if TAKEN_FOR_TAG.match(source, start):
            self.edits.silence(start, start + 1)
        return start + 1

    def _read_comment(self, start: int) -> int:
        """An unclosed comment hides the rest of the page: the copy gives it an end there."""
        end = self.source.find("-->", start + 4)
        if end < 0:
            length = len(self.source)
            if length - start >= len("<!---->"):
                self.edits.put(length - 3, "-->")
            else:
                self.edits.silence(start, length)
            self.marks.append(Mark(BOX, start, length, "comment"))
            return length
        if self._ref_ends_within(start, end):
            self.edits.silence(start, start + 1)
            return start + 4
        self.marks.append(Mark(BOX, start, end + 3, "comment"))
        return end + 3

    def _ref_ends_within(self, start: int, end: int) -> bool:
        """`<ref>a<!-- </ref> -->`: MediaWiki cuts a ref out first, up to the first `</ref>`."""
        ref = self._open_ref
        return ref >= 0 and self.source.find("</ref", start, end) >= 0 and self.source.find("\n\n", ref, start) < 0

    def _read_closing_tag(self, start: int) -> int:
        tag = CLOSING_TAG.match(self.source, start)
        if not tag:
            if UNENDED_VOID_TAG.match(self.source, start):
                self.edits.silence(start, start + 1)
            else:
                self.marks.append(Mark(END_TAG, start, start + 2))
            return start + 2
        name = tag["name"].lower()
        if "<" in tag["padding"]:
            self.edits.blank(*tag.span("padding"))
        if name == "ref":
            self._open_ref = -1
        self.marks.append(Mark(END_EXTENSION if name in BODY_TAGS else END_TAG, start, tag.end(), name))
        return tag.end()

    def _read_opening_tag(self, tag: re.Match[str]) -> int:
        start, end = tag.span()
        name, attributes = tag["name"].lower(), tag["attributes"]
        if attributes.startswith("/"):
            return end
        if attributes:
            self._mend_attributes(tag.start("attributes"), attributes)
        if tag["slash"] or name in VOID_TAGS:
            self.marks.append(Mark(BOX, start, end, "tag"))
        elif name in RAW_TAGS:
            return self._read_raw_body(start, end, name)
        elif name in CAPTION_TAGS:
            return self._read_caption_body(start, end, name)
        else:
            self.marks.append(Mark(EXTENSION if name in BODY_TAGS else TAG, start, end, name))
            if name == "ref":
                self._open_ref = end
        return end

    def _read_raw_body(self, start: int, end: int, name: str) -> int:
        """A body that the tokenizer skips, up to the first closing tag."""
        closing = None
        if name not in self._unclosed_names:
            closing = re.compile(rf"</{name}\s*+>", re.IGNORECASE).search(self.source, end)
        if not closing:
            self._unclosed_names.add(name)
            self.edits.silence(start, start + 1)
            return end
        for hazard in _LONG_CLOSING_IN_RAW.finditer(self.source, end, closing.start()):
            self.edits.silence(hazard.start() + 1, hazard.end())
        self.marks.append(Mark(BOX, start, closing.end(), "raw"))
        return closing.end()

    def _read_caption_body(self, start: int, end: int, name: str) -> int:
        """A body with markup in it is opened to the tokenizer by a name that it does not skip: `<xallery>`."""
        closing = re.compile(rf"<(?:(/){name}\s*+|{name}\b[^<>]*+)>", re.IGNORECASE).search(self.source, end)
        if not closing or not closing[1] or not _MARKUP_IN_CAPTION.search(self.source, end, closing.start()):
            return self._read_raw_body(start, end, name)
        self.edits.put(start + 1, "x")
        self.edits.put(closing.start() + 2, "x")
        self.marks.append(Mark(EXTENSION, start, end, name))
        return end

    def _mend_attributes(self, start: int, attributes: str) -> None:
        """`<ref\\nname=x>` gets a space, a comment becomes spaces, and a quote that does not close is silenced."""
        if attributes[0] == "\n":
            self.edits.blank(start, start + 1)
        if "<!--" in attributes:
            for comment in _COMMENT.finditer(attributes):
                self.edits.blank(start + comment.start(), start + comment.end())
            attributes = _COMMENT.sub(lambda comment: " " * len(comment[0]), attributes)
        if '"' in attributes or "'" in attributes:
            self._mend_quotes(start, attributes)

    def _mend_quotes(self, start: int, attributes: str) -> None:
        """The tokenizer would look for the missing quote in the rest of the page; MediaWiki ends the tag at `>`."""
        attributes = ATTRIBUTE_TEMPLATE.sub(lambda template: "x" * len(template[0]), attributes)
        position = 0
        while opening := _OPENING_QUOTE.search(attributes, position):
            quote, value = opening[1], opening.end()
            closing = attributes.find(quote, value)
            if closing < 0:
                self.edits.silence(start + value - 1, start + value)
                position = value
                continue
            if attributes[closing - 1] == "\\":
                self.edits.silence(start + closing - 1, start + closing)
            after = attributes[closing + 1 : closing + 2]
            position = closing + 1 if not after or after.isspace() else value
