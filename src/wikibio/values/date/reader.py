"""Dates where they stand on the page: fragments in, Date values with span and footnotes out."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from wikibio.context import Context
from wikibio.lexicon.load import Lexicon
from wikibio.lexicon.tables import TemplateRow
from wikibio.span import Span
from wikibio.syntax.mapped import MappedText
from wikibio.syntax.nodes import Fragment, Template
from wikibio.syntax.tags import Tag
from wikibio.syntax.text import HIDDEN_TAGS, Shown
from wikibio.values.date.grammar import find_dates
from wikibio.values.date.point import FoundDate
from wikibio.values.date.template import DateTemplateValue, read_date_template
from wikibio.values.date.tokens import DateWords
from wikibio.values.kept import argument_texts, kept, text_of
from wikibio.values.ranges import Ranges
from wikibio.values.shown import shown_nodes

DATE_ROLE = "date"


class PageDate(NamedTuple):
    """A date as it stands in a fragment.

    `kind` is what its template says it is of (birth, death, start, …), empty for a date in words; `cue` as in
    FoundDate; `start` and `end` are its offsets in the fragment's text, `end` with its asides ("(aged 62)"). `first`
    and `last` are the ends of a range in words, which may say more than EDTF can of an interval ("1560/61 to 1593").
    """

    edtf: str | None
    text: str
    span: Span
    kind: str = ""
    cue: str = ""
    invalid: bool = False
    start: int = 0
    end: int = 0
    first: str | None = None
    last: str | None = None


class DatedText(NamedTuple):
    """The text of a fragment with the dates in it; `mapped` is None where all of it is one template or plain text."""

    fragment: Fragment
    text: str
    dates: list[PageDate]
    mapped: MappedText | None = None


@lru_cache(maxsize=16)
def date_words(lexicon: Lexicon) -> DateWords:
    """The date words of a language, made ready once."""
    return DateWords(lexicon.words)


def show_date(context: Context, template: Template, row: TemplateRow) -> Shown:
    """What a date template shows; role ``date``. ``{{birth date|1957|3|11|df=yes}}`` shows "11 March 1957"."""
    text = template_value(context, template, row).text
    return (text,) if text else ()


def template_value(context: Context, template: Template, row: TemplateRow) -> DateTemplateValue:
    """What a date template says, its arguments read as text; read once, for it is asked for what it shows, too."""
    key = (template_value, template.start, template.end)
    known = context.kept.get(key)
    value: DateTemplateValue
    if known is not None and known[0][0] is template:
        value = known[1]
    else:
        value = read_date_template(row, argument_texts(context, template), date_words(context.lexicon))
        context.kept[key] = ((template,), value)
    return value


def read_dates(context: Context, fragment: Fragment) -> list[dict[str, object]]:
    """Every date in a value, in order, each with the footnotes behind it.

    ``1940–1945<ref name="a" /><br>1951–1953`` gives 1940/1945 with footnote a, and 1951/1953.
    """
    dated = read_dated_text(context, fragment)
    return [date_value(context, dated, index) for index in range(len(dated.dates))]


def date_value(context: Context, dated: DatedText, index: int) -> dict[str, object]:
    """One of the dates as a Date; its footnotes are those between it and the next one.

    A date that cannot be, such as 30 February, is reported.
    """
    date = dated.dates[index]
    start = dated.fragment.start if index == 0 else date.span.start
    end = dated.dates[index + 1].span.start if index + 1 < len(dated.dates) else dated.fragment.end
    if date.invalid:
        context.report("invalid-date", f"There is no such date: {date.text}", *date.span)
    return {
        "edtf": date.edtf,
        "text": date.text,
        "span": date.span,
        "references": context.footnotes(start, end) if dated.fragment.nodes else [],
    }


def may_hold_date(context: Context, fragment: Fragment) -> bool:
    """Whether a value may hold a date; of others ("unknown") nothing can be said of when something was."""
    return date_words(context.lexicon).may_tell_date(context.slice(fragment))


@kept
def read_dated_text(context: Context, fragment: Fragment) -> DatedText:
    """The text of `fragment` and the dates in it.

    ``{{birth date|1957|3|11}} [[Kerman]]`` has the text "March 11, 1957 Kerman" and one date, of kind birth.
    """
    single = _single_template(context, fragment)
    if single is not None:
        return single
    words = date_words(context.lexicon)
    if not fragment.nodes:
        return _plain_text(context, fragment, words)
    mapped = context.mapped_line(fragment)
    found = find_dates(mapped.text, words)
    templates = _date_templates(context, fragment)
    dates = _merged(mapped, found, templates) if templates else [_in_words(mapped, each) for each in found]
    return DatedText(fragment, mapped.text, dates, mapped)


def _plain_text(context: Context, fragment: Fragment, words: DateWords) -> DatedText:
    """A text without nodes; where all of it is a single date, nothing has to be mapped to the source."""
    start, end, _ = fragment
    text = text_of(context, fragment)
    found = find_dates(text, words)
    size = end - start
    if len(found) == 1 and len(text) == size and found[0].start == 0 and found[0].end == size and not found[0].first:
        date = found[0]
        span = Span(start, end)
        return DatedText(fragment, text, [PageDate(date.edtf, text, span, "", date.cue, date.invalid, 0, size)])
    mapped = context.mapped_line(fragment)
    return DatedText(fragment, text, [_in_words(mapped, each) for each in found], mapped)


def _single_template(context: Context, fragment: Fragment) -> DatedText | None:
    """The commonest case, a date template and at most footnotes behind it, without a search through its text."""
    nodes = fragment.nodes
    if not nodes or type(nodes[0]) is not Template or nodes[0].start != fragment.start:
        return None
    row = context.lexicon.template(nodes[0].name)
    if row is None or row.role != DATE_ROLE:
        return None
    position = nodes[0].end
    for node in nodes[1:]:
        if type(node) is not Tag or node.name not in HIDDEN_TAGS or node.start != position:
            return None
        position = node.end
    if position != fragment.end:
        return None
    value = template_value(context, nodes[0], row)
    if value.edtf is None and not value.invalid:
        return None
    date = _of_template(nodes[0], value, 0)
    return DatedText(fragment, value.text, [date])


def _of_template(template: Template, value: DateTemplateValue, start: int) -> PageDate:
    text = value.text
    return PageDate(value.edtf, text, template.span, value.kind, "", value.invalid, start, start + len(text))


def _in_words(mapped: MappedText, found: FoundDate) -> PageDate:
    text, span = mapped.text[found.start : found.end], mapped.span(found.start, found.end)
    end = max(found.end, found.after)
    return PageDate(found.edtf, text, span, "", found.cue, found.invalid, found.start, end, found.first, found.last)


def _date_templates(context: Context, fragment: Fragment) -> list[tuple[Template, DateTemplateValue]]:
    """The date templates that show in `fragment` and give a date by themselves."""
    templates = []
    for node in shown_nodes(context, fragment):
        if type(node) is Template:
            row = context.lexicon.template(node.name)
            if row is not None and row.role == DATE_ROLE:
                value = template_value(context, node, row)
                if value.edtf is not None or value.invalid:
                    templates.append((node, value))
    return templates


def _merged(
    mapped: MappedText, found: list[FoundDate], templates: list[tuple[Template, DateTemplateValue]]
) -> list[PageDate]:
    """Dates in words and dates of templates: a template knows better, unless it is only a part of what the words say.

    In ``{{start date|1979}} – 2020`` the words give the range that the template begins.
    """
    dates: list[PageDate] = []
    ranges = Ranges([(template.start, template.end) for template, _ in templates])
    rest = dict(enumerate(templates))
    for each in found:
        date = _in_words(mapped, each)
        touched = ranges.touching(*date.span)
        inside = next((index for index in touched if templates[index][0].span.contains(date.span)), None)
        if inside is None:
            dates.append(date)
        elif inside in rest:
            of_template = _of_template(*templates[inside], date.start)
            dates.append(of_template._replace(end=max(of_template.end, date.end)))
        for index in touched:
            rest.pop(index, None)
    dates += [_of_template(template, value, 0)._replace(end=0) for template, value in rest.values()]
    return sorted(dates, key=lambda date: date.span)
