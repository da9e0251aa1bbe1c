"""Spouses, consorts and partners with the years that they were together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.person.marriage import Marriage, marriage_meanings, read_template_marriages
from wikibio.person.marriage_notes import read_noted_marriages
from wikibio.person.series import has_value
from wikibio.span import Span
from wikibio.values.date.model import Date
from wikibio.values.joined import says_nothing
from wikibio.values.kept import text_of
from wikibio.values.listing import read_items
from wikibio.values.model import Model

SpouseKind = Literal["spouse", "consort", "partner"]
_YOUNGEST = 10
_KINDS: tuple[SpouseKind, ...] = ("spouse", "consort", "partner")


class Spouse(Model):
    """Somebody whom the person was with; a second marriage to the same person is a second Spouse.

    `start` and `end` are None where the page does not say them; `ended` says how it ended, where the page does
    ("divorce", "death", "annulment", "separation"). `name` is without the years, `text` is all that the page shows.
    """

    name: str
    link: str | None = None
    kind: SpouseKind = "spouse"
    start: Date | None = None
    end: Date | None = None
    ended: str | None = None
    text: str
    span: Span
    references: tuple[str, ...] = ()


def read_spouses(context: Context, boxes: list[Box]) -> list[dict[str, object]]:
    """Spouses, then consorts, then partners, each in the order of their numbers.

    ``{{marriage|[[Mary Todd]]|1842|1865|end=his death}}`` gives "Mary Todd" from 1842 to 1865, and so does
    ``[[Mary Todd]] (m. 1842; d. 1865)``.
    """
    spouses: list[dict[str, object]] = []
    for kind in _KINDS:
        fields = [field for box in boxes for field in box.fields if field.role == kind and has_value(context, field)]
        spouses += _read_fields(context, kind, sorted(fields, key=lambda field: field.number or 0))
    return spouses


def _read_fields(context: Context, kind: SpouseKind, fields: Iterable[BoxField]) -> list[dict[str, object]]:
    spouses: list[dict[str, object]] = []
    for field in fields:
        for item in read_items(context, field.fragment, commas=True):
            for marriage in read_template_marriages(context, item) or read_noted_marriages(context, item):
                if marriage.name and not names_nobody(context, marriage.name):
                    spouses.append(_value(context, kind, marriage))
                elif not marriage.name and spouses:
                    _complete(spouses[-1], marriage)
    return spouses


def drop_lifetimes(context: Context, spouses: object, birth: object) -> None:
    """Years that a spouse lived are none of the marriage: ``[[Ada Hat]] (1887–1958)`` of somebody born in 1881.

    Bare years are taken for a lifetime where they begin before the person was old enough to marry.
    """
    born = _year(birth.get("date")) if isinstance(birth, dict) else None
    if born is None or not isinstance(spouses, list):
        return
    for spouse in spouses:
        start = _year(spouse["start"])
        too_young = start is not None and spouse["end"] is not None and start < born + _YOUNGEST
        if too_young and not marriage_meanings(context, spouse["text"][len(spouse["name"]) :]):
            spouse["start"] = spouse["end"] = None


def _year(date: object) -> int | None:
    edtf = str(date.get("edtf")) if isinstance(date, dict) else ""
    return int(edtf[:4]) if edtf[:4].isdecimal() else None


def names_nobody(context: Context, name: str) -> bool:
    """Whether a value says that there is nobody, or does not say who: "None", "Unmarried", "2 wives"."""
    if name[:1].isdecimal() or says_nothing(context, name):
        return True
    return context.lexicon.word("no_marriage", name.strip(" .")) is not None


def _value(context: Context, kind: SpouseKind, marriage: Marriage) -> dict[str, object]:
    start, end, _ = marriage.fragment
    return {
        "name": marriage.name,
        "link": marriage.link,
        "kind": kind,
        "start": marriage.start,
        "end": marriage.end,
        "ended": marriage.ended,
        "text": text_of(context, marriage.fragment),
        "span": (start, end),
        "references": context.footnotes(start, end),
    }


def _complete(spouse: dict[str, object], notes: Marriage) -> None:
    """Years on a line of their own belong to the spouse of the line before: ``[[A]]<br>m. 1990; div. 2000``."""
    for name, value in (("start", notes.start), ("end", notes.end), ("ended", notes.ended)):
        if spouse[name] is None:
            spouse[name] = value
