"""A spouse in words: a name with notes of the marriage, "Kati Marton (m. 1979; div. 1993)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wikibio.context import Context
from wikibio.person.marriage import EDGES, WORD, Marriage, how_ended, marriage_meanings
from wikibio.person.term import is_limit
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.reader import DatedText, read_dated_text
from wikibio.values.interval import Interval, intervals_in
from wikibio.values.item import link_of
from wikibio.values.links import first_link

_NUMBERING = re.compile(r"\(?\d{1,2}(?:st|nd|rd|th)?[).:]\)?\s*")
_EARLY_YEARS = re.compile(r"(?<![\w–-])(\d{2,3})(?:\s*[–-]\s*(\d{2,3}))?(?![\w–-])")

_FINAL = ("divorce", "annulment")
"""What ends a marriage after a separation: "sep. 1995, div. 2000"."""

Pair = tuple["dict[str, object] | None", "dict[str, object] | None"]


def read_noted_marriages(context: Context, fragment: Fragment) -> list[Marriage]:
    """A name with its years in brackets or behind it; several where the same two married again.

    ``1) [[Kati Marton]] (m. 1979, div. 1993)`` gives "Kati Marton" from 1979 to 1993.
    """
    dated = read_dated_text(context, fragment)
    text = dated.text
    numbering = _NUMBERING.match(text)
    first = numbering.end() if numbering is not None and numbering.end() < len(text) else 0
    intervals = [interval for interval in intervals_in(context, dated) if interval.begin >= first]
    if not intervals:
        intervals = list(_early_years(context, dated)) if "(" in text else []
    if not intervals and "(" not in text and "," not in text:
        name = " ".join(text[first:].split()).strip(EDGES)
        return [Marriage(fragment, name, link_of(context, fragment))]
    notes = _notes(context, text, first, intervals)
    name = " ".join(_without(text, first, notes).split()).strip(EDGES)
    link = _link(context, fragment, dated.mapped.span(*notes[0]).start if dated.mapped and notes else fragment.end)
    ended = how_ended(context, " ".join(text[start:end] for start, end in notes))
    found = _marriages(context, text, intervals, notes) or [(None, None)]
    return [Marriage(fragment, name, link, start, end, ended) for start, end in found]


def _early_years(context: Context, dated: DatedText) -> Iterator[Interval]:
    """Years before 1000, which are dates only because brackets say so: "(70–96)", "(m. 525; d. 548)"."""
    for start, end in _brackets(dated.text, 0):
        inside = dated.text[start:end]
        words = WORD.findall(inside)
        if words and not _speaks(context, inside):
            continue
        for match in _EARLY_YEARS.finditer(dated.text, start, end):
            dates = [_early_year(context, dated, *match.span(group)) for group in (1, 2) if match[group]]
            single = len(dates) < 2
            yield Interval(dates[0], None if single else dates[1], single, False, dates[0], *match.span())


def _early_year(context: Context, dated: DatedText, start: int, end: int) -> dict[str, object]:
    span = dated.mapped.span(start, end) if dated.mapped is not None else dated.fragment.span
    year = dated.text[start:end]
    return {"edtf": year.zfill(4), "text": year, "span": span, "references": []}


def _link(context: Context, fragment: Fragment, before: int) -> str | None:
    """The first link of the name, not of what is noted of the marriage."""
    return first_link(context, fragment._replace(nodes=[node for node in fragment.nodes if node.start < before]))


def _without(text: str, first: int, notes: list[tuple[int, int]]) -> str:
    kept = []
    for start, end in notes:
        kept.append(text[first:start])
        first = end
    rest = text[first:]
    # "Jane Doe (1990–2000) 2 children": what is counted behind the years is none of the name.
    return " ".join([*kept, "" if notes and rest.lstrip(EDGES)[:1].isdecimal() else rest])


def _notes(context: Context, text: str, first: int, intervals: list[Interval]) -> list[tuple[int, int]]:
    """Where the text speaks of the marriage: brackets with a date or a word for it, and all from such a word on.

    In "Luta (Leah) Bagg (1918–1946)" the second brackets do, the first are part of the name.
    """
    notes = [
        (start, end)
        for start, end in _brackets(text, first)
        if any(start < interval.begin < end for interval in intervals) or _speaks(context, text[start:end])
    ]
    outside = [i for i in intervals if not any(start <= i.begin < end for start, end in notes)]
    if outside:
        begin = _with_cue(context, text, first, outside[0].begin)
        notes = [(start, end) for start, end in notes if end <= begin] + [(begin, len(text))]
    elif not notes:
        comma = text.rfind(",")
        if comma > first and all(marriage_meanings(context, word) for word in WORD.findall(text[comma:])):
            notes = [(comma, len(text))]
    return notes


def _brackets(text: str, first: int) -> Iterator[tuple[int, int]]:
    """The outermost brackets of a text."""
    depth, start = 0, first
    for match in re.finditer(r"[()]", text[first:]):
        at = first + match.start()
        if match.group() == "(":
            start = start if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, at + 1


def _speaks(context: Context, text: str) -> bool:
    """Whether a remark says how a marriage began or ended: "(div.)", "(his death)", but not "(widow of Toghrul)"."""
    words = WORD.findall(text)
    if not words or context.lexicon.word("marriage", words[0]) is None:
        return False
    return all(word.islower() for word in words[1:])


def _with_cue(context: Context, text: str, first: int, begin: int) -> int:
    """Where the words begin that lead to a date: ", m. " in "Jadwiga Unrug, m. 1923"; an initial is no such word."""
    while True:
        before = text[first:begin].rstrip(" .,;:–—-(")
        words = WORD.findall(before)
        last = words[-1] if words and before.endswith(words[-1]) else ""
        if (len(last) == 1 and last.isupper()) or not last or context.lexicon.word("marriage", last) is None:
            return first + len(before)
        begin = first + len(before) - len(last)


def _marriages(context: Context, text: str, intervals: list[Interval], notes: list[tuple[int, int]]) -> list[Pair]:
    """The dates as beginnings and ends, by the words before them; a date without one is the next that is missing."""
    pairs: list[Pair] = []
    for start, end in _about_the_marriage(context, text, notes):
        position = start
        for interval in intervals:
            if not (start <= interval.begin and interval.finish <= end):
                continue
            cues = [cue for cue in marriage_meanings(context, text[position : interval.begin]) if cue != "whose"]
            ends = interval.single and text[: interval.begin].rstrip().endswith(("–", "—", "-"))
            cue = "end" if ends else cues[-1] if cues else ""
            interval, separated = _not_september(context, interval)
            position = interval.finish
            if cue != "other":
                _add(pairs, interval, "end" if separated else cue)
    return pairs


def _about_the_marriage(context: Context, text: str, notes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The notes to take dates from: beside "(m. 1920)" the years of "(1900–1980)" are those of a life."""
    married = [note for note in notes if "start" in marriage_meanings(context, text[slice(*note)])]
    bare = [note for note in notes if not WORD.search(text[slice(*note)])]
    return [note for note in notes if note not in bare] if married else notes


def _not_september(context: Context, interval: Interval) -> tuple[Interval, bool]:
    """``sep. 1990`` in small letters is a separation in 1990, no September."""
    date = interval.date
    word, _, rest = str(date["text"]).partition(" ")
    edtf = str(date["edtf"])
    separated = interval.single and word.islower() and bool(marriage_meanings(context, word)) and rest == edtf[:4]
    if not separated:
        return interval, False
    return interval._replace(start={**date, "edtf": rest, "text": rest}), True


def _add(pairs: list[Pair], interval: Interval, cue: str) -> None:
    last = pairs[-1] if pairs else None
    if not interval.single:
        pairs.append((interval.start, interval.end))
    elif not pairs and not cue and is_limit(interval):
        pairs.append((None, interval.start))
    elif cue == "start" or (not cue and (last is None or last[1] is not None)):
        pairs.append((interval.start, None))
    elif last is None:
        pairs.append((None, interval.start))
    elif last[1] is None or cue in _FINAL:
        pairs[-1] = (last[0], interval.start)
