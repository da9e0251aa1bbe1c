"""What is cited and what it stands in: a chapter in a book, an article in a newspaper, an entry in an encyclopedia."""

from __future__ import annotations

from typing import NamedTuple

from wikibio.citations.arguments import Text


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
KEYS = frozenset(key for part in _INSIDE_OUT for key in part if key) - frozenset(_SERIES)


def title_parts(values: dict[str, Text], kind: str) -> tuple[Part, Part]:
    """What is cited and what that stands in: the two smallest parts that are given.

    ``{{cite book|chapter=C|title=B}}`` -> chapter in title; ``{{cite news|title=A|work=W}}`` -> title in periodical.
    A series is a whole for broadcasts only (an episode of it is cited), a map a part of a map only, and an article of a
    periodical or an encyclopedia has no chapters (Help:Citation Style 1, Chapter). A periodical alone is no title.
    """
    given = [
        part
        for part in _INSIDE_OUT
        if (part.title in values or part.script in values)
        and (part is not _SERIES or kind == "broadcast")
        and (part is not _MAP or kind == "map")
    ]
    if len(given) > 2 and given[0] is _CHAPTER and kind in _ARTICLE_KINDS:
        given = given[1:]
    if given and given[0] in _PERIODICALS:
        return _NONE, given[0]
    return (given[0] if given else _NONE), (given[1] if len(given) > 1 else _NONE)
