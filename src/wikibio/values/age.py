"""Templates that reckon an age from two dates."""

from __future__ import annotations

from datetime import date

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template
from wikibio.syntax.text import Shown
from wikibio.values.kept import argument_texts


def show_age(context: Context, template: Template, row: TemplateRow) -> Shown:
    """What an age template shows; role ``age``. ``{{age|1759|8|24|1833|7|29}}`` shows "73".

    Without a second date the age is that of today, which the page does not say, so nothing shows.
    """
    arguments = argument_texts(context, template)
    first, last = (_date(arguments, row, prefix) for prefix in ("", "other_"))
    if first is None or last is None or last < first:
        return ()
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    layout = row.fixed.get("layout", "{years}")
    return (layout.format(years=years, days=(last - _anniversary(first, years)).days),)


def _date(arguments: dict[str, str], row: TemplateRow, prefix: str) -> date | None:
    values = [arguments.get(name, "") for part in ("year", "month", "day") for name in row.slots[prefix + part]]
    try:
        return date(*(int(value) for value in values))
    except (TypeError, ValueError):
        return None


def _anniversary(first: date, years: int) -> date:
    """The day so many years later; 29 February is 1 March in other years."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)
