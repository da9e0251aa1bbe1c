"""Teams that somebody played for or managed: name, years, games and goals, in numbered series or as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wikibio.context import Context
from wikibio.infobox.box import Box, BoxField
from wikibio.person.office_title import dated_title
from wikibio.person.series import Group, has_value, read_series
from wikibio.person.term import NO_TERM, Term, read_terms, terms_in
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment
from wikibio.values.date.model import Date
from wikibio.values.interval import read_intervals
from wikibio.values.item import link_of
from wikibio.values.joined import says_nothing
from wikibio.values.kept import text_of
from wikibio.values.listing import read_items
from wikibio.values.model import Model

_NUMBER = re.compile(r"\d+")
_ARROW = re.compile(r"^[→⇒›>\s]+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_NAMES = ("name", "club", "team")


class Team(Model):
    """A team with the years there; `caps`, `goals` and `points` are None where the page gives no number.

    `name` is without the arrow and the remark that mark a loan, `text` is the name as the page shows it.
    """

    name: str
    link: str | None = None
    loan: bool = False
    start: Date | None = None
    end: Date | None = None
    caps: int | None = None
    goals: int | None = None
    points: int | None = None
    text: str
    span: Span
    references: tuple[str, ...] = ()


def read_teams(context: Context, boxes: list[Box], *series: str) -> list[dict[str, object]]:
    """The teams of these series, in the order of their numbers.

    ``|years1=1980–1986|clubs1=[[Aberdeen F.C.|Aberdeen]]|caps1=15|goals1=0`` gives Aberdeen from 1980 to 1986 with 15
    games and no goal. Without numbers, the lines of the parameters go together: ``|clubs=A<br>B|years=1990<br>1991``.
    """
    return [
        team
        for box in boxes
        for name in series
        for group in read_series(context, box, name, repeat=True)
        for team in _teams(context, group)
    ]


def _teams(context: Context, group: Group) -> list[dict[str, object]]:
    field = next((group.fields[name] for name in _NAMES if name in group.fields), None)
    if field is None:
        return []
    names = read_items(context, field.fragment)
    if len(names) < 2 or group.number is not None:
        term = _term(context, group.fields)
        return _listed(context, [field.fragment], [term], group.fields, group.span)
    terms = _terms_by_line(context, group.fields.get("years"), len(names))
    return _listed(context, names, terms, {}, group.span)


def _listed(
    context: Context, names: list[Fragment], terms: list[Term], fields: Mapping[str, BoxField], span: Span
) -> list[dict[str, object]]:
    teams = (_team(context, name, term, fields, span) for name, term in zip(names, terms, strict=True))
    return [team for team in teams if team is not None]


def _term(context: Context, fields: Mapping[str, BoxField]) -> Term:
    if "years" in fields:
        return _whole(terms_in(read_intervals(context, fields["years"].fragment)))
    return next(iter(read_terms(context, fields)), NO_TERM)


def _whole(terms: list[Term]) -> Term:
    """Years apart ("1990–92, 1995–96") are one line of the table: from the first to the last."""
    return Term(terms[0].start, terms[-1].end, terms[-1].ongoing) if terms else NO_TERM


def _terms_by_line(context: Context, field: BoxField | None, count: int) -> list[Term]:
    """The years of each line, where there are as many lines of years as of names."""
    lines = read_items(context, field.fragment) if field is not None else []
    if len(lines) != count:
        return [NO_TERM] * count
    return [next(iter(terms_in(read_intervals(context, line))), NO_TERM) for line in lines]


def _team(
    context: Context, fragment: Fragment, term: Term, fields: Mapping[str, BoxField], span: Span
) -> dict[str, object] | None:
    read = dated_title(context, fragment)
    if read is None:
        return None
    title, intervals = read
    if intervals and term == NO_TERM:
        term = _whole(terms_in(intervals))
    name, loan = _without_loan(context, title.text)
    if says_nothing(context, name):
        return None
    caps, behind = _numbers(context, fields.get("caps"))
    return {
        "name": name,
        "link": link_of(context, fragment),
        "loan": loan,
        "start": term.start,
        "end": term.end,
        "caps": caps,
        "goals": _numbers(context, fields.get("goals"))[0] if "goals" in fields else behind,
        "points": _numbers(context, fields.get("points"))[0],
        "text": text_of(context, fragment),
        "span": span if fields else (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _without_loan(context: Context, text: str) -> tuple[str, bool]:
    """``→ Hibernian (loan)`` -> "Hibernian", on loan; the words are the rows of ``[words.team_note]``."""
    name = _ARROW.sub("", text)
    brackets = _BRACKETS.search(name)
    loan = brackets is not None and context.lexicon.word("team_note", brackets[1]) == "loan"
    return (name[: brackets.start()] if brackets is not None and loan else name).strip(), loan or name != text


def _numbers(context: Context, field: BoxField | None) -> tuple[int | None, int | None]:
    """``390`` -> 390; ``120 (7)`` -> 120, 7, for games and goals stand together in some boxes."""
    if field is None:
        return None, None
    text = text_of(context, field.fragment).replace(",", "")
    numbers = [int(number) for number in _NUMBER.findall(text)[:2] if len(number) < 7]
    first = numbers[0] if numbers and text.lstrip()[:1].isdecimal() else None
    return first, numbers[1] if len(numbers) > 1 and "(" in text and first is not None else None


def read_listed_teams(context: Context, fields: Iterable[BoxField]) -> list[dict[str, object]]:
    """Teams as a list with their years in brackets: ``* [[Chicago Bears]] (1985–1990)``."""
    teams = []
    for field in fields:
        if has_value(context, field):
            for item in read_items(context, field.fragment):
                team = _team(context, item, NO_TERM, {}, Span(item.start, item.end))
                if team is not None:
                    teams.append(team)
    return teams
