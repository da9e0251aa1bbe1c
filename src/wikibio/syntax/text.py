"""Nodes to the text that a reader of the page sees.

What a template shows is a matter of vocabulary, so the caller brings it (`Show`); everything else is MediaWiki's own:
links show their text, comments and footnotes nothing, entities their character, ``''`` and white space by the rules of
https://www.mediawiki.org/wiki/Help:Formatting.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from wikibio.span import Span
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

Piece = tuple[str, int, int]
"""A stretch of text and the source it came from; of equal length where it was taken over as it stands."""

DROPPED = "\ue000"
"""Stands in raw text where a template showed nothing, so that the brackets and commas round it can go too."""
MARK = "\ue002"
"""Stands in raw text for a footnote marker, where the caller asked for them (`Renderer.marked`)."""
APOSTROPHE = "\ue001"
"""Stands in raw text for an apostrophe that is no markup (from ``<nowiki>``)."""

BREAKING_TAGS = frozenset({"br", "hr", "p", "div", "li", "tr", "table", "blockquote", "dt", "dd", "center", "pre", "poem"})
CELL_TAGS = frozenset({"td", "th"})
STRAY_TAG = re.compile(
    r"</?(?:small|big|span|font|center|div|b|i|u|s|em|strong|sup|sub|nowiki|noinclude|onlyinclude|abbr|cite|tt)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""A formatting tag without its partner, which the tokenizer leaves as text; browsers show nothing of it."""
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
        if not fragment.nodes:
            text = self.source[fragment.start : fragment.end]
            return fold_line(STRAY_TAG.sub("", text) if "<" in text else text)
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
        return _SURROGATES.sub("\ufffd", raw.replace(DROPPED, "").replace(APOSTROPHE, "'"))

    def marked(self, fragment: Fragment, markers: Mapping[int, str]) -> tuple[str, list[str]]:
        """Raw text with a MARK for each footnote marker that stands in it, and what `markers` says of each, in order."""
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
        shown = self.show(node)
        if not shown:
            pieces.append((DROPPED, node.start, node.end))
        for part in shown:
            if isinstance(part, str):
                pieces.append((part, node.start, node.end))
            else:
                self.collect(part, pieces)

    def collect_wiki_link(self, node: WikiLink, pieces: list[Piece]) -> None:
        target = node.target
        colon = target.find(":")
        if colon > 0 and target[:colon].rstrip().lower() in self.hidden_prefixes:
            return
        content = node.content
        if content is None or content.start >= content.end:
            shown = html.unescape(target) if "&" in target else target
            pieces.append((shown.removeprefix(":").replace("_", " "), node.start, node.end))
        else:
            self.collect(content, pieces)

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
            raw = html.unescape(self.source[content.start : content.end]).replace("'", APOSTROPHE)
            pieces.append((raw, content.start, content.end))
        else:
            self.collect(content, pieces)
        if name in BREAKING_TAGS:
            pieces.append(("\n", node.start, node.end))

    def collect_heading(self, node: Heading, pieces: list[Piece]) -> None:
        self.collect(node.content, pieces)

    def collect_entity(self, node: Entity, pieces: list[Piece]) -> None:
        pieces.append((html.unescape(self.source[node.start : node.end]), node.start, node.end))

    def collect_argument(self, node: Argument, pieces: list[Piece]) -> None:
        if node.default_start is not None:
            inside = [child for child in node.children if child.start >= node.default_start]
            self.collect(Fragment(node.default_start, node.end - 3, inside), pieces)

    def collect_nothing(self, node: Node, pieces: list[Piece]) -> None:
        pass


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

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]+")
_SPACING = " \t\n\r\u00a0"
_SEPARATING = _SPACING + ",;:/"
_QUOTES = re.compile("'{2,}")
_SPACES = re.compile(r"\s+")
_LINE_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_BLANK_LINES = re.compile(r" ?\n\s*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNUSUAL = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff\ue000\ue001]")


def fold_line(raw: str) -> str:
    """Raw text to one line: ``''`` markup gone, white space and no-break spaces folded, ends stripped."""
    if "''" in raw:
        raw = strip_quotes(raw)
    if _UNUSUAL.search(raw):
        raw = _fold_unusual(raw)
    return " ".join(raw.split())


def fold_paragraphs(raw: str) -> str:
    """As `fold_line`, but line breaks stay: one between lines, however many there were."""
    if "''" in raw:
        raw = strip_quotes(raw)
    if _UNUSUAL.search(raw):
        raw = _fold_unusual(raw)
    return _BLANK_LINES.sub("\n", _LINE_SPACES.sub(" ", raw)).strip()


def _fold_unusual(raw: str) -> str:
    raw = _INVISIBLE.sub("", raw)
    if DROPPED in raw:
        raw = _close_gaps(raw.split(DROPPED))
    return _SURROGATES.sub("\ufffd", raw).replace(APOSTROPHE, "'")


