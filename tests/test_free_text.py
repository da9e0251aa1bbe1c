"""References without a template: small cases, and precision and recall over the labelled sample.

The sample and how it was labelled: tests/data/free_text_references.md.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from wikibio.citations.free_text import read_free_text, reader
from wikibio.citations.model import Citation
from wikibio.values.show import read_page

DATA = Path(__file__).parent / "data"
SAMPLE = [json.loads(line) for line in (DATA / "free_text_references.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = json.loads((DATA / "free_text_cases.json").read_text(encoding="utf-8"))
FIELDS = (
    "url", "title", "container_title", "publisher", "place", "date", "authors", "pages", "volume", "issue",
    "archive_url", "archive_date", "access_date", "url_status", "identifiers", "language", "quote",
)  # fmt: skip
PRECISION = 0.95
RECALL = {
    "url": 0.97, "title": 0.85, "container_title": 0.7, "publisher": 0.6, "authors": 0.75, "date": 0.72, "pages": 0.78,
    "access_date": 0.85, "archive_url": 0.97, "archive_date": 0.97,
}  # fmt: skip


def read(wikitext: str) -> list[Citation]:
    context = read_page(wikitext, "en")
    return [Citation.model_validate(fields) for fields in read_free_text(context, context.tree.fragment)]


def shown(citation: Citation) -> dict[str, object]:
    """The fields that are set, dates as EDTF, without spans."""
    plain: dict[str, object] = {"kind": citation.kind, "bare": citation.bare}
    for field in (*FIELDS, "editors", "agency", "edition", "et_al"):
        value = getattr(citation, field)
        if field.endswith("date") and value is not None:
            value = value.edtf
        elif field in ("authors", "editors"):
            value = [{key: part for key, part in dict(name).items() if part} for name in value]
        if value:
            plain[field] = value
    return plain


def comparable(field: str, value: object) -> object:
    """A value as it is compared: dashes, quotation marks and case do not matter, nor hyphens in an ISBN."""
    if isinstance(value, Mapping):
        return {key: comparable(key, part) for key, part in value.items()}
    if isinstance(value, list):
        return [comparable(field, part) for part in value]
    text = re.sub(r"[–—−]", "-", str(value)).replace("“", '"').replace("”", '"').replace("’", "'")
    if field == "isbn":
        return re.sub(r"[\s-]", "", text)
    return text.casefold().strip(" .,")


def compared(entry: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """(field, outcome) for one labelled reference: right, wrong (said, but otherwise) or missing."""
    citations = read(str(entry["wikitext"]))
    said = shown(citations[0]) if citations else {}
    labels = entry["fields"]
    uncertain = entry["uncertain"]
    assert isinstance(labels, dict)
    assert isinstance(uncertain, list)
    for field in FIELDS:
        if field in uncertain or (field not in labels and field not in said):
            continue
        if field not in said:
            yield field, "missing"
        else:
            same = comparable(field, said[field]) == comparable(field, labels.get(field))
            yield field, "right" if same else "wrong"


def measured(split: str) -> Counter[tuple[str, str]]:
    return Counter(pair for entry in SAMPLE if entry["split"] == split for pair in compared(entry))


@pytest.fixture(scope="module", params=["dev", "test"])
def counts(request: pytest.FixtureRequest) -> Counter[tuple[str, str]]:
    return measured(request.param)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_said_is_right(counts: Counter[tuple[str, str]], field: str) -> None:
    right, wrong = counts[field, "right"], counts[field, "wrong"]
    assert right >= PRECISION * (right + wrong), f"{field}: {right} right, {wrong} wrong"


@pytest.mark.parametrize("field", RECALL)
def test_enough_is_said(counts: Counter[tuple[str, str]], field: str) -> None:
    right = counts[field, "right"]
    labelled = right + counts[field, "wrong"] + counts[field, "missing"]
    assert right >= RECALL[field] * labelled, f"{field}: {right} of {labelled}"


def test_notes_give_no_citation_and_bare_addresses_are_marked() -> None:
    notes = [entry["id"] for entry in SAMPLE if entry["fields"].get("kind") == "note" and read(entry["wikitext"])]
    bare = {entry["id"] for entry in SAMPLE if entry["fields"].get("bare")}
    not_bare = {entry["id"] for entry in SAMPLE if not entry["fields"].get("bare", True)}
    marked = {entry["id"] for entry in SAMPLE if any(citation.bare for citation in read(entry["wikitext"]))}
    assert notes == []
    assert bare - marked == marked & not_bare == set()


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: entry["id"])
def test_spans_bear_what_is_said(entry: dict[str, str]) -> None:
    """Every field has a span inside the reference, and the letters of a name or a title stand in it."""
    for citation in read(entry["wikitext"]):
        plain = shown(citation)
        for field, value in plain.items():
            if field in ("kind", "bare", "identifiers", "et_al"):
                continue
            start, end = citation.spans[field]
            source = entry["wikitext"][start:end]
            assert source, field
            if field in ("url", "pages", "volume", "issue", "publisher", "place"):
                assert str(value) in re.sub(r"\s|&nbsp;", " ", source.replace("&ndash;", "–")), field


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["wikitext"][:60])
def test_cases(case: dict[str, object]) -> None:
    assert [shown(citation) for citation in read(str(case["wikitext"]))] == case["citations"]


SHAPED = [
    f"{names}{title}{where}{end}"
    for names in (
        "Smith",
        "J. Smith and Ann Jones",
        "Smith, Jones & Brown",
        "[[#Smith|Smith]]",
        "See Smith",
        "The Times",
        "",
    )
    for title in ("", " 1990", " (1990)", ", ''Green Things''", ", ''The Times''", " in ''Mach''", ", ''passim''")
    for where in ("", ", p. 5", ", pp.&nbsp;5–7, 9", ", 5", " 5", ", 23 May", ", p. 5 and 1999")
    for end in ("", ".", "; Brown, p. 6", "; Brown, ''Mach'', 7.", "; and so on", ";\nJones 1991, p. 3", " ed.")
]


ARTICLES = [
    f"{head}{title}{source}{date}{end}"
    for head in (
        "",
        "Ann Brown, ",
        "Brown, Ann (3 May 2001). ",
        "The Times, 9 July 2020 ",
        "See Smith May, ",
        "{{in lang|nl}} ",
    )
    for title in (
        "[http://a.org Green Things]",
        '"[http://a.org Green Things by Ann Smith]".',
        "''[http://a.org Green 5]'' {{dead link}}",
        "[http://a.org Green Things by Ann Smith]",
        '[http://a.org "Green Things," p. 5]',
        '[http://a.org "Green Things"]',
        "[http://a.org ‘Green’ Things, p. xi]",
        "[https://web.archive.org/web/20190401/http://b.org/ here]",
        '"Green Things,"',
        "“Green, by ’X’”",
    )
    for source in (
        "",
        ", ''The Times''",
        " The Times",
        ", by Ann Green",
        " at Site.com",
        ", Penguin Press",
        ". Reuters, ''Mach''",
    )
    for date in (
        "",
        ", 3 May 2001",
        " (2001)",
        ", 12 (2001), 5",
        ". 31 June 2001. CIVIL",
        ", May, 2001, ''Mach''",
        ", pp. 3, 4 and 5",
    )
    for end in (
        "",
        ".",
        ". Retrieved on 2 May 2003.",
        " (accessed: 2003-05-02)",
        ". Retrieved 2003 in London",
        "; p. 3",
    )
][::5]


BOOKS = [
    f"{names}''{title}''{imprint}{year}{end}"
    for names in ("Brown, Ann. ", "Brown (1990). ", "Ann Brown 1990, ", "Brown, Ann May, ", "Brown in ", "Brown, ed., ")
    for title in ("Green Things", 'Of "Green"', "The Times", "passim", "Green.")
    for imprint in (
        "",
        ". London: Penguin",
        " (in German). Oxford University Press",
        ", (Brill",
        " (London: Penguin",
        ". Oxford May",
        ", by a man who was not at all what he had once seemed to be to her",
    )
    for year in ("", ", 1990", " 1990", ", 1990)", " (1990)", ", 3 May 1990", ", 1990: 5–7")
    for end in (
        "",
        ", p. 5.",
        ". ISBN 0-306-40615-2, p. xi",
        " ISBN 0-306-40615-3",
        ", 172.",
        ", 5 (3)",
        ", pp. 3 and p. 4",
    )
][::3]


@pytest.mark.parametrize("texts", [SHAPED, ARTICLES, BOOKS, [str(entry["wikitext"]) for entry in (*SAMPLE, *CASES)]])
def test_a_shape_says_what_the_whole_reader_says(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    told = [read(text) for text in texts]
    monkeypatch.setattr(reader, "read_shapes", lambda *_: None)
    monkeypatch.setattr(reader, "read_shape", lambda *_, **__: None)
    monkeypatch.setattr(reader, "read_article", lambda *_: None)
    monkeypatch.setattr(reader, "read_titled_book", lambda *_: None)
    assert [(text, read(text)) for text in texts] == list(zip(texts, told, strict=True))


def test_a_field_points_at_its_text() -> None:
    wikitext = "[http://a.org ''A '''green''' Day''], [[The Times|''The&nbsp;Times'']], 3 May 2001"
    (citation,) = read(wikitext)
    pointed = {field: wikitext[slice(*span)] for field, span in citation.spans.items()}
    assert pointed == {
        "title": "A '''green''' Day",
        "url": "http://a.org",
        "container_title": "The&nbsp;Times",
        "date": "3 May 2001",
    }
    assert wikitext[slice(*citation.span)] == wikitext


@pytest.mark.parametrize(
    ("wikitext", "code", "pointed"),
    [
        ("Brown, ''Of Lawns'', 31 June 2001, p. 3", "citation-invalid-date", "31 June 2001"),
        ("Brown, ''Of Lawns'', p. 3. ISBN 0-306-40615-3", "citation-invalid-identifier", "0-306-40615-3"),
        ("It is not in ''Of Lawns'', ISBN 0-306-40615-3: http://a.org", "citation-invalid-identifier", "0-306-40615-3"),
    ],
)
def test_what_cannot_be_is_reported(wikitext: str, code: str, pointed: str) -> None:
    context = read_page(wikitext, "en")
    assert read_free_text(context, context.tree.fragment)
    (found,) = context.diagnostics
    assert found["code"] == code
    assert isinstance(found["span"], tuple)
    assert wikitext[slice(*found["span"])] == pointed


def test_a_language_without_tables_still_gives_addresses() -> None:
    context = read_page("[http://a.org Ein Tag]", "xx")
    (fields,) = read_free_text(context, context.tree.fragment)
    assert (fields["url"], fields["title"]) == ("http://a.org", "Ein Tag")
