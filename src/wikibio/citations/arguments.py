"""A citation template's parameters as texts, each with its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wikibio.citations.text import Reading, Text, Values
from wikibio.citations.vocabulary import Plan, find_meaning
from wikibio.context import Context
from wikibio.syntax.folding import fold_line, is_folded
from wikibio.syntax.nodes import NO_NODES, ExternalLink, Fragment, Parameter, Template, WikiLink


def read_texts(context: Context, template: Template, plan: Plan) -> Iterable[Text]:
    """``{{cite web|title=A|last2=B|foo=c}}`` gives the texts A, B and c, with what the tables say of their names.

    Of two parameters of one name the last one stands, as in MediaWiki; of two that say the same the tables know which.
    """
    source = template.source
    if source is None:
        return _without_doubles(context, template, _texts(context, template, plan))
    body = source[template.start + 2 : template.end - 2]
    texts = None if "[" in body else _plain_texts(body, template.start + 2, plan)
    if texts is None:
        return _without_doubles(context, template, _linked_texts(context, template, plan))
    return texts


def _plain_texts(body: str, start: int, plan: Plan) -> Iterable[Text] | None:
    """The texts of a plain template without links, which need no nodes; None where two say the same.

    `body`, from `start`, is what the braces hold.
    """
    head, *pieces = body.split("|")
    end = start + len(head)
    folded = is_folded(body)
    known = plan.known
    positional = 0
    texts: dict[str, Text] = {}
    for piece in pieces:
        end += len(piece) + 1
        name, equals, value = piece.partition("=")
        if not equals:
            positional += 1
            name, value = str(positional), piece
        meaning = known.get(name) or find_meaning(plan, name)
        texts[meaning.slot] = value.strip() if folded else fold_line(value), meaning, value, end, NO_NODES
    return texts.values() if len(texts) == len(pieces) else None


def _linked_texts(context: Context, template: Template, plan: Plan) -> Iterator[Text]:
    """The texts of any plain template."""
    source, known = context.source, plan.known
    links = [node for node in template.inside if type(node) is WikiLink]
    folded = is_folded(source[template.start : template.end])
    index = 0
    for name, value, start, end, _ in template.pieces():
        first = index
        while index < len(links) and links[index].start < end:
            index += 1
        start_of_value = end - len(value)
        if first < index and links[first].start < start_of_value:
            name = source[start : start_of_value - 1].strip()
            while first < index and links[first].start < start_of_value:
                first += 1
        meaning = known.get(name) or find_meaning(plan, name)
        inside = links[first:index]
        if inside:
            yield context.line(Fragment(start_of_value, end, inside)), meaning, value, end, inside
        else:
            yield value.strip() if folded else fold_line(value), meaning, value, end, NO_NODES


def _texts(context: Context, template: Template, plan: Plan) -> Iterator[Text]:
    source, known = context.source, plan.known
    for name, parameter in template.arguments().items():
        end = parameter.end
        written = source[parameter.value_start : end]
        meaning = known.get(name) or find_meaning(plan, name)
        if parameter.children and not _is_address(parameter, written.strip()):
            value = parameter.value
            yield context.line(value), meaning, written, end, value.nodes
        else:
            yield fold_line(written), meaning, written, end, NO_NODES


def _is_address(parameter: Parameter, raw: str) -> bool:
    """Whether the value is a bare address, which is its own text."""
    link = parameter.children[0]
    return type(link) is ExternalLink and link.url == raw and not link.children and "''" not in raw


def _without_doubles(context: Context, template: Template, texts: Iterable[Text]) -> Iterable[Text]:
    """One text for each name and for each thing said."""
    by_slot: dict[str, Text] = {}
    for text in {text[1].name: text for text in texts}.values():
        meaning = text[1]
        if not text[0]:
            continue
        first = by_slot.setdefault(meaning.slot, text)
        if first is text or meaning.reading is Reading.NAME:
            continue
        known = first[1]
        if first[0] != text[0]:
            message = f"{meaning.name!r} says again what {known.name!r} says"
            parameter = template.arguments()[meaning.name]
            context.report("citation-duplicate-value", message, parameter.start, parameter.end)
        if meaning.rank <= known.rank:
            by_slot[meaning.slot] = text
    return by_slot.values()


def fixed_texts(context: Context, template: Template, plan: Plan, values: Values) -> Iterator[Text]:
    """What the template itself supplies, where the page does not say it: ``{{Cite DNB}}`` names the work."""
    shown = template.arguments()
    for meaning, pattern in plan.fixed:
        if meaning.key in values:
            continue
        parts = [part if isinstance(part, str) else _first(context, shown, part) for part in pattern.parts]
        if all(parts):
            yield "".join(parts), meaning, context.slice(template), template.end, NO_NODES


def _first(context: Context, shown: dict[str, Parameter], names: tuple[str, ...]) -> str:
    for name in names:
        parameter = shown.get(name)
        if parameter is not None:
            text = context.line(parameter.value)
            if text:
                return text
    return ""
