"""The commonest references to articles, told by the shape of their text: a title, linked or quoted, and its source.

``Brown, Ann (3 May 2001). "[http://a.org Title]". ''The Times'', p. 5. Retrieved 4 May 2002.`` What has such a shape
says the same to the whole reader, which takes several times as long.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.beside import SNAPSHOT, read_beside
from wikibio.citations.free_text.article_words import ArticleWords, article_words_of
from wikibio.citations.free_text.heads import name_end
from wikibio.citations.free_text.imprint import may_hold_imprint, source_kind
from wikibio.citations.free_text.items import is_address, is_label, only_item, without_sentence
from wikibio.citations.free_text.links import DOI, say_beside
from wikibio.citations.free_text.marked_text import MarkedText, plain
from wikibio.citations.free_text.names import is_certain, read_names
from wikibio.citations.free_text.reading import Fields, Said
from wikibio.citations.free_text.shapes import names_before_title
from wikibio.citations.free_text.sources import is_container
from wikibio.citations.free_text.words import MOST_WORDS, FreeTextWords
from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import ExternalLink, Template
from wikibio.values.date import read_date

_LONGEST = 400
"""No longer than a quotation may be, for the pattern knows no other bound of it."""
_TELLING = ("authors", "pages", "container_title", "date")
_OPENING = re.compile('["“„«‘]')
_MARKS = re.compile('["“”„«»‘’]')


def read_article(
    context: Context, span: Span, marked: MarkedText, templates: list[Template], words: FreeTextWords
) -> list[Fields] | None:
    """The one citation of a text of this shape, beside which `templates` stand; None for another shape."""
    text, links = marked.text, marked.links
    if len(text) > _LONGEST or len(links) > 1 or ";" in text or "\n" in text:
        return None
    article_words = article_words_of(words)
    match = article_words.pattern.fullmatch(text)
    if match is None:
        return None
    said = Said(marked, words)
    if templates:
        beside = read_beside(context, templates)
        if beside.identifiers or not links:
            return None
        say_beside(said, beside)
    if not (_say_names(said, match, article_words) and _say_title(said, match, article_words)):
        return None
    if not (_say_source(said, match) and _say_dates(said, match)):
        return None
    if match["page"] is not None:
        said.say_text("pages", *match.span("page"))
    if not (_say_address(said, links[0]) if links else _holds(said, match)):
        return None
    kind = "web" if links else _printed_kind(said.fields)
    return [{"kind": kind, **said.fields, "bare": False, "span": span, "spans": said.spans}]


def _say_address(said: Said, link: ExternalLink) -> bool:
    """The link's address; whether it is neither an archived copy's nor an identifier."""
    said.say_from("url", link.url, Span(link.start + link.brackets, link.url_end))
    return not (SNAPSHOT.fullmatch(link.url) or DOI.fullmatch(link.url))


def _holds(said: Said, match: re.Match[str]) -> bool:
    """Whether a title without a link is one: something beside it is read too, and what is behind it is no prose."""
    telling = not said.fields.keys().isdisjoint(_TELLING)
    return telling and len(match.string[match.end("quoted") :].split()) <= MOST_WORDS


def _printed_kind(fields: Fields) -> str:
    if "container_title" not in fields:
        return "book"
    date = fields.get("date")
    return "news" if isinstance(date, dict) and len(str(date["edtf"])) == len("2001-05-03") else "journal"


def _say_names(said: Said, match: re.Match[str], article_words: ArticleWords) -> bool:
    """``Brown, Ann (3 May 2001).``; whether what stands before the title is names, or a periodical's."""
    head = match["names"]
    if head is None:
        return True
    start = match.start("names")
    names = None if article_words.ends_in_date_word(head) else names_before_title(head, said.words)
    if names is not None:
        said.say("authors", [dict(name) for name in names[0]], start, start + names[1])
        return True
    end = _container_before_title(head, said.words)
    said.say_text("container_title", start, start + end)
    return bool(end)


@lru_cache(maxsize=2048)
def _container_before_title(head: str, words: FreeTextWords) -> int:
    """Where a periodical's name ends that is all of a title's head; 0 where it is none, or there may be more in it."""
    end = name_end(head, 0, len(head))
    shown = plain(head[:end])
    if words.cues.find(head) or words.and_others(shown) or article_words_of(words).ends_in_date_word(head):
        return 0
    return end if is_container(shown.strip(" ,."), words) else 0


