"""A citation template's parameters as texts by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wikibio.citations.vocabulary import Plan, find_meaning
from wikibio.context import Context
from wikibio.syntax.folding import fold_line
from wikibio.syntax.nodes import ExternalLink, Fragment, Node, Parameter, Template
from wikibio.values.links import first_link

Text = tuple[str, str, int, int, Sequence[Node]]
"""A parameter's text as a reader of the page sees it; its name, where its value starts and ends, and the nodes in it.

Bare addresses are not among the nodes: they are their own text.
"""
Name = dict[str, Text]
"""The parts of one person's name: last, first, link, mask."""


class Arguments(NamedTuple):
    """`values`: what the template says, by key; `names`: people, by list, number and part; `other`: the rest."""

    values: dict[str, Text]
    names: dict[str, dict[int, Name]]
    other: dict[str, str]


def read_arguments(context: Context, template: Template, plan: Plan) -> Arguments:
    """``{{cite web|title=A|last2=B|foo=c}}`` gives values title "A", names author 2 last "B", other foo "c".

    A value that shows nothing is none, and of two parameters of one name the last one stands, as in MediaWiki.
    """
    arguments = Arguments({}, {}, {})
    values, names, other = arguments
    known = plan.meanings.get
    is_plain = template.source is not None and context.source.find("[[", template.start, template.end) < 0
    for text in (_plain_texts(template) if is_plain else _texts(context, template)).values():
        shown, name = text[0], text[1]
        if not shown:
            continue
        meaning = known(name) or find_meaning(plan, name)
        if meaning is None:
            other[name] = shown
            if not plan.fixed:
                _report_unknown(context, template, text)
            continue
        key, part, number, _ = meaning
        if part:
            names.setdefault(key, {}).setdefault(number, {}).setdefault(part, text)
        elif key and (key not in values or _replaces(context, template, plan, values[key], text)):
            values[key] = text
    if plan.fixed:
        _add_fixed(context, template, plan, values)
    return arguments


def _plain_texts(template: Template) -> dict[str, Text]:
    """The texts of a plain template without links, which need no nodes."""
    source, position = template.source, template.start + 2
    assert source is not None
    head, *pieces = source[position : template.end - 2].split("|")
    position += len(head) + 1
    texts: dict[str, Text] = {}
    positional = 0
    for piece in pieces:
        name, equals, value = piece.partition("=")
        if equals:
            name = name.strip()
        else:
            positional += 1
            name, value = str(positional), piece
        end = position + len(piece)
        texts[name] = fold_line(value), name, end - len(value), end, ()
        position = end + 1
    return texts


def _texts(context: Context, template: Template) -> dict[str, Text]:
    source = context.source
    texts: dict[str, Text] = {}
    for name, parameter in template.arguments().items():
        start, end = parameter.value_start, parameter.end
        raw = source[start:end].strip()
        if parameter.children and not _is_address(parameter, raw):
            value = parameter.value
            texts[name] = context.line(value), name, start, end, value.nodes
        else:
            texts[name] = fold_line(raw), name, start, end, ()
    return texts


def _is_address(parameter: Parameter, raw: str) -> bool:
    """Whether the value is a bare address, which is its own text."""
    link = parameter.children[0]
    return type(link) is ExternalLink and link.url == raw and not link.children and "''" not in raw


def _report_unknown(context: Context, template: Template, text: Text) -> None:
    """Templates that supply values themselves have parameters of their own; of the others all are known."""
    parameter = template.arguments()[text[1]]
    what = f"the parameter {parameter.name!r} is unknown" if parameter.named else "text without a parameter name"
    context.report("citation-unknown-parameter", what, parameter.start, parameter.end)


def _replaces(context: Context, template: Template, plan: Plan, first: Text, second: Text) -> bool:
    """Whether of two parameters with one key the second one stands; two that differ are reported."""
    if first[0] != second[0]:
        message = f"{second[1]!r} says again what {first[1]!r} says"
        parameter = template.arguments()[second[1]]
        context.report("citation-duplicate-value", message, parameter.start, parameter.end)
    known, meaning = find_meaning(plan, first[1]), find_meaning(plan, second[1])
    return known is None or meaning is None or meaning.rank <= known.rank


def _add_fixed(context: Context, template: Template, plan: Plan, values: dict[str, Text]) -> None:
    """What the template itself supplies, where the page does not say it: ``{{Cite DNB}}`` names the work."""
    shown = template.arguments()
    for key, pattern in plan.fixed:
        if key in values:
            continue
        parts = [part if isinstance(part, str) else _first(context, shown, part) for part in pattern.parts]
        if all(parts):
            values[key] = "".join(parts), "", template.start, template.end, ()


def _first(context: Context, shown: dict[str, Parameter], names: tuple[str, ...]) -> str:
    for name in names:
        parameter = shown.get(name)
        if parameter is not None:
            text = context.line(parameter.value)
            if text:
                return text
    return ""


def link_of(context: Context, text: Text) -> str | None:
    """The page that the first link in a value leads to."""
    _, _, start, end, nodes = text
    return first_link(context, Fragment(start, end, nodes)) if nodes else None


def span_of(context: Context, text: Text) -> tuple[int, int]:
    """Where a parameter's value stands, without the white space round it."""
    _, _, start, end, _ = text
    raw = context.source[start:end].lstrip()
    start = end - len(raw)
    return start, start + len(raw.rstrip())
