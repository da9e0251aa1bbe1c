"""Hypothesis strategies that write wikitext: well formed, half formed and broken."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["a", "Kerman", "12 May 1957", "May ²", "قاسم", "é", " ", "\n", "x=1", "1980–1988", "*", "''", "'''", "&nbsp;"]
)
MARKS = st.sampled_from(
    [
        "{{", "}}", "{{{", "}}}", "[[", "]]", "[http://e.org ", "]", "|", "=", "\n", "\n==", "==\n", "<ref>", "</ref>",
        "<ref name=a/>", "<br>", "<!--", "-->", "<nowiki>", "</nowiki>", "\n*", "\n**", "\n;", ":", "\n----\n", "{|",
        "\n|-\n", "\n|}", "<small>", "</small>", "''", "'''", "&amp;", "&#124;", "\r\n", "\t", "\u200f", "\ufeff",
        "news:", "mailto:", "https://e.org/a", "{{cite web|title=", "\n{{Infobox person\n|awards=", "[[A|b]]",
        "{{c|d=e}}",
    ]
)  # fmt: skip


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map("{{{{birth date|{}}}}}".format),
        st.tuples(inner, inner).map(lambda pair: f"{{{{Infobox person|name={pair[0]}|birth_date={pair[1]}}}}}"),
        inner.map("[[Kerman|{}]]".format),
        inner.map("[https://example.org {}]".format),
        inner.map('<ref name="a">{}</ref>'.format),
        inner.map("<small>{}</small>".format),
        inner.map("<!-- {} -->".format),
        inner.map("\n== {} ==\n".format),
        inner.map("\n* {}\n".format),
        inner.map("\n{{|\n| {}\n|}}\n".format),
        st.lists(inner, min_size=2, max_size=4).map("".join),
    )


well_formed = st.recursive(WORDS, _wrap, max_leaves=12)
broken = st.lists(st.one_of(WORDS, MARKS), max_size=30).map("".join)
anything = st.text(max_size=60)
wikitext = st.one_of(well_formed, broken, st.tuples(well_formed, broken, well_formed).map("".join), anything)
