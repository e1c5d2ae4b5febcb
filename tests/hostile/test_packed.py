"""Small archives that would become endless: refused, with a word about why, before they fill the memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Mapping

import pytest

from smartlint.extracting import decode
from smartlint.source import Unreadable
from tests.extracting.test_package import RELATIONS, archive

_MEGABYTE = 1024 * 1024
_BOOK = {
    "_rels/.rels": RELATIONS,
    "xl/workbook.xml": '<workbook><sheets><sheet name="A" id="s"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="s" Type="x/worksheet" Target="a.xml"/>'
    '<Relationship Id="t" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="u" Type="x/styles" Target="u.xml"/>'
    "</Relationships>",
}
_TEXT = {
    "_rels/.rels": RELATIONS.replace("xl/workbook", "word/document"),
    "word/_rels/document.xml.rels": '<Relationships><Relationship Id="n" Type="x/numbering" Target="n.xml"/></Relationships>',
}
_LONG = "9" * 5000


def sheet(rows: str, more: str = "") -> Mapping[str, str]:
    return {**_BOOK, "xl/a.xml": f"<worksheet><sheetData>{rows}</sheetData>{more}</worksheet>"}


def read(parts: Mapping[str, str], path: str) -> str:
    """What is read of an archive, or why it is refused."""
    try:
        return decode(archive(parts), path)
    except Unreadable as error:
        return error.reason


def test_one_long_text_in_thousands_of_cells_is_refused() -> None:
    texts = f"<sst><si><t>{'a' * _MEGABYTE}</t></si></sst>"
    parts = {**sheet('<row><c t="s"><v>0</v></c></row>' * 2000), "xl/t.xml": texts}
    tracemalloc.start()
    assert read(parts, "a.xlsx") == "unpacked"
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 200 * _MEGABYTE


def test_cells_that_are_one_over_and_over_are_refused() -> None:
    merged = '<mergeCell ref="A1:B999999"/>' * 1000
    assert read(sheet('<row r="1"><c r="A1"><v>1</v></c></row>', f"<mergeCells>{merged}</mergeCells>"), "a.xlsx") == "unpacked"


def test_a_cell_at_the_end_of_the_sheet_takes_no_more_than_a_line_for_each_row() -> None:
    text = read(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "a.xlsx")
    assert text.endswith("\t1\n")


def test_what_is_numbered_by_a_long_text_is_cut() -> None:
    numbering = (
        f'<numbering><abstractNum abstractNumId="1"><lvl ilvl="0"><lvlText val="{"Goal " * 100_000}"/></lvl></abstractNum>'
        '<num numId="1"><abstractNumId val="1"/></num></numbering>'
    )
    item = '<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr><r><t>Sell</t></r></p>'
    parts = {**_TEXT, "word/document.xml": f"<document><body>{item * 1000}</body></document>", "word/n.xml": numbering}
    assert len(read(parts, "a.docx")) < _MEGABYTE


@pytest.mark.parametrize(
    "cell",
    [
        f'<row r="{_LONG}"><c><v>1</v></c></row>',
        f'<row><c t="s"><v>{_LONG}</v></c></row>',
        f'<row><c s="{_LONG}"><v>1</v></c></row>',
        f"<row><c><v>{_LONG}</v></c></row>",
        "<row><c><v>1e999999999</v></c><c><v>nan</v></c><c><v>-inf</v></c><c><v>1e-999999999</v></c></row>",
        f'<row><c r="{"A" * 5000}1"><v>1</v></c></row>',
    ],
)
def test_numbers_of_thousands_of_digits_are_no_trouble_in_a_workbook(cell: str) -> None:
    styles = (
        f'<styleSheet><numFmts><numFmt numFmtId="{_LONG}" formatCode="0"/></numFmts>'
        f'<cellXfs><xf numFmtId="{_LONG}" fontId="{_LONG}"/></cellXfs></styleSheet>'
    )
    assert read({**sheet(cell), "xl/u.xml": styles}, "a.xlsx").startswith("\fA\n")


def test_nor_in_a_document() -> None:
    numbering = (
        f'<numbering><abstractNum abstractNumId="1"><lvl ilvl="{_LONG}"/><lvl ilvl="0"><start val="{_LONG}"/></lvl>'
        '</abstractNum><num numId="1"><abstractNumId val="1"/></num></numbering>'
    )
    item = (
        f'<p><pPr><outlineLvl val="{_LONG}"/><numPr><ilvl val="{_LONG}"/><numId val="1"/></numPr></pPr><r><t>Sell</t></r></p>'
    )
    table = f'<tbl><tr><tc><tcPr><gridSpan val="{_LONG}"/></tcPr>{item}</tc><tc>{item}</tc></tr></tbl>'
    parts = {**_TEXT, "word/document.xml": f"<document><body>{item}{table}</body></document>", "word/n.xml": numbering}
    assert "Sell" in read(parts, "a.docx")


def test_an_archive_of_more_files_than_anybody_has_is_refused() -> None:
    entry = b"PK\x01\x02" + bytes(42)
    with pytest.raises(Unreadable) as caught:
        decode(entry * 60_000, "a.xlsx")
    assert caught.value.reason == "broken-package"
