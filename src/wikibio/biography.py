"""Biography and parse(): the one place where all readers meet. Read this file first.

Each reader takes a Context (source, tree, vocabulary) and gives plain values with spans. Readers do not know each
other; what joins them is here, and it is spans: which section and which infobox field a footnote stands in, which
footnotes support a value.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Literal

from pydantic import PrivateAttr

from wikibio.battles.model import Battles
from wikibio.citations.display import DISPLAYS as CITATION_DISPLAYS
from wikibio.citations.reader import read_citations
from wikibio.collector import garbage_collection_paused
from wikibio.context import Context
from wikibio.diagnostics import Diagnostic
from wikibio.infobox.box import Box, find_boxes
from wikibio.infobox.coverage import Coverage, read_coverage
from wikibio.infobox.model import Infobox
from wikibio.infobox.reader import read_infoboxes
from wikibio.lexicon.load import Lexicon
from wikibio.page.categories import Category, read_categories
from wikibio.page.hatnotes import Hatnote, read_hatnotes
from wikibio.page.images import PageImage, read_images
from wikibio.page.properties import read_properties
from wikibio.page.succession import Succession, read_succession
from wikibio.page.tables import PageTable, read_tables
from wikibio.page.templates import PageTemplate, read_templates
from wikibio.person.model import Person
from wikibio.person.reader import read_person
from wikibio.references.graph import link_sources
from wikibio.references.health import Health, read_health
from wikibio.references.model import References
from wikibio.references.place import place_uses
from wikibio.references.reader import ReferenceReading, read_markers, read_references
from wikibio.sections.model import Section, Sections
from wikibio.sections.reader import read_sections
from wikibio.syntax.folding import readable
from wikibio.values.coordinates import Coordinates, read_page_coordinates
from wikibio.values.links import Link, WebLink, read_links, read_web_links
from wikibio.values.show import DISPLAYS, read_page
from wikibio.values.unread import Unread

ALL_DISPLAYS = {**DISPLAYS, **CITATION_DISPLAYS}


class Biography(Unread):
    """All that a page says, typed, each value with the span that it was read from.

    `source` is the text that was parsed; it is not in the JSON, so a Biography read back from JSON has none until
    `with_source`.
    """

    title: str = ""
    lang: str = "en"
    short_description: str | None = None
    default_sort: str | None = None
    date_format: Literal["dmy", "mdy"] | None = None
    wikidata: str | None = None
    redirect: str | None = None
    person: Person | None = None
    infoboxes: tuple[Infobox, ...] = ()
    lead: Section
    sections: Sections
    references: References
    health: Health
    categories: tuple[Category, ...] = ()
    links: tuple[Link, ...] = ()
    external_links: tuple[WebLink, ...] = ()
    images: tuple[PageImage, ...] = ()
    coordinates: tuple[Coordinates, ...] = ()
    hatnotes: tuple[Hatnote, ...] = ()
    succession: tuple[Succession, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    _source: str = PrivateAttr(default="")
    _lexicon: Lexicon | None = PrivateAttr(default=None)

    @property
    def source(self) -> str:
        """The wikitext that was parsed, exactly as it was given."""
        return self._source

    def with_source(self, source: str) -> Biography:
        """A copy that knows `source`, for a Biography read back from JSON."""
        copy = self.model_copy()
        copy._source = source
        return copy

    @property
    def templates(self) -> tuple[PageTemplate, ...]:
        """Every template of the source with its parameters; read when asked for, and no part of the JSON."""
        return read_templates(_open(self._source, self.lang, self._lexicon))

    @property
    def tables(self) -> tuple[PageTable, ...]:
        """Every table of the source as rows of text; read when asked for, and no part of the JSON."""
        return read_tables(_open(self._source, self.lang, self._lexicon))

    @property
    def infobox(self) -> Infobox | None:
        """The main infobox: the first that is a person's, else the first, else None."""
        return next((box for box in self.infoboxes if box.person), next(iter(self.infoboxes), None))

    @property
    def battles(self) -> Battles:
        """The battles that the infobox lists, as a tree; empty where it lists none."""
        return self.person.battles if self.person is not None else Battles(())


def parse(wikitext: str, title: str = "", lang: str = "en", lexicon: Lexicon | None = None) -> Biography:
    """`wikitext` of a page to its Biography; content never raises.

    `title` is the page's, `lang` the code of its Wikipedia; `lexicon` brings a vocabulary of one's own instead of the
    one that comes with the package for `lang`.

    >>> parse("{{Infobox person|birth_date={{birth date|1957|3|11}}}}").person.birth.date.edtf
    '1957-03-11'
    """
    with garbage_collection_paused():
        bio = _read_biography(wikitext, title, lang, lexicon)
    bio._source, bio._lexicon = wikitext, lexicon
    return bio


