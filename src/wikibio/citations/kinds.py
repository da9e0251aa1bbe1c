"""What sort of source a citation names."""

from __future__ import annotations

from wikibio.citations.text import Values
from wikibio.citations.vocabulary import CitationWords


def read_kind(values: Values, kind: str, words: CitationWords) -> str:
    """The kind that the template's row names; where it names none, what the parameters that are given say.

    ``{{citation|journal=…}}`` is a journal article, ``{{citation|isbn=…}}`` a book; a book with a chapter is a chapter,
    ``{{cite encyclopedia|dictionary=…}}`` a dictionary.
    """
    if not kind:
        kind = _kind_of_parameters(values, words)
    if kind == "book" and ("chapter" in values or "script_chapter" in values):
        return "chapter"
    if kind == "encyclopedia" and "encyclopedia" in values:
        return words.values["citation_kind_word"].get(values["encyclopedia"][1].name, kind)
    return kind


def _kind_of_parameters(values: Values, words: CitationWords) -> str:
    """Citation Style 2 has one template for everything (Template:Citation/doc)."""
    if "encyclopedia" in values:
        return "encyclopedia"
    if "periodical" in values:
        return words.values["citation_kind_word"].get(values["periodical"][1].name, "journal")
    if "mailing_list" in values or "newsgroup" in values:
        return "post"
    if "conference" in values or "book_title" in values:
        return "conference"
    if "map" in values:
        return "map"
    if "chapter" in values or "isbn" in values or ("publisher" in values and "url" not in values):
        return "book"
    return "web" if "url" in values else "document"
