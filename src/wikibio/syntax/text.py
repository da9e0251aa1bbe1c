"""Nodes to the text that a reader of the page sees.

What a template shows is a matter of vocabulary, so the caller brings it (`Show`); everything else is MediaWiki's own:
links show their text, comments and footnotes nothing, entities their character, ``''`` and white space by the rules of
https://www.mediawiki.org/wiki/Help:Formatting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from wikibio.syntax.folding import APOSTROPHE, DROPPED, MARK, SURROGATES, decode_entities, fold_line, strip_quotes
from wikibio.syntax.mapped import MappedText, Piece
from wikibio.syntax.markers import NO_MARKERS, Markers
from wikibio.syntax.nodes import (
    Argument,
    Comment,
    Entity,
    ExternalLink,
    Fragment,
    Heading,
    Node,
    Parameter,
    Template,
    WikiLink,
)
from wikibio.syntax.tags import Tag

Shown = Sequence["str | Fragment"]
Show = Callable[[Template], Shown]
"""What a template shows: strings and fragments of its own arguments, in order; nothing for an empty sequence."""


BREAKING_TAGS = frozenset(
    {"br", "hr", "p", "div", "li", "tr", "table", "blockquote", "dt", "dd", "center", "pre", "poem"}
)
CELL_TAGS = frozenset({"td", "th"})
STRAY_TAG = re.compile(
    r"</?(?:small|big|span|font|center|div|b|i|u|s|em|strong|sup|sub|nowiki|noinclude|onlyinclude|abbr|cite|tt"
    r"|ref|gallery|poem|li|td|tr|th|dd|dt|p|table|blockquote|br)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""A tag without its partner, which the tokenizer leaves as text; browsers show nothing of it."""
RAW_TAGS = frozenset({"nowiki", "pre", "math", "chem", "ce", "syntaxhighlight", "source"})
HIDDEN_TAGS = frozenset(
    {"ref", "references", "gallery", "imagemap", "timeline", "templatestyles", "style", "score", "graph", "mapframe"}
    | {"section", "categorytree", "inputbox", "includeonly", "hiero", "templatedata"}
)


_SPACE_OF_TAG = {**dict.fromkeys(BREAKING_TAGS, "\n"), **dict.fromkeys(CELL_TAGS, " ")}


