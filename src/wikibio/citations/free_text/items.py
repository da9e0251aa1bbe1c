"""What stands out in a reference's text: quoted text, italics, the text of a link. One of them is its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from wikibio.citations.free_text.marked_text import END_ITALIC, END_LINK, ITALIC, LINK, MARKS, TAKEN, plain

_END_OF_QUOTE = rf"(?=\s*(?:[,.;:()\[\]{MARKS}]|$))"
_ABBREVIATED = re.compile(r"(?:(?:^|[\s.])[^\W\d_]|\b[A-Z][a-z]{1,2}|\.\.)\.$")
_DRESS = re.compile(f'[{ITALIC}{LINK}"“„«‘]')
_URL = re.compile(r"(?:https?:|www\.)\S+")
_BLANK = re.compile(rf"[\s{MARKS}]*")
_PAIRS = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
_LETTER = re.compile(r"[^\W\d_]")


class Item(NamedTuple):
    """A stretch that stands out, from `start` to `end` with its marks, and what is between the marks.

    `kind` is ``quote``, ``italic`` or ``link``, the outermost mark; `link` is where the first link in it begins;
    `dressed` says that an item may begin inside it.
    """

    kind: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    link: int | None
    dressed: bool


_new = tuple.__new__


class ItemFinder:
    """Finds items; `after_quote` is a pattern of the words that may follow a closing quotation mark."""

    def __init__(self, after_quote: str, italic_phrases: frozenset[str]) -> None:
        self.italic_phrases = italic_phrases
        follows = rf"(?:{_END_OF_QUOTE}|(?=\s+{after_quote}\b))"
        quotes = "|".join(
            rf"(?<={opening})(?P<{name}>\S(?:[^\n]{{0,400}}?\S)?){closing}(?:{follows}|(?<=[.,?!].)(?=\s))"
            for name, opening, closing in (
                ("q1", r"(?<![\w])[\"“]", r"[\"”]"), ("q2", "„", "[“”]"), ("q3", "«", "»"), ("q4", r"(?<![\w])‘", "’"),
            )
        )  # fmt: skip
        self.pattern = re.compile(
            # The marks come first and alone, for a search goes many times faster from one of a set of characters.
            rf"{_DRESS.pattern}(?:(?<={LINK})(?P<link>[^{END_LINK}]*){END_LINK}"
            rf"|(?<={ITALIC})(?P<italic>[^{END_ITALIC}]*){END_ITALIC}|{quotes})"
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Item]:
        """The outermost items of ``text[start:end]``; links without a text and Latin phrases in italics are none."""
        end = len(text) if end is None else end
        items: list[Item] = []
        for match in self.pattern.finditer(text, start, end):
            name = match.lastgroup or ""
            inner_start, inner_end = match.span(name)
            inside = match[0]
            shown = plain(inside[1:-1])
            if not shown or (name == "italic" and shown.lower().rstrip(".,") in self.italic_phrases):
                continue
            link = match.start() + inside.index(LINK) if LINK in inside else None
            kind = name if name in ("link", "italic") else "quote"
            dressed = _DRESS.search(inside, 1) is not None
            items.append(_new(Item, (kind, *match.span(), inner_start, inner_end, link, dressed)))
        return items


def is_dressed(text: str, start: int, end: int) -> bool:
    """Whether an item may begin in ``text[start:end]``."""
    return bool(_DRESS.search(text, start, end))


def only_item(items: list[Item], text: str, start: int, end: int) -> Item | None:
    """The item that is all of ``text[start:end]`` but for punctuation: a link's text that is one quotation, say."""
    if len(items) != 1:
        return None
    inner = items[0]
    around = text[start : inner.start] + text[inner.end : end]
    return inner if not plain(around).strip(" ,.;:\"'”“") else None


def is_label(shown: str, labels: frozenset[str]) -> bool:
    """Whether a link's text names the link, not what is linked: a number, an address, "here", "PDF"."""
    stripped = shown.strip(" .,:;()[]\"'").lower()
    if " " in stripped and stripped[0].isalpha():
        return stripped in labels
    return stripped in labels or not _LETTER.search(stripped) or is_address(stripped)


def is_address(shown: str) -> bool:
    """Whether a text is an address and nothing else."""
    return bool(_URL.fullmatch(shown))


def blanked(text: str, items: list[Item]) -> str:
    """`text` with the items' stretches taken out, at the same length."""
    for item in items:
        text = text[: item.start] + TAKEN * (item.end - item.start) + text[item.end :]
    return text


def is_blank(text: str) -> bool:
    """Whether nothing but marks and white space is left."""
    return bool(_BLANK.fullmatch(text))


def title_text(raw: str) -> str:
    """The title between the marks, without the punctuation that only the sentence round it needs.

    ``Ernst Mach,`` -> Ernst Mach; a full stop after an abbreviation ("Inc.", "U.S.") stays.
    """
    return without_sentence(plain(raw))


def without_sentence(shown: str) -> str:
    """As `title_text`, from a text without marks."""
    if shown.endswith((",", ";", ":")):
        shown = shown.rstrip(",;:").rstrip()
    return _without_quotes(without_stop(shown))


def without_stop(shown: str) -> str:
    """A text without the full stop of its sentence; one after a letter or a short large word ("Inc.", "U.S.") stays."""
    return shown if not shown.endswith(".") or _ABBREVIATED.search(shown) else shown[:-1].rstrip()


def _without_quotes(shown: str) -> str:
    """Quotation marks off both ends where they belong together, and a stray closing one."""
    inner = shown[1:-1]
    if len(shown) > 2 and _PAIRS.get(shown[0]) == shown[-1] and shown[0] not in inner and shown[-1] not in inner:
        return inner.strip().rstrip(",")
    if shown.endswith('"') and shown.count('"') == 1 and not re.search(r"\d\"$", shown):
        return shown[:-1].rstrip(" ,")
    return shown
