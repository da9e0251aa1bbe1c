"""What all tests share: the supplied article, and a hypothesis profile that is the same on every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

FIXTURES = Path(__file__).parent / "fixtures"

settings.register_profile(
    "wikibio", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("wikibio")


@pytest.fixture(scope="session")
def article() -> str:
    """The wikitext of the supplied article, newlines as they are."""
    return (FIXTURES / "qasem_soleimani.wikitext").read_bytes().decode("utf-8")
