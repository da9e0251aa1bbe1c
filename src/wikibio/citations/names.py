"""People and bodies behind a source, in all the forms that citation templates have for them."""

from __future__ import annotations

import re
from typing import TypedDict

from wikibio.citations.text import Name, Names, Text, Values, link_of
from wikibio.citations.vocabulary import CitationWords
from wikibio.context import Context
from wikibio.values.links import split_target

LISTS = {
    "author": "authors",
    "editor": "editors",
    "translator": "translators",
    "interviewer": "interviewers",
    "contributor": "contributors",
}
"""List of names in a template -> field of Citation."""

VANCOUVER_LISTS = {"vauthors": "author", "veditors": "editor"}
_ET = frozenset(("et", "Et", "ET", "eT"))
_LITERAL = re.compile(r"\(\((.*)\)\)", re.DOTALL)
_LITERAL_OR_COMMA = re.compile(r"\(\(.*?\)\)|,")
_INITIALS = re.compile(
    r"(?P<family>.+?) (?P<initials>[^\W\d_]{1,3})(?: (?P<suffix>Jr|Sr|[IVX]{1,4}|\d(?:st|nd|rd|th)))?"
)


class NameFields(TypedDict):
    family: str | None
    given: str | None
    literal: str | None
    link: str | None


def read_names(
    context: Context, values: Values, names: Names, words: CitationWords
) -> tuple[dict[str, list[NameFields]], bool]:
    """The lists of names by field of Citation, and whether one of them ends in "et al.".

    ``|last=Filkins|first=Dexter|author-link=Dexter Filkins|author2=BBC`` gives authors
    [{family: Filkins, given: Dexter, link: Dexter Filkins}, {literal: BBC}]; what stands in one parameter stays whole.
    """
    found: dict[str, list[NameFields]] = {}
    et_al = False
    for list_name, numbers in names.items():
        people: list[NameFields] = []
        for number in sorted(numbers) if len(numbers) > 1 else numbers:
            person, more = _read_name(context, numbers[number], words)
            et_al = et_al or more
            if person is not None:
                people.append(person)
        if people:
            found[LISTS[list_name]] = people
    for key, list_name in VANCOUVER_LISTS.items():
        if key in values and LISTS[list_name] not in found:
            people, more = _read_vancouver(values[key][0], words)
            et_al = et_al or more
            found[LISTS[list_name]] = people
    return found, et_al


def _read_name(context: Context, parts: Name, words: CitationWords) -> tuple[NameFields | None, bool]:
    """One name from its parts; a link alone or a mask alone is no name."""
    last, first = parts.get("last"), parts.get("first")
    if last is None:
        last, first = first, None
    if last is None:
        return None, False
    name, more = last[0], False
    given = "" if first is None else first[0]
    if " al" in name or " al" in given or name[:2] in _ET or given[:2] in _ET:
        name, more_names = _without_et_al(name, words)
        given, more_given = _without_et_al(given, words)
        more = more_names or more_given
        if not name:
            return None, more
    link = None
    if "link" in parts or last[4] or (first is not None and first[4]):
        link = _link(context, parts, last, first)
    if given:
        return {"family": _written(name), "given": _written(given), "literal": None, "link": link}, more
    return {"family": None, "given": None, "literal": _written(name), "link": link}, more


def _link(context: Context, parts: Name, last: Text, first: Text | None) -> str | None:
    """The person's page: as ``author-link=`` says, else where the name itself leads."""
    named = parts.get("link")
    if named is not None:
        return split_target(named[0])[0] or None
    for part in (last, first):
        link = None if part is None else link_of(context, part)
        if link:
            return link
    return None


def _without_et_al(text: str, words: CitationWords) -> tuple[str, bool]:
    """``Smith et al.`` -> "Smith", True."""
    if " al" in text or text[:2] in _ET:
        short = words.et_al.sub("", text)
        return short, short != text
    return text, False


def _written(text: str) -> str:
    """``((Foo, Inc.))`` -> "Foo, Inc.": double brackets say that a text is meant as it stands."""
    if text.startswith("(("):
        match = _LITERAL.fullmatch(text)
        if match:
            return match[1].strip()
    return text


def _read_vancouver(text: str, words: CitationWords) -> tuple[list[NameFields], bool]:
    """``Smith AB, ((WHO)), van Dijk C Jr, et al.`` -> Smith, A. B.; WHO; van Dijk, C., Jr."""
    text, more = _without_et_al(text, words)
    pieces: list[str] = []
    start = 0
    for match in _LITERAL_OR_COMMA.finditer(text):
        if match.group() == ",":
            pieces.append(text[start : match.start()])
            start = match.end()
    pieces.append(text[start:])
    return [_vancouver_name(piece.strip()) for piece in pieces if piece.strip()], more


def _vancouver_name(text: str) -> NameFields:
    match = _INITIALS.fullmatch(text)
    if match is None or not match["initials"].isupper() or text.startswith("(("):
        return {"family": None, "given": None, "literal": _written(text), "link": None}
    given = " ".join(f"{initial}." for initial in match["initials"])
    if match["suffix"]:
        given = f"{given}, {match['suffix']}"
    return {"family": match["family"], "given": given, "literal": None, "link": None}
