"""Citation to CSL-JSON 1.0.2 (csl-data.json, Citation Style Language), the form that reference managers exchange.

What CSL has no variable for goes under ``custom``, an open object: archived copies above all, because styles print the
variables ``archive`` and ``archive_location`` as an archive's shelf mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from wikibio.citations.keys import citation_key

if TYPE_CHECKING:
    from wikibio.citations.model import Citation, Name
    from wikibio.values.date.model import Date

Json = str | int | bool | list["Json"] | dict[str, "Json"]

TYPES: Mapping[str, str] = {
    "web": "webpage",
    "news": "article-newspaper",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary",
    "conference": "paper-conference",
    "press_release": "article",
    "preprint": "article",
    "video": "motion_picture",
    "audio": "song",
    "podcast": "broadcast",
    "image": "graphic",
}
"""Kind -> CSL type, where the words differ."""
GENRES = {"press_release": "Press release", "preprint": "Preprint"}
_VARIABLES = {
    "container_title": "container-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "series": "collection-title",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "event": "event-title",
    "genre": "genre",
    "url": "URL",
    "language": "language",
    "via": "source",
}
_CUSTOM = {
    "trans_title": "trans-title",
    "script_title": "script-title",
    "title_link": "title-link",
    "container_script_title": "container-script-title",
    "container_trans_title": "container-trans-title",
    "container_link": "container-link",
    "url_status": "url-status",
    "url_access": "url-access",
    "archive_url": "archive-url",
    "quote": "quote",
    "trans_quote": "trans-quote",
    "agency": "agency",
}
_IDENTIFIERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmc": "PMCID"}
_DETAILS = {
    "title_note": "section",
    "article_number": "number",
    "docket": "number",
    "episode": "number",
    "scale": "scale",
}
_PUBLISHERS = ("network", "station")
_PLACED = ("at", "sheet", "sheets")
"""Details that say where in the source something stands, other than by page."""
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def csl_item(citation: Citation, key: str | None = None) -> dict[str, Json]:
    """One CSL-JSON item; `key` is its id, a readable one where none is given."""
    item: dict[str, Json] = {"id": key or citation_key(citation), "type": TYPES.get(citation.kind, citation.kind)}
    if citation.kind in GENRES:
        item["genre"] = GENRES[citation.kind]
    title = full_title(citation)
    if title:
        item["title"] = title
    for field, variable in _VARIABLES.items():
        value = getattr(citation, field)
        if value:
            item[variable] = value
    custom = _custom(citation)
    _add_names(citation, item, custom)
    _add_dates(citation, item, custom)
    _add_numbers(citation, item, custom)
    if custom:
        item["custom"] = custom
    return item


def full_title(citation: Citation) -> str:
    """The title with the title in its own script behind it, as the page shows them."""
    return " ".join(dict.fromkeys(text for text in (citation.title, citation.script_title) if text))


def _custom(citation: Citation) -> dict[str, Json]:
    custom: dict[str, Json] = {name: value for field, name in _CUSTOM.items() if (value := getattr(citation, field))}
    custom.update({name.replace("_", "-"): value for name, value in citation.details.items() if name not in _DETAILS})
    if citation.et_al:
        custom["et-al"] = True
    if citation.other:
        custom["other"] = dict(citation.other)
    return custom


def _add_names(citation: Citation, item: dict[str, Json], custom: dict[str, Json]) -> None:
    """With a contributor (of a foreword, say) the book's authors stand behind: `container-author`."""
    lists = {
        "author": citation.contributors or citation.authors,
        "container-author": citation.authors if citation.contributors else (),
        "editor": citation.editors,
        "translator": citation.translators,
        "interviewer": citation.interviewers,
    }
    for variable, people in lists.items():
        if people:
            item[variable] = [_name(person) for person in people]
        if any(person.link for person in people):
            custom[f"{variable}-links"] = [person.link or "" for person in people]
    body = citation.details.get("collaboration")
    if body:
        authors = item.setdefault("author", [])
        assert isinstance(authors, list)
        authors.append({"literal": body})


def _name(person: Name) -> dict[str, Json]:
    """A name that the source does not divide stays a literal."""
    if person.family is None:
        return {"literal": person.literal or person.given or ""}
    return {"family": person.family, "given": person.given} if person.given else {"family": person.family}


def _add_dates(citation: Citation, item: dict[str, Json], custom: dict[str, Json]) -> None:
    dates = {
        "issued": citation.date,
        "accessed": citation.access_date,
        "original-date": citation.original_date,
        "available-date": citation.publication_date,
    }
    for variable, date in dates.items():
        if date is not None and (date.edtf or date.text):
            item[variable] = csl_date(date)
    if citation.date is not None:
        suffix = re.search(r"\b\d{4}([a-z])\b", citation.date.text)
        if suffix:
            item["year-suffix"] = suffix[1]
        if citation.date.edtf:
            custom["issued-edtf"] = citation.date.edtf
    if citation.archive_date is not None:
        custom["archive-date"] = citation.archive_date.edtf or citation.archive_date.text


def csl_date(date: Date) -> dict[str, Json]:
    """EDTF as an object with date-parts; what has no such form is literal.

    CSL has no year 0: 44 BC is -43 in EDTF and -44 in CSL.
    """
    parts: list[Json] = []
    circa = False
    season = 0
    for end in (date.edtf or "").split("/"):
        match = _EDTF.fullmatch(end)
        if match is None:
            return {"literal": date.text or date.edtf or ""}
        year, month, day, doubt = match.groups()
        numbers: list[Json] = [int(year) - (int(year) <= 0)]
        season = _SEASONS.get(int(month or 0), 0)
        if month and not season:
            if int(month) > 12:
                return {"literal": date.text or date.edtf or ""}
            numbers += [int(month)] + ([int(day)] if day else [])
        circa = circa or bool(doubt)
        parts.append(numbers)
    if season and len(parts) > 1:
        return {"literal": date.text}
    written: dict[str, Json] = {"date-parts": parts}
    if season:
        written["season"] = season
    if circa:
        written["circa"] = True
    return written


def _add_numbers(citation: Citation, item: dict[str, Json], custom: dict[str, Json]) -> None:
    """Pages, identifiers, and the details that CSL has a variable for."""
    if citation.pages and not any(place in citation.details for place in _PLACED):
        item["page"] = citation.pages.replace("–", "-")
    for name, value in citation.identifiers.items():
        variable = _IDENTIFIERS.get(name)
        if variable is None:
            custom[name] = value
        else:
            item[variable] = f"PMC{value}" if name == "pmc" and value.isdecimal() else value
    if "eissn" in citation.identifiers:
        item.setdefault("ISSN", citation.identifiers["eissn"])
    if citation.kind == "report" and "issue" in item:
        item["number"] = item.pop("issue")
    for name, variable in _DETAILS.items():
        if name in citation.details:
            item.setdefault(variable, citation.details[name])
    for name in _PUBLISHERS:
        if name in citation.details:
            item.setdefault("publisher", citation.details[name])


def csl_items(citations: Iterable[Citation], keys: Iterable[str]) -> list[dict[str, Json]]:
    """The items of several citations, each under its key."""
    return [csl_item(citation, key) for citation, key in zip(citations, keys, strict=True)]
