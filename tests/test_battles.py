"""Battles: cases as data (wikitext in, tree out), the supplied article, and laws that hold for any wikitext.

A line of a tree in tests/data/battles is a battle: stars for its depth, its name as a wikilink where it is linked, then
``= EDTF`` for its dates and ``! MARK`` for each mark.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikibio.battles.model import Battle, Battles
from wikibio.battles.reader import read_battle_listing, read_battles
from wikibio.context import Context
from wikibio.infobox.box import find_boxes
from wikibio.syntax.nodes import Fragment
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "battles"


def cases() -> list[Any]:
    return [
        pytest.param(json.loads(line), id=f"{path.stem}:{number}")
        for path in sorted(DATA.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]


def battles_of(wikitext: str) -> Battles:
    context = read_page(wikitext, "en")
    return Battles.model_validate(read_battles(context, context.tree.fragment))


def brief(battle: Battle) -> str:
    """One battle as a line of a tree in the data."""
    name = battle.name
    if battle.link is not None:
        name = f"[[{name}]]" if battle.link == name else f"[[{battle.link}|{name}]]"
    dates = f" = {battle.dates.edtf}" if battle.dates else ""
    return "*" * battle.depth + " " * bool(battle.depth) + name + dates + "".join(f" ! {mark}" for mark in battle.marks)


@pytest.mark.parametrize("case", cases())
def test_battles_are_read_as_the_tree_that_is_laid_out(case: dict[str, Any]) -> None:
    assert [brief(battle) for battle in battles_of(case["wikitext"]).walk()] == case["tree"]


def article_battles(article: str) -> tuple[Context, Fragment]:
    context = read_page(article, "en")
    field = next(field for box in find_boxes(context) for field in box.all_fields() if field.role == "battle")
    return context, field.fragment


def test_the_supplied_article_has_eleven_conflicts_and_their_battles(article: str) -> None:
    battles = Battles.model_validate(read_battles(*article_battles(article)))
    found = list(battles.walk())
    assert [sum(battle.depth == depth for battle in found) for depth in range(4)] == [11, 46, 9, 0]
    assert [(battle.name, battle.marks) for battle in found if battle.marks] == [
        ("Operation Tariq-ol-Qods", ("WIA",)),
        ("2020 Baghdad International Airport airstrike", ("KIA",)),
    ]
    assert [(battle.name, battle.dates.edtf) for battle in found if battle.dates] == [("Iran–Iraq War", "1980/1988")]
    for battle in found:
        assert (battle.link or battle.name) in article[slice(*battle.span)]


def test_what_is_no_battle_of_the_supplied_article_is_kept_with_its_rule(article: str) -> None:
    context, fragment = article_battles(article)
    ignored = [(article[slice(*span)].strip(), rule) for span, rule in read_battle_listing(context, fragment).ignored]
    assert ("''See wars and battles''", "caption") in ignored
    assert ("-", "list parameter") in ignored
    assert ("headerstyle= background:#dbdbdb", "list parameter") in ignored
    assert ("style= text-align:center;", "list parameter") in ignored
    assert [rule for _, rule in ignored].count("rule") == 10


def test_dates_and_battles_have_their_footnotes() -> None:
    wikitext = "* [[Battle of Hamel]] (1918)<ref>a</ref>\n* [[Battle of Amiens]] ([[1918]]<ref>b</ref>)"
    context = read_page(wikitext, "en")
    context.set_footnotes({wikitext.index("<ref>a"): "a", wikitext.index("<ref>b"): "b"})
    first, second = Battles.model_validate(read_battles(context, context.tree.fragment))
    assert (first.references, first.dates and first.dates.references) == (("a",), ())
    assert (second.references, second.dates and second.dates.references) == (("b",), ("b",))
    assert wikitext[slice(*first.span)] == "[[Battle of Hamel]] (1918)<ref>a</ref>"
    assert second.dates is not None
    assert wikitext[slice(*second.dates.span)] == "[[1918]]<ref>b</ref>"


def test_battles_are_a_plain_list_in_json_and_a_sequence_in_python() -> None:
    battles = battles_of("[[World War I]]\n* [[Battle of Hamel]]\n[[World War II]]")
    assert [battle.name for battle in battles] == ["World War I", "World War II"]
    assert (len(battles), battles[0].battles[0].name) == (2, "Battle of Hamel")
    assert Battles.model_validate_json(battles.model_dump_json()) == battles
    assert isinstance(json.loads(battles.model_dump_json()), list)


PIECES = st.sampled_from(json.loads((DATA.parent / "listing" / "pieces.json").read_text(encoding="utf-8")))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_wikitext_is_read_without_an_error_and_with_spans_inside_it(wikitext: str) -> None:
    for battle in battles_of(wikitext).walk():
        assert battle.name
        assert 0 <= battle.span.start < battle.span.end <= len(wikitext)
        for below in battle.battles:
            assert below.depth == battle.depth + 1
