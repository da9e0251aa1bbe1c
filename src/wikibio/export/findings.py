"""Findings as lines that editors and build tools know: ``path:line:column: code message``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from wikibio.biography import Biography
from wikibio.references.health import findings as health_findings
from wikibio.span import Span

REPORTED = ("reference-", "citation-", "short-footnote-")
"""Which diagnostics are findings about references, by the beginning of their code."""


class Lines:
    """Offsets to lines and columns, both counted from 1; ``\\n``, ``\\r\\n`` and ``\\r`` each end a line."""

    def __init__(self, source: str) -> None:
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def locate(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset, hi=max(1, len(self._starts) - 1))
        return line, offset - self._starts[line - 1] + 1


def findings(bio: Biography, path: str) -> Iterator[str]:
    """One line a finding, in the order of the source.

    ``Article.wikitext:12:3: bare-url no title: https://example.org``
    """
    lines = Lines(bio.source)
    for span, code, message in sorted(_all(bio)):
        line, column = lines.locate(span.start)
        yield f"{path}:{line}:{column}: {code} {message}"


def _all(bio: Biography) -> Iterator[tuple[Span, str, str]]:
    for diagnostic in bio.diagnostics:
        if diagnostic.code.startswith(REPORTED):
            yield diagnostic.span, diagnostic.code, diagnostic.message
    for finding in health_findings(bio.references):
        yield finding.span, finding.code, finding.message
