"""Wikitext that brings the bare tokenizer to its knees, as data: a name, and a text of any size."""

from __future__ import annotations

from collections.abc import Callable

Generator = Callable[[int], str]

UNITS: dict[str, str] = {
    "unclosed templates": "{{a|",
    "unclosed templates with names only": "{{a",
    "unclosed named values": "{{a|b=",
    "unclosed links": "[[a|",
    "unclosed link titles": "[[a",
    "unclosed external links": "[http://a ",
    "unclosed external links in links": "[[http://a",
    "unclosed external links with tags": "[http://a <b>x]</b> ",
    "unclosed bold tags": "<b>",
    "unclosed refs": "<ref>",
    "unclosed refs over paragraphs": "<ref>\n\n",
    "unclosed list items": "<li>",
    "unclosed cells": "<td>",
    "unclosed galleries": "<gallery>\n[[a]]\n",
    "unclosed nowiki": "<nowiki>",
    "unended tags": "<a ",
    "unended refs": "<ref name=",
    "unended breaks": "</br ",
    "breaks that start as closing tags": "</br",
    "unended closing tags": "</b",
    "numbers after less than": "x <3 y ",
    "pseudo tags": "<left 30>",
    "unclosed double quotes": '<b a="',
    "unclosed single quotes": "<b a='>",
    "quotes run together": '<b a="c"d e=\'f"g>',
    "escaped quotes": '<ref name="a\\">b</ref>',
    "unclosed tables": "{|\n",
    "unclosed tables with styled cells": "{|\n|a|\n",
    "unclosed tables with rows": "{|\n|-\n",
    "tables that close too often": "{|\n|}\n|}\n",
    "unclosed comments": "<!--",
    "comments cut short": "<!-->",
    "arguments": "{{{a|",
    "arguments closed as templates": "{{{a|b}}",
    "five braces": "{{{{{a|b}}|c",
    "four braces": "{{{{a|b}}|c}}",
    "braces": "{",
    "double braces": "{{",
    "closing braces": "}",
    "brackets": "[",
    "closing brackets": "]",
    "ampersands": "&",
    "long numbers": "&#0000000",
    "unended entities": "&amp",
    "equals signs": "=",
    "separated equals signs": "= ",
    "heading lines": "=a\n",
    "headings over lines": "=<b>\n</b>",
    "headings in headings": "\n=<b>\n=a</b>",
    "list marks": "*",
    "definition marks": ";:",
    "list lines": "*:#;\n",
    "rules": "-",
    "rule lines": "----\n",
    "bars": "|",
    "cell lines": "|a|b||c!!d\n",
    "apostrophes": "'",
    "slashes": "/",
    "angles": "<",
    "closing angles": "</",
    "blank lines": "\n",
    "blanks": " ",
    "nul characters": "\0",
    "lone surrogates": "\ud800[[\udfff]]",
    "marks right to left": "\u200f{{\u200e}}",
    "crossed templates and links": "{{a|[[b|}}]]",
    "crossed links and templates": "[[a|{{b|]]}}",
    "crossed tags": "<b><i></b></i>",
    "crossed refs and templates": "{{a|<ref>{{b|</ref>}}",
    "names that are none": "{{<|",
    "templates without names": "{{|}}",
    "links without titles": "[[\n]]",
    "templates side by side before equals": "{{a|{{b}}{{c}}=d}}",
    "addresses": "http://a",
    "addresses with braces": "http://a{{b}}",
    "schemes": "http:",
    "colons": "a:",
    "closing tags in nowiki": "<nowiki></</</nowiki>",
    "ref closed in a comment": "<ref>a<!--</ref>-->",
    "carriage returns": "\r=a=\r\n",
    "names of tags run together": "<<a<b>",
    "templates that begin in headings": "}}{{\n==a",
    "tags that end in headings": "\n=</td><gallery><td>",
    "galleries in galleries": "<gallery><gallery></gallery>",
    "external links in tags": "[[http://a <b>[[http://a",
    "tables in attributes": "<b\r\n{|\n[http://a >",
    "arguments closed as templates round templates": "{{{a{{b}}}} ",
    "plain links": "[[a|b]]",
    "plain templates": "{{a|b=[[c]]}}",
    "plain footnotes": '<ref name="a">{{b|c=http://d.e}}</ref>',
    "plain templates that are never closed": "<ref>{{a|[[b]]",
}
"""Repeated until the text is long enough."""

