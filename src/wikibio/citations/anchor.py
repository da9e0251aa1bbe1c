"""The name by which short footnotes point to a full citation: Template:Sfn/doc, Help:Citation Style 1, Anchors."""

from __future__ import annotations

from collections.abc import Mapping

from wikibio.citations.dates import year_of
from wikibio.citations.names import NameFields
from wikibio.citations.text import Text
from wikibio.citations.vocabulary import CitationWords

PREFIX = "CITEREF"
_MOST_NAMES = 4
_YEARS = ("year", "date", "publication_date")


def read_anchor(values: Mapping[str, Text], names: Mapping[str, list[NameFields]], words: CitationWords) -> str | None:
    """``|last=Smith|last2=Jones|date=May 2001a`` gives "CITEREFSmithJones2001a".

    ``ref=none`` gives none, ``ref=harv`` what would be there without it; else (``{{sfnref|…}}``) it is the anchor.
    """
    ref = values.get("ref")
    if ref is not None:
        meaning = words.values["citation_switch"].get(ref[0].lower())
        if meaning == "none":
            return None
        if meaning is None:
            return anchor_of_text(ref[0])
    people = names.get("contributors") or names.get("authors") or names.get("editors")
    if not people:
        return None
    year = ""
    for key in _YEARS:
        if not year and key in values:
            year = year_of(values[key][0], words) or ""
    return make_anchor([person["family"] or person["literal"] or "" for person in people[:_MOST_NAMES]], year)


def make_anchor(families: list[str], year: str) -> str:
    """The anchor of names and a year; of more than four names the first four count."""
    return anchor_of_text(PREFIX + "".join(families[:_MOST_NAMES]) + year)


def anchor_of_text(text: str) -> str:
    """A text as MediaWiki writes it in an anchor: white space becomes underscores."""
    return "_".join(text.split())
