"""A citation template's parameters as texts by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wikibio.citations.vocabulary import Plan, find_meaning
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
    ranks: dict[str, int] = {}
    for name, parameter in {parameter.name: parameter for parameter in template.parameters}.items():
        raw = source[parameter.value_start : parameter.end].strip()
        if not raw:
            continue
        meaning = meanings.get(name) or find_meaning(plan, name)
        text = context.line(parameter.value) if parameter.children and _has_markup(parameter, raw) else _folded(raw)
        if meaning is None:
            other[name] = text
            if not plan.fixed:
                _report_unknown(context, parameter)
        elif not (text and meaning.key):
            continue
        elif meaning.part:
            names.setdefault(meaning.key, {}).setdefault(meaning.number, {}).setdefault(meaning.part, (text, parameter))
        else:
            key = meaning.key
            if key in values:
                _report_clash(context, name, values[key], (text, parameter))
                if ranks[key] < meaning.rank:
                    continue
            ranks[key] = meaning.rank
            values[key] = text, parameter
    if len(values) > 1 or plan.fixed:
        _add_fixed(context, template, plan, values)
    return arguments


def _folded(raw: str) -> str:
    """``3  May`` -> "3 May"; most values have nothing to fold."""
    return raw if raw.isascii() and raw.isprintable() and "  " not in raw and "''" not in raw else fold_line(raw)


def _has_markup(parameter: Parameter, raw: str) -> bool:
    """Whether nodes stand in the value; a bare address is its own text."""
    children = parameter.children
    first = children[0]
    return not (
        type(first) is ExternalLink
        and not first.brackets
        and first.end - first.start == len(raw)
        and not first.children
        and "''" not in raw
    )


def _report_unknown(context: Context, parameter: Parameter) -> None:
    """Templates that supply values themselves have parameters of their own; of the others all are known."""
    what = f"the parameter {parameter.name!r} is unknown" if parameter.named else "text without a parameter name"
    context.report("citation-unknown-parameter", what, parameter.start, parameter.end)


def _report_clash(context: Context, name: str, first: Text, second: Text) -> None:
    if first[0] != second[0]:
        message = f"{name!r} says again what {first[1].name!r} says"
        context.report("citation-duplicate-value", message, second[1].start, second[1].end)


def _add_fixed(context: Context, template: Template, plan: Plan, values: dict[str, Text]) -> None:
    """What the template itself supplies, where the page does not say it: ``{{Cite DNB}}`` names the work."""
    if not plan.fixed:
        return
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
    start, end = parameter.value_start, parameter.end
    raw = context.source[start:end]
    if raw[:1].isspace():
        start += len(raw) - len(raw.lstrip())
    if raw[-1:].isspace():
        end -= len(raw) - len(raw.rstrip())
    return start, end


def texts(arguments: Arguments, keys: tuple[str, ...]) -> Iterator[Text]:
    """The values of `keys` that are given, in that order."""
    for key in keys:
        value = arguments.values.get(key)
        if value is not None:
            yield value
