"""Parents, children and other relatives: people, not counts of people."""

from __future__ import annotations

import re
from collections.abc import Callable

from wikibio.infobox.values import Value
from wikibio.person.facts import Facts

_COUNT = re.compile(r"(\d{1,3})(?: \([^()]*\))?")
_AMONG = re.compile(r"(\d{1,3})[,;:]\s")


def read_relatives(*roles: str) -> Callable[[Facts], list[Value]]:
    """The people in fields of these roles in source order; "unknown" and "none" are nobody."""

    def read(facts: Facts) -> list[Value]:
        items = (item for field in facts.in_order(*roles) for item in facts.of_field("item", field))
        return [item for item in items if not _is_nobody(facts, item)]

    return read


def read_children(facts: Facts) -> list[Value]:
    """``children = [[Euan]]<br>Nicky`` gives two; a bare number (``children = 2``) names none."""
    return [item for item in read_relatives("child")(facts) if _count(facts, item) is None]


def read_number_of_children(facts: Facts) -> int | None:
    """``children = 2``, ``children = Two`` or ``children = 4, including [[Ada]]``."""
    for item in facts.values("item", "child"):
        match = _AMONG.match(str(item["text"]))
        count = int(match[1]) if match is not None else _count(facts, item)
        if count is not None:
            return count
    return None


def _is_nobody(facts: Facts, item: Value) -> bool:
    text = str(item["text"])
    return not text or facts.context.lexicon.word("nobody", text) is not None


def _count(facts: Facts, item: Value) -> int | None:
    """The number that an item is and nothing else, but for a remark in brackets: "6 (2 deceased)"."""
    text = str(item["text"]).strip(" .+")
    match = _COUNT.fullmatch(text)
    if match is not None and (item["link"] is None or match[1] == text):
        return int(match[1])
    word = facts.context.lexicon.word("count", text)
    return int(word) if word is not None else None
