"""What stands where a goal is still to be written."""

from __future__ import annotations

import pytest

from smartlint.readers.templates import is_open, is_template
from tests.readers.told import goals


@pytest.mark.parametrize("text", ["XXX", "TBD", "KR2.3 …", "fyll inn her", "Fyll i här", "{goal}", "lime???", "= done", ""])
def test_nothing_is_said_yet(text: str) -> None:
    assert is_template(text, "en")


@pytest.mark.parametrize("text", ["Sell 9 cakes", "KR2 Sell 9 cakes", "Fill in every form on the day"])
def test_something_is(text: str) -> None:
    assert not is_template(text, "en")


def test_what_is_still_to_be_found() -> None:
    assert is_open("TBD", "en")
    assert not is_open("Sell 9 cakes", "en")


def test_no_goal_is_made_of_it() -> None:
    text = "# Mål 2027\n\n## Mål 1: _fyll inn her_\n\n- XXX innan XXX\n\n| Mål | Eigar |\n|---|---|\n| TBD | Kari |\n"
    assert goals(text) == []


@pytest.mark.parametrize("text", ["TBC once the figures are in", "gul = må følges op", "Side 8 av 22", "Page 3 of 4"])
def test_what_is_no_sentence_of_a_goal(text: str) -> None:
    assert is_template(text, "en")
