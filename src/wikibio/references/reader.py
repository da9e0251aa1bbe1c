"""The page's footnotes: found, numbered as MediaWiki does, and told as plain data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from wikibio.context import Context
from wikibio.references.calls import Call, Footnote
from wikibio.references.find import find_calls
from wikibio.references.identity import Identities
from wikibio.references.labels import label
from wikibio.references.numbering import Numbering
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment


class ReferenceReading:
    """`references` as the contract has them, without citations; `contents` where those are to be read; `markers`.

    `markers` maps the offset of each footnote marker to its reference's id.
    """

    def __init__(self) -> None:
        self.references: list[dict[str, object]] = []
        self.contents: dict[str, list[Fragment]] = {}
        self.markers: dict[int, str] = {}


def read_references(context: Context) -> ReferenceReading:
    """Every footnote of the page, in MediaWiki's order of numbering.

    ``a<ref name=x>b</ref> c<ref name=x/>`` gives one reference with the id "x", the label "1" and two uses.
    """
    found = find_calls(context)
    numbering = Numbering()
    numbering.run(found.in_order())
    for finding in numbering.findings:
        context.report(*finding)
    return _Writer(context).write(numbering)


class _Writer:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.reading = ReferenceReading()
        self.styles: Mapping[str, str] = context.lexicon.word_table("label_style")
        self.citation_groups = context.lexicon.word_table("citation_group")
        links = context.tree.external_links
        self.link_starts = [link.start for link in links]
        self.links = [link.url for link in links]

    def write(self, numbering: Numbering) -> ReferenceReading:
        identities = Identities()
        for footnote in numbering.footnotes:
            assert footnote.number is not None
            shown = label(footnote.group, footnote.number, self.styles)
            footnote.id = identities.footnote(footnote, shown)
            if footnote.shown:
                footnote.label = shown
        for footnote in (*numbering.broken, *numbering.unused):
            footnote.id = identities.unshown(footnote)
        for footnote in (*numbering.footnotes, *numbering.broken, *numbering.unused):
            self.reading.references.append(self.reference(footnote))
            self.reading.contents[footnote.id] = footnote.contents
        return self.reading

    def reference(self, footnote: Footnote) -> dict[str, object]:
        first = footnote.definition or footnote.calls[0]
        diagnostics = []
        for code, message, start, end in footnote.findings:
            self.context.report(code, message, start, end)
            diagnostics.append(self.context.diagnostics[-1])
        group = footnote.group
        return {
            "id": footnote.id,
            "label": footnote.label,
            "number": footnote.number,
            "group": group,
            "name": footnote.name,
            "kind": "note" if group and group.lower() not in self.citation_groups else "citation",
            "text": self.text(footnote),
            "span": Span(first.start, first.end),
            "uses": [self.use(footnote, call) for call in footnote.calls],
            "citations": [],
            "urls": self.urls(footnote),
            "diagnostics": diagnostics,
        }

    def text(self, footnote: Footnote) -> str:
        contents = footnote.contents
        if len(contents) == 1:
            return self.context.line(contents[0])
        if not contents:
            return " ".join((footnote.text or "").split())
        return " ".join(self.context.line(content) for content in contents)

    def use(self, footnote: Footnote, call: Call) -> dict[str, object]:
        holder = call.holder
        if footnote.number is not None:
            self.reading.markers[call.marker] = footnote.id
        return {
            "span": Span(call.start, call.end),
            "section": None,
            "field": None,
            "in_reference": holder.footnote.id if holder is not None and holder.footnote is not None else None,
            "pages": call.pages,
        }

    def urls(self, footnote: Footnote) -> list[str]:
        """The addresses in a footnote's text, each once."""
        urls: list[str] = []
        for start, end, _ in footnote.contents:
            first = bisect_left(self.link_starts, start)
            last = bisect_left(self.link_starts, end, first)
            urls += self.links[first:last]
        return urls if len(urls) < 2 else list(dict.fromkeys(urls))
