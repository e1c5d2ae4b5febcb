from __future__ import annotations

from pathlib import Path

from lsprotocol.types import Location, Position, Range, SelectionRange

from smartlint.lsp.navigation import (
    definition,
    document_symbols,
    folding,
    references,
    selections,
    workspace_symbols,
)
from smartlint.lsp.session import Session

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
