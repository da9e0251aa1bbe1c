"""Footnotes and list items to citations: the citation templates in them, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from wikibio.citations.beside import Beside, read_beside
from wikibio.citations.complete import complete_citation
from wikibio.citations.dates import citation_date
from wikibio.citations.sorting import Fields
from wikibio.citations.template import read_template
from wikibio.citations.vocabulary import CitationWords, citation_words
from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, Node, Template

_ACCESS = "link_access"
_BESIDE = frozenset(("web_archive", "link_status", "in_language", "identifier", _ACCESS))
"""Roles of templates that say something about the citation before them."""


def read_citations(context: Context, fragment: Fragment) -> list[Fields]:
    """The sources that a footnote's content names, in order, as fields of Citation.

    ``{{cite web|url=http://a.org|title=A}} {{dead link}}; {{cite book|title=B}}`` gives two, the first one dead.
    Where there is no citation template, what the text bears is read.
    """
    nodes = fragment.nodes
    if len(nodes) == 1 and type(nodes[0]) is Template:
        fields = read_citation(context, nodes[0])
        if fields is not None:
            return [fields]
    words = citation_words(context.lexicon)
    citations: list[Fields] = []
    beside: list[list[Node]] = [[]]
    _find(context, nodes, citations, beside)
    if not citations:
        from wikibio.citations.free_text.reader import read_free_text

        return [complete_citation(fields) for fields in read_free_text(context, fragment)]
    beside[1] = beside[0] + beside[1]
    for fields, group in zip(citations, beside[1:], strict=True):
        if group:
            _join(fields, read_beside(context, group), words)
            _join_access(context, fields, group)
    return citations


def read_citation(context: Context, template: Template) -> Fields | None:
    """The fields of one citation template, None where the template is none.

    They are kept, because a footnote's text shows them again and a problem is to be reported once.
    """
    fields = context.citations.get((template.start, template.end))
    if fields is not None:
        return fields
    words = citation_words(context.lexicon)
    plan = words.plan(template.name)
    if plan is None:
        return None
    fields = context.citations[template.start, template.end] = read_template(context, template, plan, words)
    return fields


def _find(context: Context, nodes: Sequence[Node], found: list[Fields], beside: list[list[Node]]) -> None:
    """Read the citation templates among `nodes` and inside them, and collect after each what stands beside it."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if type(node) is Template:
            fields = read_citation(context, node)
            if fields is not None:
                found.append(fields)
                beside.append([])
                continue
            if context.role(node) in _BESIDE:
                beside[-1].append(node)
                continue
        stack.extend(reversed(node.children))


def _join(fields: Fields, beside: Beside, words: CitationWords) -> None:
    """Add what stands beside a citation to it, where its own template does not say it."""
    if beside.archive_url is not None and fields["archive_url"] is None:
        fields["archive_url"] = beside.archive_url[0]
        if beside.archive_date is not None:
            text, span = beside.archive_date
            fields["archive_date"] = _date(text, span, words)
    if beside.url_status is not None:
        _set_missing(fields, "url_status", beside.url_status[0])
    if beside.languages:
        _set_missing(fields, "language", ", ".join(code for code, _ in beside.languages))
    if beside.identifiers:
        found = {name: value for name, (value, _) in beside.identifiers.items()}
        fields["identifiers"] = {**fields["identifiers"], **found, **fields["identifiers"]}


def _set_missing(fields: Fields, name: str, value: str) -> None:
    if fields[name] is None:
        fields[name] = value


def _join_access(context: Context, fields: Fields, group: Sequence[Node]) -> None:
    """``{{subscription required}}``."""
    for node in group:
        row = context.lexicon.template(node.name) if isinstance(node, Template) else None
        if row is not None and row.role == _ACCESS:
            _set_missing(fields, "url_access", row.kind)


def _date(text: str, span: Span, words: CitationWords) -> Fields:
    return {"edtf": citation_date(text, words), "text": text, "span": span, "references": ()}
