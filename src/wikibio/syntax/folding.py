"""Raw text to what is printed: ``''`` marks, white space and gaps by the rules of Help:Formatting on mediawiki.org."""

from __future__ import annotations

import html
import re

RESERVED = tuple(chr(code) for code in range(0xFDD0, 0xFDE0))
"""Noncharacters (The Unicode Standard, 23.7): no text holds them and no entity makes them: they serve as marks."""
DROPPED = "\ufdd0"
"""Stands in raw text where a template showed nothing, so that the brackets and commas round it can go too."""
MARK = "\ufdd2"
"""Stands in raw text for a footnote marker, where the caller asked for them (`Renderer.marked`)."""
APOSTROPHE = "\ufdd1"
"""Stands in raw text for an apostrophe that is no markup (from ``<nowiki>``)."""

_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_SPACING = " \t\n\r\u00a0"
_SEPARATING = _SPACING + ",;:/"
_REPEATED = re.compile(f"{DROPPED}(?=[{_SPACING}]*{DROPPED})")
"""What shows nothing before something else that shows nothing: the last of a row of them closes the gap of all."""
_QUOTES = re.compile("'{2,}")
SURROGATES = re.compile("[\ud800-\udfff]")
_UNUSUAL = re.compile(f"[{_INVISIBLE}\ud800-\udfff{DROPPED}{APOSTROPHE}]")
_WIDE_SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space as `str.isspace` has it, but for the space and the line feed."""
_NOT_PLAIN = re.compile(f"[{_WIDE_SPACES}{_INVISIBLE}\ud800-\udfff{DROPPED}{APOSTROPHE}]")


def readable(source: str) -> str:
    """`source` with U+FFFD for each lone surrogate, which no JSON can hold, and for each mark that is ours alone.

    The length stays, so that spans fit the source as it was given.
    """
    try:
        source.encode("utf-16-le")  # Surrogates cannot be encoded; of the encodings this one is the fastest.
    except UnicodeEncodeError:
        source = SURROGATES.sub("\ufffd", source)
    for mark in RESERVED:
        if mark in source:
            source = source.replace(mark, "\ufffd")
    return source


def decode_entities(raw: str) -> str:
    """``&amp;`` and ``&#124;`` to their characters; a number of thousands of digits is none, and stays as written."""
    try:
        return html.unescape(raw)
    except ValueError:
        return raw


def fold_line(raw: str) -> str:
    """Raw text to one line: ``''`` markup gone, white space and no-break spaces folded, ends stripped."""
    if "''" in raw:
        raw = strip_quotes(raw)
    if "  " not in raw and raw.isprintable():
        return raw.strip()  # Of what is folded here only the space is printable; to take a line apart costs far more.
    if not raw.isascii() and _UNUSUAL.search(raw):
        raw = _fold_unusual(raw)
    return " ".join(raw.split())


def is_folded(raw: str) -> bool:
    """Whether to fold `raw`, and any part of it, to one line is no more than to strip it.

    Of ASCII all white space is looked for, which is many times faster than to ask of each character what it is.
    """
    if "  " in raw or ("'" in raw and "''" in raw):
        return False
    if not raw.isascii():
        return raw.isprintable()
    return (
        "\n" not in raw
        and "\t" not in raw
        and "\r" not in raw
        and "\v" not in raw
        and "\f" not in raw
        and "\x1c" not in raw
        and "\x1d" not in raw
        and "\x1e" not in raw
        and "\x1f" not in raw
    )


def fold_paragraphs(raw: str) -> str:
    """As `fold_line`, but line breaks stay: one between lines, however many there were."""
    if "''" in raw:
        raw = strip_quotes(raw)
    if _NOT_PLAIN.search(raw):
        raw = _fold_unusual(raw)
        for character in _WIDE_SPACES:
            if character in raw:
                raw = raw.replace(character, " ")
    while "  " in raw:
        raw = raw.replace("  ", " ")
    lines = raw.split("\n")
    if "|" in raw:
        lines = [_without_table(line) for line in lines]
    return "\n".join(filter(None, map(str.strip, lines)))