NESTS: dict[str, tuple[str, str]] = {
    "nested templates": ("{{a|", "}}"),
    "nested named values": ("{{a|b=", "}}"),
    "nested template names": ("{{", "}}"),
    "nested arguments": ("{{{a|", "}}}"),
    "nested links": ("[[a|", "]]"),
    "nested external links in links": ("[[http://a", "]"),
    "nested external links with templates": ("[http://a [[http://b {{c|", "}}]]]"),
    "nested tags": ("<b>", "</b>"),
    "nested refs": ("<ref>", "</ref>"),
    "nested tables": ("{|\n|\n", "\n|}"),
    "nested tables in styled cells": ("{|\n|{{a|\n", "\n}}|b\n|}"),
    "nested tables in tags in styled cells": ("{|\n|<b>\n", "\n</b>|b\n|}"),
    "nested tables in styled rows": ('{|\n|- a="\n|b\n', "\n|}"),
    "nested headings": ("=<b>\n", "</b>="),
    "nested attributes": ("<b a=", ">c</b>"),
    "nested quoted attributes": ('<b a="', '">c</b>'),
    "nested attributes with templates": ('<b a="{{c|', '}}"d>e</b>'),
    "nested names that fail": ("{{a {{b}}", "<}}"),
    "nested four braces": ("{{{{a|", "}}|b}}"),
    "nested five braces": ("{{{{{a|", "}}}|b}}"),
    "templates in refs": ("{{a|<ref>", "</ref>}}"),
    "links in templates": ("[[a|{{b|", "}}]]"),
    "templates closed too late": ("<b>{{a|", "</b>}}"),
    "tables closed too late": ("<b>\n{|\n|", "</b>\n|}"),
}
"""Opened half the text long, then closed as often."""

STARTS: dict[str, tuple[str, str, str]] = {
    "closing tags in a nowiki": ("<nowiki>", "</", "</nowiki>"),
    "tags in an open template": ("{{a|", "<small>", "}}"),
    "braces in an open link": ("[[a|", "{{b|", "]]"),
    "closing braces in an open link": ("{{a|[[b|", "}}", ""),
    "equals signs in a heading": ("=", "a=", "\n"),
    "cells of one table": ("{|\n", "|a|b||c\n", "|}"),
    "bars of one template": ("{{a", "|", "}}"),
    "attributes of one tag": ("<b ", "a=b ", ">c</b>"),
    "comments in one tag": ("<ref", "<!--a-->", ">b</ref>"),
    "zeros of one entity": ("&#", "0", "65;"),
    "an unclosed comment": ("<!--", "<ref>a</ref>", ""),
    "quotes in one tag": ("<b ", "a='b\"", ">c</b>"),
    "links in one footnote": ("<ref>", "[[a]]", "</ref>"),
    "templates in one footnote": ("<ref>", "{{a|[[b]]}}", "</ref>"),
    "links in one template": ("{{a|", "[[b|c]]", "}}"),
    "addresses in one value": ("{{a|b=", "http://c.d ", "}}"),
    "parameters of one citation": ("{{cite web", "|a=b", "}}"),
    "dashes before a link": ("", "-", "[[a]]"),
}
"""A start, something repeated, and an end."""


def _repeat(unit: str) -> Generator:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _nest(opening: str, closing: str) -> Generator:
    def text(size: int) -> str:
        times = size // (len(opening) + len(closing))
        return opening * times + closing * times

    return text


def _between(start: str, unit: str, end: str) -> Generator:
    return lambda size: start + unit * ((size - len(start) - len(end)) // len(unit)) + end


HOSTILE: dict[str, Generator] = {
    **{name: _repeat(unit) for name, unit in UNITS.items()},
    **{name: _nest(*marks) for name, marks in NESTS.items()},
    **{name: _between(*marks) for name, marks in STARTS.items()},
}
"""Every hostile text: its name, and a function from a size in characters to a text of about that size."""
