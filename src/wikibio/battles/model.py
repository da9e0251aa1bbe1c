"""A battle with the battles that belong to it, and the tree of them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import RootModel

from wikibio.span import Span
from wikibio.values.date.model import Date
from wikibio.values.model import Model


class Battle(Model):
    """A war, campaign or battle as the infobox lists it.

    `name` is what shows, without marks and without the years in brackets behind it, which are `dates`; `marks` says
    what befell the person there (KIA, WIA, POW, …). `depth` counts from 0; `battles` are those listed under this one.
    """

    name: str
    link: str | None = None
    dates: Date | None = None
    marks: tuple[str, ...] = ()
    battles: tuple[Battle, ...] = ()
    depth: int
    span: Span
    references: tuple[str, ...] = ()


class Battles(RootModel[tuple[Battle, ...]]):
    """The conflicts of an infobox, each with its battles; a plain list in JSON."""

    def __iter__(self) -> Iterator[Battle]:  # type: ignore[override]  # iterates over its battles, as a sequence does
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    def __getitem__(self, index: int) -> Battle:
        return self.root[index]

    def walk(self) -> Iterator[Battle]:
        """Every battle, a conflict before the battles under it, in source order."""
        stack = list(reversed(self.root))
        while stack:
            battle = stack.pop()
            yield battle
            stack.extend(reversed(battle.battles))
