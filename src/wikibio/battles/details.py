"""One listed battle: what is its name, what its dates, what befell the person there."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.values.date.grammar import find_dates, read_date
from wikibio.values.date.reader import date_words
from wikibio.values.flag import FLAG_ROLE
from wikibio.values.listing.surface import BLANKS, OPAQUE, SILENT, Surface, blank

MARK_ROLE = "mark"

_ENDS = f"{BLANKS}'.,;:"
_SEPARATOR = re.compile(r"(?:[,;:]|(?<=\s)[–—-])(?=\s)")
_BEFORE = re.compile(rf"(?:\((?P<inside>[^()]*)\)|(?P<plain>[^()\[\]{OPAQUE}]*\d)(?=\s*[:–—-]))\s*[:–—-]?\s")
# What is behind a name is short; the limits keep the cost of odd lines in line with their length.
_LONGEST = 60
_MOST = 8
_WORD = re.compile(r"\w")
_PARTS = re.compile(r"\s*[,;/&]\s*")
_TIMES = re.compile(r"[\s,]*[x×]\s*\d+$|^\d+\s*[x×]\s*")
_OFTEN = re.compile(r"\(?\s?[x×]\s?\d\d?\)?$")
_PUNCTUATION = " \t,;:.–—-"
_NUMBERING = re.compile(r"(?:\(\d{1,2}\)|\d{1,2}[.)])\s+(?=[^\W\d])")


class Details(NamedTuple):
    """`name` is the surface that is left as the battle's name; `dates` is where a date stands, with its EDTF."""

    name: Surface
    edtf: str | None
    dated: Fragment | None
    marks: tuple[str, ...]


def read_details(context: Context, surface: Surface) -> Details:
    """``[[Battle of Shiloh]] (1862){{KIA}}`` has the dates 1862, the mark KIA and is named Battle of Shiloh."""
    surface, marks = _take_marks(context, surface)
    reading = _Reading(context, surface, marks)
    if reading.take(context.line(surface.fragment).strip(_PUNCTUATION), surface.fragment):
        reading.surface = surface.cut(len(surface.text), len(surface.text))
    if marks:
        reading.take_quotes()
    for _ in range(_MOST):
        if not (reading.take_aside() or reading.take_linked() or reading.take_sign() or reading.take_date_behind()):
            break
    reading.take_date_before()
    in_order = (mark for _, mark in sorted(reading.marks, key=itemgetter(0)))
    return Details(reading.surface, reading.edtf, reading.dated, tuple(dict.fromkeys(in_order)))


def tidy_name(context: Context, text: str) -> str:
    """A battle's text as its name, without what leads on to the next line or from the one before.

    That is punctuation at its ends, "and", and a typed number: "2. Battle of Kursk and" -> "Battle of Kursk"
    """
    name = text.lstrip(_PUNCTUATION).rstrip(" \t,;:–—-")
    numbering = _NUMBERING.match(name)
    if numbering is not None:
        name = name[numbering.end() :]
    first, _, rest = name.partition(" ")
    if rest and context.lexicon.word("conjunction", first) is not None:
        name = rest
    rest, _, last = name.rpartition(" ")
    if rest and context.lexicon.word("conjunction", last) is not None:
        name = rest.rstrip(" ,")
    return name[:-1] if name.find(".") == len(name) - 1 else name


def without_flag(context: Context, surface: Surface) -> Surface:
    """A name without the flag template before it, which says on whose side: ``{{flag|Iran}} [[Iran–Iraq War]]``."""
    for node in surface.fragment.nodes:
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is not None and row.role == FLAG_ROLE:
            end = node.end - surface.fragment.start
            if OPAQUE in surface.text[end:]:
                return surface.cut(end, len(surface.text))
        if OPAQUE in surface.text[node.start - surface.fragment.start : node.end - surface.fragment.start]:
            break
    return surface


def is_detail(context: Context, text: str) -> bool:
    """Whether a text is nothing but dates and marks: "1914–18", "WIA, 1942"."""
    return read_aside(context, text) is not None


def read_aside(context: Context, text: str) -> tuple[list[str], list[str]] | None:
    """The dates and the marks that a text consists of, or None where it says anything else."""
    if len(text) > _LONGEST:
        return None
    whole = _date(context, text)
    if whole is not None:
        return [whole], []
    dates: list[str] = []
    marks: list[str] = []
    for part in _PARTS.split(text.strip()):
        mark = _mark(context, part)
        date = _date(context, part) if mark is None else None
        if mark is None and date is None:
            return None
        marks += [mark] if mark else []
        dates += [date] if date else []
    return dates, marks


def _date(context: Context, text: str) -> str | None:
    """The date that a text is, or None where it is none or says more than a date."""
    if not any(map(str.isdecimal, text)):
        return None
    words = date_words(context.lexicon)
    found = find_dates(text, words)
    if len(found) != 1 or _WORD.search(text[: found[0].start]) or _WORD.search(text[found[0].after :]):
        return None
    return read_date(text, words)


def _mark(context: Context, text: str) -> str | None:
    """``WIA``, ``wounded``, ``WIA ×2``: what a word in brackets marks, or None."""
    once = _TIMES.sub("", text.strip())
    return context.lexicon.word("mark", once) or context.lexicon.word("mark", once.rstrip("."))


