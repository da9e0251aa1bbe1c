"""The parameters of citation templates, by meaning: ready once a language, asked for every parameter on a page.

A name means, first come first served: what the row of its template says (`arguments`), what the language's table says
(``[words.citation_parameter]``), what Help:Citation Style 1 says (generated/cs1_aliases.json), whose names most
Wikipedias accept beside their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from wikibio.citations.meanings import PART_OF_FIXED, meaning_of, named
from wikibio.citations.text import Meaning
from wikibio.lexicon.load import Lexicon
from wikibio.lexicon.tables import Pattern, TemplateRow
from wikibio.values.date.reader import date_words

ROLE = "citation"
_NUMBER = re.compile(r"[0-9]+")
_MOST_NAMES = 4096
"""How many names are kept ready: pages may hold any."""


class Plan(NamedTuple):
    """How one template is read: its row, what its parameters mean, and the values that it supplies itself.

    `meanings` are by the names that the tables list; `known` are those met so far, by name as written between ``|`` and
    ``=``, white space included.
    """

    row: TemplateRow
    kind: str
    meanings: Mapping[str, Meaning]
    numbered: Mapping[str, Meaning]
    fixed: tuple[tuple[Meaning, Pattern], ...]
    known: dict[str, Meaning]


class CitationWords:
    """What one language calls things in citations."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.dates = date_words(lexicon)
        self.languages = lexicon.word_table("language_name")
        self.values = {
            name: lexicon.word_table(name) for name in ("url_status", "citation_switch", "citation_kind_word")
        }
        self.et_al = _phrase_at_end(lexicon.word_table("et_al"))
        self.connectors = _between_words(lexicon.word_table("name_connector"))
        self.placeholders = frozenset(lexicon.word_table("placeholder_title"))
        self.labels = lexicon.word_table("citation_label")
        self.no_date = frozenset(lexicon.word_table("no_date"))
        self.known_dates: dict[str, str | None] = {}
        self._date_units = _date_units(lexicon.word_table("date_unit"))
        self._plans: dict[str, Plan | None] = {}
        self._rows: dict[int, Plan] = {}
        self._names = {**_cs1_parameters(), **lexicon.word_table("citation_parameter")}

    def plan(self, name: str) -> Plan | None:
        """How the template called `name` (as written) is read, or None where it is no citation template."""
        try:
            return self._plans[name]
        except KeyError:
            if len(self._plans) > _MOST_NAMES:
                self._plans.clear()
            row = self.lexicon.template(name)
            plan = self._plan(row) if row is not None and row.role == ROLE else None
            self._plans[name] = plan
            return plan

    def in_date_units(self, text: str) -> str:
        """``2013年5月3日`` -> "2013-05-03", where the language writes a sign behind year, month and day."""
        match = self._date_units.search(text) if self._date_units is not None else None
        if match is None:
            return text
        return "-".join(part if len(part) > 1 else "0" + part for part in match.groups() if part)

    def _plan(self, row: TemplateRow) -> Plan:
        known = self._rows.get(id(row))
        if known is None:
            names = {parameter: key for key, slot in row.slots.items() for parameter in slot}
            for name, key in self._names.items():
                names.setdefault(name, key)
            meanings: dict[str, Meaning] = {}
            numbered: dict[str, Meaning] = {}
            for rank, (name, key) in enumerate(names.items()):
                meaning = meaning_of(key, rank)
                if "#" in name:
                    numbered[name] = meaning
                    name = name.replace("#", "")
                meanings.setdefault(name, meaning)
            fixed = tuple((meaning_of(key, 0), Pattern(value)) for key, value in row.fixed.items())
            for _, pattern in fixed:
                for name in chain.from_iterable(pattern.slots):
                    meanings.setdefault(name, PART_OF_FIXED)
            known = self._rows[id(row)] = Plan(row, row.kind, meanings, numbered, fixed, {})
        return known


def find_meaning(plan: Plan, written: str) -> Meaning:
    """What a parameter says whose name is written so (`` author12-first ``, ``TITLE``); kept in ``plan.known``."""
    if len(plan.known) > _MOST_NAMES:
        plan.known.clear()
    meaning = plan.known[written] = _meaning(plan, written.strip())
    return meaning


def _meaning(plan: Plan, name: str) -> Meaning:
    """What the tables say of a name, with its number or in small letters where they do not list it as it is."""
    for written in (name, name.lower()):
        listed = plan.meanings.get(written)
        if listed is not None:
            return named(listed, name)
        for number in _NUMBER.finditer(written):
            numbered = plan.numbered.get(written[: number.start()] + "#" + written[number.end() :])
            if numbered is not None:
                return named(numbered, name, int(number.group()[:4]))
    return named(None, name)


def _phrase_at_end(phrases: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern for one of the phrases at the end of a name, with the punctuation round it."""
    words = "|".join(re.escape(phrase) for phrase in phrases) or "(?!)"
    return re.compile(rf"(?:^|[\s,;]+)[\s\"'(\[]*(?:{words})[\s.,;\"')\]]*$", re.IGNORECASE)


def _between_words(connectors: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern for a connector (``and``) with the white space on both sides."""
    return re.compile(rf"\s+(?:{'|'.join(re.escape(word) for word in connectors) or '(?!)'})\s+")


def _date_units(units: Mapping[str, str]) -> re.Pattern[str] | None:
    signs = {meaning: re.escape(sign) for sign, meaning in units.items()}
    if not {"year", "month", "day"} <= signs.keys():
        return None
    day = rf"\s*([0-9]{{1,2}})\s*{signs['day']}"
    month = rf"\s*([0-9]{{1,2}})\s*{signs['month']}(?:{day})?"
    return re.compile(rf"([0-9]{{4}})\s*{signs['year']}(?:{month})?")


@lru_cache(maxsize=1)
def _cs1_parameters() -> dict[str, str]:
    table = files("wikibio.lexicon") / "data" / "generated" / "cs1_aliases.json"
    parameters: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))["parameters"]
    return parameters


@lru_cache(maxsize=16)
def citation_words(lexicon: Lexicon) -> CitationWords:
    """The words of a vocabulary, made ready once."""
    return CitationWords(lexicon)
