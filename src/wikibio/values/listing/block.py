"""One stretch of wikitext to its lines, in one pass over its nodes, going into whatever holds lines of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Node, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.values.listing.emphasis import is_bold, is_plainly_set, is_small, setting_of
from wikibio.values.listing.entry import Entry, Parting
from wikibio.values.listing.fragments import trim
from wikibio.values.listing.linked import is_bold_link, read_starred
from wikibio.values.listing.lists import ListTemplate, read_list_template, wrapped
from wikibio.values.listing.litter import without_litter
from wikibio.values.listing.lone import plain_line
from wikibio.values.listing.markers import Marker, read_marker
from wikibio.values.listing.piped import find_piped_table
from wikibio.values.listing.place import OpenLine, Place
from wikibio.values.listing.structure import BLOCK_TAGS, INLINE_TAGS, LIST_TAGS, holds_lines, is_indented
from wikibio.values.listing.tables import Row, table_rows

if TYPE_CHECKING:
    from wikibio.values.listing.lines import LineReader

# A tag that the tokenizer left as text (never closed, or misspelt) still breaks the line.
_BREAKS = re.compile(r"(?P<line>\r?\n|\r)|<\s*/?(?P<tag>br|hr|li|ul|ol|dl|dt|dd|p|div)\b[^<>]*>", re.I)
_PARTING: dict[str, Parting] = {"br": "break", "li": "item", "dt": "item", "dd": "item", "hr": "rule"}


class Block:
    """A block while it is read: `depth` changes where a list is opened or closed in it."""

    def __init__(self, reader: LineReader, place: Place) -> None:
        self.reader = reader
        self.context = reader.context
        self.place = place
        self.depth = place.depth
        self.line = OpenLine(0)
        self.opened: list[int] = []
        # How deep the item of the line before stands, if that was one: a list right behind it belongs to it.
        self.under: int | None = None

    def read(self, fragment: Fragment) -> None:
        """Put the lines of `fragment` into the listing."""
        line = plain_line(self.context, fragment)
        if line is not None:
            self.plain(line)
            return
        self.line = OpenLine(fragment.start)
        position = fragment.start
        for index, node in enumerate(fragment.nodes):
            if node.start < position:
                continue
            if node.start > position:
                self.gap(position, node.start)
            if type(node) is WikiLink:
                self.line.nodes.append(node)
                position = node.end
            elif type(node) is Tag and node.markup and node.name == "li":
                position = self.starred(fragment, index)
                if position == node.start:
                    self.line.nodes.append(node)
                    position = node.end
            else:
                position = self.node(node, fragment)
        self.gap(position, fragment.end)
        self.close(fragment.end)

    def starred(self, fragment: Fragment, index: int) -> int:
        """The lines of stars and a link from a list marker on; where the first line begins that is another."""
        line, start = self.line, fragment.nodes[index].start
        if line.start != start or line.parted != "line" or line.item is not None:
            return start
        position = read_starred(self, fragment.nodes, index, fragment.end)
        if position > start:
            self.line = OpenLine(position, "line")
        return position

    def plain(self, line: Fragment) -> None:
        """A block that is one line without any markup of lines."""
        place = self.place
        bold = place.bold
        small = place.setting == "small"
        span = Span(line.start, line.end)
        self.reader.add(Entry(line, span, self.depth, place.indent, "", place.kind, "start", bold, small, place.row))

    def gap(self, start: int, end: int) -> None:
        """Text between nodes: line breaks, and tags that the tokenizer left as text."""
        if start >= end:
            return
        source = self.context.source
        text = source[start:end]
        if "<" not in text:
            if text.isprintable():
                return  # No line break is.
            if "\r" not in text:
                self.lines(text, start)
                return
        for match in _BREAKS.finditer(source, start, end):
            tag = (match["tag"] or "").lower()
            if tag in LIST_TAGS:
                self.depth = max(0, self.depth + (-1 if "/" in match.group()[:3] else 1))
            self.part(match.start(), match.end(), _PARTING.get(tag, "line"))

    def lines(self, text: str, start: int) -> None:
        """Part the line at each new line of `text`, which stands at `start`."""
        at = text.find("\n")
        while at >= 0:
            self.part(start + at, start + at + 1, "line")
            at = text.find("\n", at + 1)

    def part(self, end: int, start: int, parted: Parting) -> None:
        """End the line before `end` and begin the next at `start`."""
        self.close(end)
        self.reader.ignore(end, start, "rule" if parted == "rule" else "break")
        if parted == "line" and self.line.parted == "rule" and self.line.start == end:
            parted = "rule"
        self.line = OpenLine(start, parted, self.line.item if parted == "break" else None)

    def node(self, node: Node, fragment: Fragment) -> int:
        """Take one node; where reading goes on."""
        if type(node) is Tag:
            return self.tag(node)
        if type(node) is Template:
            return self.template(node, fragment)
        self.line.nodes.append(node)
        return node.end

    def tag(self, node: Tag) -> int:
        name = node.name
        if name in ("br", "hr"):
            self.part(node.start, node.end, _PARTING[name])
        elif name == "dd" and node.markup and self.heads(node):
            self.close(node.start)
            self.line = OpenLine(node.start, "item")
            self.line.nodes.append(node)
        elif name == "table":
            self.table(node.start, node.end, table_rows(self.context, node))
        elif node.markup is None and (name in LIST_TAGS or name in BLOCK_TAGS):
            self.inner(node, node.content, nested=name in LIST_TAGS or name == "dd", item=name in ("li", "dd"))
        elif name in INLINE_TAGS and (holds_lines(self.context, node) or is_indented(node)):
            self.inner(node, node.content)
        else:
            self.line.nodes.append(node)
        return node.end

    def heads(self, node: Tag) -> bool:
        """Whether `node` is the colon of ``;term: definition``."""
        written = self.context.source[self.line.start : node.start].lstrip()
        return written.startswith(";") and bool(written.strip("*#:; \t"))

    def inner(self, node: Node, content: Fragment | None, *, nested: bool = False, item: bool = False) -> None:
        """A node that holds lines of its own: they go into the listing where it stands."""
        base = self.leave(node.start)
        if content is not None:
            self.reader.ignore(node.start, content.start, "wrapper")
            self.reader.ignore(content.end, node.end, "wrapper")
            indent = self.place.indent + is_indented(node)
            setting = setting_of(self.context, node) or self.place.setting
            place = self.place._replace(depth=base + nested, indent=indent, setting=setting, item=item)
            self.reader.block(content, place)
        self.enter(node.end, base)

    def leave(self, end: int) -> int:
        """Close the line before a list or a block; how deep what follows stands."""
        line = self.line
        self.close(end)
        return line.item[0] if line.item is not None else self.depth

    def enter(self, start: int, base: int) -> None:
        """Begin the line behind a list or a block."""
        self.line = OpenLine(start, "line", self.line.item if base != self.depth else None)

    def table(self, start: int, end: int, rows: list[Row]) -> None:
        base = self.leave(start)
        self.reader.table(start, end, rows, self.place._replace(depth=base))
        self.enter(end, base)

    def template(self, node: Template, fragment: Fragment) -> int:
        context = self.context
        row = context.lexicon.template(node.name)
        if row is None or (row.role == "list_end" and row.kind == "branch"):
            self.line.nodes.append(node)
        elif row.role in ("list", "list_end"):
            self.list(node, read_list_template(context, node, row))
        elif row.kind == "table" and (table := find_piped_table(context, node, fragment)) is not None:
            self.table(table.start, table.end, table.rows)
            return table.end
        elif row.kind in ("break", "rule"):
            self.part(node.start, node.end, "break" if row.kind == "break" else "rule")
        else:
            content = wrapped(context, node, row)
            if content is not None and row.kind == "indented":
                self.indented(node, content)
            elif content is not None and holds_lines(context, node):
                self.inner(node, content)
            else:
                self.line.nodes.append(node)
        return node.end

    def indented(self, node: Template, content: Fragment) -> None:
        """``{{block indent|…}}``: a block that is pushed in."""
        base = self.leave(node.start)
        self.reader.ignore(node.start, content.start, "wrapper")
        self.reader.ignore(content.end, node.end, "wrapper")
        self.reader.block(content, self.place._replace(depth=base, indent=self.place.indent + 1, item=False))
        self.enter(node.end, base)

    def list(self, node: Template, template: ListTemplate) -> None:
        """A list template: its title, its items, or where it only opens or closes a list, the depth from here on."""
        line = self.line
        base = self.leave(node.start)
        if line.bare is not None and template.title is not None:
            base = line.bare
        if self.under is not None and template.title is None and template.items:
            base = self.under
        self.under = None
        for start, end, rule in template.ignored:
            self.reader.ignore(start, end, rule)
        if template.title is not None:
            self.reader.block(template.title, self.place._replace(depth=base, kind="title", item=False))
        place = self.place._replace(depth=base + 1, item=len(template.items) > 1)
        for item in template.items:
            self.reader.block(item, place)
        if template.opens:
            self.opened.append(self.depth)
            self.depth = base + (template.title is not None)
        elif template.closes and self.opened:
            self.depth = self.opened.pop()
        self.enter(node.end, base)

    def close(self, end: int) -> None:
        """Put the line that ends here into the listing."""
        line, context, place = self.line, self.context, self.place
        if end <= line.start:
            return
        linked = self.linked(end)
        set_bold = linked is None and is_bold_link(context.source, line.start, end, line.nodes)
        if set_bold:
            signs, below, pushed, content = "", 0, 0, Fragment(line.start, end, line.nodes)
            start, plain = line.start, True
        elif linked is None:
            whole = trim(context, Fragment(line.start, end, line.nodes))
            if whole.start >= whole.end:
                return
            whole, (signs, below, pushed, content) = self.marker(whole)
            if content.start >= content.end:
                self.reader.ignore(whole.start, whole.end, "empty line")
                line.bare = self.depth + below if below else None
                return
            start, plain = whole.start, is_plainly_set(context, content)
        else:
            signs, below, pushed, content = linked
            start, plain = line.start if signs else content.start, True
        depth, indent = self.depth + below, place.indent + pushed
        if line.item is not None and not below:
            depth, indent = line.item[0], line.item[1] + 1 + pushed
        elif (below and line.parted != "break") or (place.item and line.parted == "start"):
            line.item = depth, indent
        self.under = depth if below else None
        bold = set_bold or place.bold or signs.endswith(";")
        small = place.setting == "small"
        if not plain:
            bold = bold or is_bold(context, content)
            small = small or is_small(context, content)
        span = Span(start, content.end)
        self.reader.add(Entry(content, span, depth, indent, signs, place.kind, line.parted, bold, small, place.row))

    def linked(self, end: int) -> Marker | None:
        """The commonest line, one link with or without stars before it; None for every other."""
        line, link = self.line, self.line.nodes[-1] if self.line.nodes else None
        if type(link) is not WikiLink or link.end != end or link.children:
            return None
        source = self.context.source
        signs = source[line.start : link.start].rstrip(" ")
        if signs.strip("*") or "'''" in source[link.start : end] or (not signs and len(line.nodes) > 1):
            return None
        return Marker(signs, len(signs), 0, Fragment(link.start, end, (link,)))

    def marker(self, line: Fragment) -> tuple[Fragment, Marker]:
        """A trimmed line without litter, and what it begins with."""
        start, end, nodes = line
        if nodes and nodes[0].start == start and type(nodes[0]) is WikiLink and nodes[-1].end == end:
            return line, Marker("", 0, 0, line)  # Most lines are links from end to end.
        line = without_litter(self.reader, line)
        return line, read_marker(self.context, line, after_break=self.line.parted == "break")
