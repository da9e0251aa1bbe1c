"""Military service: its years and its battles."""

from __future__ import annotations

from wikibio.battles.reader import read_battles
from wikibio.infobox.values import Value
from wikibio.person.facts import Facts
from wikibio.span import Span
from wikibio.values.date import edtf


def read_service(facts: Facts) -> list[Value]:
    """``serviceyears = 1940–1945<br>1951–1953`` gives two intervals.

    An entry and an exit in parameters of their own (``enteredservice``, ``leftservice``) give one.
    """
    dates = [date for date in facts.values("date", "service") if date["edtf"] is not None]
    return dates or _from_ends(facts)


def read_person_battles(facts: Facts) -> list[Value]:
    """The battles of all fields that list them; ``battles = [[World War II]]<br>[[Korean War]]`` gives two."""
    return [battle for field in facts.in_order("battle") for battle in read_battles(facts.context, field.fragment)]


def _from_ends(facts: Facts) -> list[Value]:
    start, end = facts.first("date", "service.start"), facts.first("date", "service.end")
    given = [date for date in (start, end) if date is not None and date["edtf"] is not None]
    if not given:
        return []
    first, last = (str(date["edtf"]) if date in given and date is not None else "" for date in (start, end))
    interval = edtf.interval(first, last)
    if interval is None:
        return given
    spans = [Span(*date["span"]) for date in given]  # type: ignore[misc]  # a value's span is a pair of int
    references = [each for date in given for each in date["references"]]  # type: ignore[attr-defined]
    text = "–".join(str(date["text"]) for date in given)
    return [{"edtf": interval, "text": text, "span": Span(spans[0].start, spans[-1].end), "references": references}]
