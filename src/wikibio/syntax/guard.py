"""A copy of a page that the tokenizer can always finish."""

from __future__ import annotations

from .guard_edits import INERT, Edits
from .guard_frames import read_frames
from .guard_lines import HeadingReader, settle_lists
from .guard_marks import MarkReader
from .guard_nesting import limit_depth, settle_group
from .guard_regions import silence_mark, split_regions
from .guard_screen import is_sound

__all__ = ["INERT", "guard", "sound_copy"]


def guard(source: str) -> str:
    """A copy of `source` of the same length, for the tokenizer only; nearly always `source` itself.

    In the copy, marks that open and never close are inert, and what MediaWiki reads but the tokenizer would miss is
    put in a form that it knows. Offsets in the copy are offsets in the source, so text and names are to be taken
    from the source.
    """
    text = _readable(source)
    return text if is_sound(text) else _mend(text)


def sound_copy(source: str) -> str | None:
    """What `guard` gives where nothing is to be mended, else None."""
    text = _readable(source)
    return text if is_sound(text) else None


def _readable(source: str) -> str:
    """`source` without what stops the tokenizer or hides the first line from it: NUL, a byte order mark."""
    text = source.replace("\0", INERT)
    return "\n" + text[1:] if text.startswith("\ufeff") else text


def _mend(text: str) -> str:
    edits = Edits(text)
    marks = MarkReader(text, edits).read()
    regions, pairs, unclosed = split_regions(marks, len(text), text)
    for mark in unclosed:
        silence_mark(mark.kind, mark.start, mark.end, edits)
    for region in regions:
        frames = read_frames(text, region)
        for start, end in frames.silenced:
            edits.silence(start, end)
        pairs += frames.pairs
        for group in frames.groups:
            pairs += settle_group(text, group, edits)
    HeadingReader(text, limit_depth(pairs, edits), marks, edits).read()
    settle_lists(text, edits)
    return edits.apply()
