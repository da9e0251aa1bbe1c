"""Date templates: their arguments in, the date as EDTF and as the page shows it out.

Which template has which argument where is data (dates.toml, role ``date``); this file knows only what the meanings are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wikibio.lexicon.tables import Slot, TemplateRow
from wikibio.values.date import edtf
from wikibio.values.date.calendar import is_day
from wikibio.values.date.grammar import find_dates, read_date
from wikibio.values.date.point import Point
from wikibio.values.date.tokens import DateWords


class DateTemplateValue(NamedTuple):
    """What a date template says: `edtf` (None where it gives no date), `text` as shown without ages and metadata.

    `kind` is what the date is of (birth, death, start, end, floruit, …); `invalid` says that the arguments name a day
    that does not exist.
    """

    edtf: str | None
    text: str
    kind: str
    invalid: bool = False


def read_date_template(row: TemplateRow, arguments: Mapping[str, str], words: DateWords) -> DateTemplateValue:
    """The value of a date template; `arguments` are its arguments as text, by name or position.

    ``{{birth date|1957|3|11|df=yes}}`` -> 1957-03-11, "11 March 1957"; ``{{circa|1530|1540}}`` -> 1530~/1540~,
    "c. 1530 – c. 1540"; ``{{birth based on age as of date|45|2010}}`` -> [1964,1965], "1964/1965"
    """
    reader = _Arguments(row, arguments)
    if reader.get("age"):
        return _from_age(reader, words)
    prefix = "other_" if "birth" in row.slots and not reader.get("birth") else ""
    kind = "death" if prefix else row.kind
    if reader.get("last_year"):
        return _from_two(reader, kind, words)
    if prefix + "year" in row.slots:
        return _from_numbers(reader, prefix, kind, words)
    return _from_text(reader, kind, words)


class _Arguments:
    """Arguments by meaning."""

    def __init__(self, row: TemplateRow, given: Mapping[str, str]) -> None:
        self.row = row
        self.slots = row.slots
        self.given = given

    def first(self, slot: Slot) -> str:
        """The first parameter of `slot` that has a value, or an empty string; white space alone is none."""
        given = self.given
        for name in slot:
            if name in given and (value := given[name].strip()):
                return value
        return ""

    def get(self, meaning: str) -> str:
        slot = self.slots.get(meaning)
        return self.first(slot) if slot is not None else ""

    def shown(self, **computed: str) -> str:
        """The first of the row's patterns whose parameters are all given."""
        for pattern in self.row.compiled_patterns:
            parts = [
                part if isinstance(part, str) else computed.get(part[0]) or self.first(part) for part in pattern.parts
            ]
            if all(parts):
                return "".join(parts)
        return ""

    def order(self, words: DateWords) -> str:
        """dmy or mdy: as ``df=`` or ``mf=`` say, else as the template does without them."""
        for meaning, order in (("order", ""), ("day_first", "dmy"), ("month_first", "mdy")):
            written = self.get(meaning)
            value = words.orders.get(written.lower()) if written else None
            if value is not None:
                return value if value != "yes" else order or "dmy"
        return self.row.fixed.get("order", "mdy")


def _from_numbers(reader: _Arguments, prefix: str, kind: str, words: DateWords) -> DateTemplateValue:
    """Year, month and day, or a whole date in words in the place of the year."""
    year, month, day = reader.get(prefix + "year"), reader.get(prefix + "month"), reader.get(prefix + "day")
    written = reader.get("era")
    whole = _whole_day(reader, year, month, day, words) if not written else None
    if whole is not None:
        return DateTemplateValue(*whole, kind)
    era = words.meanings.get(written.lower().replace(".", ""))
    negative = year.startswith(("-", "−"))
    if not _is_number(year.lstrip("-−")):
        return _from_words(year, month, day, kind, words)
    point = Point(year=year.lstrip("-−"), era="bc" if negative else era.value if era and era.kind == "era" else "")
    point.month, known_month = _month(month, words)
    # What is no number, say "?" or a footnote, is left out, and so is all that is finer.
    point.day = int(day) if known_month and point.month and _is_number(day) and len(day) < 3 else 0
    date = point.edtf()
    text = _shown(point, reader.order(words), words) or " ".join(filter(None, (day, month, year)))
    return DateTemplateValue(date, text, kind, point.invalid or (not known_month and _is_number(month)))


