"""A citation template to the fields of Citation."""

from __future__ import annotations

import re

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
_SCRIPT_PREFIX = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)*:\s*")
_PLACES = ("publication_place", "place")
_PAGES = ("sheet", "sheets", "page", "pages", "at")
"""The first that is given says where in the source something stands."""
_ELSEWHERE = TITLE_KEYS.union(_PLACES, ("page", "pages", "url_status", "language", "ref", "vauthors", "veditors"))
"""Keys that have a reader of their own."""


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
    _read_titles(context, arguments, kind, fields, words)
    _read_values(context, arguments, fields, words)
    if "date" not in fields:
        _read_year(context, arguments, fields, words)
    status = read_url_status(context, arguments, words)
    if status is not None:
        fields["url_status"] = status
    anchor = read_anchor(values, names, words)
    if anchor is not None:
        fields["anchor"] = anchor
    if "url" in fields and "title" not in fields:
        fields["bare"] = True
    if arguments.other:
        fields["other"] = arguments.other
    return fields


def _read_values(context: Context, arguments: Arguments, fields: Fields, words: CitationWords) -> None:
    """Everything that needs no knowledge of its neighbours; what has no field of its own goes to `details`."""
    values = arguments.values
    identifiers: dict[str, str] = {}
    details: dict[str, str] = {}
    for key, text in values.items():
        field = _TEXTS.get(key)
        if field is not None:
            fields.setdefault(field, text[0])
        elif key in _DATES and text[0].lower() not in words.no_date:
            fields[_DATES[key]] = read_date_field(context, text, words)
        elif key in IDENTIFIER_KEYS:
            identifiers[key] = read_identifier(context, key, text)
        elif key not in _ELSEWHERE:
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
    if details:
        fields["details"] = details


def _read_titles(context: Context, arguments: Arguments, kind: str, fields: Fields, words: CitationWords) -> None:
    """Title, container and their addresses: that of a chapter comes before that of its book."""
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
    url = values.get(title.url) or values.get("url") or values.get("chapter_url") or values.get("map_url")
    if url is not None:
        fields["url"] = url[0]


def _read_title(
    context: Context, arguments: Arguments, part: Part, names: tuple[str, str, str, str], fields: Fields
) -> None:
    """One title with its companions, into the fields `names`."""
    values = arguments.values
    for key, name in zip(part, names, strict=False):
        value = values.get(key)
        if value is not None:
            text, parameter = value
            if key == part.script:
                text = _SCRIPT_PREFIX.sub("", text)
            elif text.startswith("((") and text.endswith("))"):
                text = text[2:-2].strip()
            fields[name] = text
            if key == part.title and parameter.children and names[3] not in fields:
                link = first_link(context, parameter.value)
                if link is not None:
                    fields[names[3]] = link


def _read_year(context: Context, arguments: Arguments, fields: Fields, words: CitationWords) -> None:
    """``|year=2013``, else ``|publication-date=``; ``month=``, which templates show no more, stays a detail."""
    year = arguments.values.get("year")
    if year is not None and year[0].lower() not in words.no_date:
        fields["date"] = read_date_field(context, year, words)
    elif "publication_date" in fields:
        fields["date"] = fields.pop("publication_date")


def _is_et_al(arguments: Arguments, words: CitationWords) -> bool:
    """``|display-authors=etal``."""
    shown = arguments.values.get("display_authors")
    return shown is not None and words.et_al.fullmatch(shown[0]) is not None
