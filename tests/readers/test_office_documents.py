"""Tables, workbooks and Word documents as teams write them, each with its goals: how many are found, whose, until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from smartlint.extracting import decode
from smartlint.readers import read_document
from tests.readers import (
    further_word_documents,
    further_workbooks,
    more_word_documents,
    more_workbooks,
    word_documents,
    workbooks,
)
from tests.readers.office import word, workbook
from tests.readers.told import due, owners

FOLDER = Path(__file__).parent / "documents"
BOOKS = {**workbooks.DOCUMENTS, **more_workbooks.DOCUMENTS, **further_workbooks.DOCUMENTS}
TEXTS = {**word_documents.DOCUMENTS, **more_word_documents.DOCUMENTS, **further_word_documents.DOCUMENTS}
NAMES = sorted(
    [
        *(path.name for path in FOLDER.iterdir() if path.suffix in (".csv", ".tsv")),
        *(f"{name}.xlsx" for name in BOOKS),
        *(f"{name}.docx" for name in TEXTS),
    ]
)
#: What the sentence itself is read to say of time, and a person would not: spans, and comparisons with a year.
OTHER_TIMES = {
    "spare parts reach buyers in 3 days",
    "80% of simple claims settled within a day",
    "guests come back within a month",
    "vi bruger 20 % mindre strøm end i 2025",
}


def same(text: str) -> str:
    return " ".join(text.split()).strip(" .").lower()


def made(name: str) -> tuple[bytes, Sequence[str]]:
    """The bytes of a document, and its goals: ``statement | owner | day``."""
    stem = Path(name).stem
    if name.endswith(".xlsx"):
        return workbook(BOOKS[stem][0]), BOOKS[stem][1]
    if name.endswith(".docx"):
        return word(TEXTS[stem][0]), TEXTS[stem][1]
    return (FOLDER / name).read_bytes(), (FOLDER / f"{stem}.txt").read_text("utf-8").splitlines()


@lru_cache
def read(name: str) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Owner and last day by statement: as they are found, and as they should be."""
    data, lines = made(name)
    document = read_document(decode(data, name), name, today=date(2026, 2, 1))
    found = {same(goal.statement.plain): (owners(goal), due(goal)) for goal in document.all_goals}
    parts = [[part.strip() for part in line.rsplit("|", 2)] for line in lines if line.strip()]
    return found, {same(statement): (owner.strip("-"), "" if day == "-" else day) for statement, owner, day in parts}


@pytest.mark.parametrize("name", NAMES)
def test_the_goals_are_found_and_nothing_else(name: str) -> None:
    found, expected = read(name)
    assert list(found) == list(expected)


@pytest.mark.parametrize("name", NAMES)
def test_owner_and_time_are_attached(name: str) -> None:
    found, expected = read(name)
    assert {goal: told for goal, told in found.items() if goal not in OTHER_TIMES} == {
        goal: told for goal, told in expected.items() if goal not in OTHER_TIMES
    }


def test_there_are_enough_documents_in_each_language_and_form() -> None:
    assert len(NAMES) >= 130
    assert min(Counter(name.partition("-")[0] for name in NAMES).values()) >= 5
    assert min(Counter(Path(name).suffix for name in NAMES if not name.endswith(".tsv")).values()) >= 15
