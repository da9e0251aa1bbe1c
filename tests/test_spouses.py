"""Spouses, consorts and partners: templates, notes in brackets, lists, numbered fields."""

from __future__ import annotations

from typing import Any

import pytest

from lives import agrees, cases, person_of


@pytest.mark.parametrize("case", cases("spouses/cases.jsonl"), ids=lambda case: str(case["about"]))
def test_spouses(case: dict[str, Any]) -> None:
    agrees(case, person_of(case["wikitext"])["spouses"])


def test_years_lead_back_to_the_source() -> None:
    source = "{{Infobox person|name=A|spouse={{marriage|[[B]]|1 May 1990|2000|end=div}}<br>C (m. 2001; d. 2010)}}"
    first, second = person_of(source)["spouses"]
    assert [source[slice(*first[side]["span"])] for side in ("start", "end")] == ["1 May 1990", "2000"]
    assert [source[slice(*second[side]["span"])] for side in ("start", "end")] == ["2001", "2010"]
