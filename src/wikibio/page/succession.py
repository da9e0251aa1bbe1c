"""Succession boxes: who held an office before and after (Wikipedia:Succession boxes)."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.nodes import Template
from wikibio.values.links import first_link
from wikibio.values.model import Item, Model
from wikibio.values.show import given

ROLES = (
    "succession.start", "succession.before", "succession.title", "succession.after", "succession.nobody",
    "succession.box", "succession.heading", "succession.end",
)  # fmt: skip
"""What makes up a succession box; whatever is no predecessor, title or successor ends the row."""


class Succession(Model):
    """One office in a succession box; `years` is the text of the years as given there."""

    title: str
    link: str | None = None
    years: str | None = None
    predecessor: Item | None = None
    successor: Item | None = None
    span: Span


def read_succession(context: Context) -> list[dict[str, object]]:
    """One entry an office, from ``{{s-bef}}``, ``{{s-ttl}}``, ``{{s-aft}}`` in a row or one ``{{succession box}}``.

    ``{{s-bef|before=[[A]]}}{{s-ttl|title=King|years=1066}}{{s-aft|after=B}}`` gives title "King", years "1066",
    predecessor "A" (link "A") and successor "B".
    """
    found: list[dict[str, object]] = []
    predecessor: dict[str, object] | None = None
    rows = 0
    for template, row in context.templates(*ROLES):
        role = row.role
        if role == "succession.before":
            predecessor, rows = _person(context, template, row, "person"), _rows(context, template, row)
        elif role == "succession.title":
            found.append(_entry(context, template, row, predecessor, None))
            rows -= 1
            if rows < 1:
                predecessor = None
        elif role == "succession.after" and found:
            found[-1]["successor"] = _person(context, template, row, "person")
            found[-1]["span"] = (_start(found[-1]), template.end)
        elif role == "succession.box":
            before, after = (_person(context, template, row, meaning) for meaning in ("before", "after"))
            found.append(_entry(context, template, row, before, after))
        else:
            predecessor, rows = None, 0
    return found


def _rows(context: Context, template: Template, row: TemplateRow) -> int:
    """How many titles a predecessor stands beside: ``{{s-bef|before=A|rows=2}}``."""
    parameter = given(context, template.arguments(), row.slots.get("rows", ()))
    written = "" if parameter is None else context.line(parameter.value)
    return int(written) if written.isascii() and written.isdecimal() else 1


def _start(entry: dict[str, object]) -> int:
    span = entry["span"]
    assert isinstance(span, tuple)
    return int(span[0])


def _entry(
    context: Context,
    template: Template,
    row: TemplateRow,
    predecessor: dict[str, object] | None,
    successor: dict[str, object] | None,
) -> dict[str, object]:
    arguments = template.arguments()
    title = given(context, arguments, row.slots.get("title", ()))
    years = given(context, arguments, row.slots.get("years", ()))
    return {
        "title": context.line(title.value) if title else "",
        "link": first_link(context, title.value) if title else None,
        "years": context.line(years.value) if years else None,
        "predecessor": predecessor,
        "successor": successor,
        "span": (template.start, template.end),
    }


def _person(context: Context, template: Template, row: TemplateRow, meaning: str) -> dict[str, object] | None:
    parameter = given(context, template.arguments(), row.slots.get(meaning, ()))
    if parameter is None:
        return None
    value = parameter.value
    return {
        "text": context.line(value),
        "link": first_link(context, value),
        "span": (value.start, value.end),
        "references": context.footnotes(value.start, value.end),
    }
