"""Wikitext to a lossless tree, in one loop over the tokens of mwparserfromhell.

The token stream is no documented interface of mwparserfromhell, so all use of it stands in this module and the
two beside it (building.py, building_tags.py), the version is pinned to a range, and the builder checks at the end that
the tokens' widths add up to the source.

What is plain is set aside first (aside.py), a page that the tokenizer could not finish is mended for it (guard.py), and
what was set aside is put back where the tokens have its marks (plain.py).

Style tags (``''``, ``'''``) are skipped: one unbalanced quote would turn the rest of the page into text. They are read
in flat text (text.py).
"""

from __future__ import annotations

from collections.abc import Callable

from mwparserfromhell.parser import ParserError, tokens

from wikibio.collector import garbage_collection_paused
from wikibio.syntax.aside import MARK, set_aside
from wikibio.syntax.building import Token, name_of
from wikibio.syntax.building_tags import TagBuilding
from wikibio.syntax.guard import guard, sound_copy
from wikibio.syntax.guard_tags import RAW_TAGS
from wikibio.syntax.nodes import Argument, Comment, Entity, ExternalLink, Heading, Parameter, Template, WikiLink
from wikibio.syntax.page import Tree
from wikibio.syntax.plain import plain_nodes
from wikibio.syntax.tags import Tag

try:
    from mwparserfromhell.parser._tokenizer import CTokenizer as Tokenizer
except ImportError:  # the C extension is not built for this platform; the Python one gives the same tokens
    from mwparserfromhell.parser.tokenizer import Tokenizer


def parse(source: str) -> Tree:
    """`source` (wikitext) to its Tree; content never raises.

    >>> [template.name for template in parse("{{Birth date|1957|3|11}}").templates]
    ['Birth date']
    """
    with garbage_collection_paused():
        copy, aside = set_aside(source)
        guarded = sound_copy(copy) if aside else None
        if guarded is None:
            guarded, aside = guard(source), []
        try:
            return _Builder(source, aside).build(Tokenizer().tokenize(guarded, 0, True))
        except ParserError:
            tree = Tree(source)
            tree.complete = False
            return tree


