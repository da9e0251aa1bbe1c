"""A citation template to the fields of Citation."""

from __future__ import annotations

import re
from typing import cast

from wikibio.citations.anchor import read_anchor
from wikibio.citations.archive import read_url_status
from wikibio.citations.arguments import Arguments, Text, link_of, read_arguments
from wikibio.citations.dates import read_date_field
from wikibio.citations.identifiers import KEYS as IDENTIFIER_KEYS
from wikibio.citations.identifiers import read_identifier
from wikibio.citations.kinds import read_kind
from wikibio.citations.languages import read_language
from wikibio.citations.names import VANCOUVER_LISTS, NameFields, read_names
from wikibio.citations.pages import shown_pages
from wikibio.citations.titles import ALWAYS, Layout, title_layout
from wikibio.citations.titles import KEYS as TITLE_KEYS
from wikibio.citations.vocabulary import CitationWords, Plan
from wikibio.context import Context
from wikibio.syntax.nodes import Template

Fields = dict[str, object]
"""The fields of one Citation, by name, before validation."""
Values = dict[str, Text]

_TEXTS = {
    "publisher": "publisher",
    "series": "series",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "title_type": "genre",
    "conference": "event",
    "url_access": "url_access",
    "archive_url": "archive_url",
    "quote": "quote",
    "trans_quote": "trans_quote",
    "via": "via",
    "agency": "agency",
}
"""Key -> field, where a value is taken over as it is."""
_DATES = {
    "date": "date",
    "access_date": "access_date",
    "archive_date": "archive_date",
    "orig_date": "original_date",
    "publication_date": "publication_date",
}
_SCRIPT_PREFIX = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)*):\s*")
_PLACES = ("publication_place", "place")
_PAGES = ("sheet", "sheets", "page", "pages", "at")
"""The first that is given says where in the source something stands."""

_TEXT, _DATE, _IDENTIFIER, _TITLE, _WHERE, _ELSEWHERE, _DETAIL = range(7)
_HANDLING = {
    **{key: (_TEXT, field) for key, field in _TEXTS.items()},
    **{key: (_DATE, field) for key, field in _DATES.items()},
    **{key: (_IDENTIFIER, key) for key in IDENTIFIER_KEYS},
    **{key: (_TITLE, key) for key in ALWAYS},
    **dict.fromkeys((*_PLACES, "page", "pages"), (_WHERE, "")),
    **{key: (_WHERE, key) for key in ("sheet", "sheets", "at")},
    **{key: (_ELSEWHERE, key) for key in ("url_status", "language", "ref", "vauthors", "veditors")},
}
"""How a key is read, and the field it goes to; any other is a detail."""
_AS_DETAIL = (_DETAIL, "")


def read_template(context: Context, template: Template, plan: Plan, words: CitationWords) -> Fields:
    """``{{cite web|last=Filkins|first=Dexter|title=The Shadow Commander|work=The New Yorker|date=30 September 2013}}``

    gives kind web, authors [{family: Filkins, given: Dexter}], title, container_title and date 2013-09-30.
    """
    arguments = read_arguments(context, template, plan)
    values = arguments.values
    kind = read_kind(values, plan.kind, words)
    fields: Fields = {"kind": kind, "template": template.name, "span": (template.start, template.end)}
    details: dict[str, str] = {}
    layout = title_layout(tuple([key for key in values if key in TITLE_KEYS]), kind)
    _read_titles(context, values, layout, fields)
    if layout.companions:
        _read_companions(values, layout, fields, details, words)
    _read_values(context, values, layout, fields, details, words)
    if "date" not in fields:
        _read_year(context, values, fields, details, words)
    if "archive_url" in values or "url_status" in values:
        status = read_url_status(context, values, "url" in fields, words)
        if status is not None:
            fields["url_status"] = status
    _read_people(context, arguments, fields, words)
    if "url" in fields and "title" not in fields and "container_title" not in fields:
        fields["bare"] = True
    if details:
        fields["details"] = details
    if arguments.other:
        fields["other"] = arguments.other
    return fields


