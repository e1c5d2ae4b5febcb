"""Word documents as text: a paragraph, or a row of a table, on each line, with marks for what they look like."""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from smartlint.extracting import decode
from tests.extracting.test_package import archive, parts_of
from tests.readers.office import Piece, saved, word, write

W = nsdecls("w")


def text(*pieces: Piece) -> str:
    return decode(word(pieces), "a.docx")


def within(xml: str) -> str:
    """The text of a document that has some XML in its only paragraph."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for element in parse_xml(f"<w:p {W}>{xml}</w:p>"):
        paragraph._p.append(element)
    return decode(saved(document), "a.docx")


def test_headings_lists_and_paragraphs() -> None:
    assert text("! T", "# A", "## B", "c", "- d", "-- e", "1. f") == "# T\n## A\n### B\nc\n- d\n  - e\n1. f\n"


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert text("a", "", "b") == "a\n\nb\n"


def test_bold_print_and_line_breaks() -> None:
    assert text("**Mål:** selge\nmer **nå**") == "**Mål:** selge\vmer nå\n"
    assert text("- **Eier:** Kim") == "- **Eier:** Kim\n"


def test_rows_of_tables() -> None:
    assert text([["a", "b|c"], ["**d**", "e\nf"]]) == "| a | b\\|c |\n| **d** | e\vf |\n\n"


def test_a_frame_around_text_is_no_table() -> None:
    assert text([["a\nb"]]) == "a\vb\n"


def test_merged_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for number, row in enumerate(table.rows):
        row.cells[1].text = str(number)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "a"
    assert decode(saved(document), "a.docx") == "| a | 0 |\n| 〃 | 1 |\n| 〃 | 2 |\n\n"


def test_what_was_deleted_is_gone_and_what_was_added_is_there() -> None:
    xml = (
        "<w:r><w:t>sell </w:t></w:r><w:del w:id='1' w:author='x'><w:r><w:delText>8</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>9</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    )
    assert within(xml) == "sell 9\n"


def test_links_fields_controls_and_boxes() -> None:
    assert within("<w:hyperlink><w:r><w:t>the plan</w:t></w:r></w:hyperlink>") == "the plan\n"
    field = "<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>3</w:t></w:r>"
    assert within(field) == "3\n"
    assert within("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒ done</w:t></w:r></w:sdtContent></w:sdt>") == "[x] done\n"
    assert within("<w:r><w:t>☐ to do</w:t></w:r>") == "[ ] to do\n"
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    assert within(f"<w:r><w:t>a</w:t></w:r>{box}") == "a\nin a box\n"


def test_a_struck_line_is_marked() -> None:
    assert within("<w:r><w:rPr><w:strike/></w:rPr><w:t>sell cakes</w:t></w:r>") == "~~sell cakes~~\n"


def test_what_a_numbering_says_in_words_is_part_of_the_text() -> None:
    level = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Mål %1:'/></w:lvl>"
    parts = parts_of(word(["a"]))
    parts["word/numbering.xml"] = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='7'>{level}</w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
    ).encode()
    item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    body = item.format("Selge kaker") + item.format("Baka brød")
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    assert decode(archive(parts), "a.docx") == "- Mål 1: Selge kaker\n- Mål 2: Baka brød\n"


def test_headers_footers_and_contents_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "header"
    document.sections[0].footer.paragraphs[0].text = "footer"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Mål 3", style="toc 1")
    document.add_paragraph("text")
    assert decode(saved(document), "a.docx") == "\ntext\n"


def test_signs_of_the_text_itself_are_no_marks() -> None:
    assert text("| a | b") == "\\| a | b\n"
    assert text("a\tb\u00a0c") == "a b c\n"


def styled(name: str, base: str) -> str:
    document = docx.Document()
    style: Any = document.styles.add_style(name, 1)
    style.base_style = document.styles[base]
    paragraph: Paragraph = document.add_paragraph(style=name)
    write(paragraph, "text")
    return decode(saved(document), "a.docx")


def test_a_style_of_ones_own_is_what_it_is_made_after() -> None:
    assert styled("Vår overskrift", "Heading 2") == "## text\n"
    assert styled("Vårt punkt", "List Bullet") == "- text\n"
