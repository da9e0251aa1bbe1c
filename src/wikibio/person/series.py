"""Parameters that belong together by their number: office2, term_start2, successor2."""

from __future__ import annotations

from typing import NamedTuple

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.span import Span
from wikibio.syntax.nodes import Comment
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS
from wikibio.values.kept import text_of


class Group(NamedTuple):
    """The fields of one number, by what follows the series' name in their role (``office.start``: start)."""

    number: int | None
    fields: dict[str, BoxField]

    @property
    def span(self) -> Span:
        """From the first of its parameters to the last."""
        parameters = [field.parameter for field in self.fields.values()]
        return Span(min([each.start for each in parameters]), max([each.end for each in parameters]))


def read_series(context: Context, box: Box, name: str, *, repeat: bool = False) -> list[Group]:
    """The groups of a series in the order of their numbers, those without a number first; empty fields are left out.

    ``|office=A|office2=B|term_start2=1990`` with the name "office" gives {title} and 2: {title, start}. With `repeat`,
    a role that comes again without another number begins a further group: ``|teama=A|yeara=1990|teamb=B|yearb=1991``.
    """
    groups: dict[int | None, list[dict[str, BoxField]]] = {}
    for field in box.given.get(name, ()):
        if has_value(context, field):
            part = field.role[len(name) + 1 :]
            same = groups.setdefault(field.number, [{}])
            if repeat and part in same[-1]:
                same.append({})
            same[-1].setdefault(part, field)
    return [Group(number, fields) for number in sorted(groups, key=_rank) for fields in groups[number]]


def _rank(number: int | None) -> int:
    return -1 if number is None else number


def has_value(context: Context, field: BoxField) -> bool:
    """Whether a field shows anything; comments and footnotes alone are nothing."""
    if field.is_empty:
        return False
    for node in field.fragment.nodes:
        if type(node) is not Comment and (type(node) is not Tag or node.name not in HIDDEN_TAGS):
            return True
    return bool(text_of(context, field.fragment))
