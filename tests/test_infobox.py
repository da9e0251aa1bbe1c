"""Infoboxes with all their parameters, and what became of each of their characters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from marked import written
from strategies import wikitext
from wikibio.biography import extract_infobox, parse
from wikibio.infobox.coverage import read_coverage
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "infobox"


def cases(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", cases("infoboxes.jsonl"), ids=lambda case: str(case["what"]))
def test_infoboxes(case: dict[str, object]) -> None:
    source = str(case["wikitext"])
    bio = parse(source)
    boxes = [json.loads(box.model_dump_json(exclude_defaults=True)) for box in bio.infoboxes]
    assert written(boxes, source) == case["infoboxes"]
    assert [finding.code for finding in bio.diagnostics] == case.get("diagnostics", [])


def test_the_article(article: str) -> None:
    """All 24 parameters of the supplied article's infobox in their order; empty ones have a field too."""
    box = parse(article).infobox
    assert box is not None
    assert (box.name, box.kind, box.span) == ("Infobox military person", "military_person", (141, 12723))
    assert len(box.fields) == 24
    assert list(box.fields)[:3] == ["honorific_prefix", "name", "image"]
    assert (box["unit"].text, box["unit"].values) == ("", ())
    assert box["death_date"].references == ("r1",)
    assert {name for name, field in box.fields.items() if not field.text} == {"image_size", "unit", "relations"}


@given(wikitext)
def test_fields_stand_in_their_box(source: str) -> None:
    """The spans of values lie in their field, those of fields in their box, one field after another."""
    for box in parse(source).infoboxes:
        position = box.span.start
        for field in sorted(box.fields.values(), key=lambda field: field.span):
            assert position <= field.span.start <= field.span.end <= box.span.end
            position = field.span.end
            assert all(field.span.contains(value.span) for value in field.values)


@pytest.mark.parametrize("case", cases("coverage.jsonl"), ids=lambda case: str(case["what"]))
def test_coverage(case: dict[str, object]) -> None:
    source = str(case["wikitext"])
    context = read_page(source, "en")
    (coverage,) = read_coverage(context)
    for state in ("consumed", "ignored", "unknown"):
        if state in case:
            assert [source[slice(*each.span)] for each in coverage.pieces if each.state == state] == case[state]


@given(wikitext)
def test_coverage_leaves_nothing_out(source: str) -> None:
    """The pieces of an infobox follow one another from its first character to its last."""
    for coverage in read_coverage(read_page(source, "en")):
        assert [piece.span.start for piece in coverage.pieces] + [coverage.span.end] == [
            coverage.span.start,
            *(piece.span.end for piece in coverage.pieces),
        ]
        assert coverage.consumed + coverage.ignored + coverage.unknown == coverage.span.end - coverage.span.start


def test_a_language_without_tables() -> None:
    """The box of a page is told by its shape: a named parameter a line; other templates of the lead are not taken."""
    box = "{{Skrzynka\n| imię = [[Ada]]<ref>A</ref>\n| a = 1\n| b = 2\n| c = 3\n}}\n"
    source = "{{quote|text=a|by=b|year=c|in=d}}\n" + box
    bio = parse(source, lang="szl")
    assert bio.infobox is not None
    assert (bio.infobox.name, bio.infobox.kind, bio.person) == ("Skrzynka", "", None)
    assert [(field.name, field.text, field.references) for field in bio.infobox.fields.values()][:2] == [
        ("imię", "Ada", ("r1",)),
        ("a", "1", ()),
    ]
    assert [finding.code for finding in bio.diagnostics] == ["no-vocabulary"]


@pytest.mark.parametrize(
    ("source", "parameter", "text"),
    [
        ("{{Infobox scientist\n| notes = {{cite web|title=Hello\n| birth_date = 1950", "notes", '"Hello".'),
        ("{{Infobox scientist\n|m={{cite web|title=A|l=7", "m", '"A".'),
    ],
)
def test_a_citation_in_a_box_that_is_never_closed_keeps_its_end(source: str, parameter: str, text: str) -> None:
    infobox = extract_infobox(source)
    assert infobox is not None
    assert infobox[parameter].text == text
    assert parse(source).infobox == infobox
