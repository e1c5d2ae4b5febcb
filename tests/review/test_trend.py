"""What is new, what is known and what is mended, from one review to the next."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from smartlint.review.making import review as made_review
from smartlint.review.model import Counts, Review, Run, Share
from smartlint.review.trend import Kept, NoRun, compared_with, must_be_since, with_trend
from tests.review.organisation import TEXTS, basis, settings

KITCHEN = TEXTS["kitchen.goals"]


def run(folder: Path, texts: Mapping[str, str], day: int, since: str = "", scope: str = "all") -> Review:
    """The review of a day in February 2026."""
    made = basis(texts, settings(today=date(2026, 2, day)))
    return with_trend(made_review(made), made.result, Kept(folder / "history.db", folder, scope, since))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept"


def test_the_first_run_is_compared_with_none(folder: Path) -> None:
    review = run(folder, TEXTS, 1)
    assert review.trend is not None
    assert (review.trend.since, review.trend.new, len(review.trend.runs)) == (None, 0, 1)
    assert {one.news for one in review.findings} == {""}


def test_what_has_not_changed_is_known_since_the_first_day(folder: Path) -> None:
    run(folder, TEXTS, 1)
    review = run(folder, TEXTS, 8)
    assert review.trend is not None
    assert (review.trend.new, review.trend.known, review.trend.fixed) == (0, len(review.findings), ())
    assert {(one.news, one.first_seen) for one in review.findings} == {("known", "2026-02-01")}
    assert [past.today for past in review.trend.runs] == ["2026-02-01", "2026-02-08"]
    assert [team.before for team in review.teams] == [team.sound for team in review.teams]


def test_what_was_mended_is_told_with_its_goal_and_since_when_it_was_there(folder: Path) -> None:
    run(folder, TEXTS, 1)
    mended = KITCHEN.replace("goal G2: Better breakfast", "goal G2: Better breakfast\n  owner: Omar Reyes")
    review = run(folder, {**TEXTS, "kitchen.goals": mended}, 8)
    assert review.trend is not None
    (fixed,) = review.trend.fixed
    assert (fixed.code, fixed.level, fixed.goal, fixed.statement) == ("OWN001", "error", "G2", "Better breakfast")
    assert (fixed.file, fixed.first_seen, fixed.is_goal_gone) == ("kitchen.goals", "2026-02-01", False)
    assert review.trend.new == 0


def test_a_goal_that_is_gone_is_not_mended(folder: Path) -> None:
    run(folder, TEXTS, 1)
    review = run(folder, {**TEXTS, "kitchen.goals": KITCHEN.split("goal G2")[0]}, 8)
    assert review.trend is not None
    assert review.trend.gone_goals == 1
    assert {fixed.is_goal_gone for fixed in review.trend.fixed if fixed.goal == "G2"} == {True}


def test_a_new_goal_brings_new_findings(folder: Path) -> None:
    run(folder, TEXTS, 1)
    review = run(folder, {**TEXTS, "kitchen.goals": f"{KITCHEN}goal G3: Nicer plates\n"}, 8)
    assert review.trend is not None
    assert [review.goals[number].name for number in review.trend.new_goals] == ["G3"]
    new = [one for one in review.findings if one.news == "new"]
    assert {one.goal for one in new} == set(review.trend.new_goals)
    assert {one.first_seen for one in new} == {"2026-02-08"}


def test_a_goal_without_an_id_is_known_wherever_it_has_moved(folder: Path) -> None:
    text = "team: A\nperiod: 2026\ngoal: Better bread\n  owner: Amy Holt\n"
    run(folder, {"a.goals": text}, 1)
    moved = text.replace("goal: Better", "goal: Win 9 shops by 30 June 2026\n  owner: Amy Holt\n  how: call\n\ngoal:   Better")
    review = run(folder, {"a.goals": moved}, 8)
    assert review.trend is not None
    assert [review.goals[number].statement for number in review.trend.new_goals] == ["Win 9 shops by 30 June 2026"]
    bread = [one for one in review.findings if one.goal == 1]
    assert bread
    assert {one.news for one in bread} == {"known"}


def test_what_is_hidden_now_was_not_mended(folder: Path) -> None:
    run(folder, TEXTS, 1)
    hidden = KITCHEN.replace("goal G2:", "# smartlint: ignore[OWN001] -- later\ngoal G2:")
    review = run(folder, {**TEXTS, "kitchen.goals": hidden}, 8)
    assert review.trend is not None
    assert review.trend.fixed == ()


def test_a_second_run_of_a_day_is_compared_with_the_last_of_another(folder: Path) -> None:
    run(folder, TEXTS, 1)
    mended = {**TEXTS, "kitchen.goals": KITCHEN.split("goal G2")[0]}
    run(folder, mended, 8)
    review = run(folder, mended, 8)
    assert review.trend is not None
    assert (review.trend.since, len(review.trend.runs)) == (1, 2)
    assert review.trend.gone_goals == 1


def test_it_is_compared_with_the_run_that_is_asked_for(folder: Path) -> None:
    run(folder, {**TEXTS, "kitchen.goals": KITCHEN.split("goal G2")[0]}, 1)
    run(folder, TEXTS, 8)
    assert [one.news for one in run(folder, TEXTS, 15).findings].count("new") == 0
    since_the_first = run(folder, TEXTS, 15, since="1")
    assert {one.goal for one in since_the_first.findings if one.news == "new"} == {2}
    assert [one.news for one in run(folder, TEXTS, 15, since="2026-02-02").findings].count("new") > 0
    with pytest.raises(NoRun):
        run(folder, TEXTS, 15, since="99")


def test_other_paths_have_a_history_of_their_own(folder: Path) -> None:
    run(folder, TEXTS, 1)
    review = run(folder, TEXTS, 8, scope="others")
    assert review.trend is not None
    assert (review.trend.since, len(review.trend.runs)) == (None, 1)


def past(number: int, day: str) -> Run:
    return Run(number, "", day, "", 1, 1, Counts(), 0, Share(), ())


@pytest.mark.parametrize(
    ("since", "today", "expected"),
    [
        ("", "2026-02-20", 3),
        ("", "2026-02-15", 2),
        ("", "2026-02-01", 3),
        ("2026-02-10", "2026-02-20", 2),
        ("2025-01-01", "2026-02-20", 1),
        ("2", "2026-02-20", 2),
    ],
)
def test_which_run_is_meant(since: str, today: str, expected: int) -> None:
    runs = [past(1, "2026-02-01"), past(2, "2026-02-08"), past(3, "2026-02-15")]
    found = compared_with(runs, since, today)
    assert found is not None
    assert found.id == expected
    assert compared_with([], since, today) is None


@pytest.mark.parametrize("value", ["12", "2026-02-01"])
def test_a_day_or_a_number_can_be_asked_for(value: str) -> None:
    assert must_be_since(value) == value


@pytest.mark.parametrize("value", ["", "yesterday", "2026-02-30", "-3", "1.5"])
def test_nothing_else_can(value: str) -> None:
    with pytest.raises(ValueError, match=r"day|format|month"):
        must_be_since(value)
