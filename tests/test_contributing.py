"""The worked examples of CONTRIBUTING.md, run from that page: one row of data teaches a new name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import wikibio
from wikibio.lexicon.load import Lexicon, VocabularyError, read_table, read_tables

PAGE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```\n\nWith it, `(.+?)` has `(.+?)` `(.+?)`\.", PAGE, re.DOTALL)


def value_at(json_text: str, path: str) -> object:
    value = json.loads(json_text)
    for step in path.split("."):
        value = value[int(step) if isinstance(value, list) else step] if value else None
    return value


def test_there_are_three_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize(("row", "source", "path", "expected"), EXAMPLES)
def test_a_row_teaches_a_name(row: str, source: str, path: str, expected: str) -> None:
    lexicon = Lexicon("en", [*read_tables("en"), read_table(row, "example")])
    with_row = wikibio.parse(source, lexicon=lexicon).model_dump_json()
    assert value_at(with_row, path) == expected
    without = wikibio.parse(source).model_dump_json()
    with pytest.raises((IndexError, AssertionError)):
        assert value_at(without, path) == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('[[parameter]]\nrole = "death.date"\nnames = ["birth date"]', "'birth date'.* claimed twice"),
        ('[[template]]\nrole = "mark"\nnames = ["Infobox_person"]', "'infobox person' is claimed twice"),
        ('[[parameter]]\nnames = ["x"]', "role"),
        ('[[template]]\nrole = "date"\nnames = ["x"]\ncolour = "red"', "colour"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused(row: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        Lexicon("en", [*read_tables("en"), read_table(row, "example")])
