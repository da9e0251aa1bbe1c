"""A date: EDTF with the text it was read from."""

from __future__ import annotations

from wikibio.span import Span
from wikibio.values.model import Model


class Date(Model):
    """`edtf` is EDTF (ISO 8601-2), never more precise than the source: ``1957-03-11``, ``1530~``, ``1979/..``.

    It is None where the text is a date that cannot be (30 February) or says that the date is unknown.
    """

    edtf: str | None
    text: str
    span: Span
    references: tuple[str, ...] = ()
