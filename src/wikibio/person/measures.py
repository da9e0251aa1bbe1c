"""Height and weight: one parameter, or one for each unit."""

from __future__ import annotations

from wikibio.infobox.values import Value
from wikibio.person.facts import Facts
from wikibio.span import Span


def read_height(facts: Facts) -> Value | None:
    """``height = 1.70 m``, ``height_cm = 170``, or ``height_ft = 5`` with ``height_in = 11``, which are 71 in."""
    whole = facts.first("quantity", "height", "height.metres", "height.centimetres")
    return whole or _joined(facts, "height.feet", "height.inches", 12)


def read_weight(facts: Facts) -> Value | None:
    """``weight = 75 kg``, ``weight_kg = 75``, or ``weight_st = 11`` with ``weight_lb = 3``, which are 157 lb."""
    whole = facts.first("quantity", "weight", "weight.kilograms")
    return whole or _joined(facts, "weight.stones", "weight.pounds", 14)


def _joined(facts: Facts, larger: str, smaller: str, factor: int) -> Value | None:
    """Two parameters of one measure as a quantity in the smaller unit; one of them alone as it is."""
    first, second = facts.first("quantity", larger), facts.first("quantity", smaller)
    if first is None or second is None:
        return first or second
    spans = [Span(*each["span"]) for each in (first, second)]  # type: ignore[misc]  # a value's span is a pair of int
    return {
        "value": float(str(first["value"])) * factor + float(str(second["value"])),
        "unit": second["unit"],
        "text": f"{first['text']} {first['unit']} {second['text']} {second['unit']}",
        "span": Span(min(span.start for span in spans), max(span.end for span in spans)),
        "references": first["references"],
    }
