"""The examples in docstrings are run, because a reader trusts an example more than the sentence above it."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import wikibio

PACKAGE = Path(wikibio.__file__).parent
MODULES = sorted(
    ".".join(("wikibio", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_say_what_happens(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


def test_there_are_examples_where_reading_starts() -> None:
    assert {"wikibio.biography", "wikibio.syntax.tree", "wikibio.values.show"} <= set(MODULES)
