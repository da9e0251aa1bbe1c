"""Birth, baptism, death and burial, each from all the parameters that speak of it."""

from __future__ import annotations

from collections.abc import Mapping

from wikibio.infobox.box import BoxField
from wikibio.infobox.values import Value, field_values
from wikibio.person.age import read_age
from wikibio.person.facts import Facts
from wikibio.span import Span
from wikibio.values.date.grammar import read_date
from wikibio.values.date.reader import date_words
from wikibio.values.place import Place


def read_birth(facts: Facts) -> Value | None:
    """``birth_date = {{birth date|1957|3|11}}`` and ``birth_place = [[Kerman]]`` give date and place in one.

    A place that stands in the date's field, or a date in the place's, is taken where it has no field of its own; so are
    dates and places that are given in pieces (``yearofbirth``, ``cityofbirth``).
    """
    date, place = _when(facts, "birth"), _where(facts, "birth")
    return _event(facts, "birth", {"name": facts.first("item", "birth.name"), "date": date, "place": place})


def read_baptism(facts: Facts) -> Value | None:
    """``baptised = 26 April 1564``, or the same in the date of birth: ``birth_date = baptised 26 April 1564``."""
    given = bool(facts.group("baptism"))
    date, place = (_when(facts, "baptism"), _where(facts, "baptism")) if given else (None, None)
    if date is None:
        for field in facts.fields("birth.date", "birth"):
            for what, value in field_values(facts.context, field):
                if what.get("of") == "baptism":
                    return {"date": value, "place": place, "span": field.span}
    return _event(facts, "baptism", {"date": date, "place": place}) if given else None


def read_death(facts: Facts) -> Value | None:
    """As birth; the cause has its own parameter, the age stands in one or behind the date: "(aged 62)"."""
    cause = facts.first("item", "death.cause")
    death = {"date": _when(facts, "death"), "place": _where(facts, "death"), "cause": cause, "age": read_age(facts)}
    return _event(facts, "death", death)


def read_burial(facts: Facts) -> Value | None:
    """``placeofburial = [[Kerman]]`` and ``placeofburial_coordinates = {{coord|30.29|57.12}}``."""
    coordinates = facts.first("coordinates", "burial.coordinates", "burial.place")
    burial = {"date": _when(facts, "burial"), "place": _where(facts, "burial"), "coordinates": coordinates}
    return _event(facts, "burial", burial)


def _event(facts: Facts, event: str, parts: Mapping[str, object]) -> Value | None:
    """The parts with the span from the first field of the event to the last; None where nothing is said."""
    if not any(part is not None for part in parts.values()):
        return None
    roles = _ROLES[event]
    fields = [field for field in facts.group(event) if field.role in roles]
    start, end = min(field.start for field in fields), max(field.end for field in fields)
    return {**parts, "span": (start, end)}


OTHER_EVENTS = ("floruit", "reign", "baptism")
_PARTS = ("date", "place", "name", "cause", "age", "coordinates", "year", "month", "day", "city", "state", "country")
_ROLES = {
    event: frozenset((event, *(f"{event}.{part}" for part in _PARTS)))
    for event in ("birth", "baptism", "death", "burial")
}
"""The roles of all parameters that speak of an event."""


def _when(facts: Facts, event: str) -> Value | None:
    """The date of an event: the first that says something, else the first that says it is unknown.

    When somebody flourished, reigned or was baptised is no date of a birth or a death.
    """
    dates = [
        value
        for field in facts.fields(f"{event}.date", event, f"{event}.place")
        for what, value in field_values(facts.context, field)
        if what["kind"] == "date" and what.get("of") not in OTHER_EVENTS
    ]
    known = next((date for date in dates if date["edtf"] is not None), None)
    return known or _composed_date(facts, event) or next(iter(dates), None)


def _where(facts: Facts, event: str) -> Value | None:
    place = facts.first("place", f"{event}.place", event, f"{event}.date")
    if not facts.has(f"{event}.city", f"{event}.state", f"{event}.country"):
        return place
    composed = _composed_place(facts, event, "city", "state", "country")
    if place is None or composed is None:
        return place or composed
    return _joined_place(facts, event, place)


def _joined_place(facts: Facts, event: str, place: Value) -> Value:
    """``placeofbirth = [[Leith]]``, ``countryofbirth = Scotland`` give "Leith, Scotland".

    The page shows both (Template:Infobox cricketer biography/doc, checked 2026-11-21); what the place says itself is
    not said again.
    """
    first = Place.model_validate(place)
    unsaid = [part for part in ("state", "country") if not _says(facts, f"{event}.{part}", first.text)]
    composed = _composed_place(facts, event, *unsaid)
    if composed is None:
        return place
    second = Place.model_validate(composed)
    return {
        "text": f"{first.text}, {second.text}",
        "parts": (*first.parts, *second.parts),
        "span": Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end)),
        "references": (*first.references, *second.references),
    }


def _says(facts: Facts, role: str, text: str) -> bool:
    parts = {part.strip() for part in text.casefold().split(",")}
    return any(str(item["text"]).casefold() in parts for item in facts.values("item", role)[:1])


def _composed_date(facts: Facts, event: str) -> Value | None:
    """``yearofbirth = 1957``, ``monthofbirth = 3``, ``dayofbirth = 11``."""
    if not facts.has(f"{event}.year"):
        return None
    fields = facts.fields(f"{event}.day", f"{event}.month", f"{event}.year")
    words = date_words(facts.context.lexicon)
    texts = [facts.context.line(field.fragment) for field in fields]
    names = [
        words.month_names.get(int(text), text) if field.role == f"{event}.month" and text.isdecimal() else text
        for field, text in zip(fields, texts, strict=True)
    ]
    edtf = read_date(" ".join(names), words)
    return {"edtf": edtf, "text": " ".join(names), **_spread(facts, fields)} if edtf is not None else None


def _composed_place(facts: Facts, event: str, *pieces: str) -> Value | None:
    """``cityofbirth = [[Kerman]]``, ``countryofbirth = Iran`` give "Kerman, Iran"."""
    fields = facts.fields(*(f"{event}.{piece}" for piece in pieces))
    items = [item for field in fields for item in facts.of_field("item", field)[:1]]
    if not items:
        return None
    parts = [{"text": item["text"], "link": item["link"]} for item in items]
    return {"text": ", ".join(str(item["text"]) for item in items), "parts": parts, **_spread(facts, fields)}


def _spread(facts: Facts, fields: list[BoxField]) -> Value:
    start, end = min(f.fragment.start for f in fields), max(f.fragment.end for f in fields)
    references = [each for f in fields for each in facts.context.footnotes(f.fragment.start, f.fragment.end)]
    return {"span": Span(start, end), "references": references}
