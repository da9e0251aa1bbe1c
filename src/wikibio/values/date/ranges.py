"""Tokens to ranges, alternatives and ages: "April–July 1832", "1467 or 1468", "between …", "age 45 in 2010"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from wikibio.values.date import edtf
from wikibio.values.date.point import BEFORE_HIJRI, OTHER_CALENDARS, FoundDate, Point, are_likely, complete
from wikibio.values.date.single import SingleDateReader

STARTS = frozenset(
    (
        *("iso", "iso_month", "numeric", "number", "ordinal", "month", "decade", "season", "era", "calendar"),
        *("circa", "uncertain", "question", "before", "after", "between", "from", "until", "part", "weekday", "filler"),
        *("floruit", "reign", "baptism"),
    )
)
"""Kinds of tokens that a date may start with."""

_RANGE = frozenset(("dash", "to", "until"))
_SUBJECTS = frozenset(("floruit", "reign", "baptism"))
_MOST = 8
"""No date has more alternatives; a bound keeps reading in line with the length of any text."""
_CLOSING = frozenset(("end", "close", "comma", "stop", "open"))


class _Side:
    """One end of a range: a date or alternatives, or where the range is open ("..") or nobody knows ("")."""

    def __init__(self, points: list[Point], text: str | None = None) -> None:
        self.points = points
        self.text = text

    def edtf(self) -> str | None:
        if self.text is not None:
            return self.text
        dates = [point.edtf() for point in _same_calendar(self.points)]
        return edtf.one_of(date for date in dates if date) if all(dates) else None


_OPEN = _Side([], "..")
_UNKNOWN = _Side([], "")


def _same_calendar(points: list[Point]) -> list[Point]:
    """A date said twice is said once: of "613 AH/1216" the one in the Common Era, of Old and New Style the first."""
    if {"julian", "gregorian"} <= {point.calendar for point in points}:
        points = [point for point in points if point.calendar == points[0].calendar]
    common = [point for point in points if point.calendar not in OTHER_CALENDARS]
    return common or points


class _Expression(NamedTuple):
    """A date, pair or range that was read: its EDTF, the single dates in it, and the ends of a range."""

    date: str | None
    points: list[Point]
    first: str | None = None
    last: str | None = None


class DateReader(SingleDateReader):
    """Reads ranges, alternatives and ages, made up of single dates."""

    def other(self) -> FoundDate | None:
        """What is no date but bears on one: "unknown", and ages, whose numbers are no years."""
        token = self.peek()
        if token.kind == "unknown" and self.peek(1).kind != "dash":
            self.at += 1
            return FoundDate(None, token.start, token.end, token.end, cue="unknown")
        if token.kind == "age":
            return self._age()
        return self.date() if token.kind == "unknown" else None

    def date(self) -> FoundDate | None:
        """The date, pair or range that starts here, or None."""
        if self.peek().kind == "number" and self.peek(1).kind == "years_old":
            return self._age()
        start = self.at
        cue = self.peek().kind if self.peek().kind in _SUBJECTS else ""
        self.at += bool(cue)
        opened = self.peek().kind
        found = self._between() if self.skip("between") else self._range(opened if self.skip("from", "until") else "")
        alone = start == 0 and self.peek().kind in _CLOSING
        if found is None or not are_likely(found.points, alone):
            if start == 0 and (age := self._bare_age()) is not None:
                return age
            # Of numbers that are all too small for years ("1/1/1") none has to be tried again.
            if found is None or any(point.month or len(point.year) > 2 for point in found.points):
                self.at = start
            return None
        end = self.tokens[self.at - 1].end
        date = found.date
        invalid = any(point.invalid for point in found.points)
        calendar = next((point.calendar for point in found.points if point.calendar), "")
        if date is None and not invalid and calendar != BEFORE_HIJRI:
            if any(not (point.year or point.century or point.decade) for point in found.points):
                self.at = start
                return None
            invalid = True
        if calendar in OTHER_CALENDARS:
            common, bracketed = self._common_era()
            date = common or date
            end = end if bracketed else self.tokens[self.at - 1].end
        self._trailing()
        after = self.tokens[self.at - 1].end
        begin = next(token.start for token in self.tokens[start : self.at] if token.kind != "filler")
        if date is None and not invalid:
            cue = "unknown"
        return FoundDate(date, begin, end, after, found.first, found.last, cue, calendar, invalid)

    def _common_era(self) -> tuple[str | None, bool]:
        """The date behind one of another calendar that says it again, and whether brackets part the two.

        In "543 AH (1148/49)" a range is one year, too; "5 Sha'ban, 38 AH<br>6 January 659" is shown as a whole.
        """
        start = self.at
        bracket = self.skip("open")
        if not bracket:
            self.skip("comma", "slash", "stop")
        found = self._range("")
        first = found.points[0] if found is not None else None
        if found is not None and first is not None and first.calendar not in OTHER_CALENDARS:
            if bracket and self.skip("close"):
                return edtf.one_of((found.first, found.last)) if found.first and found.last else found.date, True
            if not bracket and found.date is not None and (first.month or first.era == "ad"):
                return found.date, False
        self.at = start
        return None, bracket

    def _between(self) -> _Expression | None:
        left = self._side(None)
        if left is None or not self.skip("and", "dash", "to"):
            return None
        right = self._side(left.points[-1])
        if right is None:
            return None
        complete(left.points[-1], right.points[0], dash=True)
        first, last = left.edtf(), right.edtf()
        return _Expression(edtf.between(first, last) if first and last else None, left.points + right.points)

    def _range(self, opened: str) -> _Expression | None:
        left = self._left()
        if left is None:
            return None
        right = self._right(left)
        points = left.points + (right.points if right else [])
        if right is not None and left.points and right.points:
            complete(left.points[-1], right.points[0], dash=True)
        for point in points:
            point.settle()
        if not points:
            return None
        if right is None and not opened:
            return self._limits(left) or _Expression(left.edtf(), points)
        if right is None:
            left, right = (left, _OPEN) if opened == "from" else (_OPEN, left)
        first, last = left.edtf(), right.edtf()
        date = None if first is None or last is None else edtf.interval(first, last)
        return _Expression(date, points, (first or "").strip(".") or None, (last or "").strip(".") or None)

    def _limits(self, left: _Side) -> _Expression | None:
        """Two limits: "after 1530 but before 1540"."""
        start = self.at
        if len(left.points) == 1 and left.points[0].limit == "after":
            self.skip("comma")
            self.skip("and")
            if self.peek().kind == "before":
                right = self._side(None)
                if right is not None and len(right.points) == 1:
                    points = [left.points[0], right.points[0]]
                    complete(points[0], points[1], dash=True)
                    points[0].limit = points[1].limit = ""
                    first, last = (point.edtf() for point in points)
                    return _Expression(edtf.between(first, last) if first and last else None, points)
        self.at = start
        return None

    def _left(self) -> _Side | None:
        if self.peek().kind in ("question", "unknown") and self.peek(1).kind == "dash":
            self.at += 1
            return _UNKNOWN
        return self._side(None)

    def _right(self, left: _Side) -> _Side | None:
        """The other end of a range; None where there is no range."""
        if self.skip("onwards"):
            return _OPEN
        start = self.at
        last = left.points[-1] if left.points else None
        if not self.skip(*_RANGE) and not (last is not None and last.ordinal and self.skip("and")):
            return None
        if self.skip("present", "onwards"):
            return _OPEN
        if self.skip("question", "unknown"):
            return _UNKNOWN
        right = self._side(last)
        if right is not None and (not (right.points[-1].month and not right.points[-1].year)):
            return right
        self.at = start + 1
        if self.tokens[start].kind == "dash" and self.peek().kind in _CLOSING and last is not None and not last.day:
            return _OPEN
        self.at = start
        return None

    def _side(self, left: Point | None) -> _Side | None:
        point = self.point(left)
        if point is None:
            return None
        points = [point]
        while len(points) < _MOST and (width := self._alternative(left)):
            start = self.at
            self.at += width
            point = self.point(points[-1])
            if point is None:
                self.at = start
                break
            points.append(point)
        for one, other in reversed(list(pairwise(points))):
            complete(one, other, dash=False)
        if points[0].cued and not any(point.cued for point in points[1:]):
            for point in points[1:]:
                point.circa |= points[0].circa
                point.uncertain |= points[0].uncertain
        return _Side(points)

    def _alternative(self, left: Point | None) -> int:
        """How many tokens lead on to another alternative: "or", "/", ", or", and the comma of "1533, 1534 or 1535".

        In "1914–1918 / 1939–1945" the slash parts two ranges.
        """
        kind, following = self.peek().kind, self.peek(1)
        if kind == "slash":
            parts = left is not None and following.kind == "number" and self.peek(2).kind == "dash"
            return 0 if parts and self.tokens[self.at - 1].end < self.peek().start else 1
        if kind != "comma":
            return int(kind == "or")
        if following.kind == "or":
            return 2
        listed = following.kind == "number" and len(following.value) == 4
        return int(listed and "or" in (self.peek(2).kind, self.peek(3).kind if self.peek(2).kind == "comma" else ""))

    def _trailing(self) -> None:
        """Pass what belongs to the date without being shown as one: brackets, and "aged 62" behind a comma."""
        while self.aside():
            pass
        if self.peek().kind == "comma" and self.peek(1).kind == "age":
            self.at += 1
        if self.peek().kind == "age":
            self._age_number()

    def _age_number(self) -> tuple[int, int] | None:
        """Pass "aged 62", "aged about 59 or 60", "62 years old"; the age where it is one number, and where it stood."""
        self.skip("age")
        while self.skip("circa", "uncertain", "filler", "before", "after"):
            pass
        ages: list[int] = []
        while self.peek().kind == "number" and len(self.peek().value) < 4:
            ages.append(int(self.peek().value))
            self.at += 1
            if self.peek().kind in ("or", "dash", "slash", "to", "and") and self.peek(1).kind == "number":
                self.at += 1
        self.skip("years_old")
        return (ages[0], self.at) if len(ages) == 1 else None

    def _bare_age(self) -> FoundDate | None:
        """All of a text as an age and its day, "52 on 25 April 2012": what is no year before a date is its age."""
        at, self.at = self.at, 0
        age = self._age() if self.peek().kind == "number" and self.peek(1).kind in ("at", "filler") else None
        if age is not None and self.peek().kind == "end":
            return age
        self.at = at
        return None

    def _age(self) -> FoundDate | None:
        """An age and when somebody had it gives the year of birth: "age 45 in 2010" -> [1964,1965]."""
        start = self.tokens[self.at]
        age = self._age_number()
        if age is None:
            return None
        bracket = self.skip("open")
        if not self.skip("at", "filler"):
            self.at = age[1]
            return None
        point = self.point()
        date = None
        if point is not None:
            point.settle()
            date = point.edtf()
        if point is None or date is None or not date[:4].isdecimal() or point.era == "bc":
            self.at = age[1]
            return None
        if bracket:
            self.skip("close")
        end = self.tokens[self.at - 1].end
        years = [edtf.year_text(int(date[:4]) - age[0] - 1), edtf.year_text(int(date[:4]) - age[0])]
        return FoundDate(edtf.one_of(year for year in years if year), start.start, end, end, cue="age")
