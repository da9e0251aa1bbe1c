"""Reigns: titles of monarchs, emperors and nobles with their years (Template:Infobox royalty/doc)."""

from __future__ import annotations

from collections.abc import Mapping

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.person.office import office_values
from wikibio.person.office_title import Title, as_title, begins_with_preposition
from wikibio.person.series import Group, has_value, read_series
from wikibio.person.term import NO_TERM, Term, read_terms, terms_in
from wikibio.syntax.nodes import Fragment
from wikibio.values.interval import read_intervals
from wikibio.values.listing import read_items


def read_reigns(context: Context, box: Box) -> list[dict[str, object]]:
    """The reigns of one infobox.

    ``|succession=[[King of Mercia]]|reign=757 – July 796`` gives the title with its two dates; where no succession
    is given, the person's title is what they reigned as.
    """
    offices: list[dict[str, object]] = []
    last: Title | None = None
    for group in read_series(context, box, "reign"):
        titles = _titles(context, box, group)
        terms = _terms(context, group.fields)
        if not titles and last is not None and terms:
            titles = [last._replace(references=())]
        if not titles:
            continue
        last = titles[0]
        fields = _details(group.fields)
        offices += office_values(context, [(last, term) for term in terms or [NO_TERM]], fields, group.span)
        offices += office_values(context, [(title, NO_TERM) for title in titles[1:]], {}, group.span)
    return offices


def _details(fields: Mapping[str, BoxField]) -> dict[str, BoxField]:
    return {name: field for name, field in fields.items() if name}


def _titles(context: Context, box: Box, group: Group) -> list[Title]:
    if "title" in group.fields:
        fragment = group.fields["title"].fragment
        title = as_title(context, fragment)
        return [title] if title is not None else []
    if group.number is not None or not group.fields.keys() & {"", "start"}:
        return []
    field = next((field for field in box.fields if field.role == "title" and field.number is None), None)
    if field is not None and has_value(context, field):
        return _lines_as_titles(context, field.fragment)
    implied = context.lexicon.word("office_of_box", box.kind)
    return [Title(implied)] if implied is not None else []


def _lines_as_titles(context: Context, fragment: Fragment) -> list[Title]:
    """Lines that each begin like a title: ``King of Wessex<br>Bretwalda`` are two, ``Emperor of the<br>East`` one."""
    titles: list[Title] = []
    for item in read_items(context, fragment):
        title = as_title(context, item)
        if title is None:
            continue
        if titles and (_goes_on(context, titles[-1].text, title.text)):
            titles[-1] = titles[-1]._replace(text=f"{titles[-1].text} {title.text}")
        else:
            titles.append(title)
    return titles


def _goes_on(context: Context, before: str, line: str) -> bool:
    if line[:1].islower() or begins_with_preposition(context, line):
        return True
    return context.lexicon.word("office_preposition", before.rpartition(" ")[2]) is not None


def _terms(context: Context, fields: Mapping[str, BoxField]) -> list[Term]:
    """The years of a reign: ``reign`` itself, or its start and end in parameters of their own."""
    if "" in fields:
        return terms_in(read_intervals(context, fields[""].fragment))
    return read_terms(context, fields)