class Renderer:
    """Renders fragments of one source.

    `show` says what a template shows; `hidden_prefixes` are the namespaces, in lower case, whose links show nothing
    where they stand (files, categories).
    """

    def __init__(self, source: str, show: Show, hidden_prefixes: frozenset[str]) -> None:
        self.source = source
        self.show = show
        self.hidden_prefixes = hidden_prefixes

    def line(self, fragment: Fragment) -> str:
        """The text of `fragment` on one line.

        >>> from wikibio.syntax.tree import parse
        >>> Renderer("''a''&nbsp;[[b|c]]<!-- d -->", lambda template: (), frozenset()).line(
        ...     parse("''a''&nbsp;[[b|c]]<!-- d -->").fragment)
        'a c'
        """
        start, end, nodes = fragment
        if not nodes:
            text = self.source[start:end]
            return fold_line(STRAY_TAG.sub("", text) if "<" in text else text)
        written: list[str] = []
        first = nodes[0]
        if first.end == end and first.start == start and type(first) is Template:
            # Most footnotes are one template, a citation, and that shows one string.
            shown = self.show(first)
            if len(shown) == 1 and isinstance(shown[0], str):
                return fold_line(shown[0])
            self._write_shown(shown, written, NO_MARKERS)
        else:
            self._write(fragment, written, NO_MARKERS)
        return fold_line("".join(written)) if written else ""

    def mapped_line(self, fragment: Fragment) -> MappedText:
        """As `line`, with the way back from the text to the source."""
        pieces: list[Piece] = []
        self.collect(fragment, pieces)
        return MappedText(pieces)

    def raw(self, fragment: Fragment, instead: Mapping[Node, str]) -> str:
        """The text of `fragment` without ``''``, white space as it is; some nodes directly in it show another text."""
        source = self.source
        start, end, nodes = fragment
        written: list[str] = []
        for node in nodes:
            written.append(source[start : node.start])
            if node in instead:
                written.append(instead[node])
            else:
                self._write(Fragment(node.start, node.end, (node,)), written, NO_MARKERS)
            start = node.end
        raw = "".join([*written, source[start:end]])
        if "''" in raw:
            raw = strip_quotes(raw)
        if raw.isascii():
            return raw
        return SURROGATES.sub("\ufffd", raw.replace(DROPPED, "").replace(APOSTROPHE, "'"))

    def marked(self, fragment: Fragment, markers: Markers) -> tuple[str, list[str]]:
        """Raw text with a MARK for each footnote marker in it, and the ids of their references, in order.

        The text that a template makes of its arguments has no marks in it: the footnotes in them stand behind it.
        """
        written: list[str] = []
        markers.written = []
        self._write(fragment, written, markers)
        return "".join(written), markers.written

    def _write(self, fragment: Fragment, written: list[str], markers: Markers) -> None:
        """Append the raw text of `fragment`, before ``''`` and white space are read.

        Links and tags are nine nodes of ten, so the plain ones are read here, without a call.
        """
        source, ids = self.source, markers.ids
        position, end, nodes = fragment
        for node in nodes:
            start = node.start
            if start > position:
                text = source[position:start]
                written.append(STRAY_TAG.sub("", text) if "<" in text else text)
            position = node.end
            if node.__class__ is WikiLink:
                target, text_start = node.target, node.text_start
                if text_start is None:
                    if ":" not in target and "_" not in target and "&" not in target:
                        written.append(target)
                        continue
                elif text_start < position - 2 and not node.children and ":" not in target:
                    text = source[text_start : position - 2]
                    written.append(STRAY_TAG.sub("", text) if "<" in text else text)
                    continue
            elif start in ids:
                written.append(MARK)
                markers.written.append(ids[start])
                continue
            elif node.__class__ is Tag and node.content_end <= node.content_start:
                written.append(_SPACE_OF_TAG.get(node.name, ""))
                continue
            elif node.__class__ is Template:
                shown = self.show(node)
                if shown:
                    self._write_shown(shown, written, markers)
                    if ids:
                        markers.write_inside(node, shown, written)
                else:
                    written.append(DROPPED)
                continue
            self._write_shown(_SHOWN[node.__class__](self, node), written, markers)
        if end > position:
            text = source[position:end]
            written.append(STRAY_TAG.sub("", text) if "<" in text else text)

    def _write_shown(self, shown: Shown, written: list[str], markers: Markers) -> None:
        for part in shown:
            if isinstance(part, str):
                written.append(part)
            else:
                self._write(part, written, markers)

    def collect(self, fragment: Fragment, pieces: list[Piece]) -> None:
        """Append the raw text of `fragment` in pieces that know where they come from."""
        source = self.source
        position, end, nodes = fragment
        for node in nodes:
            if node.start > position:
                pieces.append((source[position : node.start], position, node.start))
                cut_stray_tags(pieces)
            self.collect_node(node, pieces)
            position = node.end
        if end > position:
            pieces.append((source[position:end], position, end))
            cut_stray_tags(pieces)

    def collect_node(self, node: Node, pieces: list[Piece]) -> None:
        """Append what `node` shows. A text that is not in the source as it stands comes from the whole node."""
        for part in _SHOWN[type(node)](self, node):
            if isinstance(part, str):
                pieces.append((part, node.start, node.end))
            else:
                self.collect(part, pieces)

    def shown_template(self, node: Template) -> Shown:
        return self.show(node) or (DROPPED,)

    def shown_wiki_link(self, node: WikiLink) -> Shown:
        target = node.target
        if ":" in target:
            if target.partition(":")[0].rstrip().lower() in self.hidden_prefixes:
                return ()
            target = target.removeprefix(":")
        start, end = node.text_start, node.end - 2
        if start is None or start >= end:
            return ((decode_entities(target) if "&" in target else target).replace("_", " "),)
        children = node.children
        return (Fragment(start, end, [child for child in children if child.start >= start] if children else children),)

    def shown_external_link(self, node: ExternalLink) -> Shown:
        content = node.content
        if content is not None:
            return (content,)
        return () if node.brackets else (node.url,)

    def shown_tag(self, node: Tag) -> Shown:
        name = node.name
        if name in HIDDEN_TAGS:
            return ()
        space, content = _SPACE_OF_TAG.get(name), node.content
        if content is None:
            return () if space is None else (space,)
        shown: str | Fragment = content
        if name in RAW_TAGS:
            shown = decode_entities(self.source[content.start : content.end]).replace("'", APOSTROPHE)
        return (shown,) if space is None else (space, shown) if name in CELL_TAGS else (space, shown, space)

    def shown_heading(self, node: Heading) -> Shown:
        return (node.content,)

    def shown_entity(self, node: Entity) -> Shown:
        return (decode_entities(self.source[node.start : node.end]),)

    def shown_argument(self, node: Argument) -> Shown:
        start = node.default_start
        if start is None:
            return ()
        return (Fragment(start, node.end - 3, [child for child in node.children if child.start >= start]),)

    def shown_nothing(self, node: Node) -> Shown:
        return ()


def cut_stray_tags(pieces: list[Piece]) -> None:
    """Take formatting tags that have no partner (``<small>1957``) out of the last piece, which is plain text."""
    text, start, end = pieces[-1]
    if "<" not in text:
        return
    pieces.pop()
    position = 0
    for match in STRAY_TAG.finditer(text):
        if match.start() > position:
            pieces.append((text[position : match.start()], start + position, start + match.start()))
        position = match.end()
    if position < len(text):
        pieces.append((text[position:], start + position, end))


_SHOWN: dict[type[Node], Callable[..., Shown]] = {
    Template: Renderer.shown_template,
    WikiLink: Renderer.shown_wiki_link,
    ExternalLink: Renderer.shown_external_link,
    Tag: Renderer.shown_tag,
    Heading: Renderer.shown_heading,
    Entity: Renderer.shown_entity,
    Argument: Renderer.shown_argument,
    Comment: Renderer.shown_nothing,
    Parameter: Renderer.shown_nothing,
}
"""What a node shows: strings, and fragments of what stands in it."""
