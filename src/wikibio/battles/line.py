"""A line of a listing to the battles that it names, with what is needed to place them in the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wikibio.battles.details import is_detail, read_details, tidy_name, without_flag
from wikibio.battles.linked import read_linked_battle
from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.values.kept import link_text
from wikibio.values.links import first_link, shown_links, split_target
from wikibio.values.listing.entry import Entry, Parting
from wikibio.values.listing.lone import lone_link
from wikibio.values.listing.split import Separator, may_part, separators, split_at
from wikibio.values.listing.surface import Surface, read_surface

Level = tuple[int, int, int, int]
"""How deep a line stands: lists, indent by hand, headings that own it, and whether it follows a colon in its line."""

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_MANY = 3

SMALL = -1
"""The rank of lines that cannot head anything but one another."""


@dataclass(slots=True)
class Line:
    """A battle before it has its place: what it says, how deep it stands, how much of a heading it is.

    `dated` is where its dates stand. A caption names no battle, but what stands under it has its place by it.
    """

    name: str
    link: str | None
    fragment: Fragment
    level: Level
    rank: int
    parted: Parting
    row: int | None
    marker: str = ""
    edtf: str | None = None
    dated: Fragment | None = None
    marks: tuple[str, ...] = ()
    caption: bool = False
    named: bool = field(init=False)

    def __post_init__(self) -> None:
        self.named = self.name[:1].isalnum() or _WORD.search(self.name) is not None


def read_lines(context: Context, entry: Entry) -> list[Line]:
    """``[[World War I]] (1914–18), [[World War II]]`` gives two lines of one level."""
    level: Level = (entry.depth, entry.indent, 0, 0)
    alone = _linked_name(context, entry.fragment) or _plain_name(context, entry.fragment)
    if alone is not None:
        rank = _rank(entry, False)
        return [Line(*alone, entry.fragment, level, rank, entry.parted, entry.row, entry.marker)]
    linked = read_linked_battle(context, entry.fragment)
    if linked is not None:
        known = (linked.name, linked.link, entry.fragment, level, _rank(entry, False), entry.parted, entry.row)
        return [Line(*known, entry.marker, linked.edtf, linked.dated, linked.marks)]
    surface = read_surface(context, entry.fragment)
    rank = _rank(entry, surface.text.rstrip().rstrip("'").endswith(":"))
    lines: list[Line] = []
    for piece, below in _pieces(context, surface):
        details = read_details(context, piece)
        name = without_flag(context, details.name)
        lines.append(
            Line(
                name=tidy_name(context, context.line(name.fragment)),
                link=first_link(context, name.fragment),
                fragment=piece.fragment,
                level=(*level[:3], below),
                rank=rank,
                parted=entry.parted if not lines else "item",
                row=entry.row,
                marker=entry.marker,
                edtf=details.edtf,
                dated=details.dated,
                marks=details.marks,
            )
        )
    return lines


def _linked_name(context: Context, fragment: Fragment) -> tuple[str, str | None] | None:
    """Name and link of a line that is one link, unless more stands there and all that shows is a date or a mark.

    ``'''[[Iran–Iraq War]]'''<ref>…</ref>`` gives "Iran–Iraq War" twice.
    """
    link = lone_link(context, fragment)
    if link is None or link.target.startswith("#"):
        return None
    if link.end - link.start == fragment.end - fragment.start:
        name = link_text(context, link)
    else:
        name = tidy_name(context, _set_text(context, link, fragment))
        if not _WORD.search(name) or is_detail(context, name.rstrip(".")):
            return None
    return name, split_target(link.target)[0] or None


def _set_text(context: Context, link: WikiLink, line: Fragment) -> str:
    """The text of a line that is one link, most often set in bold: ``'''[[Iran–Iraq War]]'''``."""
    source = context.source
    if len(line.nodes) == 1 and source[line.start : link.start] == source[link.end : line.end] == "'''":
        name = link_text(context, link)
        if "'" not in name:
            return name
    return context.line(line)


def _plain_name(context: Context, fragment: Fragment) -> tuple[str, None] | None:
    """The name of a line that is nothing but words, none of which parts names or marks one."""
    start, end, nodes = fragment
    if nodes or not _PLAIN.fullmatch(context.source, start, end):
        return None
    name = context.source[start:end]
    words = context.lexicon.word_table
    if name.lower() in words("mark") or may_part(context, name):
        return None
    return name, None


def _rank(entry: Entry, colon: bool) -> int:
    """How much of a heading a line is: titles over bold lines over lines that end in a colon over plain over small."""
    if entry.kind in ("title", "heading"):
        return 3
    if entry.bold:
        return 2
    return 1 if colon else SMALL if entry.small else 0


def _pieces(context: Context, surface: Surface) -> list[tuple[Surface, int]]:
    """The things that a line lists; 1 for those that a colon puts under what stands before it.

    ``[[World War I]]: [[A]], [[B]]; [[World War II]]: [[C]]`` puts two under the first war and one under the second.
    """
    signs = separators(context, surface)
    if not signs:
        return [(surface, 0)]
    apart = [sign for sign in signs if sign.sign == "•"] or _between_wars(signs)
    if apart:
        return [piece for part in split_at(surface, apart) for piece in _pieces(context, part)] or [(surface, 0)]
    colon = next((sign for sign in signs if sign.sign == ":"), None)
    if colon is not None:
        head, rest = surface.cut(0, colon.start), surface.cut(colon.end, len(surface.text))
        if names_conflict(context, head.fragment) and _WORD.search(context.line(rest.fragment)):
            return [(head, 0), *[(piece, 1) for piece in _listed(context, rest, separators(context, rest))]]
    return [(piece, 0) for piece in _listed(context, surface, signs)]


def _between_wars(signs: list[Separator]) -> list[Separator]:
    """The semicolons of a line that has a colon behind one, so that they part wars and not battles."""
    semicolons = [sign for sign in signs if sign.sign == ";"]
    last = next((sign for sign in reversed(signs) if sign.sign == ":"), None)
    return semicolons if semicolons and last is not None and last.start > semicolons[0].start else []


def _listed(context: Context, surface: Surface, signs: list[Separator]) -> list[Surface]:
    """The line parted at commas, semicolons and "and", where what they part are battles each."""
    commas = [sign for sign in signs if sign.sign in (",", ";")]
    ands = [sign for sign in signs if sign.sign == "and"]
    for chosen in ([*commas, *ands], commas, ands):
        if not chosen:
            continue
        pieces = split_at(surface, sorted(chosen, key=lambda sign: sign.start))
        pieces = _with_dates(context, surface, pieces)
        if len(pieces) > 1 and _all_battles(context, pieces, many=bool(commas)):
            return pieces
    return [surface]


def _with_dates(context: Context, surface: Surface, pieces: list[Surface]) -> list[Surface]:
    """Pieces that are a date or a mark alone go back to the battle before them."""
    kept: list[Surface] = []
    for piece in pieces:
        if kept and is_detail(context, context.line(piece.fragment)):
            first = surface.fragment.start
            kept[-1] = surface.cut(kept[-1].fragment.start - first, piece.fragment.end - first)
        else:
            kept.append(piece)
    return kept


def _all_battles(context: Context, pieces: list[Surface], *, many: bool) -> bool:
    """Whether each piece is a battle by itself: linked, or with a word for a conflict; or there are many names."""
    if all(names_conflict(context, piece.fragment) for piece in pieces):
        return True
    linked = any(_is_linked(context, piece.fragment) for piece in pieces)
    return many and not linked and len(pieces) >= _MANY and all(_is_name(context, piece.fragment) for piece in pieces)


def names_conflict(context: Context, fragment: Fragment) -> bool:
    """Whether a text is linked, or a name with one of the words for conflicts in it."""
    if _is_linked(context, fragment):
        return True
    table = context.lexicon.word_table("conflict")
    return _is_name(context, fragment) and any(word in table for word in _WORD.findall(context.line(fragment).lower()))


def _is_linked(context: Context, fragment: Fragment) -> bool:
    return next(iter(shown_links(context, fragment)), None) is not None


def _is_name(context: Context, fragment: Fragment) -> bool:
    text = context.line(fragment)
    return bool(text) and (text[0].isupper() or text[0].isdecimal())
