"""Flag templates: the country, or the country's armed force, that they name and link to."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template
from wikibio.syntax.text import Shown

FLAG_ROLE = "flag"


def show_flag(context: Context, template: Template, row: TemplateRow) -> Shown:
    """What a flag template shows beside the flag; role ``flag``. ``{{flag|Iran}}`` shows "Iran"."""
    text = flag_text(context, template, row)
    return (text,) if text else ()


def flag_text(context: Context, template: Template, row: TemplateRow) -> str:
    """The name that stands beside the flag: as given, or for kind ``country`` the full name, or the armed force's.

    ``{{flag|USA}}`` -> "USA"; ``{{flagcountry|USA}}`` -> "United States"; ``{{army|UK}}`` -> "British Army"
    """
    name = _argument(context, template, row, "name")
    country = _argument(context, template, row, "country") or row.fixed.get("country", "")
    if name or not country or not row.kind:
        return name or country
    return _force(context, row.kind, _full_name(context, country))


def flag_link(context: Context, template: Template, row: TemplateRow) -> str | None:
    """The page that the name leads to: ``{{flag|USA|1912}}`` -> "United States". None for an unlinked name."""
    country = _argument(context, template, row, "country") or row.fixed.get("country", "")
    if not country or row.fixed.get("linked") == "no":
        return None
    return _force(context, row.kind, _full_name(context, country))


def _full_name(context: Context, country: str) -> str:
    return context.lexicon.word("country", country) or country


def _force(context: Context, kind: str, country: str) -> str:
    """The name of a country's army, navy, …; the word table of that kind, whose row ``*`` says what is usual."""
    names = context.lexicon.word_table(kind)
    return names.get(country.lower()) or names.get("*", "{country}").format(country=country)


def _argument(context: Context, template: Template, row: TemplateRow, meaning: str) -> str:
    slot = row.slots.get(meaning, ())
    found = next((parameter for parameter in template.parameters if parameter.name in slot), None)
    return context.line(found.value) if found is not None else ""
