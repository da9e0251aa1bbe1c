"""The attributes of ``<ref>`` and ``<references>``, with Cite's verdict on them.

Sources: mediawiki.org/wiki/Help:Cite (attributes, errors), Sanitizer's rules for attributes of tags, and probes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from wikibio.diagnostics import Code
from wikibio.syntax.folding import decode_entities

_ATTRIBUTE = re.compile(
    r"""([^\t\n\f\r />][^\t\n\f\r />=]*)"""
    r"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >]*)))?"""
)
_NAME = re.compile(r"[:\w][:.\w-]*")
_ENTITY = re.compile(r"&(?:[A-Za-z0-9]+|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_SPACES = re.compile(r"[\t\r\n ]+")
_QUOTED = re.compile(r"""(?:["'](.+)["']|""|'')""", re.DOTALL)

REF_ATTRIBUTES = frozenset({"name", "group", "follow", "extends", "dir"})
LIST_ATTRIBUTES = frozenset({"group", "responsive"})


class Attributes(NamedTuple):
    """What Cite takes from a tag; None for what is not given, and the error that makes it no marker, if any."""

    group: str | None
    name: str | None
    follow: str | None
    error: tuple[Code, str] | None


def normal_value(written: str) -> str:
    """An attribute's value as MediaWiki keeps it: ASCII white space folded, ends trimmed, entities decoded, NFC.

    ``a&amp;b`` is ``a&b``; ``a_b`` is not ``a b``, and a no-break space stays.
    """
    value = _SPACES.sub(" ", written).strip("\t\r\n ")
    if "&" in value:
        value = _ENTITY.sub(lambda match: decode_entities(match.group()), value)
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def unquoted(value: str) -> str:
    """An argument of ``{{#tag:ref}}``: quotes round the whole of it do not count (Help:Magic words, #tag)."""
    quoted = _QUOTED.fullmatch(value)
    return value if quoted is None else quoted.group(1) or ""


def _given(written: str) -> dict[str, str]:
    """The attributes as MediaWiki's Sanitizer finds them; what cannot be a name counts for nothing."""
    given: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        name, double, single, bare = match.groups()
        if _NAME.fullmatch(name):
            given[name.lower()] = normal_value(double or single or bare or "")
    return given


@lru_cache(maxsize=8192)
def read_attributes(written: str) -> Attributes:
    """The attributes of a ``<ref>``, between its name and ``>``.

    `` name="a b" group=n`` gives group "n" and name "a b"; `` name=a b`` is an error, for ``b`` is no attribute.
    """
    return judge(_given(written))


@lru_cache(maxsize=256)
def read_list_attributes(written: str) -> Attributes:
    """The attributes of a ``<references>``: its group, and an error for anything that it does not know."""
    given = _given(written)
    unknown = sorted(given.keys() - LIST_ATTRIBUTES)
    error: tuple[Code, str] | None = None
    if unknown:
        error = ("reference-unknown-attribute", f"<references> has no attribute {unknown[0]!r}")
    return Attributes(given.get("group"), None, None, error)


def judge(given: dict[str, str]) -> Attributes:
    """Cite's verdict on the attributes of a ``<ref>``, however they were written."""
    name, follow = given.get("name") or None, given.get("follow") or None
    return Attributes(given.get("group"), name, follow, _error(given, name, follow))


def _error(given: dict[str, str], name: str | None, follow: str | None) -> tuple[Code, str] | None:
    unknown = sorted(given.keys() - REF_ATTRIBUTES)
    if unknown:
        return "reference-unknown-attribute", f"<ref> has no attribute {unknown[0]!r}; a name with spaces needs quotes"
    for value in (name, follow, given.get("extends")):
        if value is not None and value.isascii() and value.isdecimal():
            return "reference-numeric-name", f"the name {value!r} of a <ref> is a plain number"
    if given.get("extends"):
        return "reference-unknown-attribute", "<ref> has no attribute 'extends'"
    if follow and name:
        return "reference-unknown-attribute", "a <ref> with follow= cannot have a name of its own"
    direction = given.get("dir")
    if direction is not None and direction.lower() not in ("ltr", "rtl"):
        return "reference-unknown-attribute", f"dir={direction!r} of a <ref> is neither ltr nor rtl"
    return None
