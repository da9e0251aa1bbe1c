"""Files to tables, once a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from wikibio.lexicon.tables import ParameterRow, Table, TemplateRow

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST_NAMES = 50_000
"""Names as pages write them are remembered up to this many; a run over a whole dump would remember all of them."""
_NUMBER = re.compile(r"\d+")


class VocabularyError(ValueError):
    """A table that cannot be used: a name claimed twice, or a row of the wrong shape. Never a fault of content."""


def normal_name(name: str) -> str:
    """A template's name as a key: first letter, underscores, white space and the namespace do not matter in MediaWiki.

    Further letters do matter there, but redirects for other cases exist for nearly all, so case is folded whole.
    """
    name = " ".join(name.replace("_", " ").split()).lower()
    return name.removeprefix("template:").lstrip().removeprefix("msg:")


class Lexicon:
    """The vocabulary of one language: what a template, a parameter or a word is called and what it stands for."""

    def __init__(self, lang: str, tables: Iterable[Table]) -> None:
        self.lang = lang
        self.words: dict[str, dict[str, str]] = {}
        self._templates: dict[str, TemplateRow] = {}
        self._parameters: dict[tuple[str, str], ParameterRow] = {}
        self._seen: dict[str, TemplateRow | None] = {}
        self._seen_parameters: dict[tuple[str, str], tuple[ParameterRow, int | None] | None] = {}
        for table in tables:
            self._add(table)

    def _add(self, table: Table) -> None:
        for row in table.template:
            for name in row.names:
                self._claim(self._templates, normal_name(name), row, "template")
        for parameter in table.parameter:
            for kind in parameter.kinds or ("",):
                for name in parameter.names:
                    self._claim(self._parameters, (kind, normal_name(name)), parameter, "parameter")
        for name, words in table.words.items():
            known = self.words.setdefault(name, {})
            for word, meaning in words.items():
                self._claim(known, word.lower(), meaning, f"word of {name}")

    @staticmethod
    def _claim(known: dict[Key, Value], key: Key, value: Value, what: str) -> None:
        if known.setdefault(key, value) is not value:
            raise VocabularyError(f"{what} {key!r} is claimed twice: by {known[key]} and {value}")

    def template(self, name: str) -> TemplateRow | None:
        """The row of the template called `name` (as written on the page), or None."""
        try:
            return self._seen[name]
        except KeyError:
            if len(self._seen) > _MOST_NAMES:
                self._seen.clear()
            row = self._seen[name] = self._templates.get(normal_name(name))
            return row

    def templates(self, role: str) -> list[TemplateRow]:
        """All rows of a role."""
        return list({id(row): row for row in self._templates.values() if row.role == role}.values())

    def knows(self, role: str) -> bool:
        """Whether the language has a template of this role: where it has none, nobody can say that a page lacks one."""
        return role in self.roles

    @cached_property
    def roles(self) -> frozenset[str]:
        """Every role that a template has."""
        return frozenset(row.role for row in self._templates.values())

    @property
    def parameter_roles(self) -> frozenset[str]:
        """Every role that an infobox parameter has."""
        return frozenset(row.role for row in self._parameters.values())

    def parameter(self, kind: str, name: str) -> tuple[ParameterRow, int | None] | None:
        """The row of the parameter `name` in an infobox of `kind`, and its number where it has one (``office2``: 2)."""
        key = (kind, name)
        try:
            return self._seen_parameters[key]
        except KeyError:
            if len(self._seen_parameters) > _MOST_NAMES:
                self._seen_parameters.clear()
            found = self._seen_parameters[key] = self._find_parameter(kind, normal_name(name))
            return found

    def _find_parameter(self, kind: str, name: str) -> tuple[ParameterRow, int | None] | None:
        numbers = list(_NUMBER.finditer(name))
        for scope in (kind, ""):
            row = self._parameters.get((scope, name))
            if row is not None:
                return row, None
            row = self._parameters.get((scope, name + "#"))
            if row is not None:
                return row, None
            for number in reversed(numbers):
                row = self._parameters.get((scope, name[: number.start()] + "#" + name[number.end() :]))
                if row is not None:
                    return row, int(number.group())
        return None

    def word(self, table: str, word: str) -> str | None:
        """What `word` means in a word table, or None; case does not matter."""
        return self.words.get(table, {}).get(word.lower())

    def word_table(self, table: str) -> Mapping[str, str]:
        """A whole word table; empty where the language has none."""
        return self.words.get(table, {})


def read_table(written: str, name: str) -> Table:
    """TOML text to its Table; VocabularyError says what is wrong in the table called `name`."""
    try:
        return Table.model_validate(tomllib.loads(written))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise VocabularyError(f"{name}: {error}") from error


def read_tables(lang: str) -> list[Table]:
    """The tables of `lang` (a Wikipedia's code) in the order of their file names; none where it has no folder."""
    folder = Path(str(files("wikibio.lexicon") / "data" / lang))
    if not re.fullmatch(r"[a-z][a-z-]*", lang) or not folder.is_dir():
        return []
    return [read_table(path.read_text(encoding="utf-8"), path.name) for path in sorted(folder.glob("*.toml"))]


@lru_cache(maxsize=16)
def load(lang: str) -> Lexicon:
    """The vocabulary of `lang`; an empty one where there are no tables for it."""
    return Lexicon(lang, read_tables(lang))
