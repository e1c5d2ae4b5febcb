from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from smartlint.finding import Place
from smartlint.lsp.ruler import Encoding, Ruler
from smartlint.source import Source, Span

TEXT = "mål: Øke 😀 to\r\nowner: Åse\rend\n"


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 15), ("utf-16", 11), ("utf-32", 10)])
def test_columns_are_counted_as_the_editor_counts(encoding: Encoding, column: int) -> None:
    ruler = Ruler(TEXT, encoding)
    offset = TEXT.index(" to")
    assert ruler.position(offset) == Position(0, column)
    assert ruler.offset(Position(0, column)) == offset


def test_lines_end_at_any_line_end() -> None:
    ruler = Ruler(TEXT)
    assert ruler.range(Span(TEXT.index("owner"), TEXT.index("end"))) == Range(Position(1, 0), Position(2, 0))
    assert TEXT[slice(*ruler.line(0))] == "mål: Øke 😀 to"
    assert TEXT[slice(*ruler.line(1))] == "owner: Åse"


def test_what_lies_beyond_is_the_end() -> None:
    ruler = Ruler(TEXT)
    assert ruler.offset(Position(0, 999)) == TEXT.index("\r\n")
    assert ruler.offset(Position(99, 0)) == len(TEXT)
    assert ruler.line(99) == Span(len(TEXT), len(TEXT))
    assert ruler.position(9999) == Position(3, 0)


def test_half_a_sign_is_its_start() -> None:
    assert Ruler("😀x", "utf-16").offset(Position(0, 1)) == 0


@given(st.text("aø😀\r\n\t"), st.sampled_from(("utf-8", "utf-16", "utf-32")), st.data())
def test_an_offset_comes_back(text: str, encoding: Encoding, data: st.DataObject) -> None:
    ruler = Ruler(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    position = ruler.position(offset)
    within = text[ruler.line(position.line).end : offset]
    assert text[ruler.offset(position) : offset] == within  # a place inside a line end is the end of the line


@given(st.text("aø😀\r\n\t"), st.sampled_from(("utf-8", "utf-16", "utf-32")), st.data())
def test_where_a_text_is_plain_places_are_those_of_findings(text: str, encoding: Encoding, data: st.DataObject) -> None:
    ruler, offset = Ruler(text, encoding), data.draw(st.integers(0, len(text)))
    if ruler.is_plain:
        line, column = Source(text).position(offset)
        assert ruler.at(offset) == (line - 1, column - 1)


def test_a_text_is_plain_where_all_count_its_signs_alike() -> None:
    assert Ruler("mål\n", "utf-16").is_plain
    assert not Ruler("mål\n", "utf-8").is_plain
    assert not Ruler("😀\n", "utf-16").is_plain
    assert not Ruler("a\r\n", "utf-32").is_plain


@given(st.text("aø😀\r\n\t"), st.sampled_from(("utf-8", "utf-16", "utf-32")), st.data())
def test_the_place_of_a_finding_is_where_its_span_is(text: str, encoding: Encoding, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    ruler = Ruler(text, encoding)
    assert ruler.area(Place.of(Source(text), span)) == ruler.range(span)
