"""Nodes to the text that a reader of the page sees.

What a template shows is a matter of vocabulary, so the caller brings it (`Show`); everything else is MediaWiki's own:
links show their text, comments and footnotes nothing, entities their character, ``''`` and white space by the rules of
https://www.mediawiki.org/wiki/Help:Formatting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from wikibio.syntax.folding import APOSTROPHE, DROPPED, MARK, SURROGATES, decode_entities, fold_line, strip_quotes
from wikibio.syntax.mapped import MappedText, Piece
from wikibio.syntax.nodes import (
    Argument,
    Comment,
    Entity,
    ExternalLink,
    Fragment,
    Heading,
    Node,
    Parameter,
    Tag,
    Template,
    WikiLink,
)

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


class Renderer:
    """Renders fragments of one source.

    `show` says what a template shows; `hidden_prefixes` are the namespaces, in lower case, whose links show nothing
    where they stand (files, categories).
    """

    def __init__(self, source: str, show: Show, hidden_prefixes: frozenset[str]) -> None:
        self.source = source
        self.show = show
        self.hidden_prefixes = hidden_prefixes
        self._markers: Mapping[int, str] = {}
        self._marked: list[str] = []

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
        first = nodes[0]
        if first.end == end and first.start == start and type(first) is Template:
            # Most footnotes are one template, a citation, and that shows one string.
            shown = self.show(first)
            if len(shown) == 1 and isinstance(shown[0], str):
                return fold_line(shown[0])
        pieces: list[Piece] = []
        self.collect(fragment, pieces)
        return fold_line("".join([piece[0] for piece in pieces]))

    def mapped_line(self, fragment: Fragment) -> MappedText:
        """As `line`, with the way back from the text to the source."""
        pieces: list[Piece] = []
        self.collect(fragment, pieces)
        return MappedText(pieces)

    def raw(self, fragment: Fragment, instead: Mapping[Node, str]) -> str:
        """The text of `fragment` without ``''``, white space as it is; some nodes directly in it show another text."""
        pieces: list[Piece] = []
        position = fragment.start
        for node in fragment.nodes:
            pieces.append((self.source[position : node.start], position, node.start))
            if node in instead:
                pieces.append((instead[node], node.start, node.end))
            else:
                self.collect_node(node, pieces)
            position = node.end
        pieces.append((self.source[position : fragment.end], position, fragment.end))
        raw = strip_quotes("".join([piece[0] for piece in pieces]))
        return SURROGATES.sub("\ufffd", raw.replace(DROPPED, "").replace(APOSTROPHE, "'"))

    def marked(self, fragment: Fragment, markers: Mapping[int, str]) -> tuple[str, list[str]]:
        """Raw text with a MARK for each footnote marker in it, and what `markers` says of each, in order.

        The text that a template makes of its arguments has no marks in it: the footnotes in them stand behind it.
        """
        pieces: list[Piece] = []
        self._markers, self._marked = markers, []
        self.collect(fragment, pieces)
        self._markers = {}
        return "".join([piece[0] for piece in pieces]), self._marked

    def collect(self, fragment: Fragment, pieces: list[Piece]) -> None:
        """Append the raw pieces of `fragment`, before ``''`` and white space are read."""
        source = self.source
        position = fragment.start
        for node in fragment.nodes:
            if node.start > position:
                text = source[position : node.start]
                pieces.append((text, position, node.start))
                if "<" in text:
                    cut_stray_tags(pieces)
            self.collect_node(node, pieces)
            position = node.end
        if fragment.end > position:
            text = source[position : fragment.end]
            pieces.append((text, position, fragment.end))
            if "<" in text:
                cut_stray_tags(pieces)

    def collect_node(self, node: Node, pieces: list[Piece]) -> None:
        if node.start in self._markers:
            pieces.append((MARK, node.start, node.end))
            self._marked.append(self._markers[node.start])
            return
        _COLLECTORS[type(node)](self, node, pieces)

    def collect_template(self, node: Template, pieces: list[Piece]) -> None:
        markers, self._markers = self._markers, {}
        shown = self.show(node)
        self._markers = markers
        if not shown:
            pieces.append((DROPPED, node.start, node.end))
        for part in shown:
            if isinstance(part, str):
                pieces.append((part, node.start, node.end))
            else:
                self.collect(part, pieces)
        if markers and shown and all(isinstance(part, str) for part in shown):
            for marker in _markers_in(node.children, markers):
                pieces.append((MARK, marker.start, marker.end))
                self._marked.append(markers[marker.start])

    def collect_wiki_link(self, node: WikiLink, pieces: list[Piece]) -> None:
        target = node.target
        colon = target.find(":")
        if colon > 0 and target[:colon].rstrip().lower() in self.hidden_prefixes:
            return
        start, end = node.text_start, node.end - 2
        if start is None or start >= end:
            shown = decode_entities(target) if "&" in target else target
            pieces.append((shown.removeprefix(":").replace("_", " "), node.start, node.end))
        elif not node.children:
            pieces.append((self.source[start:end], start, end))
        else:
            self.collect(Fragment(start, end, [child for child in node.children if child.start >= start]), pieces)

    def collect_external_link(self, node: ExternalLink, pieces: list[Piece]) -> None:
        content = node.content
        if content is not None:
            self.collect(content, pieces)
        elif not node.brackets:
            pieces.append((node.url, node.start, node.end))

    def collect_tag(self, node: Tag, pieces: list[Piece]) -> None:
        name = node.name
        if name in HIDDEN_TAGS:
            return
        if name in BREAKING_TAGS:
            pieces.append(("\n", node.start, node.end))
        elif name in CELL_TAGS:
            pieces.append((" ", node.start, node.end))
        content = node.content
        if content is None:
            return
        if name in RAW_TAGS:
            raw = decode_entities(self.source[content.start : content.end]).replace("'", APOSTROPHE)
            pieces.append((raw, content.start, content.end))
        else:
            self.collect(content, pieces)
        if name in BREAKING_TAGS:
            pieces.append(("\n", node.start, node.end))

    def collect_heading(self, node: Heading, pieces: list[Piece]) -> None:
        self.collect(node.content, pieces)

    def collect_entity(self, node: Entity, pieces: list[Piece]) -> None:
        pieces.append((decode_entities(self.source[node.start : node.end]), node.start, node.end))

    def collect_argument(self, node: Argument, pieces: list[Piece]) -> None:
        if node.default_start is not None:
            inside = [child for child in node.children if child.start >= node.default_start]
            self.collect(Fragment(node.default_start, node.end - 3, inside), pieces)

    def collect_nothing(self, node: Node, pieces: list[Piece]) -> None:
        pass


def _markers_in(nodes: Sequence[Node], markers: Mapping[int, str]) -> Iterator[Node]:
    """The footnote markers in `nodes`, without those in footnotes."""
    for node in nodes:
        if type(node) is not Parameter and node.start in markers:
            yield node
        else:
            yield from _markers_in(node.children, markers)


def cut_stray_tags(pieces: list[Piece]) -> None:
    """Take formatting tags that have no partner (``<small>1957``) out of the last piece, which is plain text."""
    text, start, end = pieces.pop()
    position = 0
    for match in STRAY_TAG.finditer(text):
        if match.start() > position:
            pieces.append((text[position : match.start()], start + position, start + match.start()))
        position = match.end()
    if position < len(text):
        pieces.append((text[position:], start + position, end))


_COLLECTORS: dict[type[Node], Callable[..., None]] = {
    Template: Renderer.collect_template,
    WikiLink: Renderer.collect_wiki_link,
    ExternalLink: Renderer.collect_external_link,
    Tag: Renderer.collect_tag,
    Heading: Renderer.collect_heading,
    Entity: Renderer.collect_entity,
    Argument: Renderer.collect_argument,
    Comment: Renderer.collect_nothing,
    Parameter: Renderer.collect_nothing,
}
