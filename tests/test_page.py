"""What a page says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wikibio
from wikibio import Biography
from wikibio.values.model import Item

DATA = Path(__file__).parent / "data" / "page"
CASES = json.loads((DATA / "cases.json").read_text(encoding="utf-8"))


def text(item: Item | None) -> str | None:
    return None if item is None else item.text


SHORT: dict[str, Callable[[Biography], object]] = {
    "categories": lambda bio: [[c.name, c.sort_key] for c in bio.categories],
    "links": lambda bio: [[link.target, link.fragment, link.text] for link in bio.links],
    "external_links": lambda bio: [[link.url, link.text] for link in bio.external_links],
    "images": lambda bio: [[image.file, image.caption, image.alt] for image in bio.images],
    "hatnotes": lambda bio: [[note.kind, list(note.targets)] for note in bio.hatnotes],
    "succession": lambda bio: [
        [s.title, s.link, s.years, text(s.predecessor), text(s.successor)] for s in bio.succession
    ],
}
"""The parts of a Biography that a case spells in short."""


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_page(case: dict[str, Any]) -> None:
    bio = wikibio.parse(case["wikitext"])
    for key, expected in case["page"].items():
        assert SHORT.get(key, lambda bio, key=key: getattr(bio, key))(bio) == expected, key


def test_fixture(article: str) -> None:
    bio = wikibio.parse(article)
    assert bio.short_description == "Iranian lieutenant general who commanded the Quds Corps"
    assert (bio.default_sort, bio.date_format, bio.wikidata) == ("Soleimani, Qasem", "dmy", "Q892014")
    assert SHORT["categories"](bio) == json.loads((DATA / "fixture_categories.json").read_text(encoding="utf-8"))
    assert [(s.title, s.years) for s in bio.succession] == [
        ("Commander of the 41st Tharallah Division", "1982–1998"),
        ("Commander of Quds Force", "1998–2020"),
    ]
    assert text(bio.succession[1].predecessor) == "Ahmad Vahidi"


def test_spans_slice_to_what_was_read(article: str) -> None:
    bio = wikibio.parse(article)
    for category in bio.categories:
        assert article[slice(*category.span)].startswith("[[Category:" + category.name)
    for image in bio.images:
        assert image.file.replace(" ", "_") in article[slice(*image.span)].replace(" ", "_")


def test_templates_and_tables_are_read_on_demand() -> None:
    source = "{{birth date|1957|3|[[11]]|df=y}}\n{| class=x\n! A !! B\n|-\n| 1 || ''two''\n|-\n| [[c|3]]\n|}\n"
    bio = wikibio.parse(source)
    (template,) = bio.templates
    assert (template.name, template.parameters) == ("birth date", {"1": "1957", "2": "3", "3": "11", "df": "y"})
    (table,) = bio.tables
    assert table.rows == (("A", "B"), ("1", "two"), ("3",))
    assert source[slice(*table.span)].startswith("{| class=x")
    assert "templates" not in bio.model_dump()
