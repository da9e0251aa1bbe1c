"""The guard's copy: what it changes, what it leaves, and that nothing hangs or crashes on it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mwparserfromhell.parser import tokens
from mwparserfromhell.parser._tokenizer import CTokenizer

from hostile_texts import HOSTILE, NESTS, STARTS, UNITS
from strategies import wikitext
from wikibio.syntax.guard import INERT, guard
from wikibio.syntax.tree import parse

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "shared" / "corpus"
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "data" / "guard.toml").read_text(encoding="utf-8"))["case"]
SIZE = 256 * 1024
LIMIT = 3.0
"""Seconds of processor time for the guard and the tokenizer, for a hostile text of SIZE characters."""


def tokenize(text: str) -> list[Any]:
    stream: list[Any] = CTokenizer().tokenize(text, 0, True)
    return stream


def names(stream: list[Any], opening: type) -> list[str]:
    return [after["text"].strip() for token, after in pairwise(stream) if type(token) is opening]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    copy = guard(case["source"])
    assert copy.replace(INERT, "¤") == case.get("copy", case["source"])
    stream = tokenize(copy)
    assert names(stream, tokens.TemplateOpen) == case.get("templates", [])
    assert names(stream, tokens.TagOpenOpen) == case.get("tags", [])


def test_the_article_passes_unchanged(article: str) -> None:
    assert guard(article) is article


@given(st.one_of(wikitext, st.lists(st.sampled_from(sorted(UNITS.values())), max_size=30).map("".join)))
def test_any_text_keeps_its_length_and_settles(source: str) -> None:
    """`complete` says that the widths of the tokens add up to the source."""
    copy = guard(source)
    assert len(copy) == len(source)
    assert "\0" not in copy
    assert guard(copy) == copy
    assert parse(source).complete


@given(st.sampled_from(sorted(HOSTILE)), st.integers(0, 2000))
def test_hostile_texts_of_any_size_are_read(name: str, size: int) -> None:
    """A second pass would find more to silence in three of them; one pass is enough for the tokenizer to end."""
    source = HOSTILE[name](size)
    assert len(guard(source)) == len(source)
    assert parse(source).complete


MEASURE = """
import sys, time
from mwparserfromhell.parser._tokenizer import CTokenizer
from hostile_texts import HOSTILE
from wikibio.syntax.guard import guard
for name in HOSTILE:
    text = HOSTILE[name](int(sys.argv[1]))
    start = time.process_time()
    CTokenizer().tokenize(guard(text), 0, True)
    print(f"{time.process_time() - start:.3f} {name}", flush=True)
"""


def test_hostile_texts_end_in_time() -> None:
    """In a process of its own: the tokenizer can crash or hang, and then no test could say which text did it."""
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, str(SIZE)],
        cwd=HERE, capture_output=True, text=True, timeout=2 * LIMIT * len(HOSTILE), check=False,
    )  # fmt: skip
    seconds = {name: float(time) for time, _, name in (line.partition(" ") for line in result.stdout.splitlines())}
    assert list(seconds) == list(HOSTILE), f"ended with {result.returncode} after {result.stdout[-100:]!r}"
    assert {name: value for name, value in seconds.items() if value > LIMIT} == {}


def test_hostile_names_are_distinct() -> None:
    assert len(HOSTILE) == len(UNITS) + len(NESTS) + len(STARTS)


def counted(text: str) -> Counter[str]:
    """How many refs and infoboxes the tokenizer finds in `text`."""
    stream = tokenize(text)
    found: Counter[str] = Counter()
    for token, after in pairwise(stream):
        name = after["text"].strip().lower() if type(after) is tokens.Text else ""
        if type(token) is tokens.TagOpenOpen and name == "ref":
            found["ref"] += 1
        elif type(token) is tokens.TemplateOpen and name.startswith("infobox"):
            found["infobox"] += 1
    return found


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not part of the project")
def test_no_article_loses_a_ref_or_an_infobox() -> None:
    lost = {}
    for path in sorted(CORPUS.glob("*.wikitext")):
        source = path.read_bytes().decode("utf-8")
        copy = guard(source)
        assert len(copy) == len(source)
        if copy != source and counted(source) - counted(copy):
            lost[path.name] = (counted(source), counted(copy))
    assert lost == {}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not part of the project")
def test_few_articles_are_changed() -> None:
    """One in twenty has damage, a gallery with links, or less-than signs that the tokenizer takes for tags."""
    articles = [path.read_bytes().decode("utf-8") for path in sorted(CORPUS.glob("*.wikitext"))]
    assert sum(guard(source) != source for source in articles) <= len(articles) / 20