def _say_title(said: Said, match: re.Match[str], article_words: ArticleWords) -> bool:
    """The text of the link; whether it is a title and nothing else."""
    words, title = said.words, match["title"]
    if title is None:
        return _say_quoted(said, match)
    start, end = match.span("title")
    shown = plain(title)
    if not shown or is_label(shown, words.link_labels):
        return False
    if match["slant"] is not None:
        if shown.lower().rstrip(" .,") in words.finder.italic_phrases:
            return False
    elif match["quote"] is not None:
        if _MARKS.search(title):
            return False
    elif article_words.may_tell_more(shown):
        return False
    elif _OPENING.search(title):
        items = words.finder.find(match.string, start, end)
        inner = only_item(items, match.string, start, end)
        if inner is not None:
            start, end = inner.inner_start, inner.inner_end
            shown = plain(match.string[start:end])
        elif items:
            return False
    shown = without_sentence(shown)
    if not shown or is_address(shown):
        return False
    said.say("title", shown, start, end)
    return True


def _say_quoted(said: Said, match: re.Match[str]) -> bool:
    """A title in quotation marks; between them and it there is no space."""
    quoted = match["quoted"]
    shown = without_sentence(plain(quoted))
    if not shown or quoted[0].isspace() or quoted[-1].isspace():
        return False
    said.say("title", shown, *match.span("quoted"))
    return True


def _say_source(said: Said, match: re.Match[str]) -> bool:
    """The work in italics, or the name right behind the title; whether nothing else is to be told from them."""
    words = said.words
    work, name, work2, name2, name3 = match.group("work", "name", "work2", "name2", "name3")
    if (work2 is not None and (work is not None or name is not None)) or (
        name3 is not None and (name is not None or name2 is not None)
    ):
        return False
    for field, shown in (("work", work), ("work2", work2)):
        if shown is not None:
            if not plain(shown) or plain(shown).lower().rstrip(".,") in words.finder.italic_phrases:
                return False
            said.say_text("container_title", *match.span(field))
    if name is not None:
        told = _source_field(name, words)
        if told is not None and told[0]:
            start, end = match.span("name")
            said.say_text(told[0], start + told[1], end)
        return told is not None
    return all(other is None or _tells_nothing(plain(other), words) for other in (name2, name3))


@lru_cache(maxsize=2048)
def _source_field(name: str, words: FreeTextWords) -> tuple[str, int] | None:
    """The field that a name behind a title is for, or an empty string, and where in it the name begins.

    "at The Times" -> container_title, 2; None where it takes more to tell
    """
    start = 0
    cues = words.cues.find(name)
    if cues:
        kind, found = cues.popitem()
        if cues or len(found) > 1 or found[0].start or kind not in ("in", "place", "author"):
            return None
        start = found[0].end
    shown = plain(name[start:])
    if article_words_of(words).ends_in_date_word(name):
        return None
    if source_kind(shown, words) == "agency":
        return "agency", start
    if is_container(shown, words):
        return "container_title", start
    names = read_names(shown, words)
    is_author = names is not None and is_certain(names) and "family" not in names[0]
    return None if start or is_author or not _tells_nothing(shown, words) else ("", 0)


@lru_cache(maxsize=2048)
def _tells_nothing(shown: str, words: FreeTextWords) -> bool:
    """Whether a name is neither an imprint nor a page, a cue or the month of a date."""
    return not (
        words.cues.find(shown)
        or article_words_of(words).ends_in_date_word(shown)
        or may_hold_imprint(shown, words)
        or words.pages.fullmatch(shown)
    )


def _say_dates(said: Said, match: re.Match[str]) -> bool:
    """The date and the day of access; whether each is one, and the only one."""
    access, before, behind = match.group("access", "date0", "date")
    if before is not None and behind is not None:
        return False
    for field, group, written in (
        ("access_date", "access", access),
        ("date", "date0", before),
        ("date", "date", behind),
    ):
        if written is not None:
            line = " ".join(written.split())
            edtf = read_date(line, said.words.date_words)
            if edtf is None:
                return False
            said.say_date_from(field, edtf, line, said.marked.span(*match.span(group)))
    return True
