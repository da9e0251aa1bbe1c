"""Place, publisher and year of a book, where an imprint's form says which is which.

``(London: Free Press, 2005)``, ``Toronto: Viking, 2008``, ``(Lexington Books, 2013)``, ``Padua 1981``. A lone name is a
place only if the tables know the town, and a publisher only if a word in it says so ("Press") or the tables know it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wikibio.citations.free_text.marked_text import MARKS, TAKEN
from wikibio.citations.free_text.words import YEAR, FreeTextWords, alternatives

Part = tuple[int, int]
"""Start and end of a part in the text."""

_LARGE = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PLAIN = rf"[{_LARGE}][\w'’/-]*"
_WORD = rf"(?:(?:[{_LARGE}]\.)+(?:{_PLAIN})?|St\.|{_PLAIN})"
_REGION = r"(?:,\s+[A-Z][\w.]*)?"
_YEAR = rf"(?:[(©c.\s]|ca)*(?P<year>{YEAR})(?!\w)"
_START = rf"(?:^|[(\[,.;:–{MARKS}])\s*"
_END = rf"(?=[\s{TAKEN}]*(?:[,.;:()\[\]{MARKS}]|$))"
_INITIAL = re.compile(rf"(?:[{_LARGE}]\.\s?)+[{_LARGE}]")
_TWO_NAMES = re.compile(r"\S+\s&\s\S+")


class Imprint(NamedTuple):
    """Where in the text the parts stand, and from where to where the imprint goes."""

    place: Part | None
    publisher: Part | None
    start: int
    end: int


class _Patterns:
    """The forms of an imprint with the small words of a language in them."""

    def __init__(self, words: FreeTextWords) -> None:
        joined = rf"(?:\s+(?:{alternatives(words.joining)}(?!\w)|{_WORD}))*"
        name = rf"(?:\d+th\s+)?{_WORD}{joined}"
        form = rf"(?i:{alternatives(words.company_forms)})(?!\w)\.?"
        partners = rf"(?:,\s+{_WORD})*,?\s+{alternatives(words.connectors)}\s+{form}"
        publisher = rf"{name}(?:{partners}|(?:,?\s+{form})*)"
        place = rf"{_WORD}{joined}{_REGION}"
        self.place_publisher = re.compile(
            rf"{_START}(?P<place>{place})\s*:\s*(?P<publisher>{publisher})(?:,?\s*{_YEAR})?{_END}"
        )
        self.publisher_place = re.compile(
            rf"{_START}(?P<publisher>{publisher})[,:]\s+(?P<place>{place})(?:,?\s*{_YEAR})?{_END}"
        )
        self.with_year = re.compile(rf"{_START}(?P<name>{publisher}),?\s*{_YEAR}{_END}")
        self.alone = re.compile(rf"{_START}(?:(?:{words.cue('place')})\s+)?(?P<name>{publisher}){_END}")


@lru_cache(maxsize=16)
def _patterns(words: FreeTextWords) -> _Patterns:
    return _Patterns(words)


def find_imprint(text: str, words: FreeTextWords) -> Imprint | None:
    """The first imprint of `text` (what follows a title), or None.

    ". Toronto: Viking, 2008, p. 174" -> place Toronto, publisher Viking; ", Padua 1981" -> place Padua
    """
    patterns = _patterns(words)
    for match in patterns.place_publisher.finditer(text):
        if _is_place_publisher(match, words):
            return _imprint(match)
    for match in patterns.publisher_place.finditer(text):
        if is_place(match["place"], words) and is_publisher(match["publisher"], words, dated=True):
            return _imprint(match)
    for match in patterns.with_year.finditer(text):
        if is_publisher(match["name"], words, dated=True):
            return Imprint(None, match.span("name"), match.start(), match.end())
        if is_place(match["name"], words):
            return Imprint(match.span("name"), None, match.start(), match.end())
    for match in patterns.alone.finditer(text):
        if is_publisher(match["name"], words):
            return Imprint(None, match.span("name"), match.start(), match.end())
    return None


def _imprint(match: re.Match[str]) -> Imprint:
    return Imprint(match.span("place"), match.span("publisher"), match.start(), match.end())


def _is_place_publisher(match: re.Match[str], words: FreeTextWords) -> bool:
    """``Place: Publisher`` needs one sign more than its colon: a year, a known town or the look of a publisher."""
    place, publisher = match["place"], match["publisher"]
    if publisher.split()[0].lower() in words.no_name and publisher.split()[0].islower():
        return False
    if is_place(publisher, words) and not is_publisher(publisher, words):
        return False
    return bool(match["year"]) or is_place(place, words) or is_publisher(publisher, words)


def is_place(name: str, words: FreeTextWords) -> bool:
    """Whether the tables know the name, or each part of it ("London and New York"), as a town of the book trade."""
    lower = " ".join(name.lower().rstrip(".").split())
    return lower in words.places or all(
        part in words.places for part in re.split(rf"\s+{alternatives(words.connectors)}\s+|/", lower)
    )


def is_publisher(name: str, words: FreeTextWords, *, dated: bool = False) -> bool:
    """Whether the tables say that the name is a publisher's; before a year, initials or an "&" say so too."""
    lower = name.lower().rstrip(".")
    if lower in words.publishers:
        return True
    kind = source_kind(name, words)
    if kind is not None:
        return kind == "publisher"
    if dated and words.source_words.get(re.split(r"\s", lower)[-1]) == "publisher":
        return True
    return dated and bool(_INITIAL.match(name) or _TWO_NAMES.fullmatch(name)) and not is_place(name, words)


def source_kind(name: str, words: FreeTextWords) -> str | None:
    """``container`` for the name of a periodical or site, ``publisher`` for a body, ``agency``; None if no word tells.

    The Daily Telegraph -> container; International Astronomical Union -> publisher; Review of Books -> None (both)
    """
    lower = name.lower().rstrip(".")
    known = words.source_words.get(lower)
    if known is not None:
        return known
    kinds = {words.source_words[token] for token in re.findall(r"[\w-]+", lower) if token in words.source_words}
    return kinds.pop() if len(kinds) == 1 else None
