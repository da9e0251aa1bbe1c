"""Tokens to one date: "11 March 1957", "March 11, 1957", "c. 384 BC", "13th century", "20 January [O.S. …] 1875"."""

from __future__ import annotations

from wikibio.values.date.point import Point
from wikibio.values.date.tokens import Token

_END = Token("end", "", 0, 0)
_ASIDE = frozenset(("calendar", "age", "years_old"))
_CUES = frozenset(("circa", "uncertain", "before", "after", "weekday", "filler", "part"))
_ENDS = frozenset(("end", "close", "comma", "stop"))
_MOST = 8
"""No date has more words before it; a bound keeps reading in line with the length of any text."""
_BEFORE = frozenset(("era", "calendar", "question"))
_PART_OR_DATE = frozenset(("number", "ordinal", "decade", "month", "season", "part", "dash", "to"))


class SingleDateReader:
    """A place in a list of tokens, and what reads a date from there on."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, offset: int = 0) -> Token:
        """The token `offset` places on; one of kind ``end`` behind the last."""
        at = self.at + offset
        return self.tokens[at] if at < len(self.tokens) else _END

    def skip(self, *kinds: str) -> bool:
        """Pass one token if it is of one of `kinds`."""
        if self.peek().kind in kinds:
            self.at += 1
            return True
        return False

    def point(self, left: Point | None = None) -> Point | None:
        """The date that starts here, or None (and the place stays). `left` is the one before it in a range."""
        start = self.at
        point = Point()
        self._cues(point)
        if self._core(point, left):
            self._marks(point)
            return point
        self.at = start
        return None

    def _cues(self, point: Point) -> None:
        last = self.at + _MOST
        while self.at < last and ((kind := self.peek().kind) in _CUES or kind in _BEFORE):
            if kind in _BEFORE and not self._before_number(kind, point):
                return
            self.at += 1
            if kind == "circa":
                point.circa = point.cued = True
                self._abbreviated_circa()
            elif kind == "uncertain":
                point.uncertain = point.cued = True
                self.skip("comma")
            elif kind in ("before", "after"):
                point.limit = kind
                self._hyphen()
            elif kind == "weekday":
                self.skip("comma")
            elif kind == "part":
                # "mid-1530s", "mid-to-late 1530s"
                while self.peek().kind in ("dash", "to") and self.peek(1).kind in _PART_OR_DATE:
                    self.at += 1
            elif kind == "calendar":
                self.skip("stop")

    def _hyphen(self) -> None:
        """Pass the hyphen of "post-1467" and of "12th-century", which stands between its neighbours without a space."""
        token = self.peek()
        if token.kind == "dash" and self.tokens[self.at - 1].end == token.start and self.peek(1).start == token.end:
            self.at += 1

    def _abbreviated_circa(self) -> None:
        """Pass the "(c.)" of "circa (c.) 604", which says the word again."""
        if self.peek().kind == "open" and self.peek(1).kind == "circa":
            closed = 3 if self.peek(2).kind == "stop" else 2
            if self.peek(closed).kind == "close":
                self.at += closed + 1

    def _before_number(self, kind: str, point: Point) -> bool:
        """AD 14, AH 543, O.S. 6 January 1705, ?1530: the era, calendar or doubt stands before its date."""
        token, following = self.peek(), self.peek(1)
        if kind == "question" and following.kind in ("number", "month") and following.start == token.end:
            point.uncertain = True
            return True
        if kind == "calendar" and following.kind in ("number", "month", "stop", "circa"):
            point.calendar = token.value
            return True
        if kind == "era" and following.kind in ("number", "circa"):
            point.era = token.value
            return True
        return False

    def _core(self, point: Point, left: Point | None) -> bool:
        token = self.peek()
        self.at += 1
        if token.kind in ("iso", "iso_month"):
            parts = token.value.split("-")
            point.year, point.month = parts[0], int(parts[1])
            point.day = int(parts[2]) if len(parts) > 2 else 0
            return True
        if token.kind == "number":
            return self._number(point, token, left)
        if token.kind == "numeric":
            return self._numeric(point, token)
        if token.kind == "ordinal":
            return self._ordinal(point, token)
        if token.kind == "month":
            return self._month(point, token)
        if token.kind == "decade":
            point.decade = token.value
            return len(token.value) <= 4
        if token.kind == "season":
            point.season = token.value
            self.skip("comma", "filler")
            return self._year(point) or self.peek().kind in ("dash", "slash", "or")
        return False

    def _number(self, point: Point, token: Token, left: Point | None) -> bool:
        if len(token.value) > 4:
            return False
        if len(token.value) == 4 and self._month_day(point):
            point.year = token.value
            return True
        if len(token.value) < 3 and (self._hyphenated(point, token) or self._day_month(point, int(token.value))):
            return True
        if left is not None and left.month and not left.year and left.day and len(token.value) < 3:
            # "March 4–7, 1847": the month stands before the first day.
            start = self.at
            if self._year(point):
                point.day, point.month, point.calendar = int(token.value), left.month, left.calendar
                return True
            self.at = start
        point.number = token.value
        return True

    def _hyphenated(self, point: Point, token: Token) -> bool:
        """10-May-1962"""
        dash, month, second, year = (self.peek(offset) for offset in range(4))
        if (dash.kind, month.kind, second.kind, year.kind) != ("dash", "month", "dash", "number"):
            return False
        if dash.start != token.end or year.start != second.end or len(year.value) != 4:
            return False
        point.day, point.month, point.year = int(token.value), int(month.value), year.value
        self.at += 4
        return True

    def _month_day(self, point: Point) -> bool:
        """Month and day behind the year: "1957 March 11", "1957, March 11", "1957 March"."""
        comma = int(self.peek().kind == "comma")
        month, day, behind, last = (self.peek(comma + offset) for offset in range(4))
        if month.kind != "month":
            return False
        is_day = day.kind in ("number", "ordinal") and len(day.value) < 3
        if not (is_day and "number" not in (behind.kind, last.kind)) and (comma or day.kind not in _ENDS):
            return False
        point.month, point.day, point.calendar = int(month.value), 0, month.calendar or point.calendar
        if is_day:
            point.day = int(day.value)
        self.at += comma + 1 + is_day
        return True

    def _numeric(self, point: Point, token: Token) -> bool:
        """3/4/1957 is 3 April or 4 March; with full stops the day stands first."""
        first, second, point.year = token.value.split("/")
        point.day, point.month = int(first), int(second)
        if token.calendar:
            return True
        if point.month > 12:
            point.day, point.month = point.month, point.day
        point.ambiguous = point.day <= 12 and point.day != point.month
        return True

    def _day_month(self, point: Point, day: int) -> bool:
        """A day whose month follows: "11 March 1957", "11th of March"."""
        of = self.peek().kind == "filler"
        token = self.peek(1 if of else 0)
        if token.kind != "month" or not day or (of and day > 31):
            return False
        self.at += 2 if of else 1
        point.day, point.month = day, int(token.value)
        point.calendar = token.calendar or point.calendar
        self._year(point)
        return True

    def _ordinal(self, point: Point, token: Token) -> bool:
        value = int(token.value)
        if self.peek(1).kind == "century":
            self._hyphen()
        if self.skip("century"):
            point.century = value
            return 0 < value < 100
        if self._day_month(point, value):
            return True
        point.ordinal = value
        return self.peek().kind in ("dash", "slash", "or", "and", "to") and 0 < value < 32

    def _month(self, point: Point, token: Token) -> bool:
        point.month, point.calendar = int(token.value), token.calendar or point.calendar
        self.skip("filler")
        day = self.peek()
        is_year = len(day.value) > 2 or self.peek(1).kind == "era" or (day.value.isdecimal() and int(day.value) > 31)
        if day.kind == "ordinal" or (day.kind == "number" and not is_year):
            self.at += 1
            point.day = int(day.value)
        self._year(point)
        return True

    def _year(self, point: Point) -> bool:
        """The year behind a day and month: "1957", ", 1957", "AD 14", "[O.S. 8 January] 1875", "of 1957", "c. 130"."""
        start = self.at
        self.skip("comma", "filler")
        if self.aside():
            self.skip("comma")
        circa = self.skip("circa")
        if self.peek().kind in ("era", "calendar"):
            self._before_number(self.peek().kind, point)
            self.at += 1
        token = self.peek()
        if token.kind == "number" and len(token.value) <= 4 and self.peek(1).kind != "month":
            self.at += 1
            point.year = token.value
            point.circa |= circa
            return True
        self.at = start
        return False

    def aside(self) -> bool:
        """Pass a bracket that says the date in another way: "[O.S. 6 January 1705]", "(543 AH)", "(aged 62)"."""
        if self.peek().kind != "open":
            return False
        end = self.at + 1
        while end < len(self.tokens) and self.tokens[end].kind not in ("open", "close"):
            end += 1
        inside = self.tokens[self.at + 1 : end]
        if end == len(self.tokens) or not any(token.kind in _ASIDE or token.calendar for token in inside):
            return False
        self.at = end + 1
        return True

    def _marks(self, point: Point) -> None:
        """What stands behind a date: "?", "(?)", "BC", "AH", "(Old Style)", "(spring)", "or later"."""
        while True:
            token = self.peek()
            bracket = 1 if token.kind == "open" and self.peek(2).kind == "close" else 0
            if bracket:
                token = self.peek(1)
            if token.kind in ("question", "uncertain") and (bracket or token.kind == "question"):
                point.uncertain = True
            elif token.kind == "circa" and (bracket or token.value == "~" or self.peek(1).kind in _ENDS):
                point.circa = True
            elif token.kind == "season" and bracket and not (point.month or point.season):
                point.season = token.value
            elif token.kind == "era" and not point.era:
                point.era = token.value
            elif token.kind == "calendar" and (
                point.calendar in ("", token.value) or token.value.endswith(point.calendar)
            ):
                point.calendar = token.value
            elif token.kind in ("earlier", "later") and not bracket:
                point.limit = "before" if token.kind == "earlier" else "after"
            else:
                return
            self.at += 3 if bracket else 1
