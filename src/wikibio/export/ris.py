"""Sources as RIS records, which every reference manager reads; written by rispy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import rispy
from rispy import RisWriter

from wikibio.citations.csl import full_title
from wikibio.citations.keys import unique_keys
from wikibio.citations.model import Citation, Name
from wikibio.values.date.model import Date

TYPES: Mapping[str, str] = {
    "web": "ELEC",
    "news": "NEWS",
    "journal": "JOUR",
    "magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "encyclopedia": "ENCYC",
    "dictionary": "DICT",
    "conference": "CPAPER",
    "thesis": "THES",
    "report": "RPRT",
    "press_release": "PRESS",
    "preprint": "UNPB",
    "video": "VIDEO",
    "audio": "SOUND",
    "broadcast": "VIDEO",
    "podcast": "SOUND",
    "interview": "PCOMM",
    "map": "MAP",
    "image": "ART",
    "post": "ELEC",
    "legal_case": "CASE",
    "legislation": "STAT",
}
"""Kind -> reference type; any other kind is ``GEN``."""

Record = dict[str, str | list[str]]


class _Writer(RisWriter):  # type: ignore[misc]  # rispy has no types
    """rispy's writer without its numbered line before each record, at which readers stop."""

    def set_header(self, count: int) -> str:
        return ""


def to_ris(citations: Sequence[Citation]) -> str:
    """One record a citation, in their order."""
    records = [_record(citation, key) for citation, key in zip(citations, unique_keys(citations), strict=True)]
    text: str = rispy.dumps(records, implementation=_Writer)
    return text.lstrip()


def _record(citation: Citation, key: str) -> Record:
    first, last = _pages(citation)
    identifiers = citation.identifiers
    record: dict[str, str | list[str] | None] = {
        "type_of_reference": TYPES.get(citation.kind, "GEN"),
        "id": key,
        "title": full_title(citation),
        "secondary_title": citation.container_title,
        "tertiary_title": citation.series,
        "authors": [_name(person) for person in (*citation.authors, *citation.interviewers, *citation.contributors)],
        "secondary_authors": [_name(person) for person in citation.editors],
        "subsidiary_authors": [_name(person) for person in citation.translators],
        "year": _year(citation.date),
        "date": _date(citation.date),
        "access_date": _date(citation.access_date),
        "publisher": citation.publisher,
        "place_published": citation.place,
        "edition": citation.edition,
        "volume": citation.volume,
        "number": citation.issue,
        "start_page": first,
        "end_page": last,
        "issn": identifiers.get("isbn") or identifiers.get("issn"),
        "doi": identifiers.get("doi"),
        "accession_number": identifiers.get("pmid") or identifiers.get("pmc"),
        "language": citation.language,
        "database_provider": citation.via,
        "urls": [citation.url] if citation.url else [],
        "file_attachments2": citation.archive_url,
        "type_of_work": citation.genre,
        "translated_title": citation.trans_title,
        "notes": [citation.agency] if citation.agency else [],
    }
    return {name: value for name, value in record.items() if value}


def _name(person: Name) -> str:
    return ", ".join(part for part in (person.family or person.literal, person.given) if part)


def _pages(citation: Citation) -> tuple[str | None, str | None]:
    """``12–15`` -> 12, 15; anything else is a start without an end."""
    first, dash, last = (citation.pages or "").partition("–")
    return (first, last) if dash and "," not in last and "–" not in last else (citation.pages, None)


def _year(date: Date | None) -> str | None:
    if date is None:
        return None
    start = (date.edtf or "")[:4]
    return start if start.isdecimal() else None


def _date(date: Date | None) -> str | None:
    """``YYYY/MM/DD/other``: the fourth part has what the first three cannot say."""
    if date is None or not (date.edtf or date.text):
        return None
    edtf = date.edtf or ""
    pieces = edtf.split("-")
    if all(piece.isdecimal() for piece in pieces) and len(pieces[0]) == 4 and (pieces[1:] or ["1"])[0] <= "12":
        return "/".join([*pieces, "", "", ""][:3]) + "/"
    return f"{_year(date) or ''}///{edtf or date.text}"
