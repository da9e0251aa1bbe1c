"""The commonest references to books, told by the shape of their text: names, one title in italics, an imprint.

``Brown, Ann (1990). ''Green Things''. London: Penguin, p. 5. ISBN 0-306-40615-2.`` What has such a shape says the same
to the whole reader, which takes twice as long.
"""

from __future__ import annotations

import re

from wikibio.citations.free_text.article_words import article_words_of
from wikibio.citations.free_text.cues import Cue
from wikibio.citations.free_text.details import IDENTIFIER_SHAPES
from wikibio.citations.free_text.imprint import find_imprint
from wikibio.citations.free_text.items import without_sentence
from wikibio.citations.free_text.marked_text import END_ITALIC, ITALIC, MARKS, MarkedText, plain
from wikibio.citations.free_text.reading import Fields, Said
from wikibio.citations.free_text.shapes import names_before_title
from wikibio.citations.free_text.words import DRESS, FREE, MOST_WORDS, YEAR, FreeTextWords
from wikibio.citations.identifiers import is_valid_identifier
from wikibio.span import Span
from wikibio.values.date import read_date

_HEAD = re.compile(
    rf"(?P<names>\s*[^\W\d_][^\d;:()\[\]\n{DRESS}{MARKS}]*+)"
    rf"(?:(?P<bracket>\()?{FREE}(?P<year>{YEAR})(?(bracket)\)|(?=[.,:]))[\s.,:]*+)?"
    rf"{ITALIC}(?P<title>[^{MARKS}]++){END_ITALIC}"
)
_TAIL = re.compile(
    rf"(?P<imprint>[^\d;\n\[\]{DRESS}{MARKS}]*+)(?:{FREE}(?P<year>{YEAR})(?=\s*(?:[,.()]|$)))?(?P<rest>[\s,.()]*+)"
)
_BETWEEN = re.compile(r"[\s,.()]*+")
_BEFORE_YEAR = f",.:([–{MARKS}"
_SAID_BY_CUES = frozenset({"pages", "isbn", "in"})
_LONGEST = 500


def read_titled_book(marked: MarkedText, span: Span, words: FreeTextWords) -> list[Fields] | None:
    """The one citation of a text of this shape; None for another shape."""
    text = marked.text
    match = _HEAD.match(text) if len(text) <= _LONGEST and ";" not in text and "\n" not in text else None
    if match is None:
        return None
    behind = text[match.end() :]
    if ITALIC in behind or len(behind.split()) > MOST_WORDS:
        return None
    said = Said(marked, words)
    if not _say_head(said, match):
        return None
    stop = _say_cued(said, match.end())
    if stop is None or not _say_imprint(said, match.end(), stop):
        return None
    fields: Fields = {"kind": "book", **said.fields, "bare": False, "span": span, "spans": said.spans}
    if said.identifiers:
        fields["identifiers"] = said.identifiers
    return [fields]


def _say_head(said: Said, match: re.Match[str]) -> bool:
    """Names, the year behind them and the title; whether they are that and nothing else."""
    head, title, words = match["names"], match["title"], said.words
    shown = plain(title)
    if not shown or shown.lower().rstrip(".,") in words.finder.italic_phrases:
        return False
    names = None if article_words_of(words).ends_in_date_word(head) else names_before_title(head, words)
    shown = without_sentence(shown)
    if names is None or not shown:
        return False
    said.say("authors", [dict(name) for name in names[0]], 0, names[1])
    said.say("title", shown, *match.span("title"))
    return match["year"] is None or _say_year(said, match["year"], match.start("year"))


def _say_year(said: Said, year: str, start: int) -> bool:
    said.say_date_from("date", read_date(year, said.words.date_words) or "", year, said.marked.span(start, start + 4))
    return True


def _say_cued(said: Said, start: int) -> int | None:
    """Say the pages and the ISBN behind the title; where what stands before them ends, None where there is more."""
    text, words = said.marked.text, said.words
    cues = words.cues.find(text[start:])
    if not cues:
        return len(text)
    if not _SAID_BY_CUES.issuperset(cues):
        return None
    told = [*cues.get("pages", ()), *cues.get("isbn", ())]
    if len(told) > len(cues) - ("in" in cues):
        return None
    stop = position = len(text)
    for cue in sorted(told, key=lambda cue: cue.start, reverse=True):
        pattern = words.pages if cue.kind == "pages" else IDENTIFIER_SHAPES["isbn"]
        match = pattern.match(text, start + cue.end)
        if match is None or not _BETWEEN.fullmatch(text, match.end(), position) or not _say_number(said, cue, match):
            return None
        stop = position = start + cue.start
    return stop


def _say_number(said: Said, cue: Cue, match: re.Match[str]) -> bool:
    if cue.kind == "pages":
        said.say_text("pages", *match.span("value"))
        return True
    said.say_identifier("isbn", match["value"], said.marked.span(*match.span("value")))
    return is_valid_identifier("isbn", match["value"])


def _say_imprint(said: Said, start: int, stop: int) -> bool:
    """``. London: Penguin, 1990,``: place, publisher and year, where nothing else stands in ``text[start:stop]``."""
    text, words = said.marked.text, said.words
    match = _TAIL.fullmatch(text, start, stop)
    if match is None or ("pages" not in said.fields and ")," in text[start:]):
        return False
    written = match["imprint"].rstrip()
    if article_words_of(words).ends_in_date_word(written):
        return False
    imprint = find_imprint(text, start, stop, words)
    end = start + len(written)
    dated = not written or written[-1] in _BEFORE_YEAR
    for field, part in (("place", imprint.place), ("publisher", imprint.publisher)) if imprint else ():
        if part is not None:
            said.say_text(field, *part)
            dated = dated or part[1] == end
    if match["year"] is None or not dated:
        return True
    return "date" not in said.fields and _say_year(said, match["year"], match.start("year"))
