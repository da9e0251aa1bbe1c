"""Exports are read back by independent readers: jsonschema for CSL, bibtexparser for BibLaTeX, rispy for RIS."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from jsonschema import Draft7Validator

import wikibio
from wikibio.biography import Biography
from wikibio.citations.csl import csl_date, csl_items, full_title
from wikibio.citations.keys import unique_keys
from wikibio.citations.model import Citation, Name
from wikibio.export.biblatex import to_biblatex
from wikibio.export.references import FORMS, citations_of, export_references
from wikibio.export.ris import to_ris
from wikibio.values.date.model import Date

DATA = Path(__file__).parent / "data"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def bio(article: str) -> Biography:
    return wikibio.parse(article, title="Qasem Soleimani")


@pytest.fixture(scope="session")
def citations(bio: Biography) -> list[Citation]:
    return citations_of(bio)


@pytest.fixture(scope="session")
def csl_validator() -> Draft7Validator:
    """CSL 1.0.2 as a JSON Schema, built from the facts in data/csl."""
    facts = json.loads((DATA / "csl" / "csl_data_1_0_2.json").read_text(encoding="utf-8"))
    either: dict[str, Any] = {"type": ["string", "number"]}
    any_of = {"type": ["string", "number", "boolean"]}
    parts = {"type": "array", "items": either, "minItems": 1, "maxItems": 3}
    name = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **each(facts["name"]["string"], {"type": "string"}),
            **each(facts["name"]["string, number or boolean"], any_of),
        },
    }
    date = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 2},
            **each(facts["date"]["string"], {"type": "string"}),
            **each(facts["date"]["string or number"], either),
            **each(facts["date"]["string, number or boolean"], any_of),
        },
    }
    properties = {
        "type": {"enum": facts["types"]},
        "custom": {"type": "object"},
        **each(facts["string"], {"type": "string"}),
        **each(facts["string or number"], either),
        **each(facts["list of strings"], {"type": "array", "items": {"type": "string"}}),
        **each(facts["names"], {"type": "array", "items": name}),
        **each(facts["dates"], date),
    }
    item = {"type": "object", "required": ["type", "id"], "additionalProperties": False, "properties": properties}
    return Draft7Validator({"type": "array", "items": item})


def each(names: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(names, schema)


def problems(citations: Sequence[Citation], validator: Draft7Validator) -> Iterator[str]:
    """What any of the exports loses or gets wrong."""
    keys = unique_keys(citations)
    assert len(set(keys)) == len(keys)
    items = csl_items(citations, keys)
    for error in validator.iter_errors(items):
        yield f"csl: {error.json_path}: {error.message}"
    biblatex = read_biblatex(to_biblatex(citations))
    ris = {record["id"]: record for record in rispy.loads(to_ris(citations))}
    for citation, key, item in zip(citations, keys, items, strict=True):
        wanted = facts_of(citation)
        forms = {"ris": ris_facts(ris.get(key, {})), "biblatex": biblatex.get(key, {})}
        for form, got in forms.items():
            if form == "biblatex":
                wanted |= {name: wanted[name] and wanted[name].translate(BRACES) for name in ("url", "archive")}
            for name, value in wanted.items():
                if got.get(name) != value:
                    yield f"{form}: {key}: {name}: {value!r} came back as {got.get(name)!r}"
        custom = item.get("custom", {})
        assert isinstance(custom, dict)
        if custom.get("archive-url") != citation.archive_url or custom.get("script-title") != citation.script_title:
            yield f"csl: {key}: archive or script title is lost"
        if item.get("language") != citation.language:
            yield f"csl: {key}: language is lost"


def facts_of(citation: Citation) -> dict[str, Any]:
    """What has to come back as it was."""
    people = (*citation.authors, *citation.interviewers)
    container = {"container": citation.container_title} if citation.container_title else {}
    return {
        **container,
        "title": full_title(citation) or None,
        "authors": [written(person) for person in people],
        "url": citation.url,
        "archive": citation.archive_url,
        "date": citation.date.edtf or citation.date.text if citation.date is not None else None,
    }


BRACES = str.maketrans({"{": "%7B", "}": "%7D"})
"""A brace would end a BibTeX field, so there, and only there, it is written as its percent code."""


def written(person: Name) -> str:
    return ", ".join(part for part in (person.family or person.literal, person.given) if part)


UNESCAPED = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", **{f"\\{character}": character for character in "&%$#_"},
}  # fmt: skip
LATEX = re.compile("|".join(re.escape(text) for text in UNESCAPED))


def latex_text(text: str) -> str:
    """What LaTeX would print; braces that only hold together are gone."""
    pieces = LATEX.split(text)
    shown = [UNESCAPED[match.group()] for match in LATEX.finditer(text)]
    out = [re.sub("[{}]", "", piece) for piece in pieces]
    return "".join(piece + (shown[index] if index < len(shown) else "") for index, piece in enumerate(out))


def read_biblatex(text: str) -> dict[str, dict[str, Any]]:
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert not library.failed_blocks
    found = {}
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        names = [
            latex_text(", ".join(part for part in (" ".join([*name.von, *name.last]), " ".join(name.first)) if part))
            for name in fields.get("author", [])
        ]
        found[entry.key] = {
            "title": latex_text(fields["title"]) if "title" in fields else None,
            "authors": [name for name in names if name != "others"],
            "url": fields.get("url"),
            "container": latex_text(next((fields[name] for name in CONTAINERS if name in fields), "")) or None,
            "archive": fields.get("archiveurl"),
            "date": latex_text(fields.get("date", fields.get("year", ""))) or None,
        }
    return found


CONTAINERS = ("journaltitle", "booktitle", "organization")


def ris_facts(record: dict[str, Any]) -> dict[str, Any]:
    date = record.get("date", "")
    day, _, rest = date.partition("///") if "///" in date else (date.rstrip("/").replace("/", "-"), "", "")
    return {
        "title": record.get("title"),
        "authors": record.get("authors", []),
        "url": ";".join(record["urls"]) if "urls" in record else None,
        "container": record.get("secondary_title"),
        "archive": record.get("file_attachments2"),
        "date": rest or day or None,
    }


def test_every_citation_of_the_article_comes_back(citations: list[Citation], csl_validator: Draft7Validator) -> None:
    assert len(citations) >= 183
    assert list(problems(citations, csl_validator)) == []


HOSTILE = Citation.model_validate(
    {
        "kind": "chapter",
        "title": r"50% of {A} & B: C_1 #2 $3 ~ ^ \ and “quotes”",
        "container_title": "A & B",
        "script_title": "قاسم",
        "authors": [
            {"literal": "Sand and Sons, Inc."},
            {"family": "van der Berg", "given": "A. and B."},
            {"family": "O'Neil", "given": "Ö."},
        ],
        "editors": [{"literal": "People's {Press}"}],
        "et_al": True,
        "date": {"edtf": "1979/2020", "text": "1979–2020", "span": (0, 1)},
        "url": "https://example.org/a_b?c=%20&d={e};f#g~h",
        "archive_url": "https://web.archive.org/web/2020/https://example.org/a_b?c=%20&d={e};f#g~h",
        "language": "fa",
        "pages": "1–5, 7",
        "identifiers": {"isbn": "978-0-306-40615-7", "doi": "10.1000/a_b<c>", "oclc": "1"},
        "span": (0, 1),
    }
)


def test_special_characters_come_back(csl_validator: Draft7Validator) -> None:
    assert list(problems([HOSTILE, HOSTILE], csl_validator)) == []


@pytest.mark.parametrize(
    ("edtf", "text", "wanted"),
    [
        ("2013-09-30", "30 September 2013", {"date-parts": [[2013, 9, 30]]}),
        ("2013-09", "September 2013", {"date-parts": [[2013, 9]]}),
        ("2013", "2013", {"date-parts": [[2013]]}),
        ("2013-21", "Spring 2013", {"date-parts": [[2013]], "season": 1}),
        ("1979/2020", "1979–2020", {"date-parts": [[1979], [2020]]}),
        ("2013-05/2013-06", "May–June 2013", {"date-parts": [[2013, 5], [2013, 6]]}),
        ("1530~", "c. 1530", {"date-parts": [[1530]], "circa": True}),
        ("-0043", "44 BC", {"date-parts": [[-44]]}),
        ("[1467,1468]", "1467 or 1468", {"literal": "1467 or 1468"}),
        ("1979/..", "1979–present", {"literal": "1979–present"}),
        ("153X", "1530s", {"literal": "1530s"}),
        (None, "some day", {"literal": "some day"}),
    ],
)
def test_dates_are_objects_in_csl(edtf: str | None, text: str, wanted: dict[str, Any]) -> None:
    assert csl_date(Date(edtf=edtf, text=text, span=(0, 1))) == wanted


def test_keys_are_readable_unique_and_stable() -> None:
    def citation(**fields: object) -> Citation:
        return Citation.model_validate({"span": (0, 1), **fields})

    date = {"edtf": "2013-09-30", "text": "30 September 2013", "span": (0, 1)}
    shadow = citation(title="The Shadow Commander", authors=[{"family": "Filkins", "given": "Dexter"}], date=date)
    several = [
        shadow,
        shadow,
        shadow,
        citation(title="On the Move", container_title="The New Yorker", date=date),
        citation(title="قاسم", url="https://www.example.org/a"),
        citation(title="Été", authors=[{"literal": "Émile Zola"}]),
        citation(),
    ]
    wanted = ["filkins2013shadow", "filkins2013shadowb", "filkins2013shadowc", "yorker2013move", "example"]
    wanted += ["emileete", "source"]
    assert unique_keys(several) == wanted
    assert unique_keys(several) == wanted


def test_csl_keeps_what_it_has_no_variable_for() -> None:
    wikitext = (
        "<ref>{{cite book|last=A|first=B|author-link=B. A|title=T|script-title=fa:د|trans-title=D|at=shelf 3"
        "|archive-url=https://web.archive.org/web/2020/http://a.org|url=http://a.org|archive-date=3 May 2020|foo=bar"
        "|quote=q|oclc=5|contributor=E|contribution=Foreword|language=fa}}</ref>"
    )
    item = citations_of(wikibio.parse(wikitext))[0].to_csl()
    assert item["author"] == [{"literal": "E"}]
    assert item["container-author"] == [{"family": "A", "given": "B"}]
    assert item["language"] == "fa"
    assert "page" not in item
    custom = item["custom"]
    assert isinstance(custom, dict)
    assert (
        custom.items()
        >= {
            "archive-url": "https://web.archive.org/web/2020/http://a.org",
            "archive-date": "2020-05-03",
            "url-status": "dead",
            "quote": "q",
            "oclc": "5",
            "at": "shelf 3",
        }.items()
    )
    assert custom["other"] == {"foo": "bar"}
    assert custom["container-author-links"] == ["B. A"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_read(bio: Biography, form: str) -> None:
    text = export_references(bio, form)
    assert text.endswith("\n")
    assert export_references(bio, form) == text
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert {row["reference"] for row in rows} == {reference.id for reference in bio.references}
        assert sum(bool(row["key"]) for row in rows) == len(citations_of(bio))
    elif form == "jsonl":
        assert [json.loads(line)["id"] for line in text.splitlines()] == [reference.id for reference in bio.references]
    elif form in ("json", "csl"):
        assert isinstance(json.loads(text), list)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.wikitext")), ids=lambda path: path.stem)
def test_every_citation_of_the_corpus_comes_back(path: Path, csl_validator: Draft7Validator) -> None:
    bio = wikibio.parse(path.read_bytes().decode("utf-8"), lang=path.name.partition("__")[0])
    assert list(problems(citations_of(bio), csl_validator)) == []
