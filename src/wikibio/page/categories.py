"""Categories with their sort keys (Help:Category)."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.span import Span
from wikibio.values.links import links_into
from wikibio.values.model import Model


class Category(Model):
    """A category that the page itself names; `sort_key` is None where it has none of its own."""

    name: str
    sort_key: str | None = None
    span: Span


def read_categories(context: Context) -> list[dict[str, object]]:
    """``[[Category:1957 births|Soleimani]]`` gives name "1957 births" with sort key "Soleimani".

    A category named twice counts once, with its last sort key; ``[[:Category:X]]`` is a link and ``[[Category:X|]]``
    is text, as in MediaWiki.
    """
    found: dict[str, dict[str, object]] = {}
    for link in links_into(context, "category"):
        content = link.content
        if content is not None and content.start >= content.end:
            continue
        name = " ".join(link.target.partition(":")[2].partition("#")[0].replace("_", " ").split())
        if not name:
            continue
        name = name[0].upper() + name[1:]
        key = None if content is None else context.source[content.start : content.end]
        found[name] = {"name": name, "sort_key": key, "span": (link.start, link.end)}
    return list(found.values())
