"""Sources as rows of a table: one citation a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from wikibio.citations.keys import unique_keys
from wikibio.citations.model import Citation, Name
from wikibio.references.model import Reference, References
from wikibio.values.date.model import Date

Row = dict[str, str]


def citation_rows(references: References) -> Iterator[Row]:
    """A row a citation with the footnote it stands in; a footnote without a citation has a row of its own."""
    keys = iter(unique_keys([citation for reference in references for citation in reference.citations]))
    for reference in references:
        for citation in reference.citations:
            yield {**_reference(reference), "key": next(keys), **_citation(citation)}
        if not reference.citations:
            yield _reference(reference)


COLUMNS = (
    "reference", "label", "group", "uses", "key", "kind", "template", "title", "script_title", "trans_title", "authors",
    "editors", "date", "container_title", "publisher", "place", "series", "edition", "volume", "issue", "pages", "url",
    "url_status", "archive_url", "archive_date", "access_date", "language", "doi", "isbn", "issn", "identifiers", "via",
    "agency", "quote", "text",
)  # fmt: skip


def to_csv(references: References) -> str:
    """The rows as CSV (RFC 4180) with a header line."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(citation_rows(references))
    return stream.getvalue()


def _reference(reference: Reference) -> Row:
    return {
        "reference": reference.id,
        "label": reference.label or "",
        "group": reference.group,
        "uses": str(len(reference.uses)),
        "text": reference.text,
    }


def _citation(citation: Citation) -> Row:
    row = {name: value for name in COLUMNS if isinstance(value := getattr(citation, name, None), str)}
    for name in ("date", "archive_date", "access_date"):
        row[name] = _date(getattr(citation, name))
    row["authors"] = _people(citation.authors)
    row["editors"] = _people(citation.editors)
    identifiers = dict(citation.identifiers)
    row |= {name: identifiers.pop(name) for name in ("doi", "isbn", "issn") if name in identifiers}
    row["identifiers"] = "; ".join(f"{name}:{value}" for name, value in identifiers.items())
    return row


def _date(date: Date | None) -> str:
    return "" if date is None else date.edtf or date.text


def _people(people: tuple[Name, ...]) -> str:
    return "; ".join(
        ", ".join(part for part in (person.family or person.literal, person.given) if part) for person in people
    )
