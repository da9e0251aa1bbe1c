"""An infobox while it is read: its template, its fields with their roles, and the infoboxes inside it."""

from __future__ import annotations

from collections.abc import Iterator

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Fragment, Parameter, Template


class BoxField:
    """One parameter of an infobox with what the vocabulary says of it.

    `role` is an empty string where no table knows the parameter; `number` is the one in its name (``office2``: 2).
    """

    __slots__ = ("boxes", "fragment", "name", "number", "parameter", "role")

    def __init__(self, parameter: Parameter, role: str, number: int | None, fragment: Fragment) -> None:
        self.name = parameter.name
        self.parameter = parameter
        self.role = role
        self.number = number
        self.fragment = fragment
        self.boxes: list[Box] = []


class Box:
    """An infobox template; of several parameters with one name the last one is in `fields`, as in MediaWiki."""

    __slots__ = ("fields", "kind", "row", "template")

    def __init__(self, template: Template, row: TemplateRow, fields: list[BoxField]) -> None:
        self.template = template
        self.row = row
        self.kind = row.kind
        self.fields = fields

    @property
    def is_person(self) -> bool:
        return self.row.fixed.get("person") != "no"

    def all_fields(self) -> Iterator[BoxField]:
        """The fields of this box and of the boxes inside it, in source order."""
        for field in self.fields:
            yield field
            for box in field.boxes:
                yield from box.all_fields()

    def with_role(self, role: str) -> list[BoxField]:
        """The fields that carry `role`, this box's own before those of boxes inside it."""
        own = [field for field in self.fields if field.role == role]
        return own + [field for field in self.all_fields() if field.role == role and field not in own]


def stripped(context: Context, fragment: Fragment) -> Fragment:
    """`fragment` without the white space at its ends."""
    text = context.slice(fragment)
    start = fragment.start + len(text) - len(text.lstrip())
    end = fragment.end - (len(text) - len(text.rstrip())) if text.strip() else start
    return Fragment(start, end, fragment.nodes)


def find_boxes(context: Context) -> list[Box]:
    """Every top-level infobox of the page, in source order; those inside a parameter hang on its field.

    ``{{Infobox person|name=A|module={{Infobox officeholder|embed=yes|office=B}}}}`` gives one box, whose field
    ``module`` holds another.
    """
    boxes: list[Box] = []
    fields: list[BoxField] = []
    end = -1
    for template in context.tree.templates:
        row = context.lexicon.template(template.name)
        if row is None or row.role != "infobox":
            continue
        box = read_box(context, template, row)
        holder = next((f for f in fields if f.parameter.start <= template.start < f.parameter.end), None)
        if template.start >= end:
            boxes.append(box)
            end, fields = template.end, []
        elif holder is not None:
            holder.boxes.append(box)
        fields = box.fields + fields
    return boxes


def read_box(context: Context, template: Template, row: TemplateRow) -> Box:
    """The template's parameters as fields with their roles."""
    fields = []
    for parameter in template.arguments().values():
        found = context.lexicon.parameter(row.kind, parameter.name)
        role, number = (found[0].role, found[1]) if found else ("", None)
        fields.append(BoxField(parameter, role, number, stripped(context, parameter.value)))
    return Box(template, row, fields)
