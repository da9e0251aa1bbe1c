"""Where in the source something stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in the source that was given.

    ``source[slice(*span)]`` is the wikitext it covers; in JSON it is ``[start, end]``.
    """

    start: int
    end: int

    def contains(self, other: tuple[int, int]) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self[0] <= other[0] and other[1] <= self[1]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A pair of integers made a Span without a call into Python: a page has thousands of them."""
        from pydantic_core import core_schema

        pair = core_schema.tuple_schema([core_schema.int_schema(ge=0), core_schema.int_schema(ge=0)])
        return core_schema.no_info_after_validator_function(partial(tuple.__new__, cls), pair)
