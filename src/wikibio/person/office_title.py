"""What an office is called: as given, with its order, or as the infobox makes it of state and district."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from wikibio.context import Context
from wikibio.infobox.box import BoxField
from wikibio.lexicon.tables import Pattern
from wikibio.syntax.nodes import Fragment, Template
from wikibio.values.date.reader import read_dated_text
from wikibio.values.interval import Interval, intervals_in
from wikibio.values.item import link_of
from wikibio.values.kept import text_of
from wikibio.values.listing import read_items, read_listing

_ORDINAL = re.compile(r"\W*\d+\w{0,3}\b(?:\W+(?:\w{1,3}\W+)?\d+\w{0,3}\b)*\W*")


class Title(NamedTuple):
    """A title as shown, with the link of its first wikilink and the order ("16th") that it begins with."""

    text: str
    link: str | None = None
    order: str | None = None
    references: tuple[str, ...] = ()

    @property
    def base(self) -> Title:
        """The title without its order."""
        if self.order is None:
            return self
        return self._replace(text=self.text[len(self.order) :].lstrip(), order=None)


def read_title(context: Context, fields: Mapping[str, BoxField]) -> Title | None:
    """The title that a group of fields gives, or None.

    ``|order=16th|office=President`` -> "16th President"; ``|state_senate=Indiana|district=17th`` -> "Member of the
    Indiana Senate from the 17th district"; ``|order=Chancellor`` -> "Chancellor", for an order that is no number is
    a title.
    """
    title = as_title(context, fields["title"].fragment) if "title" in fields else compose_title(context, fields)
    order = as_title(context, fields["order"].fragment) if "order" in fields else None
    if order is None:
        return title
    if title is None:
        return None if is_order(context, order.text) else order
    if not is_order(context, order.text) and "title" not in fields:
        return order
    return with_order(order, title)


def with_order(order: Title, title: Title) -> Title:
    """``31st`` before "Secretary of State"; a title that already begins with it keeps it once."""
    if title.text.startswith(order.text):
        return title._replace(order=order.text)
    references = tuple(dict.fromkeys(order.references + title.references))
    return Title(f"{order.text} {title.text}", order.link or title.link, order.text, references)


def is_order(context: Context, text: str) -> bool:
    """Whether a text only counts: "16th", "15th and 22nd", "First"."""
    return _ORDINAL.fullmatch(text) is not None or context.lexicon.word("ordinal", text) is not None


def as_title(context: Context, fragment: Fragment) -> Title | None:
    """A value as a title; a collapsible list at its end is none of it. None for an empty one."""
    fragment = _before_collapsible_list(context, fragment)
    text = text_of(context, fragment).strip(" ,;")
    if not text:
        return None
    link = link_of(context, fragment) if fragment.nodes else None
    return Title(text, link, None, tuple(context.footnotes(fragment.start, fragment.end)))


def _before_collapsible_list(context: Context, fragment: Fragment) -> Fragment:
    """``Queen of the realms {{collapsible list|…}}``: the list spells out what the line before it says."""
    for index, node in enumerate(fragment.nodes):
        if type(node) is Template and context.source[fragment.start : node.start].strip():
            row = context.lexicon.template(node.name)
            if row is not None and row.role == "list" and row.kind == "collapsible":
                return Fragment(fragment.start, node.start, fragment.nodes[:index])
    return fragment


# --- Titles that the infobox makes


@lru_cache(maxsize=256)
def _pattern(written: str) -> tuple[Pattern, list[str], frozenset[str]]:
    """A row of the table with the names of its slots, and the fields that it needs."""
    pattern = Pattern(written)
    used = [slot[0] for slot in pattern.slots]
    return pattern, used, frozenset(name.removesuffix("_phrase") for name in used)


def compose_title(context: Context, fields: Mapping[str, BoxField], table: str = "office_title") -> Title | None:
    """The first row of a word table whose slots are all given, filled.

    A slot is a role of the series; its value goes through the word table ``office_<role>``, whose row ``*`` says
    how the others are named.
    """
    for written in context.lexicon.word_table(table).values():
        pattern, used, needed = _pattern(written)
        if needed <= fields.keys() and all(_given(context, fields, name) for name in used):
            sources = [fields[name.removesuffix("_phrase")].fragment for name in used]
            link = next((link for source in sources if (link := link_of(context, source))), None)
            references = [each for source in sources for each in context.footnotes(source.start, source.end)]
            return Title(_filled(context, fields, pattern), link, None, tuple(dict.fromkeys(references)))
    return None


def _given(context: Context, fields: Mapping[str, BoxField], slot: str) -> bool:
    """A ``…_phrase`` is given where the value begins with a preposition: ``constituency=from [[Sangamon County]]``."""
    name = slot.removesuffix("_phrase")
    return name == slot or begins_with_preposition(context, text_of(context, fields[name].fragment))


def begins_with_preposition(context: Context, text: str) -> bool:
    """Whether a text goes on from the one before it: a row of ``[words.office_preposition]`` comes first."""
    first = text.partition(" ")[0]
    return context.lexicon.word("office_preposition", first) is not None


def _filled(context: Context, fields: Mapping[str, BoxField], pattern: Pattern) -> str:
    text = ""
    for part in pattern.parts:
        if isinstance(part, str):
            # "7th district" in a slot that is followed by "district" says it once.
            text += "" if part.strip() and text.lower().endswith(part.lower()) else part
        else:
            name = part[0].removesuffix("_phrase")
            text += _named(context, name, text_of(context, fields[name].fragment))
    return text


def _named(context: Context, role: str, value: str) -> str:
    names = context.lexicon.word_table("office_" + role)
    known = names.get(value.lower())
    if known is not None or "*" not in names:
        return known if known is not None else value
    usual = names["*"]
    if usual.format(name="").strip().lower() in value.lower():
        return value
    return usual.format(name=value)


# --- Several titles in one value


def split_titles(context: Context, fragment: Fragment) -> list[tuple[Title, Interval | None]]:
    """The titles that a value lists, each with the years in brackets behind it.

    ``[[Dean of Carlisle]] (1917–1924)`` gives one with its years. Lines parted by ``<br>`` are titles of their own
    only if each has years: most titles are broken over lines for looks.
    """
    read = (dated_title(context, item) for item in read_items(context, fragment))
    found = [each for each in read if each is not None]
    if len(found) > 1 and not _listed(context, fragment) and not all(intervals for _, intervals in found):
        whole = as_title(context, fragment)
        return [(whole, None)] if whole is not None else []
    return [(title, interval) for title, intervals in found for interval in intervals or (None,)]


def _listed(context: Context, fragment: Fragment) -> bool:
    """Whether a list of the page parts the value, not only line breaks."""
    return any(entry.marker or entry.parted == "item" for entry in read_listing(context, fragment).entries)


def dated_title(context: Context, fragment: Fragment) -> tuple[Title, list[Interval]] | None:
    """A name and the dates in brackets behind it; brackets without a date stay with the name.

    ``[[Dean of Carlisle]] (1917–1924)`` -> "Dean of Carlisle", 1917 to 1924
    """
    title = as_title(context, fragment)
    if title is None or not title.text.endswith(")"):
        return None if title is None else (title, [])
    dated = read_dated_text(context, fragment)
    bracket, behind = title.text.rfind("("), dated.text.rfind("(")
    intervals = [interval for interval in intervals_in(context, dated) if interval.begin > behind]
    if bracket <= 0 or behind < 0 or not intervals:
        return title, []
    return title._replace(text=title.text[:bracket].strip(" ,;")), intervals
