"""The picture that an infobox names."""

from __future__ import annotations

import re
from urllib.parse import unquote

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Template, WikiLink
from wikibio.values.kept import text_of
from wikibio.values.links import namespace
from wikibio.values.model import Model
from wikibio.values.shown import shown_nodes

_FILE = re.compile(r"[^\[\]{}|<>\n]+\.\w{2,5}")


class Image(Model):
    """A file with its caption and its alternative text, each as a reader sees it; `file` has no namespace."""

    file: str
    caption: str | None = None
    alt: str | None = None
    span: Span
    references: tuple[str, ...] = ()


def read_image(context: Context, fragment: Fragment) -> dict[str, object] | None:
    """``Qasem Soleimani.jpg``, ``File:Qasem_Soleimani.jpg`` or ``[[File:Qasem Soleimani.jpg|thumb]]``, all the same.

    A template with role ``image`` (``{{CSS image crop|Image=A.jpg}}``) names the file in an argument.
    """
    name = _name(context, fragment)
    if name is None:
        return None
    return {
        "file": name,
        "caption": None,
        "alt": None,
        "span": (fragment.start, fragment.end),
        "references": context.footnotes(fragment.start, fragment.end),
    }


def _name(context: Context, fragment: Fragment) -> str | None:
    for node in shown_nodes(context, fragment):
        if type(node) is WikiLink and namespace(context, node.target) == "file":
            return file_name(context, node.target)
        if type(node) is Template:
            row = context.lexicon.template(node.name)
            if row is not None and row.role == "image":
                slot = row.slots.get("file", ())
                named = next((p for p in node.parameters if p.name in slot and context.line(p.value)), None)
                if named is not None:
                    return file_name(context, context.line(named.value))
    # ``A.jpg{{!}}border``: options may follow, as in a link.
    text = text_of(context, fragment).partition("|")[0].rstrip()
    return file_name(context, text) if _FILE.fullmatch(text) else None


def file_name(context: Context, target: str) -> str:
    """A file's name without its namespace: ``File:A_b%27s.jpg`` gives "A b's.jpg"."""
    if namespace(context, target) == "file":
        target = target.partition(":")[2]
    name = " ".join(unquote(target).replace("_", " ").split())
    return name[:1].upper() + name[1:]
