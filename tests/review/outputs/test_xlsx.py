"""Workbooks, as another program opens them."""

import io
import zipfile
from typing import Any

import pytest

from smartlint.review.outputs import Missing
from smartlint.review.outputs.xlsx import must_be_there, write
from smartlint.review.tables import tables
from tests.review.organisation import hostile, reviewed

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_sheet_for_each_table_that_has_rows() -> None:
    review = reviewed()
    book = opened(b"".join(write(review, "")))
    assert book.sheetnames == [one.title for one in tables(review) if one.rows]
    teams = list(book["Teams"].values)
    assert teams[0][:4] == ("Team", "Goals", "Open goals", "Sound goals")
    assert teams[2][:4] == ("Kitchen", 2, 2, 0.5)
    assert book["Goals"].auto_filter.ref
    assert book["Goals"].freeze_panes == "B2"


def test_hostile_texts_are_texts() -> None:
    data = b"".join(write(reviewed(hostile()), ""))
    kinds = {cell.data_type for sheet in opened(data) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    texts = {cell.value for row in opened(data)["Goals"].iter_rows() for cell in row}
    assert any(str(text).startswith("=HYPERLINK") for text in texts)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert sheets == [name for name in sheets if "_rels" not in name]  # which would hold addresses
        for name in sheets:
            assert b"<f>" not in parts.read(name)
            assert b"<hyperlink" not in parts.read(name)


def test_the_same_review_gives_the_same_workbook() -> None:
    review = reviewed()
    assert b"".join(write(review, "")) == b"".join(write(review, ""))


def test_names_of_sheets_are_never_too_long() -> None:
    for language in ("en", "nb", "nn", "sv", "da"):
        assert all(len(name) <= 31 for name in opened(b"".join(write(reviewed(language=language), ""))).sheetnames)


def test_without_the_package_it_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartlint.review.outputs.xlsx.find_spec", lambda name: None)
    with pytest.raises(Missing) as missing:
        must_be_there()
    assert (missing.value.package, missing.value.extra) == ("xlsxwriter", "xlsx")
