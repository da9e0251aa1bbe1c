"""Wikilinks and external links as values."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import ExternalLink, Fragment, Template, WikiLink, walk
from wikibio.values.model import Model


class Link(Model):
    """A link to another page of the wiki; `fragment` is what stands behind the ``#``, or None."""

    target: str
    fragment: str | None = None
    text: str
    span: Span


class WebLink(Model):
    """A link out of the wiki; `text` is None for a bare URL or a numbered link."""

    url: str
    text: str | None = None
    span: Span


def split_target(target: str) -> tuple[str, str | None]:
    """A link's target as page and fragment: spaces for underscores, no leading colon.

    >>> split_target("Battle_of_X#Search and rescue")
    ('Battle of X', 'Search and rescue')
    """
    page, hash_sign, fragment = target.partition("#")
    return " ".join(page.replace("_", " ").split()).removeprefix(":").strip(), fragment if hash_sign else None


def namespace(context: Context, target: str) -> str:
    """The kind of namespace that a target names (``file``, ``category``, …), an empty string for an article.

    The words are the rows of ``[words.namespace]``.
    """
    prefix, colon, _ = target.partition(":")
    return (context.lexicon.word("namespace", prefix.strip()) or "") if colon else ""


def is_page_link(context: Context, link: WikiLink) -> bool:
    """Whether the link shows as a link to a page: no file, no category."""
    return ":" not in link.target or namespace(context, link.target) not in ("file", "category")


def read_links(context: Context, links: list[WikiLink]) -> list[dict[str, object]]:
    """``[[Kerman Province|Kerman]]`` gives target "Kerman Province" with text "Kerman"."""
    found: list[dict[str, object]] = []
    for link in links:
        if is_page_link(context, link):
            target, fragment = split_target(link.target)
            content = link.content
            text = context.line(content) if content is not None and content.end > content.start else ""
            found.append({"target": target, "fragment": fragment, "text": text or target, "span": (link.start, link.end)})
    return found


def first_link(context: Context, fragment: Fragment) -> str | None:
    """The page that the first wikilink in `fragment` leads to, or None; links inside footnotes are none of it.

    ``[[Quds Force#History|the Force]] of [[Iran]]`` gives "Quds Force". A template that stands for a link counts too
    (role ``link``).
    """
    for node in walk(fragment.nodes):
        if type(node) is WikiLink and is_page_link(context, node):
            return split_target(node.target)[0] or None
        if type(node) is Template:
            row = context.lexicon.template(node.name)
            if row is not None and row.role == "link":
                target = next((p for p in node.parameters if p.name in row.slots.get("target", ())), None)
                if target is not None:
                    return split_target(context.line(target.value))[0] or None
    return None


def read_web_links(context: Context, links: list[ExternalLink]) -> list[dict[str, object]]:
    """``[https://example.org A page]`` gives url and text."""
    return [
        {
            "url": link.url,
            "text": (context.line(link.content) or None) if link.content is not None else None,
            "span": (link.start, link.end),
        }
        for link in links
    ]
