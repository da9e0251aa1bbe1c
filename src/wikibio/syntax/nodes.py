"""The nodes of the syntax tree: slotted plain classes, thousands a page.

A node knows its span and the nodes directly inside it; text between nodes is a gap and stored nowhere.
Slices come from the source that was parsed, never from the nodes. Words of a language have no place here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wikibio.span import Span

NO_NODES: tuple[Node, ...] = ()


class Node:
    """Anything in the source that is more than text, from `start` to `end`, with the nodes inside it in order."""

    __slots__ = ("children", "end", "start")

    start: int
    end: int
    children: Sequence[Node]

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.start}:{self.end}>"


class Fragment(NamedTuple):
    """A range of the source with the nodes that stand directly in it: what readers read."""

    start: int
    end: int
    nodes: Sequence[Node]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Parameter(Node):
    """One parameter of a template: from after its ``|`` to before the next ``|`` or the closing braces.

    `name` is without surrounding white space and comments; a positional one is named by its number, as in MediaWiki.
    """

    __slots__ = ("name", "named", "value_start")

    name: str
    named: bool
    value_start: int

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.name = ""
        self.named = False
        self.value_start = start

    @property
    def value(self) -> Fragment:
        """What stands right of the equals sign, white space included."""
        if self.named and self.children and self.children[0].start < self.value_start:
            return Fragment(self.value_start, self.end, [n for n in self.children if n.start >= self.value_start])
        return Fragment(self.value_start, self.end, self.children)


Piece = tuple[str, str, int, int, bool]
"""A parameter as written: its name, its value, where it starts and ends, and whether the name was given."""


class Template(Node):
    """``{{name|…}}``; parser functions (``{{#tag:ref|…}}``) are templates too. `children` holds the parameters.

    A plain template (see aside.py) keeps the `source` it stands in and the nodes `inside` it; its `parameters`,
    `children` and `positional` are made when they are first asked for. `source` is None for any other.
    """

    __slots__ = ("inside", "name", "parameters", "positional", "source")

    name: str
    parameters: list[Parameter]
    positional: int
    source: str | None
    inside: Sequence[Node]

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.name = ""
        self.parameters = []
        self.positional = 0
        self.source = None

    @classmethod
    def plain(cls, source: str, start: int, end: int, name: str) -> Template:
        """The plain template at [start, end) of `source`."""
        template = cls.__new__(cls)
        template.start, template.end, template.name, template.source = start, end, name, source
        template.inside = NO_NODES
        return template

    def __getattr__(self, name: str) -> list[Parameter]:
        """Called by Python for a slot with nothing in it: the parameters of a plain template."""
        if name not in ("children", "parameters", "positional"):
            raise AttributeError(name)
        self._split()
        made: list[Parameter] = getattr(self, name)
        return made

    def arguments(self) -> dict[str, Parameter]:
        """The parameters by name; of several with one name the last one stands, as in MediaWiki."""
        return {parameter.name: parameter for parameter in self.parameters}

    def pieces(self) -> list[Piece]:
        """The parameters of a plain template, without nodes made for them."""
        source, position = self.source, self.start + 2
        assert source is not None
        bodies: list[str] = []
        start = position
        for node in self.inside:
            if type(node) is WikiLink:  # Its bar parts no parameters.
                bodies += source[start : node.start], "-" * (node.end - node.start)
                start = node.end
        head, *texts = "".join([*bodies, source[start : self.end - 2]]).split("|")
        position += len(head) + 1
        positional = 0
        pieces: list[Piece] = []
        for text in texts:
            name, equals, value = text.partition("=")
            end = position + len(text)
            if equals:
                pieces.append((name.strip(), value, position, end, True))
            else:
                positional += 1
                pieces.append((str(positional), text, position, end, False))
            position = end + 1
        return pieces

    def settle(self) -> None:
        """Make the parameters now and forget that the template is plain: for one that is to be moved or cut short."""
        if self.source is not None:
            self._split()
            self.source = None

    def _split(self) -> None:
        """Make the parameters of a plain template, each with the nodes in it."""
        self.parameters = []
        nodes = iter(self.inside)
        node = next(nodes, None)
        for name, value, start, end, named in self.pieces():
            parameter = Parameter(start)
            parameter.end, parameter.value_start, parameter.name, parameter.named = end, end - len(value), name, named
            if node is not None and node.start < end:
                inside = []
                while node is not None and node.start < end:
                    inside.append(node)
                    node = next(nodes, None)
                parameter.children = inside
                if named and inside[0].start < parameter.value_start:
                    assert self.source is not None
                    parameter.name = self.source[start : parameter.value_start - 1].strip()
            self.parameters.append(parameter)
        self.positional = sum(not parameter.named for parameter in self.parameters)
        self.children = self.parameters or NO_NODES


class Argument(Node):
    """``{{{name|default}}}``, a template's own parameter; it stands on pages only by mistake."""

    __slots__ = ("default_start", "name")

    name: str
    default_start: int | None

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.name = ""
        self.default_start = None


class WikiLink(Node):
    """``[[target|text]]``; `text_start` is None where there is no ``|``. `target` is as written, stripped."""

    __slots__ = ("target", "text_start")

    target: str
    text_start: int | None

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.target = ""
        self.text_start = None

    @property
    def content(self) -> Fragment | None:
        """What stands right of the first ``|``, or None."""
        if self.text_start is None:
            return None
        start, children = self.text_start, self.children
        return Fragment(start, self.end - 2, [n for n in children if n.start >= start] if children else children)


class ExternalLink(Node):
    """``[url text]`` or a bare ``https://…``; `text_start` is None where there is no text."""

    __slots__ = ("brackets", "text_start", "url", "url_end")

    url: str
    url_end: int
    brackets: bool
    text_start: int | None

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.children = NO_NODES
        self.url = ""
        self.url_end = start
        self.brackets = False
        self.text_start = None

    @property
    def content(self) -> Fragment | None:
        """The link's text, or None."""
        if self.text_start is None:
            return None
        start, children = self.text_start, self.children
        return Fragment(start, self.end - 1, [n for n in children if n.start >= start] if children else children)


class Heading(Node):
    """``== title ==`` with its `level` (1 to 6)."""

    __slots__ = ("level",)

    level: int

    @property
    def content(self) -> Fragment:
        return Fragment(self.start + self.level, self.end - self.level, self.children)


class Comment(Node):
    """``<!-- … -->``."""

    __slots__ = ()


class Entity(Node):
    """``&nbsp;``, ``&#124;``, ``&#x7c;``."""

    __slots__ = ()
