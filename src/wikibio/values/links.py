"""Wikilinks and external links as values."""

from __future__ import annotations

from collections.abc import Iterator

from wikibio.context import UNSHOWN, Context
from wikibio.span import Span
from wikibio.syntax.folding import decode_entities, fold_line
from wikibio.syntax.nodes import ExternalLink, Fragment, Node, Template, WikiLink
from wikibio.values.flag import FLAG_ROLE, flag_link
from wikibio.values.model import Model
from wikibio.values.ship import SHIP_KIND, ship_link
from wikibio.values.shown import shown_nodes


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
    """A link's target as page and fragment: spaces for underscores, entities decoded, no leading colon.

    >>> split_target("Battle_of_X#Search and rescue")
    ('Battle of X', 'Search and rescue')
    """
    if "&" in target:
        target = decode_entities(target)
    if not ("_" in target or "#" in target or ":" in target or "  " in target) and target.isprintable():
        return target.strip(), None
    page, hash_sign, fragment = target.partition("#")
    return " ".join(page.replace("_", " ").split()).removeprefix(":").strip(), fragment if hash_sign else None


def namespace(context: Context, target: str) -> str:
    """The kind of namespace that a target names (``file``, ``category``, …), an empty string for an article.

    The words are the rows of ``[words.namespace]``.
    """
    prefix, colon, _ = target.partition(":")
    return (context.lexicon.word("namespace", prefix.strip()) or "") if colon else ""


def links_into(context: Context, kind: str) -> Iterator[WikiLink]:
    """The page's links into the namespace of this kind, in order."""
    kinds = context.lexicon.word_table("namespace")
    for link in context.tree.wiki_links:
        target = link.target
        if ":" in target and kinds.get(target.partition(":")[0].strip().lower()) == kind:
            yield link


def is_page_link(context: Context, link: WikiLink) -> bool:
    """Whether the link shows as a link to a page: no file, no category, no link to another language's page."""
    return ":" not in link.target or namespace(context, link.target) not in UNSHOWN


def read_links(context: Context, links: list[WikiLink]) -> list[dict[str, object]]:
    """``[[Kerman Province|Kerman]]`` gives target "Kerman Province" with text "Kerman"."""
    found: list[dict[str, object]] = []
    source = context.source
    for link in links:
        if ":" in link.target and namespace(context, link.target) in UNSHOWN:
            continue
        start, end = link.start, link.end
        target, fragment = split_target(link.target)
        text_start = link.text_start
        if text_start is None:
            text = target
        elif link.children or "<" in source[text_start:end]:
            content = link.content
            assert content is not None
            text = context.line(content) or target
        else:
            text = fold_line(source[text_start : end - 2]) or target
        found.append({"target": target, "fragment": fragment, "text": text, "span": (start, end)})
    return found


def shown_links(context: Context, fragment: Fragment) -> Iterator[tuple[Node, str]]:
    """The links that a reader of the page sees in `fragment`, each with the page that it leads to.

    ``[[Quds Force#History|the Force]] of {{flag|Iran}}<ref>[[B]]</ref>`` gives "Quds Force" and "Iran": a template that
    stands for a link counts (roles ``link`` and ``flag``), what stands in a footnote does not.
    """
    for node in shown_nodes(context, fragment):
        target = None
        if type(node) is WikiLink and is_page_link(context, node):
            target = split_target(node.target)[0]
        elif type(node) is Template:
            target = _template_target(context, node)
        if target:
            yield node, target


def _template_target(context: Context, template: Template) -> str | None:
    row = context.lexicon.template(template.name)
    if row is None:
        return None
    if row.role == FLAG_ROLE:
        return flag_link(context, template, row)
    if row.role != "link":
        return None
    if row.kind == SHIP_KIND:
        return ship_link(context, template, row)
    target = next((p for p in template.parameters if p.name in row.slots.get("target", ())), None)
    return split_target(context.line(target.value) if target is not None else row.fixed.get("target", ""))[0] or None


def first_link(context: Context, fragment: Fragment) -> str | None:
    """The page that the first link in `fragment` leads to, or None; links inside footnotes are none of it."""
    return next((target for _, target in shown_links(context, fragment)), None)


def read_web_links(context: Context, links: list[ExternalLink]) -> list[dict[str, object]]:
    """``[https://example.org A page]`` gives url and text."""
    found: list[dict[str, object]] = []
    for link in links:
        content = link.content if link.text_start is not None else None
        text = context.line(content) or None if content is not None else None
        found.append({"url": link.url, "text": text, "span": (link.start, link.end)})
    return found
