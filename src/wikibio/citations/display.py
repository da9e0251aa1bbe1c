"""What a citation template shows in running text: one line, its fields in the order of Help:Citation Style 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wikibio.citations.names import NameFields
from wikibio.citations.reader import read_citation
from wikibio.citations.sorting import Fields
from wikibio.citations.vocabulary import citation_words
from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template
from wikibio.syntax.text import Shown
from wikibio.values.show import Display, fill, given

_WHOLES = frozenset(("book", "thesis", "report", "video", "audio", "map", "broadcast", "legislation", "image"))
"""Kinds whose titles are set in italics, not in quotation marks, unless they stand in something larger."""
_NUMBERED = ("volume", "issue", "edition")
_LAST = ("via", "quote")
_IDENTIFIED = ("isbn", "issn", "doi")


def show_citation(context: Context, template: Template, row: TemplateRow) -> Shown:
    """``{{cite web|last=A|first=B|title=T|work=W|date=May 2001}}`` shows ``A, B (May 2001). "T". W.``"""
    fields = read_citation(context, template)
    return () if fields is None else (citation_line(fields, citation_words(context.lexicon).labels),)


def citation_line(fields: Fields, labels: Mapping[str, str]) -> str:
    """The fields of a citation as one line.

    `labels` are the words of ``[words.citation_label]``, with ``{}`` for a value; what needs a word that the language's
    table does not have is left out.
    """
    pieces = _head(fields, labels)
    if fields["series"] or fields["genre"]:
        pieces += [fields["series"], fields["genre"]]
    if fields["volume"] or fields["issue"] or fields["edition"]:
        pieces += [_label(labels, name, fields[name]) for name in _NUMBERED]
    if fields["publisher"] or fields["place"]:
        pieces.append(": ".join([text for text in (fields["place"], fields["publisher"]) if text]))
    if fields["agency"]:
        pieces.append(fields["agency"])
    if fields["date"] and not fields["authors"] and not fields["editors"]:
        pieces.append(fields["date"]["text"])
    if fields["pages"] or fields["identifiers"]:
        _add_place(fields, labels, pieces)
    if fields["archive_url"] and fields["archive_date"]:
        pieces.append(_label(labels, "archived", fields["archive_date"]["text"]))
    if fields["access_date"]:
        pieces.append(_label(labels, "retrieved", fields["access_date"]["text"]))
    if fields["via"] or fields["quote"]:
        pieces += [_label(labels, name, fields[name]) for name in _LAST]
    return " ".join([piece if piece[-1] in ".?!" else piece + "." for piece in pieces if piece])


def _head(fields: Fields, labels: Mapping[str, str]) -> list[str]:
    """Who, when and what: ``Smith, John (3 May 2001)``, ``"A title"``; the date comes last where nobody is named."""
    authors, editors, date = fields["authors"], fields["editors"], fields["date"]
    people = _people(authors) if authors else ""
    editing = _label(labels, "editors", _people(editors)) if editors else ""
    head = people or editing
    if head and date:
        head = f"{head} ({date['text']})"
    pieces = [head, _title(fields)]
    if people and editing:
        pieces.append(editing)
    if fields["container_title"]:
        pieces.append(fields["container_title"])
    return pieces


def _add_place(fields: Fields, labels: Mapping[str, str], pieces: list[str]) -> None:
    """Where in the source, and its identifiers."""
    pages, identifiers = fields["pages"], fields["identifiers"]
    if pages:
        pieces.append(_label(labels, "page" if pages.isalnum() else "pages", pages))
    pieces += [_label(labels, name, identifiers[name]) for name in _IDENTIFIED if name in identifiers]


def _label(labels: Mapping[str, str], name: str, text: str) -> str:
    """``retrieved``, ``3 May 2001`` -> "Retrieved 3 May 2001"."""
    return labels[name].replace("{}", text) if text and name in labels else ""


def _people(people: Sequence[NameFields]) -> str:
    """``[{family: Smith, given: John}, {literal: BBC}]`` -> "Smith, John; BBC"."""
    names = [(person["family"] or person["literal"], person["given"]) for person in people]
    return "; ".join([f"{name}, {given}" if name and given else name or given or "" for name, given in names])


def _title(fields: Fields) -> str:
    title: str = fields["title"] or ""
    script = fields["script_title"]
    if script and script != title:
        title = f"{title} {script}".strip()
    if not title:
        return fields["url"] or "" if fields["container_title"] is None else ""
    if fields["container_title"] is not None or fields["kind"] not in _WHOLES:
        title = f'"{title}"'
    return f"{title} [{fields['trans_title']}]" if fields["trans_title"] else title


def show_address(context: Context, template: Template, row: TemplateRow) -> Shown:
    """``{{google books|plainurl=y|id=x}}`` stands for an address, without ``plainurl`` for a link with a text.

    The row's argument `plain` says which it is; the first pattern whose arguments are given makes the address, `fixed`
    has the text.
    """
    arguments = template.arguments()
    if not any(name in arguments for name in row.slots["plain"]):
        return [row.fixed["text"]]
    for pattern in row.compiled_patterns:
        shown = fill(context, arguments, pattern)
        if shown is not None:
            return ["".join(part if isinstance(part, str) else context.line(part) for part in shown)]
    return ()


def show_identifier(context: Context, template: Template, row: TemplateRow) -> Shown:
    """``{{ISBN|0-393-04103-4}}`` shows ``ISBN 0-393-04103-4``."""
    value = given(context, template.arguments(), row.slots["value"])
    label = citation_words(context.lexicon).labels.get(row.kind)
    return () if value is None or label is None else [label.replace("{}", context.line(value.value))]


DISPLAYS: dict[str, Display] = {
    "citation": show_citation,
    "identifier": show_identifier,
    "web_address": show_address,
}
"""Role -> what shows it."""
