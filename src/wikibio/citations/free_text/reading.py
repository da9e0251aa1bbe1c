"""The state of reading a reference: its text, what was found and taken in it, and the fields so far."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from wikibio.citations.free_text.cues import Cue
from wikibio.citations.free_text.dates import FoundDate, find_dates
from wikibio.citations.free_text.items import Item, without_stop
from wikibio.citations.free_text.marked_text import TAKEN, MarkedText, plain
from wikibio.citations.free_text.words import FreeTextWords
from wikibio.span import Span

_START = itemgetter(1)

Value = str | bool | Span | Mapping[str, object] | list[dict[str, object]]
Fields = dict[str, Value]


class ReferenceText:
    """A whole reference: its marked text, and the items, cues and dates in it, looked for once."""

    def __init__(self, marked: MarkedText, words: FreeTextWords) -> None:
        self.marked = marked
        self.words = words
        self.items: list[Item] = words.finder.find(marked.text)
        self.cues = words.cues.find(marked.text)
        self.dates: list[FoundDate] = find_dates(marked.text, words)


class Said:
    """The fields of one citation so far, and where they stand."""

    def __init__(self, marked: MarkedText, words: FreeTextWords) -> None:
        self.marked = marked
        self.words = words
        self.fields: Fields = {}
        self.identifiers: dict[str, str] = {}
        self.spans: dict[str, Span] = {}
        self.kept: frozenset[str] = frozenset()

    def say(self, field: str, value: Value, start: int, end: int) -> None:
        """Set a field to what the marked text says from `start` to `end`; the first word on a field stands."""
        if field not in self.fields:
            self.fields[field] = value
            self.spans[field] = self.marked.span(start, end)

    def say_from(self, field: str, value: Value, span: Span) -> None:
        """Set a field to what stands at `span` of the source."""
        if field not in self.fields:
            self.fields[field] = value
            self.spans[field] = span

    def say_text(self, field: str, start: int, end: int) -> None:
        """Set a field to the text itself, without marks and the punctuation at its ends."""
        shown = without_stop(plain(self.marked.text[start:end]).strip(" ,;:"))
        if shown:
            self.say(field, shown, start, end)

    def say_date(self, field: str, found: FoundDate) -> None:
        """Set a field to a date that stands in the text."""
        if found.edtf is not None and field not in self.fields:
            self.say_date_from(field, found.edtf, found.text, self.marked.span(found.start, found.end))

    def say_date_from(self, field: str, edtf: str, text: str, span: Span) -> None:
        """Set a field to a date that stands at `span` of the source."""
        self.say_from(field, {"edtf": edtf, "text": text, "span": span}, span)

    def say_identifier(self, kind: str, value: str, span: Span) -> None:
        """Add an identifier; the first of a kind stands."""
        if kind not in self.identifiers:
            self.identifiers[kind] = value
            self.spans[f"identifiers.{kind}"] = span


class Reading(Said):
    """One citation, ``text[start:end]`` of the reference.

    `text` keeps its length: what was read is blanked, so that nothing is read twice and offsets stay.
    """

    def __init__(self, reference: ReferenceText, start: int, end: int) -> None:
        super().__init__(reference.marked, reference.words)
        self.reference = reference
        self.known_cues = reference.cues
        self.start = start
        self.end = end
        self.text = reference.marked.text
        self.head_dates: list[FoundDate] = []

    @property
    def items(self) -> list[Item]:
        """The items that begin in this citation."""
        return [item for item in self.reference.items if self.start <= item.start < self.end]

    def covers(self, offset: int) -> bool:
        """Whether what begins at `offset` of the source stands in this citation."""
        return self.marked.offset(self.start) <= offset < self.marked.offset(self.end)

    def blank(self, start: int, end: int) -> None:
        """Take ``text[start:end]`` out."""
        self.text = self.text[:start] + TAKEN * (end - start) + self.text[end:]

    def cues(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """The cues of these kinds in ``text[start:end]`` that nothing has taken yet."""
        known = self.known_cues
        found: list[Cue] = []
        for kind in kinds:
            if kind in known:
                text = self.text
                found += [cue for cue in known[kind] if start <= cue[1] and cue[2] <= end and text[cue[1]] != TAKEN]
        if len(kinds) > 1 and len(found) > 1:
            found.sort(key=_START)
        return found

    def cue_at(self, offset: int, *kinds: str) -> Cue | None:
        """The cue of one of these kinds that begins at `offset`."""
        known = self.reference.cues
        for kind in kinds:
            for cue in known.get(kind, ()):
                if cue.start == offset:
                    return cue
        return None

    def dates(self, start: int, end: int) -> list[FoundDate]:
        """The dates in ``text[start:end]`` that nothing has taken yet; those that cannot be are left out."""
        if not self.reference.dates:
            return []
        return [
            found
            for found in self.reference.dates
            if start <= found.start and found.end <= end and found.edtf and self.text[found.start] != TAKEN
        ]

    def date_width(self) -> int:
        """How long the EDTF of `date` is: 4 for a year, 10 for a day, 0 without one."""
        date = self.fields.get("date")
        return len(str(date["edtf"]).rstrip("~")) if isinstance(date, dict) else 0

    def unsay(self, field: str) -> None:
        """Take back a field that something behind it has made doubtful."""
        self.fields.pop(field, None)
        self.spans.pop(field, None)

    def forget(self) -> None:
        """Unsay everything: the text turned out to be prose. Identifiers and what templates beside it say stay."""
        self.fields = {field: value for field, value in self.fields.items() if field in self.kept}
        self.spans = {field: span for field, span in self.spans.items() if field in self.fields or "." in field}
