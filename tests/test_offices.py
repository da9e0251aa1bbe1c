"""Offices: numbered series, titles that the infobox makes, reigns, sees."""

from __future__ import annotations

from typing import Any

import pytest

from lives import agrees, cases, person_of
from wikibio.values.show import read_page


@pytest.mark.parametrize("case", cases("offices/cases.jsonl"), ids=lambda case: str(case["about"]))
def test_offices(case: dict[str, Any]) -> None:
    agrees(case, person_of(case["wikitext"])["offices"])


def test_spans_lead_back_to_the_source() -> None:
    term = "term_start1=1 May 1990|term_end1=1994–95"
    source = f"{{{{Infobox officeholder|name=A|office1=[[Mayor]] of B|{term}|successor1=[[C]]}}}}"
    office = person_of(source)["offices"][0]
    assert source[slice(*office["start"]["span"])] == "1 May 1990"
    assert source[slice(*office["successor"]["span"])] == "[[C]]"
    assert source[slice(*office["span"])].startswith("office1=")
    assert source[slice(*office["span"])].endswith("[[C]]")


def test_sides_of_a_range_have_their_own_text_and_span() -> None:
    source = "{{Infobox officeholder|name=A|office=Judge|term=May 1990 – 4 June 1994}}"
    office = person_of(source)["offices"][0]
    assert (office["start"]["text"], office["end"]["text"]) == ("May 1990", "4 June 1994")
    assert source[slice(*office["end"]["span"])] == "4 June 1994"


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("{{ushr|TX|17}}", "Texas's 17th congressional district"),
        ("{{ushr|NY|3}}", "New York's 3rd congressional district"),
        ("{{ushr|Illinois|11|}}", "Illinois's 11th congressional district"),
        ("{{ushr|CA|42}}", "California's 42nd congressional district"),
        ("{{ushr|AK|AL}}", "Alaska's at-large congressional district"),
        ("{{ushr|OH|2|2nd}}", "2nd"),
        ("{{ushr|OH}}", ""),
    ],
)
def test_a_district_template_shows_its_text_or_the_name_of_the_district(wikitext: str, text: str) -> None:
    context = read_page(wikitext, "en")
    assert context.line(context.tree.fragment) == text
