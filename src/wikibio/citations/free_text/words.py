"""The words of one language that references in free text are read by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from wikibio.citations.free_text.cues import CueFinder
from wikibio.citations.free_text.items import ItemFinder
from wikibio.citations.free_text.marked_text import END_ITALIC, ITALIC, MARKS
from wikibio.citations.vocabulary import citation_words
from wikibio.lexicon.load import Lexicon

YEAR = r"(?:1\d|20)\d\d"
FREE = r"(?<![\w/–—.$£€-])"
"""Before a number that is no part of another, of a range or of a sum."""
DAY = r"\d{1,2}(?:[a-z]{2})?"
DRESS = '"“”„«»‘'
"""Quotation marks, which set off a title."""
MOST_WORDS = 12
"""So many words behind a title are read for what they say of it; more may be prose."""
PAGE = r"(?:[A-Z]?\d{1,5}[a-z]?|[ivxlc]{1,7}|[IVXLC]{1,7})"
NUMBER = r"\d{1,3}(?:[–-]\d{1,3})?"
_RANGE = rf"{PAGE}(?:\s?[–—−-]\s?{PAGE})?"


class FreeTextWords:
    """Word sets and finders of `lexicon` (tables of free_text.toml, months and cues of dates.toml)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cue_table = cues = lexicon.word_table("citation_cue")
        self.cues = CueFinder(cues)
        self.finder = ItemFinder(
            alternatives(word for word, kind in cues.items() if kind in ("in", "pages", "volume")),
            frozenset(lexicon.word_table("italic_phrase")),
        )
        self.months = frozenset(lexicon.word_table("month")) | frozenset(lexicon.word_table("season"))
        self.month_ends = tuple(self.months)
        self.circa = frozenset(word for word, kind in lexicon.word_table("date_cue").items() if kind == "circa")
        self.circa_ends = tuple(self.circa)
        self.date_words = citation_words(lexicon).dates
        self.connectors = frozenset(lexicon.word_table("name_connector"))
        self.particles = frozenset(lexicon.word_table("name_particle"))
        self.suffixes = frozenset(lexicon.word_table("name_suffix"))
        self.no_name = frozenset(lexicon.word_table("no_name"))
        self.joining = frozenset(lexicon.word_table("joining_word"))
        self.company_forms = frozenset(lexicon.word_table("company_form"))
        self.source_words = lexicon.word_table("source_word")
        self.publishers = frozenset(lexicon.word_table("publisher"))
        self.places = frozenset(lexicon.word_table("publishing_place"))
        self.link_labels = frozenset(lexicon.word_table("link_label"))
        bodies = (word for word, kind in self.source_words.items() if kind == "publisher")
        self.imprint_words = frozenset(
            max(re.findall(r"[^\W\d_]+", name), key=len, default="")
            for name in (*bodies, *self.publishers, *self.places, *self.company_forms)
        )
        """A word of every name that may tell an imprint, its longest; a text without any of them holds none."""
        connector = alternatives(self.connectors)
        self.connector = re.compile(rf",?\s+{connector}\s+")
        others = lexicon.word_table("and_others")
        self._and_others = re.compile(rf",?\s+{alternatives(others)}\.?$", re.I)
        self._others_end = tuple(word.split()[-1] for word in others)
        self._make_note_patterns(connector)

    def _make_note_patterns(self, connector: str) -> None:
        """Patterns of pages, and of notes that name no more than a source and its pages."""
        joined = rf"(?:,\s?|\s{connector}\s)(?!(?:1[5-9]|20)\d\d\b)"
        self.pages = re.compile(rf"\.?\s*(?P<value>{_RANGE}(?:{joined}{_RANGE}(?!\s+[A-Z]))*)(?!\w)")
        self.page_words = frozenset(word for word, kind in self._cue_table.items() if kind == "pages")
        year = rf"\s+(?P<bracket>\()?(?P<year>{YEAR})(?(bracket)\))[,:]?"
        page = rf"(?i:{alternatives(self.page_words)})(?![^\W\d_]){self.pages.pattern}"
        names = rf"[^\W\d_][^\d()\[\]\n;{MARKS}"
        number = rf"(?P<number>{NUMBER}(?:,\s{NUMBER})*)"
        self.short_note = re.compile(rf"\s*(?P<names>{names}]*?)(?:{year})?(?:\s+{page}|(?<=,)\s*{number})?\.?\s*")
        self.title_note = re.compile(
            rf"\s*(?P<names>{names}\"“”„«»‘:]*+)?{ITALIC}(?P<title>[^\n;{MARKS}]*+){END_ITALIC}"
            rf"[\s,.]*(?:{page}|{NUMBER})?\.?\s*"
        )

    def cue_phrases(self, *kinds: str) -> list[str]:
        """The cues of these kinds, or of all of them."""
        return [phrase for phrase, kind in self._cue_table.items() if not kinds or kind in kinds]

    def and_others(self, shown: str) -> re.Match[str] | None:
        """ "et al." at the end of names."""
        may_end = shown.rstrip(".").lower().endswith(self._others_end)
        return self._and_others.search(shown) if may_end else None


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longer ones first, any white space between their parts.

    >>> alternatives(["ed", "edited by"])
    '(?:edited\\\\s+by|ed)'
    """
    patterns = [r"\s+".join(re.escape(part) for part in word.split()) for word in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(patterns)})" if patterns else r"(?!)"


@lru_cache(maxsize=16)
def words_of(lexicon: Lexicon) -> FreeTextWords:
    """The FreeTextWords of a vocabulary, made once."""
    return FreeTextWords(lexicon)
