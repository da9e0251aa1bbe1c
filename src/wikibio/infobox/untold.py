"""An infobox that no table names: told by its name, or by its shape in a language that has no tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wikibio.context import Context
from wikibio.lexicon.load import normal_name
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template

MIN_PARAMETERS = 4
_OF_A_PERSON = frozenset(("birth.date", "birth.place", "death.date", "death.place"))
_LINE_END = re.compile(r"\n[ \t]*\Z")


def find_by_shape(context: Context, role: str) -> tuple[Template, TemplateRow] | None:
    """The first template before the first heading that has a named parameter a line, four at least; or None.

    So are infoboxes written everywhere (Help:Infobox), while other templates of a lead have few parameters in one line.
    """
    for template in _before_first_heading(context):
        if _is_tall(context, template):
            return template, TemplateRow(role=role, names=(template.name,), fixed={"person": "no"})
    return None


def find_by_name(context: Context, role: str) -> tuple[Template, TemplateRow] | None:
    """The first template before the first heading that no table knows and whose name begins as those of infoboxes do.

    ``{{Infobox kabaddi player|birth_date=1990}}`` is a box of kind "kabaddi_player", and about a person, for it has
    a parameter of a birth.
    """
    for template in _before_first_heading(context):
        first, _, rest = normal_name(template.name).partition(" ")
        if rest and context.lexicon.word("infobox_name", first) and context.lexicon.template(template.name) is None:
            kind = rest.replace(" ", "_")
            found = (context.lexicon.parameter(kind, parameter.name) for parameter in template.parameters)
            person = any(parameter[0].role in _OF_A_PERSON for parameter in found if parameter is not None)
            fixed = {} if person else {"person": "no"}
            return template, TemplateRow(role=role, names=(template.name,), kind=kind, fixed=fixed)
    return None


def _before_first_heading(context: Context) -> Iterator[Template]:
    end = context.tree.headings[0].start if context.tree.headings else len(context.source)
    for node in context.tree.children:
        if node.start >= end:
            break
        if type(node) is Template:
            yield node


def _is_tall(context: Context, template: Template) -> bool:
    named = [parameter for parameter in template.parameters if parameter.named]
    lines = sum(bool(_LINE_END.search(context.source, max(0, p.start - 40), p.start - 1)) for p in named)
    return len(named) >= MIN_PARAMETERS and 2 * lines > len(template.parameters)
