"""Electoral districts that a template names by state and number."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template
from wikibio.syntax.text import Shown


def show_district(context: Context, template: Template, row: TemplateRow) -> Shown:
    """What a district template shows; role ``district``: the text it is given, else the district's name.

    ``{{ushr|TX|17|17th}}`` shows "17th", ``{{ushr|TX|17}}`` "Texas's 17th congressional district".
    """
    values = {
        meaning: context.line(parameter.value)
        for meaning, slot in row.slots.items()
        for parameter in template.parameters
        if parameter.name in slot
    }
    if values.get("text"):
        return (values["text"],)
    state, number = values.get("state", ""), values.get("number", "")
    layout = context.lexicon.word("district_layout", row.kind)
    if not state or not number or layout is None:
        return ()
    state = context.lexicon.word("us_state", state) or state
    return (layout.format(state=state, number=_ordinal(context, number)),)


def _ordinal(context: Context, number: str) -> str:
    """``2`` -> "2nd", ``11`` -> "11th", ``AL`` -> "at-large"; the rows of ``[words.district_number]``."""
    if not number.isdecimal():
        return context.lexicon.word("district_number", number) or number
    endings = (number[-2:], number[-1], "*")
    return number + next((suffix for end in endings if (suffix := context.lexicon.word("district_number", end))), "")
