"""A Biography keeps its data until a field is asked for; nobody can tell by what it says."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor

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


FACTS = (
    "{{Infobox person|name=[[A]]|native_name={{lang|fa|B}}|image=A.jpg|caption=[[C]]|height=1.7 m|pet=|module="
    "{{Infobox officeholder|embed=yes|office=D|term=1990–1995|successor=[[E]]}}|spouse=[[F]] (m. 1990–2000)"
    "|birth_date=baptised 1 May 1950|birth_place=[[G]], H|death_date=1 June 2010 (aged 60)|resting_place=I"
    "|resting_place_coordinates={{coord|1|2}}|awards=[[J]] (2)<br>K (1982)|website={{URL|a.org}}|education=[[L]] (BA)"
    "|party=M (1990–2003)|battles='''[[N]]''' (1914–18)\n* [[O]]{{KIA}}\n|years_active=1970–1980, 1990"
    "|clubs1=P|years1=1980–1986|caps1=5|goals1=1|medaltemplates={{MedalSport|Q}}{{MedalGold|[[R]]|S}}}}"
    "{{coord|3|4|display=title}}{{s-bef|before=[[T]]}}{{s-ttl|title=U|years=1066}}{{s-aft|after=V}}"
)


def test_the_data_of_facts_are_as_their_models_write_them() -> None:
    """Complete down to the last default, in the order of the models: JSON is written from data or from models."""
    bio = wikibio.parse(FACTS)
    fresh = bio.model_dump_json()
    for name in ("person", "infoboxes", "coordinates", "succession"):
        getattr(bio, name)
    assert bio.model_dump_json() == fresh


def test_copies_know_all(bio: Biography, article: str) -> None:
    whole = wikibio.parse(article, title="Qasem Soleimani")
    for other in (copy.copy(bio), copy.deepcopy(bio), pickle.loads(pickle.dumps(bio)), bio.model_copy()):
        assert other == whole
        assert other.source == article
        assert other.model_dump_json() == whole.model_dump_json()
    assert repr(bio) == repr(whole)
    assert dict(bio) == dict(whole)


def test_threads_may_ask_at_once(article: str) -> None:
    """Some read fields, one writes JSON, of results that nobody has asked for anything yet."""
    wanted = wikibio.parse(article, title="T").model_dump_json()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            for _ in range(10):
                bio = wikibio.parse(article, title="T")
                written = pool.submit(bio.model_dump_json)
                read = [pool.submit(getattr, bio, name) for name in Biography.model_fields for _ in range(2)]
                assert written.result() == wanted
                assert all(done.result() is not NotImplemented for done in read)
    finally:
        sys.setswitchinterval(interval)


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
