"""The vocabulary of person infoboxes: that rows say what they should, and that the tables agree with each other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from wikibio.lexicon.load import load, read_tables

CASES = Path(__file__).parent / "data" / "vocabulary"


def cases(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", cases("parameters.jsonl"), ids=lambda case: f"{case['kind']}-{case['parameter']}")
def test_parameter_has_its_role(case: dict[str, object]) -> None:
    found = load("en").parameter(str(case["kind"]), str(case["parameter"]))
    role, number = (found[0].role, found[1]) if found else (None, None)
    assert (role, number) == (case["role"], case["number"])


@pytest.mark.parametrize("case", cases("infoboxes.jsonl"), ids=lambda case: str(case["name"]))
def test_infobox_has_its_kind(case: dict[str, object]) -> None:
    row = load("en").template(str(case["name"]))
    assert row is not None
    assert (row.role, row.kind) == ("infobox", case["kind"])
    assert (row.fixed.get("person") != "no") == case["person"]


def test_rows_name_kinds_that_exist() -> None:
    """A row for a kind that no infobox has would never be read."""
    tables = read_tables("en")
    kinds = {row.kind for row in load("en").templates("infobox")}
    assert {kind for table in tables for row in table.parameter for kind in row.kinds} <= kinds


def test_roles_are_dotted_words() -> None:
    assert [role for role in load("en").parameter_roles if not re.fullmatch(r"[a-z]\w*(\.[a-z]\w*)*", role)] == []
