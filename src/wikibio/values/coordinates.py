"""Geographical coordinates: the numbers of a coordinates template as decimal degrees."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Template
from wikibio.syntax.text import Shown
from wikibio.values.model import Model
from wikibio.values.shown import shown_nodes

COORDINATES_ROLE = "coordinates"
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d*)?|[+-]?\.\d+")
_MARKS = "°′″"


class Coordinates(Model):
    """A point on the Earth in decimal degrees, north and east positive, and as the page shows it."""

    latitude: float
    longitude: float
    text: str
    span: Span
    references: tuple[str, ...] = ()


def show_coordinates(context: Context, template: Template, row: TemplateRow) -> Shown:
    """What a coordinates template shows where it stands; role ``coordinates``.

    With ``display=title`` it shows at the top of the page only.
    """
    places = _argument(context, template, row.slots.get("display", ()))
    if places and not any(context.lexicon.word("coordinates_display", place) for place in re.split(r"[\s,]+", places)):
        return ()
    value = read_template(context, template)
    return (str(value["text"]),) if value else ()


def read_coordinates(context: Context, fragment: Fragment) -> dict[str, object] | None:
    """The first coordinates in a value: ``{{coord|30.29|57.12|display=title}}`` gives 30.29 north, 57.12 east."""
    for node in [*shown_nodes(context, fragment)]:
        value = _value(context, node) if type(node) is Template else None
        if value is not None:
            return {**value, "references": context.footnotes(fragment.start, fragment.end)}
    return None


def read_page_coordinates(context: Context) -> list[dict[str, object]]:
    """All coordinates that templates of the page give, in source order."""
    values = (_value(context, template) for template, _ in context.templates(COORDINATES_ROLE))
    return [{**value, "references": ()} for value in values if value is not None]


def _value(context: Context, template: Template) -> dict[str, object] | None:
    row = context.lexicon.template(template.name)
    if row is None or row.role != COORDINATES_ROLE:
        return None
    value = read_template(context, template)
    if value is None and any(parameter.name.isdecimal() for parameter in template.parameters):
        context.report("invalid-coordinates", "These numbers are no coordinates", template.start, template.end)
    return value


def read_template(context: Context, template: Template) -> dict[str, object] | None:
    """``{{coord|57|18|22|N|4|27|32|W}}`` to decimal degrees; None where the numbers make no point on the Earth.

    Template:Coord/doc: degrees, degrees and minutes or all three, each followed by its direction; or two signed numbers
    without directions.
    """
    arguments = [context.line(p.value) for p in template.parameters if not p.named]
    latitude, rest = _angle(arguments, "NS")
    longitude, _ = _angle(rest, "EW")
    if latitude is None and longitude is None and len(arguments) >= 2:
        latitude, longitude = _signed(arguments[0]), _signed(arguments[1])
    if latitude is None or longitude is None or abs(latitude[0]) > 90 or abs(longitude[0]) > 180:
        return None
    text = f"{_shown(latitude, 'NS')} {_shown(longitude, 'EW')}"
    return {"latitude": latitude[0], "longitude": longitude[0], "text": text, "span": (template.start, template.end)}


Angle = tuple[float, list[str]]
"""Signed decimal degrees, and the degrees, minutes and seconds as written."""


def _angle(arguments: list[str], directions: str) -> tuple[Angle | None, list[str]]:
    """The angle that ends with one of `directions`, and the arguments behind it."""
    for index, argument in enumerate(arguments[:4]):
        if argument.upper() in tuple(directions) and index > 0:
            written = arguments[:index]
            if not all(_NUMBER.fullmatch(part) for part in written):
                return None, []
            degrees = sum(abs(float(part)) / 60**power for power, part in enumerate(written))
            sign = -1 if argument.upper() == directions[1] or written[0].startswith("-") else 1
            return (sign * round(degrees, 9), written), arguments[index + 1 :]
    return None, []


def _signed(argument: str) -> Angle | None:
    argument = argument.replace("−", "-")
    return (float(argument), [argument]) if _NUMBER.fullmatch(argument) else None


def _shown(angle: Angle, directions: str) -> str:
    number, written = angle
    shown = "".join(part.lstrip("+-") + mark for part, mark in zip(written, _MARKS, strict=False))
    return shown + directions[number < 0]


def _argument(context: Context, template: Template, names: tuple[str, ...]) -> str:
    found = next((parameter for parameter in template.parameters if parameter.name in names), None)
    return context.line(found.value) if found is not None else ""
