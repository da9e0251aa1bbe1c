"""What is set aside before tokenizing, and that the tree is the same as if nothing were."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from strategies import wikitext
from wikibio.syntax import tree as tree_module
from wikibio.syntax.aside import set_aside
from wikibio.syntax.nodes import Node, Template
from wikibio.syntax.page import Tree
from wikibio.syntax.tree import parse

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "shared" / "corpus"
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "data" / "syntax" / "aside.jsonl").read_text(encoding="utf-8").splitlines()
]
FACTS = (
    "name", "named", "value_start", "positional", "target", "text_start", "url", "url_end", "brackets", "level",
    "markup", "attributes", "content_start", "content_end", "default_start",
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    source = case["wikitext"]
    copy, spans = set_aside(source)
    assert [source[start:end] for start, end in spans] == case["plain"]
    assert (copy == source) == (not spans)
    assert_same_tree(source)


def described(tree: Tree) -> Iterator[object]:
    """All that can be asked of a tree: its nodes with all that they know, and its lists."""
    yield from described_nodes(tree.children)
    nodes: list[list[Node]] = [
        [*tree.templates], [*tree.tags], [*tree.wiki_links], [*tree.external_links], [*tree.headings], [*tree.comments]
    ]  # fmt: skip
    for kind in nodes:
        yield [(node.start, node.end) for node in kind]


def described_nodes(nodes: Sequence[Node]) -> Iterator[object]:
    for node in nodes:
        yield type(node), node.start, node.end, [list_of(getattr(node, fact, None)) for fact in FACTS]
        if isinstance(node, Template):
            yield [(parameter.start, [inner.start for inner in parameter.value.nodes]) for parameter in node.parameters]
        yield [*described_nodes(node.children)]


def list_of(value: object) -> object:
    return [*value] if isinstance(value, (list, tuple)) else value


def assert_same_tree(source: str) -> None:
    found = [*described(parse(source))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_module, "set_aside", lambda text: (text, []))
        assert found == [*described(parse(source))]


def test_the_article_has_the_same_tree(article: str) -> None:
    assert len(set_aside(article)[0]) < len(article) / 2
    assert_same_tree(article)


@given(wikitext)
def test_any_text_has_the_same_tree(source: str) -> None:
    assert_same_tree(source)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not part of the project")
def test_every_article_has_the_same_tree() -> None:
    for path in sorted(CORPUS.glob("*.wikitext")):
        assert_same_tree(path.read_bytes().decode("utf-8"))
