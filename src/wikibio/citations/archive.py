"""Whether a source's address works, and where its copy is: Help:Citation Style 1, Web links and url-status."""

from __future__ import annotations

from wikibio.citations.text import Values, span_of
from wikibio.citations.vocabulary import CitationWords
from wikibio.context import Context

DEFAULT = "dead"
"""What an archived copy says of the original where ``url-status=`` is not given: the title links to the copy."""


def read_url_status(context: Context, values: Values, has_url: bool, words: CitationWords) -> str | None:
    """``|archive-url=…|url-status=live`` gives "live", ``|archive-url=…`` alone "dead"; neither, and nothing is said.

    `has_url` says whether the address of the original is given. ``dead-url=yes`` and ``no`` are the older spelling;
    words that the table does not know say nothing.
    """
    archive, status = values.get("archive_url"), values.get("url_status")
    if archive is not None and not has_url:
        message = "an archived copy without the address of the original"
        context.report("citation-archive-without-url", message, *span_of(archive))
    known = None if status is None else words.values["url_status"].get(status[0].lower())
    if known is not None:
        return known
    return DEFAULT if archive is not None else None
