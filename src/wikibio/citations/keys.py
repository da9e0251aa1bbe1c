"""Citation keys that a person can read and type: ``filkins2013shadow``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from wikibio.citations.model import Citation

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_YEAR = re.compile(r"\d{4}")
_LONG = 4
"""A word of so many letters tells titles apart; articles and prepositions are shorter in most languages."""
_NAMELESS = "source"


def citation_key(citation: Citation) -> str:
    """The first author's family name, the year and a word of the title.

    Where nobody is named, a word of the container or publisher or the name of the site stands first.
    """
    author = next(iter(citation.authors or citation.editors), None)
    name = ""
    if author is not None:
        name = _plain(author.family or "") or _first_word(author.literal or author.given or "")
    name = name or _first_word(citation.container_title or citation.publisher or "") or _site(citation.url)
    edtf = citation.date.edtf if citation.date is not None else None
    year = _YEAR.search(edtf or "")
    return (name or _NAMELESS) + (year.group() if year else "") + _first_word(citation.title or "")


def unique_keys(citations: Iterable[Citation]) -> list[str]:
    """A key for each citation; of equal ones the second gets a ``b``, the third a ``c``: the same on every run."""
    seen: dict[str, int] = {}
    taken: set[str] = set()
    keys: list[str] = []
    for citation in citations:
        base = citation_key(citation)
        key = base
        while key in taken:
            seen[base] = seen.get(base, 1) + 1
            key = base + _letters(seen[base])
        taken.add(key)
        keys.append(key)
    return keys


def _letters(number: int) -> str:
    """2 -> "b", 26 -> "z", 27 -> "aa"."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _plain(text: str) -> str:
    """Letters and digits, in lower case, without accents; what is not Latin has no plain form."""
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(character for character in decomposed if character.isascii() and character.isalnum())


def _first_word(text: str) -> str:
    words = [plain for word in _WORD.findall(text) if (plain := _plain(word))]
    return next((word for word in words if len(word) >= _LONG), words[0] if words else "")


def _site(url: str | None) -> str:
    """``https://www.example.org/x`` -> "example"."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return _plain(host.removeprefix("www.").partition(".")[0])
