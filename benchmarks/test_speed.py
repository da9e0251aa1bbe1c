"""The same jobs under pytest-benchmark: ``pytest benchmarks --benchmark-enable``."""

from __future__ import annotations

from pathlib import Path

import mwparserfromhell
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import wikibio
from wikibio.syntax.tree import parse as parse_tree

SOURCE = (Path(__file__).parents[1] / "tests" / "fixtures" / "qasem_soleimani.wikitext").read_bytes().decode("utf-8")


@pytest.mark.benchmark(group="fixture")
def test_full_parse_and_json(benchmark: BenchmarkFixture) -> None:
    json = benchmark(lambda: wikibio.parse(SOURCE, title="Qasem Soleimani").model_dump_json())
    assert '"edtf":"1957-03-11"' in json


@pytest.mark.benchmark(group="fixture")
def test_syntax_tree(benchmark: BenchmarkFixture) -> None:
    assert benchmark(parse_tree, SOURCE).complete


@pytest.mark.benchmark(group="fixture")
def test_bare_mwparserfromhell(benchmark: BenchmarkFixture) -> None:
    assert benchmark(mwparserfromhell.parse, SOURCE) == SOURCE
