"""Infobox values that cost more than their length where a reader is careless: a name, and a text of any size."""

from __future__ import annotations

from collections.abc import Callable

Generator = Callable[[int], str]

PARAMETERS = ("battles", "awards", "spouse", "office", "birth_place")
"""One of each way to read a value: a tree, items at commas, people with years, titles with years, an event."""

UNITS: dict[str, str] = {
    "breaks": "a<br>",
    "commas": "a, ",
    "bullets": "\n*a",
    "dots": "a • ",
    "links": "[[a]]",
    "dates": "1 May 1957, ",
    "ranges": "1950-1951, ",
    "remarks": "(b)<br>",
    "remarked links": "[[a]]<br>(b)<br>",
    "lists": "{{ubl|a|b}}",
    "marks": "[[A]]{{KIA}}, ",
    "opening brackets": "(",
}
"""Repeated in a parameter until the text is long enough."""

NESTS: dict[str, tuple[str, str, str]] = {
    "arguments of a list": ("{{ubl", "|a", "}}"),
    "rows of a table": ("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
    "cells of a row": ("<table><tr>", "<td>1950</td>", "</tr></table>"),
    "rows of a piped table": ("{{{!}}\n", "{{!}}-\n{{!}} a {{!}}{{!}} b\n", "{{!}}}\n"),
    "lists in lists": ("", "{{ubl|a|" * 30 + "}}" * 30, ""),
    "breaks in tags in tags": ("", "<small>a<br>" * 30 + "</small>" * 30, ""),
}
"""A start, something repeated, and an end."""

SERIES: dict[str, str] = {
    "offices": "|office{0}=a|term_start{0}=1950",
    "clubs": "|clubs{0}=a|years{0}=1950",
    "unknown parameters": "|unknown{0}=a",
}
"""Parameters with a number, as many as the text is long."""

PAIRS: dict[str, tuple[str, str]] = {
    "titles and predecessors": ("office=X\n*a\n*", "predecessor=\n*"),
    "terms and monarchs": ("office=X|term=", "monarch=\n*"),
    "posts and bishops": ("other_post=\n*", "predecessor=\n*"),
}
"""The starts of two parameters that are read together, where each goes on as long as the other."""


def _value(parameter: str, start: str, unit: str, end: str) -> Generator:
    opening = "{{Infobox military person|" + parameter + "=" + start
    closing = end + "\n}}"
    return lambda size: opening + unit * ((size - len(opening) - len(closing)) // len(unit)) + closing


def _series(unit: str) -> Generator:
    return lambda size: "{{Infobox person" + "".join(map(unit.format, range(size // (len(unit) + 6)))) + "}}"


def _pair(first: str, second: str) -> Generator:
    def page(size: int) -> str:
        count = size // 32
        return "{{Infobox officeholder|" + first + "1950–51 [[a]]\n*" * count + "|" + second + "[[b]]\n*" * count + "}}"

    return page


HOSTILE: dict[str, Generator] = {
    **{f"{name} in {p}": _value(p, "", unit, "") for p in PARAMETERS for name, unit in UNITS.items()},
    **{f"{name} in {p}": _value(p, *parts) for p in PARAMETERS for name, parts in NESTS.items()},
    **{name: _series(unit) for name, unit in SERIES.items()},
    **{name: _pair(*starts) for name, starts in PAIRS.items()},
}
"""Every hostile page: its name, and a function from a size in characters to a text of about that size."""
