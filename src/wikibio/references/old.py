"""The footnotes of old, ``{{ref|a}}`` and ``{{note|a}}``: links between marker and note, which Cite does not count."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.references.arguments import argument, content
from wikibio.references.calls import Call, Footnote
from wikibio.references.fragments import surroundings
from wikibio.syntax.nodes import Fragment, Template
from wikibio.syntax.page import nodes_between

Pairs = list[tuple[Template, TemplateRow]]


def read_old_footnotes(context: Context, markers: Pairs, notes: Pairs) -> list[Footnote]:
    """Markers and notes joined by name; the note's text is an argument, or else the rest of its line.

    ``a{{ref|x}} … * {{note|x}} b`` gives a footnote "x" with the text "b" and one use.
    """
    footnotes: dict[str, Footnote] = {}
    limits = [*(template.start for template, _ in notes[1:]), len(context.source)][: len(notes)]
    for (template, row), limit in zip(notes, limits, strict=True):
        name = argument(context, template.arguments(), row.slots["name"])
        footnote = Footnote("", name or None, None)
        body = _text(context, template, row, limit)
        footnote.definition = Call(template.start, max(body.end, template.end), None, name)
        footnote.contents.append(body)
        footnote.text = context.slice(body)
        footnotes.setdefault(name, footnote)
    for template, row in markers:
        name = argument(context, template.arguments(), row.slots["name"])
        call = Call(template.start, template.end, None, name)
        if name not in footnotes:
            footnotes[name] = Footnote("", name or None, None)
            message = f"no note answers to the marker {name!r}"
            footnotes[name].findings.append(("reference-undefined-name", message, call.start, call.end))
        footnotes[name].calls.append(call)
    return list(footnotes.values())


def _text(context: Context, template: Template, row: TemplateRow, limit: int) -> Fragment:
    """The note's text; of several notes on one line each has what stands before the next, which starts at `limit`."""
    body = content(template.arguments(), row.slots.get("text", ()))
    if body is not None and context.slice(body).strip():
        return body
    beside, around = surroundings(context.tree.children, template.start, len(context.source))
    limit = max(min(limit, around), template.end)
    line_break = context.source.find("\n", template.end, limit)
    end = limit if line_break < 0 else line_break
    return Fragment(template.end, end, nodes_between(beside, template.end, end))
