"""Which days a calendar has, and what years of other calendars are in the Common Era."""

from __future__ import annotations

from functools import lru_cache

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_GREGORIAN_DAY = 2299160.5
"""15 October 1582 as a Julian day (Gregorian calendar, "Adoption")."""

Day = tuple[int, int, int]
"""Astronomical year (1 BC is 0), month, day."""


def is_day(year: int, month: int, day: int, julian: bool = False) -> bool:
    """Whether there was such a day. `year` is astronomical: 1 BC is 0.

    Both calendars were in use between 1582 and 1752, so a leap day of either is right there; where a date is said to
    be Julian, so is its leap day at any time.
    """
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    if month == 2 and day == 29:
        return year % 4 == 0 and (julian or year <= 1752 or year % 100 != 0 or year % 400 == 0)
    return True


@lru_cache(maxsize=256)
def common_era(calendar: str, year: int, month: int = 0, day: int = 0) -> tuple[Day, Day] | None:
    """First and last day in the Common Era of a year, month or day of another calendar; None where there is no such.

    Days before 15 October 1582 are Julian, as Wikipedia writes them (Wikipedia:Manual of Style/Dates and numbers,
    "Julian and Gregorian calendars"). The Islamic months began when the moon was seen, which no table can know, so a
    day is taken a day wider on either side. ("hijri", 139) -> 6 June 756 … 25 May 757
    """
    # Imported here, for its tables cost more time than reading an article, and few articles need them.
    from convertdate import gregorian, islamic, julian, persian

    if not 1 <= year <= 2000 or not 0 <= month <= 12 or not 0 <= day <= 31:
        return None
    reckoning, slack = (islamic, 1 if day else 0) if calendar == "hijri" else (persian, 0)
    try:
        first = reckoning.to_jd(year, month or 1, day or 1)
        if day:
            last = first
        elif month:
            last = reckoning.to_jd(year + month // 12, month % 12 + 1, 1) - 1
        else:
            last = reckoning.to_jd(year + 1, 1, 1) - 1
        days = [
            (gregorian if number >= _FIRST_GREGORIAN_DAY else julian).from_jd(number)
            for number in (first - slack, last + slack)
        ]
    except (ValueError, IndexError, ArithmeticError):
        return None
    return tuple(days[0]), tuple(days[1])
