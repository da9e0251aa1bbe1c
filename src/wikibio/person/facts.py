"""The typed values of a person's boxes, found by role."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.infobox.values import Value, field_values


class Facts:
    """What the main box and the boxes inside it say, by role: each role's fields in source order.

    A box inside that is not about a person (the list of a cabinet, say) is left out. `boxes` are all the others, an
    outer one before those inside it: each has series of its own.
    """

    def __init__(self, context: Context, box: Box) -> None:
        self.context = context
        self.box = box
        self.boxes: list[Box] = []
        self._fields: dict[str, list[BoxField]] = {}
        self._collect(box)

    def _collect(self, box: Box) -> None:
        self.boxes.append(box)
        for field in box.fields:
            if field.role and not field.is_empty:
                self._fields.setdefault(field.role, []).append(field)
            for inner in field.boxes:
                if inner.is_person:
                    self._collect(inner)

    def groups(self) -> set[str]:
        """The first part of each role that has a value (``birth`` for ``birth.date``)."""
        return {group for box in self.boxes for group in box.given}

    def group(self, group: str) -> list[BoxField]:
        """The fields whose roles begin with this part, those of an inner box behind those of the outer one."""
        return [field for box in self.boxes for field in box.given.get(group, ())]

    def has(self, *roles: str) -> bool:
        """Whether a field of one of these roles has a value."""
        return not self._fields.keys().isdisjoint(roles)

    def fields(self, *roles: str) -> list[BoxField]:
        """The fields that have a value, role by role in the order asked for."""
        if len(roles) == 1:
            return self._fields.get(roles[0], [])
        return [field for role in roles for field in self._fields.get(role, ())]

    def in_order(self, *roles: str) -> list[BoxField]:
        """The fields of several roles in source order."""
        fields = self.fields(*roles)
        return fields if len(fields) < 2 else sorted(fields, key=lambda field: field.fragment.start)

    def values(self, kind: str, *roles: str) -> list[Value]:
        """The values of a kind in fields of these roles, role by role, as the models of values/ take them."""
        return [value for field in self.fields(*roles) for value in self.of_field(kind, field)]

    def of_field(self, kind: str, field: BoxField) -> list[Value]:
        """The values of a kind in one field."""
        return [value for what, value in field_values(self.context, field) if what["kind"] == kind]

    def first(self, kind: str, *roles: str) -> Value | None:
        """The first such value, or None."""
        for field in self.fields(*roles):
            for what, value in field_values(self.context, field):
                if what["kind"] == kind:
                    return value
        return None
