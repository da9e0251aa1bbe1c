"""A citation template to the fields of Citation."""

from __future__ import annotations

import re
from typing import cast

from wikibio.citations.anchor import read_anchor
from wikibio.citations.archive import read_url_status
from wikibio.citations.arguments import Arguments, read_arguments
from wikibio.citations.dates import read_date_field
from wikibio.citations.identifiers import KEYS as IDENTIFIER_KEYS
from wikibio.citations.identifiers import read_identifier
from wikibio.citations.kinds import read_kind
from wikibio.citations.languages import read_language
from wikibio.citations.names import read_names
from wikibio.citations.pages import shown_pages
from wikibio.citations.titles import KEYS as TITLE_KEYS
from wikibio.citations.titles import Part, title_parts
from wikibio.citations.vocabulary import CitationWords, Plan
from wikibio.context import Context
from wikibio.syntax.nodes import Template
from wikibio.values.links import first_link

Fields = dict[str, object]
"""The fields of one Citation, by name, before validation."""

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

_TEXT, _DATE, _IDENTIFIER, _TITLE, _ELSEWHERE, _DETAIL = range(6)
_HANDLING = {
    **{key: (_TEXT, field) for key, field in _TEXTS.items()},
    **{key: (_DATE, field) for key, field in _DATES.items()},
    **{key: (_IDENTIFIER, key) for key in IDENTIFIER_KEYS},
    **{key: (_TITLE, key) for key in TITLE_KEYS},
    **{
        key: (_ELSEWHERE, key)
        for key in (*_PLACES, "page", "pages", "url_status", "language", "ref", "vauthors", "veditors")
    },
}
"""How a key is read, and the field it goes to; any other is a detail."""


def read_template(context: Context, template: Template, plan: Plan, words: CitationWords) -> Fields:
    """``{{cite web|last=Filkins|first=Dexter|title=The Shadow Commander|work=The New Yorker|date=30 September 2013}}``

    gives kind web, authors [{family: Filkins, given: Dexter}], title, container_title and date 2013-09-30.
    """
    arguments = read_arguments(context, template, plan)
    values = arguments.values
    kind = read_kind(arguments, plan.kind, words)
    fields: Fields = {"kind": kind, "template": template.name, "span": (template.start, template.end)}
    names, et_al = read_names(context, arguments, words)
    fields.update(names)
    if et_al or _is_et_al(arguments, words):
        fields["et_al"] = True
    used = _read_titles(context, arguments, kind, fields, words)
    _read_values(context, arguments, fields, used, words)
    if "date" not in fields:
        _read_year(context, arguments, fields, words)
    status = read_url_status(context, arguments, words)
    if status is not None:
        fields["url_status"] = status
    anchor = read_anchor(values, names, words)
    if anchor is not None:
        fields["anchor"] = anchor
    if "url" in fields and "title" not in fields and "container_title" not in fields:
        fields["bare"] = True
    if arguments.other:
        fields["other"] = arguments.other
    return fields


def _read_values(
    context: Context, arguments: Arguments, fields: Fields, titles: tuple[str, ...], words: CitationWords
) -> None:
    """Everything that needs no knowledge of its neighbours; what has no field of its own goes to `details`.

    `titles` are the keys that were read as titles, so that titles for which there was no room are not lost.
    """
    values = arguments.values
    identifiers: dict[str, str] = {}
    details = _details(fields)
    for key, text in values.items():
        how, field = _HANDLING.get(key, (_DETAIL, key))
        if how == _TEXT:
            fields.setdefault(field, text[0])
        elif how == _DATE and text[0].lower() not in words.no_date:
            fields[field] = read_date_field(context, text, words)
        elif how == _IDENTIFIER:
            identifiers[field] = read_identifier(context, field, text)
        elif how in (_DETAIL, _DATE) or (how == _TITLE and key not in titles):
            details[key] = text[0]
    for key in _PLACES:
        if key in values:
            fields.setdefault("place", values[key][0])
    for key in _PAGES:
        if key in values:
            fields.setdefault("pages", shown_pages(values[key][0]))
    language = values.get("language")
    if language is not None:
        tags = read_language(language[0], words)
        if tags is None:
            details["language"] = language[0]
        else:
            fields["language"] = tags
    if identifiers:
        fields["identifiers"] = identifiers


def _read_titles(
    context: Context, arguments: Arguments, kind: str, fields: Fields, words: CitationWords
) -> tuple[str, ...]:
    """Title, container and their addresses, that of a chapter before its book's; gives the keys that were read."""
    values = arguments.values
    title, container = title_parts(values, kind)
    _read_title(context, arguments, title, ("title", "script_title", "trans_title", "title_link"), fields)
    _read_title(
        context, arguments, container,
        ("container_title", "container_script_title", "container_trans_title", "container_link"), fields,
    )  # fmt: skip
    if "script_title" in fields and str(fields.get("title", "")).lower() in words.placeholders | {""}:
        fields["title"] = fields["script_title"]
    if "container_script_title" in fields:
        fields.setdefault("container_title", fields["container_script_title"])
    if "series" in container or "series" in title:
        fields["series"] = None  # it is the title or the container here
    for key in (title.url, "url", "chapter_url", "map_url"):
        url = values.get(key)
        if url is not None:
            fields["url"] = url[0]
            return (*title[:-1], *container[:-1], key)
    return title + container


def _read_title(
    context: Context, arguments: Arguments, part: Part, names: tuple[str, str, str, str], fields: Fields
) -> None:
    """One title with its companions, into the fields `names`."""
    if not part.title:
        return
    values = arguments.values
    title = values.get(part.title)
    if title is not None:
        text, parameter = title
        fields[names[0]] = text[2:-2].strip() if text.startswith("((") and text.endswith("))") else text
        link = first_link(context, parameter.value) if parameter.children else None
        if link is not None:
            fields[names[3]] = link
    for key, name in zip(part[1:4], names[1:], strict=True):
        if key in values:
            fields[name] = _without_language(values[key][0], name, fields) if key == part.script else values[key][0]


def _without_language(text: str, name: str, fields: Fields) -> str:
    """``fa:قاسم`` -> "قاسم"; its language becomes a detail."""
    prefix = _SCRIPT_PREFIX.match(text)
    if prefix is None:
        return text
    _details(fields)[f"{name}_language"] = prefix[1]
    return text[prefix.end() :]


def _details(fields: Fields) -> dict[str, str]:
    return cast("dict[str, str]", fields.setdefault("details", {}))


def _read_year(context: Context, arguments: Arguments, fields: Fields, words: CitationWords) -> None:
    """``|year=2013``, else ``|publication-date=``; ``month=``, which templates show no more, stays a detail."""
    year = arguments.values.get("year")
    if year is not None and year[0].lower() not in words.no_date:
        fields["date"] = read_date_field(context, year, words)
        _details(fields).pop("year", None)
    elif "publication_date" in fields:
        fields["date"] = fields.pop("publication_date")


def _is_et_al(arguments: Arguments, words: CitationWords) -> bool:
    """``|display-authors=etal``."""
    shown = arguments.values.get("display_authors")
    return shown is not None and words.et_al.fullmatch(shown[0]) is not None
