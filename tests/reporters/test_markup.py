"""Texts in Markdown."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from smartlint.reporters.markup import as_text
from smartlint.reporters.visible import visible

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
SIGNS = st.one_of(st.sampled_from("\\`*_{}[]<>()#+-.!~|&$:@/ \n\tw"), st.characters(codec="utf-8"))


@given(st.text(SIGNS))
def test_a_cell_of_a_table_shows_the_text_and_nothing_else(value: str) -> None:
    rendered = MARKDOWN.render(f"| a | b |\n| --- | --- |\n| x{as_text(value)}x | y |\n")
    cells = re.findall(r"<td>(.*)</td>", rendered)
    assert len(cells) == 2
    assert html.unescape(cells[0].replace("<!-- -->", "")) == f"x{visible(value)}x"


def test_what_only_github_takes_for_more_than_text() -> None:
    assert as_text("@amy :+1: $x$ www.x.y https://x") == "@<!-- -->amy \\:+1: \\$x\\$ www\\.x.y https\\://x"
