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
    for command in ("infobox", "person"):
        result = run(command, "-", stdin="text")
        assert (result.exit_code, result.stdout) == (0, "null\n")
        assert result.stderr == "wikibio: -: the page has no infobox of a person\n"
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


def test_a_folder_is_named_and_no_file_is_written_into_a_missing_one(tmp_path: Path) -> None:
    result = run("parse", str(tmp_path))
    assert (result.exit_code, result.stderr) == (2, f"wikibio: {tmp_path}: Is a directory\n")
    target = tmp_path / "missing" / "person.json"
    result = run("person", ARTICLE, "-o", str(target))
    assert (result.exit_code, result.stderr) == (2, f"wikibio: {target}: No such file or directory\n")


def test_output_never_replaces_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wikitext"
    path.write_text("{{Infobox person|name=A}}", encoding="utf-8")
    result = run("parse", str(path), "-o", str(tmp_path / "." / "a.wikitext"))
    assert result.exit_code == 2
    assert "is read and cannot be written too" in result.stderr
    assert path.read_text(encoding="utf-8") == "{{Infobox person|name=A}}"


@pytest.mark.parametrize("command", ["parse", "references", "show", "check"])
def test_an_empty_file_is_a_page(tmp_path: Path, command: str) -> None:
    path = tmp_path / "empty.wikitext"
    path.touch()
    result = run(command, str(path))
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("code", ["../en", "", "e", "en/", "en\n"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    result = run("person", "-", "--lang", code, stdin="text")
    assert result.exit_code == 2
    assert "is no code of a language" in result.stderr


def test_a_language_without_tables_of_infoboxes_is_said() -> None:
    result = run("person", "-", "--lang", "XX", stdin="{{Infobox person|name=A}}")
    assert (result.exit_code, result.stdout) == (0, "null\n")
    assert "no tables of infoboxes for the language 'xx'" in result.stderr


@pytest.mark.parametrize("arguments", [["parse"], ["references", "--format", "csv"], ["show"], ["check"]])
def test_a_closed_pipe_ends_the_run_without_a_word(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "wikibio.cli", *arguments, *[ARTICLE] * 3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""


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


def test_check_leaves_out_what_is_ignored() -> None:
    source = "A.<ref>https://example.org</ref>\nB.<ref name=c />"
    result = run("check", "-", "--ignore", "bare-url", stdin=source)
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["reference-undefined-name"]
    result = run("check", "-", "--ignore", "bare-url", "--ignore", "reference-undefined-name", stdin=source)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("before", "place"),
    [("\ufeff", "1:2"), ("a\r\n", "2:1"), ("a\r", "2:1"), ("a\n\n", "3:1"), ("a\x0cb\u2028", "1:5")],
)
def test_lines_end_where_editors_end_them(before: str, place: str) -> None:
    result = run("check", "-", stdin=(before + "<ref name=c />\n").encode())
    assert result.stdout.startswith(f"-:{place}: reference-undefined-name ")


def test_a_finding_is_one_line_without_control_characters() -> None:
    result = run("check", "-", stdin='A<ref name="\x1b[31mred" />')
    assert result.stdout.count("\n") == 1
    assert "\x1b" not in result.stdout


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


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("arguments", [["show"], ["references", "--format", "table"]])
def test_tables_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, arguments: list[str]) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(*arguments, ARTICLE).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert any("archived" in line for line in lines)


def test_show_says_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("show", ARTICLE).stdout.splitlines()
    assert any("Operation Tariq-ol-Qods WIA" in line for line in lines)
    assert any("222 references, 288 uses" in line for line in lines)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{Infobox officeholder|office=Mayor of A|term_start=1 May 1811}}", "offices  Mayor of A (1811–)"),
        ("{{Infobox officeholder|office=Mayor of A|term_start=1 May 1811|term_end=1812}}", "Mayor of A (1811–1812)"),
        ("{{Infobox person|spouse=B C (m. 1911)}}", "spouses  B C (m. 1911)"),
        ("{{Infobox person|spouse={{marriage|B C|1911|1920|end=div}}}}", "spouses  B C (1911–1920)"),
        ("{{Infobox football biography|clubs1=D|years1=1980–1986}}", "clubs  D (1980–1986)"),
        ("{{Infobox football biography|managerclubs1=D|manageryears1=c. 1986–1990}}", "managed  D (c. 1986–1990)"),
        ("{{Infobox person|medaltemplates={{MedalGold|[[1952 Games]]|Sprint}}}}", "medals  gold: 1952 Games"),
        ("{{Infobox person/Wikidata}}", "facts at  Wikidata"),
        ("text", "no infobox of a person on this page"),
    ],
)
def test_the_card_states_what_the_infobox_states(source: str, expected: str) -> None:
    assert expected in run("show", "-", stdin=source).stdout


def test_the_card_says_how_much_it_has_no_room_for() -> None:
    clubs = "".join(f"|clubs{number}=Club {number}" for number in range(1, 12))
    shown = run("show", "-", stdin=f"{{{{Infobox football biography{clubs}}}}}").stdout
    assert "Club 8" in shown
    assert "Club 9" not in shown
    assert "… and 3 more" in shown


def test_schema_describes_the_output() -> None:
    import jsonschema

    schema = json.loads(run("schema").stdout)
    jsonschema.validate(json.loads(run("parse", ARTICLE).stdout), schema)


def test_help_loads_no_models() -> None:
    code = "import sys, wikibio.cli; print('pydantic' in sys.modules, 'mwparserfromhell' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
