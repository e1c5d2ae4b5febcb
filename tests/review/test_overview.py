"""The review in short, on a terminal."""

import pytest

from smartlint.record import replace
from smartlint.review.model import Trend
from smartlint.review.overview import overview
from smartlint.translation import LANGUAGES
from tests.review.organisation import hostile, reviewed


def test_figures_teams_and_what_to_mend_first() -> None:
    text = "".join(overview(reviewed()))
    lines = text.splitlines()
    assert lines[0].split() == ["Day", "2026-02-01"]
    heads = next(line for line in lines if line.startswith("Team  "))
    assert heads.split()[3:8] == list("SMART")
    kitchen = next(line for line in lines if line.startswith("Kitchen"))
    assert kitchen.split()[1:4] == ["2", "50", "%"]
    assert "  kitchen.goals:9: Better breakfast" in lines


def test_a_title_stands_on_top() -> None:
    assert "".join(overview(replace(reviewed(), title="Spring \x1b[31m"))).startswith("Spring ␛[31m\n\n")


def test_columns_stand_below_each_other() -> None:
    lines = "".join(overview(reviewed())).splitlines()
    at = lines.index("")
    assert len({line.index("%") for line in lines[at + 2 : at + 5]}) == 1


def test_what_has_changed_is_told_where_there_was_a_run_before() -> None:
    text = "".join(overview(replace(reviewed(), trend=Trend((), 7, 2, 4, (), (), 0))))
    assert "Findings since run 7: 2 new, 0 mended, 4 known" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_goals_move_and_colour_nothing(language: str) -> None:
    text = "".join(overview(reviewed(hostile(), language=language)))
    assert all(sign.isprintable() or sign == "\n" for sign in text)


def test_nothing_is_no_table() -> None:
    assert "".join(overview(reviewed({"a.goals": ""})))
