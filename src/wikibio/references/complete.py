"""The data of references, completed with what the readers leave out: the models' defaults, in the models' order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wikibio.citations.model import BLANK_CITATION, Name
from wikibio.references.model import Reference, Use
from wikibio.values.date.model import Date
from wikibio.values.model import blank

Data = dict[str, Any]


_REFERENCE, _USE, _NAME, _DATE = blank(Reference), blank(Use), blank(Name), blank(Date)
_PEOPLE = ("authors", "editors", "translators", "interviewers", "contributors")
_DATES = ("date", "original_date", "publication_date", "archive_date", "access_date")


def complete_references(references: Iterable[Data]) -> list[Data]:
    """References as their models would be dumped."""
    completed = []
    for reference in references:
        complete = _REFERENCE | reference
        complete["uses"] = [_USE | use for use in reference["uses"]]
        complete["citations"] = [
            citation if len(citation) == len(BLANK_CITATION) else _complete_citation(citation)
            for citation in reference["citations"]
        ]
        completed.append(complete)
    return completed


def _complete_citation(citation: Data) -> Data:
    """A citation in free text; those in templates are read into a blank one."""
    complete = BLANK_CITATION | citation
    for key in _PEOPLE:
        if key in citation:
            complete[key] = [_NAME | name for name in citation[key]]
    for key in _DATES:
        if key in citation and citation[key] is not None:
            complete[key] = _DATE | citation[key]
    return complete
