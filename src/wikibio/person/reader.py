"""The main infobox of a page to its Person: a table of facts, and what reads each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from wikibio.context import Context
from wikibio.infobox.box import Box
from wikibio.person.birth_death import read_baptism, read_birth, read_burial, read_death
from wikibio.person.education import read_education
from wikibio.person.facts import Facts
from wikibio.person.family import read_children, read_number_of_children, read_relatives
from wikibio.person.measures import read_height, read_weight
from wikibio.person.medals import read_medals
from wikibio.person.model import Person
from wikibio.person.names import read_image, read_name, read_native_name, read_nicknames, read_signature
from wikibio.person.offices import OFFICE_GROUPS, read_offices
from wikibio.person.party import read_parties
from wikibio.person.service import read_person_battles, read_service
from wikibio.person.sport import read_listed_teams, read_teams
from wikibio.person.spouse import drop_lifetimes, read_spouses
from wikibio.values.model import blank

_BLANK = blank(Person)


class Fact(NamedTuple):
    """What reads a field of Person, and the first parts of the roles that it reads: without one, nothing is said."""

    groups: frozenset[str]
    read: Callable[[Facts], object]


def read_person(context: Context, boxes: list[Box]) -> dict[str, object] | None:
    """What the first infobox of a person says, with the boxes inside it; None where the page has none.

    ``{{Infobox person|name=A|birth_date=1957}}`` gives the name "A" and a birth in 1957.
    """
    box = next((box for box in chain(boxes, _within(boxes)) if box.is_person), None)
    if box is None:
        if context.lexicon.knows("infobox"):
            context.report("no-infobox", "the page has no infobox of a person", 0, 0)
        return None
    facts = Facts(context, box)
    given = facts.groups()
    person = {**_BLANK, "span": box.span, "facts_at": box.row.fixed.get("facts_at")}
    for name, fact in READERS.items():
        if not given.isdisjoint(fact.groups):
            person[name] = fact.read(facts)
    if person["spouses"] and person["birth"] is not None:
        drop_lifetimes(context, person["spouses"], person["birth"])
    return person


def _within(boxes: list[Box]) -> Iterator[Box]:
    """The boxes inside others, for a person's box that a box of another kind holds."""
    for box in boxes:
        for field in box.fields:
            yield from field.boxes
            yield from _within(field.boxes)


def _fact(read: Callable[[Facts], object], *roles: str) -> Fact:
    return Fact(frozenset(role.partition(".")[0] for role in roles), read)


def _items(*roles: str) -> Fact:
    """All items of these roles in source order."""
    return _fact(
        lambda facts: [value for field in facts.in_order(*roles) for value in facts.of_field("item", field)], *roles
    )


def _first(kind: str, *roles: str) -> Fact:
    return _fact(lambda facts: facts.first(kind, *roles), *roles)


def _all(kind: str, *roles: str) -> Fact:
    return _fact(lambda facts: facts.values(kind, *roles), *roles)


def _relatives(*roles: str) -> Fact:
    return _fact(read_relatives(*roles), *roles)


def _of_boxes(read: Callable[[Context, list[Box]], object], *roles: str) -> Fact:
    """What makes one value of several parameters of a box reads the boxes themselves."""
    return _fact(lambda facts: read(facts.context, facts.boxes), *roles)


def _teams(*series: str, past: str = "") -> Fact:
    """The teams of numbered series, and those of a field that lists them all."""

    def read(facts: Facts) -> object:
        listed = read_listed_teams(facts.context, facts.in_order(past)) if past else []
        return read_teams(facts.context, facts.boxes, *series) + listed

    return _fact(read, *series, *([past] if past else []))


READERS: dict[str, Fact] = {
    "name": _fact(read_name, "name"),
    "full_name": _first("item", "full_name"),
    "native_name": _fact(read_native_name, "native_name"),
    "honorific_prefix": _first("item", "honorific_prefix"),
    "honorific_suffix": _first("item", "honorific_suffix"),
    "nicknames": _fact(read_nicknames, "nickname"),
    "other_names": _items("other_name", "alias", "pseudonym", "stage_name"),
    "image": _fact(read_image, "image"),
    "signature": _fact(read_signature, "signature"),
    "birth": _fact(read_birth, "birth"),
    "baptism": _fact(read_baptism, "baptism", "birth"),
    "death": _fact(read_death, "death"),
    "burial": _fact(read_burial, "burial"),
    "nationality": _items("nationality"),
    "citizenship": _items("citizenship"),
    "ethnicity": _items("ethnicity"),
    "residence": _all("place", "residence"),
    "religion": _items("religion"),
    "parents": _relatives("parent", "father", "mother"),
    "spouses": _of_boxes(read_spouses, "spouse", "consort", "partner"),
    "children": _fact(read_children, "child"),
    "number_of_children": _fact(read_number_of_children, "child"),
    "relations": _relatives("relation", "family"),
    "education": _of_boxes(read_education, "education", "alma_mater", "university", "college"),
    "alma_mater": _items("alma_mater", "education", "university"),
    "occupations": _items("occupation"),
    "employers": _items("employer"),
    "organizations": _items("organization"),
    "years_active": _all("date", "years_active"),
    "known_for": _items("known_for"),
    "notable_works": _items("notable_work"),
    "influences": _items("influence"),
    "offices": _of_boxes(read_offices, *OFFICE_GROUPS),
    "parties": _fact(read_parties, "party"),
    "awards": _all("award", "award"),
    "height": _fact(read_height, "height"),
    "weight": _fact(read_weight, "weight"),
    "net_worth": _first("item", "net_worth"),
    "websites": _all("web_link", "website"),
    "allegiance": _items("allegiance"),
    "branch": _items("branch"),
    "service": _fact(read_service, "service"),
    "service_number": _items("service.number"),
    "rank": _items("rank"),
    "units": _items("unit"),
    "commands": _items("command"),
    "battles": _fact(read_person_battles, "battle"),
    "clubs": _teams("club", past="club.past"),
    "youth_clubs": _teams("youth_club"),
    "college_clubs": _teams("college_club"),
    "amateur_clubs": _teams("amateur_club"),
    "national_teams": _teams("national_team"),
    "representative_teams": _teams("representative_team", "province", "sevens_team"),
    "managed_teams": _teams("manager", past="manager.past"),
    "medals": _of_boxes(read_medals, "medals"),
}
"""Field of Person -> what reads it from the facts, and from which."""
