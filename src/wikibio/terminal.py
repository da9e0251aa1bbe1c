"""A biography for the eye: a card, the tree of battles, and the health of the references, in 80 columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from wikibio.battles.model import Battle
from wikibio.biography import Biography
from wikibio.person.model import Person
from wikibio.values.date.model import Date
from wikibio.values.model import Item

MARK_STYLES = {"KIA": "bold red", "WIA": "yellow", "POW": "magenta", "MIA": "magenta"}
"""How marks of fate stand out; others are dim."""
LINES = 8
"""How many offices, clubs or spouses the card has room for."""
PLAIN_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def print_biography(bio: Biography, console: Console | None = None) -> None:
    """Print `bio` to `console` (standard output where none is given)."""
    console = console or Console()
    for part in render(bio, console.width):
        console.print(part)


def render(bio: Biography, width: int = 80) -> Iterator[RenderableType]:
    """The parts of the page, top to bottom, for a terminal of `width` columns."""
    yield card(bio)
    if bio.battles:
        yield battle_tree(bio)
    if bio.references:
        yield health_table(bio, bar=max(4, min(32, width - 30)))


def card(bio: Biography) -> Panel:
    """Who the person is: one row a fact that the infobox states."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", justify="right", no_wrap=True)
    rows.add_column(overflow="fold")
    if bio.person is not None:
        for label, value in _facts(bio.person):
            if value:
                rows.add_row(label, value)
    parts: list[RenderableType] = []
    if bio.short_description:
        parts.append(Text(bio.short_description, style="italic"))
    parts.append(rows if bio.person is not None else Text("no infobox of a person on this page", style="dim"))
    name = bio.person.name.text if bio.person and bio.person.name else bio.title
    title = Text(name or "untitled", style="bold")
    return Panel(Group(*parts), title=title, title_align="left", box=box.ROUNDED, padding=(0, 1))


def _facts(person: Person) -> Iterator[tuple[str, Text | str]]:
    yield from _life(person)
    yield from _service(person)
    yield "offices", _list(_term(office.title, office.start, office.end) for office in person.offices)
    yield "party", _items(person.parties)
    for label, teams in (
        ("clubs", person.clubs),
        ("national teams", person.national_teams),
        ("managed", person.managed_teams),
    ):
        yield label, _list(_term(team.name, team.start, team.end) for team in teams)
    yield "medals", _list(f"{medal.medal}: {medal.text}" for medal in person.medals)
    yield "awards", ", ".join(award.text for award in person.awards)


def _life(person: Person) -> Iterator[tuple[str, Text | str]]:
    if person.facts_at is not None:
        yield "facts at", person.facts_at.capitalize()
    if person.native_name is not None:
        lang = f" ({person.native_name.lang})" if person.native_name.lang else ""
        yield "native name", person.native_name.text + lang
    yield "born", _event(person.birth.date, person.birth.place) if person.birth else ""
    yield "died", _event(person.death.date, person.death.place) if person.death else ""
    if person.burial is not None and person.burial.place is not None:
        yield "buried", person.burial.place.text
    yield "known as", _items(person.nicknames)
    yield "parents", _items(person.parents)
    yield "spouses", _list(_term(spouse.name, spouse.start, spouse.end, "m. {}") for spouse in person.spouses)
    yield "children", _items(person.children)
    yield "alma mater", _items(person.alma_mater)
    yield "occupation", _items(person.occupations)
    yield "known for", _items(person.known_for)


def _service(person: Person) -> Iterator[tuple[str, str]]:
    yield "allegiance", _items(person.allegiance)
    yield "branch", _items(person.branch)
    yield "rank", _items(person.rank)
    yield "service", ", ".join(date.text or date.edtf or "" for date in person.service)
    yield "commands", _items(person.commands)


def _event(date: Date | None, place: object) -> Text:
    text = Text(date.text if date is not None else "")
    if date is not None and date.edtf:
        text.append(f"  {date.edtf}", style="cyan")
    where = getattr(place, "text", "")
    if where:
        text.append(("\n" if text else "") + where)
    return text


def _items(items: Iterable[Item]) -> str:
    return ", ".join(item.text for item in items)


def _list(lines: Iterable[str]) -> str:
    """A line each; of many the first, and how many more there are."""
    shown = list(lines)
    more = len(shown) - LINES
    return "\n".join(shown if more <= 1 else [*shown[:LINES], f"… and {more} more"])


def _term(name: str, start: Date | None, end: Date | None, started: str = "{}–") -> str:
    """``Governor``, 1811-03-01, none -> "Governor (1811–)"; `started` is how a start without an end is written."""
    first, last = _year(start), _year(end)
    if first and not last:
        return f"{name} ({started.format(first)})"
    years = first if first == last else f"{first}–{last}"
    return f"{name} ({years})" if years else name


def _year(date: Date | None) -> str:
    """The year where the date is certain of it, else the words of the page."""
    if date is None:
        return ""
    return date.edtf[:4] if date.edtf and PLAIN_DATE.fullmatch(date.edtf) else date.text


def battle_tree(bio: Biography) -> Tree:
    """Wars with their battles, as the infobox nests them."""
    count = sum(1 for _ in bio.battles.walk())
    tree = Tree(Text(f"Battles and wars ({count})", style="bold"), guide_style="dim")
    for battle in bio.battles:
        _grow(tree, battle)
    return tree


def _grow(tree: Tree, battle: Battle) -> None:
    label = Text(battle.name, style="bold" if battle.battles else "")
    if battle.dates is not None and battle.dates.edtf:
        label.append(f"  {battle.dates.edtf}", style="cyan")
    for mark in battle.marks:
        label.append(f" {mark}", style=MARK_STYLES.get(mark, "dim"))
    branch = tree.add(label)
    for inner in battle.battles:
        _grow(branch, inner)


def health_table(bio: Biography, bar: int = 32) -> Table:
    """How many sources can be reached, and how; the share of all is `bar` columns long."""
    health = bio.health
    title = f"{health.references} references, {health.uses} uses, {health.citations} citations"
    table = Table(title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("sources", no_wrap=True)
    table.add_column("count", justify="right")
    table.add_column("share", width=bar, overflow="ellipsis", no_wrap=True)
    rows = (
        ("live", health.live, "green", "a URL, not marked dead"),
        ("archived", health.archived, "blue", "with an archived copy"),
        ("dead", health.dead, "red", "marked dead, no copy"),
        ("bare", health.bare, "yellow", "a URL without a title"),
        ("no URL", health.offline, "dim", "print, broadcast, …"),
    )
    for name, count, style, meaning in rows:
        width = round(bar * count / max(1, health.citations))
        share = Text("█" * width, style=style) if count else Text(meaning, style="dim")
        table.add_row(Text(name, style=style), str(count), share)
    notes = (
        ("without date", health.without_date),
        ("without author", health.without_author),
        ("duplicates", health.duplicates),
        ("broken names", health.broken),
    )
    for name, count in notes:
        table.add_row(Text(name, style="dim"), str(count), "")
    return table
