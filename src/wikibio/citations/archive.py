"""Whether a source's address works, and where its copy is: Help:Citation Style 1, Web links and url-status."""

from __future__ import annotations

from wikibio.citations.arguments import Arguments, span_of
from wikibio.citations.vocabulary import CitationWords
from wikibio.context import Context

DEFAULT = "dead"
"""What an archived copy says of the original where ``url-status=`` is not given: the title links to the copy."""


def read_url_status(context: Context, arguments: Arguments, words: CitationWords) -> str | None:
    """``|archive-url=…|url-status=live`` gives "live", ``|archive-url=…`` alone "dead"; neither, and nothing is said.

    ``dead-url=yes`` and ``no`` are the older spelling; words that the table does not know say nothing.
    """
    values = arguments.values
    archive, status = values.get("archive_url"), values.get("url_status")
    if archive is not None and "url" not in values:
        start, end = span_of(context, archive[1])
        context.report("citation-archive-without-url", "an archived copy without the address of the original", start, end)
    known = None if status is None else words.values["url_status"].get(status[0].lower())
    if known is not None:
        return known
    return DEFAULT if archive is not None else None
