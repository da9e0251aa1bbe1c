"""The whole Biography: the golden JSON of the supplied article, and the laws that hold for any text."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import wikibio
from strategies import wikitext
from wikibio import Biography

GOLDEN = Path(__file__).parent / "data" / "golden" / "qasem_soleimani.json"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every span in a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "span":
                yield inner[0], inner[1]
            else:
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def check_laws(source: str) -> Biography:
    bio = wikibio.parse(source, title="T")
    dumped = bio.model_dump_json()
    assert Biography.model_validate_json(dumped).with_source(source) == bio
    assert wikibio.parse(source, title="T") == bio
    assert bio.model_dump_json() == dumped, "the data that were written first are not those of the models"
    for start, end in spans(json.loads(dumped)):
        assert 0 <= start <= end <= len(source)
    assert bio.source == source
    assert wikibio.extract_references(source) == bio.references
    assert wikibio.extract_infobox(source) == bio.infobox
    return bio


def test_golden_json_of_the_article(article: str) -> None:
    """`python tools/write_golden.py` writes the file anew; read the difference before you commit it."""
    bio = wikibio.parse(article, title="Qasem Soleimani")
    assert json.loads(bio.model_dump_json()) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_article_obeys_the_laws(article: str) -> None:
    check_laws(article)


@given(wikitext)
@settings(max_examples=60)
def test_any_text_obeys_the_laws(source: str) -> None:
    check_laws(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        "\0",
        "\ud800",
        "\ufeff{{Infobox person|name=A}}",
        "a\r\n== b ==\r\n<ref>c</ref>\r\n",
        "\u200fa\u200f",
        "\0{{a|\0}}",
        "a\ue002b\ufdd2<ref>c\ufdd3\ufdd8</ref>",
        "&#xFDD2;<ref>x</ref>&#xE002;",
        "|}<ref name=a />",
        "|- <ref>x</ref>",
    ],
)
def test_unusual_characters_obey_the_laws(source: str) -> None:
    check_laws(source)


def test_a_biography_pickles_and_knows_its_source_again(article: str) -> None:
    bio = wikibio.parse(article, title="Qasem Soleimani")
    assert pickle.loads(pickle.dumps(bio)) == bio
    read_back = Biography.model_validate_json(bio.model_dump_json())
    assert read_back.source == ""
    assert read_back.with_source(article).source == article


def test_dates_slice_to_what_they_were_read_from(article: str) -> None:
    bio = wikibio.parse(article)
    assert bio.person is not None
    assert bio.person.birth is not None
    assert bio.person.birth.date is not None
    assert bio.source[slice(*bio.person.birth.date.span)] == "{{Birth date|1957|3|11|df=y}}"


def test_only_a_wrong_type_raises() -> None:
    with pytest.raises(TypeError, match="must be a str"):
        wikibio.parse(b"bytes")  # type: ignore[arg-type]


def test_a_language_without_tables_is_read_all_the_same() -> None:
    bio = wikibio.parse("{{Infokvir|ime=A}}<ref name=a>b</ref>\n== C ==\nd<ref name=a />", lang="bs")
    assert [(r.label, len(r.uses)) for r in bio.references] == [("1", 2)]
    assert bio.sections["C"].text == "d"
    assert "no-vocabulary" in {diagnostic.code for diagnostic in bio.diagnostics}


def test_extracting_one_part_gives_what_parse_gives(article: str) -> None:
    bio = wikibio.parse(article)
    assert wikibio.extract_references(article) == bio.references
    assert wikibio.extract_infobox(article) == bio.infobox


def test_a_page_without_an_infobox_says_so() -> None:
    bio = wikibio.parse("Some text.")
    assert (bio.infobox, bio.person) == (None, None)
    assert "no-infobox" in {diagnostic.code for diagnostic in bio.diagnostics}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not part of the project")
def test_every_article_obeys_the_laws() -> None:
    for path in sorted(CORPUS.glob("*.wikitext")):
        source = path.read_bytes().decode("utf-8")
        bio = wikibio.parse(source, title=path.stem, lang=path.stem.partition("__")[0])
        assert Biography.model_validate_json(bio.model_dump_json()).with_source(source) == bio
