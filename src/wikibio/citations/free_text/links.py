"""The address of a citation: the link of its title, or the only one; an archived copy apart from its original."""

from __future__ import annotations

import re

from wikibio.citations.beside import SNAPSHOT, Beside, stamp_date
from wikibio.citations.free_text.dates import whole_date
from wikibio.citations.free_text.marked_text import LINK
from wikibio.citations.free_text.reading import Reading, Said
from wikibio.span import Span
from wikibio.syntax.nodes import ExternalLink

DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<doi>10\.\d{4,9}/\S+)")


def links_of(reading: Reading) -> list[tuple[int, ExternalLink]]:
    """The links of one citation, each with the offset of its mark in the text."""
    if not reading.marked.links:
        return []
    found = []
    offset = -1
    for link in reading.marked.links:
        offset = reading.marked.text.index(LINK, offset + 1)
        if reading.start <= offset < reading.end:
            found.append((offset, link))
    return found


def read_url(reading: Reading, title_link: int | None) -> None:
    """Set `url` from the title's link, else from the only link; of several none is the citation's for certain.

    A link to an archived copy gives `archive_url`, and the original's address as `url`.
    """
    links = links_of(reading)
    if not links or (title_link is None and any(link.url != links[0][1].url for _, link in links[1:])):
        return
    link = next((link for offset, link in links if offset == title_link), links[0][1])
    start = link.start + link.brackets
    snapshot = SNAPSHOT.fullmatch(link.url)
    if snapshot is None:
        reading.say_from("url", link.url, Span(start, link.url_end))
    else:
        _read_snapshot(reading, link, start, snapshot)
    doi = DOI.fullmatch(link.url)
    if doi is not None:
        reading.say_identifier("doi", doi["doi"], Span(start + doi.start("doi"), link.url_end))


def _read_snapshot(reading: Reading, link: ExternalLink, start: int, snapshot: re.Match[str]) -> None:
    reading.say_from("archive_url", link.url, Span(start, link.url_end))
    reading.say_from("url", snapshot["original"], Span(start + snapshot.start("original"), link.url_end))
    stamp = Span(start + snapshot.start("stamp"), start + snapshot.end("stamp"))
    day = stamp_date(snapshot["stamp"])
    reading.say_date_from("archive_date", day, day, stamp)


def say_beside(said: Said, beside: Beside) -> None:
    """Set what the templates beside the citation say."""
    if beside.archive_url is not None:
        said.say_from("archive_url", *beside.archive_url)
    if beside.archive_date is not None:
        text, span = beside.archive_date
        edtf = whole_date(text, said.words)
        if edtf is not None:
            said.say_date_from("archive_date", edtf, text, span)
    if beside.original is not None and beside.archive_url is not None and not said.marked.links:
        said.say_from("url", beside.original, beside.archive_url[1])
    if beside.url_status is not None:
        said.say_from("url_status", *beside.url_status)
    if len(beside.languages) == 1:
        said.say_from("language", *beside.languages[0])
    for kind, (value, span) in beside.identifiers.items():
        said.say_identifier(kind, value, span)
    said.kept = frozenset(said.fields)
