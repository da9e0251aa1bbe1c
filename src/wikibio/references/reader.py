"""The page's footnotes: found, numbered as MediaWiki does, and told as plain data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from wikibio.context import Context
from wikibio.references.calls import Call, Footnote, ShortCitation
from wikibio.references.find import OLD_MARKER, OLD_NOTE, Found, find_calls
from wikibio.references.general import find_sources
from wikibio.references.identity import Identities
from wikibio.references.labels import label
from wikibio.references.model import Reference
from wikibio.references.numbering import Numbering
from wikibio.references.old import read_old_footnotes
from wikibio.syntax.nodes import Fragment
from wikibio.values.model import blank

Data = dict[str, Any]
_BLANK: Data = blank(Reference)


class ReferenceReading:
    """What the footnotes of a page are, as plain data for their model.

    `references` have no citations yet; `contents` (by id) is where those are to be read. `markers` maps the offset of
    each footnote marker to its reference's id. `short` are the short citations, each with the id of the reference that
    it stands in (None in running text).
    """

    def __init__(self) -> None:
        self.references: list[Data] = []
        self.contents: dict[str, list[Fragment]] = {}
        self.markers: dict[int, str] = {}
        self.short: list[tuple[str | None, Data]] = []


def read_references(context: Context) -> ReferenceReading:
    """Every footnote of the page, in MediaWiki's order of numbering, then the sources that stand without one.

    ``a<ref name=x>b</ref> c<ref name=x/>`` gives one reference with the id "x", the label "1" and two uses.
    """
    found, numbering = _numbered(context)
    for finding in numbering.findings:
        context.report(*finding)
    reading = _Writer(context).write(found, numbering)
    _part(found)
    return reading


def read_markers(context: Context) -> dict[int, str]:
    """The offset of each footnote marker with its reference's id; the notes themselves are not read.

    ``a<ref name=x>b</ref> c<ref name=x/>`` gives {1: "x", 22: "x"}.
    """
    found, numbering = _numbered(context)
    writer = _Writer(context)
    writer.name(found, numbering)
    _part(found)
    return writer.reading.markers


def _numbered(context: Context) -> tuple[Found, Numbering]:
    found = find_calls(context)
    numbering = Numbering(lists_are_known=context.lexicon.knows("footnote_list"))
    numbering.run(found.in_order())
    return found, numbering


def _part(found: Found) -> None:
    """Calls and footnotes name each other: the cycle would keep the tree until a collection."""
    for call in found.calls:
        if call.holds:
            call.footnote = None


class _Writer:
    """Turns footnotes into plain data; ids come first, since a use may name the note that holds it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.reading = ReferenceReading()
        self.identities = Identities()
        self.citation_groups = context.lexicon.word_table("citation_group")
        links = context.tree.external_links
        self.link_starts = [link.start for link in links]
        self.link_urls = [link.url for link in links]

    def write(self, found: Found, numbering: Numbering) -> ReferenceReading:
        for footnote in self.name(found, numbering):
            self.reading.references.append(self.footnote(footnote))
            self.reading.contents[footnote.id] = footnote.contents
        short = [short for call in found.calls for short in call.short] + found.short
        for source in find_sources(self.context, found.calls, found.lists, short):
            self.source(source)
        self.reading.short += [(None, short_data(short)) for short in found.short]
        return self.reading

    def name(self, found: Found, numbering: Numbering) -> list[Footnote]:
        """Give every footnote its id and its markers; those that the page shows come first."""
        self.name_footnotes(numbering.footnotes)
        old = read_old_footnotes(self.context, found.later[OLD_MARKER], found.later[OLD_NOTE])
        unshown = [*numbering.broken, *numbering.unused, *old]
        for footnote in unshown:
            footnote.id = self.identities.unshown(footnote)
        for footnote in old:
            self.mark(footnote)
        return [*numbering.footnotes, *unshown]

    def name_footnotes(self, footnotes: Iterable[Footnote]) -> None:
        styles = self.context.lexicon.word_table("label_style")
        for footnote in footnotes:
            number = footnote.number or 0
            shown = label(footnote.group, number, styles) if footnote.group else str(number)
            footnote.id = self.identities.footnote(footnote, shown)
            calls = footnote.calls
            if footnote.shown and not (calls[0].phantom and all(call.phantom for call in calls)):
                footnote.label = shown
            self.mark(footnote)

    def mark(self, footnote: Footnote) -> None:
        markers, identity = self.reading.markers, footnote.id
        for call in footnote.calls:
            markers[call.marker] = identity

    def footnote(self, footnote: Footnote) -> Data:
        calls, group = footnote.calls, footnote.group
        defined = footnote.definition or calls[0]
        note = group and group.lower() not in self.citation_groups
        return {
            "id": footnote.id,
            "label": footnote.label,
            "number": footnote.number,
            "group": group,
            "name": footnote.name,
            "kind": "note" if note else "citation",
            "text": self.text(footnote),
            "span": (defined.start, defined.end),
            "uses": [use_data(call) for call in calls],
            "citations": (),
            "urls": self.urls(footnote.contents),
            "short_citations": self.short(footnote.id, defined) if defined.short else (),
            "cited_by": (),
            "diagnostics": self.findings(footnote) if footnote.findings else (),
        }

    def source(self, source: Fragment) -> None:
        """A source without a footnote."""
        identity = self.identities.source()
        self.reading.contents[identity] = [source]
        self.reading.references.append(
            _BLANK
            | {
                "id": identity,
                "kind": "general",
                "text": self.context.line(source),
                "span": (source.start, source.end),
                "urls": self.urls([source]),
            }
        )

    def text(self, footnote: Footnote) -> str:
        contents = footnote.contents
        if len(contents) == 1:
            return self.context.line(contents[0])
        if not contents:
            return " ".join((footnote.text or "").split())
        return " ".join(self.context.line(content) for content in contents)

    def urls(self, contents: Sequence[Fragment]) -> list[str]:
        """The addresses in a footnote's text, each once."""
        urls: list[str] = []
        starts = self.link_starts
        for start, end, _ in contents:
            first = bisect_left(starts, start)
            urls += self.link_urls[first : bisect_left(starts, end, first)]
        return urls if len(urls) < 2 else list(dict.fromkeys(urls))

    def short(self, identity: str, call: Call) -> list[Data]:
        found = [short_data(short) for short in call.short]
        self.reading.short += [(identity, short) for short in found]
        return found

    def findings(self, footnote: Footnote) -> list[Data]:
        diagnostics: list[Data] = []
        for code, message, start, end in footnote.findings:
            self.context.report(code, message, start, end)
            diagnostics.append(self.context.diagnostics[-1])
        return diagnostics


def use_data(call: Call) -> Data:
    """One use; where it stands is filled in later (place_uses)."""
    holder = call.holder
    return {
        "span": (call.start, call.end),
        "section": None,
        "field": None,
        "in_reference": holder.footnote.id if holder is not None and holder.footnote is not None else None,
        "pages": call.pages,
    }


def short_data(short: ShortCitation) -> Data:
    return {
        "anchor": short.anchor,
        "text": short.text,
        "pages": short.pages,
        "span": (short.start, short.end),
        "target": None,
    }
