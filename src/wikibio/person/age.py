"""The age at death, as the page gives it or as its date template reckons it."""

from __future__ import annotations

from itertools import pairwise

from wikibio.context import Context
from wikibio.infobox.box import BoxField
from wikibio.lexicon.tables import Slot, TemplateRow
from wikibio.person.facts import Facts
from wikibio.syntax.nodes import Template
from wikibio.values.date.grammar import read_date
from wikibio.values.date.reader import DATE_ROLE, date_words, template_value
from wikibio.values.date.template import read_date_template
from wikibio.values.date.tokens import tokenize
from wikibio.values.kept import argument_texts, text_of
from wikibio.values.shown import shown_nodes


def read_age(facts: Facts) -> int | None:
    """``death_age = 62``, ``3 January 2020 (aged 62)`` and ``{{dda|2020|1|3|1957|3|11}}`` all give 62."""
    context = facts.context
    for field in facts.fields("death.age"):
        text = context.line(field.fragment)
        if text.isdecimal() and len(text) < 4:
            return int(text)
    for field in facts.fields("death.date", "death"):
        age = _written(context, field)
        if age is None:
            age = _reckoned(context, field)
        if age is not None:
            return age
    return None


def _written(context: Context, field: BoxField) -> int | None:
    """The number behind "aged"; of two ("aged 59 or 60") none is said."""
    text, words = text_of(context, field.fragment), date_words(context.lexicon)
    if not words.may_tell_age(text):
        return None
    tokens = tokenize(text, words)
    for index, (token, number) in enumerate(pairwise(tokens)):
        if token.kind == "age" and number.kind == "number" and len(number.value) < 4:
            behind = tokens[index + 2 : index + 4]
            return None if len(behind) == 2 and behind[1].kind == "number" else int(number.value)
    return None


def _reckoned(context: Context, field: BoxField) -> int | None:
    """The age that a template shows: only of two whole dates, for of two years it shows a pair of ages."""
    for node in shown_nodes(context, field.fragment):
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is None or row.role != DATE_ROLE or type(node) is not Template:
            continue
        born, died = _born(context, node, row), template_value(context, node, row).edtf
        if born and died and len(born) == len(died) == 10:
            birthday_to_come = died[5:] < born[5:]
            return int(died[:4]) - int(born[:4]) - birthday_to_come
    return None


def _born(context: Context, template: Template, row: TemplateRow) -> str | None:
    """The day of birth among the arguments of a template for a death: in numbers, or as text."""
    arguments = argument_texts(context, template)
    words = date_words(context.lexicon)
    if "born" in row.slots:
        return read_date(_first(arguments, row.slots["born"]), words)
    if "born_year" not in row.slots:
        return None
    born = {row.slots[part][0]: _first(arguments, row.slots[f"born_{part}"]) for part in ("year", "month", "day")}
    return read_date_template(row, born, words).edtf


def _first(arguments: dict[str, str], names: Slot) -> str:
    return next((arguments[name] for name in names if name in arguments), "")
