"""Texts without wiki markup are read too, and agree with the article where they state the same facts."""

from __future__ import annotations

import re

import pytest

import wikibio
from conftest import FIXTURES
from wikibio.lexicon.load import load
from wikibio.values.date import DateWords, read_date

NEWS = ["slatest_strike_kills_commander.txt", "soleimani_airstrike_2020.txt", "us_kills_iran_general.txt"]


@pytest.mark.parametrize("name", NEWS)
def test_news_has_a_lead_and_no_infobox(name: str) -> None:
    source = (FIXTURES / name).read_bytes().decode("utf-8")
    bio = wikibio.parse(source)
    assert bio.infobox is None
    assert len(bio.lead.text) > 0.9 * len(source.strip()) - source.count("\n")
    assert len(bio.references) == 0


def test_the_personal_data_of_the_news_agree_with_the_article(article: str) -> None:
    news = (FIXTURES / "us_kills_iran_general.txt").read_bytes().decode("utf-8")
    data = dict(re.findall(r"^\*\*(.+?)\*\*(.+)$", news, re.MULTILINE))
    bio = wikibio.parse(article)
    person = bio.person
    words = DateWords(load("en").words)
    assert person is not None
    assert person.birth is not None
    assert person.birth.date is not None
    assert person.death is not None
    assert person.death.date is not None
    assert read_date(data["Born"], words) == person.birth.date.edtf
    assert read_date(data["Died"], words) == person.death.date.edtf
    assert [read_date(data["Years of Service"], words)] == [service.edtf for service in person.service]
    assert data["Rank"].casefold() == person.rank[0].text.casefold()
    command = re.fullmatch(r"(.+) \((\d+–\d+)\)", data["Commands Held"])
    assert command is not None
    held = {succession.title.replace("the ", ""): succession.years for succession in bio.succession}
    assert held[command[1].replace("the ", "")] == command[2]
