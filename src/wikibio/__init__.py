"""Typed, sourced facts from the wikitext of Wikipedia biographies.

The public names, imported when they are first used, so that a command's ``--help`` starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikibio.biography import Biography, extract_coverage, extract_infobox, extract_references, parse

__version__ = "0.1.0"
__all__ = ["Biography", "__version__", "extract_coverage", "extract_infobox", "extract_references", "parse"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from wikibio import biography

        return getattr(biography, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
