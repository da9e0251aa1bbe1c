"""The references of a page in the form that is asked for: what ``wikibio references --format`` prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wikibio.biography import Biography
from wikibio.citations.model import Citation


def export_references(bio: Biography, form: str, indent: int | None = None) -> str:
    """Text that ends with a line break; KeyError for a form that is none of `FORMS`.

    ``csl``, ``biblatex`` and ``ris`` have the citations, ``json``, ``jsonl``, ``csv`` and ``table`` the footnotes with
    them. `indent` is for the JSON forms.
    """
    return FORMS[form](bio, indent)


def citations_of(bio: Biography) -> list[Citation]:
    """All citations of a page, in the order of its references."""
    return [citation for reference in bio.references for citation in reference.citations]


def _json(bio: Biography, indent: int | None) -> str:
    return bio.references.model_dump_json(indent=indent) + "\n"


def _jsonl(bio: Biography, indent: int | None) -> str:
    return "".join(reference.model_dump_json() + "\n" for reference in bio.references)


def _csl(bio: Biography, indent: int | None) -> str:
    from wikibio.export.csl import to_csl_json

    return to_csl_json(citations_of(bio), indent)


def _biblatex(bio: Biography, indent: int | None) -> str:
    from wikibio.export.biblatex import to_biblatex

    return to_biblatex(citations_of(bio))


def _ris(bio: Biography, indent: int | None) -> str:
    from wikibio.export.ris import to_ris

    return to_ris(citations_of(bio))


def _csv(bio: Biography, indent: int | None) -> str:
    from wikibio.export.rows import to_csv

    return to_csv(bio.references)


def _table(bio: Biography, indent: int | None) -> str:
    from wikibio.export.table import to_table

    return to_table(bio.references)


FORMS: Mapping[str, Callable[[Biography, int | None], str]] = {
    "json": _json,
    "jsonl": _jsonl,
    "csl": _csl,
    "biblatex": _biblatex,
    "ris": _ris,
    "csv": _csv,
    "table": _table,
}
"""Libraries are imported by the forms that need them, so that the others start at once."""
