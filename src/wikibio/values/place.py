"""Places: the whole text, and the chain of its parts with their links."""

from __future__ import annotations

import re
from itertools import pairwise

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.syntax.mapped import MappedText
from wikibio.values.links import shown_links
from wikibio.values.model import Model

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

    A part that holds several links is cut at them, so that no link is lost.
    """
    mapped = context.mapped_line(fragment)
    text = mapped.text.strip(_EDGES)
    if not text:
        return None
    return {
        "text": text,
        "parts": _parts(context, fragment, mapped),
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _parts(context: Context, fragment: Fragment, mapped: MappedText) -> list[dict[str, object]]:
    links = [(link.start, link.end, target) for link, target in shown_links(context, fragment)]
    parts: list[dict[str, object]] = []
    for start, end in _pieces(mapped, links):
        span = mapped.span(start, end)
        inside = [link for link in links if link[0] < span.end and span.start < link[1]]
        cuts = [start, *(_offset(mapped, link[0], start, end) for link in inside[1:]), end]
        for index, (begin, stop) in enumerate(pairwise(cuts)):
            part = _trimmed(mapped.text[begin:stop])
            if part:
                parts.append({"text": part, "link": inside[index][2] if inside else None})
    return parts


def _pieces(mapped: MappedText, links: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The text cut at its commas and round brackets that hold a link; a comma in brackets or in a link does not cut."""
    cuts: list[tuple[int, int]] = []
    brackets = [match.span() for match in _BRACKETS.finditer(mapped.text)]
    for match in _SEPARATOR.finditer(mapped.text):
        at = mapped.span(match.start(), match.end()).start
        in_bracket = any(first <= match.start() < last for first, last in brackets)
        if not in_bracket and not any(first <= at < last for first, last, _ in links):
            cuts.append(match.span())
    for first, last in brackets:
        span = mapped.span(first, last)
        if any(span.start <= start < span.end for start, _, _ in links):
            cuts += [(first, first + 1), (last - 1, last)]
    cuts.sort()
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(mapped.text)]
    return [piece for piece in zip(starts, ends, strict=True) if piece[0] < piece[1]]


def _offset(mapped: MappedText, position: int, start: int, end: int) -> int:
    """Where in the text, between `start` and `end`, the source's `position` shows."""
    return next((offset for offset in range(start, end) if mapped.span(offset, offset + 1).start >= position), end)


def _trimmed(text: str) -> str:
    """A part without separators and without a bracket that it only half holds."""
    text = text.strip(_EDGES)
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            text = text[: -len(opening)] if text.endswith(opening) else text.removeprefix(opening)
        elif text.count(closing) > text.count(opening):
            text = text.removesuffix(closing)
    return text.strip(_EDGES)
