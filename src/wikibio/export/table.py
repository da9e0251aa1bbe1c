"""The references as a table for the terminal: what each is, and whether it can still be reached."""

from __future__ import annotations

import io
from collections.abc import Iterator
from urllib.parse import urlsplit

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wikibio.citations.model import Citation
from wikibio.references.model import Reference, References

STYLES = {"live": "green", "archived": "blue", "dead": "red", "bare": "yellow"}


def to_table(references: References, width: int = 100) -> str:
    """One line a citation: label, source, date, site, state."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("ref", no_wrap=True, min_width=max((len(each.label or "") for each in references), default=0))
    table.add_column("source", ratio=1, overflow="ellipsis", no_wrap=True)
    table.add_column("date", no_wrap=True, min_width=10)
    table.add_column("site", width=20, overflow="ellipsis", no_wrap=True)
    table.add_column("state", no_wrap=True, min_width=8)
    for reference in references:
        for row in _rows(reference):
            table.add_row(*row)
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=False).print(table)
    return stream.getvalue()


def _rows(reference: Reference) -> Iterator[tuple[Text, ...]]:
    label = Text(reference.label or "–")
    for citation in reference.citations:
        state = _state(citation)
        yield (
            label,
            Text(_source(citation) or reference.text),
            Text((citation.date.edtf or "") if citation.date is not None else ""),
            Text(_site(citation)),
            Text(state, style=STYLES.get(state, "")),
        )
    if not reference.citations:
        yield label, Text(reference.text), Text(), Text(), Text(reference.kind)


def _source(citation: Citation) -> str:
    author = next((person.family or person.literal or "" for person in citation.authors), "")
    title = citation.title or citation.container_title or citation.url or ""
    return ": ".join(text for text in (author, title) if text)


def _site(citation: Citation) -> str:
    try:
        return (urlsplit(citation.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _state(citation: Citation) -> str:
    """bare; archived (the original is gone and there is a copy), dead (there is none); live; nothing without a URL."""
    if citation.bare:
        return "bare"
    if citation.url is None:
        return ""
    if citation.url_status in (None, "live"):
        return "live"
    return "archived" if citation.archive_url else "dead"
