"""Ship templates: the ship's page that the name leads to."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template

SHIP_KIND = "ship"


def ship_link(context: Context, template: Template, row: TemplateRow) -> str | None:
    """The page that a ship template links to: prefix and name, with the hull number or the year in brackets.

    ``{{USS|Edsall|DD-219}}`` -> "USS Edsall (DD-219)"; ``{{HMS|Dart}}`` -> "HMS Dart";
    ``{{ship|Polish destroyer|Burza}}`` -> "Polish destroyer Burza"
    (Template:USS/doc and Template:Ship/doc, checked 2026-11-21).
    """
    name, number = (_argument(context, template, row, meaning) for meaning in ("name", "number"))
    if not name:
        return None
    prefix = _argument(context, template, row, "prefix") or row.fixed.get("prefix", "")
    return " ".join(part for part in (prefix, name, f"({number})" if number else "") if part)


def _argument(context: Context, template: Template, row: TemplateRow, meaning: str) -> str:
    slot = row.slots.get(meaning, ())
    found = next((parameter for parameter in template.parameters if parameter.name in slot), None)
    return context.line(found.value) if found is not None else ""
