"""Cite's state while a page is read: which footnotes are open in which group, and what each call does to them.

Source: mediawiki.org/wiki/Help:Cite, and probes of MediaWiki 1.39 and 1.43 with Cite.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from wikibio.diagnostics import Code
from wikibio.references.calls import Call, Footnote, ListCall

# A <ref> in the text of another, outside of comments and of tags with an end: Cite takes it for a missing </ref>.
_OPENING = re.compile(r"<(?:!--|(\w+))")
_CLOSING = re.compile(r"</(\w+)\s*>")


class Numbering:
    """`footnotes` in the order of their first use, over all groups; `unused` and `broken` are never shown.

    `lists_are_known` is False where nobody can say which templates print lists: then no list is called missing.
    """

    def __init__(self, lists_are_known: bool = True) -> None:
        self.lists_are_known = lists_are_known
        self.footnotes: list[Footnote] = []
        self.unused: list[Footnote] = []
        self.broken: list[Footnote] = []
        self.findings: list[tuple[Code, str, int, int]] = []
        self._groups: dict[str, dict[str, Footnote]] = {}
        self._open: dict[str, list[Footnote]] = {}
        self._pending: list[Call] = []

    def run(self, events: Iterable[Call | ListCall]) -> None:
        """Take calls and lists in the order in which MediaWiki comes to them, and end the page."""
        for event in events:
            if type(event) is Call:
                if event.listed is not None:
                    self._pending.append(event)
                else:
                    self._mark(event)
            elif type(event) is ListCall:
                self._list(event)
        self._end_page()

    def _mark(self, call: Call) -> None:
        text = call.text
        if call.error is not None or (not call.name if text is None else "<" in text):
            error = call.error or _missing(call) or _nested(call)
            if error is not None:
                self._break(call, error)
                return
        group, name = call.group or "", call.name
        if call.follow is not None:
            self._follow(call, group)
            return
        known = self._groups.get(group)
        if known is None:
            known = self._groups[group] = {}
            self._open[group] = []
        footnote = known.get(name) if name else None
        if footnote is None:
            entries = self._open[group]
            footnote = Footnote(group, name, len(entries) + 1)
            entries.append(footnote)
            self.footnotes.append(footnote)
            if name:
                known[name] = footnote
        footnote.calls.append(call)
        if call.holds:
            call.footnote = footnote
        if text is None:
            return
        if footnote.text is None and call.content is not None:
            footnote.text, footnote.definition = text, call
            footnote.contents.append(call.content)
        else:
            self._define(footnote, call)

    def _define(self, footnote: Footnote, call: Call) -> None:
        """Give a footnote its text; a second one that differs is an error, and the first one stands."""
        assert call.text is not None
        if footnote.text is None:
            footnote.text = call.text
            footnote.definition = call
            if call.content is not None:
                footnote.contents.append(call.content)
        elif footnote.text != call.text:
            message = f"the footnote {footnote.name!r} is defined again with another text"
            footnote.findings.append(("reference-duplicate-definition", message, call.start, call.end))

    def _follow(self, call: Call, group: str) -> None:
        """``<ref follow=a>`` adds its text to footnote a and makes no marker."""
        footnote = self._groups.get(group, {}).get(call.follow or "")
        if footnote is None:
            self._break(call, ("reference-undefined-name", f"follow= names no footnote before it: {call.follow!r}"))
            return
        call.footnote = footnote
        if call.text is not None:
            footnote.text = f"{footnote.text or ''} {call.text}"
            if call.content is not None:
                footnote.contents.append(call.content)

    def _break(self, call: Call, error: tuple[Code, str]) -> None:
        """A call that Cite refuses: no marker, no entry, but what it says is not lost."""
        finding = (*error, call.start, call.end)
        if call.content is None:
            self.findings.append(finding)
            return
        footnote = Footnote(call.group or "", call.name, None)
        footnote.contents.append(call.content)
        footnote.definition = call
        footnote.calls.append(call)
        footnote.findings.append(finding)
        self.broken.append(footnote)

    def _list(self, listing: ListCall) -> None:
        for call in self._pending:
            self._define_in_list(call)
        self._pending.clear()
        if listing.error is not None:
            self.findings.append((*listing.error, listing.start, listing.end))
            return
        self._show(listing.group)

    def _define_in_list(self, call: Call) -> None:
        """A call inside a list defines a footnote that was used before; it is no marker."""
        group = call.listed or ""
        own = group if call.group is None else call.group
        error = call.error
        if error is None and own != group:
            error = ("reference-group-mismatch", f"group {own!r} stands in the list of group {group!r}")
        elif error is None and not call.name:
            error = ("reference-list-defined-without-name", "a <ref> in a list of footnotes needs a name")
        elif error is None and call.text is None:
            error = ("reference-no-text", f"the footnote {call.name!r} has no text in the list")
        footnote = self._groups.get(group, {}).get(call.name or "")
        if error is None and footnote is None:
            message = f"the footnote {call.name!r} is defined in a list and used nowhere before"
            self._keep_unused(call, ("reference-unused-list-defined", message), group)
        elif error is not None:
            self._keep_unused(call, error, own)
        elif footnote is not None:
            self._define(footnote, call)

    def _keep_unused(self, call: Call, error: tuple[Code, str], group: str) -> None:
        finding = (*error, call.start, call.end)
        if call.content is None:
            self.findings.append(finding)
            return
        footnote = Footnote(group, call.name, None)
        footnote.contents.append(call.content)
        footnote.definition = call
        footnote.findings.append(finding)
        self.unused.append(footnote)

    def _show(self, group: str) -> None:
        """A list prints its group and forgets it: numbers and names start anew after it."""
        self._groups.pop(group, None)
        for footnote in self._open.pop(group, ()):
            footnote.shown = True
            if footnote.text is None:
                message = f"no text was given for the footnote {footnote.name!r}"
                call = footnote.calls[0]
                footnote.findings.append(("reference-undefined-name", message, call.start, call.end))

    def _end_page(self) -> None:
        """MediaWiki appends a missing list of the default group; that of another group stays missing."""
        for call in self._pending:
            self._define_in_list(call)
        for group in ("",) if self.lists_are_known else tuple(self._open):
            self._show(group)
        for group, footnotes in self._open.items():
            first = footnotes[0].calls[0]
            message = f"the footnotes of group {group!r} are listed nowhere"
            footnotes[0].findings.append(("reference-no-list", message, first.start, first.end))


def _missing(call: Call) -> tuple[Code, str] | None:
    """``<ref></ref>`` and ``<ref/>`` say nothing; with a name they repeat a footnote."""
    if call.text is None and not call.name:
        return "reference-no-text", "a footnote has neither text nor name"
    return None


def _nested(call: Call) -> tuple[Code, str] | None:
    if call.text is None or call.holds or "<ref" not in call.text.lower():
        return None
    if _has_open_tag(call.text):
        return "reference-nested", "a <ref> starts before the one before it is closed"
    return None


def _has_open_tag(text: str) -> bool:
    """Whether a ``<ref`` stands in `text` outside of comments and of tags that are closed again."""
    last_bracket, last_comment = text.rfind(">"), text.rfind("-->") - 4
    closings: dict[str, list[int]] = {}
    for match in _CLOSING.finditer(text):
        closings.setdefault(match.group(1), []).append(match.end())
    position = 0
    for match in _OPENING.finditer(text, 0, last_bracket):
        if match.start() < position:
            continue
        name: str | None = match.group(1)
        if name is None:
            position = match.end() if match.start() > last_comment else text.find("-->", match.end()) + 3
            continue
        ends = closings.get(name, ())
        index = bisect_right(ends, match.end())
        if index < len(ends):
            position = ends[index]
        elif name.lower() in ("ref", "references"):
            return True
    return False
