"""Sections: a tree in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import overload

from pydantic import ConfigDict, RootModel

from wikibio.span import Span
from wikibio.values.model import Model


class Mark(Model):
    """Footnote `reference` stands at offset `at` of a section's text."""

    at: int
    reference: str


class Section(Model):
    """A heading and what follows it.

    `span` runs from the heading to the end of the section with its subsections, as MediaWiki's section edit does;
    `text` is the plain text of the section's own body. `anchor` is what stands behind the ``#`` of a link to it. The
    lead has level 0 and no title.
    """

    level: int
    title: str
    anchor: str
    span: Span
    text: str
    marks: tuple[Mark, ...] = ()
    sections: Sections

    def __getitem__(self, title: str) -> Section:
        """The subsection called `title`; KeyError where there is none."""
        return self.sections[title]


class Sections(RootModel[tuple[Section, ...]]):
    """Sections of one level; ``sections["Military career"]["Command of Quds Force"]`` goes down by title."""

    model_config = ConfigDict(frozen=True)

    def __iter__(self) -> Iterator[Section]:  # type: ignore[override]  # a sequence of sections, not of fields
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    @overload
    def __getitem__(self, key: int) -> Section: ...

    @overload
    def __getitem__(self, key: str) -> Section: ...

    def __getitem__(self, key: int | str) -> Section:
        """By position, or by title (the first of that title); KeyError where no section has it."""
        if isinstance(key, int):
            return self.root[key]
        for section in self.root:
            if section.title == key:
                return section
        raise KeyError(key)

    def walk(self) -> Iterator[Section]:
        """Every section with its subsections, in the order of the page."""
        for section in self.root:
            yield section
            yield from section.sections.walk()
