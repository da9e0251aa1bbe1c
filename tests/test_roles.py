"""Roles tie tables to readers, both ways: no row that nobody reads, no reader without a row."""

from __future__ import annotations

import re
from pathlib import Path

from wikibio.biography import ALL_DISPLAYS
from wikibio.infobox.values import GROUP_READERS, PART_READERS, READERS
from wikibio.lexicon.load import load
from wikibio.references.find import TAKERS

SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "src" / "wikibio").rglob("*.py")
)
LEXICON = load("en")

SILENT = {"icon", "maintenance", "succession.start", "succession.end", "succession.heading", "succession.nobody"}
"""Roles of templates that are known to say nothing: they show nothing and state no fact."""


def test_every_template_role_has_a_reader() -> None:
    named = set(re.findall(r'"([a-z_.]+)"', SOURCES))
    assert LEXICON.roles - SILENT <= named


def test_no_silent_role_is_read() -> None:
    assert not SILENT & {*ALL_DISPLAYS, *TAKERS}
    assert not SILENT - LEXICON.roles


def test_every_reader_of_templates_has_a_row() -> None:
    assert set(ALL_DISPLAYS) <= LEXICON.roles
    assert set(TAKERS) <= LEXICON.roles


def test_every_reader_of_parameters_has_a_row() -> None:
    roles = LEXICON.parameter_roles
    assert set(READERS) <= roles
    assert set(GROUP_READERS) <= {role.partition(".")[0] for role in roles}
    assert set(PART_READERS) - {""} <= {role.rpartition(".")[2] for role in roles}
