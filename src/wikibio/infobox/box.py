"""An infobox while it is read: its template, its fields with their roles, and the infoboxes inside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from wikibio.context import Context
from wikibio.infobox.recover import recover_template, trailing_parameters
from wikibio.infobox.untold import find_by_name, find_by_shape
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Parameter, Template

INFOBOX_ROLE = "infobox"
_new = tuple.__new__
"""Makes a named tuple in a third of the time; a box has many."""


TypedValue = tuple[dict[str, object], dict[str, object]]
"""What a value is (``{"kind": "date", "of": "birth"}``), and the value."""


class BoxField:
    """One parameter of an infobox with what the vocabulary says of it.

    `role` is an empty string where no table knows the parameter; `number` is the one in its name (``office2``: 2).
    `start` is where its name begins, `end` where its value ends, `is_empty` says that it has no value at all, `values`
    are its typed values once they are read (values.py).
    """

    __slots__ = ("boxes", "end", "fragment", "is_empty", "name", "number", "parameter", "role", "start", "values")

    def __init__(
        self, parameter: Parameter, role: str, number: int | None, fragment: Fragment, start: int, end: int
    ) -> None:
        self.name = parameter.name
        self.parameter = parameter
        self.role = role
        self.number = number
        self.fragment = fragment
        self.start = start
        self.end = end
        self.is_empty = fragment.start == fragment.end
        self.boxes: list[Box] = []
        self.values: list[TypedValue] | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Box:
    """An infobox template; of several parameters with one name the last one is in `fields`, as in MediaWiki.

    `overridden` are the earlier ones, `end` is where the box ends, with what was left behind its closing braces.
    """

    __slots__ = ("_by_start", "_given", "end", "fields", "kind", "overridden", "row", "template")

    def __init__(self, template: Template, row: TemplateRow, fields: list[BoxField]) -> None:
        self.template = template
        self.row = row
        self.kind = row.kind
        self.fields = fields
        self.end = template.end
        self.overridden: list[Parameter] = []
        self._by_start: list[tuple[int, int]] = []
        self._given: dict[str, list[BoxField]] | None = None

    @property
    def span(self) -> Span:
        return Span(self.template.start, self.end)

    @property
    def is_person(self) -> bool:
        return self.row.fixed.get("person") != "no"

    @property
    def given(self) -> dict[str, list[BoxField]]:
        """The fields that have a role and a value, by the first part of their role (``office.start``: office)."""
        if self._given is None:
            self._given = {}
            for field in self.fields:
                if field.role and not field.is_empty:
                    self._given.setdefault(field.role.partition(".")[0], []).append(field)
        return self._given

    def hold(self, box: Box) -> None:
        """Hang a box that stands in one of this box's parameters on its field; in an overridden one it is lost."""
        if not self._by_start:
            self._by_start = sorted((field.parameter.start, index) for index, field in enumerate(self.fields))
        at = bisect_right(self._by_start, (box.template.start, len(self.fields))) - 1
        if at >= 0:
            field = self.fields[self._by_start[at][1]]
            if box.template.start < field.parameter.end:
                field.boxes.append(box)

    def all_fields(self) -> Iterator[BoxField]:
        """The fields of this box and of the boxes inside it, in source order."""
        for field in self.fields:
            yield field
            for box in field.boxes:
                yield from box.all_fields()


def find_boxes(context: Context) -> list[Box]:
    """Every top-level infobox of the page, in source order; those inside a parameter hang on its field.

    ``{{Infobox person|name=A|module={{Infobox officeholder|embed=yes|office=B}}}}`` gives one box, whose field
    ``module`` holds another. One that is never closed is read as far as it goes.
    """
    if not context.lexicon.knows(INFOBOX_ROLE):
        told = find_by_shape(context, INFOBOX_ROLE)
        return [read_box(context, *told)] if told is not None else []
    boxes: list[Box] = []
    opened: list[Box] = []
    for template, row in _templates(context):
        box = read_box(context, template, row)
        while opened and opened[-1].template.end <= template.start:
            opened.pop()
        if opened:
            opened[-1].hold(box)
        else:
            boxes.append(box)
            if len(boxes) == 1:
                _take_trailing(context, box)
        opened.append(box)
    if not boxes and (told := find_by_name(context, INFOBOX_ROLE)) is not None:
        boxes.append(read_box(context, *told))
    return boxes


def _templates(context: Context) -> list[tuple[Template, TemplateRow]]:
    """All infobox templates; where one before the first is never closed, that one too."""
    found = context.templates(INFOBOX_ROLE)
    damaged = recover_template(context, INFOBOX_ROLE, found[0][0].start if found else len(context.source))
    row = context.lexicon.template(damaged.name) if damaged is not None else None
    return [(damaged, row), *found] if damaged is not None and row is not None else found


def read_box(context: Context, template: Template, row: TemplateRow) -> Box:
    """The template's parameters as fields with their roles."""
    parameters = template.parameters
    arguments = template.arguments()
    box = Box(template, row, [_field(context, row, parameter) for parameter in arguments.values()])
    if len(arguments) < len(parameters):
        box.overridden = [parameter for parameter in parameters if arguments[parameter.name] is not parameter]
    return box


def _field(context: Context, row: TemplateRow, parameter: Parameter) -> BoxField:
    found = context.lexicon.parameter(row.kind, parameter.name)
    role, number = (found[0].role, found[1]) if found else ("", None)
    first, start, end = parameter.start, parameter.value_start, parameter.end
    source, nodes = context.source, parameter.children
    if nodes and nodes[0].start < start:  # The nodes of a name, say a comment in it, are none of the value's.
        nodes = parameter.value.nodes
    name, value = source[first:start], source[start:end]
    bare = value.rstrip()
    if bare:
        end = start + len(bare)
        start = end - len(bare.lstrip())
        first += len(name) - len(name.lstrip()) if name else start - first
        return BoxField(parameter, role, number, _new(Fragment, (start, end, nodes)), first, end)
    written = name.rstrip()
    last = first + len(written) if written else end
    first = last - len(written.lstrip())
    return BoxField(parameter, role, number, _new(Fragment, (end, end, nodes)), first, last)


def _take_trailing(context: Context, box: Box) -> None:
    """Parameters that stand behind the closing braces, cut off by a stray ``}}``: read too, and reported."""
    parameters, end = trailing_parameters(context, box.row, box.template.end)
    if not parameters:
        return
    known = {field.name for field in box.fields}
    box.fields += [_field(context, box.row, parameter) for parameter in parameters if parameter.name not in known]
    context.report("value-after-infobox", "parameters stand behind the end of the infobox", box.template.end, end)
    box.end = end
