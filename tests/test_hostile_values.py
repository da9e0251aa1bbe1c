"""Long infobox values are read to the end, through the whole parse; what is too long says so."""

from __future__ import annotations

import pytest

from hostile_values import HOSTILE
from wikibio import Biography, parse
from wikibio.values.listing.lines import MOST_LINES

SIZE = 16 * 1024


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_value_is_read_to_the_end(name: str) -> None:
    page = HOSTILE[name](SIZE)
    bio = parse(page)
    assert Biography.model_validate_json(bio.model_dump_json()).with_source(page) == bio


def test_a_value_of_too_many_lines_says_so_and_keeps_its_text() -> None:
    page = "{{Infobox person|occupation=" + "a<br>" * (MOST_LINES + 5) + "}}"
    bio = parse(page)
    assert bio.person is not None
    assert len(bio.person.occupations) == MOST_LINES
    assert [diagnostic.code for diagnostic in bio.diagnostics] == ["value-too-long"]
    assert bio.infobox is not None
    assert len(bio.infobox["occupation"].text.split()) == MOST_LINES + 5
