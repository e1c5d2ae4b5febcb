"""Tables, workbooks and Word documents on the command line: what is told of a place, and what cannot be done to them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from smartlint.translation import LANGUAGES
from tests.cli.samples import TODAY, Smartlint, checked
from tests.readers.office import Sheet, word, workbook

SHEET = Sheet([["Goal", "Owner", "Target", "Due"], ["Sell more cakes", None, "40 a day", "2026-06-30"]])
NAME = "plan.xlsx"


@pytest.fixture(autouse=True)
def files(smartlint: Smartlint) -> None:
    """Files of each sort in the folder of the test."""
    book = workbook({"Notes": Sheet([["x"]]), "Cakes 2026": SHEET, "Old": Sheet([["Goal"], ["Bake"]], hidden=True)})
    Path(NAME).write_bytes(book)
    Path("plan.docx").write_bytes(word(["# Goals 2026", "- Sell 40 cakes a day"]))
    Path("plan.csv").write_bytes("Mål;Eier;Frist\nSelge 40 kaker på “nett”;;30.06.2026\n".encode("cp1252"))


def test_a_cell_is_named_where_a_line_and_column_would_be(smartlint: Smartlint) -> None:
    run = smartlint("check", *TODAY, NAME, "--select", "OWN001")
    assert run.status == 1
    assert "--> plan.xlsx:Cakes 2026!A2 (goal #1)\n  |\n2 | Sell more cakes" in run.out
    concise = smartlint("check", *TODAY, NAME, "--select", "OWN001", "--output-format", "concise").out
    assert concise.startswith("plan.xlsx:Cakes 2026!A2: error OWN001 ")


@pytest.mark.parametrize("format_", ["github", "azure", "gitlab", "checkstyle", "rdjson"])
def test_who_shows_lines_and_columns_gets_row_and_column_and_the_cell_in_words(smartlint: Smartlint, format_: str) -> None:
    out = smartlint("check", *TODAY, NAME, "--select", "OWN001", "--output-format", format_).out
    assert "Cakes 2026!A2: no owner" in out
    assert "0" not in [out[out.index(name) + len(name)] for name in ("line", "begin") if name in out]


def test_data_has_the_cell_apart(smartlint: Smartlint) -> None:
    (found,) = json.loads(smartlint("check", *TODAY, NAME, "--select", "OWN001", "--output-format", "json").out)["findings"]
    told = {name: found[name] for name in ("cell", "line", "column", "end_line", "end_column")}
    assert told == {"cell": "Cakes 2026!A2", "line": 2, "column": 1, "end_line": 2, "end_column": 2}
    log = json.loads(smartlint("check", *TODAY, NAME, "--select", "OWN001", "--output-format", "sarif").out)
    (place,) = log["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["region"]["startLine"] == 2
    assert {"name": "Cakes 2026!A2", "fullyQualifiedName": "Cakes 2026!A2", "kind": "cell"} in place["logicalLocations"]


def test_evidence_names_cells(smartlint: Smartlint) -> None:
    out = smartlint("check", *TODAY, NAME, "--show-evidence").out
    assert "plan.xlsx:Cakes 2026!A2: goal #1: Sell more cakes\n  Cakes 2026!A1: read as a goal because of: Goal\n" in out


def test_what_a_line_is_in_a_table_is_said_once(smartlint: Smartlint) -> None:
    run = smartlint("check", *TODAY, NAME, "plan.csv")
    assert run.out.count("note: in a table, a line `owner:` is a column of that name\n") == 1
    assert "in a table" not in smartlint("check", *TODAY, "plan.docx").out


def test_hidden_sheets_are_noted(smartlint: Smartlint) -> None:
    assert "plan.xlsx has hidden sheets, in which no goals were looked for: Old" in smartlint("check", *TODAY, "-v", NAME).out


def test_a_baseline_knows_what_is_found_again(smartlint: Smartlint) -> None:
    smartlint("check", *TODAY, NAME, "--baseline", "known.json", "--write-baseline")
    assert checked(smartlint, NAME, "--baseline", "known.json") == []


@pytest.mark.parametrize("name", [NAME, "plan.docx"])
def test_what_only_its_own_program_writes_is_left_as_it_is(smartlint: Smartlint, name: str) -> None:
    before = Path(name).read_bytes()
    run = smartlint("check", *TODAY, name, "--fix", "--unsafe-fixes")
    assert run.status == smartlint("check", *TODAY, name).status
    assert f"{name} is read, but not written: change it where it was made.\n" in run.err
    refused = smartlint("ask", name)
    assert refused.status == 2
    assert f"{name} is read, but not written" in refused.err
    refused = smartlint("format", name)
    assert refused.status == 2
    assert f"{name} is no goal file" in refused.err
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize("name", [NAME, "plan.csv"])
def test_standard_input_is_passed_on_as_it_is(name: str) -> None:
    command = [sys.executable, "-m", "smartlint", "check", *TODAY, "-", "--stdin-filename", name, "--fix"]
    data = Path(name).read_bytes()
    assert subprocess.run(command, input=data, capture_output=True, check=False).stdout == data


def test_a_table_in_the_code_page_of_windows(smartlint: Smartlint) -> None:
    out = smartlint("check", *TODAY, "plan.csv", "--select", "OWN001").out
    assert "--> plan.csv:2:1" in out
    assert "Selge 40 kaker på “nett”" in out


def test_a_word_document_is_told_of_by_its_paragraphs(smartlint: Smartlint) -> None:
    assert "--> plan.docx:2:3 (goal #1)\n  |\n2 | - Sell 40 cakes a day" in smartlint("check", *TODAY, "plan.docx").out


def test_what_cannot_be_read_ends_with_2_and_a_reason(smartlint: Smartlint) -> None:
    Path("broken.xlsx").write_bytes(b"goals")
    Path("old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99))
    run = smartlint("check", *TODAY, "broken.xlsx", "old.doc", "--output-format", "concise")
    assert run.status == 2
    assert "broken.xlsx:1:1: error SYN009 this Office file is damaged, or something else under its name" in run.out
    assert "old.doc:1:1: error SYN009 this is a file of Word, Excel or PowerPoint before 2007" in run.out


def test_folders_take_what_is_asked_for(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text('include = ["*.xlsx", "*.csv"]\n')
    assert smartlint("check", "--show-files").out == "plan.csv\nplan.xlsx\n"


def _sheets() -> None:
    """Two sheets with a goal in the same row, and in one of them two in a row."""
    head, other = ["Objective", "Key result", "Owner"], ["Goal", "Owner"]
    rows = [head, ["Be known for cakes", "Sell 40 cakes a day", "Amy Holt"]]
    book = {"Cakes 2026": Sheet(rows), "Dry goods": Sheet([other, ["Sell 9 kg of flour", None]])}
    Path(NAME).write_bytes(workbook(book))


@pytest.mark.parametrize(
    ("place", "statement"),
    [
        ("plan.xlsx:Cakes 2026!A2", "Be known for cakes"),
        ("plan.xlsx:Cakes 2026!B2:", "Sell 40 cakes a day"),
        ("plan.xlsx:Dry goods!A2", "Sell 9 kg of flour"),
        ("plan.xlsx:Dry goods!B9", "Sell 9 kg of flour"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_why_takes_the_cell_as_it_is_printed(smartlint: Smartlint, place: str, statement: str, language: str) -> None:
    _sheets()
    run = smartlint("why", *TODAY, place, "--message-language", language)
    assert (run.status, statement in run.out.splitlines()[0]) == (0, True)
    sheets = [name for name in ("Cakes 2026!", "Dry goods!") if name in run.out]
    assert sheets == [place.partition(":")[2].partition("!")[0] + "!"]


def test_why_mixes_no_sheets_where_only_a_row_is_named(smartlint: Smartlint) -> None:
    _sheets()
    run = smartlint("why", *TODAY, "plan.xlsx:2")
    assert (run.status, run.out) == (2, "")
    assert "plan.xlsx has several sheets: name the cell, as in plan.xlsx:Cakes 2026!A2." in run.err
    run = smartlint("why", *TODAY, "plan.xlsx:Spices!A2")
    assert "No goal stands at line Spices!A2 of plan.xlsx; goals stand at Cakes 2026!A2 (" in run.err


def test_why_needs_no_cell_where_one_sheet_has_goals(smartlint: Smartlint) -> None:
    assert smartlint("why", *TODAY, "plan.xlsx:2").out.startswith("plan.xlsx:Cakes 2026!A2: goal #1: Sell more cakes\n")


def test_why_reads_a_cell_from_a_log(smartlint: Smartlint) -> None:
    _sheets()
    smartlint("check", *TODAY, NAME, "--decision-log", "log.jsonl")
    run = smartlint("why", "plan.xlsx:Dry goods!A2", "OWN001", "--log", "log.jsonl")
    assert "found at Dry goods!A2, error: no owner: who answers for it?" in run.out
    assert smartlint("why", "plan.xlsx:2", "OWN001", "--log", "log.jsonl").status == 2


def test_only_files_with_something_to_mend_are_told_as_not_written(smartlint: Smartlint) -> None:
    Path("damaged.xlsx").write_bytes(b"PK\x03\x04cut off")
    good = ["Sell 40 cakes a day from 20 today by 2026-06-30", "Amy Holt"]
    Path("good.xlsx").write_bytes(workbook({"Cakes": Sheet([["Goal", "Owner"], good])}))
    run = smartlint("check", *TODAY, NAME, "damaged.xlsx", "good.xlsx", "--select", "OWN001", "--fix")
    assert [line for line in run.err.splitlines() if "not written" in line] == [
        "plan.xlsx is read, but not written: change it where it was made."
    ]
