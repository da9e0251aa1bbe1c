"""The loss report: of each character of an infobox whether it was read, passed over on purpose, or not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField, find_boxes
from wikibio.infobox.values import field_values
from wikibio.span import Span
from wikibio.syntax.nodes import Comment, Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS, STRAY_TAG
from wikibio.values.date.reader import date_words
from wikibio.values.date.tokens import tokenize
from wikibio.values.links import is_page_link
from wikibio.values.listing import read_listing
from wikibio.values.model import Model

State = Literal["consumed", "ignored", "unknown"]
Label = tuple[State, str]

MARKUP: Label = ("ignored", "markup")
FORMATTING: Label = ("ignored", "formatting")
SEPARATOR: Label = ("ignored", "separator")
_SEPARATORS = re.compile(r"[\s,;:.|/()\[\]'\"*•·–—&-]+")
_WORD = re.compile(r"[^\W\d_]+")


class Piece(Model):
    """A stretch of an infobox: what became of it, by which `rule`, and the parameter it stands in."""

    span: Span
    state: State
    rule: str
    parameter: str | None = None


class Coverage(Model):
    """All of an infobox in pieces, from its first character to its last, and how many characters each state has."""

    name: str
    span: Span
    consumed: int
    ignored: int
    unknown: int
    pieces: tuple[Piece, ...]


def read_coverage(context: Context, boxes: list[Box] | None = None) -> list[Coverage]:
    """The coverage of each top-level infobox of the page.

    Of ``{{Infobox person|name=A|hobby=chess}}`` the name is consumed as an item, "chess" is unknown because no table
    knows the parameter, and the rest is ignored as markup. Consumed is what a typed value was read from; ignored is
    markup, presentation, comments and what shows nothing.
    """
    return [_coverage(context, box) for box in (find_boxes(context) if boxes is None else boxes)]


class _Canvas:
    """One label and one parameter for each character of a box."""

    def __init__(self, span: Span) -> None:
        self.start = span.start
        self.labels: list[Label] = [MARKUP] * (span.end - span.start)
        self.parameters: list[str | None] = [None] * len(self.labels)

    def paint(self, start: int, end: int, label: Label) -> None:
        first, last = max(start - self.start, 0), min(end - self.start, len(self.labels))
        if first < last:
            self.labels[first:last] = [label] * (last - first)

    def paint_rest(self, start: int, end: int, label: Label) -> None:
        """Paint only what is still unknown."""
        for index in range(max(start - self.start, 0), min(end - self.start, len(self.labels))):
            if self.labels[index][0] == "unknown":
                self.labels[index] = label

    def name(self, start: int, end: int, parameter: str) -> None:
        first, last = max(start - self.start, 0), min(end - self.start, len(self.labels))
        if first < last:
            self.parameters[first:last] = [parameter] * (last - first)

    def pieces(self) -> list[Piece]:
        pieces, position = [], self.start
        for (label, parameter), run in groupby(zip(self.labels, self.parameters, strict=True)):
            end = position + sum(1 for _ in run)
            pieces.append(Piece(span=Span(position, end), state=label[0], rule=label[1], parameter=parameter))
            position = end
        return pieces


def _coverage(context: Context, box: Box) -> Coverage:
    canvas = _Canvas(box.span)
    _paint_box(context, canvas, box)
    sizes = {state: sum(label[0] == state for label in canvas.labels) for state in ("consumed", "ignored", "unknown")}
    return Coverage(name=box.template.name, span=box.span, pieces=tuple(canvas.pieces()), **sizes)


def _paint_box(context: Context, canvas: _Canvas, box: Box) -> None:
    for parameter in box.overridden:
        canvas.name(parameter.start, parameter.end, parameter.name)
        canvas.paint(parameter.value_start, parameter.end, ("ignored", "duplicate parameter"))
    for field in box.fields:
        canvas.name(field.parameter.start, field.parameter.end, field.name)
        if not field.is_empty:
            _paint_field(context, canvas, field)
        for inner in field.boxes:
            canvas.paint(inner.span.start, inner.span.end, MARKUP)
            _paint_box(context, canvas, inner)


def _paint_field(context: Context, canvas: _Canvas, field: BoxField) -> None:
    fragment = field.fragment
    if not field.role:
        _paint_words(context, canvas, fragment, ("unknown", "parameter"))
    elif field.role.startswith("presentation") or field.role == "image.size":
        canvas.paint(fragment.start, fragment.end, ("ignored", "presentation"))
        return
    else:
        _paint_words(context, canvas, fragment, ("unknown", "value"))
        _paint_values(context, canvas, field)
    _paint_nodes(context, canvas, fragment.nodes)


def _paint_words(context: Context, canvas: _Canvas, fragment: Fragment, label: Label) -> None:
    """Paint a value, what only separates its words as separators."""
    canvas.paint(fragment.start, fragment.end, label)
    for match in _SEPARATORS.finditer(context.source, fragment.start, fragment.end):
        canvas.paint(match.start(), match.end(), SEPARATOR)
    for match in _WORD.finditer(context.source, fragment.start, fragment.end):
        if context.lexicon.word("conjunction", match.group()) is not None:
            canvas.paint(match.start(), match.end(), SEPARATOR)


def _paint_values(context: Context, canvas: _Canvas, field: BoxField) -> None:
    """The typed values and what lays them out; where the person's readers put fields together (battles), the lines."""
    values = field_values(context, field)
    listing = read_listing(context, field.fragment)
    for ignored in listing.ignored:
        canvas.paint(*ignored.span, ("ignored", ignored.rule))
    spans = [(str(what["kind"]), Span(*value["span"])) for what, value in values]  # type: ignore[misc]  # a pair of int
    if not values:
        spans = [("entry", entry.span) for entry in listing.entries]
    if any(kind == "date" for kind, _ in spans):
        _paint_date_words(context, canvas, field.fragment)
    for kind, (start, end) in spans:
        canvas.paint(start, end, ("consumed", kind))
    for entry in listing.entries:
        if entry.kind == "title":
            canvas.paint_rest(*entry.span, ("ignored", "list title"))
    for match in STRAY_TAG.finditer(context.source, field.fragment.start, field.fragment.end):
        canvas.paint_rest(match.start(), match.end(), FORMATTING)