def _take_marks(context: Context, surface: Surface) -> tuple[Surface, list[tuple[int, str]]]:
    """The surface with mark templates blanked out, and where they stand with what they mark."""
    marks: list[tuple[int, str]] = []
    nodes: list[Node] = []
    parts: list[str] = []
    position = first = surface.fragment.start
    for node in surface.fragment.nodes:
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is not None and row.role == MARK_ROLE:
            marks.append((node.start, row.kind))
            parts += [surface.text[position - first : node.start - first], SILENT * (node.end - node.start)]
            position = node.end
            nodes.append(blank(node.start, node.end))
        else:
            nodes.append(node)
    text = "".join([*parts, surface.text[position - first :]])
    return Surface(surface.fragment._replace(nodes=nodes), text), marks


class _Reading:
    """A name while its dates and marks are taken off it."""

    def __init__(self, context: Context, surface: Surface, marks: list[tuple[int, str]]) -> None:
        self.context = context
        self.surface = surface
        self.marks = marks
        self.edtf: str | None = None
        self.dated: Fragment | None = None

    def take_aside(self) -> bool:
        """Brackets at the end that hold dates and marks and nothing else; empty ones too."""
        text = self.surface.text.rstrip(_ENDS)
        opening = text.rfind({")": "(", "]": "["}.get(text[-1:], "\0"))
        if opening < 0:
            return False
        inside = self.surface.cut(opening + 1, len(text) - 1)
        shown = self.context.line(inside.fragment)
        if shown and not self.take(shown, inside.fragment):
            return False
        self.surface = self.surface.cut(0, opening)
        return True

    def take_quotes(self) -> None:
        """Apostrophes that were round a mark only (``'''{{KIA}}'''``)."""
        self.surface = self.surface.cut(0, len(self.surface.text.rstrip(_ENDS)))

    def take_linked(self) -> bool:
        """A mark that is a link with its brackets in it, or raised: ``[[Battle of Hamel]]<sup>[[WIA]]</sup>``."""
        text = self.surface.text.rstrip(_ENDS)
        if not text.endswith(OPAQUE):
            return False
        first = self.surface.fragment.start
        end = first + len(text)
        node = next((node for node in self.surface.fragment.nodes if node.end == end), None)
        if node is None or type(node) not in (WikiLink, Tag) or OPAQUE not in text[: node.start - first]:
            return False
        mark = _mark(self.context, self.context.line(Fragment(node.start, node.end, [node])).strip(" ()[]"))
        if mark is None:
            return False
        self.marks.append((node.start, mark))
        self.surface = self.surface.cut(0, node.start - self.surface.fragment.start)
        return True

    def take_sign(self) -> bool:
        """A dagger behind the name, or how often it is marked (``{{WIA}} ×2``)."""
        text = self.surface.text.rstrip(_ENDS)
        times = _OFTEN.search(text) if self.marks else None
        if times is not None:
            self.surface = self.surface.cut(0, times.start())
            return True
        name = text.rstrip("†‡")
        mark = self.context.lexicon.word("mark", text[len(name) :]) if len(name) < len(text) else None
        if mark is None:
            return False
        self.marks.append((self.surface.fragment.start + len(name), mark))
        self.surface = self.surface.cut(0, len(name))
        return True

    def take_date_behind(self) -> bool:
        """A date behind a comma or dash, or right behind the link: ``[[Korean War]], 1950–53``."""
        text = self.surface.text.rstrip(_ENDS)
        linked = text.rfind(OPAQUE) + 1
        tail = text[linked:]
        if len(tail) > _LONGEST or not tail.strip(_ENDS):
            return False
        starts = [linked] if linked else []
        # A comma within brackets parts what they say, not the name.
        ends = [match.end() for match in _SEPARATOR.finditer(tail)]
        starts += [linked + end for end in ends if tail.count("(", 0, end) == tail.count(")", 0, end)]
        for start in starts:
            inside = self.surface.cut(start, len(text))
            shown = self.context.line(inside.fragment)
            if shown[:1] != "(" and self.take(shown.strip(_PUNCTUATION), inside.fragment):
                self.surface = self.surface.cut(0, start)
                return True
        return False

    def take_date_before(self) -> None:
        """A date that heads the line: ``1862: [[Battle of Shiloh]]``, ``(1862) [[Battle of Shiloh]]``."""
        text = self.surface.text
        start = len(text) - len(text.lstrip(BLANKS))
        match = _BEFORE.match(text, start, start + _LONGEST) if self.edtf is None else None
        if match is None:
            return
        group = "inside" if match["inside"] is not None else "plain"
        inside = self.surface.cut(match.start(group), match.end(group))
        if self.take(self.context.line(inside.fragment), inside.fragment):
            self.surface = self.surface.cut(match.end(), len(text))

    def take(self, text: str, fragment: Fragment) -> bool:
        """Read `text` as dates and marks; False, and nothing taken, where it says anything else."""
        found = read_aside(self.context, text)
        if found is None or (found[0] and self.edtf is not None):
            return False
        dates, marks = found
        if not dates and not marks:
            return False
        self.marks.extend((fragment.start, mark) for mark in marks)
        if dates:
            self.edtf = all_of(dates)
            self.dated = fragment
        return True


def all_of(dates: list[str]) -> str:
    """Several dates as an EDTF set of all its members (ISO 8601-2, 6.3): ``{1914..1915,1918}``; one as it is."""
    if len(dates) == 1:
        return dates[0]
    return "{" + ",".join(date.replace("/..", "..").replace("/", "..") for date in dates) + "}"
