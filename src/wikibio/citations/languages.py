"""Names of languages to BCP 47: "Persian", "fa", "per", "English, fr"."""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.vocabulary import CitationWords

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SEPARATORS = re.compile(r"\s*[,/;&]\s*")


@lru_cache(maxsize=1024)
def read_language(text: str, words: CitationWords) -> str | None:
    """``Persian, en`` -> "fa, en"; None where one of the names is no language's."""
    pieces = _SEPARATORS.split(words.connectors.sub(",", text))
    tags = [_one(piece, words) for piece in pieces if piece]
    return ", ".join(tag for tag in tags if tag) if tags and all(tags) else None


def _one(name: str, words: CitationWords) -> str | None:
    """One language; the table first, because langcodes takes its time to wake up."""
    known = words.languages.get(name.lower())
    if known is not None:
        return known
    import langcodes

    if _TAG.fullmatch(name) and langcodes.tag_is_valid(name):
        return langcodes.standardize_tag(name)
    try:
        return str(langcodes.find(name, language=words.lexicon.lang))
    except LookupError:
        return None