def _paint_date_words(context: Context, canvas: _Canvas, fragment: Fragment) -> None:
    """What the date grammar knows beside a date: "aged 62", "or", names of calendars."""
    for token in tokenize(context.slice(fragment), date_words(context.lexicon)):
        if token.kind != "other":
            canvas.paint_rest(fragment.start + token.start, fragment.start + token.end, ("consumed", "date"))


def _paint_nodes(context: Context, canvas: _Canvas, nodes: Sequence[Node]) -> None:
    """What shows nothing, whatever it stands in: footnotes, comments, pictures; and templates that no table knows."""
    stack = list(nodes)
    while stack:
        node = stack.pop()
        label = _label(context, node)
        if label is not None:
            canvas.paint(node.start, node.end, label)
            continue
        stack.extend(node.children)
        position = node.start
        for part in [*_shown_parts(context, node), Fragment(node.end, node.end, ())]:
            canvas.paint_rest(position, part.start, FORMATTING)
            position = max(position, part.end)


def _shown_parts(context: Context, node: Node) -> list[Fragment]:
    """What a node shows of itself: the rest of it is formatting. Of other nodes than these all counts as shown."""
    if type(node) is Template:
        return sorted(part for part in context.renderer.show(node) if not isinstance(part, str))
    if type(node) is Tag and node.content is not None:
        return [node.content]
    return [Fragment(node.start, node.end, ())]


def _label(context: Context, node: Node) -> Label | None:
    if context.footnotes(node.start, node.start + 1):
        return ("consumed", "footnote")
    if type(node) is Comment:
        return ("ignored", "comment")
    if type(node) is Tag and node.name in HIDDEN_TAGS:
        return ("consumed", "footnote") if node.name == "ref" else ("ignored", "hidden")
    if type(node) is WikiLink and not is_page_link(context, node):
        return ("ignored", "picture")
    if type(node) is Template:
        row = context.lexicon.template(node.name)
        if row is None:
            return ("unknown", "template")
        if row.role != "infobox" and not context.renderer.show(node):
            return ("ignored", row.role)
    return None