def _whole_day(reader: _Arguments, year: str, month: str, day: str, words: DateWords) -> tuple[str, str] | None:
    """Three numbers that are a day, as most are: its EDTF, and as it shows; None for everything else."""
    if len(year) != 4 or year[0] == "0" or not 0 < len(month) < 3 or not 0 < len(day) < 3:
        return None
    if not _is_number(year + month + day) or not is_day(int(year), int(month), int(day)):
        return None
    layout = words.layouts.get(reader.order(words))
    name = words.month_names.get(int(month))
    if not layout or not name:
        return None
    return f"{year}-{month:0>2}-{day:0>2}", layout.format(year=year, month=name, day=int(day))


def _from_two(reader: _Arguments, kind: str, words: DateWords) -> DateTemplateValue:
    """``{{start and end dates|1939|9|1|1945|9|2}}`` -> 1939-09-01/1945-09-02; the end may be a word ("present")."""
    first, last = (_from_numbers(reader, prefix, kind, words) for prefix in ("", "last_"))
    text = f"{first.text} – {last.text}"
    return DateTemplateValue(read_date(text, words), text, kind, first.invalid or last.invalid)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _month(text: str, words: DateWords) -> tuple[int, bool]:
    """3, 03, March, Mar. -> 3; whether it is a month."""
    if _is_number(text):
        number = int(text) if len(text) < 4 else 0
        return (number, True) if number else (0, int(text) == 0)
    meaning = words.meanings.get(text.lower().replace(".", ""))
    known = meaning is not None and meaning.kind == "month" and not meaning.calendar
    return (int(meaning.value), True) if known and meaning else (0, not text)


def _from_words(year: str, month: str, day: str, kind: str, words: DateWords) -> DateTemplateValue:
    """``{{birth date|11 March 1957}}``, ``{{birth date|c. 1957}}``; with an unreadable year there is no date."""
    text = " ".join(filter(None, (day, month, year)))
    date = read_date(year, words) if year else None
    if date is not None and month:
        number, _ = _month(month, words)
        text = " ".join(filter(None, (day, words.month_names.get(number, month), year)))
        date = read_date(text, words) or date
    return DateTemplateValue(date, text, kind)


def _shown(point: Point, order: str, words: DateWords) -> str:
    """The date as the template writes it: "11 March 1957", "March 11, 1957", "March 1957", "44 BC"."""
    year = str(int(point.year))
    if point.era == "bc":
        year = words.layouts.get("bc", "{year}").format(year=year)
    month = words.month_names.get(point.month, "")
    if not month:
        return year if not point.month else ""
    layout = words.layouts.get(order if point.day else "my", "")
    return layout.format(year=year, month=month, day=point.day)


def _from_text(reader: _Arguments, kind: str, words: DateWords) -> DateTemplateValue:
    """A date in words: what the template shows is read; where that is no date, its plain argument is."""
    text = reader.shown()
    if not text:
        text = reader.get("text")
    found = [date for date in find_dates(text, words) if date.edtf or date.invalid]
    date = found[0].edtf if found else None
    argument = reader.get("text")
    if date is None and argument and argument != text:
        found = find_dates(argument, words)
        date = found[0].edtf if found else None
    if "order" in reader.row.slots and date is not None:
        text = _reordered(date, text, reader.order(words), words)
    return DateTemplateValue(date, text, kind, bool(found) and found[0].invalid)


def _reordered(date: str, text: str, order: str, words: DateWords) -> str:
    """``{{date|1957-03-11}}`` shows "11 March 1957"."""
    parts = date.split("-")
    if not all(_is_number(part) for part in parts):
        return text
    year, month, day = (int(part) for part in [*parts, "0", "0"][:3])
    return _shown(Point(year=str(year), month=month, day=day), order, words) or text


def _from_age(reader: _Arguments, words: DateWords) -> DateTemplateValue:
    """An age on a day gives two years of birth, one only where the day is the last of its year.

    Template:Birth based on age as of date: 52 on 25 April 2012 -> between 26 April 1959 and 25 April 1960
    """
    age, year = reader.get("age"), reader.get("year")
    kind = reader.row.kind
    if not (_is_number(age) and _is_number(year) and int(age) < 130 and len(year) <= 4):
        return DateTemplateValue(None, "", kind)
    month, _ = _month(reader.get("month"), words)
    last = int(year) - int(age)
    years = [last] if (month, reader.get("day")) == (12, "31") else [last - 1, last]
    texts = [text for each in years if (text := edtf.year_text(each))]
    shown = reader.shown(first=str(years[0]), last=str(years[1]) if len(years) > 1 else "")
    return DateTemplateValue(edtf.one_of(texts), shown, kind)
