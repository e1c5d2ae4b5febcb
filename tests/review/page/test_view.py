"""How goals, days, numbers and messages are written."""

import pytest

from smartlint.record import replace
from smartlint.review.model import Share
from smartlint.review.page.view import View, joined
from tests.review.organisation import reviewed

REVIEW = reviewed()


@pytest.mark.parametrize(
    ("language", "number", "percent", "day"),
    [
        ("en", "1,200", "66%", "3 March 2026"),
        ("nb", "1\xa0200", "66\xa0%", "3. mars 2026"),
        ("nn", "1\xa0200", "66\xa0%", "3. mars 2026"),
        ("sv", "1\xa0200", "66\xa0%", "3 mars 2026"),
        ("da", "1\xa0200", "66\xa0%", "3. marts 2026"),
    ],
)
def test_numbers_and_days_are_those_of_the_language(language: str, number: str, percent: str, day: str) -> None:
    view = View(replace(REVIEW, language=language))
    assert (view.number(1200), view.percent(Share(3, 2)), view.spoken_day("2026-03-03")) == (number, percent, day)


def test_where_nothing_was_judged_there_is_no_share() -> None:
    assert View(REVIEW).percent(Share()) == "–"


def test_what_stands_between_backticks_is_shown_as_written_in_a_file() -> None:
    view = View(REVIEW)
    assert view.told("add `owner: ⟨name⟩` <b>") == "<bdi>add <code>owner: ⟨name⟩</code> &lt;b&gt;</bdi>"
    assert view.told("a ` b") == "a ` b"


def test_what_may_be_read_from_the_right_turns_nothing_beside_it() -> None:
    view = View(REVIEW)
    assert view.said("Øke salget") == "Øke salget"
    assert view.said("שלום") == "<bdi>שלום</bdi>"
    assert view.said("Øke salget", language="nb") == '<bdi lang="nb">Øke salget</bdi>'


def test_one_and_several_have_texts_of_their_own() -> None:
    view = View(REVIEW)
    assert [view.goals(count) for count in (0, 1, 2)] == ["0 goals", "1 goal", "2 goals"]


def test_a_goal_is_linked_by_its_sentence() -> None:
    assert View(REVIEW).goal(2) == '<a href="#g2"><b>G2</b> Better breakfast</a>'


def test_what_is_empty_is_left_out_between_commas() -> None:
    assert joined(["a", None, "", "b"]) == "a, b"
