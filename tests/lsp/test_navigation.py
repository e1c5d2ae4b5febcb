from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import Location, Position, Range, SelectionRange, TextEdit

from smartlint.lsp.navigation import (
    CannotRename,
    definition,
    document_symbols,
    folding,
    references,
    renamable,
    rename,
    selections,
    workspace_symbols,
)
from smartlint.lsp.session import Session
from tests.lsp.conftest import BAKERY
from tests.readers.office import Sheet, workbook

B1 = Range(Position(3, 5), Position(3, 7))
IN_BAKERY, IN_KITCHEN = Position(8, 13), Position(3, 19)


def test_symbols_are_the_goals(session: Session, bakery: str, folder: Path) -> None:
    first, _ = document_symbols(session, bakery)
    assert (first.name, first.detail) == ("B1", "Sell 400 loaves a day by end of June")
    (folder / "tree.goals").write_text("objective O1: Grow\n  KR1: Sell 4 cakes\n  KR2: Sell 5 pies\n", "utf-8")
    session.workspace.refresh()
    (tree,) = document_symbols(session, (folder / "tree.goals").as_uri())
    assert len(tree.children or ()) == 2
    assert tree.range.end.line == 2


def test_symbols_of_all_files_are_found_by_words(session: Session, kitchen: str) -> None:
    (found,) = workspace_symbols(session, "KASTE mat")
    assert found.location.uri == kitchen
    assert found.name.startswith("K1: ")
    assert len(workspace_symbols(session, "")) == 3
    assert workspace_symbols(session, "no such goal") == []


def test_a_reference_leads_to_its_goal(session: Session, bakery: str, kitchen: str) -> None:
    assert definition(session, bakery, IN_BAKERY) == [Location(bakery, B1)]
    assert definition(session, kitchen, IN_KITCHEN) == [Location(bakery, B1)]
    assert definition(session, bakery, Position(0, 0)) == []


def test_references_are_found_in_all_files(session: Session, bakery: str, kitchen: str) -> None:
    found = references(session, bakery, B1.start, declared=True)
    assert [(one.uri, one.range.start.line) for one in found] == [(bakery, 3), (bakery, 8), (kitchen, 3)]
    assert len(references(session, kitchen, IN_KITCHEN, declared=False)) == 2


def test_a_goal_is_renamed_in_all_files(session: Session, bakery: str, kitchen: str) -> None:
    edit = rename(session, kitchen, IN_KITCHEN, "Loaves-1")
    assert edit is not None
    changes = edit.changes or {}
    assert {uri: [one.range.start for one in edits] for uri, edits in changes.items()} == {
        bakery: [Position(3, 5), Position(8, 12)],
        kitchen: [Position(3, 18)],
    }
    assert {one.new_text for edits in changes.values() for one in edits} == {"Loaves-1"}


WAIVER = '[[waiver]]\nrule = "PLN001"\ngoal = "{goal}"\nreason = "the plan comes in May"\nowner = "Ida Moe"\n'


@pytest.mark.parametrize(
    ("goal", "column"),
    [("B1", 8), ("b1", 8), ("Bakery/B1", 15), ("bakery/B1", 15), ("B1/B1.1", 8), ("Bakery/B1/B1.1", 15)],
)
def test_a_goal_is_renamed_in_waivers(session: Session, bakery: str, folder: Path, goal: str, column: int) -> None:
    text = BAKERY.replace("\ngoal B2", "\n  sub-goal B1.1: Sell 20 on Mondays\n\ngoal B2")
    (folder / "bakery.goals").write_text(text, "utf-8")
    (folder / "smartlint-waivers.toml").write_text("# ours\n" + WAIVER.format(goal=goal), "utf-8")
    edit = rename(session, bakery, B1.start, "Bread")
    assert edit is not None
    (change,) = (edit.changes or {})[(folder / "smartlint-waivers.toml").as_uri()]
    assert change == TextEdit(Range(Position(3, column), Position(3, column + 2)), "Bread")
    assert (folder / "smartlint-waivers.toml").as_uri() in {
        one.uri for one in references(session, bakery, B1.start, declared=False)
    }


@pytest.mark.parametrize("goal", ["B2", "Kitchen/B1", "other/B1", "B", "B1/B2"])
def test_waivers_of_other_goals_are_left_alone(session: Session, bakery: str, folder: Path, goal: str) -> None:
    (folder / "smartlint-waivers.toml").write_text(WAIVER.format(goal=goal), "utf-8")
    edit = rename(session, bakery, B1.start, "Bread")
    assert edit is not None
    assert set(edit.changes or {}) == {bakery, (folder / "kitchen.goals").as_uri()}


def test_a_goal_that_a_workbook_names_is_not_renamed_by_half(session: Session, bakery: str, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('include = ["**/*.goals", "**/*.xlsx"]\n', "utf-8")
    rows = [["Goal", "Owner", "Supports"], ["Sell 30 pies a day by May 2026", "Bo Li", "bakery/B1"]]
    (folder / "plan.xlsx").write_bytes(workbook({"Goals": Sheet(rows)}))
    session.workspace.refresh()
    assert session.workspace.project().supporters
    with pytest.raises(CannotRename, match=r"plan\.xlsx"):
        rename(session, bakery, B1.start, "Bread")


def test_only_the_id_is_offered_for_renaming(session: Session, bakery: str, kitchen: str) -> None:
    assert renamable(session, kitchen, IN_KITCHEN) == Range(Position(3, 18), Position(3, 20))
    assert renamable(session, bakery, Position(3, 15)) is None
    assert rename(session, bakery, Position(3, 15), "X") is None


@pytest.mark.parametrize("name", ["two words", "", "a:b", "B2", "b2", "S/1"])
def test_a_goal_takes_no_name_that_is_none_or_taken(session: Session, bakery: str, name: str) -> None:
    with pytest.raises(CannotRename):
        rename(session, bakery, B1.start, name)


def test_goals_can_be_folded(session: Session, bakery: str) -> None:
    assert [(one.start_line, one.end_line) for one in folding(session, bakery)] == [(3, 5), (7, 9)]


def test_selections_grow_from_the_line_to_the_file(session: Session, bakery: str) -> None:
    (selection,) = selections(session, bakery, [Position(4, 10)])
    sizes = []
    one: SelectionRange | None = selection
    while one is not None:
        sizes.append((one.range.start.line, one.range.end.line))
        one = one.parent
    assert sizes[0] == (4, 4)
    assert (3, 5) in sizes
    assert sizes[-1] == (0, 10)


def test_a_file_that_is_not_known_has_nothing(session: Session, folder: Path) -> None:
    uri = (folder / "none.goals").as_uri()
    assert not document_symbols(session, uri)
    assert not folding(session, uri)
    assert not selections(session, uri, [Position(0, 0)])
    assert not definition(session, uri, Position(0, 0))
    assert not references(session, uri, Position(0, 0), declared=True)
    assert renamable(session, uri, Position(0, 0)) is None
