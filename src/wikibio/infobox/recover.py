"""Damaged infoboxes: one that is never closed, and parameters that a stray ``}}`` has cut off."""

from __future__ import annotations

import re
from itertools import zip_longest

from wikibio.context import Context
from wikibio.syntax.nodes import Node, Parameter, Template, walk
from wikibio.syntax.tree import parse

MAX_PARAMETERS = 300
"""More than any infobox has; a bound on the work that a hostile page can ask for."""

MAX_CANDIDATES = 5

_OPENING = re.compile(r"\{\{([^{}|\[\]\n]{1,80})")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_PARAMETER = re.compile(r"^[ \t]*\|([^|={}\[\]<>\n]{1,100})=", re.MULTILINE)
# A box ends at its closing braces on a line of their own, at the end of the page, or where prose begins.
_END = re.compile(r"^[ \t]*\}\}[ \t]*(?=\S|$)|\n[ \t]*\n(?=[ \t]*[^\s|}*{<!])|^==|^'''", re.MULTILINE)
_TRAILING = re.compile(r"\s*\|[^|={}\[\]<>\n]{1,100}=")


def recover_template(context: Context, role: str) -> Template | None:
    """The first template of `role` that is opened but never closed, or None; each parameter begins a line.

    ``{{Infobox person\\n| name = A\\n| birth_date = {{birth date|1957|3|11}\\n| …`` gives name and birth_date.
    """
    known = {template.start for template in context.tree.templates}
    candidates = 0
    for match in _OPENING.finditer(context.source):
        name = _COMMENT.sub("", match[1]).strip()
        row = context.lexicon.template(name) if match.start() not in known else None
        if row is None or row.role != role or _is_hidden(context, match.start()):
            continue
        candidates += 1
        if candidates > MAX_CANDIDATES:
            break
        end = _end(context.source, match.end())
        template = Template(match.start())
        template.name, template.end = name, end
        template.parameters = _parameters(context, match.end(), end)
        template.children = template.parameters
        if template.parameters:
            context.report("infobox-unclosed", "the infobox is never closed", match.start(), end)
            return template
    return None


def trailing_parameters(context: Context, start: int) -> tuple[list[Parameter], int]:
    """The parameters that follow right behind a closed infobox, and where they end."""
    source = context.source
    if _TRAILING.match(source, start) is None:
        return [], start
    end = _end(source, start)
    parameters = _parameters(context, start, end)
    closing = re.compile(r"\s*\}\}").match(source, end)
    return parameters, closing.end() if closing else end


def _is_hidden(context: Context, start: int) -> bool:
    """Whether `start` stands in a comment or in text that MediaWiki does not read."""
    hidden: list[Node] = [*context.tree.comments]
    hidden += [tag for tag in context.tree.tags if tag.name in ("nowiki", "pre", "syntaxhighlight", "source")]
    return any(node.start <= start < node.end for node in hidden)


def _end(source: str, start: int) -> int:
    match = _END.search(source, start)
    if match is None:
        return len(source)
    return match.end() if match.group().strip() == "}}" else match.start()


def _parameters(context: Context, start: int, end: int) -> list[Parameter]:
    """The parameters between two offsets; each value is read alone, so that a brace missing in one harms no other."""
    source = context.source
    matches = list(_PARAMETER.finditer(source, start, end))[:MAX_PARAMETERS]
    parameters = []
    for match, following in zip_longest(matches, matches[1:]):
        stop = following.start() if following is not None else end
        value_end = stop - len(_closing(source[match.end() : stop])) if following is None else stop
        parameter = Parameter(source.index("|", match.start()) + 1)
        parameter.name, parameter.named = match[1].strip(), True
        parameter.value_start, parameter.end = match.end(), value_end
        parameter.children = _nodes(source, match.end(), value_end)
        parameters.append(parameter)
    return parameters


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
    for node in walk(tree.children):
        node.end = min(node.end, start + len(value))
    return list(tree.children)
