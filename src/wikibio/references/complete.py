"""The data of references, completed with what the readers leave out: the models' defaults, in the models' order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from wikibio.citations.model import Citation, Name
from wikibio.references.model import Reference, Use
from wikibio.values.date.model import Date

Data = dict[str, Any]


def _blank(model: type[BaseModel]) -> Data:
    """Every field of a model in its order, with the default where it has one."""
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
    }


_REFERENCE, _USE, _CITATION = _blank(Reference), _blank(Use), _blank(Citation)
_NAME, _DATE = _blank(Name), _blank(Date)
_PEOPLE = ("authors", "editors", "translators", "interviewers", "contributors")
_DATES = ("date", "original_date", "publication_date", "archive_date", "access_date")


def complete_references(references: Iterable[Data]) -> list[Data]:
    """References as their models would be dumped."""
    completed = []
    for reference in references:
        complete = _REFERENCE | reference
        complete["uses"] = [_USE | use for use in reference["uses"]]
        complete["citations"] = [_complete_citation(citation) for citation in reference["citations"]]
        completed.append(complete)
    return completed


def _complete_citation(citation: Data) -> Data:
    complete = _CITATION | citation
    for key in _PEOPLE:
        if key in citation:
            complete[key] = [_NAME | name for name in citation[key]]
    for key in _DATES:
        if key in citation:
            date = citation[key]
            if date is not None and len(date) < len(_DATE):
                complete[key] = _DATE | date
    return complete
