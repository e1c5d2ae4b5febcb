"""What is part of no goal is named, whatever the format: lines of a text, values and comments of a file of data."""

from __future__ import annotations

import pytest

from smartlint.extracting import decode
from smartlint.readers import read_document
from smartlint.remainder import remainder
from tests.readers.office import Sheet, workbook


@pytest.mark.parametrize(
    ("path", "text", "left"),
    [
        (
            "a.yaml",
            "# About this file\ntheme: teal\ngoals:\n  - Sign 12 customers\ncolours: [a, b]\n",
            ["# About this file\ntheme: teal", "a, b"],
        ),
        (
            "a.md",
            "# Goals 2026\n\nWe met in May.\nIt rained.\n\n- Sign 12 customers\n\nSee you.\n",
            ["We met in May.\nIt rained.", "See you."],
        ),
        ("a.md", "# Goals\n\n```yaml\ngoals:\n  - Sign 12 customers\ncolour: red\n```\n", ["# Goals", "colour: red"]),
        ("a.csv", "Goal,Owner\nSign 12 customers,Kim Day\n", []),
    ],
)
def test_what_is_part_of_no_goal(path: str, text: str, left: list[str]) -> None:
    assert [text[slice(*span)] for span in remainder(read_document(text, path))] == left


def test_of_a_workbook_rows_are_named_and_not_its_sheets() -> None:
    rows = [["Goal", "Owner"], ["Sign 12 customers", "Kim Day"]]
    text = decode(workbook({"Plan": Sheet(rows), "Food": Sheet([["Soup on Mondays", "12"]])}), "a.xlsx")
    document = read_document(text, "a.xlsx")
    assert [document.source.label(span.start) for span in remainder(document)] == ["Food!A1"]
