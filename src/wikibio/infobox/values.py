"""The typed values of an infobox field, by the role of its parameter."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from wikibio.context import Context
from wikibio.infobox.box import BoxField, TypedValue
from wikibio.syntax.nodes import ExternalLink, Fragment, Template
from wikibio.values.award import read_award
from wikibio.values.coordinates import COORDINATES_ROLE, read_coordinates
from wikibio.values.date.reader import read_dates
from wikibio.values.event import Event, read_event, read_place_event
from wikibio.values.image import read_image
from wikibio.values.item import read_item
from wikibio.values.language import read_language_text
from wikibio.values.listing import part_people, read_items
from wikibio.values.place import read_place
from wikibio.values.quantity import read_quantity
from wikibio.values.shown import shown_nodes

Value = dict[str, object]
Reader = Callable[[Context, Fragment], list[TypedValue]]


def field_values(context: Context, field: BoxField) -> list[TypedValue]:
    """The typed values of a field, each with its kind; read once, then kept with the field.

    ``birth_date = {{birth date|1957|3|11}} [[Kerman]]`` gives a date and a place.
    """
    values = field.values
    if values is None:
        values = [] if field.is_empty or not field.role else _reader(field.role)(context, field.fragment)
        field.values = values
    return values


@lru_cache(maxsize=4096)
def _reader(role: str) -> Reader:
    """The reader of a role: its own, else that of the last part of its name, of its group, or of items."""
    group, _, part = role.rpartition(".")
    by_name = PART_READERS.get(part if group else "", GROUP_READERS.get(role.partition(".")[0], _items))
    return READERS.get(role, by_name)


_KINDS: dict[str, Value] = {
    kind: {"kind": kind}
    for kind in ("place", "image", "coordinates", "quantity", "language_text", "award", "item", "web_link")
}
_KINDS["date"] = {"kind": "date", "of": None}


def _kind(kind: str, values: list[Value] | Value | None) -> list[TypedValue]:
    what = _KINDS[kind]
    if isinstance(values, dict):
        return [(what, values)]
    return [(what, value) for value in values] if values else []


def _dates(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("date", read_dates(context, fragment))


def _event(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _of_event(read_event(context, fragment))


def _place_event(context: Context, fragment: Fragment) -> list[TypedValue]:
    """Coordinates in a place's field are a value of their own."""
    for node in fragment.nodes:
        if type(node) is Template and context.role(node) == COORDINATES_ROLE:
            coordinates = _coordinates(context, fragment)
            before = [each for each in fragment.nodes if each.end <= node.start]
            return _of_event(read_place_event(context, Fragment(fragment.start, node.start, before))) + coordinates
    return _of_event(read_place_event(context, fragment))


def _of_event(event: Event) -> list[TypedValue]:
    values: list[TypedValue] = []
    for value, found in zip(event.dates, event.found, strict=True):
        values.append(({"kind": "date", "of": found.cue or found.kind or None}, value))
    return values + _kind("place", event.place)


