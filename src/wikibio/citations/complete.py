"""A citation in free text, completed with what its reader leaves out; those in templates are read into a blank one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wikibio.citations.model import BLANK_CITATION, Name
from wikibio.values.date.model import Date
from wikibio.values.model import blank

_NAME, _DATE = blank(Name), blank(Date)
_PEOPLE = ("authors", "editors", "translators", "interviewers", "contributors")
_DATES = ("date", "original_date", "publication_date", "archive_date", "access_date")


def complete_citation(citation: Mapping[str, Any]) -> dict[str, Any]:
    """``{title: "A"}`` gives all fields of a Citation, in its order, as it would be dumped."""
    complete = {**BLANK_CITATION, **citation}
    for key in _PEOPLE:
        if key in citation:
            complete[key] = [_NAME | name for name in citation[key]]
    for key in _DATES:
        if citation.get(key) is not None:
            complete[key] = _DATE | citation[key]
    return complete
