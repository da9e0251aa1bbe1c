"""Imports go one way, and the tokenizer's library is known in one package only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "wikibio"

LAYERS: list[set[str]] = [
    {"span", "collector"},
    {"diagnostics"},
    {"syntax"},
    {"lexicon"},
    {"context"},
    {"values"},
    {"infobox", "sections", "page", "references", "citations", "battles", "person"},
    {"biography"},
    {"export"},
    {"terminal"},
    {"cli"},
    {"__main__"},
]
"""A module imports from its own package and from layers above it; packages of one layer do not know each other."""

EXCEPTIONS = {
    # A reference holds its citations, so it names their model; their readers do not know each other.
    ("references", "wikibio.citations.model"),
    # A person is assembled from infobox fields and holds battles; the box and the battles know nothing of persons.
    ("person", "wikibio.infobox.box"),
    ("person", "wikibio.infobox.values"),
    ("person", "wikibio.battles.model"),
    ("person", "wikibio.battles.reader"),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def part_of(module: str) -> str:
    """The package (or top-level module) of wikibio that a dotted name belongs to."""
    return module.split(".")[1] if "." in module else ""


def layer_of(part: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if part in layer)


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_imports_go_one_way(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if part == "__init__":
        return
    for module in imported(path):
        if module.split(".")[0] == "mwparserfromhell":
            assert part == "syntax", "only syntax/ knows mwparserfromhell"
        if module.split(".")[0] != "wikibio" or part_of(module) in ("", part):
            continue
        other = part_of(module)
        allowed = layer_of(other) < layer_of(part) or any(
            part == importer and module.startswith(name) for importer, name in EXCEPTIONS
        )
        assert allowed, f"{part} imports {module}"