def extract_references(wikitext: str, lang: str = "en", lexicon: Lexicon | None = None) -> References:
    """Only the references of a page, with their citations; what `parse` gives as ``references``.

    >>> [reference.label for reference in extract_references("a<ref>b</ref> c<ref name=d>e</ref>")]
    ['1', '2']
    """
    with garbage_collection_paused():
        context = _open(wikitext, lang, lexicon)
        reading = _references(context)
        _, sections = read_sections(context, reading.markers, _labels(reading))
        place_uses(reading.references, sections, _field_spans(find_boxes(context)))
        return References.model_validate(reading.references)


def extract_infobox(wikitext: str, lang: str = "en", lexicon: Lexicon | None = None) -> Infobox | None:
    """Only the main infobox of a page, or None; what `parse` gives as ``infobox``.

    >>> extract_infobox("{{Infobox person|name=[[A]]}}")["name"].text
    'A'
    """
    with garbage_collection_paused():
        context = _open(wikitext, lang, lexicon)
        context.set_footnotes(read_markers(context))
        boxes = [Infobox.model_validate(box) for box in read_infoboxes(context, find_boxes(context))]
    return next((box for box in boxes if box.person), next(iter(boxes), None))


def extract_coverage(wikitext: str, lang: str = "en", lexicon: Lexicon | None = None) -> tuple[Coverage, ...]:
    """The loss report of a page's infoboxes: which of their characters were read, passed over on purpose, not known.

    >>> (report,) = extract_coverage("{{Infobox person|pet=cat}}")
    >>> report.ignored, report.unknown, report.pieces[2].rule, report.pieces[2].parameter
    (23, 3, 'parameter', 'pet')
    """
    with garbage_collection_paused():
        context = _open(wikitext, lang, lexicon)
        context.set_footnotes(read_markers(context))
        return tuple(read_coverage(context))


def _read_biography(wikitext: str, title: str, lang: str, lexicon: Lexicon | None) -> Biography:
    """All readers, one after another. The tree is gone when this returns, before anything is collected."""
    context = _open(wikitext, lang, lexicon)
    reading = _references(context)
    lead, sections = read_sections(context, reading.markers, _labels(reading))
    boxes = find_boxes(context)
    place_uses(reading.references, sections, _field_spans(boxes))
    return Biography.of_data(
        {
            "title": title,
            "lang": lang,
            **read_properties(context).model_dump(),
            "person": read_person(context, boxes),
            "infoboxes": read_infoboxes(context, boxes),
            "lead": lead,
            "sections": sections,
            "references": reading.references,
            "health": read_health(reading.references, _broken(context)),
            "categories": read_categories(context),
            "links": read_links(context, context.tree.wiki_links),
            "external_links": read_web_links(context, context.tree.external_links),
            "images": read_images(context),
            "coordinates": read_page_coordinates(context),
            "hatnotes": read_hatnotes(context),
            "succession": read_succession(context),
            "diagnostics": sorted(context.diagnostics, key=itemgetter("span")),
        }
    )


def _open(wikitext: str, lang: str, lexicon: Lexicon | None) -> Context:
    """The page opened for reading."""
    if not isinstance(wikitext, str):
        raise TypeError(f"wikitext must be a str, not {type(wikitext).__name__}")
    context = read_page(readable(wikitext), lang, ALL_DISPLAYS, lexicon)
    if not context.tree.complete:
        context.report("tokenizer-mismatch", "the tokenizer could not read this page", 0, len(wikitext))
    if not context.lexicon.knows("infobox"):
        context.report("no-vocabulary", f"there are no tables of infoboxes for the language {lang!r} yet", 0, 0)
    return context


def _references(context: Context) -> ReferenceReading:
    """The footnotes, each with the citations in it, the short ones joined to the full ones they point to."""
    reading = read_references(context)
    context.set_footnotes(reading.markers)
    for reference in reading.references:
        fragments = reading.contents.get(str(reference["id"]), [])
        reference["citations"] = [citation for fragment in fragments for citation in read_citations(context, fragment)]
    link_sources(context, reading)
    return reading


def _labels(reading: ReferenceReading) -> dict[int, str]:
    """What the marker at each offset shows."""
    shown = {reference["id"]: reference["label"] or "" for reference in reading.references}
    return {start: shown[reference] for start, reference in reading.markers.items()}


def _field_spans(boxes: list[Box]) -> list[tuple[int, int, str]]:
    """Where each parameter of each infobox stands."""
    return [(f.parameter.start, f.parameter.end, f.name) for box in boxes for f in box.all_fields()]


def _broken(context: Context) -> int:
    return sum(diagnostic["code"] == "reference-undefined-name" for diagnostic in context.diagnostics)
