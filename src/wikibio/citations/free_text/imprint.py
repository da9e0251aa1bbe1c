"""Place, publisher and year of a book, where an imprint's form says which is which.

``(London: Free Press, 2005)``, ``Toronto: Viking, 2008``, ``(Lexington Books, 2013)``, ``Padua 1981``. A lone name is a
place only if the tables know the town, and a publisher only if a word in it says so ("Press") or the tables know it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wikibio.citations.free_text.marked_text import MARKS
from wikibio.citations.free_text.words import YEAR, FreeTextWords

Part = tuple[int, int]
"""Start and end of a part in the text."""

_PIECE = re.compile(
    # A full stop ends a piece, but not one after an initial or "St", nor inside a word.
    rf"(?:[^,;:.()\[\]\n{MARKS}]+|\.(?=[^\W_])|(?<=(?<!\w)[^\W\d_])\.|(?<=(?<!\w)St)\.)+"
)
_LAST_YEAR = re.compile(rf"(?:^|[\s(])[c©]?\.?\s?(?P<year>{YEAR})$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]")
_INITIALS = re.compile(r"\.(?<=(?<!\w)[^\W\d_]\.)\s?[^\W\d_]")
_NEXT = re.compile(r"\s*(\S)")
_LETTERS = re.compile(r"[^\W\d_]+")
_STATE = re.compile(r"(?:[A-Z]\.?){2,3}")
_TWO_NAMES = re.compile(r"\S+\s&\s\S+")
_ORDINAL = re.compile(r"\d+[a-z]{2}")
_MOST_WORDS = 8


class Imprint(NamedTuple):
    """Where in the text the parts stand, and from where to where the imprint goes."""

    place: Part | None
    publisher: Part | None
    start: int
    end: int


class _Piece(NamedTuple):
    """A stretch between punctuation marks, without the year at its end; `after` is what ends it."""

    name: str
    start: int
    end: int
    year: bool
    after: str


def find_imprint(text: str, start: int, end: int, words: FreeTextWords) -> Imprint | None:
    """The first imprint of ``text[start:end]`` (what follows a title), or None.

    ". Toronto: Viking, 2008, p. 174" -> place Toronto, publisher Viking; ", Padua 1981" -> place Padua
    """
    if not may_hold_imprint(text[start:end], words):
        return None
    pieces = _pieces(text, start, end)
    for index in range(len(pieces)) if ":" in text[start:end] else ():
        imprint = _place_and_publisher(pieces, index, words)
        if imprint is not None:
            return imprint
    for finder in (_publisher, _place):
        for index in range(len(pieces)):
            imprint = finder(pieces, index, words)
            if imprint is not None:
                return imprint
    return None


def may_hold_imprint(text: str, words: FreeTextWords) -> bool:
    """Whether anything that tells an imprint stands in `text`: every way to one needs a word or a sign of these."""
    return (
        ":" in text
        or "&" in text
        or not words.imprint_words.isdisjoint(_LETTERS.findall(text.lower()))
        or bool(_INITIALS.search(text))
    )


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    pieces = []
    for match in _PIECE.finditer(text, start, end):
        raw = match.group()
        name = raw.strip()
        if not name:
            continue
        first = match.end() - len(raw.lstrip())
        year = _LAST_YEAR.search(name) if name[-1:].isdecimal() else None
        if year:
            name = name[: year.start()].rstrip()
        after = _NEXT.match(text, match.end(), end)
        pieces.append(_Piece(name, first, first + len(name), year is not None, after[1] if after else ""))
    return pieces


def _place_and_publisher(pieces: list[_Piece], index: int, words: FreeTextWords) -> Imprint | None:
    """``Place: Publisher`` needs one sign more than its colon: a year, a known town or the look of a publisher."""
    place = pieces[index]
    if place.after != ":" or index + 1 == len(pieces) or not _is_named(place.name, words):
        return None
    if place.name.lower() in words.no_name:
        return None
    last = _with_partners(pieces, index + 1, words)
    publisher = pieces[index + 1]._replace(end=pieces[last].end)
    if not _is_named(publisher.name, words):
        return None
    if is_place(publisher.name, words) and not is_publisher(publisher.name, words):
        if is_publisher(place.name, words):
            return _imprint(publisher, place)
        return None
    if not (_is_dated(pieces, last) or is_place(place.name, words) or is_publisher(publisher.name, words)):
        return None
    return _imprint(_with_region(pieces, index, words), publisher)


def _publisher(pieces: list[_Piece], index: int, words: FreeTextWords) -> Imprint | None:
    """A lone publisher, with a town beside it."""
    publisher = pieces[index]
    if not _is_named(publisher.name, words):
        return None
    last = _with_partners(pieces, index, words)
    if last > index:
        publisher = publisher._replace(end=pieces[last].end)
    after = pieces[last + 1] if last + 1 < len(pieces) and pieces[last].after in (",", ":") else None
    place = _with_state(pieces, last + 1) if after is not None and is_place(after.name, words) else None
    dated = _is_dated(pieces, last) or (place is not None and any(piece.year for piece in pieces[last + 1 : last + 4]))
    if not is_publisher(publisher.name, words, dated=dated) and last == index:
        return None
    before = pieces[index - 1] if index and pieces[index - 1].after == "," else None
    if place is None and before is not None and is_place(before.name, words):
        place = before
    return _imprint(place, publisher)


def _place(pieces: list[_Piece], index: int, words: FreeTextWords) -> Imprint | None:
    """A lone town with a year behind it."""
    place = pieces[index]
    return _imprint(place, None) if is_place(place.name, words) and _is_dated(pieces, index) else None


def _is_dated(pieces: list[_Piece], index: int) -> bool:
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    return pieces[index].year or (following is not None and following.year and not following.name)


def _with_partners(pieces: list[_Piece], index: int, words: FreeTextWords) -> int:
    """The last piece of a publisher's name with commas in it: ``Sampson, Low, Marston & Co``, ``Alfa Music, Ltd``."""
    for last in range(index + 1, min(index + 4, len(pieces))):
        if pieces[last - 1].after not in (",", ".") or pieces[last - 1].year:
            break
        tokens = pieces[last].name.lower().split()
        if tokens and tokens[-1].rstrip(".") in words.company_forms:
            partners = len(tokens) == 1 or any(token in words.connectors for token in tokens[-2:-1])
            if partners and (len(tokens) > 1 or last == index + 1):
                return last
    return index


