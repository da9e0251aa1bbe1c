"""What a reader noticed but could not, or would not, turn into a fact."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from wikibio.span import Span

Code = Literal[
    # syntax
    "tokenizer-mismatch",
    # vocabulary
    "no-vocabulary",
    "no-infobox",
    "unknown-parameter",
    "duplicate-parameter",
    "value-after-infobox",
    "infobox-unclosed",
    # values
    "invalid-date",
    "value-too-long",
    "invalid-coordinates",
    # references, after the errors of MediaWiki's Cite extension
    "reference-undefined-name",
    "reference-no-text",
    "reference-duplicate-definition",
    "reference-numeric-name",
    "reference-unknown-attribute",
    "reference-unused-list-defined",
    "reference-list-defined-without-name",
    "reference-group-mismatch",
    "reference-no-list",
    "reference-unclosed",
    "reference-nested",
    "short-footnote-no-target",
    # citations
    "citation-unknown-parameter",
    "citation-duplicate-value",
    "citation-invalid-identifier",
    "citation-invalid-date",
    "citation-archive-without-url",
]


class Diagnostic(BaseModel):
    """A finding: its code from a closed list, a sentence for people, and where it stands.

    Reading never fails on content: a reader returns its best value and reports one of these.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    message: str
    span: Span
