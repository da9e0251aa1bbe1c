"""Pages as Help:Citation Style 1, Pages, shows them."""

from __future__ import annotations

import re
from functools import lru_cache

_RANGE = re.compile(
    r"(?<![\w.–-])(?P<first>[A-Za-z]{0,2}[0-9]+[A-Za-z]?|[IVXLCDMivxlcdm]+)\s*(?:-|--|—|―)\s*"
    r"(?P<last>[A-Za-z]{0,2}[0-9]+[A-Za-z]?|[IVXLCDMivxlcdm]+)(?![\w–-])"
)


@lru_cache(maxsize=2048)
def shown_pages(text: str) -> str:
    """Ranges with an en dash, several with commas; ``((12-3))`` is one page that is numbered so.

    >>> shown_pages("12-15; xi - xiv; A-1"), shown_pages("((12-3))")
    ('12–15, xi–xiv, A-1', '12-3')
    """
    if text.startswith("((") and text.endswith("))"):
        return text[2:-2].strip()
    pieces = re.split(r"\s*;\s*", text) if ";" in text else [text]
    return ", ".join(_RANGE.sub(r"\g<first>–\g<last>", piece) for piece in pieces if piece)
