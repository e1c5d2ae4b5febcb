"""Files that are laid aside are known in order of path, with their goals one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.facts import GoalFact
from smartlint.laid_facts import packed
from smartlint.laid_files import LaidFiles
from smartlint.linter import Linter
from smartlint.project import Project
from smartlint.registry import load
from smartlint.ruling import Judged
from smartlint.settings import Settings
from smartlint.swap import Swap

LINTER = Linter(Settings(load(), date(2026, 2, 1)))


def judged(path: str, goals: int) -> Judged:
    return LINTER.judged_text("".join(f"goal {path[0]}{number}: Win {number} customers\n" for number in range(goals)), path)


#: As many goals as are read at a time, more and fewer, and none.
FILES = [judged(path, goals) for path, goals in (("d", 16), ("b", 0), ("e", 40), ("a", 3), ("c", 17), ("f", 0), ("g", 1))]


def laid(files: list[Judged]) -> LaidFiles:
    held = LaidFiles(Swap())
    for file in files:
        otherwise = {(7, True): packed(file.facts[:1])} if file.facts else {}
        held.lay(file.document.source.path, file.bench, (packed(file.facts), otherwise), (b"text", b"said"))
    return held


def ids(facts: tuple[GoalFact, ...]) -> list[str]:
    return [fact.id for fact in facts]


@pytest.mark.parametrize("times", [1, 2])
def test_they_are_known_in_order_of_path(times: int) -> None:
    held = laid(FILES)
    for _ in range(times):
        held.sort()
    assert list(held) == list("abcdefg")
    assert len(held) == len(FILES)
    expected = {file.document.source.path: file for file in FILES}
    assert all(known.facts == expected[path].facts and known.bench is expected[path].bench for path, known in held.items())
    assert held["a"].facts_of == {(7, True): held["a"].facts[:1]}
    assert held["b"].facts_of == {}
    assert "d" in held
    assert "h" not in held
    with pytest.raises(KeyError):
        held["h"]
    assert held.rest("a") == (b"text", b"said")


def test_of_two_with_one_path_the_last_counts() -> None:
    held = laid([judged("a", 2), judged("b", 1), judged("a", 5), judged("c", 4)])
    held.sort()
    assert [(path, len(known.facts)) for path, known in held.items()] == [("a", 5), ("b", 1), ("c", 4)]


def test_a_project_of_them_has_all_goals_and_holds_none() -> None:
    held = laid(FILES)
    held.sort()
    documents = held.documents(lambda bench: True)
    plain = [file.facts for file in sorted(FILES, key=lambda file: file.document.source.path)]
    project, expected = Project(documents), Project(plain)
    assert project.documents is documents
    assert tuple(project.goals) == tuple(project.goals) == expected.goals
    assert [project.goals[at] for at in range(len(project.goals))] == list(expected.goals)
    assert [project.goals[-1], *project.goals[15:20]] == [expected.goals[-1], *expected.goals[15:20]]
    assert project.goals[7] is project.goals[7]
    assert (documents[0], documents[-1], documents[1:3]) == (plain[0], plain[-1], plain[1:3])
    assert project.of_kind("outcome") == expected.of_kind("outcome")
    with pytest.raises(IndexError):
        project.goals[len(project.goals)]


def test_documents_may_be_those_of_some_benches_alone() -> None:
    held = laid(FILES)
    held.sort()
    assert list(held.documents(lambda bench: False)) == []
    assert sum(map(len, held.documents(lambda bench: bench is FILES[0].bench))) == sum(len(file.facts) for file in FILES)
