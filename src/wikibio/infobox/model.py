"""An infobox with all its parameters, typed where the vocabulary knows them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from wikibio.span import Span
from wikibio.values.award import Award
from wikibio.values.coordinates import Coordinates
from wikibio.values.date.model import Date
from wikibio.values.image import Image
from wikibio.values.links import Link, WebLink
from wikibio.values.model import Item, LanguageText, Model
from wikibio.values.place import Place
from wikibio.values.quantity import Quantity


class DateValue(Date):
    """`of` says what the date is of where the source says so: birth, death, baptism, floruit, reign, start, end."""

    kind: Literal["date"]
    of: str | None = None


class PlaceValue(Place):
    kind: Literal["place"]


class ItemValue(Item):
    kind: Literal["item"]


class AwardValue(Award):
    kind: Literal["award"]


class ImageValue(Image):
    kind: Literal["image"]


class CoordinatesValue(Coordinates):
    kind: Literal["coordinates"]


class QuantityValue(Quantity):
    kind: Literal["quantity"]


class LanguageTextValue(LanguageText):
    kind: Literal["language_text"]


class WebLinkValue(WebLink):
    kind: Literal["web_link"]


Value = Annotated[
    DateValue
    | PlaceValue
    | ItemValue
    | AwardValue
    | ImageValue
    | CoordinatesValue
    | QuantityValue
    | LanguageTextValue
    | WebLinkValue,
    Setting(discriminator="kind"),
]


class Field(Model):
    """One parameter of an infobox.

    `span` covers it from its name to the end of its value; `text` is the value as a reader of the page sees it;
    `values` are the typed values in it, in order, none where the vocabulary does not know the parameter. Battles,
    offices and their like, which several parameters make together, are in the Person.
    """

    name: str
    span: Span
    text: str
    values: tuple[Value, ...] = ()
    links: tuple[Link, ...] = ()
    references: tuple[str, ...] = ()


class Infobox(Model):
    """An infobox: its template's `name`, the `kind` of box that it is, whether it is a `person`'s, and its fields.

    `infoboxes` are those inside it, with the `parameter` that holds each. Fields are found by name: ``box["name"]``.
    """

    name: str
    kind: str
    person: bool
    parameter: str | None = None
    span: Span
    fields: dict[str, Field]
    infoboxes: tuple[Infobox, ...] = ()

    def __getitem__(self, parameter: str) -> Field:
        return self.fields[parameter]

    def __contains__(self, parameter: str) -> bool:
        return parameter in self.fields
