from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from lsprotocol.types import Position, Range

from smartlint.language.pack import CODES, load
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


@pytest.mark.parametrize("language", CODES)
def test_what_an_action_says_of_itself_has_its_kinds(session: Session, folder: Path, language: str) -> None:
    fields = load(language).data["fields"]
    owner, deadline, how = fields["owner"][0], fields["deadline"][0], fields["how"][0]
    text = (
        f"language: {language}\ngoal A: Sell 4\n  {how}:\n  - Bake ({owner}: Bo Li, {deadline}: 2026-12-31)\n"
        f"  - Sell (all: of it)\n    {owner}: Ida Moe\n    - Clean ({owner}: Kim Day)\n"
    )
    session.workspace.open(folder / "bakery.goals", text)
    found = told(tokens(session, (folder / "bakery.goals").as_uri()).data, text)
    assert found.count((owner, "property")) == 3
    assert found.count((deadline, "property")) == 1
    assert ("all", "property") not in found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "plan.md",
            "# Goals\n\n- Be better at baking\n\n| Goal | Owner | Deadline |\n|--|--|--|\n| Sell 4 cakes | TBD | soon |\n",
        ),
        ("plan.csv", "ID;Goal;Owner;Deadline\nC1;Sell 4 cakes;TBD;soon\n"),
        ("plan.yaml", "goals:\n  - Be better at baking\n  - Sell 4 cakes\n"),
    ],
)
def test_a_sentence_or_a_cell_is_no_keyword(session: Session, folder: Path, name: str, text: str) -> None:
    (folder / "smartlint.toml").write_text('include = ["**/plan.*"]\n', "utf-8")
    session.workspace.open(folder / name, text)
    found = told(tokens(session, (folder / name).as_uri()).data, text)
    assert session.workspace.document(name) is not None
    assert [word for word, kind in found if kind in ("keyword", "property")] == []


def test_the_id_behind_a_goal_word_is_no_part_of_it(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('include = ["**/plan.*"]\n', "utf-8")
    text = "# Plan\n\n## Goal M1: Sell 4 cakes\n\n- Owner: Bo Li\n"
    session.workspace.open(folder / "plan.md", text)
    found = told(tokens(session, (folder / "plan.md").as_uri()).data, text)
    assert found[:3] == [("Goal", "keyword"), ("M1", "class"), ("4 cakes", "number")]


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        ("1000 kg", "996 kg", "-0.4 %"),
        ("10000 kg", "9999 kg", "-0.01 %"),
        ("10000 kg", "1 kg", "-99.99 %"),
        ("1000 kg", "1002 kg", "+0.2 %"),
        ("10 kg", "0 kg", "-100 %"),
        ("3 kg", "4 kg", "+33 %"),
        ("4 kg", "3 kg", "-25 %"),
    ],
)
def test_a_small_change_is_told_with_its_sign(session: Session, folder: Path, before: str, after: str, label: str) -> None:
    session.workspace.open(folder / "bakery.goals", f"goal A: Change it\n  baseline: {before}\n  target: {after}\n")
    (hint,) = inlay_hints(session, (folder / "bakery.goals").as_uri(), EVERYWHERE)
    assert hint.label == label


def test_no_change_is_not_told(session: Session, folder: Path) -> None:
    session.workspace.open(folder / "bakery.goals", "goal A: Keep it\n  baseline: 4 kg\n  target: 4 kg\n")
    assert inlay_hints(session, (folder / "bakery.goals").as_uri(), EVERYWHERE) == []


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
