"""Findings as lines that editors and build tools know: ``path:line:column: code message``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator

from wikibio.biography import Biography
from wikibio.references.health import findings as health_findings
from wikibio.span import Span

REPORTED = ("reference-", "citation-", "short-footnote-")
"""Which diagnostics are findings about references, by the beginning of their code."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Lines:
    """Offsets to lines and columns, both counted from 1; ``\\n``, ``\\r\\n`` and ``\\r`` each end a line."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(source))]

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`.

        >>> Lines("ab\\r\\ncd").locate(5)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def findings(bio: Biography, path: str, ignored: Container[str] = ()) -> Iterator[str]:
    """One line a finding, in the order of the source, without those whose code is one of `ignored`.

    ``Article.wikitext:12:3: bare-url no title: https://example.org``. What the source says is printed without control
    characters: a line break would make two findings of one, and an escape sequence would speak to the terminal.
    """
    lines = Lines(bio.source)
    for span, code, message in sorted(_all(bio)):
        if code not in ignored:
            line, column = lines.locate(span.start)
            yield f"{path}:{line}:{column}: {code} {_CONTROL.sub(' ', message)}"


def _all(bio: Biography) -> Iterator[tuple[Span, str, str]]:
    for diagnostic in bio.diagnostics:
        if diagnostic.code.startswith(REPORTED):
            yield diagnostic.span, diagnostic.code, diagnostic.message
    for finding in health_findings(bio.references):
        yield finding.span, finding.code, finding.message
