"""The models that every kind of value shares."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from wikibio.span import Span


class Model(BaseModel):
    """Frozen and closed: a result holds values and spans, never nodes, so it pickles and travels as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Model):
    """A value as a reader of the page sees it.

    `text` is without markup and footnote markers; `link` is the page that its first wikilink leads to, without the
    ``#fragment``; `references` are the ids of the footnotes attached to it.
    """

    text: str
    link: str | None = None
    span: Span
    references: tuple[str, ...] = ()


class LanguageText(Model):
    """Text in a language that the source names: `lang` is a BCP 47 tag, or None where it names none."""

    text: str
    lang: str | None = None
    span: Span
    references: tuple[str, ...] = ()


def blank(model: type[BaseModel]) -> dict[str, Any]:
    """Every field of a model in its order, with the default where it has one and None where it has none."""
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
    }
