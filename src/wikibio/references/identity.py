"""Ids of references: readable, unique, and the same on every run."""

from __future__ import annotations

from wikibio.references.calls import Footnote


class Identities:
    """A footnote is called by its name, else by its label: "filkins", "note-1", "r12", "note-a".

    A name that is taken (in another group, or before the last list) gets a number: "filkins-2".
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._unshown = 0
        self._sources = 0
        self._last: dict[str, int] = {}

    def footnote(self, footnote: Footnote, label: str) -> str:
        wanted = footnote.name
        if not wanted:
            if not footnote.group:
                wanted = f"r{label}"
            else:
                wanted = label.replace(" ", "-") if label.startswith(footnote.group) else f"note-{label}"
        if wanted in self._taken:
            return self.unique(wanted)
        self._taken.add(wanted)
        return wanted

    def unshown(self, footnote: Footnote) -> str:
        """The id of a footnote that has no label."""
        if footnote.name:
            return self.unique(footnote.name)
        self._unshown += 1
        return self.unique(f"unshown-{self._unshown}")

    def source(self) -> str:
        """The id of the next source without a footnote."""
        self._sources += 1
        return self.unique(f"source-{self._sources}")

    def unique(self, wanted: str) -> str:
        name = wanted
        while name in self._taken:
            self._last[wanted] = number = self._last.get(wanted, 1) + 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name