class _Builder(TagBuilding):
    """The loop over the tokens, and the handlers of everything that is no tag; one method a kind of token.

    `aside` are the spans of what the tokenizer was not given.
    """

    def __init__(self, source: str, aside: list[tuple[int, int]]) -> None:
        super().__init__(source)
        self.aside = iter(aside)
        self.has_marks = bool(aside)

    def build(self, stream: list[Token]) -> Tree:
        """The tree of `stream`. Text is every second token, so it is read here, without a call."""
        self.rest = iter(stream)
        handlers: dict[type, Callable[[Token], None]] = {
            kind: method.__get__(self) for kind, method in _HANDLERS.items()
        }
        text, has_marks = tokens.Text, self.has_marks
        for token in self.rest:
            kind = token.__class__
            if kind is text:
                written = token["text"]
                if has_marks and MARK in written:
                    self.put_back(written)
                else:
                    self.position += len(written)
            else:
                handlers[kind](token)
        return self.finish()

    # Templates

    def put_back(self, written: str) -> None:
        """Put back what the marks in a text token stand for, unless it is a comment's or raw."""
        parent = self.open[-1]
        hidden = type(parent) is Comment or (
            type(parent) is Tag and parent.content_start >= 0 and parent.name in RAW_TAGS
        )
        nodes, self.position = plain_nodes(self.tree, written, self.position, self.aside, hidden)
        if parent.children:
            parent.children += nodes  # type: ignore[operator]  # NO_NODES is falsy, so this is a list
        elif nodes:
            parent.children = nodes

    def template_open(self, token: Token) -> None:
        template = Template(self.position)
        self.push(template)
        self.templates.append(template)
        self.tree.templates.append(template)
        self.position += 2

    def parameter_separator(self, token: Token) -> None:
        template = self.end_name_or_parameter()
        self.position += 1
        parameter = Parameter(self.position)
        self.open.append(parameter)
        template.parameters.append(parameter)
        if template.children is not template.parameters:
            template.children = [*template.children, parameter] if template.children else template.parameters

    def parameter_equals(self, token: Token) -> None:
        parameter = self.open[-1]
        assert type(parameter) is Parameter
        name = name_of(self.source, parameter, parameter.start, self.position)
        parameter.name = self.tree.names.setdefault(name, name)
        self.position += 1
        parameter.value_start = self.position
        parameter.named = True

    def end_name_or_parameter(self) -> Template:
        """Close what a ``|`` or ``}}`` closes: the last parameter, or the template's name."""
        node = self.open[-1]
        if type(node) is Parameter:
            node.end = self.position
            self.open.pop()
            template = self.templates[-1]
            if not node.named:
                template.positional += 1
                node.name = str(template.positional)
            return template
        assert type(node) is Template
        name = name_of(self.source, node, node.start + 2, self.position)
        node.name = self.tree.names.setdefault(name, name)
        return node

    def template_close(self, token: Token) -> None:
        self.end_name_or_parameter()
        self.templates.pop()
        self.pop(2)

    def argument_open(self, token: Token) -> None:
        argument = Argument(self.position)
        self.push(argument)
        self.position += 3

    def argument_separator(self, token: Token) -> None:
        argument = self.open[-1]
        assert type(argument) is Argument
        argument.name = name_of(self.source, argument, argument.start + 3, self.position)
        self.position += 1
        argument.default_start = self.position

    def argument_close(self, token: Token) -> None:
        argument = self.open[-1]
        assert type(argument) is Argument
        if argument.default_start is None:
            argument.name = name_of(self.source, argument, argument.start + 3, self.position)
        self.pop(3)

    # Links

    def wiki_link_open(self, token: Token) -> None:
        link = WikiLink(self.position)
        self.push(link)
        self.tree.wiki_links.append(link)
        self.position += 2

    def wiki_link_separator(self, token: Token) -> None:
        link = self.open[-1]
        assert type(link) is WikiLink
        link.target = name_of(self.source, link, link.start + 2, self.position)
        self.position += 1
        link.text_start = self.position

    def wiki_link_close(self, token: Token) -> None:
        link = self.open[-1]
        assert type(link) is WikiLink
        if link.text_start is None:
            link.target = name_of(self.source, link, link.start + 2, self.position)
        self.pop(2)

    def external_link_open(self, token: Token) -> None:
        link = ExternalLink(self.position)
        link.brackets = bool(token["brackets"])
        self.push(link)
        self.tree.external_links.append(link)
        self.position += link.brackets

    def external_link_separator(self, token: Token) -> None:
        link = self.open[-1]
        assert type(link) is ExternalLink
        link.url = name_of(self.source, link, link.start + link.brackets, self.position)
        link.url_end = self.position
        self.position += 0 if token.get("suppress_space") else 1
        link.text_start = self.position

    def external_link_close(self, token: Token) -> None:
        link = self.open[-1]
        assert type(link) is ExternalLink
        if link.text_start is None:
            link.url = name_of(self.source, link, link.start + link.brackets, self.position)
            link.url_end = self.position
        self.pop(int(link.brackets))

    # Small things

    def entity_start(self, token: Token) -> None:
        self.push(Entity(self.position))
        self.position += 1

    def entity_part(self, token: Token) -> None:
        self.position += 1

    def entity_end(self, token: Token) -> None:
        self.pop(1)

    def heading_start(self, token: Token) -> None:
        heading = Heading(self.position)
        heading.level = token["level"]
        self.push(heading)
        self.tree.headings.append(heading)
        self.position += heading.level

    def heading_end(self, token: Token) -> None:
        heading = self.open[-1]
        assert type(heading) is Heading
        self.pop(heading.level)

    def comment_start(self, token: Token) -> None:
        comment = Comment(self.position)
        self.push(comment)
        self.tree.comments.append(comment)
        self.position += 4

    def comment_end(self, token: Token) -> None:
        self.pop(3)


_HANDLERS: dict[type, Callable[[_Builder, Token], None]] = {
    tokens.TemplateOpen: _Builder.template_open,
    tokens.TemplateParamSeparator: _Builder.parameter_separator,
    tokens.TemplateParamEquals: _Builder.parameter_equals,
    tokens.TemplateClose: _Builder.template_close,
    tokens.ArgumentOpen: _Builder.argument_open,
    tokens.ArgumentSeparator: _Builder.argument_separator,
    tokens.ArgumentClose: _Builder.argument_close,
    tokens.WikilinkOpen: _Builder.wiki_link_open,
    tokens.WikilinkSeparator: _Builder.wiki_link_separator,
    tokens.WikilinkClose: _Builder.wiki_link_close,
    tokens.ExternalLinkOpen: _Builder.external_link_open,
    tokens.ExternalLinkSeparator: _Builder.external_link_separator,
    tokens.ExternalLinkClose: _Builder.external_link_close,
    tokens.HTMLEntityStart: _Builder.entity_start,
    tokens.HTMLEntityNumeric: _Builder.entity_part,
    tokens.HTMLEntityHex: _Builder.entity_part,
    tokens.HTMLEntityEnd: _Builder.entity_end,
    tokens.HeadingStart: _Builder.heading_start,
    tokens.HeadingEnd: _Builder.heading_end,
    tokens.CommentStart: _Builder.comment_start,
    tokens.CommentEnd: _Builder.comment_end,
    tokens.TagOpenOpen: _Builder.tag_open,
    tokens.TagAttrStart: _Builder.tag_attribute,
    tokens.TagAttrEquals: _Builder.tag_attribute_equals,
    tokens.TagAttrQuote: _Builder.tag_attribute_quote,
    tokens.TagCloseOpen: _Builder.tag_content,
    tokens.TagCloseSelfclose: _Builder.tag_self_close,
    tokens.TagOpenClose: _Builder.tag_content_end,
    tokens.TagCloseClose: _Builder.tag_close,
}
