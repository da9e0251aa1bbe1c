"""No text may raise or blow up: every hostile input goes through the whole parse and the JSON, and back.

How long each takes at 256 KiB is printed by ``benchmarks/hostile.py``; tests/test_guard.py holds the tokenizer to its
limit in a process of its own.
"""

from __future__ import annotations

import pytest

import wikibio
from hostile_texts import HOSTILE
from wikibio import Biography

SIZE = 48 * 1024


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_the_end(name: str) -> None:
    source = HOSTILE[name](SIZE)
    bio = wikibio.parse(source)
    assert Biography.model_validate_json(bio.model_dump_json()).with_source(source) == bio