def _without_table(line: str) -> str:
    """A row or an end of a table that a template opened (``{{s-start}}``) shows nothing but the footnotes in it.

    The tokenizer sees no table round it.
    """
    return MARK * line.count(MARK) if line.startswith("|-") or line.strip() == "|}" else line


def _fold_unusual(raw: str) -> str:
    for character in _INVISIBLE:
        if character in raw:
            raw = raw.replace(character, "")
    if DROPPED in raw:
        raw = _close_gaps(_REPEATED.sub("", raw).split(DROPPED))
    try:
        raw.encode()
    except UnicodeEncodeError:
        raw = SURROGATES.sub("\ufffd", raw)
    return raw.replace(APOSTROPHE, "'")


def _close_gaps(parts: list[str]) -> str:
    """`parts` of a text, between which templates showed nothing, put together again.

    A pronunciation that is not shown leaves ``( ; 11 March 1957)`` behind: what separated it goes too, and brackets
    that held nothing else.
    """
    closed = [parts[0]]
    for part in parts[1:]:
        before = _last(closed)
        after = part.lstrip(_SPACING)
        opened = before.rstrip(_SEPARATING + MARK)
        if opened.endswith(("(", "[")):
            rest = part.lstrip(_SEPARATING + MARK)
            marks = MARK * (before[len(opened) :].count(MARK) + part[: len(part) - len(rest)].count(MARK))
            if rest.startswith((")", "]")):
                opened, rest = opened[:-1].rstrip(), rest[1:]
            closed[-1], part = opened + marks, rest
        elif after.lstrip(",;").startswith((")", "]")):
            closed[-1] = before.rstrip(_SPACING + ",;")
            part = after.lstrip(_SPACING + ",;")
        elif after.startswith((",", ".", ";", ":", "!", "?")):
            closed[-1] = before.rstrip(_SPACING + (",;" if after[0] in ",;" else ","))
            part = after
        closed.append(part)
    return "".join(closed)


def _last(parts: list[str]) -> str:
    """The last part with something in it besides white space, brought to the end of the list."""
    while len(parts) > 1 and not parts[-1].strip():
        parts[-2:] = [parts[-2] + parts[-1]]
    return parts[-1]


def strip_quotes(raw: str) -> str:
    """Bold and italic marks out of `raw`, line by line as MediaWiki reads them.

    Two apostrophes are italics, three bold, four an apostrophe and bold, five both, more a run of apostrophes and both.
    Where a line has an odd number of both, one bold mark was an apostrophe before italics.
    """
    if "'''" not in raw:
        return raw.replace("''", "")
    return "\n".join([_strip_line_quotes(line) for line in raw.split("\n")])


def _strip_line_quotes(line: str) -> str:
    if "'''" not in line:
        return line.replace("''", "")
    if "''''" not in line:
        without_bold = line.replace("'''", "")
        if line.count("'''") % 2 == 0 or without_bold.count("''") % 2 == 0:
            return without_bold.replace("''", "")
    runs = [match.span() for match in _QUOTES.finditer(line)]
    widths = [end - start for start, end in runs]
    bold = sum(width != 2 for width in widths)
    italic = sum(width == 2 or width >= 5 for width in widths)
    kept = [0 if width in (2, 3, 5) else 1 if width == 4 else width - 5 for width in widths]
    if bold % 2 and italic % 2:
        kept[_apostrophe_run(line, runs)] = 1
    parts, position = [], 0
    for (start, end), apostrophes in zip(runs, kept, strict=True):
        parts.append(line[position:start] + "'" * apostrophes)
        position = end
    return "".join([*parts, line[position:]])


def _apostrophe_run(line: str, runs: list[tuple[int, int]]) -> int:
    """Which run of three is an apostrophe before italics: after a one-letter word, else after a word, else any."""
    triples = [index for index, (start, end) in enumerate(runs) if end - start == 3]
    if not triples:
        return next(index for index, (start, end) in enumerate(runs) if end - start != 2)

    def rank(index: int) -> tuple[int, int]:
        start = runs[index][0]
        before, one_before = line[start - 1 : start], line[start - 2 : start - 1]
        return (2 if before == " " or not before else 0 if one_before == " " else 1, index)

    return min(triples, key=rank)
