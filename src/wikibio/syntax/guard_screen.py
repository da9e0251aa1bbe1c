"""A quick look that tells sound pages, which are most, from those that need mending.

One regular expression finds the marks; what is plainly whole (`[[link]]`, `{{template|without|marks}}`,
`<ref>text</ref>`) it skips. The others are written down in order, and neighbours that belong together are struck
out until nothing is left. Nothing here decides what to do: a page of which something is left is read anew, mark by
mark.
"""

from __future__ import annotations

import re

from .guard_tags import CAPTION_TAGS, COMMENT, RAW_TAGS, SCHEMES, TAKEN_FOR_TAG, VOID_TAGS

_ROUNDS = 8
"""Levels of nesting that the quick look follows; deeper pages have to keep to the tokenizer's limits."""

_MOST_TABLES = 3

_NAME = r"[^{}\[\]<>|\s][^{}\[\]<>|\n]*+\s*+"
_TEMPLATE = rf"\{{\s*+{_NAME}(?:\|[^{{}}\[\]<>]*+)?\}}\}}"
_LINK = r"\[[^{}\[\]<>|\n]*+(?:\|[^{}\[\]<>]*+)?\]\]"
_ADDRESS = rf"(?:{SCHEMES})(?:[^{{}}\[\]<>\n]++|\{{{_TEMPLATE}|\[{_LINK}|{COMMENT})*+\]"
_BREAK = r"br ?/?>"
"""The four above follow their first character, which the search has found already."""

_LEAF = rf"\{{{_TEMPLATE}|\[(?:{_LINK}|{_ADDRESS})|<{_BREAK}"
_UNQUOTED = r"[^\s<>{}\[\]\"'=\\/](?:[^\s<>{}\[\]=\\/]|/(?!>))*+"
_VALUE = rf"(?:\"[^\"<>{{}}\[\]\\]*+\"(?=[\s/>])|'[^'<>{{}}\[\]\\]*+'(?=[\s/>])|{_UNQUOTED})"
_ATTRIBUTES = rf"(?!\n)(?:\s++(?:[^\s<>{{}}\[\]\"'=\\/]++(?:\s*+=\s*+{_VALUE})?)?)*+"
_FORMATS = "small|sup|sub|i|b|u|s|big|center|span|div|cite|em|strong|code|p|blockquote|abbr"

_WHOLE_TAG = (
    rf"ref{_ATTRIBUTES}(?:/>|>(?:[^<{{}}\[\]]++|{_LEAF})*+</ref>)"
    rf"|(?:{'|'.join(sorted(VOID_TAGS))}){_ATTRIBUTES}/?>"
    rf"|({_FORMATS}){_ATTRIBUTES}>(?:[^<{{}}\[\]|]++|{_LEAF})*+</\1>"
    rf"|[a-z]++[1-6]?{_ATTRIBUTES}/>"
)
_RAW = rf"({'|'.join(sorted(RAW_TAGS))}){_ATTRIBUTES}>(?:[^<]++|<(?!/|\2))*+</\2>"
_COMMENT_WITHOUT_REF = COMMENT[1:].replace("!--)", "!--|/ref)")
_UNSOUND_NAMES = "|".join(sorted(RAW_TAGS | CAPTION_TAGS | VOID_TAGS))

_LINE_MARK = r"\{\||\|\}|[*#:;]{41}|[^\S\n]++(?:\{\||\|\})"
_MARK = re.compile(
    rf"[{{}}\[\]<\n](?:(?<!\n)|(?={_LINE_MARK}))(?:"
    rf"(?<=\{{){_TEMPLATE}|(?<=\[)(?:{_LINK}|{_ADDRESS})"
    rf"|(?<=<)(?:{_WHOLE_TAG}|{_RAW}|{_COMMENT_WITHOUT_REF})"
    rf"|((?<=\}})\}}|(?<=\])\]|(?<=<)!--(?={COMMENT[4:]})"
    rf"|(?<=<)(?!(?:{_UNSOUND_NAMES})\b)[a-z]++[1-6]?(?={_ATTRIBUTES}>)|(?<=<)/[a-z]++[1-6]?(?=\s*+>)"
    rf"|(?<=\{{)\{{(?!\{{)(?=\s*+{_NAME}(?:{COMMENT}\s*+)*+[|}}])"
    rf"|(?<=\[)\[(?!\[|{SCHEMES})(?=[^{{}}\[\]<>|\n]*+(?:\||\]\]))"
    r"|(?<=\n)\{\||(?<=\n)\|\}(?=(?:\}\})*+(?!\})))"
    rf"|((?<=<)(?:/|!--|{TAKEN_FOR_TAG.pattern[1:]})|(?<=\{{)\{{|(?<=\[)\[|(?<=\n)[*#:;]{{41}}"
    rf"|(?<=\[)(?:{SCHEMES})|(?<=\n)[^\S\n]++(?:\{{\||\|\}}))"
    r")"
)
_TAG_PAIR = re.compile(r" ([a-z1-6]++) /\1(?= )")
_BROKEN_HEADING = re.compile(rf"\n=(?!(?:[^\n<{{}}\[\]=]++|=++|{_LEAF}|{COMMENT}){{0,100}}+\n)")
_ADJACENT_TEMPLATES = re.compile(r"\}\}\{\{[^{}]*+\}\}[^|={}\[\]<]{0,200}+(?<!\n)=")


def is_sound(source: str) -> bool:
    """Whether every mark of `source` has its partner, so that the tokenizer can read it as it is."""
    lines = f"\n{source}\n"
    if _ADJACENT_TEMPLATES.search(source) or _BROKEN_HEADING.search(lines):
        return False
    found = _MARK.findall(lines)
    if not found:
        return True
    _, _, marks, troubles = zip(*found, strict=True)
    if any(troubles):
        return False
    if marks.count("{|") > _MOST_TABLES and _deepest_table(marks) > _MOST_TABLES:
        return False
    return _strikes_out(f" {' '.join(filter(None, marks))} ")


def _strikes_out(marks: str) -> bool:
    """Strike out pairs of neighbours: `{ [ ] }` becomes `{ }` becomes nothing.

    Tags that stand in templates are left for the thorough reading, because a `|` in them would part the template;
    so are comments in refs where they hold a `</ref>` (`!--`), because a ref ends there.
    """
    for _ in range(_ROUNDS):
        before = marks
        marks = marks.replace(" [ ]", "").replace(" ref /ref", "").replace(" { }", "").replace(" {| |}", "")
        if marks == before and "!--" in marks:
            if " ref !--" in marks:
                return False
            marks = marks.replace(" !--", "")
        elif marks == before:
            if "{ " in marks:
                return False
            marks = _TAG_PAIR.sub("", marks)
        if marks.isspace():
            return True
    return False


def _deepest_table(marks: tuple[str, ...]) -> int:
    depth = deepest = 0
    for mark in marks:
        if mark == "{|":
            depth += 1
            deepest = max(deepest, depth)
        elif mark == "|}":
            depth -= 1
    return deepest
