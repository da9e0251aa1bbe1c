"""The README's promises: its examples run, its commands exist, and continuous integration runs its test command."""

from __future__ import annotations

import doctest
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import wikibio
from wikibio.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


def test_every_command_is_described_and_every_described_command_exists() -> None:
    described = set(re.findall(r"wikibio (\w+) (?:FILE|    )", README))
    assert described == set(main.commands)


def test_every_command_has_help() -> None:
    for name in main.commands:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert "Usage" in result.output


def test_the_public_names_are_in_the_readme() -> None:
    for name in wikibio.__all__:
        assert name.startswith("__") or name in README


def test_continuous_integration_runs_the_readme_s_test_command() -> None:
    command = re.findall(r"```sh\n(.+)\n```", README)[1]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
