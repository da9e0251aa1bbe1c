"""One date as far as its words say it, and the EDTF that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from wikibio.values.date import edtf
from wikibio.values.date.calendar import Day, common_era, is_day

BEFORE_HIJRI = "before hijri"
"""Years counted back from the Hijra; nobody knows how long they were, so they are no years of the Common Era."""

OTHER_CALENDARS = frozenset(("hijri", BEFORE_HIJRI, "solar hijri"))
"""Calendars whose dates have to be turned into the Common Era."""


class FoundDate(NamedTuple):
    """A date in a text.

    `edtf` is None where there is none to give: `invalid` says that the date is impossible (30 February), `cue` says
    that the text calls it unknown. `start` and `end` are its offsets, `after` those with what belongs to it but is
    not shown as the date: "(aged 62)", "[O.S. 6 January 1705]". `first` and `last` are the ends of a range, None where
    it has none or is open there. `cue` is floruit, reign, age (worked out from an age) or unknown, else empty.
    `calendar` is the one that the text names.
    """

    edtf: str | None
    start: int
    end: int
    after: int
    first: str | None = None
    last: str | None = None
    cue: str = ""
    calendar: str = ""
    invalid: bool = False


@dataclass(slots=True)
class Point:
    """What the words of one date give. Numbers are as written; `number` is one that may be a day or a year yet."""

    year: str = ""
    month: int = 0
    day: int = 0
    season: str = ""
    decade: str = ""
    century: int = 0
    number: str = ""
    ordinal: int = 0
    era: str = ""
    calendar: str = ""
    limit: str = ""
    circa: bool = False
    uncertain: bool = False
    cued: bool = False
    """Whether a word before the date made it approximate or doubtful, so that it speaks for what follows, too."""
    is_decade: bool = False
    """Whether "the 2000s" can only be the decade: "1990s–2000s"."""
    ambiguous: bool = False
    """Whether day and month may be the other way round."""
    invalid: bool = False

    def settle(self) -> None:
        """A number that nothing has made a day of is a year."""
        if self.number and not self.year:
            self.year, self.number = self.number, ""

    @property
    def astronomical(self) -> int:
        """The year with 1 BC as 0."""
        return 1 - int(self.year) if self.era == "bc" else int(self.year)

    def edtf(self) -> str | None:
        """The date as EDTF, or None where the words do not make a date; `invalid` is set where it cannot be."""
        plain = self._plain()
        if plain is None:
            return None
        text = edtf.one_of(edtf.qualified(part, self.circa, self.uncertain) for part in plain)
        if self.limit:
            return edtf.before(text) if self.limit == "before" else edtf.after(text)
        return text

    def _plain(self) -> list[str] | None:
        if self.century:
            return self._masked(str(self.century - 1).zfill(2) + "XX")
        if self.decade:
            return self._decade()
        if not self.year or not int(self.year) or len(self.year) > 4:
            return None
        if self.calendar in OTHER_CALENDARS:
            return self._converted()
        text = edtf.year_text(self.astronomical)
        if text is None:
            return None
        if self.season:
            return [f"{text}-{self.season}"]
        if self.month:
            self.invalid = not is_day(self.astronomical, self.month, self.day or 1, self.calendar == "julian")
            if self.invalid:
                return None
            if self.ambiguous:
                return sorted(
                    f"{text}-{one:02d}-{two:02d}" for one, two in ((self.month, self.day), (self.day, self.month))
                )
            return [edtf.day_text(self.astronomical, self.month, self.day) or text]
        return [text]

    def _masked(self, text: str) -> list[str]:
        """The 5th century BC is 500–401 BC, in EDTF -0499 to -0400, so its mask is -04XX."""
        return [f"-{text}" if self.era == "bc" else text]

    def _decade(self) -> list[str] | None:
        digits = self.decade.zfill(4)
        if not digits.endswith("0") or len(digits) > 4:
            return None
        if self.era == "bc":
            # The 490s BC, 499 to 490, are -0498 to -0489, which no mask says.
            between = edtf.between(f"-{int(digits) + 8:04d}", f"-{int(digits) - 1:04d}") if int(digits) else None
            return [between] if between else None
        # "The 1200s" may be the decade or the century: the wider one is said. The century of the 2000s is not over.
        century = digits.endswith("00") and not self.is_decade and digits < "2000"
        return [digits[:2] + "XX" if century else digits[:3] + "X"]

    def _converted(self) -> list[str] | None:
        if self.calendar == BEFORE_HIJRI:
            return None
        days = common_era(self.calendar, int(self.year), self.month, self.day)
        self.invalid = days is None
        if days is None:
            return None
        first, last = days
        if self.day and first == last:
            return [edtf.day_text(*first) or ""]
        return sorted({_to_month(day) if self.month else _to_year(day) for day in (first, last)})


def _to_month(day: Day) -> str:
    return edtf.day_text(day[0], day[1]) or ""


def _to_year(day: Day) -> str:
    return edtf.year_text(day[0]) or ""


def complete(left: Point, right: Point, dash: bool) -> None:
    """Give each of two dates what only the other one says: "4–7 March 1847", "1973–76", "336–323 BC".

    `dash` tells a range from alternatives ("1467/8"), where a year alone takes over the day or the month:
    "2 May 1467 or 1468", "June 1944 or 1945".
    """
    _expand(left, right)
    said_twice = not dash and right.calendar in OTHER_CALENDARS and _apart(left, right) > 100
    if right.era and not left.era and not left.calendar:
        left.era = right.era
    elif left.era == "ad" and not right.era and not right.calendar:
        right.era = left.era
    same_months = not left.month or right.calendar not in OTHER_CALENDARS
    if right.calendar and same_months and not said_twice and not left.calendar and not left.era:
        left.calendar = right.calendar
    # Beside a decade that is none of the first of a century, "the 2000s" are a decade, too.
    if left.decade and right.decade and left.decade[-2:] != right.decade[-2:]:
        left.is_decade = right.is_decade = True
    if left.ordinal and right.century:
        left.ordinal, left.century = 0, left.ordinal
    bare_day = left.ordinal or (int(left.number) if left.number and len(left.number) < 3 else 0)
    if right.day and bare_day:
        left.day, left.month, left.year, left.number, left.ordinal = bare_day, right.month, right.year, "", 0
        left.calendar = right.calendar
    elif left.month and not left.year and right.year:
        left.year = right.year
        if dash and left.month > right.month and right.month and right.year.isdecimal() and not right.era:
            left.year = str(int(right.year) - 1)
    elif left.season and not left.year and right.year:
        left.year = right.year
    elif not dash and left.month and left.year and right.number and left.calendar not in OTHER_CALENDARS:
        right.day, right.month = left.day, left.month
    for point in (left, right):
        point.settle()


def _apart(left: Point, right: Point) -> int:
    years = [int(point.year or point.number or 0) for point in (left, right)]
    return abs(years[0] - years[1])


def _expand(left: Point, right: Point) -> None:
    """1973–76 -> 1976; 396/5 BC -> 395: the digits that the second year leaves out are those of the first.

    1999–01 can only mean 2001. A winter that two years share ("winter 1530/31") is no season of one of them.
    """
    known = left.year or left.number or left.decade
    short = right.number or (right.decade if left.decade else "")
    if len(known) < 3 or not short or len(short) >= len(known):
        return
    year = known[: -len(short)] + short
    if right.era == "bc" or left.era == "bc":
        if int(year) >= int(known):
            return
    elif int(year) <= int(known):
        year = str(int(year) + 100)
        if len(short) != 2 or int(year) - int(known) > 20:
            return
    if right.number:
        right.number = year
        left.season = ""
    else:
        right.decade = year


def are_likely(points: list[Point], alone: bool) -> bool:
    """Whether bare numbers are years: four digits are; three if nothing else stands there; fewer if a word says so."""
    for point in points:
        if point.month or point.season or point.century or point.decade or point.era or point.calendar:
            continue
        digits = len(point.year.lstrip("0")) if len(point.year) < 4 else 4
        if digits == 4:
            likely = int(point.year) < 2200
        elif digits == 3:
            likely = alone or point.circa or bool(point.limit) or len(points) > 1
        else:
            likely = point.circa
        if not likely:
            return False
    return True
