"""Short footnotes and short citations: ``{{sfn|Smith|2001|p=5}}``, ``{{harvnb|Smith|2001}}``.

How they are named, joined and anchored: Template:Sfn/doc, Template:Sfnm/doc, Template:Harvard citation/doc.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.references.arguments import argument, written
from wikibio.references.calls import Call, ShortCitation
from wikibio.syntax.nodes import Parameter, Template

_YEAR = re.compile(r"(?:\d{3,4}|n\.d\.|nd|c\. \d{3,4}|\d{4}–\d{4}|\d{4}–\d\d)[a-z]?")
_SPACES = re.compile(r"[\t\n\v\f\r ]+")
_LINKED_PAGE = re.compile(r"(?<=\[)[A-Za-z][\w+.-]*://\S+")
_RESERVED = re.compile(r"[]!#$%&'()*+,/:;=?@[.]")

PEOPLE_AND_YEAR = 5
"""At most four people and a year make up an anchor."""
_POSITIONS = [str(position) for position in range(1, 100)]


class Source:
    """One source that a short citation names: people and year in order, and where in it."""

    __slots__ = ("anchor", "loc", "names", "page", "pages", "postscript")

    def __init__(self, names: list[str]) -> None:
        self.names = names if len(names) < PEOPLE_AND_YEAR else _limit(names)
        self.page = self.pages = self.loc = self.postscript = ""
        self.anchor = "CITEREF" + "".join(self.names)

    @property
    def where(self) -> str | None:
        """The pages as a reader wants them, without "p."; None where there are none."""
        where = self.page or self.pages
        return f"{where}, {self.loc}" if where and self.loc else where or self.loc or None

    def show(self, brackets: str) -> str:
        """``Smith & Jones 2001, p. 5``, with the year in `brackets` where the template has them."""
        shown = _show_names(self.names, brackets)
        if self.page:
            shown += f", p.\u00a0{self.page}"
        elif self.pages:
            shown += f", pp.\u00a0{self.pages}"
        if self.loc:
            shown += f", {self.loc}"
        return shown + self.postscript

    @property
    def name_parts(self) -> list[str]:
        """What goes into the name of a short footnote; addresses in it lose the characters that a link cannot have."""
        where = [self.page, self.pages, self.loc]
        if any("://" in part for part in where):
            where = [_LINKED_PAGE.sub(lambda match: _RESERVED.sub("", match.group()), part) for part in where]
        return [*self.names, *where]


def _limit(names: list[str]) -> list[str]:
    """At most five: of more the first four and the first year after them; a fifth that is no year does not count."""
    year = next((name for name in names[PEOPLE_AND_YEAR - 1 :] if _YEAR.fullmatch(name)), None)
    return names[: PEOPLE_AND_YEAR - 1] + ([year] if year else [])


def _show_names(names: list[str], brackets: str) -> str:
    people, year = names, ""
    if len(names) > 1 and _YEAR.fullmatch(names[-1]):
        people, year = names[:-1], f" ({names[-1]})" if brackets else f" {names[-1]}"
    if len(people) >= PEOPLE_AND_YEAR - 1:
        return f"{people[0]} et al.{year}"
    if len(people) < 2:
        return f"{''.join(people)}{year}"
    return f"{', '.join(people[:-1])} & {people[-1]}{year}"


def read_source(context: Context, arguments: Mapping[str, Parameter]) -> Source:
    """The one source of ``{{sfn}}`` or ``{{harvnb}}``.

    ``{{sfn|Smith|2001|p=5}}`` has the anchor CITEREFSmith2001 and page 5.
    """
    names = []
    for position in _POSITIONS:
        parameter = arguments.get(position)
        if parameter is None:
            break
        names.append(written(context, parameter))
    source = Source([name for name in names if name])
    if len(names) == len(arguments):
        return source
    if "p" in arguments or "page" in arguments:
        source.page = argument(context, arguments, ("p", "page"))
    if "pp" in arguments or "pages" in arguments:
        source.pages = argument(context, arguments, ("pp", "pages"))
    if "loc" in arguments or "at" in arguments:
        source.loc = argument(context, arguments, ("loc", "at"))
    if "ref" in arguments or "Ref" in arguments:
        source.anchor = argument(context, arguments, ("ref", "Ref")) or source.anchor
    return source


def read_named_source(context: Context, arguments: Mapping[str, Parameter], row: TemplateRow) -> Source:
    """The source of ``{{harvs|last=Smith|year=2001}}``."""
    names = [argument(context, arguments, row.slots.get(meaning, ())) for meaning in ("author", "year")]
    return Source([name for name in names if name])


def read_several_sources(context: Context, arguments: Mapping[str, Parameter]) -> list[Source]:
    """The sources of ``{{sfnm|1a1=Smith|1y=2001|1p=5|2a1=Jones|2y=2003}}`` or ``{{sfnm|Smith|2001|Jones|2003}}``."""
    sources = []
    positional = 1
    for number in range(1, 100):
        if f"{number}a1" in arguments:
            names = _named_people(context, arguments, number)
        elif str(positional) in arguments:
            names = [argument(context, arguments, (str(at),)) for at in (positional, positional + 1)]
            positional += 2
        else:
            break
        source = Source([name for name in names if name])
        source.page = argument(context, arguments, (f"{number}p",))
        source.pages = argument(context, arguments, (f"{number}pp",))
        source.loc = argument(context, arguments, (f"{number}loc",))
        postscript = argument(context, arguments, (f"{number}ps",))
        source.postscript = "" if postscript == "none" else postscript
        source.anchor = argument(context, arguments, (f"{number}ref",)) or source.anchor
        sources.append(source)
    return sources


def _named_people(context: Context, arguments: Mapping[str, Parameter], number: int) -> list[str]:
    names: list[str] = []
    for person in range(1, PEOPLE_AND_YEAR + 1):
        name = argument(context, arguments, (f"{number}a{person}",))
        if not name:
            return [*names, argument(context, arguments, (f"{number}y",))]
        names.append(name)
    return names


def read_short_footnote(context: Context, template: Template, row: TemplateRow) -> Call:
    """``{{sfn}}`` or ``{{sfnm}}`` as a call: equal names and pages make one footnote, as the module has it."""
    arguments = template.arguments()
    several = row.kind == "several"
    sources = read_several_sources(context, arguments) if several else [read_source(context, arguments)]
    name = "FOOTNOTE" + "".join([part for source in sources for part in source.name_parts])
    call = Call(template.start, template.end, None, _SPACES.sub(" ", name))
    call.short = short_citations(sources, template, row.fixed.get("brackets", ""))
    call.text = "; ".join([short.text for short in call.short]) + _postscript(context, arguments, sources)
    call.pages = "; ".join([short.pages for short in call.short if short.pages]) or None
    return call


def _postscript(context: Context, arguments: Mapping[str, Parameter], sources: list[Source]) -> str:
    if sources and sources[-1].postscript:
        return ""
    given = argument(context, arguments, ("postscript", "ps"))
    return "" if given == "none" else given or "."


def short_citations(sources: list[Source], template: Template, brackets: str) -> list[ShortCitation]:
    return [
        ShortCitation(source.anchor, source.names, source.where, source.show(brackets), template.start, template.end)
        for source in sources
    ]


def read_short_citation(context: Context, template: Template, row: TemplateRow) -> list[ShortCitation]:
    """``{{harvnb|Smith|2001|p=5}}`` and its like: what they point to."""
    arguments = template.arguments()
    named = row.kind == "named"
    source = read_named_source(context, arguments, row) if named else read_source(context, arguments)
    return short_citations([source], template, row.fixed.get("brackets", ""))
