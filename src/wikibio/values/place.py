"""Places: the whole text, and the chain of its parts with their links."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.mapped import MappedText
from wikibio.syntax.nodes import Fragment
from wikibio.values.links import shown_links
from wikibio.values.model import Model
from wikibio.values.ranges import Ranges

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[/–—-]\s+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = " ,;:/–—-"


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
    mapped = context.mapped_line(fragment)
    text = mapped.text.strip(_EDGES)
    if not text or context.lexicon.word("nobody", text) is not None:
        return None
    return {
        "text": text,
        "parts": _parts(context, fragment, mapped),
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _parts(context: Context, fragment: Fragment, mapped: MappedText) -> list[dict[str, object]]:
    links = _outermost(context, fragment)
    ranges = Ranges([(start, end) for start, end, _ in links])
    parts: list[dict[str, object]] = []
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
