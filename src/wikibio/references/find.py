"""All that the page asks of Cite, from tags and from templates, in the order in which MediaWiki comes to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.references.arguments import argument
from wikibio.references.attributes import read_attributes, read_list_attributes
from wikibio.references.calls import Call, ListCall, ShortCitation
from wikibio.references.regions import Region
from wikibio.references.short import read_short_citation, read_short_footnote
from wikibio.references.tags import ReferenceTag, find_tags
from wikibio.references.templates import read_footnote, read_list, read_reuse
from wikibio.references.unseen import mark_phantoms, unseen_regions
from wikibio.syntax.nodes import Fragment, Node, Template
from wikibio.syntax.page import nodes_between
from wikibio.syntax.tags import Tag

_new = tuple.__new__
"""Makes a named tuple in a third of the time; every footnote has one."""
_END = attrgetter("end")
_START = attrgetter("start")

PAGES, OLD_MARKER, OLD_NOTE = "footnote_pages", "old_marker", "old_note"


class Found:
    """`calls` by their start, `lists`, `short` citations in running text, and templates to read `later`, by role."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.calls: list[Call] = []
        self.lists: list[ListCall] = []
        self.short: list[ShortCitation] = []
        self.later: dict[str, list[tuple[Template, TemplateRow]]] = {PAGES: [], OLD_MARKER: [], OLD_NOTE: []}

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
    unclosed: list[Region] = []
    tags = find_tags(context.source, unclosed)
    for start, end in unclosed:
        context.report("reference-unclosed", "a <ref> is never closed", start, end)
    _add_tags(found, tags)
    _add_templates(found)
    found.calls.sort(key=_START)
    _drop_unseen(found)
    _hold(found)
    _mark_listed(found)
    _add_pages(found)
    return found


def _add_tags(found: Found, tags: Iterable[ReferenceTag]) -> None:
    tree, source = found.context.tree, found.context.source
    nodes = {tag.content_start: tag for tag in tree.tags if tag.name == "ref"}
    for name, start, end, attributes, content_start, content_end in tags:
        if name == "references":
            given = read_list_attributes(attributes)
            content = (content_start, content_end) if content_end >= 0 else None
            listing = ListCall(start, end, given.group or "", content, False)
            listing.error = given.error
            found.lists.append(listing)
            continue
        group, name_given, follow, error = read_attributes(attributes)
        call = Call(start, end, group, name_given)
        if follow is not None or error is not None:
            call.follow, call.error = follow, error
        if content_end > content_start:
            text = source[content_start:content_end]
            if not text.isspace():
                call.text = text
                call.content = _content(tree.children, nodes.get(content_start), content_start, content_end)
        found.calls.append(call)


def _content(children: Sequence[Node], node: Tag | None, start: int, end: int) -> Fragment:
    """The tag's content with the tree's nodes in it, also where the tree saw other borders."""
    if node is None or node.content_end != end:
        return Fragment(start, end, nodes_between(children, start, end))
    inside = node.children
    if inside and inside[0].start < start:  # A node in the attributes.
        inside = [child for child in inside if child.start >= start]
    return _new(Fragment, (start, end, inside))


def _add_templates(found: Found) -> None:
    """Take the templates with a role; in the text of a ``<ref>`` they make no footnote, for Cite reads it too late."""
    context = found.context
    templates = context.templates(*TAKERS)
    if not templates:
        return
    refs = found.calls.copy()
    starts = [call.start for call in refs]
    for template, row in templates:
        role = row.role
        index = bisect_right(starts, template.start) - 1
        if index < 0 or template.start >= refs[index].end:
            TAKERS[role](found, template, row)
        elif role == "short_citation":
            refs[index].short += read_short_citation(context, template, row)
        elif role == "short_footnote":
            refs[index].short += read_short_footnote(context, template, row).short


def _take_footnote(found: Found, template: Template, row: TemplateRow) -> None:
    found.calls.append(read_footnote(found.context, template, row))


def _take_reuse(found: Found, template: Template, row: TemplateRow) -> None:
    found.calls += read_reuse(found.context, template, row)


def _take_short_footnote(found: Found, template: Template, row: TemplateRow) -> None:
    found.calls.append(read_short_footnote(found.context, template, row))


def _take_short_citation(found: Found, template: Template, row: TemplateRow) -> None:
    found.short += read_short_citation(found.context, template, row)


def _take_list(found: Found, template: Template, row: TemplateRow) -> None:
    found.lists.append(read_list(found.context, template, row))


def _take_later(found: Found, template: Template, row: TemplateRow) -> None:
    found.later[row.role].append((template, row))


TAKERS: dict[str, Callable[[Found, Template, TemplateRow], None]] = {
    "footnote": _take_footnote,
    "footnote_reuse": _take_reuse,
    "short_footnote": _take_short_footnote,
    "short_citation": _take_short_citation,
    "footnote_list": _take_list,
    PAGES: _take_later,
    OLD_MARKER: _take_later,
    OLD_NOTE: _take_later,
}
"""Role -> what takes a template of that role for footnotes."""


def _drop_unseen(found: Found) -> None:
    """Forget the calls that MediaWiki never comes to, and mark those that it never shows."""
    starts = [call.start for call in found.calls]
    regions = unseen_regions(found.context, starts)
    if regions:
        found.calls = [call for call in found.calls if call.start not in regions]
        starts = [call.start for call in found.calls]
    mark_phantoms(found.context, found.calls, starts)


def _hold(found: Found) -> None:
    """Tell each call which note it stands in, and give notes the short citations in their text."""
    if not any(call.holds for call in found.calls):
        return
    stack: list[Call] = []
    items: list[Call | ShortCitation] = sorted([*found.calls, *found.short], key=_START)
    for item in items:
        while stack and stack[-1].end <= item.start:
            stack.pop()
        if stack:
            item.holder = stack[-1]
        if type(item) is Call and item.holds:
            stack.append(item)
    for short in found.short:
        if short.holder is not None:
            short.holder.short.append(short)
    found.short = [short for short in found.short if short.holder is None]


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
    templates = found.later[PAGES]
    if not templates:
        return
    context = found.context
    ends = {call.end: call for call in found.calls}
    for template, row in templates:
        before = template.start
        while before > 0 and context.source[before - 1] in " \n":
            before -= 1
        call = ends.get(before)
        if call is not None:
            pages = argument(context, template.arguments(), row.slots["pages"])
            call.pages = ", ".join(part for part in (call.pages, pages) if part) or None
            ends[template.end] = call
