"""References: the footnotes of a page, their uses, and the questions that one asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from pydantic import ConfigDict, RootModel

from wikibio.citations.model import Citation
from wikibio.diagnostics import Diagnostic
from wikibio.span import Span
from wikibio.values.model import Model


class Use(Model):
    """One place where a footnote is used.

    `section` is the anchor of the section it stands in (None in the lead), `field` the infobox parameter,
    `in_reference` the id of the note in whose text it stands, `pages` what ``{{rp}}`` or ``{{sfn}}`` say of this use.
    """

    span: Span
    section: str | None = None
    field: str | None = None
    in_reference: str | None = None
    pages: str | None = None


class ShortCitation(Model):
    """``Smith 2001, p. 5`` in a footnote's text: `target` is the id of the reference that has the full citation.

    `anchor` is how it finds it (``CITEREFSmith2001``); `target` is None where no citation of the page has that anchor.
    """

    anchor: str
    text: str
    pages: str | None = None
    span: Span
    target: str | None = None


class CitedBy(Model):
    """A short citation that points here: where it stands, and in which reference (None in running text)."""

    span: Span
    reference: str | None = None
    pages: str | None = None


class Reference(Model):
    """A footnote as the page shows it, or a source that stands without one (`kind` "general").

    `label` is what the marker shows ("17", "note 1", "a"), None where the page shows none; `number` counts within the
    `group`. `span` is where it is defined, or first used where it is not. `text` is what a reader sees.
    """

    id: str
    label: str | None = None
    number: int | None = None
    group: str = ""
    name: str | None = None
    kind: Literal["citation", "note", "general"] = "citation"
    text: str = ""
    span: Span
    uses: tuple[Use, ...] = ()
    citations: tuple[Citation, ...] = ()
    urls: tuple[str, ...] = ()
    short_citations: tuple[ShortCitation, ...] = ()
    cited_by: tuple[CitedBy, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Sourced(Protocol):
    """Any value that knows the footnotes attached to it."""

    @property
    def references(self) -> tuple[str, ...]: ...


class References(RootModel[tuple[Reference, ...]]):
    """The references of a page in MediaWiki's order of numbering; by position or by id: ``references["filkins"]``."""

    model_config = ConfigDict(frozen=True)

    def __iter__(self) -> Iterator[Reference]:  # type: ignore[override]  # a sequence of references, not of fields
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    def __getitem__(self, key: int | str) -> Reference:
        """By position, or by id; KeyError where no reference has it."""
        if isinstance(key, int):
            return self.root[key]
        for reference in self.root:
            if reference.id == key:
                return reference
        raise KeyError(key)

    def supporting(self, value: Sourced) -> tuple[Reference, ...]:
        """The footnotes attached to a value: ``references.supporting(bio.person.birth.date)``."""
        wanted = frozenset(value.references)
        return tuple(reference for reference in self.root if reference.id in wanted)

    def within(self, span: tuple[int, int]) -> tuple[Reference, ...]:
        """The footnotes used in a stretch of the source, in the order of their use there.

        Markers that follow its end without anything between belong to it, so a sentence has the footnotes behind its
        full stop.
        """
        start, end = span
        found: dict[str, Reference] = {}
        for use, reference in sorted(self._uses(), key=lambda pair: pair[0].span):
            if start <= use.span.start < end or start < end == use.span.start:
                found.setdefault(reference.id, reference)
                end = max(end, use.span.end)
        return tuple(found.values())

    def in_section(self, anchor: str | None) -> tuple[Reference, ...]:
        """The footnotes used in a section's own body; None asks for the lead and the infobox."""
        return tuple(reference for reference in self.root if any(use.section == anchor for use in reference.uses))

    def in_field(self, parameter: str) -> tuple[Reference, ...]:
        """The footnotes used in an infobox parameter."""
        return tuple(reference for reference in self.root if any(use.field == parameter for use in reference.uses))

    def citing(self, source: str) -> tuple[Reference, ...]:
        """The references to a source, named by its URL, an archived copy's URL or one of its identifiers."""
        return tuple(
            reference
            for reference in self.root
            if source in reference.urls or any(_is_source(citation, source) for citation in reference.citations)
        )

    def uses_of(self, source: str) -> tuple[Use | CitedBy, ...]:
        """Where the page relies on a source: the uses of the footnotes that cite it, also by way of short footnotes."""
        places: list[Use | CitedBy] = []
        for reference in self.citing(source):
            places += reference.uses
            for cited in reference.cited_by:
                places += self[cited.reference].uses if cited.reference is not None else (cited,)
        return tuple(sorted(places, key=lambda place: place.span))

    @property
    def uncited(self) -> tuple[Reference, ...]:
        """Sources of the page that nothing points to: never used, and named by no short citation."""
        return tuple(
            reference
            for reference in self.root
            if not reference.uses and not reference.cited_by and reference.citations
        )

    @property
    def missing_targets(self) -> tuple[tuple[Reference, ShortCitation], ...]:
        """Short citations to which the page has no full one, with the footnotes they stand in."""
        return tuple(
            (reference, short) for reference in self.root for short in reference.short_citations if short.target is None
        )

    def _uses(self) -> Iterable[tuple[Use, Reference]]:
        return ((use, reference) for reference in self.root for use in reference.uses)


def _is_source(citation: Citation, source: str) -> bool:
    return source in (citation.url, citation.archive_url) or source in citation.identifiers.values()
