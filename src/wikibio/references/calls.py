"""What the page asks of Cite: footnotes, and lists of them."""

from __future__ import annotations

from wikibio.diagnostics import Code
from wikibio.syntax.nodes import Fragment


class ShortCitation:
    """``Smith 2001, p. 5``: points to a full citation by its anchor (CITEREFSmith2001).

    `names` are people and year; `holder` is the footnote in whose text it stands.
    """

    __slots__ = ("anchor", "end", "holder", "names", "pages", "start", "text")

    def __init__(self, anchor: str, names: list[str], pages: str | None, text: str, start: int, end: int) -> None:
        self.anchor = anchor
        self.names = names
        self.holder: Call | None = None
        self.pages = pages
        self.text = text
        self.start = start
        self.end = end


class Call:
    """One use of a footnote, which may define it too.

    `text` is what Cite compares two definitions by (None where the call only repeats a name); `content` is where the
    footnote's own wikitext stands. `holder` is the note in whose text the call stands; `listed` is the group of the
    list in which it only defines a text, None for a call that makes a marker.
    """

    __slots__ = (
        "content", "end", "error", "follow", "footnote", "group", "holder", "holds", "listed", "marker", "name",
        "pages", "phantom", "short", "start", "text",
    )  # fmt: skip

    def __init__(self, start: int, end: int, group: str | None, name: str | None) -> None:
        self.start = start
        self.end = end
        self.marker = start
        self.group = group
        self.name = name
        self.follow: str | None = None
        self.text: str | None = None
        self.content: Fragment | None = None
        self.error: tuple[Code, str] | None = None
        self.holder: Call | None = None
        self.holds = False
        self.listed: str | None = None
        self.pages: str | None = None
        self.phantom = False
        self.short: list[ShortCitation] = []
        self.footnote: Footnote | None = None


class ListCall:
    """A list of footnotes: ``<references/>``, ``{{reflist}}`` and their like.

    `content` is where footnotes are defined in it, None where they are not; `expanded` says that the content comes
    to Cite after its footnotes were read, as in templates.
    """

    __slots__ = ("content", "end", "error", "expanded", "group", "start")

    def __init__(self, start: int, end: int, group: str, content: tuple[int, int] | None, expanded: bool) -> None:
        self.start = start
        self.end = end
        self.group = group
        self.content = content
        self.expanded = expanded
        self.error: tuple[Code, str] | None = None


class Footnote:
    """One entry of a list of footnotes, with the calls that lead to it."""

    __slots__ = (
        "calls",
        "contents",
        "definition",
        "findings",
        "group",
        "id",
        "label",
        "name",
        "number",
        "shown",
        "text",
    )

    def __init__(self, group: str, name: str | None, number: int | None) -> None:
        self.group = group
        self.name = name
        self.number = number
        self.text: str | None = None
        self.contents: list[Fragment] = []
        self.definition: Call | None = None
        self.calls: list[Call] = []
        self.findings: list[tuple[Code, str, int, int]] = []
        self.shown = False
        self.label: str | None = None
        self.id = ""
