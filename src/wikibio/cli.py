"""The command line: arguments in, text out. What is said is decided elsewhere."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from wikibio.biography import Biography

Command = TypeVar("Command", bound=Callable[..., object])

UNREADABLE = 2
"""Exit status where a file could not be read; the others are still done."""
FINDINGS = 1
"""Exit status where a check has findings."""

NO_FACTS = frozenset({"no-infobox", "no-vocabulary"})
"""Diagnostics that say why a page gives no facts, told on standard error where the JSON has no room for them."""

REFERENCE_FORMATS = ("json", "jsonl", "csl", "biblatex", "ris", "csv", "table")


class Page:
    """One file to read: its path, and the title and language its text is to be read with."""

    def __init__(self, path: str, title: str | None, lang: str) -> None:
        self.path = path
        self.lang = lang
        self.title = title if title is not None else "" if path == "-" else Path(path).stem.replace("_", " ")

    def source(self) -> str:
        """The wikitext; OSError or UnicodeDecodeError where it cannot be read."""
        data = sys.stdin.buffer.read() if self.path == "-" else Path(self.path).read_bytes()
        return data.decode("utf-8")

    def biography(self) -> Biography:
        """What the page says; OSError or UnicodeDecodeError where it cannot be read."""
        from wikibio.biography import parse

        return parse(self.source(), title=self.title, lang=self.lang)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wikibio")
def main() -> None:
    """Typed, sourced facts from the wikitext of Wikipedia biographies.

    FILE is wikitext in UTF-8; "-" is standard input. JSON goes to standard output, messages to standard error.
    """


def _language(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """``EN`` -> ``en``; what cannot be a code is refused, because it would read every page without any vocabulary."""
    if not re.fullmatch(r"[A-Za-z]{2,}(?:-[A-Za-z]+)*", value):
        raise click.BadParameter(f"{value!r} is no code of a language such as en, de or zh-yue.")
    return value.lower()


lang_option = click.option(
    "--lang", default="en", show_default=True, callback=_language, help="Language of the wiki, as in its address."
)


def page_command(command: Command) -> Command:
    """The arguments that every command on pages takes."""
    for decorate in (
        click.option("--indent", type=click.IntRange(0, 8), help="Indent the JSON by N spaces.", metavar="N"),
        click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to a file.", metavar="FILE"),
        lang_option,
        click.option("--title", help="Title of the page (default: the file's name)."),
        click.argument("files", nargs=-1, required=True, metavar="FILE…"),
    ):
        command = decorate(command)
    return command


def pages(files: tuple[str, ...], title: str | None, lang: str) -> list[Page]:
    """The files in the order given; a title that is given is the title of each."""
    return [Page(path, title, lang) for path in files]


@contextmanager
def opened(output: str | None, files: tuple[str, ...] = ()) -> Iterator[TextIO]:
    """Standard output, or the file that ``-o`` names; never one of `files`, which would be emptied unread."""
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal's locale says
        yield sys.stdout
        return
    if any(path != "-" and Path(path).resolve() == Path(output).resolve() for path in files):
        raise click.UsageError(f"{output} is read and cannot be written too.")
    try:
        with open(output, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        click.echo(f"wikibio: {output}: {error.strerror or error}", err=True)
        sys.exit(UNREADABLE)


def each(todo: list[Page], do: Callable[[Page, Biography], None]) -> None:
    """Read and do every page; one that cannot be read is named with the reason, and the exit status says so at the end.

    What goes wrong in writing is none of the page's: a closed pipe ends the run without a word, as click has it.
    """
    failed = False
    for page in todo:
        try:
            bio = page.biography()
        except UnicodeDecodeError as error:
            click.echo(f"wikibio: {page.path}: not UTF-8: byte {error.start} cannot be decoded", err=True)
            failed = True
        except OSError as error:
            click.echo(f"wikibio: {page.path}: {error.strerror or error}", err=True)
            failed = True
        else:
            do(page, bio)
    if failed:
        sys.exit(UNREADABLE)


def write_json(
    files: tuple[str, ...],
    title: str | None,
    lang: str,
    output: str | None,
    indent: int | None,
    dump: Callable[[Biography, int | None], str],
    say_why: bool = False,
) -> None:
    """What `dump` makes of each page, a line a page where there are several.

    With `say_why` a message tells why a page gives no facts, for a dump that has no diagnostics in it.
    """
    with opened(output, files) as stream:
        spaces = indent if len(files) == 1 else None

        def write(page: Page, bio: Biography) -> None:
            for diagnostic in bio.diagnostics if say_why else ():
                if diagnostic.code in NO_FACTS:
                    click.echo(f"wikibio: {page.path}: {diagnostic.message}", err=True)
            print(dump(bio, spaces), file=stream)

        each(pages(files, title, lang), write)


@main.command()
@page_command
def parse(files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None) -> None:
    """The whole biography as JSON (a line a file with several)."""
    write_json(files, title, lang, output, indent, lambda bio, spaces: bio.model_dump_json(indent=spaces))


@main.command()
@click.option("--coverage", is_flag=True, help="Say of every character whether it was read, ignored or unknown.")
@page_command
def infobox(
    files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None, coverage: bool
) -> None:
    """The infobox with all its parameters as JSON; null where there is none."""
    from wikibio.export.json import coverage_json, infobox_json

    write_json(files, title, lang, output, indent, coverage_json if coverage else infobox_json, say_why=True)


@main.command()
@page_command
def person(files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None) -> None:
    """The facts about the person as JSON; null where no infobox is a person's."""
    from wikibio.export.json import person_json

    write_json(files, title, lang, output, indent, person_json, say_why=True)


