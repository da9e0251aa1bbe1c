"""Identifiers of sources: which there are, and whether what is written can be one.

Shapes after Help:Citation Style 1, Identifiers, and the bodies that give them out; check digits by python-stdnum.
An identifier that cannot be right is kept as it is written, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from wikibio.citations.text import Text, span_of
from wikibio.context import Context

_SHAPES = {
    "arxiv": r"(?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?: ?\[[\w.-]+\])?",
    "asin": r"[A-Z0-9]{10}",
    "bibcode": r"[12]\d{3}[A-Za-z0-9.&]{14}[A-Z.]",
    "biorxiv": r"(?:10\.1101/)?(?:\d{4}\.\d\d\.\d\d\.)?\d{6,}(?:v\d+)?",
    "citeseerx": r"10\.1\.1\.[1-9]\d{0,3}\.[1-9]\d{0,3}",
    "doi": r"10\.\d{4,9}(?:\.\d+)*/\S+",
    "hdl": r"[^\s–]+/[^\s–]+",
    "jstor": r"(?:10\.2307/)?[^\s]+",
    "jfm": r"\d{2}\.\d{4}\.\d{2}",
    "lccn": r"[a-z]{0,3}[ -]?(?:\d{2}-?\d{1,6}|\d{8}|\d{10})(?:/[\w/]+)?",
    "medrxiv": r"10\.1101/[\d.]+(?:v\d+)?",
    "mr": r"(?:MR)?\d{1,7}",
    "oclc": r"(?:ocm|ocn|on|\(OCoLC\))?\s?\d{1,14}",
    "ol": r"(?:OL)?\d+[AMW]",
    "osti": r"\d{4,10}",
    "pmc": r"(?:PMC)?\d{1,8}",
    "pmid": r"\d{1,8}",
    "rfc": r"\d{1,5}",
    "s2cid": r"\d{1,9}",
    "sbn": r"\d{3}-?\d{5}-?[\dX]|[\d-]{9,11}[\dX]?",
    "ssrn": r"\d{3,7}",
    "usenet": r"\S+@\S+",
    "zbl": r"\d{1,4}\.\d{4,5}|\d{8}",
}
_PATTERNS = {name: re.compile(shape) for name, shape in _SHAPES.items()}
_CHECKED = frozenset(("isbn", "issn", "eissn", "ismn"))
KEYS = _CHECKED.union(_SHAPES)
"""Keys that are identifiers."""


@cache
def _check_digit(name: str) -> Callable[[str], bool]:
    """The check of python-stdnum for ISBN, ISSN or ISMN; imported when the first one is met."""
    from stdnum import isbn, ismn, issn

    checks: dict[str, Callable[[str], bool]] = {
        "isbn": isbn.is_valid,
        "issn": issn.is_valid,
        "eissn": issn.is_valid,
        "ismn": ismn.is_valid,
    }
    return checks[name]


@lru_cache(maxsize=4096)
def is_valid_identifier(name: str, value: str) -> bool:
    """Whether `value` can be an identifier of the sort `name`.

    >>> is_valid_identifier("isbn", "978-0-306-40615-7"), is_valid_identifier("doi", "doi:10/x")
    (True, False)
    """
    if name in _CHECKED:
        return _check_digit(name)(value)
    pattern = _PATTERNS.get(name)
    return pattern is None or pattern.fullmatch(value) is not None


def read_identifier(context: Context, name: str, text: Text) -> str:
    """``|isbn=978-0-306-40615-8`` gives the number as written, and a report that its check digit is wrong.

    Double brackets, ``((…))``, say that a number is printed so in the book; then it is not checked.
    """
    value = text[0]
    if value.startswith("((") and value.endswith("))"):
        return value[2:-2].strip()
    if not is_valid_identifier(name, value):
        context.report("citation-invalid-identifier", f"{value!r} cannot be a valid {name}", *span_of(text))
    return value
