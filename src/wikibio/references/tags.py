"""Finds ``<ref>`` and ``<references>`` as MediaWiki's preprocessor does, before anything else on the page is read.

The preprocessor takes extension tags in the order of the page: a tag ends at the first ``>``, quoted or not, and its
content at the first closing tag; one that is never closed is text. What stands in ``<nowiki>``, ``<pre>``, ``<math>``
or a comment is hidden. The tree follows rules of HTML here, so it cannot tell these cases apart.
Source: mediawiki.org/wiki/Manual:Tag_extensions, mediawiki.org/wiki/Help:Cite, and probes of MediaWiki 1.39.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HIDING_TAGS = (
    "nowiki", "pre", "syntaxhighlight", "source", "math", "chem", "ce", "score", "timeline", "graph", "hiero",
    "templatedata", "templatestyles", "inputbox", "categorytree", "mapframe", "maplink", "section", "charinsert",
    "includeonly", "phonos",
)  # fmt: skip
_OPENING = re.compile(rf"<(?:!--|(references|ref|{'|'.join(HIDING_TAGS)})(?=[\s>]|/>))", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("references", "ref", *HIDING_TAGS)}


class ReferenceTag(NamedTuple):
    """A ``<ref>`` or a ``<references>``: `attributes` as written; `content_end` is -1 for ``<ref name=x />``."""

    name: str
    start: int
    end: int
    attributes: str
    content_start: int
    content_end: int


def find_tags(source: str, unclosed: list[tuple[int, int]]) -> list[ReferenceTag]:
    """Every tag that MediaWiki takes for a ``<ref>`` or a ``<references>``, in source order.

    ``a<ref name=x>b</ref><!--<ref>c</ref>-->`` gives one tag with the attributes `` name=x``. Tags inside
    ``<references>`` are given too, those inside ``<ref>`` are not: Cite does not look there. The spans of opening
    tags that are never closed, and so are text, go to `unclosed`.
    """
    found: list[ReferenceTag] = []
    _find(source, 0, len(source), found, unclosed)
    return found


def _find(source: str, position: int, end: int, found: list[ReferenceTag], unclosed: list[tuple[int, int]]) -> None:
    search = _OPENING.search
    never_closed: set[str] = set()
    bracket = -1
    while opening := search(source, position, end):
        name = opening.group(1)
        position = opening.end()
        if name is None:
            close = source.find("-->", position, end)
            if close < 0:
                return
            position = close + 3
            continue
        if bracket < position:
            bracket = source.find(">", position, end)
            if bracket < 0:
                return
        name = name.lower()
        wanted = name == "ref" or name == "references"
        inside = bracket + 1
        if source[bracket - 1] == "/":
            if wanted:
                found.append(ReferenceTag(name, opening.start(), inside, source[position : bracket - 1], inside, -1))
            position = inside
            continue
        closing = None if name in never_closed else _CLOSING[name].search(source, inside, end)
        if closing is None:
            never_closed.add(name)
            if name == "ref":
                unclosed.append((opening.start(), inside))
            continue
        if wanted:
            attributes = source[position:bracket]
            found.append(ReferenceTag(name, opening.start(), closing.end(), attributes, inside, closing.start()))
        if name == "references":
            _find(source, inside, closing.start(), found, unclosed)
        position = closing.end()
