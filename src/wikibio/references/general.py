"""General references: sources that stand in a list of the page without any footnote (Wikipedia:General references)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter, itemgetter

from wikibio.context import Context
from wikibio.references.anchors import plain
from wikibio.references.calls import Call, ListCall, ShortCitation
from wikibio.references.fragments import node_at, surroundings
from wikibio.references.regions import Region, Regions
from wikibio.syntax.nodes import Fragment, Heading, Template
from wikibio.syntax.page import nodes_between

SOURCE_ROLE = "citation"
_START = attrgetter("start")
_LINE_BREAK = re.compile(r"[\r\n]")
_PLAIN = re.compile(r"\w+(?: \w+)*")
_WORD = re.compile(r"\w+")
_BULLETS = frozenset("*#")
_MARKERS = re.compile(r"[*#:; \t]*")


def find_sources(
    context: Context, calls: Sequence[Call], lists: Sequence[ListCall], short: Sequence[ShortCitation]
) -> list[Fragment]:
    """The page's sources outside of footnotes, each a line of a list or a template.

    Below ``== Sources ==``, ``* A. Smith, ''B''`` is one. A citation template elsewhere is one where it always cites
    the same work (``{{EB1911}}``) or a short citation names its author and year; else it may be the person's own work.
    """
    footnotes = Regions([(call.start, call.end) for call in calls])
    sections = _source_sections(context, footnotes, lists, bool(short))
    named = _Named(short)
    found: list[Fragment] = []
    end = 0
    for start, citation in _candidates(context, sections, footnotes):
        if start < end:
            continue
        if citation is not None and start not in sections and not named.means(context, citation):
            continue
        fragment = _line(context, start, end, citation)
        if fragment.end > fragment.start:
            found.append(fragment)
            end = fragment.end
    return found


class _Named:
    """What the page's short citations name."""

    def __init__(self, short: Sequence[ShortCitation]) -> None:
        self.short = short

    @cached_property
    def sources(self) -> dict[str, set[tuple[str, ...]]]:
        """People and year of each, by a word of the first name."""
        sources: dict[str, set[tuple[str, ...]]] = {}
        for written in {tuple(source.names) for source in self.short}:
            names = tuple(plain(name) for name in written)
            words = _WORD.findall(names[0]) if names else ()
            if words:
                sources.setdefault(max(words, key=len), set()).add(names)
        return sources

    def means(self, context: Context, template: Template) -> bool:
        """Whether one of them may mean this citation: all that it names stands in it, or is the template's own."""
        row = context.lexicon.template(template.name)
        if row is not None and row.fixed:
            return True
        if not self.sources:
            return False
        citation = context.slice(template)
        words = self.sources.keys() & set(_WORD.findall(citation))
        return any(all(name in citation for name in names) for word in words for names in self.sources[word])


def _candidates(context: Context, sections: Regions, footnotes: Regions) -> list[tuple[int, Template | None]]:
    """Bullets in the sections of sources, and citation templates anywhere outside of footnotes, in source order."""
    found: list[tuple[int, Template | None]] = []
    tags = context.tree.tags
    for start, end in sections:
        inside = tags[bisect_left(tags, start, key=_START) : bisect_left(tags, end, key=_START)]
        bullets = [tag for tag in inside if tag.markup in _BULLETS]
        found += [(bullet.start, None) for bullet in bullets if bullet.start not in footnotes]
    citations = [template for template, _ in context.templates(SOURCE_ROLE)]
    found += [(template.start, template) for template in footnotes.without(citations)]
    found.sort(key=itemgetter(0))
    return found


def _line(context: Context, start: int, floor: int, citation: Template | None) -> Fragment:
    """The line that a source stands on, after `floor`, without its bullets.

    A line break inside a template or a tag ends no line.
    """
    source = context.source
    line_start = max(source.rfind("\n", floor, start), source.rfind("\r", floor, start), floor - 1) + 1
    bullets = _MARKERS.match(source, line_start)
    if bullets is None or (citation is not None and bullets.end() < start):
        return Fragment(start, start if citation is None else citation.end, [] if citation is None else [citation])
    start = bullets.end()
    beside, limit = surroundings(context.tree.children, start, len(source))
    position = start
    while line_break := _LINE_BREAK.search(source, position, limit):
        node = node_at(beside, line_break.start())
        if node is None:
            limit = line_break.start()
            break
        position = max(node.end, position + 1)
    return Fragment(start, limit, nodes_between(beside, start, limit))


def _heading_text(context: Context, heading: Heading) -> str:
    """A heading's text; most headings are plain words, which need no reading."""
    written = context.source[heading.start + heading.level : heading.end - heading.level].strip(" ")
    return written if _PLAIN.fullmatch(written) else context.line(heading.content)


def _source_sections(context: Context, footnotes: Regions, lists: Sequence[ListCall], has_short: bool) -> Regions:
    """Where the sections are whose heading announces sources.

    A heading such as "Bibliography" announces the person's own works as often; it counts where short citations point
    somewhere, or after the footnotes.
    """
    words = context.lexicon.word_table("source_heading")
    first_list = min((listing.start for listing in lists), default=len(context.source))
    sections: list[Region] = []
    open_level, open_start = 0, -1
    for heading in context.tree.headings:
        if heading.start in footnotes:
            continue
        if open_start >= 0 and heading.level <= open_level:
            sections.append((open_start, heading.start))
            open_start = -1
        if open_start < 0:
            kind = words.get(_heading_text(context, heading).lower())
            if kind == "sources" or (kind == "works or sources" and (has_short or heading.start > first_list)):
                open_level, open_start = heading.level, heading.end
    if open_start >= 0:
        sections.append((open_start, len(context.source)))
    return Regions(sections)
