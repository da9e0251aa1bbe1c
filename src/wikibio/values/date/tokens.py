"""A text as the tokens that dates are made of, told apart by the word tables of its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_PIECE = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-]))"
    r"|(?P<year_first>[0-9]{4}(?P<sep>[/.-])(?:0?[1-9]|1[0-2])(?P=sep)(?:0?[1-9]|[12][0-9]|3[01])(?![0-9/–—-]))"
    r"|(?P<iso_month>[0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9/–—-]))"
    r"|(?P<numeric>[0-9]{1,2}(?P<by>[/.-])[0-9]{1,2}(?P=by)[0-9]{4})(?![0-9])"
    # 1,500 and 2.75 are no years.
    r"|(?P<other>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9][0-9.]*)"
    r"|(?P<number>[0-9]+)(?P<mark>['’](?=[^\W\d]))?"
    r"|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?)"
    r"|(?P<dash>[–—‒―−‐‑-]+)"
    r"|(?P<sign>[/()\[\],;:?~±≈.])"
    r"|\S"
)
_DIGIT = re.compile("[0-9]")
_SIGNS = {"/": "slash", "(": "open", "[": "open", ")": "close", "]": "close", ",": "comma", ";": "stop", ":": "stop"}
_SIGNS["."] = "stop"
_SETS_OFF = frozenset("*•·†|\"'“”‘’«»")
"""Typed bullets and quotation marks, which part a number from nothing that it could belong to."""
_TABLES = ("month", "season", "era", "calendar", "ordinal")
_MONTHS = {"hijri_month": "hijri", "solar_hijri_month": "solar hijri"}


class Token(NamedTuple):
    """`kind` is the cue or the table that a word stands in, `value` what the table says, or the digits."""

    kind: str
    value: str
    start: int
    end: int
    calendar: str = ""


class _Meaning(NamedTuple):
    kind: str
    value: str
    calendar: str = ""


class DateWords:
    """The words of one language for dates, made ready once.

    `tables` are the word tables of the lexicon (`month`, `season`, `era`, `calendar`, `ordinal`, `number_suffix`,
    `century`, `date_cue`, …; the header of dates.toml says what each holds).
    """

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        self.meanings: dict[str, _Meaning] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], _Meaning]]] = {}
        for table in _TABLES:
            for word, value in tables.get(table, {}).items():
                self._add(word, _Meaning(table, value))
        for table, calendar in _MONTHS.items():
            for word, value in tables.get(table, {}).items():
                self._add(word, _Meaning("month", value, calendar))
        for word, value in tables.get("date_cue", {}).items():
            self._add(word, _Meaning(value, word))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._ages, self._ordinals = self._words_for("age"), self._words_for("ordinal")
        self.suffixes = dict(tables.get("number_suffix", {}))
        self.centuries = frozenset(tables.get("century", {}))
        self.month_names = {int(number): name for number, name in tables.get("month_name", {}).items()}
        self.layouts = dict(tables.get("date_layout", {}))
        self.orders = dict(tables.get("date_order", {}))
        self.months = {
            word: f"{int(meaning.value):02d}"
            for word, meaning in self.meanings.items()
            if meaning.kind == "month" and not meaning.calendar
        }

    def _words_for(self, kind: str) -> tuple[str, ...]:
        """The words of a kind, and those that its phrases begin with."""
        words = {word for word, meaning in self.meanings.items() if meaning.kind == kind}
        firsts = {word for word, phrases in self._phrases.items() if any(each[1].kind == kind for each in phrases)}
        return tuple(words | firsts)

    def may_tell_date(self, text: str) -> bool:
        """Whether a text may hold a date: without a digit it needs a word for a number ("fifth century")."""
        if _DIGIT.search(text) is not None:
            return True
        key = _key(text)
        return any(word in key for word in self._ordinals)

    def may_tell_age(self, text: str) -> bool:
        """Whether a text has any of the words for an age in it ("aged"); without one it has no token of that kind."""
        key = _key(text)
        return any(word in key for word in self._ages)

    def _add(self, words: str, meaning: _Meaning) -> None:
        pieces = tuple(_key(piece.group()) for piece in _PIECE.finditer(words))
        if len(pieces) == 1:
            self.meanings.setdefault(pieces[0], meaning)
        elif pieces:
            self._phrases.setdefault(pieces[0], []).append((pieces[1:], meaning))

    def phrase(self, pieces: list[re.Match[str]], at: int, key: str) -> tuple[int, _Meaning] | None:
        """The longest phrase that starts with the piece at `at`: how many pieces it takes, and its meaning."""
        for rest, meaning in self._phrases.get(key, ()):
            end = at + 1 + len(rest)
            if end <= len(pieces) and all(
                _key(piece.group()) == word for piece, word in zip(pieces[at + 1 : end], rest, strict=True)
            ):
                return 1 + len(rest), meaning
        return None


def _key(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'")


def tokenize(text: str, words: DateWords) -> list[Token]:
    """All of the text as tokens; what no table knows is a token of kind ``other``.

    "c. 13th century" -> circa, ordinal 13, century; "384BC" -> number 384, era bc
    """
    pieces = list(_PIECE.finditer(text))
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        at += _append(pieces, at, tokens, words)
    return tokens


def _append(pieces: list[re.Match[str]], at: int, tokens: list[Token], words: DateWords) -> int:
    """Read the piece at `at` (and those that belong to it) into `tokens`; how many pieces were read."""
    piece = pieces[at]
    start, end, kind = piece.start(), piece.end(), piece.lastgroup or "other"
    if kind == "number" or kind == "mark":
        return _number(pieces, at, tokens, words)
    if kind == "word":
        key = _key(piece.group())
        phrase = words.phrase(pieces, at, key)
        if phrase is not None:
            count, meaning = phrase
            end = pieces[at + count - 1].end()
        else:
            count, meaning = 1, words.meanings.get(key, _Meaning("other", key))
            after_ordinal = bool(tokens) and tokens[-1].kind == "ordinal"
            if key in words.centuries and (after_ordinal or meaning.kind == "other"):
                meaning = _Meaning("century", key)
            # A full stop that ends the sentence is no part of a word that is not cut short.
            end -= piece.group().endswith(".") and meaning.kind in ("other", "present", "unknown")
        tokens.append(Token(meaning.kind, meaning.value, start, end, meaning.calendar))
        return count
    value = piece.group()
    if kind == "year_first":
        year, month, day = value.split(piece["sep"])
        kind, value = "iso", f"{year}-{month:0>2}-{day:0>2}"
    if kind == "numeric":
        by = piece["by"]
        tokens.append(Token(kind, value.replace(by, "/"), start, end, "." if by == "." else ""))
        return 1
    if kind == "sign":
        kind = _SIGNS.get(value) or ("question" if value == "?" else "circa")
    tokens.append(Token(kind, value, start, end))
    return 1


def _number(pieces: list[re.Match[str]], at: int, tokens: list[Token], words: DateWords) -> int:
    """A number with the letters right behind it: 3rd, 1530s, 1530's, 384BC; with other letters it is no date."""
    piece = pieces[at]
    start, end, digits = piece.start(), piece.end(), piece["number"]
    glued = _is_glued(tokens, start)
    follower = pieces[at + 1] if at + 1 < len(pieces) and pieces[at + 1].start() == end else None
    if follower is None or follower.lastgroup != "word" or glued:
        tokens.append(Token("other" if glued else "number", digits, start, end))
        return 1
    key = _key(follower.group())
    suffix = words.suffixes.get(key)
    if suffix is not None:
        tokens.append(Token(suffix, digits, start, follower.end()))
        return 2
    known = words.meanings.get(key)
    tokens.append(Token("other" if known is None or known.kind == "circa" else "number", digits, start, end))
    return 1


def _is_glued(tokens: list[Token], start: int) -> bool:
    """Whether a number hangs on letters before it: F16, U-1530."""
    before = tokens[-1] if tokens else None
    if before is not None and before.kind == "dash" and before.end == start and len(tokens) > 1:
        before, start = tokens[-2], before.start
        return before.kind == "other" and before.end == start
    if before is None or before.end != start or before.kind not in ("other", "number"):
        return False
    return before.value not in _SETS_OFF
