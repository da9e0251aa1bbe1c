"""Schools and universities with the degrees and years that somebody took there."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.infobox.box import Box
from wikibio.person.series import has_value
from wikibio.person.term import NO_TERM, Term, interval_term
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.model import Date
from wikibio.values.date.reader import DatedText, may_hold_date, read_dated_text
from wikibio.values.interval import intervals_in
from wikibio.values.item import read_item
from wikibio.values.joined import says_nothing
from wikibio.values.listing import read_items
from wikibio.values.model import Item

_LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[,;]?\s*$")
_PARTS = re.compile(r"[,;:/]|\s+and\s+|\s+&\s+")
_SPACES_AND_STOPS = re.compile(r"[.\s]")
_ROLES = frozenset(("education", "alma_mater", "university", "college"))


class Education(Item):
    """A place of education, as `text` shows it: `institution` without what follows, `degrees` in the page's words.

    `start` and `end` are the years there; for a degree the year it was taken is the end.
    """

    institution: str
    degrees: tuple[str, ...] = ()
    start: Date | None = None
    end: Date | None = None


def read_education(context: Context, boxes: list[Box]) -> list[dict[str, object]]:
    """Each school or university of a person, in order.

    ``[[Harvard University]] ([[Bachelor of Arts|BA]], [[Juris Doctor|JD]])`` gives the institution "Harvard University"
    with the degrees BA and JD.
    """
    found: list[dict[str, object]] = []
    for box in boxes:
        for field in box.fields:
            if field.role in _ROLES and has_value(context, field):
                read = (_read(context, item) for item in read_items(context, field.fragment, commas=True))
                found += [each for each in read if each is not None]
    return found


def _read(context: Context, fragment: Fragment) -> dict[str, object] | None:
    item = read_item(context, fragment)
    text = str(item["text"])
    if says_nothing(context, text):
        return None
    institution, remarks = _split(context, text)
    degrees = [part for remark in remarks for part in _PARTS.split(remark) if is_degree(context, part)]
    term = NO_TERM
    if may_hold_date(context, fragment):
        term = _term(context, read_dated_text(context, fragment), len(institution))
    return {
        **item,
        "institution": institution or text,
        "degrees": [_without_year(part) for part in degrees],
        "start": None if degrees and term.start is term.end else term.start,
        "end": term.end,
    }


def _split(context: Context, text: str) -> tuple[str, list[str]]:
    """The institution, and the remarks behind it: brackets at the end, and parts after a comma that are degrees."""
    remarks: list[str] = []
    if "(" not in text and "," not in text:
        return text.strip(" ,;"), remarks
    while (brackets := _LAST_BRACKETS.search(text)) is not None and brackets.start() > 0:
        if not any(character.isdecimal() for character in brackets[1]) and not _has_degree(context, brackets[1]):
            break
        remarks.insert(0, brackets[1])
        text = text[: brackets.start()]
    parts = text.split(",")
    while len(parts) > 1 and (is_degree(context, parts[-1]) or _without_year(parts[-1]) == ""):
        remarks.insert(0, parts.pop())
    if len(parts) > 1 and is_degree(context, parts[0]):
        remarks.insert(0, parts.pop(0))
    return ",".join(parts).strip(" ,;"), remarks


def _has_degree(context: Context, text: str) -> bool:
    return any(is_degree(context, part) for part in _PARTS.split(text))


def is_degree(context: Context, text: str) -> bool:
    """Whether a remark is a degree: "B.A.", "PhD 1990", "Bachelor of Arts"; the words are ``[words.degree]``."""
    text = _without_year(text)
    words = text.split()
    if not words:
        return False
    short = _SPACES_AND_STOPS.sub("", text)
    if context.lexicon.word("degree", short) is not None:
        return not text.islower() or len(short) > 4
    first = words[0].rstrip(".,")
    return len(first) > 3 and context.lexicon.word("degree", first) is not None


def _without_year(text: str) -> str:
    return re.sub(r"[\s'’]*\d[\d\s–-]*$", "", text).strip(" ,;:")


def _term(context: Context, dated: DatedText, after: int) -> Term:
    intervals = [interval for interval in intervals_in(context, dated) if interval.begin >= after]
    return interval_term(intervals[-1]) if intervals else NO_TERM
