"""What MediaWiki never comes to: arguments that a template or a parser function does not print.

An argument is read only where it is used, so a footnote in the branch of ``{{#if:}}`` that is not taken, in a value
that a later one of the same name replaces, or in an argument that a template does not know makes no marker.
Which arguments a template prints is known for those in the word table ``printed_arguments`` only.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from wikibio.context import Context
from wikibio.lexicon.load import normal_name
from wikibio.references.calls import Call
from wikibio.references.regions import Region, Regions
from wikibio.syntax.nodes import Node, Parameter, Template, WikiLink

Holder = TypeVar("Holder", bound=Node)
_SIZE = re.compile(r"\d*(?:x\d+)?\s*px")


def unseen_regions(context: Context, starts: Sequence[int]) -> Regions:
    """Where on the page footnotes are not read; `starts` are the offsets of all calls, in order.

    ``{{#if:|a<ref>b</ref>|c}}`` gives the span of its second argument.
    """
    conditions = context.lexicon.word_table("parser_condition")
    printed = context.lexicon.word_table("printed_arguments")
    regions: list[Region] = []
    for template in _holders(context.tree.templates, starts):
        if template.parameters:
            regions += [(unused.start, unused.end) for unused in _unused(context, template, conditions, printed)]
    return Regions(regions)


def _holders(nodes: Iterable[Holder], starts: Sequence[int]) -> Iterator[Holder]:
    """Those of `nodes` (in source order) inside which one of `starts` lies; the node's own start is not inside."""
    following = iter(starts)
    start = next(following, sys.maxsize)
    for node in nodes:
        while start <= node.start:
            start = next(following, sys.maxsize)
        if start < node.end:
            yield node


def _unused(
    context: Context, template: Template, conditions: Mapping[str, str], printed: Mapping[str, str]
) -> Iterator[Parameter]:
    """The parameters of a template whose value MediaWiki does not expand."""
    if template.name.startswith("#"):
        name, _, subject = template.name.partition(":")
        condition = conditions.get(name.lower())
        if condition and not any(mark in subject for mark in "{[<"):
            yield from _branches_not_taken(context, template, condition, subject.strip())
        return
    last = template.arguments()
    known = printed.get(normal_name(template.name))
    names = known.split() if known is not None else None
    for parameter in template.parameters:
        if last[parameter.name] is not parameter or (names is not None and parameter.name not in names):
            yield parameter


def _branches_not_taken(context: Context, template: Template, condition: str, subject: str) -> Iterator[Parameter]:
    """``{{#if: subject | then | else}}`` and ``{{#ifeq: subject | other | then | else}}``, whose subject is plain."""
    branches = template.parameters
    if condition == "if":
        taken = bool(subject)
    else:
        if branches[0].children:
            return
        taken = context.source[branches[0].start : branches[0].end].strip() == subject
        branches = branches[1:]
    for index, parameter in enumerate(branches):
        if (index == 0) is not taken or index > 1:
            yield parameter


def mark_phantoms(context: Context, calls: Sequence[Call], starts: Sequence[int]) -> None:
    """Tell the calls that MediaWiki counts and never shows: in an image's other settings, in a category's sort key."""
    hidden = context.renderer.hidden_prefixes
    for link in _holders(context.tree.wiki_links, starts):
        prefix, colon, _ = link.target.partition(":")
        if not colon or link.text_start is None or prefix.rstrip().lower() not in hidden:
            continue
        first = bisect_left(starts, link.start)
        last = bisect_left(starts, link.end, first)
        start, end = _caption(context, link)
        for call in calls[first:last]:
            call.phantom = not start <= call.start < end


def _caption(context: Context, link: WikiLink) -> Region:
    """Where an image's caption stands: the last part that is no setting. A category has none."""
    caption = (link.end, link.end)
    if context.lexicon.word("namespace", link.target.partition(":")[0].rstrip()) != "file":
        return caption
    options = context.lexicon.word_table("image_option")
    settings = context.lexicon.word_table("image_setting")
    for start, end in _parts(context.source, link):
        written = context.source[start:end].strip().lower()
        name, equals, _ = written.partition("=")
        if written not in options and not (equals and name.rstrip() in settings) and not _SIZE.fullmatch(written):
            caption = (start, end)
    return caption


def _parts(source: str, link: WikiLink) -> Iterator[Region]:
    """What stands between the link's own ``|``, those of links and templates inside it not counted."""
    start = position = link.text_start or link.start
    for child in link.children:
        while (bar := source.find("|", position, child.start)) >= 0:
            yield start, bar
            start = position = bar + 1
        position = max(position, child.end)
    while (bar := source.find("|", position, link.end - 2)) >= 0:
        yield start, bar
        start = position = bar + 1
    yield start, link.end - 2
