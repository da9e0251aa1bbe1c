"""The lines of a listing that are things, each with the lines that go on with it."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment
from wikibio.values.kept import text_of
from wikibio.values.listing.entry import Entry
from wikibio.values.listing.fragments import join

_COUNTED = re.compile(r"\(\d{1,2}\) \w")
_LETTERS = re.compile(r"[^\W\d_]+")


def whole_lines(context: Context, entries: list[Entry]) -> list[tuple[Fragment, str]]:
    """The entries that are items with their texts, each with the lines that go on with it; "see below" is none."""
    lines: list[tuple[list[Fragment], str]] = []
    for index, entry in enumerate(entries):
        if entry.kind == "title":
            continue
        text = text_of(context, entry.fragment)
        if index + 1 < len(entries) and _heads(entry, text, entries[index + 1]):
            continue
        if is_pointer(context, text):
            continue
        if lines and entry.parted in ("break", "line") and not entry.marker and _goes_on(context, text):
            lines[-1][0].append(entry.fragment)
        else:
            lines.append(([entry.fragment], text))
    return [(join(*line) if len(line) > 1 else line[0], text) for line, text in lines]


def _heads(entry: Entry, text: str, following: Entry) -> bool:
    """Whether a line is a heading over the list behind it: ``'''Civil'''⏎* [[Order of Merit]]``."""
    if (following.depth, following.indent) <= (entry.depth, entry.indent):
        return False
    return entry.bold or text.endswith(":")


def is_pointer(context: Context, text: str) -> bool:
    """Whether a line only says where more stands: "See [[#Awards|below]]", "(more, see below)"."""
    captions = context.lexicon.word_table("battle_caption")
    word = text.partition(" ")[0]
    if not word.isalpha():
        first = _LETTERS.search(text)
        word = first.group() if first is not None else ""
    said = captions.get(word.lower())
    if said is None or said == "pointer":
        return said is not None
    words = [captions.get(word) for word in _LETTERS.findall(text.lower())]
    return "pointer" in words and None not in words


def _goes_on(context: Context, text: str) -> bool:
    """Whether a line goes on with the one before it: it stands in brackets, or begins with a word like "of".

    A number in brackets before a name counts the lines: ``(1) [[A]]<br>(2) [[B]]`` are two.
    """
    if text.startswith("("):
        return not _COUNTED.match(text)
    return text.partition(" ")[0] in context.lexicon.word_table("continuation")
