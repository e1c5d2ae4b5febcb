from __future__ import annotations

from pathlib import Path

from lsprotocol.types import Position, Range

from smartlint.fixing import apply
from smartlint.formatter import formatted
from smartlint.lsp.layout import layout
from smartlint.lsp.session import Session
from smartlint.rule import Edit

TEXT = "goal A: Sell 4 cakes\n     owner:   Ida Moe\n\n\n\ngoal B: Sell 5 😀 pies\n     owner:   Bo Li\n"


def after(session: Session, folder: Path, text: str, area: Range | None = None) -> str:
    session.workspace.open(folder / "bakery.goals", text)
    ruler = session.ruler("", text)
    edits = layout(session, (folder / "bakery.goals").as_uri(), area)
    return apply([Edit(ruler.span(edit.range), edit.new_text) for edit in edits], text)


def test_a_file_is_laid_out_as_by_the_command(session: Session, folder: Path) -> None:
    assert after(session, folder, TEXT) == formatted(TEXT)
    assert after(session, folder, formatted(TEXT)) == formatted(TEXT)


def test_only_the_chosen_lines_are_laid_out(session: Session, folder: Path) -> None:
    laid_out = after(session, folder, TEXT, Range(Position(6, 0), Position(6, 4)))
    assert laid_out.splitlines()[1] == "     owner:   Ida Moe"
    assert laid_out.splitlines()[-1] == "  owner: Bo Li"


def test_what_is_no_goal_file_is_left_alone(session: Session, folder: Path) -> None:
    assert layout(session, (folder / "none.goals").as_uri()) == []
    session.workspace.open(folder / "plan.md", TEXT)
    assert layout(session, (folder / "plan.md").as_uri()) == []
