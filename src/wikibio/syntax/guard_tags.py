"""The names of tags and the shape of a tag, as far as the guard needs them.

The names are MediaWiki's own, the same in every language: https://www.mediawiki.org/wiki/Parser_extension_tags
and https://www.mediawiki.org/wiki/Help:HTML_in_wikitext.
"""

from __future__ import annotations

import re

RAW_TAGS = frozenset(
    (
        *("categorytree", "ce", "chem", "graph", "hiero", "inputbox", "math", "nowiki", "pre", "score", "section"),
        *("source", "syntaxhighlight", "templatedata", "timeline"),
    )
)
"""Extension tags whose body is no wikitext, to MediaWiki and to the tokenizer alike."""

CAPTION_TAGS = frozenset(("gallery", "imagemap"))
"""Extension tags whose body holds captions: wikitext to MediaWiki, but opaque to the tokenizer."""

BODY_TAGS = frozenset(("ref", "references", "poem", "indicator", "mapframe", "maplink", "langconvert")) | CAPTION_TAGS
"""Extension tags whose body MediaWiki cuts out before it looks at braces and brackets, and parses on its own."""

VOID_TAGS = frozenset(("br", "wbr", "hr", "meta", "link", "img"))
"""HTML tags that never have a body."""


def any_case(word: str) -> str:
    """A pattern of fixed width for a word in whatever case: ``[nN][eE][wW][sS]``."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


SLASHLESS_SCHEMES = ("bitcoin", "geo", "magnet", "mailto", "news", "sip", "sips", "sms", "tel", "urn", "xmpp")

SCHEMES = (
    r"//|(?i:(?:https?|ftps?|gopher|ircs?|mms|nntp|redis|sftp|ssh|svn|telnet|worldwind|git)://"
    rf"|(?:{'|'.join(SLASHLESS_SCHEMES)}):)"
)
"""What makes a single bracket an external link, as the tokenizer knows it."""

COMMENT = r"<!--(?:[^-<]++|-(?!->)|<(?!!--))*+-->"
_LEAF_TEMPLATE = r"\{\{[^{}\[<]*+\}\}"
_NESTED_TEMPLATE = rf"\{{\{{(?:[^{{}}\[<]|{_LEAF_TEMPLATE})*+\}}\}}"
ATTRIBUTE_TEMPLATE = re.compile(rf"\{{\{{(?:[^{{}}\[<]|{_NESTED_TEMPLATE})*+\}}\}}")

OPENING_TAG = re.compile(
    rf"<(?P<name>[A-Za-z][A-Za-z0-9]*+)(?=[\s/>]|<!--)"
    rf"(?P<attributes>(?:[^<>{{\[/]|/(?!>)|{COMMENT}|{ATTRIBUTE_TEMPLATE.pattern}|\{{(?!\{{)|\[(?!\[)"
    rf"|\[\[[^\[\]{{}}<>\n]*+\]\])*+)"
    r"(?P<slash>/?)>"
)
CLOSING_TAG = re.compile(rf"</(?P<name>[A-Za-z][A-Za-z0-9]*+)(?P<padding>(?:\s|{COMMENT})*+)>")
UNENDED_VOID_TAG = re.compile(r"</(?:br|wbr|hr|meta|link|img)(?=\s)(?![^<>]*+>)", re.IGNORECASE)
"""`</br ` that nothing ends: a void tag to the tokenizer, which would look for the end in the rest of the page."""

TAG_NAME = r"[^\s{}\[\]<>|=&'#*;:/!\-]++"
TAKEN_FOR_TAG = re.compile(rf"<{TAG_NAME}(?:[^\S\n]|/?>)")
"""What the tokenizer takes for the beginning of a tag: any word straight after `<`, up to a space or the end."""
