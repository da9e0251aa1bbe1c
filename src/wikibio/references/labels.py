"""Labels of footnotes: "17", "note 1", "a", "iv".

Which group counts in letters is a matter of a wiki's messages (MediaWiki:Cite link label group-lower-alpha and its
like), so it stands in the word table ``label_style``; the counting is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int, alphabet: str) -> str:
    """1 to the first letter, and on with two of them after the last: a … z, aa, ab."""
    written = ""
    while number:
        number, rest = divmod(number - 1, len(alphabet))
        written = alphabet[rest] + written
    return written


def roman(number: int) -> str:
    """4 to "iv"."""
    written = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        written += digits * count
    return written


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lower-alpha": lambda number: letters(number, LATIN),
    "upper-alpha": lambda number: letters(number, LATIN).upper(),
    "lower-roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
    "lower-greek": lambda number: letters(number, GREEK),
}


def label(group: str, number: int, styles: Mapping[str, str]) -> str:
    """What the page shows for the `number`-th footnote of a group, without the brackets."""
    if not group:
        return str(number)
    style = STYLES.get(styles.get(group, ""))
    return style(number) if style else f"{group} {number}"
