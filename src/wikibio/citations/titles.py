"""What is cited and what it stands in: a chapter in a book, an article in a newspaper, an entry in an encyclopedia."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Part(NamedTuple):
    """The keys of one title: as it is written, in its own script, translated, its wiki page, its address."""

    title: str
    script: str
    trans: str
    link: str
    url: str


_NONE = Part("", "", "", "", "")
_CHAPTER = Part("chapter", "script_chapter", "trans_chapter", "", "chapter_url")
_TITLE = Part("title", "script_title", "trans_title", "title_link", "url")
_SERIES = Part("series", "", "", "series_link", "")

_PERIODICALS = (
    Part("periodical", "script_periodical", "trans_periodical", "", ""),
    Part("mailing_list", "", "", "", ""),
    Part("newsgroup", "", "", "", ""),
)
_MAP = Part("map", "script_map", "trans_map", "", "map_url")
_INSIDE_OUT = (
    _MAP,
    _CHAPTER,
    _TITLE,
    Part("encyclopedia", "script_encyclopedia", "trans_encyclopedia", "", ""),
    Part("book_title", "", "", "", ""),
    _SERIES,
    *_PERIODICALS,
)
"""From the smallest part of a source to the largest whole that a citation can name."""

_ARTICLE_KINDS = frozenset(
    ("news", "journal", "magazine", "web", "podcast", "press_release", "encyclopedia", "dictionary")
)
KEYS = frozenset(key for part in _INSIDE_OUT for key in part if key)
"""Every key that may say a title, or something of one."""
ALWAYS = KEYS - frozenset(_SERIES)
"""Those that say nothing else: a series has a field of its own where it is no title."""
_FIELDS = (
    ("title", "script_title", "trans_title", "title_link"),
    ("container_title", "container_script_title", "container_trans_title", "container_link"),
)
_URLS = ("url", "chapter_url", "map_url")


class Layout(NamedTuple):
    """Where the titles of a citation go, which only the keys that are given decide.

    `titles`: key, field, and the field for the page that a link in it leads to; `companions`: key, field, and whether
    it is a title in its own script; `url`: the key of the address; `spare`: keys for which there is no room;
    `has_series`: whether the series is one of the titles.
    """

    titles: tuple[tuple[str, str, str], ...]
    companions: tuple[tuple[str, str, bool], ...]
    url: str | None
    spare: frozenset[str]
    has_series: bool


@lru_cache(maxsize=4096)
def title_layout(keys: tuple[str, ...], kind: str) -> Layout:
    """The layout of the titles `keys` (of KEYS) in a citation of this kind; a page has few layouts and many citations.

    ``("title", "url", "periodical")`` -> title and container_title; the address of a chapter goes before its book's.
    """
    parts = title_parts(frozenset(keys), kind)
    titles, companions = [], []
    for part, (title, *fields) in zip(parts, _FIELDS, strict=True):
        if part.title in keys:
            titles.append((part.title, title, fields[-1]))
        companions += [
            (key, field, key == part.script) for key, field in zip(part[1:4], fields, strict=True) if key in keys
        ]
    url = next((key for key in (parts[0].url, *_URLS) if key in keys), None)
    used = {url, *parts[0][:-1], *parts[1][:-1]}
    spare = ALWAYS.intersection(keys) - used
    return Layout(tuple(titles), tuple(companions), url, spare, any("series" in part for part in parts))


def title_parts(given_keys: frozenset[str], kind: str) -> tuple[Part, Part]:
    """What is cited and what that stands in: the two smallest parts that are given.

    ``{{cite book|chapter=C|title=B}}`` -> chapter in title; ``{{cite news|title=A|work=W}}`` -> title in periodical.
    A series is a whole for broadcasts only (an episode of it is cited), a map a part of a map only, and an article of a
    periodical or an encyclopedia has no chapters (Help:Citation Style 1, Chapter). A periodical alone is no title.
    """
    given = [
        part
        for part in _INSIDE_OUT
        if (part.title in given_keys or part.script in given_keys)
        and (part is not _SERIES or kind == "broadcast")
        and (part is not _MAP or kind == "map")
    ]
    if len(given) > 2 and given[0] is _CHAPTER and kind in _ARTICLE_KINDS:
        given = given[1:]
    if given and given[0] in _PERIODICALS:
        return _NONE, given[0]
    return (given[0] if given else _NONE), (given[1] if len(given) > 1 else _NONE)
