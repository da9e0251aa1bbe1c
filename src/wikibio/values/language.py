"""Text in a language that the source names."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.syntax.nodes import Fragment, Template
from wikibio.values.kept import text_of
from wikibio.values.shown import shown_nodes


def read_language_text(context: Context, fragment: Fragment) -> dict[str, object] | None:
    """``{{lang|fa|قاسم}}`` gives the text with the language "fa"; without such a template the language is None."""
    text = text_of(context, fragment)
    if not text:
        return None
    return {
        "text": text,
        "lang": _code(context, fragment),
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _code(context: Context, fragment: Fragment) -> str | None:
    """The code of the first language template: an argument, or the end of the template's name (``lang-fa``)."""
    for node in shown_nodes(context, fragment):
        row = context.lexicon.template(node.name) if type(node) is Template else None
        if row is None or row.role != "language" or type(node) is not Template:
            continue
        slot = row.slots.get("code", ())
        named = next((parameter for parameter in node.parameters if parameter.name in slot), None)
        if named is not None:
            return context.line(named.value) or None
        prefix = row.fixed.get("code_prefix", "")
        name = " ".join(node.name.replace("_", " ").split()).lower()
        if prefix and name.startswith(prefix):
            return name.removeprefix(prefix)
    return None
