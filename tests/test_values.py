"""Values read from single fragments: cases as data, wikitext in, value out with spans as the wikitext they cover."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from marked import written
from wikibio.context import Context
from wikibio.references.reader import read_references
from wikibio.syntax.nodes import Fragment
from wikibio.values.award import Award, read_award
from wikibio.values.coordinates import Coordinates, read_coordinates
from wikibio.values.date.model import Date
from wikibio.values.date.reader import read_dates
from wikibio.values.image import Image, read_image
from wikibio.values.item import read_item
from wikibio.values.language import read_language_text
from wikibio.values.model import Item, LanguageText, Model
from wikibio.values.place import Place, read_place
from wikibio.values.quantity import Quantity, read_quantity
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "values"
CASES = [json.loads(line) for path in sorted(DATA.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]

READERS: dict[str, tuple[Callable[[Context, Fragment], object], type[Model] | None]] = {
    "place": (read_place, Place),
    "coordinates": (read_coordinates, Coordinates),
    "image": (read_image, Image),
    "quantity": (read_quantity, Quantity),
    "language_text": (read_language_text, LanguageText),
    "award": (read_award, Award),
    "item": (read_item, Item),
    "dates": (read_dates, Date),
    "line": (lambda context, fragment: context.line(fragment), None),
}


def read(reader: str, wikitext: str) -> tuple[object, Context]:
    context = read_page(wikitext, "en")
    context.set_footnotes(read_references(context).markers)
    read_value, model = READERS[reader]
    value = read_value(context, context.tree.fragment)
    for each in value if isinstance(value, list) else [value]:
        if model is not None and each is not None:
            model.model_validate(each)
    return json.loads(json.dumps(value)), context


@pytest.mark.parametrize("case", CASES, ids=[f"{case['reader']}: {case['what']}" for case in CASES])
def test_value(case: dict[str, str]) -> None:
    value, context = read(case["reader"], case["wikitext"])
    assert written(value, case["wikitext"]) == case["value"]
    assert [finding["code"] for finding in context.diagnostics] == case.get("diagnostics", [])
