"""The command line: JSON on standard output, messages on standard error, exit statuses that scripts can rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import FIXTURES
from wikibio.cli import main

ARTICLE = str(FIXTURES / "qasem_soleimani.wikitext")


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_parse_names_the_page_after_the_file() -> None:
    result = run("parse", ARTICLE)
    assert (result.exit_code, result.stderr) == (0, "")
    bio = json.loads(result.stdout)
    assert bio["title"] == "qasem soleimani"
    assert bio["person"]["birth"]["date"]["edtf"] == "1957-03-11"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("infobox", lambda value: value["fields"]["name"]["text"] == "Qasem Soleimani"),
        ("person", lambda value: value["name"]["text"] == "Qasem Soleimani"),
        ("battles", lambda value: len(value) == 11),
        ("sections", lambda value: value[0]["anchor"] == "Early_life"),
        ("references", lambda value: len(value) == 222),
    ],
)
def test_each_part_is_json(command: str, expected: object) -> None:
    assert callable(expected)
    assert expected(json.loads(run(command, ARTICLE).stdout))


def test_several_files_give_a_line_each() -> None:
    lines = run("person", ARTICLE, ARTICLE, "--indent", "2").stdout.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0]) == json.loads(lines[1])


def test_standard_input_title_and_indent() -> None:
    result = run("parse", "-", "--title", "A", "--indent", "2", stdin="{{Infobox person|name=B}}")
    assert result.stdout.startswith('{\n  "title": "A"')


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "person.json"
    result = run("person", ARTICLE, "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["name"]["text"] == "Qasem Soleimani"


def test_a_page_without_an_infobox_gives_null_and_says_so() -> None:
    assert run("infobox", "-", stdin="text").stdout == "null\n"
    assert run("person", "-", stdin="text").stdout == "null\n"
    codes = {diagnostic["code"] for diagnostic in json.loads(run("parse", "-", stdin="text").stdout)["diagnostics"]}
    assert "no-infobox" in codes


def test_a_missing_file_is_named_and_the_others_are_done() -> None:
    result = run("person", "no-such-file.wikitext", ARTICLE)
    assert result.exit_code == 2
    assert "no-such-file.wikitext: No such file or directory" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_a_file_that_is_not_utf8_is_named_with_the_offset(tmp_path: Path) -> None:
    path = tmp_path / "latin.wikitext"
    path.write_bytes("{{Infobox person|name=Jos\xe9}}".encode("latin-1"))
    result = run("parse", str(path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not UTF-8: byte 25" in result.stderr


def test_a_wrong_command_line_exits_with_2() -> None:
    assert run("parse").exit_code == 2
    assert run("references", ARTICLE, "--format", "word").exit_code == 2


def test_check_prints_findings_with_their_place() -> None:
    source = "A.<ref>https://example.org</ref>\nB.<ref name=c />"
    result = run("check", "-", stdin=source)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert any(line.startswith("-:1:") and ": bare-url " in line for line in lines)
    assert any(line.startswith("-:2:3: reference-undefined-name ") for line in lines)


def test_check_is_silent_where_nothing_is_to_be_mended() -> None:
    cite = "{{cite book|last=A|first=B|date=2001|title=T|publisher=P|isbn=9780306406157}}"
    result = run("check", "-", stdin=f"A.<ref>{cite}</ref>")
    assert (result.exit_code, result.stdout) == (0, "")


def test_coverage_accounts_for_every_character() -> None:
    (box,) = json.loads(run("infobox", ARTICLE, "--coverage").stdout)
    start, end = box["span"]
    assert box["consumed"] + box["ignored"] + box["unknown"] == end - start
    for before, after in zip(box["pieces"], box["pieces"][1:], strict=False):
        assert before["span"][1] == after["span"][0]


@pytest.mark.parametrize("form", ["json", "jsonl", "csl", "biblatex", "ris", "csv", "table"])
def test_references_in_every_format(form: str) -> None:
    result = run("references", ARTICLE, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "The Shadow Commander" in result.stdout


def test_show_fits_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("show", ARTICLE).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert any("Operation Tariq-ol-Qods WIA" in line for line in lines)
    assert any("222 references, 288 uses" in line for line in lines)


def test_schema_describes_the_output() -> None:
    import jsonschema

    schema = json.loads(run("schema").stdout)
    jsonschema.validate(json.loads(run("parse", ARTICLE).stdout), schema)


def test_help_loads_no_models() -> None:
    code = "import sys, wikibio.cli; print('pydantic' in sys.modules, 'mwparserfromhell' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
