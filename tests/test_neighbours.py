"""A broken construct harms nothing but itself: what stands before and after it is read all the same.

An unclosed ``<ref>`` is not among them: MediaWiki itself takes all up to the next ``</ref>`` for its text.
"""

from __future__ import annotations

import pytest

import wikibio

BROKEN = {
    "an unclosed template": "{{cite web|title=Lost",
    "an unclosed template with a link": "{{lang|fa|[[Iran",
    "a stray closing brace": "}} text }}",
    "an unclosed link": "[[Kerman Province|Kerman",
    "an external link without its bracket": "[https://example.org Title",
    "a ref without a name or a text": "<ref></ref>",
    "a ref with a number for a name": "<ref name=12>x</ref>",
    "a ref inside a ref": "<ref>a<ref>b</ref></ref>",
    "a use of a name that nobody defines": "<ref name=nowhere />",
    "an unclosed small": "<small>tiny",
    "a stray closing tag": "</div></small>",
    "an unclosed table": "\n{| class=x\n| cell\n",
    "unbalanced apostrophes": "'''''bold and ''italic",
    "a heading without an end": "\n== Heading\n",
    "an impossible date": "{{birth date|1957|13|45}}",
    "an argument left on the page": "{{{1|}}}",
    "an entity without an end": "&nbsp &#x; &unknown;",
    "a tag with an open quote": '<span style="color:red>red</span>',
    "a comment in a tag": "<ref<!-- c --> name=c>c</ref>",
}
BEFORE = "{{Infobox person|name=Before|birth_date={{birth date|1957|3|11}}}}A.<ref name=before>[[B]]</ref>\n"
AFTER = "\n== After ==\nC.<ref name=after>{{cite book|title=D}}</ref>\n[[Category:E]]"


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_good_neighbours_survive(broken: str) -> None:
    bio = wikibio.parse(BEFORE + broken + AFTER)
    assert bio.person is not None
    assert bio.person.birth is not None
    assert bio.person.birth.date is not None
    assert bio.person.birth.date.edtf == "1957-03-11"
    assert bio.references["before"].text == "B"
    assert bio.references["after"].citations[0].title == "D"
    assert bio.references["after"].uses[0].section == "After"
    assert [category.name for category in bio.categories] == ["E"]


INLINE = {
    what: broken for what, broken in BROKEN.items() if not any(mark in broken for mark in ("\n", "{{", "}}", "[["))
}
"""Those without braces and bars, which would belong to the infobox itself."""


@pytest.mark.parametrize("broken", INLINE.values(), ids=INLINE.keys())
def test_good_fields_of_an_infobox_survive(broken: str) -> None:
    bio = wikibio.parse(f"{{{{Infobox person\n| name = A\n| caption = {broken}\n| birth_date = 1957\n}}}}\nText.")
    assert bio.person is not None
    assert bio.person.name is not None
    assert bio.person.name.text == "A"
    assert bio.person.birth is not None
    assert bio.person.birth.date is not None
    assert bio.person.birth.date.edtf == "1957"
