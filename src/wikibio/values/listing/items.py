"""A value's wikitext to flat items: its lines, opened up where a line lists several things itself."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.values.kept import keep, kept, text_of
from wikibio.values.links import is_page_link
from wikibio.values.listing.fragments import trim
from wikibio.values.listing.lines import MOST_LINES, read_listing
from wikibio.values.listing.lone import lone_link
from wikibio.values.listing.single import one_thing
from wikibio.values.listing.split import Separator, separators, split_at
from wikibio.values.listing.surface import BLANKS, OPAQUE, Surface, read_surface
from wikibio.values.listing.whole import is_pointer, whole_lines

_WORD = re.compile(r"\w[\w.'’-]*")
_PLAIN = re.compile(r"\s*\w[\w .()'’-]*\s*")
_NUMBERS = re.compile(r"[\d\s–—/-]+")
_LONG = 8
_SHORT = 2


def read_items(context: Context, fragment: Fragment, *, commas: bool = False) -> list[Fragment]:
    """The things that a value lists, in order; each is trimmed and keeps the footnotes behind it.

    ``[[Politician]], lawyer and [[soldier]]<ref />`` is one item; with `commas`, which says that in this field commas
    part things, three. Typed dots always part them. A line in brackets belongs to the line before it, and titles and
    headings of lists are no items.
    """
    single = _single(context, fragment)
    if single is not None:
        return single
    whole = one_thing(context, fragment, commas=commas)
    if whole is not None:
        text = text_of(context, whole)
        return [] if is_pointer(context, text) or not _has_word(text) else [whole]
    return _enumeration(context, fragment) if commas else _list(context, fragment)


def _single(context: Context, fragment: Fragment) -> list[Fragment] | None:
    """The items of a value that is nothing but words or one link, as most are; None for every other."""
    start, end, nodes = fragment
    if not nodes:
        if not _is_plain(context, fragment):
            return None
        return [] if is_pointer(context, text_of(context, fragment)) else [trim(context, fragment)]
    link = nodes[0]
    if type(link) is not WikiLink or len(nodes) > 1 or link.start != start or link.end != end:
        return None
    if not is_page_link(context, link):
        return None
    text = text_of(context, fragment)
    return [] if is_pointer(context, text) or not _has_word(text) else [fragment]


@kept
def _enumeration(context: Context, fragment: Fragment) -> list[Fragment]:
    items, alike = _read(context, fragment, commas=True)
    if alike:
        keep(context, fragment, _list, items)
    return items


@kept
def _list(context: Context, fragment: Fragment) -> list[Fragment]:
    return _read(context, fragment, commas=False)[0]


def _read(context: Context, fragment: Fragment, *, commas: bool) -> tuple[list[Fragment], bool]:
    """The items of a list, and whether they are the same with and without commas that part them."""
    whole = trim(context, fragment)
    if lone_link(context, whole) is not None:
        text = text_of(context, whole)
        return [] if is_pointer(context, text) or not _has_word(text) else [whole], True
    alike = True
    lines = whole_lines(context, read_listing(context, fragment).entries)
    items: list[Fragment] = []
    for line, text in lines:
        if _is_plain(context, line) or lone_link(context, line) is not None:
            items += [line] if _has_word(text) else []
        else:
            linked = _links_apart(context, line) if commas else None
            if linked is not None:
                alike = False
                items += linked[:MOST_LINES]
                continue
            surface = read_surface(context, line)
            signs = separators(context, surface)
            alike = alike and not signs
            parts = _pieces(context, surface, signs, commas=commas, single=len(lines) == 1)[:MOST_LINES]
            pieces = [trim(context, _without_comma(context, piece)) for piece in parts]
            items += [piece for piece in pieces if _has_word(text_of(context, piece))]
    return items, alike


def _links_apart(context: Context, line: Fragment) -> list[Fragment] | None:
    """The links of a line that is nothing but links with commas between them, each a thing by itself; else None."""
    nodes = line.nodes
    source, position = context.source, line.start
    if len(nodes) < 2 or nodes[0].start != position or nodes[-1].end != line.end:
        return None
    links: list[Fragment] = []
    for node in nodes:
        if type(node) is not WikiLink or (links and source[position : node.start].strip(" ") != ","):
            return None
        position = node.end
        link = Fragment(node.start, position, (node,))
        text = text_of(context, link)
        if not text[:1].isalpha() or _is_suffix(context, text.lower().rstrip(".")):
            return None
        if context.lexicon.word("commanding_post", text) is not None or not is_page_link(context, node):
            return None
        links.append(link)
    return links


def _has_word(text: str) -> bool:
    return text[:1].isalnum() or _WORD.search(text) is not None


def _is_plain(context: Context, line: Fragment) -> bool:
    """Whether a text has words and nothing that could part them."""
    return not line.nodes and _PLAIN.fullmatch(context.source, line.start, line.end) is not None


def _without_comma(context: Context, piece: Surface) -> Fragment:
    """A piece without a comma or semicolon at its end; footnotes may stand behind that."""
    bare = piece.text.rstrip(f"{BLANKS}'")
    if not bare.endswith((",", ";")):
        return piece.fragment
    last = Separator(",", len(bare) - 1, len(bare))
    return next(iter(split_at(piece, [last])), piece).fragment


def _pieces(context: Context, surface: Surface, signs: list[Separator], *, commas: bool, single: bool) -> list[Surface]:
    if not signs:
        return [surface]
    dots = [sign for sign in signs if sign.sign == "•"]
    if dots:
        parts = split_at(surface, dots)
        return [
            piece
            for part in parts
            for piece in _pieces(context, part, separators(context, part), commas=commas, single=False)
        ]
    if not commas:
        return [surface]
    semicolons = [sign for sign in signs if sign.sign == ";"]
    if semicolons:
        pieces = split_at(surface, semicolons)
        return [surface] if any(_begins_clause(context, piece) for piece in pieces[1:]) else pieces
    return _enumerated(context, surface, signs, single=single)


def _enumerated(context: Context, surface: Surface, signs: list[Separator], *, single: bool) -> list[Surface]:
    """A line parted at its commas and "and", where it enumerates.

    Where a value has several lines, a comma within one rather belongs to a name ("Prince Andrew, Duke of York"), so
    such a line is parted only where it consists of nothing but links.
    """
    commas = [sign for sign in signs if sign.sign == ","]
    ands = [sign for sign in signs if sign.sign == "and"]
    both = sorted([*commas, *ands], key=lambda sign: sign.start)
    linked = _with_suffixes(context, surface, split_at(surface, both))
    if len(linked) > 1 and all(_is_link(piece) for piece in linked):
        return _with_posts(context, surface, linked)
    if not single or not commas:
        return [surface]
    pieces = _with_posts(context, surface, _with_suffixes(context, surface, split_at(surface, commas)))
    if any(_is_prose(context, piece) for piece in pieces) or _is_apposition(context, pieces):
        return [surface]
    if _is_shared(context, pieces):
        return [surface]
    if len(pieces) > 1 and (parts := _last_two(context, pieces[-1])):
        pieces[-1:] = parts
    return pieces


def _is_link(piece: Surface) -> bool:
    """Whether a piece is a link and nothing else that shows."""
    links = [node for node in piece.fragment.nodes if type(node) is WikiLink]
    return len(links) == 1 and not piece.text.strip(f"{BLANKS}{OPAQUE}'")


def _last_two(context: Context, piece: Surface) -> list[Surface]:
    """The last piece of an enumeration parted at its "and", where both sides are linked or short: "JG 2 and JV 44"."""
    ands = [sign for sign in separators(context, piece) if sign.sign == "and"]
    parts = _with_suffixes(context, piece, split_at(piece, ands)) if len(ands) == 1 else []
    if all(OPAQUE in part.text or len(_WORD.findall(text_of(context, part.fragment))) <= _SHORT for part in parts):
        return parts
    return []


def _with_suffixes(context: Context, surface: Surface, pieces: list[Surface]) -> list[Surface]:
    """Pieces that belong to the name before them go back to it: "Jr.", "1st Duke of Wellington", "Bar", "1990".

    A degree does so, too, unless the first piece is one: then each stands before its school.
    """
    kept: list[Surface] = []
    posts = bool(pieces) and _is_post(context, pieces[0])
    for piece in pieces:
        suffix = kept and _is_suffix(context, text_of(context, piece.fragment).lower().rstrip("."))
        if suffix and not (posts and _is_post(context, piece)):
            first = surface.fragment.start
            kept[-1] = surface.cut(kept[-1].fragment.start - first, piece.fragment.end - first)
        else:
            kept.append(piece)
    return kept


def _with_posts(context: Context, surface: Surface, pieces: list[Surface]) -> list[Surface]:
    """A post goes with what it is held in: ``Commander, [[V Corps]]`` is one thing."""
    kept: list[Surface] = []
    for piece in pieces:
        if kept and _is_post(context, kept[-1]):
            first = surface.fragment.start
            kept[-1] = surface.cut(kept[-1].fragment.start - first, piece.fragment.end - first)
        else:
            kept.append(piece)
    return kept


def _is_post(context: Context, piece: Surface) -> bool:
    return context.lexicon.word("commanding_post", text_of(context, piece.fragment)) is not None


def _is_suffix(context: Context, text: str) -> bool:
    table = context.lexicon.word_table("item_suffix")
    start = " ".join(text.split()[:2])
    return text in table or table.get(start) == "start" or _NUMBERS.fullmatch(text) is not None


def _is_apposition(context: Context, pieces: list[Surface]) -> bool:
    """Whether the second of two pieces says where the first belongs: ``[[88th Rifle Brigade]], Red Army``."""
    if len(pieces) != 2 or OPAQUE not in pieces[0].text or OPAQUE in pieces[1].text:
        return False
    first, second = (text_of(context, piece.fragment) for piece in pieces)
    words = second.split()
    return len(words) > 1 and second[0].isupper() and not set(words) & set(first.split())


def _is_shared(context: Context, pieces: list[Surface]) -> bool:
    """Whether a word before the first piece speaks for all: ``Grandfather of [[James]], [[Kenner]] and [[Bob]]``."""
    kinship = context.lexicon.word_table("kinship")
    said = [" ".join(context.line(piece.fragment).lower().split()[:2]) in kinship for piece in pieces]
    return bool(said) and said[0] and not any(said[1:])


def _is_prose(context: Context, piece: Surface) -> bool:
    """Whether a piece is part of a sentence rather than a thing by itself."""
    words = text_of(context, piece.fragment).split()
    return _begins_clause(context, piece) or (len(words) > _LONG and OPAQUE not in piece.text)


def _begins_clause(context: Context, piece: Surface) -> bool:
    words = text_of(context, piece.fragment).lower().split()
    clauses = context.lexicon.word_table("prose")
    return bool(words) and (words[0] in clauses or " ".join(words[:2]) in clauses)
