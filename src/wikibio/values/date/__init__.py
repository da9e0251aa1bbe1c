"""Dates: words, numbers and templates in, EDTF (ISO 8601-2) out, never more precise than the source."""

from wikibio.values.date.grammar import find_dates, read_date
from wikibio.values.date.point import FoundDate
from wikibio.values.date.template import DateTemplateValue, read_date_template
from wikibio.values.date.tokens import DateWords

__all__ = ["DateTemplateValue", "DateWords", "FoundDate", "find_dates", "read_date", "read_date_template"]
