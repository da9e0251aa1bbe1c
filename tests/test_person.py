"""A person read from an infobox: cases as data, and the supplied article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from marked import agrees, written
from wikibio.biography import parse
from wikibio.lexicon.load import load, read_tables
from wikibio.person.facts import Facts
from wikibio.person.reader import READERS

DATA = Path(__file__).parent / "data" / "person"
CASES = [json.loads(line) for path in sorted(DATA.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]


def person(source: str) -> tuple[object, list[str]]:
    bio = parse(source)
    value = json.loads(bio.person.model_dump_json()) if bio.person is not None else None
    return written(value, source), [finding.code for finding in bio.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_person(case: dict[str, object]) -> None:
    got, diagnostics = person(str(case["wikitext"]))
    assert agrees(got, case["person"]), json.dumps(got, ensure_ascii=False)
    assert diagnostics == case.get("diagnostics", [])


def test_the_article(article: str) -> None:
    """What a careful reader finds in the supplied article's infobox."""
    soleimani = parse(article).person
    assert soleimani is not None
    assert soleimani.birth is not None
    assert soleimani.birth.date is not None
    assert soleimani.birth.date.edtf == "1957-03-11"
    assert soleimani.birth.place is not None
    assert [part.link for part in soleimani.birth.place.parts] == [
        "Qanat-e Malek, Kerman",
        "Kerman Province",
        "Pahlavi dynasty",
    ]
    assert soleimani.death is not None
    assert soleimani.death.date is not None
    assert (soleimani.death.date.edtf, soleimani.death.age) == ("2020-01-03", 62)
    assert [date.edtf for date in soleimani.service] == ["1979/2020"]
    assert [(rank.text, rank.references) for rank in soleimani.rank] == [("Major general", ("note-1",))]
    assert [command.link for command in soleimani.commands] == ["41st Tharallah Division of Kerman", "Quds Force"]
    assert len(soleimani.nicknames) == 2
    assert [child.text for child in soleimani.children] == ["Mohammadreza Soleimani", "Zeinab Soleimani"]
    assert [(award.name, award.count) for award in soleimani.awards] == [
        ("Order of Zolfaghar", 1),
        ("Order of Fath", 3),
    ]
    assert soleimani.native_name is not None
    assert soleimani.native_name.lang == "fa"
    assert soleimani.burial is not None
    assert soleimani.burial.coordinates is not None
    assert (soleimani.burial.coordinates.latitude, soleimani.burial.coordinates.longitude) == (30.291984, 57.128931)


def a_box_for_each_role() -> dict[str, str]:
    """An infobox for each role that a parameter has, with a value that most readers make something of."""
    boxes = {row.kind: row.names[0] for table in read_tables("en") for row in table.template if row.role == "infobox"}
    return {
        row.role: f"{{{{{boxes.get(kind, 'infobox person')}|{name.replace('#', '1')}=[[Ada]] (3 May 1957)}}}}"
        for (kind, name), row in load("en")._parameters.items()
    }


def test_no_fact_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts of which a box has no role are not asked for; asked for all the same, none of them says anything."""
    sources = [*a_box_for_each_role().values(), *(str(case["wikitext"]) for case in CASES)]
    found = [parse(source).person for source in sources]
    every_group = frozenset[str]().union(*(fact.groups for fact in READERS.values()))
    monkeypatch.setattr(Facts, "groups", lambda facts: every_group)
    assert [parse(source).person for source in sources] == found
