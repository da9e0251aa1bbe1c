"""A citation template's parameters as texts by meaning."""

from __future__ import annotations

from typing import NamedTuple

from wikibio.citations.vocabulary import Meaning, Plan, find_meaning
from wikibio.context import Context
from wikibio.syntax.folding import fold_line
from wikibio.syntax.nodes import ExternalLink, Parameter, Template

Text = tuple[str, Parameter]
"""A parameter's text as a reader of the page sees it, and the parameter."""


class Arguments(NamedTuple):
    """`values`: what the template says, by key; `names`: people, by list, number and part; `other`: the rest."""

    values: dict[str, Text]
    names: dict[str, dict[int, dict[str, Text]]]
    other: dict[str, str]


def read_arguments(context: Context, template: Template, plan: Plan) -> Arguments:
    """``{{cite web|title=A|last2=B|foo=c}}`` gives values title "A", names author 2 last "B", other foo "c".

    A value of white space alone is none, and of two parameters of one name the last one stands, as in MediaWiki.
    """
    source, meanings = context.source, plan.meanings
    arguments = Arguments({}, {}, {})
    values, names, other = arguments
    for name, parameter in template.arguments().items():
        raw = source[parameter.value_start : parameter.end].strip()
        if not raw:
            continue
        if parameter.children:
            text = raw if raw.isascii() and _is_address(parameter, raw) else context.line(parameter.value)
        else:
            text = fold_line(raw)
        meaning = meanings.get(name) or find_meaning(plan, name)
        if meaning is None:
            other[name] = text
            if not plan.fixed:
                _report_unknown(context, parameter)
            continue
        key, part, number, _ = meaning
        if not (text and key):
            continue
        if part:
            names.setdefault(key, {}).setdefault(number, {}).setdefault(part, (text, parameter))
        elif key not in values or _replaces(context, plan, meaning, values[key], (text, parameter)):
            values[key] = text, parameter
    if plan.fixed:
        _add_fixed(context, template, plan, values)
    return arguments


def _is_address(parameter: Parameter, raw: str) -> bool:
    """Whether the value is a bare address, which is its own text."""
    link = parameter.children[0]
    return type(link) is ExternalLink and link.url == raw and not link.children and "''" not in raw


def _report_unknown(context: Context, parameter: Parameter) -> None:
    """Templates that supply values themselves have parameters of their own; of the others all are known."""
    what = f"the parameter {parameter.name!r} is unknown" if parameter.named else "text without a parameter name"
    context.report("citation-unknown-parameter", what, parameter.start, parameter.end)


def _replaces(context: Context, plan: Plan, meaning: Meaning, first: Text, second: Text) -> bool:
    """Whether of two parameters with one key the second one stands; two that differ are reported."""
    if first[0] != second[0]:
        message = f"{second[1].name!r} says again what {first[1].name!r} says"
        context.report("citation-duplicate-value", message, second[1].start, second[1].end)
    known = find_meaning(plan, first[1].name)
    return known is None or meaning.rank <= known.rank


def _add_fixed(context: Context, template: Template, plan: Plan, values: dict[str, Text]) -> None:
    """What the template itself supplies, where the page does not say it: ``{{Cite DNB}}`` names the work."""
    shown = {parameter.name: parameter for parameter in template.parameters}
    whole = _whole(template)
    for key, pattern in plan.fixed:
        if key in values:
            continue
        parts = [part if isinstance(part, str) else _first(context, shown, part) for part in pattern.parts]
        if all(parts):
            values[key] = "".join(parts), whole


def _first(context: Context, shown: dict[str, Parameter], names: tuple[str, ...]) -> str:
    for name in names:
        parameter = shown.get(name)
        if parameter is not None:
            text = context.line(parameter.value)
            if text:
                return text
    return ""


def _whole(template: Template) -> Parameter:
    """The template as if it were the parameter: where a value stands that it supplies itself."""
    parameter = Parameter(template.start)
    parameter.end = template.end
    return parameter


def span_of(context: Context, parameter: Parameter) -> tuple[int, int]:
    """Where a parameter's value stands, without the white space round it."""
    end = parameter.end
    raw = context.source[parameter.value_start : end].lstrip()
    start = end - len(raw)
    return start, start + len(raw.rstrip())
