"""Boxes to infoboxes: every parameter with its text, values, links and footnotes."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField, find_boxes
from wikibio.infobox.values import field_values
from wikibio.syntax.folding import fold_line
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.kept import text_of
from wikibio.values.links import is_page_link, split_target
from wikibio.values.shown import shown_nodes


def read_infoboxes(context: Context, boxes: list[Box] | None = None) -> list[dict[str, object]]:
    """The top-level infoboxes of the page in source order.

    ``{{Infobox person|name=[[A]]|hobby=chess}}`` gives a box of kind person with two fields; a parameter that no table
    knows, or that stands twice, is reported.
    """
    return [_infobox(context, box, None) for box in (find_boxes(context) if boxes is None else boxes)]


def _infobox(context: Context, box: Box, parameter: str | None) -> dict[str, object]:
    _report(context, box)
    return {
        "name": box.template.name,
        "kind": box.kind,
        "person": box.is_person,
        "parameter": parameter,
        "span": box.span,
        "fields": {field.name: _field(context, field) for field in box.fields},
        "infoboxes": [
            _infobox(context, inner, field.name) for field in box.fields if field.boxes for inner in field.boxes
        ],
    }


def _report(context: Context, box: Box) -> None:
    for field in box.fields:
        if not field.role and not field.is_empty and box.is_person:
            message = f"no table knows the parameter {field.name!r} of {box.template.name}"
            context.report("unknown-parameter", message, *field.span)
    for parameter in box.overridden:
        message = f"the parameter {parameter.name!r} stands again below, and the last one counts"
        context.report("duplicate-parameter", message, parameter.start, parameter.end)


def _field(context: Context, field: BoxField) -> dict[str, object]:
    if field.is_empty:
        return {
            "name": field.name,
            "span": (field.start, field.end),
            "text": "",
            "values": (),
            "links": (),
            "references": (),
        }
    fragment = field.fragment
    return {
        "name": field.name,
        "span": (field.start, field.end),
        "text": text_of(context, fragment),
        "values": [{**value, **what} for what, value in field_values(context, field)],
        "links": _links(context, fragment) if fragment.nodes else (),
        "references": context.footnotes(fragment.start, fragment.end) if fragment.nodes else (),
    }


def _links(context: Context, fragment: Fragment) -> list[dict[str, object]]:
    """The links to pages that show in a value; those in footnotes are not of it."""
    links: list[dict[str, object]] = []
    for node in fragment.nodes:
        if type(node) is WikiLink and not node.children:
            if is_page_link(context, node):
                links.append(_link(context, node))
        elif _may_hold_link(node):
            shown = shown_nodes(context, fragment)
            return [_link(context, node) for node in shown if type(node) is WikiLink and is_page_link(context, node)]
    return links


def _link(context: Context, link: WikiLink) -> dict[str, object]:
    target, anchor = split_target(link.target)
    start, end = link.text_start, link.end - 2
    if start is None or start >= end:
        text = target
    elif link.children or "<" in (written := context.source[start:end]):
        content = link.content
        assert content is not None
        text = text_of(context, content)
    else:
        text = fold_line(written)
    return {"target": target, "fragment": anchor, "text": text, "span": (link.start, link.end)}


def _may_hold_link(node: Node) -> bool:
    """Whether a node may have a link inside it that shows; most have none: a break, a footnote, a comment."""
    if type(node) is Tag:
        return node.name not in HIDDEN_TAGS and bool(node.children)
    return type(node) is Template or bool(node.children)
