"""What a template shows to a reader of the page, by its role in the vocabulary.

A template that no table knows shows nothing: what it would print cannot be told from the page alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wikibio.context import Context
from wikibio.lexicon.load import Lexicon, load
from wikibio.lexicon.tables import Pattern, Slot, TemplateRow
from wikibio.syntax.nodes import Fragment, Parameter, Template
from wikibio.syntax.text import Shown
from wikibio.syntax.tree import parse
from wikibio.values.age import show_age
from wikibio.values.coordinates import show_coordinates
from wikibio.values.date.reader import show_date
from wikibio.values.district import show_district
from wikibio.values.flag import show_flag

Display = Callable[[Context, Template, TemplateRow], Shown]


def read_page(
    source: str, lang: str, displays: Mapping[str, Display] | None = None, lexicon: Lexicon | None = None
) -> Context:
    """`source` (wikitext) parsed, with the vocabulary of `lang` or a given one: what readers start from.

    `displays` (role -> display) is what templates show; the displays of this module where none are given.

    >>> context = read_page("{{nowrap|a [[b]]}}{{snd}}{{unknown|c}}", "en")
    >>> context.line(context.tree.fragment)
    'a b –'
    """
    table = DISPLAYS if displays is None else displays

    def show(context: Context, template: Template) -> Shown:
        row = context.lexicon.template(template.name)
        if row is None:
            return ()
        display = table.get(row.role)
        return display(context, template, row) if display else ()

    return Context(source, parse(source), load(lang) if lexicon is None else lexicon, show)


def given(context: Context, arguments: Mapping[str, Parameter], slot: Slot) -> Parameter | None:
    """The first parameter of `slot` that has a value; white space alone is none, as in MediaWiki's templates."""
    for name in slot:
        parameter = arguments.get(name)
        if parameter is not None and context.source[parameter.value_start : parameter.end].strip():
            return parameter
    return None


def show_pattern(context: Context, template: Template, row: TemplateRow) -> Shown:
    """The first of the row's patterns whose arguments are all given; role ``format``.

    ``{{lang|fa|قاسم}}`` with the pattern ``{2}`` shows the second argument.
    """
    arguments = template.arguments()
    for pattern in row.compiled_patterns:
        shown = fill(context, arguments, pattern)
        if shown is not None:
            return shown
    return ()


def fill(context: Context, arguments: Mapping[str, Parameter], pattern: Pattern) -> list[str | Fragment] | None:
    """`pattern` with its slots filled, or None where one of them is not given."""
    shown: list[str | Fragment] = []
    for part in pattern.parts:
        if isinstance(part, str):
            shown.append(part)
            continue
        parameter = given(context, arguments, part)
        if parameter is None:
            return None
        shown.append(parameter.value)
    return shown


def show_items(context: Context, template: Template, row: TemplateRow) -> Shown:
    """The positional arguments one after another, separated as in running text; role ``list``.

    ``{{ubl|a|b}}`` shows ``a, b``.
    """
    shown: list[str | Fragment] = []
    for parameter in template.parameters:
        if parameter.name.isdecimal() and context.source[parameter.value_start : parameter.end].strip():
            shown += [", ", parameter.value] if shown else [parameter.value]
    return shown


def show_words(context: Context, template: Template, row: TemplateRow) -> Shown:
    """The positional arguments with spaces between them; role ``post_nominals``. ``{{post-nominals|KBE|FRS}}``."""
    shown: list[str | Fragment] = []
    for parameter in template.parameters:
        if not parameter.named:
            shown += [" ", parameter.value] if shown else [parameter.value]
    return shown


def show_syllables(context: Context, template: Template, row: TemplateRow) -> Shown:
    """The positional arguments joined by hyphens; role ``respelling``. ``{{respell|AR|nə|_|NESS}}`` -> "AR-nə NESS"."""
    shown: list[str | Fragment] = []
    separator = ""
    for parameter in template.parameters:
        if not parameter.named:
            if context.slice(parameter.value).strip() == "_":
                separator = " "
            else:
                shown += [separator, parameter.value]
                separator = "-"
    return shown


DISPLAYS: dict[str, Display] = {
    "format": show_pattern,
    "language": show_pattern,
    "link": show_pattern,
    "url": show_pattern,
    "measure": show_pattern,
    "list": show_items,
    "post_nominals": show_words,
    "respelling": show_syllables,
    "marriage": show_pattern,
    "medal": show_pattern,
    "medal_heading": show_pattern,
    "date": show_date,
    "flag": show_flag,
    "mark": show_pattern,
    "district": show_district,
    "coordinates": show_coordinates,
    "age": show_age,
}
"""Role -> what shows it. Roles that are not here show nothing where they stand."""
