"""Print how much wikibio costs against other parsers, as ratios taken in one run.

    python benchmarks/compare.py [--rounds 15] [--articles FOLDER]

The measure is bare ``mwparserfromhell.parse()`` of the same text. Machines are noisy: every round runs all
contestants one after another, and the table shows medians. `FOLDER` holds ``*.wikitext`` files: their times are summed.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import mwparserfromhell
import wikitextparser
from rich.console import Console
from rich.table import Table

import wikibio
from wikibio.syntax.guard import guard
from wikibio.syntax.tree import parse as parse_tree

HERE = Path(__file__).parent
FIXTURE = HERE.parent / "tests" / "fixtures" / "qasem_soleimani.wikitext"
BASE = "mwparserfromhell.parse()"


def full(source: str) -> None:
    """The whole Biography and its JSON."""
    wikibio.parse(source, title="Qasem Soleimani").model_dump_json()


def every_model(source: str) -> None:
    """The whole Biography with every field validated, as for somebody who asks for all of it, and its JSON."""
    bio = wikibio.parse(source, title="Qasem Soleimani")
    for name in wikibio.Biography.model_fields:
        getattr(bio, name)
    bio.model_dump_json()


def wikitextparser_job(source: str) -> None:
    """A comparable job: templates with their arguments, ref tags, links, external links, sections' plain text."""
    page = wikitextparser.parse(source)
    for template in page.templates:
        for argument in template.arguments:
            _ = argument.name, argument.value
    for tag in page.get_tags("ref"):
        _ = tag.attrs, tag.span
    for link in page.wikilinks:
        _ = link.title, link.text
    for external in page.external_links:
        _ = external.url
    for section in page.get_sections(include_subsections=False):
        _ = section.plain_text()


CONTESTANTS: dict[str, Callable[[str], object]] = {
    BASE: mwparserfromhell.parse,
    "wikibio, full parse and JSON": full,
    "wikibio, the same with every model made": every_model,
    "wikibio, syntax tree only": parse_tree,
    "wikibio, guard only": guard,
    "wikibio.extract_references()": wikibio.extract_references,
    "wikibio.extract_infobox()": wikibio.extract_infobox,
    "wikitextparser, comparable job": wikitextparser_job,
}


def seconds(job: Callable[[str], object], source: str) -> float:
    start = time.perf_counter()
    job(source)
    return time.perf_counter() - start


def medians(source: str, rounds: int) -> dict[str, float]:
    """Median seconds of each contestant; the first round only warms up."""
    times: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
    for _ in range(rounds + 1):
        for name, job in CONTESTANTS.items():
            times[name].append(seconds(job, source))
    result = {name: statistics.median(values[1:]) for name, values in times.items()}
    wtf = wtf_wikipedia(rounds)
    return result if wtf is None else {**result, "wtf_wikipedia (node), parse and JSON": wtf}


def wtf_wikipedia(rounds: int) -> float | None:
    """Median seconds of wtf_wikipedia on the fixture, or None where ``npm install`` was not run in benchmarks/wtf."""
    folder = HERE / "wtf"
    if not (folder / "node_modules").is_dir():
        return None
    command = ["node", str(folder / "parse.mjs"), str(FIXTURE), str(rounds + 3)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: list[float] = json.loads(done.stdout)
    return statistics.median(measured[3:])


def live_size(job: Callable[[str], object], source: str) -> int:
    """Bytes that the result of `job` keeps alive; a collection empties the interpreter's free lists first."""
    job(source)
    gc.collect()
    tracemalloc.start()
    kept = job(source)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return size


def growth(source: str, copies: int = 16) -> float:
    """How much more a copy of the body costs among `copies` than alone."""
    start = source.index("'''Qasem Soleimani'''")
    long = source[:start] + source[start:] * copies
    alone = statistics.median(seconds(full, source) for _ in range(5))
    return statistics.median(seconds(full, long) for _ in range(3)) / copies / alone


def articles_ratio(folder: Path) -> tuple[int, float]:
    """Number of articles, and the sum of wikibio's times over the sum of the base's."""
    ours = base = 0.0
    paths = sorted(folder.glob("en__*.wikitext"))
    for path in paths:
        source = path.read_bytes().decode("utf-8")
        base += min(seconds(mwparserfromhell.parse, source) for _ in range(2))
        ours += min(seconds(full, source) for _ in range(2))
    return len(paths), ours / base


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--articles", type=Path)
    options = arguments.parse_args()
    source = FIXTURE.read_bytes().decode("utf-8")
    table = Table("job on the fixture (146,212 characters)", "median ms", "ratio to base")
    times = medians(source, options.rounds)
    for name, value in times.items():
        table.add_row(name, f"{value * 1000:.1f}", f"{value / times[BASE]:.3f}")
    memory = live_size(parse_tree, source) / live_size(mwparserfromhell.parse, source)
    table.add_row("live size of the tree", "", f"{memory:.3f}")
    table.add_row("16 copies of the body, cost of a copy against one alone", "", f"{growth(source):.2f}")
    if options.articles:
        count, ratio = articles_ratio(options.articles)
        table.add_row(f"full parse and JSON of {count} articles, sum of times", "", f"{ratio:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
