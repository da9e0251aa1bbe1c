"""The health of a page's references: what an editor or a bot would look at before saving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar, get_args

from wikibio.citations.model import Citation
from wikibio.references.model import Reference
from wikibio.span import Span
from wikibio.values.model import Model

FindingCode = Literal["bare-url", "dead-link", "no-date", "no-author", "duplicate-url", "duplicate-identifier"]

_Kept = TypeVar("_Kept")
_Source = tuple[str, str | None, Mapping[str, str], _Kept]
"""A citation, as far as duplicates go: the reference's id, the address, the identifiers, and what to keep of it."""
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


State = Literal["live", "archived", "dead", "bare", "offline"]
"""How a reader can reach a source."""


def state(citation: Citation) -> State:
    """How a reader can reach the source: ``url-status=dead`` without an archived copy is dead, and so on."""
    return _state(citation.url, citation.url_status, citation.archive_url, citation.bare)


def _state(url: str | None, url_status: str | None, archive_url: str | None, bare: bool) -> State:
    if archive_url:
        return "archived"
    if not url:
        return "offline"
    if url_status in _GONE:
        return "dead"
    return "bare" if bare else "live"


def read_health(references: Iterable[dict[str, Any]], broken: int) -> dict[str, int]:
    """The counts over the complete data of references, as data of Health.

    `broken` is the number of undefined names, which the reader of references reports.
    """
    labelled = uses = without_date = without_author = 0
    states: Counter[str] = Counter()
    sources: list[_Source[None]] = []
    for reference in references:
        labelled += reference["label"] is not None
        uses += len(reference["uses"])
        for citation in reference["citations"]:
            url = citation["url"]
            states[_state(url, citation["url_status"], citation["archive_url"], citation["bare"])] += 1
            without_date += citation["date"] is None
            without_author += not citation["authors"]
            sources.append((reference["id"], url, citation["identifiers"], None))
    return {
        "references": labelled,
        "uses": uses,
        "citations": len(sources),
        **{name: states[name] for name in get_args(State)},
        "without_date": without_date,
        "without_author": without_author,
        "duplicates": sum(1 for _ in _duplicates(sources)),
        "broken": broken,
    }


def findings(references: Iterable[Reference]) -> Iterator[Finding]:
    """What is worth mending, source by source, in the order of the page's numbering; duplicates come last."""
    listed = list(references)
    for reference in listed:
        for citation in reference.citations:
            yield from _citation_findings(citation)
    sources = [(ref.id, citation.url, citation.identifiers, citation) for ref in listed for citation in ref.citations]
    for code, value, citations in _duplicates(sources):
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


def _duplicates(sources: Iterable[_Source[_Kept]]) -> Iterator[tuple[FindingCode, str, list[_Kept]]]:
    """Sources that several references name, by their URL, else by an identifier, with what each reference keeps."""
    urls: dict[str, list[tuple[str, _Kept]]] = {}
    identifiers: dict[str, list[tuple[str, _Kept]]] = {}
    for reference, url, identified, kept in sources:
        if url:
            urls.setdefault(url, []).append((reference, kept))
            continue
        for key, value in identified.items():
            if key != "id":
                identifiers.setdefault(f"{key} {value}", []).append((reference, kept))
    found: tuple[tuple[FindingCode, dict[str, list[tuple[str, _Kept]]]], ...]
    found = ("duplicate-url", urls), ("duplicate-identifier", identifiers)
    for code, named in found:
        for name, cited in named.items():
            if len(cited) > 1:
                first = dict(reversed(cited))
                if len(first) > 1:
                    yield code, name, [first[reference] for reference in dict.fromkeys(who for who, _ in cited)]
