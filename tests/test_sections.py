"""Sections: the tree and the anchors as MediaWiki makes them, plain text, and where in it the footnotes stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wikibio
from strategies import wikitext
from wikibio.biography import ALL_DISPLAYS
from wikibio.references.reader import read_references
from wikibio.sections.outline import read_outline
from wikibio.sections.reader import read_sections
from wikibio.syntax.folding import RESERVED
from wikibio.syntax.page import nodes_between
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "sections"
FOOTNOTES = st.sampled_from(
    [
        "<ref>a</ref>", " <ref name=b>c</ref> ", "<ref name=b/>", "{{efn|d<ref>e</ref>}}", "({{IPA|f}}<ref>g</ref>; h)",
        "{{cite book|title=i<ref>j</ref>", "{{birth date|1957|3|11|df=", "{{nowrap|", "}}", "\n|-\n", "|}", "''", "'''",
    ]
)  # fmt: skip
HEADINGS = json.loads((DATA / "headings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", HEADINGS, ids=[case["what"] for case in HEADINGS])
def test_headings(case: dict[str, Any]) -> None:
    bio = wikibio.parse(case["wikitext"])
    assert [[s.level, s.title, s.anchor] for s in bio.sections.walk()] == case["sections"]


def test_fixture_has_the_sections_that_mediawiki_shows(article: str) -> None:
    bio = wikibio.parse(article)
    expected = json.loads((DATA / "fixture.json").read_text(encoding="utf-8"))
    assert [[s.level, s.anchor, s.span.start] for s in bio.sections.walk()] == expected


def test_a_section_runs_to_the_end_of_its_subsections(article: str) -> None:
    career = wikibio.parse(article).sections["Military career"]
    command = career["Command of Quds Force"]
    assert career.span.contains(command.span)
    assert article[slice(*command.span)].startswith("===")
    assert "Command of Quds Force" not in career.text


def test_marks_on_lines_of_their_own_stand_in_the_text() -> None:
    lead = wikibio.parse("<ref name=a>x</ref>\n\nA.\n\n<ref name=b>y</ref>").lead
    assert (lead.text, [(mark.at, mark.reference) for mark in lead.marks]) == ("A.", [(0, "a"), (2, "b")])


def test_marks_stand_behind_what_they_support() -> None:
    bio = wikibio.parse("He was born.<ref name=a>x</ref> He died <ref>y</ref>, they say.<ref name=a />\n\nEnd.")
    assert bio.lead.text == "He was born. He died, they say.\nEnd."
    supported = [(bio.lead.text[: mark.at], mark.reference) for mark in bio.lead.marks]
    assert supported == [
        ("He was born.", "a"),
        ("He was born. He died", "r2"),
        ("He was born. He died, they say.", "a"),
    ]


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("{{flag|Iran<ref name=a>x</ref>}}, b", "Iran, b", [(4, "a")]),
        ("{{nowrap|A<ref name=a>x</ref> b}} c", "A b c", [(1, "a")]),
        ("{{birth date|1957|3|11|df=<ref name=a>x</ref> y}} b", "11 March 1957 b", [(13, "a")]),
        (
            "{{cite book|title=A|year=<ref name=a>2001</ref>{{efn|name=b|y<ref>z</ref>}}}} b",
            "A. b",
            [(2, "a"), (2, "b")],
        ),
        ("{{cite book|title=A<ref name=a>x</ref> B}} b<ref name=b>y</ref>", "A B. b", [(4, "a"), (6, "b")]),
    ],
)
def test_footnotes_in_what_a_template_shows_stand_behind_it(
    source: str, text: str, marks: list[tuple[int, str]]
) -> None:
    lead = wikibio.parse(source).lead
    assert (lead.text, [(mark.at, mark.reference) for mark in lead.marks]) == (text, marks)


@given(st.lists(st.one_of(wikitext, FOOTNOTES), max_size=5).map("".join))
def test_every_footnote_that_stands_in_a_section_has_its_mark(source: str) -> None:
    context = read_page(source, "en", ALL_DISPLAYS)
    markers = read_references(context).markers
    lead, sections = read_sections(context, markers, {})
    for outline, section in zip(read_outline(context).walk(), (lead, *_walk(sections)), strict=True):
        nodes = nodes_between(context.tree.children, outline.body, outline.own_end)
        marks = [mark["reference"] for mark in section["marks"]]
        places = [mark["at"] for mark in section["marks"]]
        standing = [markers[node.start] for node in nodes if node.start in markers]
        others = iter(marks)
        assert all(reference in others for reference in standing), (marks, standing)
        assert [0, *places, len(section["text"])] == sorted([0, *places, len(section["text"])])
        assert not set(RESERVED) & (set(section["text"]) - set(source))


def _walk(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield section
        yield from _walk(section["sections"])


def test_sections_inside_a_tag_are_read_as_those_outside() -> None:
    bio = wikibio.parse("lead <div class=a>\n== A ==\n[[x|y]] {{nowrap|z}}<ref name=r>s</ref>\n</div>\n== B ==\nq")
    assert (bio.lead.text, bio.sections["A"].text, bio.sections["B"].text) == ("lead", "y z", "q")
    assert [(mark.at, mark.reference) for mark in bio.sections["A"].marks] == [(3, "r")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Attila<ref>a</ref> ({{IPAc-en|x}}<ref>b</ref>; {{floruit|406}}) was", "Attila (fl. 406) was"),
        ("Warhol (<ref>a</ref> August 6, 1928) was", "Warhol (August 6, 1928) was"),
        ("Ampère ({{IPA|fr|ɑ̃pɛʁ}}; 20 January 1775) was", "Ampère (20 January 1775) was"),
        ("{{s-start}}\n{{s-bef|before=A}}\n|-\n{{s-end}}\nEnd.\n[[bg:Андрю]]\n[[zh-yue:B]]", "End."),
        ("[[:de:Berlin]] and [[w:Iran|Iran]]", "de:Berlin and Iran"),
    ],
)
def test_what_shows_nothing_leaves_nothing_behind(source: str, text: str) -> None:
    assert wikibio.parse(source).lead.text == text


def test_no_text_of_the_fixture_shows_markup_or_debris(article: str) -> None:
    bio = wikibio.parse(article)
    for section in (bio.lead, *bio.sections.walk()):
        for debris in ("{{", "}}", "[[", "]]", "''", "<ref", "( ", "(,", "(;", " ,", "3January", "  "):
            assert debris not in section.text, (section.title, debris)
        assert all(0 <= mark.at <= len(section.text) for mark in section.marks)


def test_sections_are_found_by_title_and_position(article: str) -> None:
    sections = wikibio.parse(article).sections
    assert sections[0].title == "Early life"
    with pytest.raises(KeyError):
        sections["No such section"]
