"""The references as a table for the terminal: what each is, and whether it can still be reached."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wikibio.citations.model import Citation
from wikibio.references.health import state
from wikibio.references.model import Reference, References

STYLES = {"live": "green", "archived": "blue", "dead": "red", "bare": "yellow"}


def to_table(references: References, width: int | None = None) -> str:
    """One line a citation: label, source, date, site, state; as wide as the terminal (where there is none, 80)."""
    width = width or shutil.get_terminal_size().columns
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("ref", no_wrap=True, min_width=max((len(each.label or "") for each in references), default=0))
    table.add_column("source", ratio=2, overflow="ellipsis", no_wrap=True)
    table.add_column("date", no_wrap=True, min_width=10)
    table.add_column("site", ratio=1, max_width=24, overflow="ellipsis", no_wrap=True)
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
        reached = state(citation)
        yield (
            label,
            Text(_source(citation) or reference.text),
            Text((citation.date.edtf or "") if citation.date is not None else ""),
            Text(_site(citation)),
            Text(reached, style=STYLES.get(reached, "")),
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
