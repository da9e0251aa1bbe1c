"""An independent parser as an oracle: wikitextparser finds the same templates, parameters and ref tags in real text."""

from __future__ import annotations

import wikitextparser

from wikibio.syntax.tree import parse


def test_templates_stand_where_wikitextparser_sees_them(article: str) -> None:
    theirs = {template.span for template in wikitextparser.parse(article).templates}
    ours = {(template.start, template.end) for template in parse(article).templates if ":" not in template.name}
    assert ours == theirs - {span for span in theirs if article.startswith("{{DEFAULTSORT:", span[0])}


def test_arguments_are_those_wikitextparser_sees(article: str) -> None:
    theirs = {
        template.span: [(argument.name.strip(), argument.value) for argument in template.arguments]
        for template in wikitextparser.parse(article).templates
        if "<" not in template.string
    }
    for template in parse(article).templates:
        if (template.start, template.end) in theirs:
            ours = [(p.name, article[p.value.start : p.value.end]) for p in template.parameters]
            assert ours == theirs[template.start, template.end]


def test_ref_tags_stand_where_wikitextparser_sees_them(article: str) -> None:
    theirs = {tag.span for tag in wikitextparser.parse(article).get_tags("ref")}
    ours = {(tag.start, tag.end) for tag in parse(article).tags if tag.name == "ref"}
    assert ours == theirs