def _with_region(pieces: list[_Piece], index: int, words: FreeTextWords) -> _Piece:
    """The town before its state or country: ``Macon, GA: Mercer University Press``."""
    region = pieces[index]
    town = pieces[index - 1] if index and pieces[index - 1].after == "," and not pieces[index - 1].year else None
    if town is None or not _is_named(town.name, words) or is_publisher(town.name, words):
        return region
    if len(town.name.split()) > 3 or len(region.name.split()) > 2:
        return region
    if is_place(region.name, words) and not is_place(town.name, words):
        return region
    return region._replace(start=town.start)


def _with_state(pieces: list[_Piece], index: int) -> _Piece:
    """The town with the abbreviation of its state behind it: ``New York, N.Y.``."""
    town = pieces[index]
    following = pieces[index + 1] if town.after == "," and index + 1 < len(pieces) else None
    return town._replace(end=following.end) if following and _STATE.fullmatch(following.name) else town


def _imprint(place: _Piece | None, publisher: _Piece | None) -> Imprint:
    parts = [(piece.start, piece.end) for piece in (place, publisher) if piece is not None]
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    return Imprint(
        None if place is None else (place.start, place.end),
        None if publisher is None else (publisher.start, publisher.end),
        start,
        end,
    )


@lru_cache(maxsize=4096)
def _is_named(name: str, words: FreeTextWords) -> bool:
    """Whether every word is written large or is one that joins names: "University of California Press"."""
    tokens = name.split()
    return 0 < len(tokens) <= _MOST_WORDS and tokens[0].lower() not in words.connectors and all(
        token[0].isupper() or token.lower() in words.joining or _ORDINAL.fullmatch(token) for token in tokens
    )  # fmt: skip


@lru_cache(maxsize=4096)
def is_place(name: str, words: FreeTextWords) -> bool:
    """Whether the tables know the name, or each part of it ("London and New York"), as a town of the book trade."""
    lower = " ".join(name.lower().rstrip(".").split())
    if not lower or lower in words.places:
        return bool(lower)
    parts = [piece for part in words.connector.split(lower) for piece in part.split("/")]
    return len(parts) > 1 and all(part in words.places for part in parts)


@lru_cache(maxsize=4096)
def is_publisher(name: str, words: FreeTextWords, *, dated: bool = False) -> bool:
    """Whether the tables say that the name is a publisher's; before a year, initials or an "&" say so too."""
    lower = name.lower().rstrip(".")
    if lower in words.publishers:
        return True
    kind = source_kind(name, words)
    if kind is not None:
        return kind == "publisher"
    if dated and lower and words.source_words.get(lower.split()[-1]) == "publisher":
        return True
    return dated and bool(_INITIAL.match(name) or _TWO_NAMES.fullmatch(name)) and not is_place(name, words)


@lru_cache(maxsize=4096)
def source_kind(name: str, words: FreeTextWords) -> str | None:
    """``container`` for the name of a periodical or site, ``publisher`` for a body, ``agency``; None if no word tells.

    The Daily Telegraph -> container; International Astronomical Union -> publisher; Review of Books -> None (both)
    """
    lower = name.lower().rstrip(".")
    known = words.source_words.get(lower)
    if known is not None:
        return known
    tokens = lower.replace("/", " ").replace("'", " ").split()
    if words.source_words.keys().isdisjoint(tokens):
        return None
    kinds = {words.source_words[token] for token in tokens if token in words.source_words}
    return kinds.pop() if len(kinds) == 1 else None