def _read_values(
    context: Context,
    values: Values,
    layout: Layout,
    fields: Fields,
    details: dict[str, str],
    words: CitationWords,
) -> None:
    """Everything that needs no knowledge of its neighbours; what has no field of its own goes to `details`."""
    has_place = False
    spare = layout.spare
    for key, value in values.items():
        how, field = _HANDLING.get(key, _AS_DETAIL)
        if how == _TITLE:
            if key in spare:
                details[key] = value[0]
        elif how == _DATE:
            date = read_date_field(context, value, words)
            if date is not None:
                fields[field] = date
            else:
                details[key] = value[0]
        elif how == _TEXT:
            fields.setdefault(field, value[0])
        elif how == _WHERE:
            has_place = True
            if field:
                details[field] = value[0]
        elif how == _IDENTIFIER:
            identifiers = cast("dict[str, str]", fields.setdefault("identifiers", {}))
            identifiers[field] = read_identifier(context, field, value)
        elif how == _DETAIL:
            details[key] = value[0]
    if has_place:
        _read_place(values, fields)
    if "language" in values:
        _read_languages(values["language"][0], fields, details, words)


def _read_languages(written: str, fields: Fields, details: dict[str, str], words: CitationWords) -> None:
    """``|language=Persian`` -> "fa"; what names no language is a detail."""
    tags = read_language(written, words)
    if tags is None:
        details["language"] = written
    else:
        fields["language"] = tags


def _read_place(values: Values, fields: Fields) -> None:
    """Where the source was published, and where in it something stands."""
    for key in _PLACES:
        if key in values:
            fields.setdefault("place", values[key][0])
    for key in _PAGES:
        if key in values:
            fields.setdefault("pages", shown_pages(values[key][0]))


def _read_people(context: Context, arguments: Arguments, fields: Fields, words: CitationWords) -> None:
    """Authors, editors and so on, and the anchor that short footnotes make of them."""
    values = arguments.values
    names: dict[str, list[NameFields]] = {}
    if arguments.names or not values.keys().isdisjoint(VANCOUVER_LISTS):
        names, et_al = read_names(context, arguments, words)
        fields.update(names)
        if et_al:
            fields["et_al"] = True
    shown = values.get("display_authors")
    if shown is not None and words.et_al.fullmatch(shown[0]) is not None:
        fields["et_al"] = True
    if names or "ref" in values:
        anchor = read_anchor(values, names, words)
        if anchor is not None:
            fields["anchor"] = anchor


def _read_titles(context: Context, values: Values, layout: Layout, fields: Fields) -> None:
    """Title, container and the address."""
    for key, field, link_field in layout.titles:
        text = values[key][0]
        fields[field] = text[2:-2].strip() if text.startswith("((") and text.endswith("))") else text
        link = link_of(context, values[key])
        if link is not None:
            fields[link_field] = link
    if layout.url is not None:
        fields["url"] = values[layout.url][0]
    if layout.has_series:
        fields["series"] = None  # it is the title or the container here


def _read_companions(
    values: Values, layout: Layout, fields: Fields, details: dict[str, str], words: CitationWords
) -> None:
    """Titles in their own script, which stand for one that is missing, translated titles, and links to wiki pages."""
    for key, field, is_script in layout.companions:
        text = values[key][0]
        fields[field] = _without_language(text, field, details) if is_script else text
    if "script_title" in fields and str(fields.get("title", "")).lower() in words.placeholders | {""}:
        fields["title"] = fields["script_title"]
    if "container_script_title" in fields:
        fields.setdefault("container_title", fields["container_script_title"])


def _without_language(text: str, name: str, details: dict[str, str]) -> str:
    """``fa:قاسم`` -> "قاسم"; its language becomes a detail."""
    prefix = _SCRIPT_PREFIX.match(text)
    if prefix is None:
        return text
    details[f"{name}_language"] = prefix[1]
    return text[prefix.end() :]


def _read_year(context: Context, values: Values, fields: Fields, details: dict[str, str], words: CitationWords) -> None:
    """``|year=2013``, else ``|publication-date=``; ``month=``, which templates show no more, stays a detail."""
    year = values.get("year")
    date = read_date_field(context, year, words) if year is not None else None
    if date is not None:
        fields["date"] = date
        details.pop("year", None)
    elif "publication_date" in fields:
        fields["date"] = fields.pop("publication_date")
