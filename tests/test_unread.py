"""A Biography keeps its data until a field is asked for; nobody can tell by what it says."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

import wikibio
from wikibio import Biography


@pytest.fixture
def bio(article: str) -> Biography:
    return wikibio.parse(article, title="Qasem Soleimani")


def test_a_field_is_made_once_and_others_wait(bio: Biography) -> None:
    assert bio.references is bio.references
    assert bio.references[0].uses[0].span.start < len(bio.source)
    unread = bio._data  # type: ignore[attr-defined]  # a slot that pydantic does not know
    assert "references" not in unread
    assert "links" in unread


@pytest.mark.parametrize("asked", [(), ("links",), ("diagnostics", "lead", "title"), tuple(Biography.model_fields)])
def test_json_is_the_same_whatever_was_asked_for(bio: Biography, asked: tuple[str, ...]) -> None:
    fresh = bio.model_dump_json()
    for name in asked:
        getattr(bio, name)
    assert bio.model_dump_json() == fresh
    assert bio.model_dump_json(indent=2) == json.dumps(json.loads(fresh), indent=2, ensure_ascii=False)
    assert json.loads(fresh) == bio.model_dump(mode="json")


def test_copies_know_all(bio: Biography, article: str) -> None:
    whole = wikibio.parse(article, title="Qasem Soleimani")
    for other in (copy.copy(bio), copy.deepcopy(bio), pickle.loads(pickle.dumps(bio)), bio.model_copy()):
        assert other == whole
        assert other.source == article
        assert other.model_dump_json() == whole.model_dump_json()
    assert repr(bio) == repr(whole)
    assert dict(bio) == dict(whole)


def test_what_is_no_field_is_no_attribute(bio: Biography) -> None:
    with pytest.raises(AttributeError, match="battle"):
        bio.battle  # type: ignore[attr-defined]  # noqa: B018


def test_a_field_cannot_be_set(bio: Biography) -> None:
    with pytest.raises(ValueError, match="frozen"):
        bio.title = "Another"  # type: ignore[misc]


def test_numbers_of_any_length_are_written() -> None:
    source = "{{Infobox person|name=A|awards=[[Order of B]] (99999999999999999999999)}}"
    dumped = json.loads(wikibio.parse(source).model_dump_json())
    assert "99999999999999999999999" in json.dumps(dumped["person"]["awards"])
