"""Dates in words and in templates to EDTF: cases as data, every result a valid EDTF string, no precision invented."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

import wikibio.lexicon
from wikibio.lexicon.load import Lexicon, read_table
from wikibio.lexicon.tables import Table
from wikibio.values.date import DateWords, find_dates, read_date, read_date_template
from wikibio.values.date.calendar import is_day
from wikibio.values.date.point import FoundDate

DATA = Path(__file__).parent / "data" / "dates"
TABLE = Path(wikibio.lexicon.__file__).parent / "data" / "en" / "dates.toml"
LEXICON = Lexicon("en", [read_table(TABLE.read_text(encoding="utf-8"), TABLE.name)])
WORDS = DateWords(LEXICON.words)


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def call(wikitext: str) -> tuple[str, Mapping[str, str]]:
    """``{{a|b|c=d}}`` -> "a", {"1": "b", "c": "d"}"""
    name, *parts = wikitext[2:-2].split("|")
    arguments: dict[str, str] = {}
    for part in parts:
        key, sign, value = part.partition("=")
        arguments[key.strip() if sign else str(sum(key.isdigit() for key in arguments) + 1)] = value if sign else part
    return name, arguments


def assert_valid(string: str) -> None:
    """`edtf` takes masked years in an interval only from both ends: of 153X/.. and 1530~/154X each end is checked."""
    for part in string.split("/") if "X" in string else [string]:
        if part not in ("", ".."):
            parse_edtf(part)


@pytest.mark.parametrize("case", cases("texts"), ids=lambda case: case["text"])
def test_a_date_in_words(case: dict[str, Any]) -> None:
    assert read_date(case["text"], WORDS) == case["edtf"]


@pytest.mark.parametrize("case", cases("found"), ids=lambda case: case["text"])
def test_dates_among_other_text(case: dict[str, Any]) -> None:
    def expected(shown: str, **flags: Any) -> FoundDate:
        start = case["text"].index(shown)
        return FoundDate(flags.pop("edtf"), start, start + len(shown), 0, **flags)

    found = [date._replace(after=0) for date in find_dates(case["text"], WORDS)]
    assert found == [expected(**date) for date in case["found"]]


@pytest.mark.parametrize("case", cases("templates"), ids=lambda case: case["wikitext"])
def test_a_date_template(case: dict[str, Any]) -> None:
    name, arguments = call(case["wikitext"])
    row = LEXICON.template(name)
    assert row is not None
    value = read_date_template(row, arguments, WORDS)
    assert value._asdict() == {
        "edtf": case["edtf"], "text": case["text"], "kind": case["kind"], "invalid": case.get("invalid", False)
    }  # fmt: skip


def test_asides_belong_to_the_date_but_are_not_shown_as_it() -> None:
    date = find_dates("3 January 2020 (aged 62), Baghdad", WORDS)[0]
    assert (date.end, date.after) == (14, 24)


def test_every_edtf_string_of_the_cases_is_valid() -> None:
    strings = {case["edtf"] for name in ("texts", "templates") for case in cases(name)}
    strings |= {date["edtf"] for case in cases("found") for date in case["found"]}
    for string in filter(None, strings):
        assert_valid(string)


def test_a_new_template_is_one_row_of_data() -> None:
    table = Table.model_validate(
        {"template": [{"role": "date", "kind": "birth", "names": ["born on"],
                       "arguments": {"day": "1", "month": "2", "year": "3"}, "fixed": {"order": "dmy"}}]}
    )  # fmt: skip
    row = Lexicon("en", [table]).template("Born on")
    assert row is not None
    value = read_date_template(row, {"1": "11", "2": "March", "3": "1957"}, WORDS)
    assert (value.edtf, value.text) == ("1957-03-11", "11 March 1957")


def test_a_language_is_its_word_tables() -> None:
    words = DateWords({"month": {"märz": "3"}, "date_cue": {"um": "circa", "oder": "or"}, "era": {"v chr": "bc"}})
    assert read_date("um 44 v. Chr.", words) == "-0043~"
    assert read_date("März 1530 oder 1531", words) == "[1530-03,1531-03]"


@pytest.mark.parametrize(
    ("day", "julian", "exists"),
    [
        ((1900, 2, 29), False, False),
        ((1900, 2, 29), True, True),
        ((1500, 2, 29), False, True),
        ((2000, 2, 29), False, True),
        ((1957, 4, 31), False, False),
        ((1957, 0, 1), False, False),
        ((-43, 3, 15), False, True),
    ],
)
def test_days_that_exist(day: tuple[int, int, int], julian: bool, exists: bool) -> None:
    assert is_day(*day, julian=julian) is exists


PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        """
        c. circa before after between and or to from until – - / , ( ) [ ] ? BC AD AH SH century 3rd 13th 1530s early
        fl. r. aged March July Dec. Muharram summer unknown present O.S. 4 7 25 31 76 453 1467 1470 1957 2020 1957-03-11
        the in born
        """,
    )
)
TEXTS = st.lists(PIECES, max_size=8).map(" ".join)


@given(TEXTS | st.text(alphabet="0123456789 –-/?[](),.cMarchBAD", max_size=24))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_valid_edtf_inside_the_text(text: str) -> None:
    for date in find_dates(text, WORDS):
        assert 0 <= date.start < date.end <= date.after <= len(text)
        for string in (date.edtf, date.first, date.last):
            if string is not None:
                assert_valid(string)


@pytest.mark.parametrize(
    "piece", ["1/", "c. ", "mid- ", "aged 1 or ", "1530 (", "between 3 and ", "? – ", "1530–", "O.S. "]
)
def test_the_cost_grows_with_the_text(piece: str) -> None:
    start = time.perf_counter()
    find_dates(piece * (60_000 // len(piece)), WORDS)
    assert time.perf_counter() - start < 5


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_month_or_day_is_in_the_source_or_not_in_the_date(text: str) -> None:
    months = re.search(r"March|July|Dec|Muharram|summer|AH|-03-", text)
    for date in find_dates(text, WORDS):
        for string in filter(None, (date.edtf, date.first, date.last)):
            if not months:
                assert not re.search(r"\d{4}-\d\d", string)
            if not re.search(r"\b(4|7|25|31|3rd|13th|76)\b|-11", text):
                assert not re.search(r"\d{4}-\d\d-\d\d", string)


@given(st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 31))
@settings(max_examples=100, deadline=None)
def test_digits_come_from_the_source(year: int, month: int, day: int) -> None:
    name = WORDS.month_names[month]
    expected = f"{year}-{month:02d}-{day:02d}" if is_day(year, month, day) else None
    assert read_date(f"{day} {name} {year}", WORDS) == read_date(f"{name} {day}, {year}", WORDS) == expected
    assert read_date(f"{name} {year}", WORDS) == f"{year}-{month:02d}"
    assert read_date(f"{year}", WORDS) == f"{year}"
    assert read_date(f"c. {year}", WORDS) == f"{year}~"
    assert read_date(f"{year} BC", WORDS) == f"-{year - 1:04d}"


NAMES = st.sampled_from(["1", "2", "3", "4", "5", "6", "df", "year", "month"])


@given(st.dictionaries(NAMES, TEXTS | st.text(max_size=6)))
@settings(max_examples=200, deadline=None)
def test_any_arguments_give_valid_edtf(arguments: dict[str, str]) -> None:
    for row in LEXICON.templates("date"):
        value = read_date_template(row, arguments, WORDS)
        if value.edtf is not None:
            assert_valid(value.edtf)
