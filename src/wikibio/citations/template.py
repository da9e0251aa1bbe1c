"""A citation template to the fields of Citation."""

from __future__ import annotations

import re

from wikibio.citations.anchor import read_anchor
from wikibio.citations.archive import read_url_status
from wikibio.citations.arguments import fixed_texts, read_texts
from wikibio.citations.dates import read_date_field
from wikibio.citations.kinds import read_kind
from wikibio.citations.languages import read_language
from wikibio.citations.meanings import PAGES, PLACES
from wikibio.citations.model import BLANK_CITATION
from wikibio.citations.names import NameFields, read_names
from wikibio.citations.pages import shown_pages
from wikibio.citations.sorting import Fields, Sorted, sort_texts
from wikibio.citations.text import Values, link_of
from wikibio.citations.titles import Layout, title_layout
from wikibio.citations.vocabulary import CitationWords, Plan
from wikibio.context import Context
from wikibio.syntax.nodes import Template

_SCRIPT_PREFIX = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)*):\s*")


def read_template(context: Context, template: Template, plan: Plan, words: CitationWords) -> Fields:
    """``{{cite web|last=Filkins|first=Dexter|title=The Shadow Commander|work=The New Yorker|date=30 September 2013}}``

    gives kind web, authors [{family: Filkins, given: Dexter}], title, container_title and date 2013-09-30.
    """
    fields: Fields = BLANK_CITATION.copy()
    fields["template"], fields["span"] = template.name, (template.start, template.end)
    found = Sorted(fields)
    sort_texts(context, template, read_texts(context, template, plan), plan, words, found)
    values = found.values
    if plan.fixed:
        sort_texts(context, template, list(fixed_texts(context, template, plan, values)), plan, words, found)
    kind = fields["kind"] = read_kind(values, plan.kind, words)
    layout = title_layout(tuple(found.titles), kind)
    _read_titles(context, values, layout, fields)
    if layout.companions or layout.spare:
        _read_companions(found, layout, words)
    if found.places:
        _read_place(values, fields)
    if "language" in values:
        _read_languages(values["language"][0], fields, found.details, words)
    if fields["date"] is None:
        _read_year(context, values, fields, found.details, words)
    if "archive_url" in values or "url_status" in values:
        fields["url_status"] = read_url_status(context, values, fields["url"] is not None, words)
    _read_people(context, found, words)
    if fields["title"] is None and fields["container_title"] is None and fields["url"] is not None:
        fields["bare"] = True
    if found.identifiers:
        fields["identifiers"] = found.identifiers
    if found.details:
        fields["details"] = found.details
    if found.other:
        fields["other"] = found.other
    return fields


def _read_languages(written: str, fields: Fields, details: dict[str, str], words: CitationWords) -> None:
    """``|language=Persian`` -> "fa"; what names no language is a detail."""
    tags = read_language(written, words)
    if tags is None:
        details["language"] = written
    else:
        fields["language"] = tags


def _read_place(values: Values, fields: Fields) -> None:
    """Where the source was published, and where in it something stands."""
    place = next((values[key][0] for key in PLACES if key in values), None)
    pages = next((values[key][0] for key in PAGES if key in values), None)
    fields["place"] = place
    fields["pages"] = None if pages is None else shown_pages(pages)


def _read_people(context: Context, found: Sorted, words: CitationWords) -> None:
    """Authors, editors and so on, and the anchor that short footnotes make of them."""
    values, fields = found.values, found.fields
    names: dict[str, list[NameFields]] = {}
    if found.names or "vauthors" in values or "veditors" in values:
        names, et_al = read_names(context, values, found.names, words)
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
        text = values[key]
        shown = text[0]
        fields[field] = shown[2:-2].strip() if shown.startswith("((") and shown.endswith("))") else shown
        if text[4]:
            link = link_of(context, text)
            if link is not None:
                fields[link_field] = link
    if layout.url is not None:
        fields["url"] = values[layout.url][0]
    if layout.has_series:
        fields["series"] = None  # it is the title or the container here


def _read_companions(found: Sorted, layout: Layout, words: CitationWords) -> None:
    """Titles in their own script, which stand for one that is missing, translated titles, and links to wiki pages.

    Those for which there is no room are details, in the order in which they stand.
    """
    values, fields = found.values, found.fields
    details: dict[str, str] = {}
    for key, field, is_script in layout.companions:
        text = values[key][0]
        fields[field] = _without_language(text, field, details) if is_script else text
    if fields["script_title"] is not None and (fields["title"] or "").lower() in words.placeholders | {""}:
        fields["title"] = fields["script_title"]
    if fields["container_title"] is None:
        fields["container_title"] = fields["container_script_title"]
    for key, value in values.items():
        if key in found.details or key in layout.spare:
            details[key] = value[0]
    found.details = details


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
    else:
        fields["date"], fields["publication_date"] = fields["publication_date"], None
