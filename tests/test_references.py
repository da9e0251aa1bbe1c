"""References: what MediaWiki's Cite counts and shows, case by case and on the supplied article, and their graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wikibio
from wikibio.references.labels import GREEK, letters, roman
from wikibio.references.model import Reference

DATA = Path(__file__).parent / "data" / "references"
FILES = ("tags", "attributes", "numbering", "lists", "templates", "short", "general")
CASES = [
    pytest.param(json.loads(line), id=f"{name}: {json.loads(line)['what']}")
    for name in FILES
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]

VIEWS: dict[str, Callable[[Reference], Any]] = {
    "uses": lambda reference: len(reference.uses),
    "pages": lambda reference: [use.pages for use in reference.uses],
    "held": lambda reference: [use.in_reference for use in reference.uses],
    "targets": lambda reference: [short.target for short in reference.short_citations],
    "anchors": lambda reference: [short.anchor for short in reference.short_citations],
    "cited_by": lambda reference: [cited.reference for cited in reference.cited_by],
}
"""What a case may say of a reference besides the values of its fields."""


def view(reference: Reference, key: str) -> Any:
    return VIEWS[key](reference) if key in VIEWS else getattr(reference, key)


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    bio = wikibio.parse(case["wikitext"])
    expected = case["references"]
    assert len(bio.references) == len(expected), [reference.id for reference in bio.references]
    for reference, wanted in zip(bio.references, expected, strict=True):
        assert {key: view(reference, key) for key in wanted} == wanted
    codes = [found.code for found in bio.diagnostics if found.code.startswith(("reference-", "short-"))]
    assert sorted(codes) == sorted(case["codes"])
    assert len({reference.id for reference in bio.references}) == len(bio.references)


def test_fixture_has_the_footnotes_that_mediawiki_shows(article: str) -> None:
    references = wikibio.parse(article).references
    expected = json.loads((DATA / "fixture.json").read_text(encoding="utf-8"))
    found = [[r.group, r.label, r.name, [use.span.start for use in r.uses]] for r in references if r.kind != "general"]
    assert found == expected
    uses = [use for reference in references for use in reference.uses]
    assert (len(found), len(uses)) == (222, 288)
    assert sum(reference.name is not None for reference in references) == 68
    assert sum(len(reference.uses) > 1 for reference in references) == 31
    in_fields = [use for use in uses if use.field is not None]
    assert (len(in_fields), sum(use.in_reference is not None for use in in_fields)) == (21, 1)


def test_every_use_is_where_its_span_says(article: str) -> None:
    for reference in wikibio.parse(article).references:
        for use in reference.uses:
            written = article[slice(*use.span)]
            assert written.lower().startswith(("<ref", "{{refn")), written
            assert written.endswith((">", "}}")), written


@pytest.mark.parametrize("name", ["referenceſ", "REFERENCEſ", "ſection", "math\u0131"])
def test_only_ascii_letters_make_a_tag(name: str) -> None:
    """Python takes ``ſ`` and ``s`` for one letter where case does not matter; MediaWiki does not."""
    references = wikibio.extract_references(f"a <{name}>b</{name}> c<ref>d</ref>")
    assert [reference.text for reference in references] == ["d"]


def test_ids_are_readable(article: str) -> None:
    references = wikibio.parse(article).references
    assert [reference.id for reference in references][:4] == ["r1", "r2", "r3", "filkins"]
    assert references["note-1"].label == "note 1"
    assert references["filkins"].uses[0].field == "nickname"
    with pytest.raises(KeyError):
        references["nobody"]


QUESTIONS = (
    "{{Infobox person|name=A|birth_date={{birth date|1957|3|11}}<ref name=k>[https://example.org/a Kin]</ref>}}\n"
    "Born poor.<ref>Poe</ref><ref name=k /> Died rich.<ref>Roe</ref>\n"
    "== Life ==\nHe lived.{{sfn|Smith|2001|p=5}}\n"
    "== Sources ==\n"
    "* {{cite book|last=Smith|year=2001|title=Kith|isbn=978-0-306-40615-7}}\n* {{cite book|last=Moe|title=Moot}}\n"
)


def test_a_language_without_tables_misses_no_list() -> None:
    references = wikibio.extract_references("A<ref group=n>b</ref> c<ref>d</ref>{{lista}}", lang="xx")
    assert [reference.label for reference in references] == ["n 1", "1"]


def test_questions() -> None:
    bio = wikibio.parse(QUESTIONS)
    references = bio.references
    assert bio.person is not None
    assert bio.person.birth is not None
    assert bio.person.birth.date is not None
    assert [r.id for r in references.supporting(bio.person.birth.date)] == ["k"]
    start = QUESTIONS.index("Born poor.")
    assert [r.id for r in references.within((start, start + len("Born poor.")))] == ["r2", "k"]
    assert [r.id for r in references.in_section(None)] == ["k", "r2", "r3"]
    assert [r.name for r in references.in_section("Life")] == ["FOOTNOTESmith20015"]
    assert [r.id for r in references.in_field("birth_date")] == ["k"]
    assert [r.id for r in references.citing("https://example.org/a")] == ["k"]
    kith = next(r for r in references if r.kind == "general")
    assert [r.id for r in references.citing(kith.citations[0].identifiers["isbn"])] == [kith.id]
    assert [use.span.start for use in references.uses_of(kith.citations[0].identifiers["isbn"])] == [
        QUESTIONS.index("{{sfn")
    ]
    assert [r.text for r in references.uncited] == [r.text for r in references if "Moot" in r.text]
    assert len(references.uncited) == 1
    assert references.missing_targets == ()


@pytest.mark.parametrize(
    ("number", "latin", "greek", "numeral"), [(1, "a", "α", "i"), (24, "x", "ω", "xxiv"), (27, "aa", "αγ", "xxvii")]
)
def test_labels_in_letters(number: int, latin: str, greek: str, numeral: str) -> None:
    assert letters(number, "abcdefghijklmnopqrstuvwxyz") == latin
    assert letters(number, GREEK) == greek
    assert roman(number) == numeral


HOSTILE = {
    "open tags": "<ref>",
    "tags without an end": "<ref ",
    "open quotes": '<ref name="',
    "markup in a footnote": "<a>",
    "comments in a footnote": "<!-- ",
    "footnotes on one line": "{{note|a}}",
    "arguments of one name": "|a=<ref>b</ref>",
}


@pytest.mark.parametrize("repeated", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "around", [("", ""), ("<ref>", "<ref></ref>"), ("{{x", "}}>")], ids=["bare", "ref", "template"]
)
def test_hostile_text_takes_linear_time(repeated: str, around: tuple[str, str]) -> None:
    """What was quadratic while it was written; a minute's wait instead of a second's is how it would show."""
    before, after = around
    size = 32 * 1024
    references = wikibio.extract_references(before + repeated * (size // len(repeated)) + after)
    assert len(references) <= size
