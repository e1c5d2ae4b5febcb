"""Data files as teams have them, each with its goals beside it, and files of programs, which have none."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from smartlint.goal import Document
from smartlint.readers import read_document
from smartlint.testing import TODAY
from tests.readers.test_documents import FOLDER, expected, same
from tests.readers.told import due, owners

ENDINGS = (".yaml", ".yml", ".json", ".toml")
DOCUMENTS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in ENDINGS)
WITHOUT = [name for name in DOCUMENTS if not expected(Path(name).stem)]
#: What a reading of the sentence itself finds, and a person would not: how long something takes.
OTHER_TIMES = {
    "9 of 10 refunds arrive within 3 working days",
    "deliver 95 % of orders within two days",
    "spare parts are on the shelf within a day",
}


@lru_cache
def document(name: str) -> Document:
    return read_document((FOLDER / name).read_text("utf-8"), name, today=TODAY)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_goals_are_found_and_nothing_else(name: str) -> None:
    assert [same(goal.statement.plain) for goal in document(name).all_goals] == list(expected(Path(name).stem))


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in WITHOUT])
def test_owner_and_time_are_attached(name: str) -> None:
    wanted = {goal: told for goal, told in expected(Path(name).stem).items() if goal not in OTHER_TIMES}
    found = {same(goal.statement.plain): (owners(goal), due(goal)) for goal in document(name).all_goals}
    assert {goal: told for goal, told in found.items() if goal in wanted} == wanted


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in WITHOUT])
def test_the_language_is_that_of_the_texts(name: str) -> None:
    assert document(name).language == name[:2]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_wrong_but_that_there_may_be_no_goals(name: str) -> None:
    kinds = [problem.kind for problem in document(name).problems]
    assert kinds == (["no-goals"] if name in WITHOUT else [])


def test_there_are_enough_of_each() -> None:
    with_goals = [name for name in DOCUMENTS if name not in WITHOUT]
    languages = Counter(name[:2] for name in with_goals)
    assert len(with_goals) >= 30
    assert set(languages) == {"en", "nb", "nn", "sv", "da"}
    assert min(languages.values()) >= 4
    assert {Path(name).suffix for name in with_goals} >= {".yaml", ".json", ".toml"}
    assert len(WITHOUT) >= 15
