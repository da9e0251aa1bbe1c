"""Names and pictures: parameters that belong together are read as one value."""

from __future__ import annotations

from wikibio.infobox.box import BoxField
from wikibio.infobox.values import Value
from wikibio.person.facts import Facts
from wikibio.values.kept import text_of


def read_name(facts: Facts) -> Value | None:
    """The name at the head of the infobox: ``name = Ada``; that of a box inside it is no name of the page."""
    own = [field for field in facts.box.fields if field.role == "name" and not field.is_empty]
    return next((name for field in own for name in facts.of_field("item", field)), None)


def read_nicknames(facts: Facts) -> list[Value]:
    """``nickname = "Spike"`` gives one, with its quotation marks."""
    return facts.values("item", "nickname")


def read_native_name(facts: Facts) -> Value | None:
    """``native_name = قاسم سلیمانی`` with ``native_name_lang = fa`` gives the name with the language "fa".

    A language template in the name itself comes first.
    """
    name = facts.first("language_text", "native_name")
    if name is not None and name["lang"] is None:
        lang = facts.first("item", "native_name_lang")
        if lang is not None:
            return {**name, "lang": lang["text"]}
    return name


def read_image(facts: Facts) -> Value | None:
    """The first image, with the caption and the alternative text that stand in parameters beside it.

    ``image = A.jpg``, ``caption = A in [[Tehran]]`` gives the file and the caption "A in Tehran".
    """
    return _pictured(facts, "image", "image.caption", "image.alt")


def read_signature(facts: Facts) -> Value | None:
    """``signature = A signature.svg``."""
    return _pictured(facts, "signature", "", "signature.alt")


def _pictured(facts: Facts, role: str, caption: str, alt: str) -> Value | None:
    image, field = next(
        ((value, field) for field in facts.fields(role) for value in facts.of_field("image", field)), (None, None)
    )
    if image is None or field is None:
        return None
    return {**image, "caption": _beside(facts, caption, field), "alt": _beside(facts, alt, field)}


def _beside(facts: Facts, role: str, field: BoxField) -> str | None:
    """The text of the parameter that goes with `field`: the one with its number, of its box."""
    beside = next((other for other in facts.fields(role) if other.number == field.number), None)
    return text_of(facts.context, beside.fragment) or None if beside is not None else None
