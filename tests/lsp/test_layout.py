from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import Position, Range

from smartlint.fixing import apply
from smartlint.formatter import formatted
from smartlint.language.pack import CODES, load
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


APART = "team:   Drift\n\n\n\ngoal  G1: Raise x\n   owner:   A B\n   how:  ask\n\n\ngoal G2:  Raise y\n  owner:  C\n"


@pytest.mark.parametrize(("first", "last"), [(0, 0), (4, 6), (9, 10), (4, 10), (0, 3), (2, 8), (0, 10)])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_chosen_lines_are_laid_out_and_no_others(session: Session, folder: Path, first: int, last: int, line_end: str) -> None:
    lines = APART.splitlines()
    laid_out = after(session, folder, APART.replace("\n", line_end), Range(Position(first, 0), Position(last, 99))).split(
        line_end
    )[:-1]
    assert laid_out[:first] == lines[:first]
    assert laid_out[len(laid_out) - len(lines[last + 1 :]) :] == lines[last + 1 :]
    said = [line for line in lines[first : last + 1] if line.strip()]
    chosen = [line for line in laid_out[first : len(laid_out) - len(lines[last + 1 :])] if line.strip()]
    whole = [line for line in formatted(APART).splitlines() if line.strip()]
    assert chosen == [line for line in whole if line.split() in [one.split() for one in said]]


def test_fields_that_change_places_do_so_where_both_are_chosen(session: Session, folder: Path) -> None:
    text = "goal  A: Sell 4 cakes\n  how: ask\n  owner: Bo Li\n\ngoal  B: Sell 5 pies\n"
    assert after(session, folder, text, Range(Position(0, 0), Position(3, 0))) == text.replace(
        "goal  A: Sell 4 cakes\n  how: ask\n  owner: Bo Li", "goal A: Sell 4 cakes\n  owner: Bo Li\n  how: ask"
    )
    assert after(session, folder, text, Range(Position(1, 0), Position(1, 5))) == text


@pytest.mark.parametrize("language", CODES)
def test_each_edit_is_of_few_lines(session: Session, folder: Path, language: str) -> None:
    owner = load(language).data["fields"]["owner"][0]
    text = f"language: {language}\n" + "".join(f"\n\n\nMål  M{at}: 4 kg\n    {owner}:  Bo Li\n" for at in range(60))
    session.workspace.open(folder / "bakery.goals", text)
    edits = layout(session, (folder / "bakery.goals").as_uri())
    assert max(edit.range.end.line - edit.range.start.line for edit in edits) <= 3


def test_what_is_no_goal_file_is_left_alone(session: Session, folder: Path) -> None:
    assert layout(session, (folder / "none.goals").as_uri()) == []
    session.workspace.open(folder / "plan.md", TEXT)
    assert layout(session, (folder / "plan.md").as_uri()) == []
