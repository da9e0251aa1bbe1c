"""Citation: one source that a footnote names, whichever template or free text it was written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from wikibio.span import Span
from wikibio.values.date.model import Date
from wikibio.values.model import Model, blank

if TYPE_CHECKING:
    from wikibio.citations.csl import Json

Kind = Literal[
    "web", "news", "journal", "magazine", "book", "chapter", "encyclopedia", "dictionary", "conference", "thesis",
    "report", "press_release", "preprint", "video", "audio", "broadcast", "podcast", "interview", "map", "speech",
    "image", "post", "legal_case", "legislation", "document",
]  # fmt: skip
"""What sort of source it is; `chapter` is a named part of a book, `post` anything on a forum or a social network."""

UrlStatus = Literal["live", "dead", "unfit", "usurped", "unknown"]
"""Template:Cite web/doc, url-status: ``deviated`` counts as dead, ``bot: unknown`` as unknown."""


class Name(Model):
    """A person or body behind a source.

    `family` and `given` where the source tells them apart; else the name stands whole in `literal`, for nobody can say
    from the wikitext which word is the family name. `link` is the wiki page of the person.
    """

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    link: str | None = None


class Citation(Model):
    """One source, in the terms of CSL and of the contract of Help:Citation Style 1.

    `title` is what is cited and `container_title` what it stands in: for a chapter the book, for an article the
    newspaper, journal or website. `template` is the template's name as written, None for free text. `details` holds
    what the templates of Help:Citation Style 1 know and what has no field here, `other` parameters that nobody knows.
    `anchor` is what short footnotes point to (``CITEREFSmith2001``). `spans` says where a field stands in the source.
    """

    kind: Kind = "document"
    template: str | None = None
    title: str | None = None
    script_title: str | None = None
    trans_title: str | None = None
    title_link: str | None = None
    container_title: str | None = None
    container_script_title: str | None = None
    container_trans_title: str | None = None
    container_link: str | None = None
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    interviewers: tuple[Name, ...] = ()
    contributors: tuple[Name, ...] = ()
    et_al: bool = False
    date: Date | None = None
    original_date: Date | None = None
    publication_date: Date | None = None
    publisher: str | None = None
    place: str | None = None
    series: str | None = None
    edition: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    genre: str | None = None
    event: str | None = None
    url: str | None = None
    url_status: UrlStatus | None = None
    url_access: str | None = None
    archive_url: str | None = None
    archive_date: Date | None = None
    access_date: Date | None = None
    language: str | None = None
    quote: str | None = None
    trans_quote: str | None = None
    identifiers: dict[str, str] = Field(default_factory=dict)
    via: str | None = None
    agency: str | None = None
    details: dict[str, str] = Field(default_factory=dict)
    other: dict[str, str] = Field(default_factory=dict)
    anchor: str | None = None
    bare: bool = False
    span: Span
    spans: dict[str, Span] = Field(default_factory=dict)

    def to_csl(self, key: str | None = None) -> dict[str, Json]:
        """This source as a CSL-JSON item, with `key` as its id (a readable one where none is given)."""
        # CSL needs this model and only callers of this method need CSL.
        from wikibio.citations.csl import csl_item

        return csl_item(self, key)


BLANK_CITATION = blank(Citation)
"""What readers fill in. Its lists and dicts are shared: they are replaced, never added to."""
