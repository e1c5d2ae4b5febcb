from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import Position, Range, TextEdit

from smartlint.fixing import apply
from smartlint.language.pack import CODES, load
from smartlint.lsp.navigation import references
from smartlint.lsp.renaming import CannotRename, renamable, rename
from smartlint.lsp.session import Session
from smartlint.parser import parse
from smartlint.rule import Edit
from tests.lsp.conftest import BAKERY
from tests.readers.office import Sheet, workbook

B1 = Range(Position(3, 5), Position(3, 7))
IN_KITCHEN = Position(3, 19)


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


@pytest.mark.parametrize(
    ("goal", "after"),
    [
        ("Baker\\u0079/B1", "Baker\\u0079/Bread"),
        ("Bakery/\\u00421", "Bakery/Bread"),
        ("Bakery/B\\U00000031/B1.1", "Bakery/Bread/B1.1"),
        ("b1", "Bread"),
    ],
)
def test_a_goal_is_renamed_in_a_waiver_that_writes_signs_by_their_numbers(
    session: Session, bakery: str, folder: Path, goal: str, after: str
) -> None:
    text = BAKERY.replace("\ngoal B2", "\n  sub-goal B1.1: Sell 20 on Mondays\n\ngoal B2")
    (folder / "bakery.goals").write_text(text, "utf-8")
    waivers = folder / "smartlint-waivers.toml"
    waivers.write_text(WAIVER.format(goal=goal), "utf-8")
    edit = rename(session, bakery, B1.start, "Bread")
    assert edit is not None
    ruler = session.ruler("", waivers.read_text("utf-8"))
    edits = [Edit(ruler.span(one.range), one.new_text) for one in (edit.changes or {})[waivers.as_uri()]]
    assert apply(edits, ruler.text) == WAIVER.format(goal=after)


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


def renamed(session: Session, folder: Path, text: str, position: Position, name: str) -> str:
    """The text of a file in which a goal was renamed."""
    session.workspace.open(folder / "bakery.goals", text)
    uri = (folder / "bakery.goals").as_uri()
    edit = rename(session, uri, position, name)
    assert edit is not None
    edits = (edit.changes or {})[uri]
    ruler = session.ruler("", text)
    return apply([Edit(ruler.span(one.range), one.new_text) for one in edits], text)


@pytest.mark.parametrize("name", ["G5", "Growth", "X1", "O7", "7"])
@pytest.mark.parametrize("language", CODES)
def test_an_id_that_is_its_own_goal_word_gets_one_where_it_needs_it(
    session: Session, folder: Path, language: str, name: str
) -> None:
    words = load(language).data["fields"]
    text = f"language: {language}\nO1: Sell 4 cakes\n  KR1: Sell 5 pies\n\ngoal A: Bake\n  {words['supports'][0]}: O1\n"
    after = parse(renamed(session, folder, text, Position(1, 1), name))
    assert not after.problems
    assert [(goal.kind, goal.id.text) for goal in after.all_goals] == [
        ("objective", name),
        ("key_result", "KR1"),
        ("goal", "A"),
    ]
    assert after.all_goals[2].supports[0].text == name


def test_a_goal_word_is_written_only_where_it_is_needed(session: Session, folder: Path) -> None:
    text = "O1: Sell 4 cakes\n  KR1.1: Sell 5 pies\n"
    assert renamed(session, folder, text, Position(0, 1), "O7") == text.replace("O1", "O7")
    assert renamed(session, folder, text, Position(1, 4), "X1") == text.replace("KR1.1", "key result X1")


def test_no_other_goal_of_the_team_may_have_the_name(session: Session, folder: Path) -> None:
    (folder / "other.goals").write_text("team: Bakery\nperiod: 2026\ngoal S2: Sell 4 cakes\n  owner: Bo Li\n", "utf-8")
    session.workspace.refresh()
    with pytest.raises(CannotRename, match="S2"):
        rename(session, (folder / "bakery.goals").as_uri(), B1.start, "S2")
    assert rename(session, (folder / "bakery.goals").as_uri(), B1.start, "S3") is not None


def test_a_goal_takes_no_name_by_which_others_mean_another(session: Session, folder: Path, bakery: str) -> None:
    text = "team: Bakery\nperiod: 2025\ngoal S2: Sell 4 cakes\n\ngoal S3: Sell 5 pies\n  supports: B1\n"
    (folder / "other.goals").write_text(text, "utf-8")
    session.workspace.refresh()
    with pytest.raises(CannotRename):
        rename(session, bakery, B1.start, "S2")


def test_an_excused_error_does_not_keep_a_goal_from_being_renamed(session: Session, folder: Path, bakery: str) -> None:
    waived = 'rule = "OWN001"\ngoal = "B1"\nreason = "nobody yet"\nowner = "Ida Moe"\n'
    (folder / "smartlint-waivers.toml").write_text(f"[[waiver]]\n{waived}", "utf-8")
    (folder / "smartlint.toml").write_text('[lint.levels]\nOWN001 = "error"\n', "utf-8")
    (folder / "bakery.goals").write_text(BAKERY.replace("  owner: Ida Moe\n", "", 1), "utf-8")
    session.workspace.refresh()
    assert [one.finding.rule.code for one in session.workspace.result().waived] == ["OWN001"]
    assert rename(session, bakery, B1.start, "Bread") is not None


def test_a_file_that_is_not_known_has_nothing_to_rename(session: Session, folder: Path) -> None:
    assert renamable(session, (folder / "none.goals").as_uri(), Position(0, 0)) is None
