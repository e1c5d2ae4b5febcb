"""Workbooks as text: a row on each line, cells parted by tabs, and nothing in them that could be taken for that."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.extracting import decode
from tests.extracting.test_package import archive, parts_of
from tests.readers.office import Sheet, workbook

SIGNS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=8)


def text(**sheets: Sheet) -> str:
    return decode(workbook(sheets), "a.xlsx")


def test_each_row_stands_on_the_line_of_its_number_below_the_name_of_its_sheet() -> None:
    assert text(A=Sheet([["x"], [], [None, "y", 3]]), B=Sheet([["z"]])) == "\fA\nx\n\n\ty\t3\n\fB\nz\n"


def test_numbers_and_days_are_as_they_are_shown() -> None:
    sheet = Sheet([[0.25, date(2026, 6, 30), 4]], formats={"A1": "0%", "C1": '0 "kr"'})
    assert text(A=sheet) == "\fA\n25 %\t2026-06-30\t4 kr\n"


def test_line_breaks_and_tabs_in_a_cell_part_nothing() -> None:
    assert text(A=Sheet([["a\nb\tc\r\nd"]])) == "\fA\na\vb c\vd\n"


def test_the_only_cell_of_a_row_is_a_heading_where_it_is_bold_or_reaches_over_others() -> None:
    sheet = Sheet([["bold"], ["plain"], ["wide", None], ["bold", "not alone"]], bold=["A1", "A4"], merged=["A3:B3"])
    assert text(A=sheet) == "\fA\n# bold\nplain\n# wide\nbold\tnot alone\n"


def test_cells_below_one_another_that_are_one_have_a_sign() -> None:
    assert text(A=Sheet([["a", 1], [None, 2], [None, 3]], merged=["A1:A3"])) == "\fA\na\t1\n〃\t2\n〃\t3\n"


def test_of_a_hidden_sheet_nothing_is_left_but_its_name() -> None:
    assert text(A=Sheet([["x"]]), B=Sheet([["secret"]], hidden=True)) == "\fA\nx\n\fB\thidden\n"


def test_what_formulas_come_to_is_read_and_what_they_cannot_come_to_is_not() -> None:
    parts = parts_of(workbook({"A": Sheet([["x", "y"]])}))
    name = "xl/worksheets/sheet1.xml"
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>two</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="b"><v>1</v></c><c t="inlineStr"><is><t>in</t><r><t> line</t></r><rPh><t>no</t></rPh></is></c>'
    )
    parts[name] = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>".encode()
    assert decode(archive(parts), "a.xlsx") == "\fA\t=C1\n2\ttwo\t\t\tin line\n"


@pytest.mark.parametrize("place", ["XFE1", "A1048577", "A0", "1A", "A1:B2"])
def test_a_cell_outside_every_sheet_harms_nobody(place: str) -> None:
    parts = parts_of(workbook({"A": Sheet([["x"]])}))
    row = f'<row r="1"><c r="{place}" t="str"><v>far</v></c></row>'
    parts["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode()
    assert decode(archive(parts), "a.xlsx") in ("\fA\n", "\fA\nfar\n")


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(
            st.none() | st.integers(-999, 99999) | SIGNS,
            max_size=4,
        ),
        max_size=4,
    )
)
def test_every_text_comes_through_in_its_cell(rows: list[list[str | int | None]]) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write_string(number, column, str(value or ""))
    lines = decode(stream.getvalue(), "a.xlsx").split("\n")[1:]
    found = {
        (number, column): cell for number, line in enumerate(lines) for column, cell in enumerate(line.split("\t")) if cell
    }
    expected = {
        (number, column): str(value).strip()
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if str(value or "").strip()
    }
    assert found == expected
