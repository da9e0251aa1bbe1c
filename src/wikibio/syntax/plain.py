"""Plain links, templates and footnotes to nodes, without the tokenizer: what aside.py has set aside.

Since it is known that they are plain, the next ``]]`` ends a link and the next ``}}`` a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wikibio.syntax.aside import MARK, REST_OF_URL
from wikibio.syntax.nodes import NO_NODES, ExternalLink, Node, Template, WikiLink
from wikibio.syntax.page import Tree
from wikibio.syntax.tags import Tag

_URL = re.compile(rf"http(?<=\Whttp)s?:{REST_OF_URL}")
_PUNCTUATION = ",;\\.:!?"
_PUNCTUATION_AND_BRACKET = _PUNCTUATION + ")"


_new = object.__new__


def plain_nodes(
    tree: Tree, written: str, position: int, aside: Iterator[tuple[int, int]], hidden: bool
) -> tuple[list[Node], int]:
    """The nodes that marks in a text token at `position` stand for, and where the text ends.

    `aside` says where they stand. What is `hidden` (in a comment, or raw) makes no nodes.
    """
    before, *after = written.split(MARK)
    position += len(before) - 1
    nodes: list[Node] = []
    for text, (start, end) in zip(after, aside, strict=False):
        if not hidden:
            nodes.append(plain_node(tree, start, end))
        position = end + len(text) - 1
    return nodes, position + 1


def plain_node(tree: Tree, start: int, end: int) -> Node:
    """The node of what was set aside at [start, end); the tree's lists get it and all in it."""
    first = tree.source[start]
    if first == "[":
        return _link(tree, start, end)
    return _template(tree, start, end) if first == "{" else _footnote(tree, start, end)


def _link(tree: Tree, start: int, end: int) -> WikiLink:
    """``[[target|text]]``."""
    target, bar, _ = tree.source[start + 2 : end - 2].partition("|")
    link: WikiLink = _new(WikiLink)  # Links are most of what is put back: what they hold is set once.
    link.start, link.end, link.children = start, end, NO_NODES
    link.target = target.strip()
    link.text_start = start + 3 + len(target) if bar else None
    tree.wiki_links.append(link)
    return link


def _template(tree: Tree, start: int, end: int) -> Template:
    """``{{name|value|name=[[link]]}}``, with its parameters on demand."""
    source = tree.source
    bar = source.find("|", start, end)
    name = source[start + 2 : end - 2 if bar < 0 else bar].strip()
    template = Template.plain(source, start, end, tree.names.setdefault(name, name))
    tree.templates.append(template)
    if bar >= 0:
        template.inside = _inside(tree, bar, end) if source.find("[[", bar, end) >= 0 else _addresses(tree, bar, end)
    return template


def _footnote(tree: Tree, start: int, end: int) -> Tag:
    """``<ref name="x">{{template}}, text</ref>`` or ``<ref name="x" />``."""
    source = tree.source
    content = source.index(">", start) + 1
    tag = Tag.plain(start, end, "ref", source[start:content])
    tree.tags.append(tag)
    if content < end:
        tag.content_start, tag.content_end = content, end = content, end - len("</ref>")
        if source.startswith("{{", content) and source.find("}}", content) == end - 2:
            tag.children = [_template(tree, content, end)]  # One citation, as most footnotes are.
        else:
            tag.children = _inside(tree, content, end)
    return tag


def _inside(tree: Tree, start: int, end: int) -> Sequence[Node]:
    """The nodes in a stretch of plain text."""
    source = tree.source
    nodes: list[Node] = []
    template, link = source.find("{{", start, end), source.find("[[", start, end)
    while template >= 0 or link >= 0:
        is_template = link < 0 or 0 <= template < link
        at = template if is_template else link
        if at > start:
            nodes += _addresses(tree, start, at)
        start = source.index("}}" if is_template else "]]", at) + 2
        nodes.append(plain_node(tree, at, start))
        if is_template:
            template = source.find("{{", start, end)
        if 0 <= link < start:
            link = source.find("[[", start, end)
    if start < end:
        nodes += _addresses(tree, start, end)
    return nodes or NO_NODES


def _addresses(tree: Tree, start: int, end: int) -> Sequence[Node]:
    """The bare addresses in [start, end), without the punctuation that ends them.

    A closing bracket counts as punctuation to the tokenizer unless the address has an opening one.
    """
    source = tree.source
    if source.find("://", start, end) < 0:
        return NO_NODES
    found: list[Node] = []
    for match in _URL.finditer(source, start, end):
        start, url = match.start(), match.group()
        url = url.rstrip(_PUNCTUATION if "(" in url else _PUNCTUATION_AND_BRACKET)
        link: ExternalLink = _new(ExternalLink)
        link.start, link.end, link.url_end = start, start + len(url), start + len(url)
        link.url, link.brackets, link.text_start, link.children = url, False, None, NO_NODES
        tree.external_links.append(link)
        found.append(link)
    return found
