"""Sources as BibLaTeX entries (biblatex manual, chapter 2), written by bibtexparser.

LaTeX's special characters are escaped here: bibtexparser's own encoder also escapes addresses, which BibLaTeX reads as
they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from wikibio.citations.csl import full_title
from wikibio.citations.keys import unique_keys
from wikibio.citations.model import Citation, Name
from wikibio.values.date.model import Date

TYPES: Mapping[str, str] = {
    "web": "online",
    "news": "article",
    "journal": "article",
    "magazine": "article",
    "book": "book",
    "encyclopedia": "inreference",
    "dictionary": "inreference",
    "conference": "inproceedings",
    "thesis": "thesis",
    "report": "report",
    "press_release": "online",
    "preprint": "online",
    "video": "video",
    "audio": "audio",
    "broadcast": "video",
    "podcast": "audio",
    "speech": "unpublished",
    "post": "online",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
}
"""Kind -> entry type, else ``misc``. A chapter is ``inbook``, where the book has editors ``incollection``."""

_CONTAINERS = {
    "article": "journaltitle",
    "inbook": "booktitle",
    "incollection": "booktitle",
    "inreference": "booktitle",
    "inproceedings": "booktitle",
}
_PUBLISHERS = {"thesis": "institution", "report": "institution", "online": "organization"}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_WRITTEN_DATE = re.compile(r"-?\d{4}(?:-\d\d){0,2}[~?%]?(?:/(?:-?\d{4}(?:-\d\d){0,2}[~?%]?|\.\.)?)?")


def to_biblatex(citations: Sequence[Citation]) -> str:
    """One entry a citation, in their order, under readable keys."""
    library = Library()
    for citation, key in zip(citations, unique_keys(citations), strict=True):
        library.add(_entry(citation, key))
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.trailing_comma = "  ", True
    text: str = write_string(library, bibtex_format=layout)
    return text


def escaped(text: str) -> str:
    """``A & B_c`` -> ``A \\& B\\_c``."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], text)


def _entry(citation: Citation, key: str) -> Entry:
    entry_type = TYPES.get(citation.kind, "misc")
    if citation.kind == "chapter":
        entry_type = "incollection" if citation.editors else "inbook"
    fields = [*_people(citation), *_texts(citation, entry_type), *_dates(citation), *_links(citation)]
    return Entry(entry_type, key, [Field(name, value) for name, value in fields if value])


def _people(citation: Citation) -> Iterator[tuple[str, str]]:
    names = [_name(person) for person in (*citation.authors, *citation.interviewers)]
    body = citation.details.get("collaboration")
    if body:
        names.append(_literal(body))
    yield "author", " and ".join(names + (["others"] if citation.et_al and names else []))
    yield "editor", " and ".join(map(_name, citation.editors))
    yield "translator", " and ".join(map(_name, citation.translators))
    yield "foreword", " and ".join(map(_name, citation.contributors))


def _name(person: Name) -> str:
    """``Filkins, Dexter``; in braces where a comma or an "and" would divide what belongs together."""
    if person.family is None:
        return _literal(person.literal or person.given or "")
    return ", ".join(_part(part) for part in (person.family, person.given) if part)


def _literal(text: str) -> str:
    return f"{{{escaped(text)}}}"


def _part(text: str) -> str:
    return _literal(text) if "," in text or _AND.search(text) else escaped(text)


def _texts(citation: Citation, entry_type: str) -> Iterator[tuple[str, str]]:
    container = _CONTAINERS.get(entry_type, "organization" if entry_type == "online" else "booktitle")
    publisher = _PUBLISHERS.get(entry_type, "publisher")
    if container == publisher and citation.container_title:
        publisher = "publisher"
    values = {
        "title": full_title(citation),
        "titleaddon": citation.trans_title,
        publisher: citation.publisher,
        container: citation.container_title or (citation.publisher if container == publisher else None),
        "location": citation.place,
        "eventtitle": citation.event,
        "series": citation.series,
        "edition": citation.edition,
        "volume": citation.volume,
        "number": citation.issue,
        "eid": citation.details.get("article_number"),
        "pages": (citation.pages or "").replace("–", "--"),
        "type": citation.genre,
        "langid": citation.language,
        "entrysubtype": {"news": "newspaper", "magazine": "magazine"}.get(citation.kind),
        "note": "; ".join(text for text in (citation.agency, citation.via) if text),
    }
    for name, value in values.items():
        yield name, escaped(value or "")


def _dates(citation: Citation) -> Iterator[tuple[str, str]]:
    """EDTF as it is (biblatex manual, 2.3.8); sets and masked digits, which it does not know, go to ``year``."""
    dates = {
        "date": citation.date,
        "urldate": citation.access_date,
        "origdate": citation.original_date,
        "archivedate": citation.archive_date,
    }
    for name, date in dates.items():
        if date is not None and date.edtf is not None and _WRITTEN_DATE.fullmatch(date.edtf):
            yield name, date.edtf
        elif name == "date" and date is not None:
            yield "year", _year(date)


def _year(date: Date) -> str:
    return escaped(date.edtf or date.text)


def _links(citation: Citation) -> Iterator[tuple[str, str]]:
    """Addresses and identifiers are read as they stand; only braces would end the field.

    ``archiveurl`` and ``archivedate`` are no fields of BibLaTeX: styles pass them over, and people find them.
    """
    yield "url", _verbatim(citation.url)
    yield "archiveurl", _verbatim(citation.archive_url)
    for name in ("doi", "isbn", "issn"):
        yield name, _verbatim(citation.identifiers.get(name))
    for name in ("arxiv", "jstor", "pmid", "hdl"):
        value = citation.identifiers.get(name)
        if value:
            yield "eprint", _verbatim(value)
            yield "eprinttype", name
            return


def _verbatim(text: str | None) -> str:
    return (text or "").replace("{", "%7B").replace("}", "%7D")
