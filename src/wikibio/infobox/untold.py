"""The infobox of a page in a language that has no tables: told by its shape."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template

MIN_PARAMETERS = 4
_LINE_END = re.compile(r"\n[ \t]*\Z")


def find_by_shape(context: Context, role: str) -> tuple[Template, TemplateRow] | None:
    """The first template before the first heading that has a named parameter a line, four at least; or None.

    So are infoboxes written everywhere (Help:Infobox), while other templates of a lead have few parameters in one line.
    """
    end = context.tree.headings[0].start if context.tree.headings else len(context.source)
    for node in context.tree.children:
        if node.start >= end:
            break
        if type(node) is Template and _is_tall(context, node):
            return node, TemplateRow(role=role, names=(node.name,), fixed={"person": "no"})
    return None


def _is_tall(context: Context, template: Template) -> bool:
    named = [parameter for parameter in template.parameters if parameter.named]
    lines = sum(bool(_LINE_END.search(context.source, max(0, p.start - 40), p.start - 1)) for p in named)
    return len(named) >= MIN_PARAMETERS and 2 * lines > len(template.parameters)
