"""What the tokenizer need not see: plain links, templates and footnotes, which are most of a page's markup.

A citation costs the tokenizer some forty tokens and says no more than a split at its bars does. So what is plain is set
aside: the tokenizer is given a copy of the page in which one or two characters stand for it, and the tree puts it back
(plain.py). Plain is what has nothing in it but text, bare addresses, ``|``, ``=`` and, in a template, plain links, in a
footnote, plain templates and links. The patterns are narrower than the tokenizer's rules: whatever might be more than
text to it goes there as it stands.
"""

from __future__ import annotations

import re

from .guard_tags import COMMENT, SLASHLESS_SCHEMES, TAG_NAME, any_case

MARK = "\x02"
"""Ends what stands in the copy for something set aside; text to the tokenizer, as is ``\\x01``."""
_TEMPLATE, _LINK_OR_TAG = "\x01" + MARK, ">" + MARK
"""An address goes on through a template, but ends at a link or a tag, and neither can stand in the name of a template
or the target of a link: ``>`` sees to that."""

_SCHEMES = [any_case(scheme) + ":" for scheme in SLASHLESS_SCHEMES]
_NO_ENTITY = r"&(?!#|[A-Za-z0-9]++;)"
_NO_LIST = r"\n(?![*#:;=]|----)"
_NO_ADDRESS = rf"(?=[ \n])|(?!//){''.join(f'(?<!{scheme})' for scheme in _SCHEMES)}"
REST_OF_URL = rf"//(?=\w)(?:[^\n \"|{{}}\[\]<>&']++|{_NO_ENTITY}|'(?!'))++"
_ADDRESS = rf"(?:(?<=\Whttps:)|(?<=\Whttp:)){REST_OF_URL}"

_WORDS = rf"{_NO_ENTITY}|{_NO_LIST}|:(?:{_NO_ADDRESS})"
_OUTWARD = rf"//|[A-Za-z]++:(?:{'|'.join(f'(?<={scheme})' for scheme in _SCHEMES)}|//)"
_PLAIN_LINK = (
    rf"\[\[(?<!\[\[\[)(?!{_OUTWARD})(?=\S)[^{{}}\[\]<>|\n&]++"
    rf"(?:\|(?:[^{{}}\[\]<>&:\n]++|{_WORDS})*+)?\]\](?!\])"
)
_TEXT = rf"{_PLAIN_LINK}|{_WORDS}"
_NAME = r"[^\S\n]*+[^\s{}\[\]<>|&:#][^{}\[\]<>|&:#\n]*+\s*+"
_KEY = rf"(?:[^{{}}\[\]<>|&:\n=]++|{_TEXT})*+"
_VALUE = rf"(?:[^{{}}\[\]<>|&:\n]++|:{_ADDRESS}|{_TEXT})*+"
_PLAIN_TEMPLATE = rf"\{{\{{(?<!\{{\{{\{{){_NAME}(?:\|{_KEY}(?:={_VALUE})?)*+\}}\}}(?!\}})"
_ATTRIBUTE = r"[ \t]++(?:name|group)[ \t]*+=[ \t]*+(?:\"[^\"<>\[\]{}&'\n\\=]*+\"|[^\s\"'<>\[\]{}&/\\=]++)"
_CONTENT = rf"(?:[^{{}}\[\]<>|&:\n]++|{_PLAIN_TEMPLATE}|:{_ADDRESS}(?!\{{)|{_TEXT})*+"
_PLAIN_FOOTNOTE = rf"<ref(?:{_ATTRIBUTE})*+[ \t]*+(?:/>|>{_CONTENT}</ref>)"

_PLAIN = re.compile(f"{_PLAIN_LINK}|{_PLAIN_TEMPLATE}|{_PLAIN_FOOTNOTE}|{COMMENT}")
"""What stands in a comment is not set aside: a comment is matched so that the search goes on behind it."""
_STAND_INS = {"{": _TEMPLATE, "[": _LINK_OR_TAG, "<": _LINK_OR_TAG}
_UNSAFE = re.compile(rf"<(?:(?:/|!--|{TAG_NAME}(?=[^\S\n]|/))[^<>]*{_LINK_OR_TAG}|[^\s<>]*{_TEMPLATE})")
_AFTER_SCHEME = re.compile(rf"(?:{'|'.join(SLASHLESS_SCHEMES)}):{_LINK_OR_TAG}", re.IGNORECASE)


def set_aside(source: str) -> tuple[str, list[tuple[int, int]]]:
    """A copy of `source` with a mark for all that is plain, and where that stands; `source` itself where nothing is.

    >>> set_aside("a {{b|c=[[d]]}} {{e|''{{f}}''}}")
    ("a \\x01\\x02 {{e|''\\x01\\x02''}}", [(2, 15), (22, 27)])
    """
    if "\x01" in source or MARK in source:
        return source, []
    spans: list[tuple[int, int]] = []
    pieces: list[str] = []
    position = 0
    for match in _PLAIN.finditer(source):
        start, end = span = match.span()
        first = source[start]
        if first == "<" and source.startswith("<!--", start):
            continue
        spans.append(span)
        pieces.append(source[position:start])
        pieces.append(_STAND_INS[first])
        position = end
    pieces.append(source[position:])
    copy = "".join(pieces)
    return (copy, spans) if spans and not _acts(copy) else (source, [])


def _acts(copy: str) -> bool:
    """Whether a mark would act: in a tag, at the end of a comment, behind a scheme, in the name of an argument.

    There (``{{{name}}}``) the tokenizer takes links for text. A page with any of these is left as it is.
    """
    return (
        "{{{" in copy
        or f"--{_LINK_OR_TAG}" in copy
        or (f":{_LINK_OR_TAG}" in copy and _AFTER_SCHEME.search(copy) is not None)
        or f"//{_LINK_OR_TAG}" in copy
        or _UNSAFE.search(copy) is not None
    )
