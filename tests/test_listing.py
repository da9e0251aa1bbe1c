"""Lists: cases as data for lines and for flat items, and the law that no wikitext of a list is lost.

A line in tests/data/listing/entries.jsonl is an entry: how many lists deep it stands (``+`` how far it is pushed in by
hand), its marker, its kind where it is no plain line (``cell#`` with its row), how it is set, and its text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikibio.context import Context
from wikibio.lexicon.load import Lexicon
from wikibio.lexicon.tables import Table
from wikibio.syntax.nodes import Comment
from wikibio.syntax.page import walk
from wikibio.values.listing import Entry, read_entries, read_items, read_listing
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "listing"


def cases(name: str) -> list[Any]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=f"{name}:{number}") for number, line in enumerate(lines, 1)]


def brief(context: Context, entry: Entry) -> str:
    """One entry as a line of the data."""
    depth = f"{entry.depth}+{entry.indent}" if entry.indent else str(entry.depth)
    kind = "" if entry.kind == "line" else entry.kind if entry.row is None else f"{entry.kind}#{entry.row}"
    setting = "bold" if entry.bold else "small" if entry.small else ""
    return " ".join(part for part in (depth, entry.marker, kind, setting, context.line(entry.fragment)) if part)


@pytest.mark.parametrize("case", cases("entries"))
def test_a_value_is_read_as_the_lines_that_its_markup_lays_out(case: dict[str, Any]) -> None:
    context = read_page(case["wikitext"], "en")
    assert [brief(context, entry) for entry in read_entries(context, context.tree.fragment)] == case["entries"]


@pytest.mark.parametrize("case", cases("items"))
def test_a_value_is_read_as_items_and_commas_part_them_only_where_the_caller_says_so(case: dict[str, Any]) -> None:
    context = read_page(case["wikitext"], "en")
    items = read_items(context, context.tree.fragment)
    with_commas = read_items(context, context.tree.fragment, commas=True)
    assert [context.slice(item) for item in items] == case["items"]
    assert [context.slice(item) for item in with_commas] == case["with_commas"]


@pytest.mark.parametrize("case", cases("ignored"))
def test_what_is_no_entry_is_kept_with_the_rule_that_says_so(case: dict[str, Any]) -> None:
    context = read_page(case["wikitext"], "en")
    ignored = read_listing(context, context.tree.fragment).ignored
    assert [[case["wikitext"][slice(*span)].strip(), rule] for span, rule in ignored] == case["ignored"]


def test_items_show_their_text_without_the_comma_and_with_what_is_put_round_several() -> None:
    context = read_page("{{nowrap|[[A]], ''B'',<ref>x</ref> C}}, <small>D<br>(1990)</small>,", "en")
    items = read_items(context, context.tree.fragment, commas=True)
    assert [context.line(item) for item in items] == ["A, B, C", "D (1990)"]
    first = read_items(context, items[0], commas=True)
    assert [context.line(item) for item in first] == ["A", "B", "C"]


def test_a_new_list_template_is_one_row() -> None:
    table = Table.model_validate(
        {"template": [{"role": "list", "kind": "collapsible", "names": ["wars"], "arguments": {"title": "of"}}]}
    )
    context = read_page("{{Wars|of=Rome|First|Second|color=red}}", "en", lexicon=Lexicon("en", [table]))
    entries = read_entries(context, context.tree.fragment)
    assert [brief(context, entry) for entry in entries] == ["0 title Rome", "1 First", "1 Second"]


PIECES = st.sampled_from(json.loads((DATA / "pieces.json").read_text(encoding="utf-8")))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_each_character_is_in_an_entry_or_ignored_by_a_rule(wikitext: str) -> None:
    context = read_page(wikitext, "en")
    fragment = context.tree.fragment
    listing = read_listing(context, fragment)
    comments = [node.span for node in walk(fragment.nodes) if type(node) is Comment]
    rest = list(wikitext)
    for start, end in [entry.span for entry in listing.entries] + [span for span, _ in listing.ignored] + comments:
        assert 0 <= start <= end <= len(wikitext)
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip()


@given(st.lists(PIECES, max_size=25).map("".join))
def test_items_are_parts_of_the_value_in_order(wikitext: str) -> None:
    context = read_page(wikitext, "en")
    for commas in (False, True):
        end = 0
        for item in read_items(context, context.tree.fragment, commas=commas):
            assert end <= item.start < item.end
            end = item.end
