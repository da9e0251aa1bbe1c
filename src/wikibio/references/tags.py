"""Finds ``<ref>`` and ``<references>`` as MediaWiki's preprocessor does, before anything else on the page is read.

The preprocessor takes extension tags in the order of the page: a tag ends at the first ``>``, quoted or not, and its
content at the first closing tag; one that is never closed is text. What stands in ``<nowiki>``, ``<pre>``, ``<math>``
or a comment is hidden. The tree follows rules of HTML here, so it cannot tell these cases apart.
Source: mediawiki.org/wiki/Manual:Tag_extensions, mediawiki.org/wiki/Help:Cite, and probes of MediaWiki 1.39.
"""

from __future__ import annotations

import re

HIDING_TAGS = (
    "nowiki", "pre", "syntaxhighlight", "source", "math", "chem", "ce", "score", "timeline", "graph", "hiero",
    "templatedata", "templatestyles", "inputbox", "categorytree", "mapframe", "maplink", "section", "charinsert",
    "includeonly", "phonos",
)  # fmt: skip
_TAG = re.compile(
    # In most tags neither the attributes nor the content holds a "<": they are read whole, in one step.
    rf"<(?:!--|(?P<name>(?a:ref|references|{'|'.join(HIDING_TAGS)}))(?=[\s>]|/>)"
    r"(?:(?P<attributes>[^<>]*)>(?:(?<=/>)|(?P<content>[^<]*)</(?P=name)\s*>)?)?)",
    re.IGNORECASE,
)
_CLOSING = {name: re.compile(rf"</(?a:{name})\s*>", re.IGNORECASE) for name in ("references", "ref", *HIDING_TAGS)}

ReferenceTag = tuple[str, int, int, str, int, int]
"""A ``<ref>`` or a ``<references>``: name, start, end, attributes as written, where its content starts and ends.

The content ends at -1 for ``<ref name=x />``.
"""


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
    search, add = _TAG.search, found.append
    never_closed: set[str] = set()
    bracket = -1
    while tag := search(source, position, end):
        name, attributes, content = tag.groups()
        start, position = tag.span()
        if content is not None and name.lower() == "ref":
            content_start = tag.start("content")
            add(("ref", start, position, attributes, content_start, content_start + len(content)))
            continue
        if name is None:
            position = source.find("-->", position, end) + 3
            if position < 3:
                return
            continue
        name = name.lower()
        wanted = name == "ref" or name == "references"
        position = tag.end("name")
        if attributes is not None:
            bracket = tag.end("attributes")
        elif bracket < position:
            bracket = source.find(">", position, end)
            if bracket < 0:
                return
        inside = bracket + 1
        if source[bracket - 1] == "/":
            if wanted:
                add((name, start, inside, source[position : bracket - 1], inside, -1))
            position = inside
            continue
        closing = None if name in never_closed else _CLOSING[name].search(source, inside, end)
        if closing is None:
            never_closed.add(name)
            if name == "ref":
                unclosed.append((start, inside))
            continue
        if wanted:
            add((name, start, closing.end(), source[position:bracket], inside, closing.start()))
        if name == "references":
            _find(source, inside, closing.start(), found, unclosed)
        position = closing.end()
