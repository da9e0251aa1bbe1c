"""Hatnotes: the notes at the top of a page or section that lead to other pages (Wikipedia:Hatnote)."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Template
from wikibio.values.links import split_target
from wikibio.values.model import Model


class Hatnote(Model):
    """`kind` is what the note says (main, see_also, about, …), `targets` the pages it leads to."""

    kind: str
    targets: tuple[str, ...]
    text: str | None = None
    span: Span


def read_hatnotes(context: Context) -> list[dict[str, object]]:
    """``{{Main|Assassination of Qasem Soleimani}}`` gives kind "main" with that target."""
    found: list[dict[str, object]] = []
    for template, row in context.templates("hatnote"):
        targets = [split_target(target)[0] for target in _texts(context, template, row.slots.get("targets", ()))]
        found.append(
            {
                "kind": row.kind,
                "targets": [target for target in targets if target],
                "text": next(iter(_texts(context, template, row.slots.get("text", ()))), None),
                "span": (template.start, template.end),
            }
        )
    return found


def _texts(context: Context, template: Template, names: tuple[str, ...]) -> list[str]:
    arguments = template.arguments()
    return [text for name in names if name in arguments and (text := context.line(arguments[name].value))]
