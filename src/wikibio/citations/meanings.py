"""How the parameters of citation templates are read: by their keys, once a language."""

from __future__ import annotations

from dataclasses import replace

from wikibio.citations.identifiers import KEYS as IDENTIFIER_KEYS
from wikibio.citations.text import Meaning, Reading
from wikibio.citations.titles import ALWAYS

_TEXTS = {
    "publisher": "publisher",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "title_type": "genre",
    "conference": "event",
    "url_access": "url_access",
    "archive_url": "archive_url",
    "quote": "quote",
    "trans_quote": "trans_quote",
    "via": "via",
    "agency": "agency",
}
"""Key -> field, where a value is taken over as it is."""
_DATES = {
    "date": "date",
    "access_date": "access_date",
    "archive_date": "archive_date",
    "orig_date": "original_date",
    "publication_date": "publication_date",
}
PLACES = ("publication_place", "place")
PAGES = ("sheet", "sheets", "page", "pages", "at")
"""The first that is given says where in the source something stands."""
_ELSEWHERE = ("url_status", "language", "ref", "vauthors", "veditors")

_READINGS = {
    **{key: (Reading.TEXT, field) for key, field in _TEXTS.items()},
    **{key: (Reading.DATE, field) for key, field in _DATES.items()},
    **dict.fromkeys(IDENTIFIER_KEYS, (Reading.IDENTIFIER, "")),
    **dict.fromkeys(ALWAYS, (Reading.TITLE, "")),
    **dict.fromkeys((*PLACES, "page", "pages"), (Reading.PLACE, "")),
    **dict.fromkeys(("sheet", "sheets", "at"), (Reading.PLACE_AND_DETAIL, "")),
    **dict.fromkeys(_ELSEWHERE, (Reading.ELSEWHERE, "")),
    "series": (Reading.SERIES, "series"),
    "series_link": (Reading.SERIES, ""),
}
"""Key -> how it is read, and the field it goes to; any other is a detail."""
_AS_DETAIL = (Reading.DETAIL, "")


def meaning_of(key: str, rank: int) -> Meaning:
    """What the tables call ``author.last`` or ``title``, as the meaning of the first such parameter."""
    people, _, part = key.partition(".")
    if part:
        return Meaning("", f"{key}1", people, part, 1, rank, Reading.NAME, "")
    return Meaning("", key, key, "", 0, rank, *_READINGS.get(key, _AS_DETAIL))


def named(meaning: Meaning | None, name: str, number: int | None = None) -> Meaning:
    """The meaning of the parameter called `name`, with its number; one without a meaning is unknown."""
    if meaning is None or meaning.reading is Reading.NOTHING:
        reading = Reading.UNKNOWN if meaning is None else Reading.NOTHING
        return Meaning(name, f"={name}", "", "", 0, 0, reading, "")
    if number is None or not meaning.part:
        return replace(meaning, name=name)
    return replace(meaning, name=name, number=number, slot=f"{meaning.key}.{meaning.part}{number}")


PART_OF_FIXED = Meaning("", "", "", "", 0, 0, Reading.NOTHING, "")
"""A parameter that only makes up a value which the template supplies."""
