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
_LISTED = ("series", "genre")
_NUMBERED = ("volume", "issue", "edition")
_PUBLICATION = frozenset((*_LISTED, *_NUMBERED, "publisher", "place", "agency"))
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
    if not _PUBLICATION.isdisjoint(fields):
        _add_publication(fields, labels, pieces)
    if "date" in fields and "authors" not in fields and "editors" not in fields:
        pieces.append(fields["date"]["text"])
    if "pages" in fields or "identifiers" in fields:
        _add_place(fields, labels, pieces)
    if "archive_date" in fields and "archive_url" in fields:
        pieces.append(_label(labels, "archived", fields["archive_date"]["text"]))
    if "access_date" in fields:
        pieces.append(_label(labels, "retrieved", fields["access_date"]["text"]))
    if "via" in fields:
        pieces.append(_label(labels, "via", fields["via"]))
    if "quote" in fields:
        pieces.append(_label(labels, "quote", fields["quote"]))
    return " ".join([piece if piece[-1] in ".?!" else piece + "." for piece in pieces if piece])


def _head(fields: Fields, labels: Mapping[str, str]) -> list[str]:
    """Who, when and what: ``Smith, John (3 May 2001)``, ``"A title"``; the date comes later where nobody is named."""
    people = _people(fields["authors"]) if "authors" in fields else ""
    editors = _label(labels, "editors", _people(fields["editors"])) if "editors" in fields else ""
    head = people or editors
    if head and "date" in fields:
        head = f"{head} ({fields['date']['text']})"
    pieces = [head, _title(fields)]
    if people and editors:
        pieces.append(editors)
    if "container_title" in fields:
        pieces.append(fields["container_title"])
    return pieces


def _add_publication(fields: Fields, labels: Mapping[str, str], pieces: list[str]) -> None:
    """Where in the larger work and by whom: series, volume, issue, place and publisher."""
    pieces += [fields[name] for name in _LISTED if name in fields]
    pieces += [_label(labels, name, fields[name]) for name in _NUMBERED if name in fields]
    if "publisher" in fields or "place" in fields:
        pieces.append(": ".join([fields[name] for name in ("place", "publisher") if fields.get(name)]))
    if "agency" in fields:
        pieces.append(fields["agency"])


def _add_place(fields: Fields, labels: Mapping[str, str], pieces: list[str]) -> None:
    """Where in the source, and its identifiers."""
    if "pages" in fields:
        pages = fields["pages"]
        pieces.append(_label(labels, "page" if pages.isalnum() else "pages", pages))
    if "identifiers" in fields:
        identifiers = fields["identifiers"]
        pieces += [_label(labels, name, identifiers[name]) for name in _IDENTIFIED if name in identifiers]


def _label(labels: Mapping[str, str], name: str, text: str) -> str:
    """``retrieved``, ``3 May 2001`` -> "Retrieved 3 May 2001"."""
    return labels[name].replace("{}", text) if text and name in labels else ""


def _people(people: Sequence[NameFields]) -> str:
    """``[{family: Smith, given: John}, {literal: BBC}]`` -> "Smith, John; BBC"."""
    names = [(person.get("family") or person.get("literal"), person.get("given")) for person in people]
    return "; ".join([f"{name}, {given}" if name and given else name or given or "" for name, given in names])


def _title(fields: Fields) -> str:
    title: str = fields.get("title") or ""
    if "script_title" in fields:
        script = fields["script_title"]
        title = f"{title} {script}".strip() if script and script != title else title
    if not title:
        return "" if "container_title" in fields else fields.get("url", "")
    if "container_title" in fields or fields["kind"] not in _WHOLES:
        title = f'"{title}"'
    return f"{title} [{fields['trans_title']}]" if "trans_title" in fields else title


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
