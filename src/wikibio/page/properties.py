"""Single statements of a page about itself: sort key, short description, date format, Wikidata item, redirect."""

from __future__ import annotations

import re
from typing import Literal

from wikibio.context import Context
from wikibio.lexicon.tables import TemplateRow
from wikibio.syntax.nodes import Template, WikiLink
from wikibio.values.links import split_target
from wikibio.values.model import Model
from wikibio.values.show import given

_ITEM = re.compile(r"Q[1-9]\d*")


class Properties(Model):
    """What templates and magic words say of the page; None where they say nothing. The last one stands."""

    short_description: str | None = None
    default_sort: str | None = None
    date_format: Literal["dmy", "mdy"] | None = None
    wikidata: str | None = None
    redirect: str | None = None


def read_properties(context: Context) -> Properties:
    """``{{Short description|Iranian general}}{{DEFAULTSORT:Soleimani, Qasem}}`` gives both texts.

    `wikidata` is the item that a sister project template names; `redirect` the page that ``#REDIRECT`` leads to.
    """
    found: dict[str, object] = {"redirect": _redirect(context)}
    for template in context.tree.templates:
        if ":" in template.name:
            found["default_sort"] = _magic_word(context, template) or found.get("default_sort")
    for template, row in context.templates("date_format", "short_description", "default_sort", "wikidata"):
        value = _property(context, template, row)
        if value:
            found[row.role] = value
    return Properties.model_validate(found)


def _property(context: Context, template: Template, row: TemplateRow) -> str | None:
    if row.role == "date_format":
        return row.kind
    if row.role == "short_description":
        text = _argument(context, template, row.slots.get("text", ()))
        return None if text.lower() == "none" else text
    if row.role == "default_sort":
        return _argument(context, template, row.slots.get("key", ()))
    item = _argument(context, template, row.slots.get("item", ()))
    return item if _ITEM.fullmatch(item) else None


def _magic_word(context: Context, template: Template) -> str | None:
    """``{{DEFAULTSORT:Soleimani, Qasem}}`` (Help:Magic words)."""
    word, _, value = template.name.partition(":")
    return " ".join(value.split()) if context.lexicon.word("magic_word", word.strip()) == "default_sort" else None


def _argument(context: Context, template: Template, slot: tuple[str, ...]) -> str:
    parameter = given(context, template.arguments(), slot)
    return "" if parameter is None else context.line(parameter.value)


def _redirect(context: Context) -> str | None:
    """``#REDIRECT [[Qasem Soleimani]]`` at the top of the page (Help:Redirect)."""
    word = context.source.lstrip()[:40].partition("[")[0].strip().rstrip(":").strip()
    if not word.startswith("#") or context.lexicon.word("redirect", word) is None:
        return None
    links = (link for link in context.tree.wiki_links[:1] if isinstance(link, WikiLink))
    return next((split_target(link.target)[0] for link in links), None)
