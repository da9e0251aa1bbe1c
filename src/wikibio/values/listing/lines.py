"""A value's wikitext to its lines: one pass over the nodes, going into whatever holds lines of its own."""

from __future__ import annotations

import re

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Comment, Fragment, Node, Tag, Template, walk
from wikibio.values.listing.emphasis import Setting, is_bold, is_small, setting_of
from wikibio.values.listing.entry import Entry, EntryKind, Ignored, Listing, Parting, Rule
from wikibio.values.listing.fragments import cut, trim
from wikibio.values.listing.lists import ListTemplate, read_list_template, wrapped
from wikibio.values.listing.markers import read_marker
from wikibio.values.listing.tables import Row as TableRow
from wikibio.values.listing.tables import find_piped_table, table_rows

# A tag that the tokenizer left as text (never closed, or misspelt) still breaks the line.
_BREAKS = re.compile(r"(?P<line>\r?\n|\r)|<\s*/?(?P<tag>br|hr|li|ul|ol|dl|dt|dd|p|div)\b[^<>]*>", re.I)
_OPENER = re.compile(r"\{\{\s*(?P<name>[^{}|\[\]<>\n]+?)\s*(?:\||$)")
_STRAY = re.compile(r"[\s|]*\}[}\s|]*$")
_INLINE = frozenset(("small", "big", "span", "b", "strong", "i", "em", "u", "font", "s", "del", "ins"))
_BLOCKS = frozenset(("p", "div", "blockquote", "section", "center", "li", "dt", "dd"))
_LISTS = frozenset(("ul", "ol", "dl"))
_PARTING: dict[str, Parting] = {"br": "break", "li": "item", "dt": "item", "dd": "item", "hr": "rule"}


class _Line:
    """The line being read: where it began, its nodes so far, and where it stands."""

    __slots__ = ("depth", "item", "nodes", "parted", "start")

    def __init__(self, start: int, depth: int, parted: Parting = "start") -> None:
        self.start = start
        self.depth = depth
        self.parted = parted
        self.nodes: list[Node] = []
        self.item: tuple[int, int] | None = None


