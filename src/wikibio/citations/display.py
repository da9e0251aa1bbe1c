"""What a citation template shows in running text: one line, its fields in the order of Help:Citation Style 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from wikibio.citations.anchor import PREFIX
from wikibio.citations.names import NameFields
from wikibio.citations.reader import read_citation
from wikibio.citations.template import Fields
from wikibio.citations.vocabulary import citation_words
from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template
from wikibio.syntax.text import Shown
from wikibio.values.show import Display, fill, given

_WHOLES = frozenset(("book", "thesis", "report", "video", "audio", "map", "broadcast", "legislation", "image"))
"""Kinds whose titles are set in italics, not in quotation marks, unless they stand in something larger."""
_LISTED = ("container_title", "series", "genre")
_IDENTIFIED = ("isbn", "issn", "doi")


def show_citation(context: Context, template: Template, row: TemplateRow) -> Shown:
    """``{{cite web|last=A|first=B|title=T|work=W|date=May 2001}}`` shows ``A, B (May 2001). "T". W.``"""
    fields = read_citation(context, template)
    return [citation_line(fields, citation_words(context.lexicon).labels)] if fields else ()


def citation_line(fields: Fields, labels: Mapping[str, str]) -> str:
    """The fields of a citation as one line.

    `labels` are the words of ``[words.citation_label]``, with ``{}`` for a value; what needs a word that the language's
    table does not have is left out.
    """
    pieces = [piece for piece in _pieces(fields, labels) if piece]
    return "".join(
        piece if index == len(pieces) - 1 else piece + (" " if piece[-1] in ".?!" else ". ")
        for index, piece in enumerate(pieces)
    ) + ("" if not pieces or pieces[-1][-1] in ".?!" else ".")


def _pieces(fields: Fields, labels: Mapping[str, str]) -> Iterator[str]:
    date = _date(fields, "date")
    people = _people(fields, "authors")
    editors = _label(labels, "editors", _people(fields, "editors"))
    head = people or editors
    yield f"{head} ({date})" if head and date else head
    yield _title(fields)
    if people:
        yield editors
    for name in _LISTED:
        yield _text(fields, name)
    yield _label(labels, "volume", _text(fields, "volume"))
    yield _label(labels, "issue", _text(fields, "issue"))
    yield _label(labels, "edition", _text(fields, "edition"))
    yield ": ".join(text for text in (_text(fields, "place"), _text(fields, "publisher")) if text)
    yield _text(fields, "agency")
    if not head:
        yield date
    pages = _text(fields, "pages")
    yield _label(labels, "page" if pages.isalnum() else "pages", pages)
    identifiers = cast("Mapping[str, str]", fields.get("identifiers") or {})
    for name in _IDENTIFIED:
        yield _label(labels, name, identifiers.get(name, ""))
    if "archive_url" in fields:
        yield _label(labels, "archived", _date(fields, "archive_date"))
    yield _label(labels, "retrieved", _date(fields, "access_date"))
    yield _label(labels, "via", _text(fields, "via"))
    yield _label(labels, "quote", _text(fields, "quote"))


def _text(fields: Fields, name: str) -> str:
    return cast("str", fields.get(name) or "")


def _date(fields: Fields, name: str) -> str:
    return _text(cast("Fields", fields.get(name) or {}), "text")


def _label(labels: Mapping[str, str], name: str, text: str) -> str:
    """``retrieved``, ``3 May 2001`` -> "Retrieved 3 May 2001"."""
    return labels[name].replace("{}", text) if text and name in labels else ""


def _people(fields: Fields, name: str) -> str:
    people = cast("list[NameFields]", fields.get(name) or [])
    names = ((person.get("family") or person.get("literal"), person.get("given")) for person in people)
    return "; ".join(", ".join(part for part in name if part) for name in names)


def _title(fields: Fields) -> str:
    title = " ".join(dict.fromkeys(text for text in (_text(fields, "title"), _text(fields, "script_title")) if text))
    if not title:
        return "" if "container_title" in fields else _text(fields, "url")
    if fields["kind"] not in _WHOLES or "container_title" in fields:
        title = f'"{title}"'
    translated = _text(fields, "trans_title")
    return f"{title} [{translated}]" if translated else title


def show_anchor(context: Context, template: Template, row: TemplateRow) -> Shown:
    """``{{sfnref|Smith|2001}}``, the value of ``ref=``, stands for the anchor ``CITEREFSmith2001``."""
    return [PREFIX, *(parameter.value for parameter in template.parameters if not parameter.named)]


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
    "citation_anchor": show_anchor,
    "identifier": show_identifier,
    "web_address": show_address,
}
"""Role -> what shows it."""
