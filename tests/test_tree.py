"""The laws of the syntax tree: lossless, exactly placed, and equal to what the tokenizer's own tree finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import mwparserfromhell
import pytest
from hypothesis import given, settings
from mwparserfromhell import nodes as theirs
from mwparserfromhell.parser.tokenizer import Tokenizer as PythonTokenizer

from strategies import wikitext
from wikibio.syntax import tree as tree_module
from wikibio.syntax.guard import guard
from wikibio.syntax.nodes import Argument, Comment, Entity, ExternalLink, Heading, Node, Parameter, Template, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.syntax.tree import parse

FIXTURE = Path(__file__).parent / "fixtures" / "qasem_soleimani.wikitext"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

OURS = {
    theirs.Template: Template,
    theirs.Argument: Argument,
    theirs.Wikilink: WikiLink,
    theirs.ExternalLink: ExternalLink,
    theirs.Heading: Heading,
    theirs.Tag: Tag,
    theirs.Comment: Comment,
    theirs.HTMLEntity: Entity,
}


def nested(nodes: Sequence[Node], start: int, end: int) -> bool:
    """Whether `nodes` follow one another inside [start, end), and theirs inside them."""
    position = start
    for node in nodes:
        if not (position <= node.start <= node.end <= end and nested(node.children, node.start, node.end)):
            return False
        position = node.end
    return True


def rebuilt(source: str, nodes: Sequence[Node], start: int, end: int) -> Iterator[str]:
    """The source from `start` to `end` put together from the gaps and the nodes, down to the leaves."""
    for node in nodes:
        yield source[start : node.start]
        yield from rebuilt(source, node.children, node.start, node.end)
        start = node.end
    yield source[start:end]


def their_nodes(source: str) -> list[tuple[str, str]]:
    code = mwparserfromhell.parse(source, skip_style_tags=True)
    return [
        (OURS[type(node)].__name__, str(node)) for node in code.ifilter(recursive=True) if type(node) is not theirs.Text
    ]


def our_nodes(source: str) -> list[tuple[str, str]]:
    return [
        (type(node).__name__, source[node.start : node.end])
        for node in parse(source).walk()
        if type(node) is not Parameter
    ]


def check_laws(source: str) -> None:
    tree = parse(source)
    assert tree.complete
    assert nested(tree.children, 0, len(source))
    assert "".join(rebuilt(source, tree.children, 0, len(source))) == source
    if guard(source) == source:
        assert our_nodes(source) == their_nodes(source)


def test_fixture_obeys_the_laws() -> None:
    check_laws(FIXTURE.read_bytes().decode("utf-8"))


@given(wikitext)
def test_any_text_obeys_the_laws(source: str) -> None:
    check_laws(source)


@given(wikitext)
@settings(max_examples=30)
def test_parsing_twice_gives_the_same_tree(source: str) -> None:
    assert our_nodes(source) == our_nodes(source)


@given(wikitext)
@settings(max_examples=40)
def test_the_python_tokenizer_gives_the_same_tree(source: str) -> None:
    expected = our_nodes(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_module, "Tokenizer", PythonTokenizer)
        assert our_nodes(source) == expected


def test_the_python_tokenizer_gives_the_same_tree_of_the_infobox(monkeypatch: pytest.MonkeyPatch) -> None:
    source = FIXTURE.read_bytes().decode("utf-8")[:13_000]
    expected = our_nodes(source)
    monkeypatch.setattr(tree_module, "Tokenizer", PythonTokenizer)
    assert our_nodes(source) == expected


def test_tokens_that_do_not_add_up_give_an_empty_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_module, "guard", lambda source: source + "x")
    tree = parse("{{a {{b}}")
    assert (tree.complete, list(tree.walk())) == (False, [])


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("{{t|a|b=c|d}}", [("1", "a"), ("b", "c"), ("2", "d")]),
        ("{{t|<!-- x --> b <!-- y -->= c}}", [("b", " c")]),
        ("{{t||x=}}", [("1", ""), ("x", "")]),
        ("{{t|a=1|a=2}}", [("a", "1"), ("a", "2")]),
    ],
)
def test_parameters_are_named_as_in_mediawiki(source: str, names: list[tuple[str, str]]) -> None:
    (template,) = parse(source).templates
    assert [(p.name, source[p.value.start : p.value.end]) for p in template.parameters] == names


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not part of the project")
def test_every_article_obeys_the_laws() -> None:
    for path in sorted(CORPUS.glob("*.wikitext")):
        check_laws(path.read_bytes().decode("utf-8"))
