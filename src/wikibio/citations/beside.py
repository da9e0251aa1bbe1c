"""What templates beside a citation say about it: an archived copy, a dead link, its language, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.nodes import Node, Parameter, Template
from wikibio.values.show import given

SNAPSHOT = re.compile(
    r"https?://(?:web\.)?archive\.(?:org|today|is|ph|li|md|vn|fo)/(?:web/)?(?P<stamp>\d{4,14})\w*/(?P<original>\S+)"
)
"""The address of an archived copy: its time stamp and the address of the original."""
_STAMP = re.compile(r"(\d{4})(\d\d)?(\d\d)?\d*")


@dataclass
class Beside:
    """What was found. Texts with the span that bears them; `dates` are as written, for a date reader."""

    archive_url: tuple[str, Span] | None = None
    archive_date: tuple[str, Span] | None = None
    original: str | None = None
    url_status: tuple[str, Span] | None = None
    languages: list[tuple[str, Span]] = field(default_factory=list)
    identifiers: dict[str, tuple[str, Span]] = field(default_factory=dict)


def read_beside(context: Context, nodes: Iterable[Node]) -> Beside:
    """The templates among `nodes` that say something about the citation they stand beside.

    ``{{webarchive|url=https://web.archive.org/web/20190401/http://a.org|date=1 April 2019}}`` gives archive URL, date
    and the original's address; ``{{dead link|date=May 2020}}`` the status "dead"; ``{{in lang|fr}}`` the language "fr";
    ``{{ISBN|0-393-04103-4}}`` an identifier.
    """
    beside = Beside()
    for node in nodes:
        if isinstance(node, Template):
            row = context.lexicon.template(node.name)
            reader = _READERS.get(row.role) if row is not None else None
            if row is not None and reader is not None:
                reader(context, node, row, beside)
    return beside


def stamp_date(stamp: str) -> str:
    """The day of an archive's time stamp: ``20190401210017`` -> ``2019-04-01``."""
    match = _STAMP.match(stamp)
    return "-".join(part for part in match.groups() if part) if match else stamp


def _value(context: Context, parameter: Parameter) -> tuple[str, Span]:
    """A parameter's text and the span of it without white space."""
    raw = context.source[parameter.value_start : parameter.end]
    start = parameter.value_start + len(raw) - len(raw.lstrip())
    return context.line(parameter.value), Span(start, start + len(raw.strip()))


def _read_archive(context: Context, template: Template, row: TemplateRow, beside: Beside) -> None:
    arguments = template.arguments()
    texts = {
        meaning: _value(context, parameter)
        for meaning, slot in row.slots.items()
        if (parameter := given(context, arguments, slot)) is not None
    }
    url, date, original = texts.get("url"), texts.get("date"), texts.get("original")
    if url is None and original is not None:
        snapshot = SNAPSHOT.fullmatch(original[0])
        prefix = row.fixed.get("prefix", "")
        if snapshot:
            url = original
        elif prefix and date is not None and date[0].isdecimal():
            url = f"{prefix}{date[0]}/{original[0]}", template.span
        beside.original = None if snapshot else original[0]
    beside.archive_url = beside.archive_url or url
    snapshot = SNAPSHOT.fullmatch(url[0]) if url else None
    if snapshot:
        beside.original = snapshot["original"]
    if date is not None and date[0].isdecimal():
        date = stamp_date(date[0]), date[1]
    elif date is None and url is not None and snapshot:
        date = stamp_date(snapshot["stamp"]), url[1]
    beside.archive_date = beside.archive_date or date


def _read_status(context: Context, template: Template, row: TemplateRow, beside: Beside) -> None:
    beside.url_status = row.kind, template.span


def _read_language(context: Context, template: Template, row: TemplateRow, beside: Beside) -> None:
    if "code" in row.fixed:
        beside.languages.append((row.fixed["code"], template.span))
        return
    arguments = template.arguments()
    for name in row.slots.get("code", ()):
        parameter = arguments.get(name)
        if parameter is not None and context.source[parameter.value_start : parameter.end].strip():
            beside.languages.append(_value(context, parameter))


def _read_identifier(context: Context, template: Template, row: TemplateRow, beside: Beside) -> None:
    parameter = given(context, template.arguments(), row.slots["value"])
    if parameter is not None:
        beside.identifiers.setdefault(row.kind, _value(context, parameter))


_READERS = {
    "web_archive": _read_archive,
    "link_status": _read_status,
    "in_language": _read_language,
    "identifier": _read_identifier,
}
