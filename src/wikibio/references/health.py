"""The health of a page's references: what an editor or a bot would look at before saving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from wikibio.citations.model import Citation
from wikibio.references.model import Reference
from wikibio.span import Span
from wikibio.values.model import Model

FindingCode = Literal["bare-url", "dead-link", "no-date", "no-author", "duplicate-url", "duplicate-identifier"]

_GONE = frozenset({"dead", "unfit", "usurped"})
# Sources of which a reader expects an author and a date; of a broadcast, a map or a database nobody does.
_PRINTED_KINDS = frozenset({"web", "news", "journal", "magazine", "book", "chapter", "report", "thesis"})


class Health(Model):
    """Counts over the citations of a page.

    `live`, `archived`, `dead`, `bare` and `offline` add up to `citations`: `archived` has an archived copy, `dead` is
    marked dead and has none, `bare` is a URL without a title, `offline` names no URL. The others overlap; `duplicates`
    counts sources that stand in more than one reference, `broken` names that are used and defined nowhere.
    """

    references: int = 0
    uses: int = 0
    citations: int = 0
    live: int = 0
    archived: int = 0
    dead: int = 0
    bare: int = 0
    offline: int = 0
    without_date: int = 0
    without_author: int = 0
    duplicates: int = 0
    broken: int = 0


class Finding(Model):
    """One thing to mend: a code from a closed list, a sentence, and where it stands."""

    code: FindingCode
    message: str
    span: Span


def state(citation: Citation) -> Literal["live", "archived", "dead", "bare", "offline"]:
    """How a reader can reach the source: ``url-status=dead`` without an archived copy is dead, and so on."""
    if citation.archive_url:
        return "archived"
    if not citation.url:
        return "offline"
    if citation.url_status in _GONE:
        return "dead"
    return "bare" if citation.bare else "live"


def read_health(references: Iterable[Reference], broken: int) -> Health:
    """The counts; `broken` is the number of undefined names, which the reader of references reports."""
    listed = list(references)
    labelled = uses = without_date = without_author = 0
    states: list[str] = []
    for reference in listed:
        labelled += reference.label is not None
        uses += len(reference.uses)
        for citation in reference.citations:
            states.append(state(citation))
            without_date += citation.date is None
            without_author += not citation.authors
    return Health(
        references=labelled,
        uses=uses,
        citations=len(states),
        **Counter(states),
        without_date=without_date,
        without_author=without_author,
        duplicates=sum(1 for _ in _duplicates(listed)),
        broken=broken,
    )


def findings(references: Iterable[Reference]) -> Iterator[Finding]:
    """What is worth mending, source by source, in the order of the page's numbering; duplicates come last."""
    listed = list(references)
    for reference in listed:
        for citation in reference.citations:
            yield from _citation_findings(citation)
    for code, value, citations in _duplicates(listed):
        for citation in citations[1:]:
            yield Finding(code=code, message=f"also cited in another reference: {value}", span=citation.span)


def _citation_findings(citation: Citation) -> Iterator[Finding]:
    reached = state(citation)
    if reached == "bare":
        yield Finding(code="bare-url", message=f"no title: {citation.url}", span=citation.span)
        return
    if reached == "dead":
        message = f"marked {citation.url_status}, and no archived copy: {citation.url}"
        yield Finding(code="dead-link", message=message, span=citation.span)
    if citation.template is None or citation.kind not in _PRINTED_KINDS:
        return
    title = citation.title or citation.script_title or citation.url or "untitled"
    if citation.date is None:
        yield Finding(code="no-date", message=f"no date: {title}", span=citation.span)
    if not citation.authors and not citation.editors:
        yield Finding(code="no-author", message=f"no author: {title}", span=citation.span)


def _duplicates(references: list[Reference]) -> Iterator[tuple[FindingCode, str, list[Citation]]]:
    """Sources that several references name: by their URL, else by an identifier."""
    urls: dict[str, list[tuple[str, Citation]]] = {}
    identifiers: dict[str, list[tuple[str, Citation]]] = {}
    for reference in references:
        for citation in reference.citations:
            url = citation.url
            if url:
                urls.setdefault(url, []).append((reference.id, citation))
                continue
            for key, value in citation.identifiers.items():
                if key != "id":
                    identifiers.setdefault(f"{key} {value}", []).append((reference.id, citation))
    for url, found in urls.items():
        if len(found) > 1 and len(citations := _firsts(found)) > 1:
            yield "duplicate-url", url, citations
    for identifier, found in identifiers.items():
        if len(found) > 1 and len(citations := _firsts(found)) > 1:
            yield "duplicate-identifier", identifier, citations


def _firsts(found: list[tuple[str, Citation]]) -> list[Citation]:
    """The first citation of each reference."""
    first: dict[str, Citation] = {}
    for reference, citation in found:
        first.setdefault(reference, citation)
    return list(first.values())
