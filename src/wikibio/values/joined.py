"""Values that show several things, as one item: ``A<br>B`` reads "A, B"."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.values.item import read_item
from wikibio.values.listing import read_items


def read_item_list(context: Context, fragment: Fragment) -> list[dict[str, object]]:
    """Each thing that a value lists as an item, without those that say nothing ("unknown", "–", "???").

    ``[[Ramsay MacDonald]]<br>[[Stanley Baldwin]]`` gives two.
    """
    items = [fragment] if _is_one_thing(fragment) else read_items(context, fragment)
    found = [read_item(context, item) for item in items]
    return [item for item in found if not says_nothing(context, str(item["text"]))]


def _is_one_thing(fragment: Fragment) -> bool:
    """Whether a value is plain text or one link, as most are, so that no list need be looked for."""
    start, end, nodes = fragment
    if not nodes:
        return True
    node = nodes[0]
    return len(nodes) == 1 and type(node) is WikiLink and node.start == start and node.end == end


def read_joined_item(context: Context, fragment: Fragment) -> dict[str, object] | None:
    """A whole value as one item, its list with commas; None where it says nothing.

    ``{{plainlist|\\n* [[Alexander IV of Macedon|Alexander IV]]\\n* Philip III}}`` has the text
    "Alexander IV, Philip III" and links to Alexander IV of Macedon.
    """
    items = read_item_list(context, fragment)
    if not items:
        return None
    if len(items) == 1 and items[0]["span"] == (fragment.start, fragment.end):
        return items[0]
    link = next((item["link"] for item in items if item["link"]), None)
    return {
        "text": ", ".join(str(item["text"]) for item in items),
        "link": link,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def says_nothing(context: Context, text: str) -> bool:
    """Whether a text stands for no value: no letter or digit in it, or a row of ``[words.nobody]``."""
    if not text[:1].isalnum() and not any(character.isalnum() for character in text):
        return True
    return context.lexicon.word("nobody", text) is not None
