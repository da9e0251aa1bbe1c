"""Posts of Christian leaders (Template:Infobox Christian leader/doc)."""

from __future__ import annotations

from collections.abc import Mapping

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.person.office import office_values
from wikibio.person.office_title import Title, as_title, compose_title, split_titles
from wikibio.person.series import Group, has_value, read_series
from wikibio.person.term import NO_TERM, Term, first_interval, interval_term, term_between, terms_in
from wikibio.values.interval import read_intervals

_STARTS = ("start", "enthroned", "appointed", "elected")
_ENDS = ("end", "ended", "retired", "quashed", "suppressed")
_PARTS = frozenset((*_STARTS, *_ENDS, "title", "term"))


def read_sees(context: Context, box: Box) -> list[dict[str, object]]:
    """The post that the infobox is about, and the other posts that it lists.

    ``|title=[[Archbishop of Canterbury]]|appointed=604|ended=619`` gives the title from 604 to 619. The day of
    enthronement begins a term where both that and the appointment are given.
    """
    offices: list[dict[str, object]] = []
    for group in read_series(context, box, "see"):
        title = _title(context, box, group)
        terms = _terms(context, group.fields)
        if title is not None and (terms or group.fields.keys() & {"title", "predecessor", "successor"}):
            fields = {name: field for name, field in group.fields.items() if name and name not in _PARTS}
            offices += office_values(context, [(title, term) for term in terms or [NO_TERM]], fields, group.span)
    return offices + _other_posts(context, box)


def _title(context: Context, box: Box, group: Group) -> Title | None:
    """The title as given, or made of the see ("Bishop of Ely"), or the see itself."""
    fields = group.fields
    if "title" in fields:
        return as_title(context, fields["title"].fragment)
    composed = compose_title(context, fields, "see_title")
    if composed is not None:
        return composed
    kind = next((field for field in box.fields if field.role == "clergy.type"), None)
    clergy = context.line(kind.fragment) if kind is not None else box.row.fixed.get("clergy", "")
    implied = context.lexicon.word("office_of_clergy", clergy)
    if implied is not None:
        return Title(implied)
    return as_title(context, fields[""].fragment) if "" in fields else None


def _terms(context: Context, fields: Mapping[str, BoxField]) -> list[Term]:
    start, end = first_interval(context, fields, _STARTS), first_interval(context, fields, _ENDS)
    if start is None and end is None:
        return terms_in(read_intervals(context, fields["term"].fragment)) if "term" in fields else []
    return [term_between(start, end)]


def _other_posts(context: Context, box: Box) -> list[dict[str, object]]:
    """Each post that other_post lists is an office.

    ``|other_post=[[Santa Prassede|Cardinal-Priest of Santa Prassede]] (1599–1602)`` gives one with its years.
    """
    offices: list[dict[str, object]] = []
    for field in box.fields:
        if field.role == "other_post" and has_value(context, field):
            listed = split_titles(context, field.fragment)
            held = [(title, interval_term(interval) if interval is not None else NO_TERM) for title, interval in listed]
            offices += office_values(context, held, {}, field.parameter.span)
    return offices
