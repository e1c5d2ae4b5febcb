from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import MarkupContent, Position

from smartlint.lsp.hover import hover, plain
from smartlint.lsp.session import Session
from tests.lsp.conftest import Starts


def told(session: Session, uri: str, line: int, character: int) -> str:
    found = hover(session, uri, Position(line, character))
    if found is None:
        return ""
    assert isinstance(found.contents, MarkupContent)
    return found.contents.value


def test_a_finding_shows_the_page_of_its_rule(session: Session, bakery: str) -> None:
    assert "page of SYN002 in en" in told(session, bakery, 9, 3)


def test_a_day_shows_how_it_was_understood(session: Session, bakery: str, starts: Starts) -> None:
    assert told(session, bakery, 3, 38) == "30 June 2026, in 149 days"
    assert "30 juni 2026" in told(starts(language="sv"), bakery, 3, 38)


def test_an_amount_shows_how_it_was_understood(session: Session, bakery: str) -> None:
    assert told(session, bakery, 5, 13).startswith("310 loaves per day")


def test_a_keyword_shows_its_other_names_in_both_languages(starts: Starts, bakery: str) -> None:
    said = told(starts(locale="nb"), bakery, 4, 4)
    assert said.startswith("**owner**: ")
    assert "accountable" in said
    assert "ansvarlig" in said


@pytest.mark.parametrize(("line", "character", "name"), [(2, 11, "owner"), (2, 26, "deadline"), (4, 6, "owner")])
def test_a_keyword_of_an_action_is_told_of(
    session: Session, folder: Path, bakery: str, line: int, character: int, name: str
) -> None:
    text = "goal A: Sell 4\n  how:\n  - Bake (owner: Bo Li, deadline: 2026-12-31)\n  - Sell\n    owner: Ida Moe\n"
    session.workspace.open(folder / "bakery.goals", text)
    assert told(session, bakery, line, character).startswith(f"**{name}**: ")


def test_a_goal_shows_why_it_passes(session: Session, bakery: str) -> None:
    assert "MEA001" in told(session, bakery, 3, 6)


def test_a_reference_shows_the_goal_that_it_means(session: Session, bakery: str, kitchen: str) -> None:
    assert told(session, bakery, 8, 13) == "**B1**: Sell 400 loaves a day by end of June"
    assert "Sell 400 loaves" in told(session, kitchen, 3, 19)


def test_blank_places_and_other_files_show_nothing(session: Session, bakery: str, folder: Path) -> None:
    assert told(session, bakery, 2, 0) == ""
    assert told(session, (folder / "other.goals").as_uri(), 0, 0) == ""


def test_words_of_a_goal_are_no_markup(folder: Path, session: Session, bakery: str) -> None:
    (folder / "bakery.goals").write_text(
        "goal B1: Sell 40 [x](http://example.com) `<b>` by May 2026\n  owner: Ida Moe\n", "utf-8"
    )
    session.workspace.refresh()
    assert "[x](" not in told(session, bakery, 0, 6)
    assert plain("[a](b) <i> *c*") == r"\[a\]\(b\) \<i\> \*c\*"