def _close_gaps(parts: list[str]) -> str:
    """`parts` of a text, between which templates showed nothing, put together again.

    A pronunciation that is not shown leaves ``( ; 11 March 1957)`` behind: what separated it goes too, and brackets
    that held nothing else.
    """
    closed = [parts[0]]
    for part in parts[1:]:
        before = _last(closed)
        opened = before.rstrip(_SEPARATING)
        after = part.lstrip(_SPACING)
        if opened.endswith(("(", "[")):
            part = part.lstrip(_SEPARATING)
            if part.startswith((")", "]")):
                opened, part = opened[:-1].rstrip(), part[1:]
            closed[-1] = opened
        elif after.lstrip(",;").startswith((")", "]")):
            closed[-1] = before.rstrip(_SPACING + ",;")
            part = after.lstrip(_SPACING + ",;")
        elif after.startswith((",", ".", ";", ":", "!", "?")):
            closed[-1] = before.rstrip(_SPACING + ",")
            part = after
        closed.append(part)
    return "".join(closed)


def _last(parts: list[str]) -> str:
    """The last part with something in it besides white space, brought to the end of the list."""
    while len(parts) > 1 and not parts[-1].strip():
        parts[-2:] = [parts[-2] + parts[-1]]
    return parts[-1]


def strip_quotes(raw: str) -> str:
    """Bold and italic marks out of `raw`, line by line as MediaWiki reads them.

    Two apostrophes are italics, three bold, four an apostrophe and bold, five both, more a run of apostrophes and both.
    Where a line has an odd number of both, one bold mark was an apostrophe before italics.
    """
    if "'''" not in raw:
        return raw.replace("''", "")
    return "\n".join([_strip_line_quotes(line) for line in raw.split("\n")])


def _strip_line_quotes(line: str) -> str:
    if "''" not in line:
        return line
    runs = [match.span() for match in _QUOTES.finditer(line)]
    widths = [end - start for start, end in runs]
    bold = sum(width != 2 for width in widths)
    italic = sum(width == 2 or width >= 5 for width in widths)
    kept = [0 if width in (2, 3, 5) else 1 if width == 4 else width - 5 for width in widths]
    if bold % 2 and italic % 2:
        kept[_apostrophe_run(line, runs)] = 1
    parts, position = [], 0
    for (start, end), apostrophes in zip(runs, kept, strict=True):
        parts.append(line[position:start] + "'" * apostrophes)
        position = end
    return "".join([*parts, line[position:]])


def _apostrophe_run(line: str, runs: list[tuple[int, int]]) -> int:
    """Which run of three is an apostrophe before italics: after a one-letter word, else after a word, else any."""
    triples = [index for index, (start, end) in enumerate(runs) if end - start == 3]
    if not triples:
        return next(index for index, (start, end) in enumerate(runs) if end - start != 2)

    def rank(index: int) -> tuple[int, int]:
        start = runs[index][0]
        before, one_before = line[start - 1 : start], line[start - 2 : start - 1]
        return (2 if before == " " or not before else 0 if one_before == " " else 1, index)

    return min(triples, key=rank)


class MappedText:
    """A line of text that knows where in the source each of its characters came from.

    >>> MappedText([("a ", 10, 12), (" b", 20, 22)]).span(2, 3)
    Span(start=21, end=22)
    """

    def __init__(self, pieces: list[Piece]) -> None:
        raw = "".join([piece[0] for piece in pieces])
        self.text = fold_line(raw)
        self._pieces = pieces
        self._starts: list[int] = []
        position = 0
        for piece in pieces:
            self._starts.append(position)
            position += len(piece[0])
        self._raw_offsets = self._align(raw)

    def _align(self, raw: str) -> list[int]:
        """For each character of the text its offset in the raw text: folding only drops characters or makes them spaces."""
        offsets, position = [], 0
        for character in self.text:
            if character == " ":
                while position < len(raw) and not raw[position].isspace():
                    position += 1
            elif character == "\ufffd":
                while position < len(raw) and not (raw[position] == "\ufffd" or "\ud800" <= raw[position] <= "\udfff"):
                    position += 1
            else:
                wanted = (character, APOSTROPHE) if character == "'" else (character,)
                while position < len(raw) and raw[position] not in wanted:
                    position += 1
            offsets.append(min(position, max(len(raw) - 1, 0)))
            position += 1
        return offsets

    def span(self, start: int, end: int) -> Span:
        """The source that shows as ``text[start:end]``; a template that shows part of it is covered whole."""
        if not self._raw_offsets or start >= end:
            return Span(self._pieces[0][1], self._pieces[0][1]) if self._pieces else Span(0, 0)
        return Span(self._source(self._raw_offsets[start], 0), self._source(self._raw_offsets[end - 1], 1))

    def _source(self, raw_offset: int, last: int) -> int:
        index = bisect_right(self._starts, raw_offset) - 1
        text, start, end = self._pieces[index]
        if end - start == len(text):
            return start + raw_offset - self._starts[index] + last
        return end if last else start
