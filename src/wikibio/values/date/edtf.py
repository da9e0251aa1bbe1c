"""EDTF strings (ISO 8601-2, levels 0 to 2) put together; see the specification at loc.gov/standards/datetime.

Years are astronomical here: 384 BC is -383, as EDTF writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_YEAR = re.compile(r"(-?)(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?$")


def year_text(year: int) -> str | None:
    """14 -> 0014, -383 -> -0383; None where four digits do not hold it."""
    if not -9999 <= year <= 9999:
        return None
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(year: int, month: int = 0, day: int = 0) -> str | None:
    """(1957, 3, 11) -> 1957-03-11; (1957, 3) -> 1957-03; (1957,) -> 1957"""
    text = year_text(year)
    if text is None or not month:
        return text
    return f"{text}-{month:02d}-{day:02d}" if day else f"{text}-{month:02d}"


def qualified(text: str, circa: bool, uncertain: bool) -> str:
    """1530 -> 1530~ (circa), 1530? (uncertain), 1530% (both); a season takes no mark, so its year does."""
    if not circa and not uncertain:
        return text
    return _without_season(text) + ("%" if circa and uncertain else "~" if circa else "?")


def _without_season(text: str) -> str:
    year, _, rest = text[1:].partition("-")
    return text[0] + year if rest.isdecimal() and int(rest) > 20 else text


def _members(text: str) -> list[str]:
    return text[1:-1].split(",") if text.startswith("[") else [text]


def one_of(dates: Iterable[str]) -> str:
    """1467, 1468 -> [1467,1468]; sets are merged, a single date stays itself, and of seasons a set keeps the years."""
    members = list(dict.fromkeys(member for date in dates for member in _members(date)))
    if len(members) > 1:
        members = list(dict.fromkeys(_without_season(member) for member in members))
    return members[0] if len(members) == 1 and ".." not in members[0] else f"[{','.join(members)}]"


def _edges(text: str) -> tuple[str, str]:
    """The first and the last plain date that a date may be: 153X -> 1530, 1539; [1467,1468] -> 1467, 1468."""
    members = [member for part in _members(text) for member in part.split("..")]
    first, last = (re.sub(r"[?~%]", "", member) for member in (members[0], members[-1]))
    first, last = _without_season(first), _without_season(last)
    low, high = ("9", "0") if first.startswith("-") else ("0", "9")
    return first.replace("X", low), last.replace("X", high)


def before(date: str) -> str:
    """1530 -> [..1530]; 153X -> [..1539], for the limit may lie anywhere in it."""
    return f"[..{_edges(date)[1]}]" if _edges(date)[1] else date


def after(date: str) -> str:
    """1530 -> [1530..]"""
    return f"[{_edges(date)[0]}..]" if _edges(date)[0] else date


def between(first: str, last: str) -> str | None:
    """1467, 1470 -> [1467..1470]; limits of unlike precision are cut to the coarser; None if they are reversed."""
    low, high = _edges(first)[0], _edges(last)[1]
    depth = min(low.count("-", 1), high.count("-", 1))
    low, high = (_cut(text, depth) for text in (low, high))
    if _is_after(low, high):
        return None
    return low if low == high else f"[{low}..{high}]"


def _cut(text: str, depth: int) -> str:
    return text[0] + "-".join(text[1:].split("-")[: depth + 1])


def interval(first: str, last: str) -> str | None:
    """1979, 2020 -> 1979/2020. "" is an unknown end, ".." an open one. None where the end comes before the start.

    EDTF has no sets in intervals, so a pair is cut to what its members share: [1467,1468]/1480 -> 146X/1480.
    """
    first, last = shared(first), shared(last)
    if first.strip(".") and last.strip(".") and _is_after(_edges(first)[0], _edges(last)[1]):
        return None
    return f"{first}/{last}" if first or last else None


def shared(text: str) -> str:
    """What all members of a set have in common: [0285-07-21,0285-07-25] -> 0285-07; nothing for a set with open end."""
    if not text.startswith("["):
        return text
    if "[.." in text or "..]" in text:
        return ""
    members = [_YEAR.match(edge) for edge in _edges(text)]
    if not all(members):
        return ""
    (sign, year, month, _), (other_sign, other_year, other_month, _) = (m.groups() for m in members if m)
    mark = text[-2] if text[-2] in "?~%" else ""
    if sign != other_sign:
        return ""
    if year == other_year:
        return f"{sign}{year}-{month}{mark}" if month and month == other_month else f"{sign}{year}{mark}"
    same = next((size for size in (3, 2) if year[:size] == other_year[:size]), 0)
    return f"{sign}{year[:same]}{'X' * (4 - same)}{mark}" if same else ""


def _is_after(first: str, last: str) -> bool:
    """Whether `first` is later than all of `last`, at the precision that they share."""
    pairs = zip(_numbers(first), _numbers(last), strict=False)
    return next((one > two for one, two in pairs if one != two), False)


def _numbers(text: str) -> list[int]:
    sign = -1 if text.startswith("-") else 1
    year, *rest = text.lstrip("-").split("-")
    return [sign * int(year), *(int(part) for part in rest)]
