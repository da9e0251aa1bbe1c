"""Pair braces and brackets as MediaWiki's preprocessor does, and cut the marks into groups that belong together.

The rules are those of https://www.mediawiki.org/wiki/Preprocessor_ABNF: a closing mark ends the innermost opening
mark or nothing. Where an opening mark stays open for good, MediaWiki lets everything round it fall apart; we take
that one mark for text and keep the rest.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from .guard_marks import BOX, BRACES, BRACKETS, END_BRACES, EXTERNAL, LINK, TAG, Mark
from .guard_regions import Group, Pair
from .guard_tags import SCHEMES

_LONGEST_BRACES = 12
_SCHEME = re.compile(SCHEMES)
_NO_HEAD = re.compile(r"[\n\[\]{}<>]")
_TEMPLATE_HEAD = re.compile(r"\s*+(?:[^{}\[\]<>|\s][^{}\[\]<>|\n]*+\s*+)?(?:\||\}\}|\{\{|<!--)")
_LINK_HEAD = re.compile(r"[^{}\[\]<>|\n]*+(?:\||\]\]|\{\{|<!--)")
_WHOLE_TEMPLATE = re.compile(r"[^{}]*+\}\}")
_WHOLE_LINK = re.compile(r"[^{}\[\]|]*+\]\]")
_PLAIN = re.compile(r"[^{}|]*+")
"""What may stand in `{{{!}}`; with anything else the tokenizer looks on for three closing braces."""
_SEPARATOR = re.compile(r"[|=]")


@dataclass(slots=True)
class _Open:
    """An opening mark on the stack: `count` characters of it are still unused, its content starts at item `first`."""

    kind: str
    start: int
    count: int
    first: int
    index: int
    dead: bool = False
    adjacent: bool = False
    has_tags: bool = False
    waiting: list[int] = field(default_factory=list)


class FrameReader:
    """Pairs the braces and brackets of one region; see `read_frames`."""

    def __init__(self, source: str, region: Group, doomed: Set[int]) -> None:
        self.source = source
        self.region = region
        self.doomed = doomed
        """Indexes of opening marks that an earlier reading found to stay open; with them, marks can be dropped."""
        self.unclosed: set[int] = set()
        self.silenced: list[tuple[int, int]] = []
        self.pairs: list[Pair] = []
        self.groups: list[Group] = []
        self._stack: list[_Open] = []
        self._items: list[Mark] = []
        self._open_links = 0
        self._open_templates: list[_Open] = []
        self._closed_text: set[int] = set()

    def read(self) -> None:
        previous_end = self.region.start
        for index, mark in enumerate(self.region.marks):
            in_external = bool(self._stack) and self._stack[-1].kind is EXTERNAL
            if in_external and self.source.find("\n", previous_end, mark.start) >= 0:
                self._drop()
            previous_end = mark.end
            kind = mark.kind
            if kind is BRACES:
                self._open_braces(mark, index)
            elif kind is END_BRACES:
                self._close_braces(mark)
            elif kind is LINK:
                self._open_link(mark, index)
            elif kind is BRACKETS:
                self._close_brackets(mark)
            elif kind is EXTERNAL:
                self._open_external(mark.start, index)
            else:
                self._items.append(mark)
                if mark.kind is TAG and self._stack:
                    self._stack[-1].has_tags = True
        while self._stack:
            self._drop()
        self.groups.append(Group(self.region.kind, self.region.start, self.region.end, self._items))

    def _push(self, kind: str, start: int, count: int, index: int) -> None:
        opening = _Open(kind, start, count, len(self._items), index)
        self._stack.append(opening)
        if kind is BRACES:
            self._open_templates.append(opening)
        elif kind is LINK:
            self._open_links += 1

    def _pop(self) -> _Open:
        top = self._stack.pop()
        if top.kind is BRACES:
            self._open_templates.pop()
        elif top.kind is LINK:
            self._open_links -= 1
        return top

    def _drop(self) -> None:
        """The innermost opening mark never closes; what stood in it stands in the one round it."""
        top = self._pop()
        self.unclosed.add(top.index)
        if top.count > 1 or top.kind is EXTERNAL:
            self.silenced.append((top.start, top.start + top.count))
        self.silenced += ((start, start + 1) for start in top.waiting)

    def _makes_way(self, wanted: str) -> bool:
        """Whether the innermost opening mark was taken off, to let the next one meet the closing mark at hand.

        That is done with external links, which end with their line, with marks that never close, and with links in
        a template that would otherwise never close.
        """
        if not (self._open_templates if wanted is BRACES else self._open_links):
            return False
        top = self._stack[-1]
        if (
            top.kind is EXTERNAL
            or top.index in self.doomed
            or (wanted is BRACES and top.kind is LINK and self._open_templates[-1].index in self.doomed)
        ):
            self._drop()
            return True
        return False

    def _is_text(self, mark: Mark, head: re.Pattern[str], whole: re.Pattern[str]) -> bool:
        """Whether `mark`, in a region where marks are missing, has no name or title after it and so opens nothing."""
        if not self.doomed or head.match(self.source, mark.end):
            return False
        self.silenced.append((mark.start, mark.end))
        closing = whole.match(self.source, mark.end)
        if closing:
            self._closed_text.add(closing.end() - 2)
            self.silenced.append((closing.end() - 2, closing.end()))
        return True

    def _open_braces(self, mark: Mark, index: int) -> None:
        count = mark.end - mark.start
        if count > _LONGEST_BRACES:
            self.silenced.append((mark.start, mark.end))
        elif not self._is_text(mark, _TEMPLATE_HEAD, _WHOLE_TEMPLATE):
            self._push(BRACES, mark.start, count, index)

    def _open_link(self, mark: Mark, index: int) -> None:
        """Of more than two brackets the last two count; `[[http://` is an external link after a bracket."""
        address = _SCHEME.match(self.source, mark.end) is not None
        start = mark.end - (1 if address else 2)
        if start > mark.start:
            self.silenced.append((mark.start, start))
        if address:
            self._open_external(start, index)
        elif not self._is_text(mark, _LINK_HEAD, _WHOLE_LINK):
            self._push(LINK, start, 2, index)

    def _open_external(self, start: int, index: int) -> None:
        """Inside an external link another one is text; to the tokenizer if the outer one closes and has no tags."""
        top = self._stack[-1] if self._stack else None
        if top is None or top.kind is not EXTERNAL:
            self._push(EXTERNAL, start, 1, index)
        elif top.has_tags:
            self.silenced.append((start, start + 1))
        else:
            top.waiting.append(start)

    def _close_braces(self, mark: Mark) -> None:
        position = mark.start + (2 if mark.start in self._closed_text else 0)
        while mark.end - position >= 2 and self._stack:
            top = self._stack[-1]
            if top.kind is BRACES and top.count >= 2:
                width = 3 if top.count >= 3 and mark.end - position >= 3 else 2
                self._match(top, width, position)
                position += width
            elif not self._makes_way(BRACES):
                break

    def _close_brackets(self, mark: Mark) -> None:
        position = mark.start + (2 if mark.start in self._closed_text else 0)
        while position < mark.end and self._stack:
            top = self._stack[-1]
            if top.kind is EXTERNAL:
                self._match(top, 1, position)
                position += 1
            elif mark.end - position < 2:
                break
            elif top.kind is LINK:
                self._match(top, 2, position)
                position += 2
            elif not self._makes_way(LINK):
                break

    def _match(self, top: _Open, width: int, closing: int) -> None:
        """Close the innermost `width` characters of the opening mark on top."""
        kind = top.kind if width < 3 else "{{{"
        pair = Pair(kind, top.start + top.count - width, top.start + top.count, closing, closing + width)
        group = Group(kind, pair.start_end, closing, self._items[top.first :])
        del self._items[top.first :]
        self.groups.append(group)
        greedy_argument = width == 2 and top.count > 2 and not _PLAIN.fullmatch(self.source, pair.start_end, closing)
        if top.dead or not _head_is_sound(self.source, group):
            self.silenced += ((pair.start, pair.start_end), (closing, pair.end))
        else:
            self.pairs.append(pair)
        if top.adjacent and kind is BRACES:
            self._silence_equals(group)
        top.count -= width
        top.adjacent = False
        if top.count < 2:
            if top.count and greedy_argument:
                self.silenced.append((top.start, top.start + 1))
            self._pop()
        top.dead = top.dead or greedy_argument
        self._add_box(Mark(BOX, pair.start, pair.end, kind))

    def _add_box(self, box: Mark) -> None:
        items = self._items
        if items and self._stack and items[-1].end == box.start and items[-1].name[:1] == box.name[:1] == "{":
            self._stack[-1].adjacent = True
        items.append(box)

    def _silence_equals(self, group: Group) -> None:
        """`{{a|{{b}}{{c}}=d}}`: two templates side by side before `=` make the tokenizer drop the outer one."""
        position, in_name, adjacent = group.start, False, False
        for item in [*group.marks, Mark(BOX, group.end, group.end)]:
            for separator in _SEPARATOR.finditer(self.source, position, item.start):
                if separator[0] == "|":
                    in_name, adjacent = True, False
                elif adjacent:
                    self.silenced.append(separator.span())
                else:
                    in_name = False
            adjacent = adjacent or (in_name and item.start == position and item.name[:1] == "{")
            position = item.end


def _head_is_sound(source: str, group: Group) -> bool:
    """Whether the tokenizer takes what stands before the first `|` for a template's name or a link's title.

    `{{Infobox person\\n|` is a name, `{{a\\nb|`, `{{<b>|` and `{{|` are none; `[[a]b]]` is no link.
    """
    if group.kind not in (BRACES, LINK):
        return True
    position, pieces, has_template = group.start, [], False
    for item in group.marks:
        gap = source[position : item.start]
        pieces.append(gap)
        if "|" in gap:
            break
        if item.kind is not BOX or item.name not in ("comment", "{{", "{{{"):
            return False
        has_template = has_template or item.name != "comment"
        position = item.end
    else:
        pieces.append(source[position : group.end])
    head = "".join(pieces).partition("|")[0]
    if group.kind is BRACES:
        head = head.strip()
        if not head and not has_template:
            return False
    return _NO_HEAD.search(head) is None


def read_frames(source: str, region: Group) -> FrameReader:
    """The pairs and groups of `region`, with the marks that have to be silenced for them to hold.

    The first reading finds the opening marks that never close; where there are any, a second one takes them for
    text as soon as they stand in the way: `{{a|[[b|c}}` keeps its template, `[[a}}]]` inside one keeps its link.
    """
    reader = FrameReader(source, region, frozenset())
    reader.read()
    if reader.unclosed:
        reader = FrameReader(source, region, reader.unclosed)
        reader.read()
    return reader
