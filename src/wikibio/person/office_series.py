"""The numbered series of offices: office, term_start, …, office20 (Template:Infobox officeholder/doc)."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.infobox.box import Box
from wikibio.person.office import NEIGHBOURS, office_values
from wikibio.person.office_title import Title, as_title, is_order, read_title, split_titles, with_order
from wikibio.person.series import Group, has_value, read_series
from wikibio.person.term import NO_TERM, TERM_PARTS, interval_term, read_terms


def read_office_series(context: Context, box: Box, name: str = "office") -> list[dict[str, object]]:
    """The offices of one infobox. A term without a title is a further term of the office before it.

    ``|office=[[Mayor]]|term_start=1990|term_end=1994|term_start2=1998`` gives two terms as Mayor.
    """
    offices: list[dict[str, object]] = []
    groups = read_series(context, box, name)
    if not groups:
        return _parts(context, box, name)
    candidacies = {field.number for field in box.fields if field.role == "candidacy.office"}
    last: Title | None = None
    for index, group in enumerate(groups):
        title = _own_title(context, box, group)
        if title is None:
            if last is None or not _has_term(group) or group.number in candidacies:
                continue
            title = _further(context, group, last)
        elif not _has_term(group) and _is_heading(context, box, groups[index + 1 :]):
            last = title
            continue
        offices += _terms(context, group, title)
        last = title
    return offices + _parts(context, box, name)


def _own_title(context: Context, box: Box, group: Group) -> Title | None:
    """The group's title; where a term stands without any, the person's title is that of the office."""
    title = read_title(context, group.fields)
    if title is None and group.number is None and _has_term(group) and "order" not in group.fields:
        field = next((field for field in box.fields if field.role == "title" and field.number is None), None)
        if field is not None and has_value(context, field):
            return as_title(context, field.fragment)
    return title


def _has_term(group: Group) -> bool:
    return any(name in TERM_PARTS or name in NEIGHBOURS for name in group.fields)


def _is_heading(context: Context, box: Box, following: list[Group]) -> bool:
    """A title without a term, followed by terms without a title, is their title and no office beside them."""
    return bool(following) and _has_term(following[0]) and _own_title(context, box, following[0]) is None


def _further(context: Context, group: Group, last: Title) -> Title:
    """The title of a further term; ``order2=2nd`` alone changes only the order."""
    field = group.fields.get("order")
    order = as_title(context, field.fragment) if field is not None else None
    if order is not None and is_order(context, order.text):
        return with_order(order, last.base)
    return last._replace(references=())


def _terms(context: Context, group: Group, title: Title) -> list[dict[str, object]]:
    """The group as offices: one for each term that it gives, or for each title that it lists."""
    terms = read_terms(context, group.fields)
    if not terms and "title" in group.fields and "order" not in group.fields:
        listed = split_titles(context, group.fields["title"].fragment)
        if len(listed) > 1 or (listed and listed[0][1] is not None):
            held = [(each, interval_term(interval) if interval else NO_TERM) for each, interval in listed]
            return office_values(context, held, group.fields, group.span)
    return office_values(context, [(title, term) for term in terms or [NO_TERM]], group.fields, group.span)


def _parts(context: Context, box: Box, name: str) -> list[dict[str, object]]:
    """Offices within an office: ``|suboffice1=Minister of Health|subterm1=1990–1994``."""
    offices: list[dict[str, object]] = []
    for group in read_series(context, box, name + "_part"):
        title = read_title(context, group.fields)
        if title is not None:
            terms = read_terms(context, group.fields) or [NO_TERM]
            offices += office_values(context, [(title, term) for term in terms], group.fields, group.span)
    return offices
