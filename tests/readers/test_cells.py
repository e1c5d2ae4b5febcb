"""Rows of cells with their places: what parts them is found out, and what is quoted stays together."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.readers.cells import delimiter_of, pages, parted
from smartlint.readers.column_names import is_name


def cells(text: str, delimiter: str = ";") -> list[list[str]]:
    masked, page = parted(text, delimiter)
    assert len(masked) == len(text)
    return [[masked[cell.start : cell.end] for cell in line.cells] for line in page.lines]


def sniffed(text: str) -> str:
    return delimiter_of(text, lambda cell: is_name(cell, "en"))


def test_cells_and_their_places() -> None:
    assert cells("a;b ; c\r\n;d\n") == [["a", "b", "c"], ["", "d"]]


def test_quoted_cells_hold_delimiters_line_ends_and_quotation_marks() -> None:
    assert cells('"a;b";"c\nd";e\n') == [["a;b", "c\nd", "e"]]
    assert cells('"say ""yes"" now";x') == [['say  "yes"  now', "x"]]


def test_a_quotation_mark_inside_a_text_is_one() -> None:
    assert cells('12" pipes;a\n"a" b;c\n') == [['12" pipes', "a"], ['"a" b', "c"]]


def test_a_quotation_mark_that_nothing_closes_swallows_nothing() -> None:
    assert cells('"open;a\nb;c\n') == [['"open', "a"], ["b", "c"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Goal,Owner\nSell 9 cakes,Kim\n", ","),
        ("Mål;Eier\nSelge 9,5 tonn, helst mer;Kim\nSelge 1,2 tonn;Per\n", ";"),
        ("Goal\tOwner\nSell cakes, pies; buns\tKim\n", "\t"),
        ("Goal|Owner\nSell 9 cakes|Kim\n", "|"),
        ("Våre mål, kort sagt\n\nMål;Eier;Frist\nSelge;Kim;2026\n", ";"),
        ("sep=|\nGoal|Owner, Due\n", "|"),
        ("one,two,three\n1;5,2;5,3\n2;5,2;5,4\n", ","),
        ("", ","),
        ("just a line\n", ","),
    ],
)
def test_what_parts_cells_is_found_out(text: str, delimiter: str) -> None:
    assert sniffed(text) == delimiter


def test_the_line_that_tells_excel_what_parts_cells_is_no_row() -> None:
    assert cells("sep=;\na;b\n") == [["a", "b"]]


def test_the_sheets_of_a_workbook() -> None:
    text = "\fMål 2026\t=B9 C9\n# Tittel\n\nMål\tEier\n\fArkiv\thidden\n"
    found, hidden, unsolved = pages(text)
    assert (hidden, unsolved) == (["Arkiv"], ["Mål 2026!B9", "Mål 2026!C9"])
    assert [text[page.name.start : page.name.end] for page in found if page.name is not None] == ["Mål 2026", "Arkiv"]
    first = [[text[cell.start : cell.end] for cell in line.cells] for line in found[0].lines]
    assert first == [["Tittel"], [""], ["Mål", "Eier"]]
    assert [line.is_heading for line in found[0].lines] == [True, False, False]


FIELDS = st.text(st.sampled_from('ab"; \n,'), max_size=6)


@given(st.lists(st.lists(FIELDS, min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_is_written_by_others_is_read_as_they_read_it(rows: list[list[str]]) -> None:
    stream = StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    assert [["".join(cell.split()) for cell in row] for row in cells(stream.getvalue())] == [
        ["".join(field.split()) for field in row] for row in rows
    ]


def test_of_empty_rows_that_follow_one_another_one_stands_for_all() -> None:
    text = "a,b\r\n\n\r\n\nc\n"
    masked, page = parted(text, ",")
    assert masked == text
    assert [[text[cell.start : cell.end] for cell in line.cells] for line in page.lines] == [["a", "b"], [""], ["c"]]


@given(st.text(st.sampled_from('ab"; \r\n,\t|=')), st.sampled_from(",;\t|"))
def test_every_text_has_cells_that_lie_inside_it_in_order(text: str, delimiter: str) -> None:
    masked, page = parted(text, delimiter)
    assert len(masked) == len(text)
    places = [place for line in page.lines for cell in line.cells for place in cell]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    sniffed(text)
