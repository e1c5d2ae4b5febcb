from __future__ import annotations

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


def test_words_have_their_kinds(session: Session, bakery: str) -> None:
    data = list(tokens(session, bakery).data)
    line = column = 0
    found = []
    for away, right, length, kind, _ in (data[at : at + 5] for at in range(0, len(data), 5)):
        line, column = line + away, right if away else column + right
        found.append((BAKERY.splitlines()[line][column : column + length], TOKENS.token_types[kind]))
    assert ("goal", "keyword") in found
    assert ("B1", "class") in found
    assert ("owner", "property") in found
    assert ("Ida Moe", "variable") in found
    assert ("by end of June", "number") in found or ("end of June", "number") in found


def test_a_file_that_is_not_known_has_nothing(session: Session, folder: Path) -> None:
    uri = (folder / "none.goals").as_uri()
    assert not inlay_hints(session, uri, EVERYWHERE)
    assert not code_lenses(session, uri)
    assert not links(session, uri)
    assert list(tokens(session, uri).data) == []
