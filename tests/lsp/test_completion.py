from __future__ import annotations

from pathlib import Path

from lsprotocol.types import CompletionItem, Position, TextEdit

from smartlint.lsp.completion import completion
from smartlint.lsp.session import Session


def at_end(session: Session, folder: Path, text: str) -> list[CompletionItem]:
    """What is offered at the end of a text."""
    session.workspace.open(folder / "bakery.goals", text)
    lines = text.split("\n")
    return completion(session, (folder / "bakery.goals").as_uri(), Position(len(lines) - 1, len(lines[-1])))


def labels(items: list[CompletionItem]) -> list[str]:
    return [item.label for item in sorted(items, key=lambda item: item.sort_text or "")]


def test_below_a_goal_fields_come_first_in_the_language_of_the_file(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "språk: nb\nmål A: Selge 40 kaker\n  ei"))
    assert "eier" in found
    assert found.index("eier") < found.index("mål")


def test_at_the_left_edge_goals_come_first(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "goal A: Sell 4 cakes\n\ng"))
    assert found.index("goal") < found.index("owner")


def test_what_is_typed_is_replaced_with_the_colon(session: Session, folder: Path) -> None:
    item = next(one for one in at_end(session, folder, "goal A: Sell 4\n  done w") if one.detail == "done_when")
    assert isinstance(item.text_edit, TextEdit)
    assert item.text_edit.new_text == f"{item.label}: "
    assert item.text_edit.range.start == Position(1, 2)


def test_owners_are_those_of_the_roster_and_of_other_goals(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('[[roster.people]]\nname = "Kari Lund"\nemail = "kari@example.com"\n', "utf-8")
    found = labels(at_end(session, folder, "goal A: Sell 4\n  owner: Bo Li, "))
    assert session.workspace.mistakes == ()
    assert {"Kari Lund", "Ida Moe"} <= set(found)


def test_goals_are_named_as_from_this_file(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "goal A: Sell 4\ngoal B: Sell 5\n  supports: "))
    assert {"A", "B", "Kjøkken/K1"} <= set(found)


def test_days_are_the_ends_of_months(session: Session, folder: Path) -> None:
    items = at_end(session, folder, "goal A: Sell 4\n  deadline: ")
    assert labels(items)[:3] == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert items[0].detail == "28 February 2026"
    assert labels(at_end(session, folder, "goal A: Sell 4\n  start: "))[0] == "2026-03-01"


def test_words_of_status_are_in_the_language_of_the_file(session: Session, folder: Path) -> None:
    assert "utkast" in labels(at_end(session, folder, "språk: nb\nmål A: Selge 4 kaker\n  status: "))


def test_elsewhere_nothing_is_offered(session: Session, folder: Path) -> None:
    assert at_end(session, folder, "goal A: Sell 4\n  why: we like ") == []
    assert completion(session, (folder / "none.goals").as_uri(), Position(0, 0)) == []