class LineReader:
    """Collects the lines of one value. `block` reads a stretch of wikitext that begins and ends lines of its own."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.listing = Listing()
        self._rows = 0

    def block(
        self, fragment: Fragment, depth: int, *, kind: EntryKind = "line", row: int | None = None, setting: Setting = ""
    ) -> None:
        """Read `fragment`, whose lines stand `depth` lists deep."""
        _Block(self, depth, kind, row, setting).read(fragment)

    def row(self, cells: list[Fragment], depth: int) -> None:
        """A row of several cells; where the first of them holds a list, the table only sets lists side by side."""
        self._rows += 1
        entries = self.listing.entries
        start = len(entries)
        for index, cell in enumerate(cells):
            self.block(cell, depth, kind="cell", row=self._rows)
            if not index:
                beside = len(entries) - start > 1 or any(entry.marker for entry in entries[start:])
        if beside:
            entries[start:] = [entry._replace(kind="line", row=None) for entry in entries[start:]]

    def ignore(self, start: int, end: int, rule: Rule) -> None:
        if self.context.source[start:end].strip():
            self.listing.ignored.append(Ignored(Span(start, end), rule))

    def table(self, start: int, end: int, rows: list[TableRow], depth: int) -> None:
        """The cells of a table: a row of one cell is a line or a heading, of several a thing with details beside it."""
        self.ignore(start, end, "table")
        for row in rows:
            if row.kind == "labels":
                for cell in row.cells:
                    self.ignore(cell.start, cell.end, "table header")
            elif len(row.cells) == 1:
                heads = row.kind in ("title", "heading")
                kind: EntryKind = "title" if row.kind == "title" else "heading" if heads else "line"
                self.block(row.cells[0], depth if heads else depth + 1, kind=kind)
            else:
                self.row(row.cells, depth + 1)


class _Block:
    """One block: the line being read and how lines are closed."""

    def __init__(self, reader: LineReader, depth: int, kind: EntryKind, row: int | None, setting: Setting) -> None:
        self.reader = reader
        self.context = reader.context
        self.depth = depth
        self.kind: EntryKind = kind
        self.row = row
        self.setting: Setting = setting
        self.line = _Line(0, depth)
        self.opened: list[int] = []

    def read(self, fragment: Fragment) -> None:
        self.line = _Line(fragment.start, self.depth)
        position = fragment.start
        for node in fragment.nodes:
            if node.start < position:
                continue
            self.gap(position, node.start)
            position = self.node(node, fragment)
        self.gap(position, fragment.end)
        self.close(fragment.end)

    def gap(self, start: int, end: int) -> None:
        """Text between nodes: line breaks, and tags that the tokenizer left as text."""
        for match in _BREAKS.finditer(self.context.source, start, end):
            tag = (match["tag"] or "").lower()
            if not tag:
                self.part(match.start(), match.end(), "line")
                continue
            if tag in _LISTS:
                closing = "/" in match.group()[:3]
                self.depth = max(0, self.depth + (-1 if closing else 1))
            self.part(match.start(), match.end(), _PARTING.get(tag, "line"))

    def part(self, end: int, start: int, parted: Parting) -> None:
        """End the line before `end` and begin the next at `start`."""
        self.close(end)
        item = self.line.item if parted == "break" else None
        self.reader.ignore(end, start, "rule" if parted == "rule" else "break")
        if parted == "line" and self.line.parted == "rule" and self.line.start == end:
            parted = "rule"
        self.line = _Line(start, self.depth, parted)
        self.line.item = item

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
        if name == "br" or name == "hr":
            self.part(node.start, node.end, _PARTING[name])
        elif name == "dd" and node.markup and self.heads(node):
            self.close(node.start)
            self.line = _Line(node.start, self.depth, "item")
            self.line.nodes.append(node)
        elif node.markup is None and (name in _LISTS or name in _BLOCKS):
            self.inner(node, node.content, name in _LISTS)
        elif name == "table":
            self.piped(node.start, node.end, table_rows(self.context, node))
        elif name in _INLINE and holds_lines(self.context, node):
            self.inner(node, node.content)
        else:
            self.line.nodes.append(node)
        return node.end

    def heads(self, node: Tag) -> bool:
        """Whether `node` is the colon of ``;term: definition``."""
        source, start = self.context.source, self.line.start
        return source[start : node.start].lstrip().startswith(";") and bool(source[start : node.start].strip("*#:; \t"))

    def inner(self, node: Node, content: Fragment | None, nested: bool = False) -> None:
        """A node that holds lines of its own: they go into the listing where it stands."""
        base = self.leave(node.start)
        if content is not None:
            self.reader.ignore(node.start, content.start, "wrapper")
            self.reader.ignore(content.end, node.end, "wrapper")
            setting = setting_of(self.context, node) or self.setting
            self.reader.block(content, base + nested, kind=self.kind, row=self.row, setting=setting)
        self.enter(node.end, base)

    def leave(self, end: int) -> int:
        """Close the line before a list or a block; how deep what follows stands."""
        line = self.line
        self.close(end)
        return line.item[0] if line.item is not None else self.depth

    def enter(self, start: int, base: int) -> None:
        """Begin the line behind a list or a block."""
        item = self.line.item
        self.line = _Line(start, self.depth, "line")
        self.line.item = item if base != self.depth else None

    def piped(self, start: int, end: int, rows: list[TableRow]) -> None:
        base = self.leave(start)
        self.reader.table(start, end, rows, base)
        self.enter(end, base)

    def template(self, node: Template, fragment: Fragment) -> int:
        context = self.context
        row = context.lexicon.template(node.name)
        if row is None:
            self.line.nodes.append(node)
            return node.end
        if row.kind == "table":
            table = find_piped_table(context, node, fragment)
            if table is not None:
                self.piped(table.start, table.end, table.rows)
                return table.end
        if row.role == "list_end" and row.kind == "branch":
            self.line.nodes.append(node)
        elif row.role in ("list", "list_end"):
            self.list(node, read_list_template(context, node, row))
        elif row.kind == "break":
            self.part(node.start, node.end, "break")
        elif row.kind == "rule":
            self.part(node.start, node.end, "rule")
        else:
            content = wrapped(context, node, row)
            if content is not None and holds_lines(context, node):
                self.inner(node, content)
            else:
                self.line.nodes.append(node)
        return node.end

    def list(self, node: Template, template: ListTemplate) -> None:
        """A list template: its title, its items, or where it only opens or closes a list, the depth from here on."""
        base = self.leave(node.start)
        for start, end, rule in template.ignored:
            self.reader.ignore(start, end, rule)
        if template.title is not None:
            self.reader.block(template.title, base, kind="title")
        for item in template.items:
            self.reader.block(item, base + 1, kind=self.kind, row=self.row, setting=self.setting)
        if template.opens:
            self.opened.append(self.depth)
            self.depth = base + (template.title is not None)
        elif template.closes and self.opened:
            self.depth = self.opened.pop()
        self.enter(node.end, base)

    def close(self, end: int) -> None:
        """Put the line that ends here into the listing."""
        line, context = self.line, self.context
        if end <= line.start:
            return
        whole = trim(context, Fragment(line.start, end, [node for node in line.nodes if node.end <= end]))
        if whole.start >= whole.end:
            return
        whole = self.without_litter(whole)
        marker = read_marker(context, whole, after_break=line.parted == "break")
        depth, indent = line.depth + marker.depth, marker.indent
        if line.item is not None and not marker.depth:
            depth, indent = line.item[0], line.item[1] + 1 + marker.indent
        elif marker.depth:
            line.item = depth, indent
        content = marker.content
        if content.start >= content.end:
            self.reader.ignore(whole.start, whole.end, "empty line")
            return
        heads = self.kind == "heading" or self.setting == "bold" or marker.signs.endswith(";")
        bold = heads or is_bold(context, content)
        small = self.setting == "small" or is_small(context, content)
        span = Span(whole.start, content.end)
        self.reader.listing.entries.append(
            Entry(content, span, depth, indent, marker.signs, self.kind, line.parted, bold, small, self.row)
        )

    def without_litter(self, line: Fragment) -> Fragment:
        """A line without the braces of a list template that never closes, or that closes one too many."""
        source = self.context.source
        start, end = line.start, line.end
        opener = _OPENER.match(source, start, end)
        if opener is not None and not any(node.start == start for node in line.nodes):
            row = self.context.lexicon.template(opener["name"])
            if row is not None and row.role == "list":
                self.reader.ignore(start, opener.end(), "list")
                start = opener.end()
        stray = _STRAY.search(source, max(start, line.nodes[-1].end if line.nodes else start), end)
        if stray is not None:
            self.reader.ignore(stray.start(), end, "list end")
            end = stray.start()
        return trim(self.context, cut(line, start, end))


def holds_lines(context: Context, node: Node) -> bool:
    """Whether there are breaks or lists inside `node`; footnotes and comments aside."""
    for inner in walk(node.children):
        if type(inner) is Tag:
            if inner.name in ("br", "hr", "ul", "ol", "dl", "table") or inner.markup is not None:
                return True
        elif type(inner) is Template:
            row = context.lexicon.template(inner.name)
            if row is not None and (row.role in ("list", "list_end") or row.kind in ("break", "rule")):
                return True
        elif type(inner) is Comment:
            continue
    return False


def read_listing(context: Context, fragment: Fragment) -> Listing:
    """All lines of a value, and the wikitext that is in none of them, by rule."""
    reader = LineReader(context)
    reader.block(fragment, 0)
    return reader.listing