def _place(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("place", read_place(context, fragment))


def _places(context: Context, fragment: Fragment) -> list[TypedValue]:
    """Places that are listed, each in a line."""
    return _kind("place", [place for item in read_items(context, fragment) if (place := read_place(context, item))])


def _image(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("image", read_image(context, fragment))


def _coordinates(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("coordinates", read_coordinates(context, fragment))


def _quantity(unit: str) -> Reader:
    return lambda context, fragment: _kind("quantity", read_quantity(context, fragment, unit))


def _language_text(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("language_text", read_language_text(context, fragment))


def _awards(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("award", [read_award(context, item) for item in read_items(context, fragment, commas=True)])


def _items(context: Context, fragment: Fragment) -> list[TypedValue]:
    return _kind("item", [read_item(context, item) for item in read_items(context, fragment)])


def _enumerated(context: Context, fragment: Fragment) -> list[TypedValue]:
    """Items of a list that may also stand in one line with commas."""
    return _kind("item", [read_item(context, item) for item in read_items(context, fragment, commas=True)])


def _people(context: Context, fragment: Fragment) -> list[TypedValue]:
    """As `_enumerated`; two names with an "and" between them are two people."""
    items = read_items(context, fragment, commas=True)
    return _kind("item", [read_item(context, person) for item in items for person in part_people(context, item)])


def _one_item(context: Context, fragment: Fragment) -> list[TypedValue]:
    item = read_item(context, fragment)
    return _kind("item", item) if item["text"] else []


def _web_links(context: Context, fragment: Fragment) -> list[TypedValue]:
    """``{{URL|example.org}}``, ``[https://example.org A]`` or a bare address."""
    links: list[Value] = []
    end = fragment.start
    for node in shown_nodes(context, fragment):
        if node.start < end:
            continue
        if type(node) is ExternalLink:
            text = context.line(node.content) if node.content is not None else None
            links.append({"url": node.url, "text": text or None, "span": node.span})
        elif type(node) is Template:
            row = context.lexicon.template(node.name)
            address = _argument(context, node, row.slots.get("url", ())) if row is not None else ""
            if row is not None and row.role == "url" and address:
                text = _argument(context, node, row.slots.get("text", ()))
                # Template:URL/doc: an address without a scheme is one of http.
                url = address if "://" in address or address.startswith("//") else f"http://{address}"
                links.append({"url": url, "text": text or None, "span": node.span})
                end = node.end
    return _kind("web_link", links)


def _argument(context: Context, template: Template, names: tuple[str, ...]) -> str:
    found = next((parameter for parameter in template.parameters if parameter.name in names), None)
    return context.line(found.value) if found is not None else ""


def _nothing(context: Context, fragment: Fragment) -> list[TypedValue]:
    return []


READERS: dict[str, Reader] = {
    "name": _one_item,
    "full_name": _one_item,
    "honorific_prefix": _one_item,
    "honorific_suffix": _one_item,
    "birth.name": _one_item,
    "native_name": _language_text,
    "birth": _event,
    "death": _event,
    "birth.date": _event,
    "death.date": _event,
    "baptism.date": _event,
    "birth.place": _place_event,
    "death.place": _place_event,
    "burial.place": _place_event,
    "residence": _places,
    "service": _dates,
    "years_active": _dates,
    "reign": _dates,
    "image": _image,
    "signature": _image,
    "coat_of_arms": _image,
    "image.caption": _one_item,
    "image.alt": _one_item,
    "height": _quantity(""),
    "height.metres": _quantity("m"),
    "height.centimetres": _quantity("cm"),
    "height.feet": _quantity("ft"),
    "height.inches": _quantity("in"),
    "weight": _quantity(""),
    "weight.kilograms": _quantity("kg"),
    "weight.pounds": _quantity("lb"),
    "weight.stones": _quantity("st"),
    "award": _awards,
    "website": _web_links,
    "module": _nothing,
    "battle": _nothing,
    "presentation": _nothing,
}
"""Role -> what reads its values. Every other role is read by the last part of its name, or as items."""

ENUMERATED = (
    *("nickname", "other_name", "alias", "allegiance", "branch", "rank", "unit", "command", "occupation", "party"),
    *("relation", "family", "alma_mater", "education", "university", "religion"),
    *("nationality", "citizenship", "ethnicity", "known_for", "notable_work", "influence", "employer"),
)
"""Roles whose items may stand in one line with commas between them."""

READERS.update(dict.fromkeys(ENUMERATED, _enumerated))
READERS.update(dict.fromkeys(("child", "parent", "father", "mother"), _people))

PART_READERS: dict[str, Reader] = {
    **dict.fromkeys(("date", "start", "end", "term", "years", "year"), _dates),
    "place": _place,
    "coordinates": _coordinates,
    "size": _nothing,
    "label": _nothing,
}

GROUP_READERS: dict[str, Reader] = {"presentation": _nothing}
