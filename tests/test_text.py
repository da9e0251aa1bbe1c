"""What a reader of the page sees, and the way back from it to the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from strategies import wikitext
from wikibio.syntax.folding import RESERVED
from wikibio.values.show import read_page

CASES = json.loads((Path(__file__).parent / "data" / "text" / "lines.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_line(case: dict[str, str]) -> None:
    context = read_page(case["wikitext"], "en")
    assert context.line(context.tree.fragment) == case["text"]


@pytest.mark.parametrize(
    ("source", "shown", "written"),
    [
        ("born {{nowrap|3 May}} 1957", "3 May", "3 May"),
        ("3{{nbsp}}January 2020, [[Baghdad|the city]]", "3 January 2020", "3{{nbsp}}January 2020"),
        ("3{{nbsp}}January 2020, [[Baghdad|the city]]", "city", "city"),
        ("''a'' &amp; b", "a & b", "a'' &amp; b"),
        ("a<ref>b</ref> c", "a c", "a<ref>b</ref> c"),
    ],
)
def test_mapped_line_leads_back(source: str, shown: str, written: str) -> None:
    context = read_page(source, "en")
    mapped = context.mapped_line(context.tree.fragment)
    start = mapped.text.index(shown)
    span = mapped.span(start, start + len(shown))
    assert source[slice(*span)] == written


@given(wikitext)
def test_text_has_no_markup_spaces_and_can_be_encoded(source: str) -> None:
    context = read_page(source, "en")
    text = context.line(context.tree.fragment)
    assert text == " ".join(text.split())
    assert not set(RESERVED) & (set(text) - set(source))
    text.encode("utf-8")


@given(wikitext)
def test_mapped_text_is_the_text_and_every_span_lies_in_the_source(source: str) -> None:
    context = read_page(source, "en")
    mapped = context.mapped_line(context.tree.fragment)
    assert mapped.text == context.line(context.tree.fragment)
    last = 0
    for index in range(len(mapped.text)):
        span = mapped.span(index, index + 1)
        assert 0 <= span.start <= span.end <= len(source)
        assert span.end >= last or span.start <= last
        last = span.end
