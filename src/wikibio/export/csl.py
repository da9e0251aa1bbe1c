"""All sources of a page as CSL-JSON: one array, for Zotero, pandoc and other reference managers."""

from __future__ import annotations

import json
from collections.abc import Sequence

from wikibio.citations.csl import csl_items
from wikibio.citations.keys import unique_keys
from wikibio.citations.model import Citation


def to_csl_json(citations: Sequence[Citation], indent: int | None = None) -> str:
    """The citations as CSL items, each with a readable id that is the same on every run."""
    return json.dumps(csl_items(citations, unique_keys(citations)), ensure_ascii=False, indent=indent) + "\n"
