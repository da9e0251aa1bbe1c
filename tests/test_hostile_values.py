"""Long infobox values take no more time than their length is worth, through the whole parse."""

from __future__ import annotations

import time

import pytest

from hostile_values import HOSTILE
from wikibio import parse

SIZE = 32 * 1024
LIMIT = 1.5
"""Seconds of processor time for SIZE characters; what grows with the square of its length takes many times as much."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_value_takes_time_in_line_with_its_length(name: str) -> None:
    page = HOSTILE[name](SIZE)
    started = time.process_time()
    parse(page)
    assert time.process_time() - started < LIMIT
