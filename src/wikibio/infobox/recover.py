"""Damaged infoboxes: one that is never closed, and parameters that a stray ``}}`` has cut off."""

from __future__ import annotations

import re
from itertools import zip_longest

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Node, Parameter, Template
from wikibio.syntax.page import walk
from wikibio.syntax.tree import parse
from wikibio.values.ranges import Ranges

MAX_PARAMETERS = 300
"""More than any infobox has; a bound on the work that a hostile page can ask for."""

MAX_CANDIDATES = 5
"""How many openings are tried."""

_OPENING = re.compile(r"\{\{([^{}|\[\]\n]{1,80})")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_PARAMETER = re.compile(r"^[ \t]*\|([^|={}\[\]<>\n]{1,100})=", re.MULTILINE)
# A box ends at its closing braces on a line of their own, at the end of the page, or where prose begins.
_END = re.compile(r"^[ \t]*\}\}[ \t]*(?=\S|$)|\n[ \t]*\n(?=[ \t]*[^\s|}*{<!])|^==|^'''", re.MULTILINE)
_BRACES = re.compile(r"\s*\}\}")
_TRAILING = re.compile(r"\s*\|[^|={}\[\]<>\n]{1,100}=")


def recover_template(context: Context, role: str, stop: int) -> Template | None:
    """The first template of `role` that is opened before `stop` and never closed, or None; a parameter begins a line.

    ``{{Infobox person\\n| name = A\\n| birth_date = {{birth date|1957|3|11}\\n| …`` gives name and birth_date.
    """
    candidates = 0
    for match in _OPENING.finditer(context.source, 0, stop):
        name, start = _COMMENT.sub("", match[1]).strip(), match.start()
        row = context.lexicon.template(name)
        if row is None or row.role != role or _is_closed(context, start) or _is_hidden(context, start):
            continue
        candidates += 1
        if candidates > MAX_CANDIDATES:
            break
        lines = _Lines(context, row, match.end())
        template = Template(start)
        template.name, template.end = name, lines.end()
        template.children = template.parameters = lines.parameters(template.end)
        if template.parameters:
            context.report("infobox-unclosed", "the infobox is never closed", start, template.end)
            return template
    return None


def trailing_parameters(context: Context, row: TemplateRow, start: int) -> tuple[list[Parameter], int]:
    """The parameters that follow right behind a closed infobox of `row`, and where they end."""
    if _TRAILING.match(context.source, start) is None:
        return [], start
    lines = _Lines(context, row, start)
    end = lines.end()
    closing = _BRACES.match(context.source, end)
    return lines.parameters(end), closing.end() if closing else end


def _is_closed(context: Context, start: int) -> bool:
    return any(template.start == start for template in context.tree.templates)


def _is_hidden(context: Context, start: int) -> bool:
    """Whether `start` stands in a comment or in text that MediaWiki does not read."""
    hidden: list[Node] = [*context.tree.comments]
    hidden += [tag for tag in context.tree.tags if tag.name in ("nowiki", "pre", "syntaxhighlight", "source")]
    return any(node.start <= start < node.end for node in hidden)


class _Lines:
    """The lines of a damaged box from `start` on: which of them begin a parameter, and which ends the box."""

    def __init__(self, context: Context, row: TemplateRow, start: int) -> None:
        self.source = context.source
        self.start = start
        self.inner = Ranges(_inner_templates(context, row, start))

    def end(self) -> int:
        for match in _END.finditer(self.source, self.start):
            if not self.inner.holds(match.start()):
                return match.end() if match.group().strip() == "}}" else match.start()
        return len(self.source)

    def parameters(self, end: int) -> list[Parameter]:
        """The parameters up to `end`; each value is read alone, so that a brace missing in one harms no other."""
        found = _PARAMETER.finditer(self.source, self.start, end)
        matches = [match for match in found if not self.inner.holds(match.start())][:MAX_PARAMETERS]
        return [self._parameter(match, following, end) for match, following in zip_longest(matches, matches[1:])]

    def _parameter(self, match: re.Match[str], following: re.Match[str] | None, end: int) -> Parameter:
        parameter = Parameter(self.source.index("|", match.start()) + 1)
        parameter.name, parameter.named = match[1].strip(), True
        parameter.value_start = match.end()
        if following is None:
            parameter.end = end - len(_closing(self.source[match.end() : end]))
        else:
            parameter.end = following.start()
        parameter.children = _nodes(self.source, match.end(), parameter.end)
        return parameter


def _inner_templates(context: Context, row: TemplateRow, start: int) -> list[tuple[int, int]]:
    """The closed templates behind `start` that stand in a value, the outermost ones.

    One that is no box and holds a parameter of the damaged box has only swallowed it, because a brace is missing in it.
    """
    inner: list[tuple[int, int]] = []
    for template in context.tree.templates:
        if template.start < (inner[-1][1] if inner else start):
            continue
        own = context.lexicon.template(template.name)
        is_box = own is not None and own.role == row.role
        if is_box or not any(p.named and context.lexicon.parameter(row.kind, p.name) for p in template.parameters):
            inner.append((template.start, template.end))
    return inner


def _closing(value: str) -> str:
    """The braces that end a box behind its last value, with the white space round them."""
    bare = value.rstrip()
    if not bare.endswith("}}") or value.count("{{") >= value.count("}}"):
        return ""
    return value[len(bare[:-2].rstrip()) :]


def _nodes(source: str, start: int, end: int) -> list[Node]:
    """The nodes of a value that stands alone, at their offsets in the page; braces that are missing are added."""
    value = source[start:end]
    missing = max(0, 2 * value.count("{{") - value.count("}"))
    value = value.rstrip()
    tree = parse(" " * start + value + "}" * min(missing, 8))
    for template in tree.templates:
        template.settle()
    for node in walk(tree.children):
        node.end = min(node.end, start + len(value))
    return list(tree.children)
