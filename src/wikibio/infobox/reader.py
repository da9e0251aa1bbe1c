"""Boxes to infoboxes: every parameter with its text, values, links and footnotes."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField, find_boxes
from wikibio.infobox.values import field_values
from wikibio.syntax.nodes import Fragment, Node, Tag, Template, WikiLink
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
    plain = all(map(_holds_no_link, fragment.nodes))
    for node in fragment.nodes if plain else shown_nodes(context, fragment):
        if type(node) is WikiLink and is_page_link(context, node):
            target, anchor = split_target(node.target)
            content = node.content if node.text_start is not None else None
            text = text_of(context, content) if content is not None and content.end > content.start else target
            links.append({"target": target, "fragment": anchor, "text": text, "span": (node.start, node.end)})
    return links


def _holds_no_link(node: Node) -> bool:
    """Whether a node has no link inside it that shows, as most have: a link to a page, a break, a footnote."""
    if type(node) is Tag:
        return node.name in HIDDEN_TAGS or not node.children
    return not node.children and type(node) is not Template
