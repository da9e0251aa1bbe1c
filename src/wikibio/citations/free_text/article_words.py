"""The pattern of a reference to an article (articles.py), from the words of one language."""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.free_text.marked_text import END_ITALIC, END_LINK, ITALIC, LINK, MARKS, TAKEN
from wikibio.citations.free_text.words import DAY, DRESS, YEAR, FreeTextWords, alternatives

_ROMAN = "ivxlcIVXLC"
_WORD = re.compile(r"[^\W\d_]+")
_GAP = rf"[\s,.{TAKEN}]*+"
_ENDS = rf"(?=\s*(?:[,.(){MARKS}]|$))"
_LAST = 20
"""So many characters hold the last word of a text, if it is a month."""


class ArticleWords:
    """Finds the parts of such a reference: the title is a link's text or quoted; a work is in italics, a name is not.

    ``Names (date0). "[title]". work, name2, date, work2, name3, page, access`` or ``… title, name, date, …``
    """

    def __init__(self, words: FreeTextWords) -> None:
        self._date_words = words.months | words.circa
        self._authors = words.cue_phrases("author")
        self._pages = frozenset(word for phrase in words.page_words for word in _WORD.findall(phrase.lower()))
        telling = words.imprint_words.union(words.cue_phrases())
        month = rf"(?i:{alternatives(word for word in words.months - telling if _WORD.fullmatch(word))})"
        day = rf"(?:{DAY}\s+{month}\.?,?\s+|{month}\.?\s+{DAY},?\s+|{month}\.?,?\s+)?{YEAR}"
        date = rf"(?<![\w/–—.$£€-])(?:\d{{4}}-\d\d-\d\d|{day}){_ENDS}"
        name = rf"[^\W\d_](?:[^\d,;:()\[\]\n.{DRESS}{MARKS}]|\.(?=\w))*+{_ENDS}"
        work = rf"[^{DRESS}{MARKS}]*+"
        page = rf"(?i:{alternatives(words.page_words)})(?![^\W\d_])(?>{words.pages.pattern})"
        inside = rf"(?i:{alternatives(words.cue_phrases('in'))})"
        access = rf"(?i:{alternatives(words.cue_phrases('access'))})(?![^\W\d_])[\s:,.{TAKEN}]*+(?P<access>{date})"
        self.pattern = re.compile(
            rf"(?:\s*(?P<names>[^\W\d_][^\d;:()\[\]\n{DRESS}{MARKS}]*+)(?:{_dated(date, 0)}[\s.,]*+)?|[\s{TAKEN}]*+)"
            rf"(?:(?P<slant>{ITALIC})|(?<!\w)(?P<quote>[\"“]))?"
            rf"(?:{LINK}(?P<title>[^{MARKS}]*+){END_LINK}|(?(quote)(?P<quoted>[^\"“”„«‘{MARKS}]++)|(?!)))"
            rf"(?(slant){_GAP}{END_ITALIC})(?(quote)[,.]?[\"”](?:{_ENDS}|(?<=[,.].)(?=\s)|(?=\s+{inside}\b)))"
            rf"(?:{_GAP}(?:(?:{inside}\s+)?{ITALIC}(?P<work>{work}){END_ITALIC}(?:{_GAP}(?P<name2>{name}))?|(?P<name>{name})))?"
            rf"(?:{_GAP}{_dated(date, '')})?"
            rf"(?:{_GAP}{ITALIC}(?P<work2>{work}){END_ITALIC})?"
            rf"(?:{_GAP}(?P<name3>{name}))?"
            rf"(?:{_GAP}{page.replace('<value>', '<page>')})?(?:{_GAP}(?P<opened>\()?{access}(?(opened)\)))?{_GAP}"
        )

    def ends_in_date_word(self, text: str) -> bool:
        """Whether the last word of `text` belongs to a year behind it: a month, a "circa"."""
        words = _WORD.findall(text[-_LAST:].lower())
        return bool(words) and words[-1] in self._date_words

    def may_tell_more(self, shown: str) -> bool:
        """Whether a link's text may hold its author, or pages at its end."""
        lower = shown.lower()
        for phrase in self._authors:
            if phrase in lower:
                return True
        stem = shown.rstrip(_ROMAN)
        return (
            shown[-1].isdecimal() or shown[-2:-1].isdecimal() or (stem != shown and not stem[-1:].isalnum())
        ) and not self._pages.isdisjoint(_WORD.findall(lower))


def _dated(date: str, number: int | str) -> str:
    """A date that may stand in brackets."""
    return rf"(?P<bracket{number}>\()?(?P<date{number}>{date})(?(bracket{number})\))"


@lru_cache(maxsize=16)
def article_words_of(words: FreeTextWords) -> ArticleWords:
    """The ArticleWords of a vocabulary, made once."""
    return ArticleWords(words)
