"""Arguments of templates as MediaWiki hands them on: trimmed, comments gone, further templates as they show."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wikibio.context import Context
from wikibio.lexicon.tables import Slot
from wikibio.syntax.nodes import Comment, Fragment, Parameter, Template

_NUMBERED = re.compile(r"([^\d].*?)(\d*)", re.DOTALL)


def written(context: Context, parameter: Parameter) -> str:
    """A parameter's value as a string, trimmed.

    The value of ``name = a<!-- b --> `` is "a".
    """
    if not parameter.children:
        return context.source[parameter.value_start : parameter.end].strip()
    value = parameter.value
    if any(type(node) is Template for node in value.nodes):
        return context.line(value)
    parts, position = [], value.start
    for node in value.nodes:
        if type(node) is Comment:
            parts.append(context.source[position : node.start])
            position = node.end
    parts.append(context.source[position : value.end])
    return "".join(parts).strip()


def argument(context: Context, arguments: Mapping[str, Parameter], slot: Slot) -> str:
    """The first parameter of `slot` that is there and not empty, as a string; an empty one where there is none."""
    for name in slot:
        parameter = arguments.get(name)
        if parameter is not None:
            value = written(context, parameter)
            if value:
                return value
    return ""


def content(arguments: Mapping[str, Parameter], slot: Slot) -> Fragment | None:
    """The first parameter of `slot` that is there."""
    for name in slot:
        parameter = arguments.get(name)
        if parameter is not None:
            return parameter.value
    return None


def numbered(name: str) -> tuple[str, int]:
    """A parameter's name without its number, and the number: ``p2`` is ("p", 2), ``p`` is ("p", 1)."""
    match = _NUMBERED.fullmatch(name)
    if match is None:
        return name, 1
    return match.group(1), int(match.group(2) or 1)
