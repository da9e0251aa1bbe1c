"""Every template of a page with its parameters, on demand."""

from __future__ import annotations

from wikibio.context import Context
from wikibio.span import Span
from wikibio.values.model import Model


class PageTemplate(Model):
    """A template call: its name as written, its parameters as a reader of the page would see their values.

    Of several parameters with one name the last one stands, as in MediaWiki; ``bio.source[slice(*span)]`` is the
    wikitext.
    """

    name: str
    parameters: dict[str, str]
    span: Span


def read_templates(context: Context) -> tuple[PageTemplate, ...]:
    """``{{birth date|1957|3|11|df=y}}`` gives name "birth date" and parameters 1, 2, 3 and df."""
    return tuple(
        PageTemplate(
            name=template.name,
            parameters={name: context.line(parameter.value) for name, parameter in template.arguments().items()},
            span=Span(template.start, template.end),
        )
        for template in context.tree.templates
    )
