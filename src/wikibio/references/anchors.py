"""Anchors as links compare them (Help:Link, section linking)."""

from __future__ import annotations

import re

from wikibio.syntax.folding import strip_quotes

_LINK = re.compile(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]")
_SPACES = re.compile(r"[\s_]+")


def plain(name: str) -> str:
    """A name without markup: ``''London Gazette'' [[1712 in law|1712]]`` is "London Gazette 1712"."""
    return _LINK.sub(r"\1", strip_quotes(name)) if "'" in name or "[" in name else name


def normal_anchor(anchor: str) -> str:
    """An anchor without markup, spaces and underscores alike."""
    if anchor.isalnum():
        return anchor
    return _SPACES.sub("_", plain(anchor).strip())
