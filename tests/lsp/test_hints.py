from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol.types import Position, Range

from smartlint.lsp.hints import TOKENS, code_lenses, inlay_hints, links, tokens
from smartlint.lsp.session import Session
from tests.lsp.conftest import BAKERY

EVERYWHERE = Range(Position(0, 0), Position(99, 0))


def test_open_times_and_changes_are_told_beside_the_line(session: Session, bakery: str) -> None:
    hints = {hint.label: hint.position for hint in inlay_hints(session, bakery, EVERYWHERE)}
    assert hints == {"= 2026-06-30": Position(3, 45), "+29 %": Position(3, 24)}
    assert inlay_hints(session, bakery, Range(Position(5, 0), Position(9, 0))) == []


def test_a_goal_shows_who_supports_it_and_what_its_owner_has(session: Session, bakery: str) -> None:
    titles = [lens.command.title for lens in code_lenses(session, bakery) if lens.command]
    assert titles == ["supported by 2 goals", "Ida Moe: 2 open goals"]


def test_a_reference_to_another_file_is_a_link(session: Session, bakery: str, kitchen: str) -> None:
    (link,) = links(session, kitchen)
    assert link.target == f"{bakery}#L4"
    assert link.range.start == Position(3, 11)
    assert links(session, bakery) == []


def told(data: Sequence[int], text: str) -> list[tuple[str, str]]:
    """The words of a text that are told of, each with its kind."""
    line = column = 0
    found = []
    for away, right, length, kind, _ in (data[at : at + 5] for at in range(0, len(data), 5)):
        line, column = line + away, right if away else column + right
        found.append((text.splitlines()[line][column : column + length], TOKENS.token_types[kind]))
    return found


def test_words_have_their_kinds(session: Session, bakery: str) -> None:
    found = told(tokens(session, bakery).data, BAKERY)
    assert ("goal", "keyword") in found
    assert ("B1", "class") in found
    assert ("owner", "property") in found
    assert ("Ida Moe", "variable") in found
    assert ("by end of June", "number") in found or ("end of June", "number") in found
    assert ("310 loaves", "number") in found
    assert ("2026", "number") in found


def test_what_is_named_has_the_kind_of_what_it_names(session: Session, folder: Path) -> None:
    text = "O1: Grow\n  owner: Ida Moe\n  KR1: Sell 4 cakes\n    supports: O1\n    how:\n    - Bake (owner: Bo Li)\n"
    session.workspace.open(folder / "bakery.goals", text)
    found = told(tokens(session, (folder / "bakery.goals").as_uri()).data, text)
    assert found.count(("O1", "class")) == 2
    assert ("KR1", "class") in found
    assert ("Bo Li", "variable") in found
    assert found.count(("Ida Moe", "variable")) == 1


def test_a_change_stands_behind_the_whole_amount(session: Session, folder: Path) -> None:
    session.workspace.open(folder / "bakery.goals", "goal A: Sell pies\n  baseline: 4 pies a day\n  target: 5 pies a day\n")
    (hint,) = inlay_hints(session, (folder / "bakery.goals").as_uri(), EVERYWHERE)
    assert (hint.label, hint.position) == ("+25 %", Position(2, 22))


def test_a_file_that_is_not_known_has_nothing(session: Session, folder: Path) -> None:
    uri = (folder / "none.goals").as_uri()
    assert not inlay_hints(session, uri, EVERYWHERE)
    assert not code_lenses(session, uri)
    assert not links(session, uri)
    assert list(tokens(session, uri).data) == []
