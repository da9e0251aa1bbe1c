"""Templates that make, repeat or list footnotes: what each role asks of Cite."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.lexicon.tables import Slot, TemplateRow
from wikibio.references.arguments import argument, content, numbered, written
from wikibio.references.attributes import judge, unquoted
from wikibio.references.calls import Call, ListCall
from wikibio.references.labels import STYLES
from wikibio.syntax.nodes import Fragment, Parameter, Template

TAG = "tag"
"""Kind of the parser function itself: its first argument is the content, whatever it looks like."""


def read_footnote(context: Context, template: Template, row: TemplateRow) -> Call:
    """``{{refn|text|name=a|group=n}}``, ``{{efn|text}}`` and ``{{#tag:ref|text|name=a}}``."""
    arguments = template.arguments()
    body = content(arguments, row.slots["text"])
    if row.kind == TAG and template.parameters:
        first = template.parameters[0]
        body = Fragment(first.start, first.end, first.children)
        if first.named:
            arguments.pop(first.name, None)
    attributes = _attributes(context, arguments, row)
    call = Call(template.start, template.end, attributes.get("group"), attributes.get("name") or None)
    verdict = judge(attributes)
    call.follow, call.error = verdict.follow, verdict.error
    call.holds = True
    if body is not None:
        text = context.source[body.start : body.end]
        if text.strip():
            call.text, call.content = text, body
    return call


def _attributes(context: Context, arguments: dict[str, Parameter], row: TemplateRow) -> dict[str, str]:
    """What the template hands on to ``<ref>``: a template hands on what it knows, the parser function everything."""
    if row.kind == TAG:
        given = {
            name.lower(): unquoted(written(context, parameter))
            for name, parameter in arguments.items()
            if parameter.named
        }
    else:
        given = {
            meaning: unquoted(argument(context, arguments, row.slots.get(meaning, ())))
            for meaning in ("name", "group", "follow")
        }
    own = row.fixed.get("group")
    if own is not None and not (row.kind == "lettered" and given.get("group") in STYLES):
        given["group"] = own
    return given


def read_reuse(context: Context, template: Template, row: TemplateRow) -> list[Call]:
    """``{{r|a|b|p2=5}}``: footnotes a and b again, b with its page."""
    arguments = template.arguments()
    names: list[tuple[int, str, int]] = []
    groups: dict[int, str] = {}
    pages: dict[int, str] = {}
    for name, parameter in arguments.items():
        if name.isdecimal():
            names.append((int(name), unquoted(written(context, parameter)), parameter.start))
            continue
        key, number = numbered(name)
        if key in row.slots["name"]:
            names.append((number, written(context, parameter), parameter.start))
        elif key in row.slots["group"]:
            groups[number] = written(context, parameter)
        elif key in row.slots["pages"]:
            pages[number] = written(context, parameter)
    calls: list[Call] = []
    for number, name, start in sorted(names):
        if not name:
            continue
        call = Call(template.start, template.end, groups.get(number, groups.get(1)), name)
        call.marker = start if calls else template.start
        call.error = judge({"name": name}).error
        call.pages = pages.get(number) or None
        calls.append(call)
    return calls


def read_list(context: Context, template: Template, row: TemplateRow) -> ListCall:
    """``{{reflist|group=n|refs=<ref name=a>text</ref>}}`` and ``{{notelist}}``."""
    arguments = template.arguments()
    group = argument(context, arguments, row.slots.get("group", ()))
    own = row.fixed.get("group")
    if own is not None and not (row.kind == "lettered" and group in STYLES):
        group = own
    slot: Slot = row.slots["footnotes"]
    body = content(arguments, slot)
    region = None if body is None else (body.start, body.end)
    return ListCall(template.start, template.end, unquoted(group), region, True)