@main.command()
@page_command
def battles(files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None) -> None:
    """The tree of battles as JSON."""
    from wikibio.export.json import battles_json

    write_json(files, title, lang, output, indent, battles_json, say_why=True)


@main.command()
@page_command
def sections(files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None) -> None:
    """The tree of sections with their plain text as JSON."""
    from wikibio.export.json import sections_json

    write_json(files, title, lang, output, indent, sections_json)


@main.command()
@click.option("--format", "form", type=click.Choice(REFERENCE_FORMATS), default="json", show_default=True)
@page_command
def references(
    files: tuple[str, ...], title: str | None, lang: str, output: str | None, indent: int | None, form: str
) -> None:
    """The references: as JSON, as CSL, BibLaTeX or RIS for reference managers, as CSV, or as a table to look at."""
    from wikibio.export.references import export_references

    spaces = indent if len(files) == 1 else None
    with opened(output, files) as stream:
        each(
            pages(files, title, lang),
            lambda _, bio: print(export_references(bio, form, spaces), end="", file=stream),
        )


@main.command()
@click.option("--title", help="Title of the page (default: the file's name).")
@lang_option
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def show(files: tuple[str, ...], title: str | None, lang: str) -> None:
    """A card, the battles and the references' health, in the terminal."""
    from wikibio.terminal import print_biography

    with opened(None):
        each(pages(files, title, lang), lambda _, bio: print_biography(bio))


@main.command()
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave out findings of this code (may be repeated).")
@lang_option
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def check(files: tuple[str, ...], lang: str, ignore: tuple[str, ...]) -> None:
    """Findings about the references, one a line: path:line:column: code message. Exit status 1 where there are any."""
    from wikibio.export.findings import findings

    found = 0

    def report(page: Page, bio: Biography) -> None:
        nonlocal found
        for line in findings(bio, page.path, ignore):
            found += 1
            print(line)

    with opened(None):
        each(pages(files, None, lang), report)
    if found:
        sys.exit(FINDINGS)


@main.command()
@click.option("--indent", type=click.IntRange(0, 8), default=2, show_default=True, metavar="N")
def schema(indent: int) -> None:
    """The JSON Schema of what `wikibio parse` prints."""
    from wikibio.export.json import schema_json

    print(schema_json(indent))


if __name__ == "__main__":
    main()
