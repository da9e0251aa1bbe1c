"""Measures: a number and its unit."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Template
from wikibio.values.kept import text_of
from wikibio.values.model import Model
from wikibio.values.shown import shown_nodes

_PART = re.compile(r"(?<!\d)(\d{1,6}(?:[.,]\d{1,6})?)(?:\s*([½¼¾⅓⅔⅛⅜⅝⅞]))?[\s-]*([^\W\d_]+\b|['’′\"”″]{1,2})")
_FRACTIONS = dict(zip("½¼¾⅓⅔⅛⅜⅝⅞", (1 / 2, 1 / 4, 3 / 4, 1 / 3, 2 / 3, 1 / 8, 3 / 8, 5 / 8, 7 / 8), strict=True))


class Quantity(Model):
    """A measure in the unit that the page gives first; feet with inches are inches, stones with pounds are pounds."""

    value: float
    unit: str
    text: str
    span: Span
    references: tuple[str, ...] = ()


def read_quantity(context: Context, fragment: Fragment, unit: str = "") -> dict[str, object] | None:
    """``{{height|ft=5|in=11}}`` and ``5 ft 11 in`` give 71 in, ``1.70 m (5 ft 7 in)`` gives 1.7 m.

    The units are the rows of ``[words.unit]``. `unit` is the one that the parameter's name says (``height_cm``).
    """
    text = text_of(context, fragment)
    parts = _template_parts(context, fragment) or _text_parts(context, text)
    if not parts and unit:
        number = re.fullmatch(r"\d+(?:[.,]\d+)?", text)
        parts = [(float(number.group().replace(",", ".")), unit)] if number else []
    if not parts:
        return None
    value, unit = _joined(context, parts)
    return {
        "value": value,
        "unit": unit,
        "text": text,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _template_parts(context: Context, fragment: Fragment) -> list[tuple[float, str]]:
    """The numbers of a measuring template: by the names of its arguments, or one after the other with their units."""
    for node in shown_nodes(context, fragment):
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is None or row.role != "measure" or type(node) is not Template:
            continue
        named = [
            (_number(context.line(parameter.value)), unit)
            for unit, slot in row.slots.items()
            for parameter in node.parameters
            if parameter.name in slot and parameter.named
        ]
        if named:
            return [(number, unit) for number, unit in named if number is not None]
        return _text_parts(context, " ".join(context.line(p.value) for p in node.parameters if not p.named))
    return []


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


def _text_parts(context: Context, text: str) -> list[tuple[float, str]]:
    """The first measure in a text, with what belongs to it: "5 ft 11 in (1.80 m)" -> 5 ft, 11 in."""
    parts: list[tuple[float, str]] = []
    end = 0
    for match in _PART.finditer(text):
        unit = context.lexicon.word("unit", match[3])
        if unit is None or (parts and (text[end : match.start()].strip(" ,") or not _belongs(context, parts, unit))):
            break
        parts.append((float(match[1].replace(",", ".")) + _FRACTIONS.get(match[2], 0), unit))
        end = match.end()
    return parts


def _belongs(context: Context, parts: list[tuple[float, str]], unit: str) -> bool:
    return context.lexicon.word("unit_part", parts[-1][1]) == unit


def _joined(context: Context, parts: list[tuple[float, str]]) -> tuple[float, str]:
    """5 ft, 11 in -> 71 in; the factors are the rows of ``[words.unit_parts]``."""
    value, unit = parts[0]
    for number, smaller in parts[1:]:
        if context.lexicon.word("unit_part", unit) == smaller:
            value, unit = value * float(context.lexicon.word("unit_parts", unit) or 0) + number, smaller
    return value, unit
