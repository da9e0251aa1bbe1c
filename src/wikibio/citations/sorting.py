"""The texts of a citation template, each put where it belongs or where it is read on from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wikibio.citations.dates import read_date_field
from wikibio.citations.identifiers import read_identifier
from wikibio.citations.text import Meaning, Names, Reading, Text, Values
from wikibio.citations.vocabulary import CitationWords, Plan
from wikibio.context import Context
from wikibio.syntax.nodes import Template

Fields = dict[str, Any]
"""All fields of one Citation, before validation: a blank one, filled in."""

# Members of an enumeration are looked up again at every use of theirs, and here is one for every parameter of a page.
_NAME, _TITLE, _DATE, _TEXT, _DETAIL = Reading.NAME, Reading.TITLE, Reading.DATE, Reading.TEXT, Reading.DETAIL
_SERIES, _IDENTIFIER, _UNKNOWN, _NOTHING = Reading.SERIES, Reading.IDENTIFIER, Reading.UNKNOWN, Reading.NOTHING
_PLACE, _PLACE_AND_DETAIL, _ELSEWHERE = Reading.PLACE, Reading.PLACE_AND_DETAIL, Reading.ELSEWHERE


class Sorted:
    """A template's texts.

    `values` are all with a key, `titles` and `places` the keys of those that say a title or a place, `names` people;
    `fields` has what needs no knowledge of its neighbours, but for `identifiers`, `details` what has no field of its
    own, `other` what nobody knows.
    """

    __slots__ = ("details", "fields", "identifiers", "names", "other", "places", "titles", "values")

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.values: Values = {}
        self.titles: list[str] = []
        self.places: list[str] = []
        self.names: Names = {}
        self.identifiers: dict[str, str] = {}
        self.details: dict[str, str] = {}
        self.other: dict[str, str] = {}


def sort_texts(
    context: Context, template: Template, texts: Iterable[Text], plan: Plan, words: CitationWords, found: Sorted
) -> None:
    """Add to `found` what the texts say; a text that shows nothing is none."""
    values, titles, fields = found.values, found.titles, found.fields
    for text in texts:
        shown, meaning, _, _, _ = text
        if not shown:
            continue
        reading = meaning.reading
        if reading is _TITLE:
            key = meaning.key
            values[key] = text
            titles.append(key)
        elif reading is _DATE:
            values[meaning.key] = text
            date = read_date_field(context, text, words)
            if date is None:
                found.details[meaning.key] = shown
            else:
                fields[meaning.field] = date
        elif reading is _TEXT:
            values[meaning.key] = text
            fields[meaning.field] = shown
        elif reading is _NAME:
            _add_name(found.names, meaning, text)
        elif reading is _UNKNOWN:
            found.other[meaning.name] = shown
            if not plan.fixed:
                _report_unknown(context, template, meaning.name)
        elif reading is not _NOTHING:
            values[meaning.key] = text
            if reading is not _ELSEWHERE:
                _add_special(context, text, found)


def _add_special(context: Context, text: Text, found: Sorted) -> None:
    """What few citations have."""
    meaning = text[1]
    key, reading = meaning.key, meaning.reading
    if reading is _DETAIL:
        found.details[key] = text[0]
    elif reading is _IDENTIFIER:
        found.identifiers[key] = read_identifier(context, key, text)
    elif reading is _SERIES:
        found.titles.append(key)
        if meaning.field:
            found.fields[meaning.field] = text[0]
        else:
            found.details[key] = text[0]
    elif reading is _PLACE or reading is _PLACE_AND_DETAIL:
        found.places.append(key)
        if reading is _PLACE_AND_DETAIL:
            found.details[key] = text[0]


def _add_name(names: Names, meaning: Meaning, text: Text) -> None:
    people = names.get(meaning.key)
    if people is None:
        names[meaning.key] = {meaning.number: {meaning.part: text}}
    elif meaning.number in people:
        people[meaning.number][meaning.part] = text
    else:
        people[meaning.number] = {meaning.part: text}


def _report_unknown(context: Context, template: Template, name: str) -> None:
    """Templates that supply values themselves have parameters of their own; of the others all are known."""
    parameter = template.arguments()[name]
    what = f"the parameter {parameter.name!r} is unknown" if parameter.named else "text without a parameter name"
    context.report("citation-unknown-parameter", what, parameter.start, parameter.end)
