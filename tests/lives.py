"""What the tests of offices, spouses and teams share: an infobox read whole, and values cut down to a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wikibio.infobox.box import find_boxes
from wikibio.person.model import Person
from wikibio.person.reader import read_person
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def person_of(wikitext: str) -> dict[str, Any]:
    """The JSON of the person that the page's infobox describes."""
    context = read_page(wikitext, "en")
    person = read_person(context, find_boxes(context))
    assert person is not None
    data: dict[str, Any] = json.loads(Person.model_validate(person).model_dump_json())
    return data


def brief(value: Any) -> Any:
    """Dates as EDTF, items as their text, so that a case can be read at a glance."""
    if isinstance(value, dict):
        if "edtf" in value:
            return value["edtf"]
        if "text" in value and set(value) == {"text", "link", "span", "references"}:
            return value["text"]
        return {name: brief(part) for name, part in value.items()}
    return [brief(part) for part in value] if isinstance(value, list) else value


def agrees(case: dict[str, Any], values: list[dict[str, Any]]) -> None:
    """The values are as many as the case says, and each has what the case names of it."""
    expected = case["expected"]
    found = [{name: brief(value)[name] for name in wanted} for value, wanted in zip(values, expected, strict=False)]
    assert found == expected
    assert len(values) == len(expected), [brief(value) for value in values[len(expected) :]]
