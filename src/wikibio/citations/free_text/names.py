"""Authors, where the form of the words says that they are names."""

from __future__ import annotations

import re
from functools import lru_cache

from wikibio.citations.free_text.items import without_stop
from wikibio.citations.free_text.words import FreeTextWords

Name = dict[str, str]
"""`family` and `given` where "Last, First" says which is which, else `literal`."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}\.?")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’‘ʻ-]*(?:[.'’‘ʻ-]+[^\W\d_][^\W\d_]*)*\.?")
_LONGEST = 90


@lru_cache(maxsize=2048)
def read_names(text: str, words: FreeTextWords, *, short: bool = False) -> list[Name] | None:
    """`text` as a list of names, or None where it may be anything else.

    Brown, John -> family and given; John Brown and Brown -> literal, for the form does not say which word is what.
    With `short` (in short footnotes), three or more single words with commas between them are names too, and of two it
    is not certain that the second is a given name. The lists are kept, and not to be changed.
    """
    text = without_stop(text.strip(" ,;:"))
    if not text or len(text) > _LONGEST:
        return None
    if ";" in text:
        groups = [part.strip(" ,") for part in text.split(";")]
        return _all([_one_or_pair(group, words) for group in groups if group])
    parts = [_pieces(part.strip(" ,"), words) for part in words.connector.split(text)]
    if not all(_is_name(piece, words) for part in parts for piece in part):
        return None
    names = _from_parts(parts, short)
    if names and any(name.get("given", "").lower() in words.places for name in names):
        return None
    return names


def is_certain(names: list[Name]) -> bool:
    """Whether every name has at least two words: a single word may be a place or anything."""
    return all("family" in name or " " in name["literal"] for name in names)


def _pieces(part: str, words: FreeTextWords) -> list[str]:
    """A part at its commas; "Jr." and "PhD" behind a comma are no piece."""
    pieces = [piece.strip() for piece in part.split(",")]
    return [piece for piece in pieces if piece.lower().rstrip(".") not in words.suffixes]


def _from_parts(parts: list[list[str]], short: bool) -> list[Name] | None:
    """Names from the parts between "and"s, each split at its commas."""
    if any(not part or not all(part) for part in parts):
        return None
    if all(len(part) == 2 and _is_last_first(part) for part in parts):
        two_families = short and len(parts) == 1 and not _INITIALS.fullmatch(parts[0][1])
        return None if two_families else [_last_first(part) for part in parts]
    flat = [piece for part in parts for piece in part]
    if all(" " in piece for piece in flat) and (len(parts) > 1 or len(flat) == 1):
        return [{"literal": piece} for piece in flat]
    if all(" " not in piece for piece in flat) and (all(len(part) == 1 for part in parts) or (short and len(flat) > 2)):
        return [{"literal": piece} for piece in flat]
    if (
        len(parts) > 1
        and len(parts[0]) == 2
        and _is_last_first(parts[0])
        and all(len(part) == 1 and " " in part[0] for part in parts[1:])
    ):
        return [_last_first(parts[0]), *({"literal": part[0]} for part in parts[1:])]
    return None


def _one_or_pair(group: str, words: FreeTextWords) -> list[Name] | None:
    pieces = _pieces(group, words)
    if not all(_is_name(piece, words) for piece in pieces):
        return None
    return _from_parts([pieces], short=False)


def _all(parts: list[list[Name] | None]) -> list[Name] | None:
    names: list[Name] = []
    for part in parts:
        if part is None:
            return None
        names += part
    return names


def _is_last_first(part: list[str]) -> bool:
    """Whether two pieces can be family and given name: at most one of them has several words."""
    family, given = part
    return family.count(" ") <= 1 and (family.count(" ") == 0 or given.count(" ") == 0) and given.count(" ") <= 2


def _last_first(part: list[str]) -> Name:
    return {"family": part[0], "given": part[1]}


def _is_name(piece: str, words: FreeTextWords) -> bool:
    """Whether every word of `piece` can stand in a person's name, and the first is written large."""
    tokens = piece.split()
    if not 1 <= len(tokens) <= 5 or not (tokens[0][0].isupper() or tokens[0].lower() in words.particles):
        return False
    if not any(len(token.strip(".")) > 1 for token in tokens) and len(tokens) > 3:
        return False
    return all(_is_name_word(token, words) for token in tokens)


def _is_name_word(token: str, words: FreeTextWords) -> bool:
    lower = token.lower().rstrip(".")
    if token in words.particles:
        return True
    if not token[0].isupper() and not token.startswith(("d'", "d’", "al-", "el-", "l'")):
        return False
    if lower.endswith(("'s", "’s")) or lower in words.no_name:
        return False
    if words.source_words.get(lower):
        return False
    return bool(_WORD.fullmatch(token) or _INITIALS.fullmatch(token))
