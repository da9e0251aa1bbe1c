"""The words of one language that references in free text are read by, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from wikibio.citations.free_text.items import ItemFinder
from wikibio.citations.free_text.marked_text import TAKEN
from wikibio.citations.vocabulary import citation_words
from wikibio.lexicon.load import Lexicon

IDENTIFIERS = {
    "isbn": r"(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx]",
    "issn": r"\d{4}-?\d{3}[\dXx]",
    "doi": r"10\.\d{4,9}/[^\s,;]*[^\s,;.]",
    "oclc": r"\d{5,10}",
    "lccn": r"[a-z]{0,3}\d{2,4}-?\d{6}",
    "pmid": r"\d{5,8}",
    "jstor": r"\d{4,9}",
}
"""The shapes of identifiers: ISO 2108, ISO 3297, ISO 26324, and what the catalogues document."""
YEAR = r"(?:1\d|20)\d\d"
PAGE = r"(?:[A-Z]?\d{1,5}[a-z]?|[ivxlc]{1,7}|[IVXLC]{1,7})"
_DASH = r"\s?[–—−-]\s?"
_NEVER = r"(?!)"


class FreeTextWords:
    """Patterns and word sets of `lexicon` (tables of free_text.toml, months of dates.toml)."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.word_table("citation_cue")
        self.cues = {kind: alternatives(word for word, of in cues.items() if of == kind) for kind in set(cues.values())}
        self.months = lexicon.word_table("month")
        self.seasons = lexicon.word_table("season")
        self.date_cues = lexicon.word_table("date_cue")
        self.date_words = citation_words(lexicon).dates
        self.connectors = frozenset(lexicon.word_table("name_connector"))
        self.particles = frozenset(lexicon.word_table("name_particle"))
        self.suffixes = frozenset(lexicon.word_table("name_suffix"))
        self.no_name = frozenset(lexicon.word_table("no_name"))
        self.et_al = re.compile(rf",?\s+{alternatives(lexicon.word_table('and_others'))}\.?$", re.I)
        self.joining = frozenset(lexicon.word_table("joining_word"))
        self.company_forms = frozenset(lexicon.word_table("company_form"))
        self.source_words = lexicon.word_table("source_word")
        self.publishers = frozenset(lexicon.word_table("publisher"))
        self.places = frozenset(lexicon.word_table("publishing_place"))
        self.link_labels = frozenset(lexicon.word_table("link_label"))
        self.italic_phrases = frozenset(lexicon.word_table("italic_phrase"))
        self._compile_dates()
        self._compile_numbers()
        self._compile_phrases()
        self._compile_identifiers(lexicon)
        self.finder = ItemFinder(self.after_quote, self.italic_phrases)

    def cue(self, kind: str) -> str:
        """A pattern for the cues of `kind`; one that never matches where the language has none."""
        return self.cues.get(kind, _NEVER)

    def _compile_dates(self) -> None:
        month = alternatives([*self.months, *self.seasons])
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        self.date_text = (
            rf"(?:{day}\s+{month}\.?,?\s+{YEAR}|{month}\.?\s+{day},?\s+{YEAR}"
            rf"|{YEAR}-\d\d-\d\d|{month}\.?,?\s+{YEAR}|{YEAR}(?![\d-]))"
        )
        circa = alternatives(word for word, kind in self.date_cues.items() if kind == "circa")
        self.date = re.compile(
            rf"(?<![\w/–—.$£€-])(?P<date>(?:{circa}\.?\s*)?{self.date_text})[a-z]?(?![\w/–—-])", re.I
        )

    def _compile_numbers(self) -> None:
        page_range = rf"{PAGE}(?:{_DASH}{PAGE})?"
        joined = rf"(?:,\s?|\s{alternatives(self.connectors)}\s)"
        no_date = rf"(?![\w.]*\s*{alternatives(self.months)}\b)"
        more = rf"(?:{joined}(?!(?:1[5-9]|20)\d\d\b){page_range}{no_date})*"
        self.pages = re.compile(rf"(?<!\w)(?:{self.cue('pages')})\.?\s*(?P<value>{page_range}{more})(?![\w])", re.I)
        number = r"(?P<value>\d{1,4}|[IVXLC]{1,8})"
        self.volume = re.compile(rf"(?<!\w)(?:{self.cue('volume')})\.?\s*{number}(?!\w)", re.I)
        numbers = r"(?P<value>\d{1,4}(?:[–/-]\d{1,4})?(?:,\s\d{3}(?!\d))*)"
        self.issue = re.compile(rf"(?<!\w)(?:{self.cue('issue')})\.?\s*{numbers}(?!\w)", re.I)

    def _compile_identifiers(self, lexicon: Lexicon) -> None:
        names = lexicon.word_table("identifier_name")
        self.identifiers = [
            (kind, re.compile(rf"(?<!\w){alternatives(name for name in names if names[name] == kind)}"
                              rf"(?:-1[03])?[:\s]*(?P<value>{shape})(?!\w)", re.I))
            for kind, shape in IDENTIFIERS.items()
            if kind in names.values()
        ]  # fmt: skip

    def _compile_phrases(self) -> None:
        gap = rf"[\s:,.{TAKEN}]*"
        dated = rf"{gap}(?P<date>{self.date_text})(?![\w/–—-])"
        self.access = re.compile(rf"(?<!\w)(?:{self.cue('access')})\b{dated}", re.I)
        self.archived = re.compile(rf"(?<!\w)(?:{self.cue('archive')})\b{dated}", re.I)
        self.quoting = re.compile(rf"(?<!\w)(?:{self.cue('quoting')})(?!\w)", re.I)
        self.see = re.compile(rf"(?:^|[\s:;,(])(?:{self.cue('see')})[\s:,]+", re.I)
        self.editor = re.compile(rf"(?<!\w)\(?(?:{self.cue('editor')})(?:\.|\b)\)?", re.I)
        people = r"(?P<names>(?:[^;:().\d]|(?<=\b\w)\.)+)"
        self.editors_after = re.compile(rf"(?<!\w)(?:{self.cue('editor')})\b\.?:?\s+{people}", re.I)
        others = f"{self.cue('translator')}|{self.cue('role')}"
        self.others_after = re.compile(rf"(?<!\w)(?:{others})\b\.?:?\s+{people}", re.I)
        self.edition = re.compile(rf"(?<!\w)(?P<value>\d+(?:st|nd|rd|th))\s+{self.cue('edition')}(?!\w)\.?", re.I)
        self.other_role = re.compile(rf"(?<!\w)\(?(?:{others})(?:\.|\b)\)?", re.I)
        self.by = re.compile(rf"(?:^|(?<=\s))(?:{self.cue('author')})\s+", re.I)
        self.before_container = re.compile(rf"[\s,.;:(–—-]*(?:(?:{self.cue('in')}|{self.cue('place')})\s+)?", re.I)
        self.before_date = re.compile(rf"(?:^|[,.;:(\[–{TAKEN}])\s*(?:{self.cue('place')}\s+)?$", re.I)
        self.ends_in = re.compile(rf"\s(?:{self.cue('in')})[\s{TAKEN}]*$", re.I)
        self.last_pages = re.compile(rf"[\s,]+{self.pages.pattern}\s*$", re.I)
        self.on = re.compile(rf"\s(?:{self.cue('place')})\s", re.I)
        self.after_quote = rf"\s+(?:{self.cue('in')}|{self.cue('pages')}|{self.cue('volume')})\b"


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longer ones first, any white space between their parts.

    >>> alternatives(["ed", "edited by"])
    '(?:edited\\\\s+by|ed)'
    """
    patterns = [r"\s+".join(re.escape(part) for part in word.split()) for word in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(patterns)})" if patterns else _NEVER


@lru_cache(maxsize=16)
def words_of(lexicon: Lexicon) -> FreeTextWords:
    """The FreeTextWords of a vocabulary, made once."""
    return FreeTextWords(lexicon)
