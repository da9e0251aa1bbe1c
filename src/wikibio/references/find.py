"""All that the page asks of Cite, from tags and from templates, in the order in which MediaWiki comes to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.references.arguments import argument
from wikibio.references.attributes import read_attributes, read_list_attributes
from wikibio.references.calls import Call, ListCall, ShortCitation
from wikibio.references.short import read_short_citation, read_short_footnote
from wikibio.references.tags import ReferenceTag, find_tags
from wikibio.references.templates import read_footnote, read_list, read_reuse
from wikibio.syntax.nodes import Fragment, Node, Tag, Template

ROLES = frozenset({"footnote", "footnote_reuse", "short_footnote", "footnote_list", "footnote_pages", "short_citation"})

_END = attrgetter("end")
_START = attrgetter("start")


class Found:
    """`calls` by their start, `lists`, and short citations that stand in running text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.calls: list[Call] = []
        self.lists: list[ListCall] = []
        self.short: list[ShortCitation] = []
        self._pages: list[tuple[Template, TemplateRow]] = []
        self._ranges: list[tuple[int, int, Call]] = []

    def in_order(self) -> list[Call | ListCall]:
        """Calls and lists as MediaWiki comes to them: what stands in a template's arguments before the template."""
        events: list[Call | ListCall] = [*self.calls, *self.lists]
        events.sort(key=_END)
        return events


def find_calls(context: Context) -> Found:
    """Everything that makes, repeats or lists footnotes.

    ``a<ref>b</ref>{{efn|c<ref>d</ref>}}{{notelist}}`` gives three calls, the last held by the second, and a list.
    """
    found = Found(context)
    unclosed: list[tuple[int, int]] = []
    tags = find_tags(context.source, unclosed)
    for start, end in unclosed:
        context.report("reference-unclosed", "a <ref> is never closed", start, end)
    _add_tags(found, tags)
    _add_templates(found, tags)
    found.calls.sort(key=_START)
    _hold(found.calls)
    _mark_listed(found)
    _add_pages(found)
    return found


def _add_tags(found: Found, tags: Iterable[ReferenceTag]) -> None:
    tree = found.context.tree
    source = found.context.source
    nodes = {tag.start: tag for tag in tree.tags if tag.name == "ref"}
    for tag in tags:
        if tag.name == "references":
            attributes = read_list_attributes(tag.attributes)
            content = (tag.content_start, tag.content_end) if tag.content_end >= 0 else None
            listing = ListCall(tag.start, tag.end, attributes.group or "", content, False)
            listing.error = attributes.error
            found.lists.append(listing)
            continue
        group, name, follow, error = read_attributes(tag.attributes)
        call = Call(tag.start, tag.end, group, name)
        call.follow, call.error = follow, error
        if tag.content_end >= 0:
            text = source[tag.content_start : tag.content_end]
            if text and not text.isspace():
                call.text = text
                call.content = _content(tree.children, nodes.get(tag.start), tag)
        found.calls.append(call)


def _content(children: Sequence[Node], node: Tag | None, tag: ReferenceTag) -> Fragment:
    """The tag's content with the tree's nodes in it, also where the tree saw other borders."""
    if node is not None and node.content_start == tag.content_start and node.content_end == tag.content_end:
        content = node.content
        if content is not None:
            return content
    return Fragment(tag.content_start, tag.content_end, nodes_between(children, tag.content_start, tag.content_end))


def nodes_between(nodes: Sequence[Node], start: int, end: int) -> list[Node]:
    """The outermost nodes that lie wholly between `start` and `end`."""
    inside: list[Node] = []
    for index in range(bisect_right(nodes, start, key=_END), len(nodes)):
        node = nodes[index]
        if node.start >= end:
            break
        if node.start >= start and node.end <= end:
            inside.append(node)
        elif node.children:
            inside += nodes_between(node.children, start, end)
    return inside


def _add_templates(found: Found, tags: Sequence[ReferenceTag]) -> None:
    context = found.context
    template_row = context.lexicon.template
    refs = [(tag.start, tag.end, call) for tag, call in zip(
        [tag for tag in tags if tag.name == "ref"], found.calls, strict=True)]  # fmt: skip
    starts = [start for start, _, _ in refs]
    for template in context.tree.templates:
        row = template_row(template.name)
        if row is None or row.role not in ROLES:
            continue
        index = bisect_right(starts, template.start) - 1
        inside = refs[index][2] if index >= 0 and template.start < refs[index][1] else None
        _add_template(found, template, row, inside)


def _add_template(found: Found, template: Template, row: TemplateRow, inside: Call | None) -> None:
    """Take one template; in the text of a ``<ref>`` it makes no footnote, for Cite reads that text too late."""
    context, role = found.context, row.role
    if role == "short_citation":
        short = read_short_citation(context, template, row)
        (found.short if inside is None else inside.short).extend(short)
    elif inside is not None:
        if role == "short_footnote":
            inside.short += read_short_footnote(context, template, row).short
    elif role == "footnote":
        found.calls.append(read_footnote(context, template, row))
    elif role == "footnote_reuse":
        found.calls += read_reuse(context, template, row)
    elif role == "short_footnote":
        found.calls.append(read_short_footnote(context, template, row))
    elif role == "footnote_list":
        found.lists.append(read_list(context, template, row))
    elif role == "footnote_pages":
        found._pages.append((template, row))


def _hold(calls: Sequence[Call]) -> None:
    """Tell each call which note it stands in."""
    stack: list[Call] = []
    for call in calls:
        while stack and stack[-1].end <= call.start:
            stack.pop()
        if stack:
            call.holder = stack[-1]
        if call.holds:
            stack.append(call)


def _mark_listed(found: Found) -> None:
    """Tell the calls inside a list that they only define a text.

    In a template the footnotes come to Cite before the list does. It takes as many of the last calls for
    definitions as stand directly in the list's text, so what notes among them hold stays a use (Cite: rollback).
    """
    for listing in found.lists:
        if listing.content is None:
            continue
        first = bisect_left(found.calls, listing.content[0], key=_START)
        last = bisect_left(found.calls, listing.content[1], key=_START)
        inside = sorted(found.calls[first:last], key=_END)
        if listing.expanded:
            direct = sum(call.holder is None or call.holder.start < listing.start for call in inside)
            inside = inside[len(inside) - direct :]
        for call in inside:
            call.listed = listing.group


def _add_pages(found: Found) -> None:
    """``<ref name=a/>{{rp|5}}``: page 5 belongs to the use before it."""
    context = found.context
    if not found._pages:
        return
    ends = {call.end: call for call in found.calls}
    for template, row in found._pages:
        before = template.start
        while before > 0 and context.source[before - 1] in " \n":
            before -= 1
        call = ends.get(before)
        if call is not None:
            pages = argument(context, template.arguments(), row.slots["pages"])
            call.pages = ", ".join(part for part in (call.pages, pages) if part) or None
            ends[template.end] = call
