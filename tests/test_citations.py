"""Citations, case by case: wikitext in, fields out (data/citations/*.jsonl)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from wikibio.biography import ALL_DISPLAYS
from wikibio.citations.model import Citation
from wikibio.citations.pages import shown_pages
from wikibio.citations.reader import read_citations
from wikibio.lexicon.load import load
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data" / "citations"
ROOT = Path(__file__).parents[1]
DATES = ("date", "access_date", "archive_date", "original_date", "publication_date")
LANGUAGES = ("bn", "de", "en", "es", "fr", "it", "ja", "uk", "vi")


def cases(name: str) -> list[Any]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(case, id=case["name"]) for case in map(json.loads, lines)]


def read(wikitext: str, lang: str = "en") -> tuple[list[Citation], list[str]]:
    """The citations of a text, and the codes of what was found wrong with them."""
    context = read_page(wikitext, lang, ALL_DISPLAYS)
    citations = TypeAdapter(list[Citation]).validate_python(read_citations(context, context.tree.fragment))
    return citations, [str(diagnostic["code"]) for diagnostic in context.diagnostics]


def shown(citation: Citation) -> dict[str, Any]:
    """The fields as the cases write them: a date by its EDTF."""
    fields = citation.model_dump(mode="json")
    for name in DATES:
        fields[name] = fields[name] and fields[name]["edtf"]
    return fields


@pytest.mark.parametrize("case", [*cases("templates"), *cases("wrappers"), *cases("beside"), *cases("languages")])
def test_fields(case: dict[str, Any]) -> None:
    citations, codes = read(case["wikitext"], case.get("lang", "en"))
    wanted = case["all"] if "all" in case else [case["fields"]]
    assert len(citations) == len(wanted)
    for citation, fields in zip(citations, wanted, strict=True):
        assert {name: shown(citation)[name] for name in fields} == fields
    assert codes == case.get("diagnostics", [])


@pytest.mark.parametrize("case", cases("displays"))
def test_what_is_shown_in_running_text(case: dict[str, Any]) -> None:
    context = read_page(case["wikitext"], case.get("lang", "en"), ALL_DISPLAYS)
    assert context.line(context.tree.fragment) == case["text"]


def test_a_date_knows_where_it_stands() -> None:
    wikitext = "{{cite web|title=A|date = 3 May 2001 |url=http://a.org}}"
    citation = read(wikitext)[0][0]
    assert citation.date is not None
    assert wikitext[slice(*citation.date.span)] == "3 May 2001"
    assert wikitext[slice(*citation.span)] == wikitext


def test_a_problem_is_reported_once_though_the_text_is_shown_too() -> None:
    context = read_page("{{cite book|title=A|isbn=1}}", "en", ALL_DISPLAYS)
    read_citations(context, context.tree.fragment)
    context.line(context.tree.fragment)
    assert [diagnostic["code"] for diagnostic in context.diagnostics] == ["citation-invalid-identifier"]


@pytest.mark.parametrize("text", ["12", "5–9", "xii, xv", "Chapter 14", ""])
def test_pages_that_are_shown_as_they_are(text: str) -> None:
    assert shown_pages(text) == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_words_that_citations_need(lang: str) -> None:
    lexicon = load(lang)
    assert lexicon.templates("citation")
    assert set(lexicon.word_table("month").values()) == {str(month) for month in range(1, 13)}
    assert {"live", "dead"} <= set(lexicon.word_table("url_status").values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_meaning_is_one_that_a_reader_knows(lang: str) -> None:
    """A slip in a table would make a detail of a title, and nobody would notice."""
    table = json.loads((ROOT / "src/wikibio/lexicon/data/generated/cs1_aliases.json").read_text(encoding="utf-8"))
    known = set(table["parameters"].values()) | OWN_MEANINGS
    lexicon = load(lang)
    used = set(lexicon.word_table("citation_parameter").values())
    for row in lexicon.templates("citation"):
        used |= {*row.arguments, *row.fixed}
    assert used - known == set()


OWN_MEANINGS = {
    # What templates of other wikis, and those for one source only, say beside Citation Style 1.
    "access_month", "access_year", "cite_id", "comment", "domestic", "isbn2", "label", "month_day", "more_authors",
    "original_language", "original_title", "periodical_url", "preface", "presentation_url", "publication_type",
    "status", "subtitle", "total_pages", "url_broken", "user",
}  # fmt: skip


def test_the_generated_table_is_up_to_date() -> None:
    script = ROOT / "tools" / "generate_cs1_aliases.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0


def test_the_article(article: str) -> None:
    context = read_page(article, "en", ALL_DISPLAYS)
    templates = [node for node in context.tree.templates if context.role(node) == "citation"]
    citations = [read(article[node.start : node.end])[0] for node in templates]
    assert len(templates) == 183
    assert all(len(found) == 1 and found[0].title and found[0].kind != "document" for found in citations)
    assert sum(1 for found in citations if found[0].date and found[0].date.edtf) == 119
