"""Teams, medals, parties and education."""

from __future__ import annotations

from typing import Any

import pytest

from lives import agrees, cases, person_of


@pytest.mark.parametrize("case", cases("sport/cases.jsonl"), ids=lambda case: str(case["about"]))
def test_lives(case: dict[str, Any]) -> None:
    agrees(case, person_of(case["wikitext"])[case["field"]])
