"""The shape of the tables: what a row may say. A row that says anything else is an error at load."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

Slot = tuple[str, ...]
"""The names of a parameter, first come first served."""

_SLOT = re.compile(r"\{([^{}]*)\}")


class Pattern:
    """How a template shows its arguments: ``c. {1}``; ``{2|text}`` takes the first of the parameters that is given.

    >>> Pattern("c. {1|year} BC").parts
    ('c. ', ('1', 'year'), ' BC')
    """

    __slots__ = ("parts", "slots")

    def __init__(self, written: str) -> None:
        pieces = _SLOT.split(written)
        parts: list[str | Slot] = [
            tuple(piece.split("|")) if index % 2 else piece for index, piece in enumerate(pieces) if index % 2 or piece
        ]
        self.parts = tuple(parts)
        self.slots: tuple[Slot, ...] = tuple(part for part in parts if isinstance(part, tuple))


class Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TemplateRow(Row):
    """A template and its redirects.

    `role` says what it is (one reader in Python reads each role), `kind` which one of that sort. `arguments` maps a
    meaning to the parameter that carries it, or to several, first come first served. `patterns` says how it shows: the
    first whose parameters are all given. `fixed` holds values that the template itself supplies.
    """

    role: str
    names: tuple[str, ...]
    kind: str = ""
    arguments: dict[str, str | tuple[str, ...]] = {}
    patterns: tuple[str, ...] = ()
    fixed: dict[str, str] = {}

    def __str__(self) -> str:
        return f"{self.role} {self.kind} ({self.names[0]} …)".replace("  ", " ")

    @cached_property
    def compiled_patterns(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(written) for written in self.patterns)

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """`arguments`, each as a tuple of parameter names."""
        return {meaning: (names,) if isinstance(names, str) else names for meaning, names in self.arguments.items()}


class ParameterRow(Row):
    """An infobox parameter under all its spellings.

    `role` is the fact it carries, whatever the infobox calls it; a ``#`` in a name stands for an optional number.
    `kinds` limits the row to infoboxes of these kinds, where it comes before a row without.
    """

    role: str
    names: tuple[str, ...]
    kinds: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.role} ({self.names[0]} …)"


class Table(Row):
    """One TOML file: rows for templates, rows for parameters, word lists (word -> what it means)."""

    template: tuple[TemplateRow, ...] = ()
    parameter: tuple[ParameterRow, ...] = ()
    words: dict[str, dict[str, str]] = {}
    settings: dict[Literal["date_order"], str] = {}
