"""JSON of a page or of one part of it, and the JSON Schema of the whole."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from wikibio.biography import Biography, extract_coverage
from wikibio.infobox.coverage import Coverage

_COVERAGES = TypeAdapter(tuple[Coverage, ...])


def infobox_json(bio: Biography, indent: int | None = None) -> str:
    """The main infobox; ``null`` where the page has none."""
    return "null" if bio.infobox is None else bio.infobox.model_dump_json(indent=indent)


def coverage_json(bio: Biography, indent: int | None = None) -> str:
    """For each infobox its characters in pieces: consumed, ignored (by which rule) or unknown."""
    return _COVERAGES.dump_json(extract_coverage(bio.source, bio.lang), indent=indent).decode("utf-8")


def person_json(bio: Biography, indent: int | None = None) -> str:
    """The facts about the person; ``null`` where no infobox is a person's."""
    return "null" if bio.person is None else bio.person.model_dump_json(indent=indent)


def battles_json(bio: Biography, indent: int | None = None) -> str:
    """The list of conflicts with the battles in them; empty where the page names none."""
    return bio.battles.model_dump_json(indent=indent)


def sections_json(bio: Biography, indent: int | None = None) -> str:
    """The list of sections with their subsections."""
    return bio.sections.model_dump_json(indent=indent)


def schema_json(indent: int | None = None) -> str:
    """The JSON Schema (2020-12) of what `Biography.model_dump_json` gives."""
    schema = Biography.model_json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=indent or None)
