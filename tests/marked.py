"""Results in a shape that is easy to write down: spans as the wikitext they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def written(value: object, source: str) -> object:
    """`value` (JSON-like) with each ``span`` as its slice of `source`; references and empty values left out."""
    if isinstance(value, Mapping):
        parts = {str(key): written(part, source) for key, part in value.items()}
        if isinstance(value.get("span"), Sequence):
            start, end = value["span"]
            parts["span"] = source[start:end]
        return {key: part for key, part in parts.items() if part not in (None, [], {})}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [written(part, source) for part in value]
    return value


def agrees(got: object, wanted: object) -> bool:
    """Whether `got` says all that `wanted` says: of an object the keys that are wanted, of a list every entry.

    A key that is wanted as None must be missing or null.
    """
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and all(agrees(got.get(key), part) for key, part in wanted.items())
    if isinstance(wanted, list):
        return (
            isinstance(got, list)
            and len(got) == len(wanted)
            and all(agrees(*pair) for pair in zip(got, wanted, strict=True))
        )
    return got == wanted
