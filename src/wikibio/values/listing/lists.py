"""List templates: which of their arguments are the list, which its title, which only style it.

The words are the rows of role ``list`` and ``list_end`` (lists.toml).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Fragment, Parameter, Template
from wikibio.values.listing.entry import Rule
from wikibio.values.show import given


@dataclass(slots=True)
class ListTemplate:
    """What a list template says: its items, each a stretch of wikitext that may hold lines of its own.

    `opens`: it has no list itself, so what follows is the list, up to the one that `closes`.
    """

    title: Fragment | None = None
    items: list[Fragment] = field(default_factory=list)
    opens: bool = False
    closes: bool = False
    ignored: list[tuple[int, int, Rule]] = field(default_factory=list)


def read_list_template(context: Context, template: Template, row: TemplateRow) -> ListTemplate:
    """``{{collapsible list|title=Wars|expand=yes|A|B}}`` has title Wars and items A and B; ``{{tree list}}`` opens."""
    if row.role == "list_end":
        return ListTemplate(closes=True, ignored=[(template.start, template.end, "list end")])
    found = ListTemplate()
    arguments = template.arguments()
    title = given(context, arguments, row.slots.get("title", ()))
    content = row.slots.get("content")
    if content is None:
        items = [p for p in template.parameters if p.name.isdecimal() and p is not title and arguments[p.name] is p]
    else:
        one = given(context, arguments, content)
        items = [one] if one is not None else []
    found.items = [item.value for item in items if context.slice(item.value).strip()]
    found.title = None if title is None else title.value
    found.opens = not found.items
    found.ignored = _ignored(template, [p for p in (title, *items) if p is not None])
    return found


def _ignored(template: Template, used: list[Parameter]) -> list[tuple[int, int, Rule]]:
    """The template's own markup, and parameters that say how it looks."""
    ignored: list[tuple[int, int, Rule]] = []
    position = template.start
    starts = {parameter.start for parameter in used}
    for parameter in template.parameters:
        is_used = parameter.start in starts
        ignored.append((position, parameter.value_start if is_used else parameter.start, "list"))
        if not is_used:
            ignored.append((parameter.start, parameter.end, "list parameter"))
        position = parameter.end
    ignored.append((position, template.end, "list"))
    return ignored


def wrapped(context: Context, template: Template, row: TemplateRow) -> Fragment | None:
    """The argument of a template that shows nothing but it (``{{nowrap|…}}``), or None."""
    if row.role != "format" or not row.compiled_patterns:
        return None
    parts = row.compiled_patterns[0].parts
    if len(parts) != 1 or isinstance(parts[0], str):
        return None
    parameter = given(context, template.arguments(), parts[0])
    return None if parameter is None else parameter.value
