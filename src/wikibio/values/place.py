"""Places: the whole text, and the chain of its parts with their links."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.mapped import MappedText
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.links import shown_links, split_target
from wikibio.values.listing.surface import OPAQUE
from wikibio.values.model import Model
from wikibio.values.ranges import Ranges

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[/–—-]\s+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = " ,;:/–—-"
_UNUSUAL = re.compile(r"[()\[\]<&]|''|  ")

Parts = list[dict[str, object]]


class PlacePart(Model):
    """One part of a place ("Kerman" in "Kerman, Iran")."""

    text: str
    link: str | None = None


class Place(Model):
    """A place as the page shows it, with its parts from the smallest to the largest, each with its first link."""

    text: str
    parts: tuple[PlacePart, ...] = ()
    span: Span
    references: tuple[str, ...] = ()


def read_place(context: Context, fragment: Fragment) -> dict[str, object] | None:
    """``[[Godalming]], Surrey, England`` gives that text and three parts, the first with a link.

    A part that holds several links is cut at them, so that no link is lost. "Unknown" is no place.
    """
    text, parts = _plain(context.source, fragment) or _mapped(context, fragment)
    text = text.strip(_EDGES)
    if not text or context.lexicon.word("nobody", text) is not None:
        return None
    return {
        "text": text,
        "parts": parts,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _plain(source: str, fragment: Fragment) -> tuple[str, Parts] | None:
    """The text and the parts of a place that is links and words with commas between them, as most are; else None."""
    text = surface = ""
    links: list[tuple[int, str]] = []
    position = fragment.start
    for node in fragment.nodes:
        if type(node) is Tag and node.name in HIDDEN_TAGS:
            text += source[position : node.start]
            surface += source[position : node.start]
            position = node.end
            continue
        if type(node) is not WikiLink or node.children or not node.target[:1].isalpha() or ":" in node.target:
            return None
        between, shown = source[position : node.start], _shown(source, node)
        links.append((len(text) + len(between), split_target(node.target)[0]))
        text += between + shown
        surface += between + OPAQUE * len(shown)
        position = node.end
    rest = source[position : fragment.end]
    text += rest
    # A line of another shape is folded before it shows, so its offsets are not those of the source.
    if not text.isprintable() or text != text.strip() or _UNUSUAL.search(text):
        return None
    parts = _cut(text, surface + rest, links)
    return None if parts is None else (text, parts)


def _shown(source: str, link: WikiLink) -> str:
    start, end = link.text_start, link.end - 2
    return link.target.replace("_", " ") if start is None or start >= end else source[start:end]


def _cut(text: str, surface: str, links: list[tuple[int, str]]) -> Parts | None:
    """The parts of a text at the commas of its surface, which hides its links; None where one part has two links."""
    parts: Parts = []
    begin = at = 0
    for end, following in [*[match.span() for match in _SEPARATOR.finditer(surface)], (len(text), len(text))]:
        link = None
        if at < len(links) and links[at][0] < end:
            link = links[at][1]
            at += 1
            if at < len(links) and links[at][0] < end:
                return None
        part = text[begin:end].strip(_EDGES)
        if part:
            parts.append({"text": part, "link": link})
        begin = following
    return parts


def _mapped(context: Context, fragment: Fragment) -> tuple[str, Parts]:
    mapped = context.mapped_line(fragment)
    return mapped.text, _parts(context, fragment, mapped)


def _parts(context: Context, fragment: Fragment, mapped: MappedText) -> Parts:
    links = _outermost(context, fragment)
    ranges = Ranges([(start, end) for start, end, _ in links])
    parts: Parts = []
    for start, end in _pieces(mapped, ranges):
        inside = ranges.touching(*mapped.span(start, end))
        cuts = [start, *(_offset(mapped, links[index][0], start, end) for index in inside[1:]), end]
        for index, (begin, stop) in enumerate(pairwise(cuts)):
            part = _trimmed(mapped.text[begin:stop])
            if part:
                parts.append({"text": part, "link": links[inside[index]][2] if inside else None})
    return parts


def _outermost(context: Context, fragment: Fragment) -> list[tuple[int, int, str]]:
    """The links that show, without those inside another: start, end and target."""
    links: list[tuple[int, int, str]] = []
    for link, target in shown_links(context, fragment):
        if not links or link.start >= links[-1][1]:
            links.append((link.start, link.end, target))
    return links


def _pieces(mapped: MappedText, links: Ranges) -> list[tuple[int, int]]:
    """The text cut at its commas and round brackets that hold a link; a comma in brackets or in a link does not cut."""
    cuts: list[tuple[int, int]] = []
    brackets = Ranges([match.span() for match in _BRACKETS.finditer(mapped.text)])
    for match in _SEPARATOR.finditer(mapped.text):
        at = mapped.span(match.start(), match.end()).start
        if not brackets.holds(match.start()) and not links.holds(at):
            cuts.append(match.span())
    for first, last in brackets.ranges:
        if links.touching(*mapped.span(first, last)):
            cuts += [(first, first + 1), (last - 1, last)]
    cuts.sort()
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(mapped.text)]
    return [piece for piece in zip(starts, ends, strict=True) if piece[0] < piece[1]]


def _offset(mapped: MappedText, position: int, start: int, end: int) -> int:
    """Where in the text, between `start` and `end`, the source's `position` shows."""
    return start + bisect_left(range(start, end), position, key=lambda offset: mapped.span(offset, offset + 1).start)


def _trimmed(text: str) -> str:
    """A part without separators and without a bracket that it only half holds."""
    text = text.strip(_EDGES)
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            text = text[: -len(opening)] if text.endswith(opening) else text.removeprefix(opening)
        elif text.count(closing) > text.count(opening):
            text = text.removesuffix(closing)
    return text.strip(_EDGES)
