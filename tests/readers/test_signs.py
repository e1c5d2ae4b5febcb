"""Signs before a text."""

from __future__ import annotations

import pytest

from smartlint.readers.signs import after_sign, explains_signs, is_misspelt_status, is_point, status_before, status_of
from smartlint.source import Span
from tests.readers.told import goals, owners, read


def test_a_sign_may_stand_for_a_status() -> None:
    assert status_before("✅ Done") == "done"
    assert status_before("⚪ Who knows") == ""
    assert status_before("Plain") == ""


def test_what_stands_behind_a_sign() -> None:
    text = "⚪ KR3 150 kunder"
    assert text[after_sign(text, Span(0, len(text))).start :] == "KR3 150 kunder"
    assert after_sign("KR3", Span(0, 3)) == Span(0, 3)


def test_lines_with_signs_are_goals_of_their_own_whatever_the_sign_means() -> None:
    text = "# OKR\n\n#### O1 Vi tjänar pengar\n🟢 KR1 CAC under 2 300 kr\n⚪ KR2 150 kunder via byråer\n"
    assert goals(text) == ["Vi tjänar pengar", ".CAC under 2 300 kr", ".150 kunder via byråer"]
    assert read(text).goals[0].children[0].status == "committed"


@pytest.mark.parametrize(("text", "status"), [("Done.", "done"), ("✅ at last", "done"), ("Who knows", ""), ("", "")])
def test_a_text_may_say_a_status_at_its_beginning(text: str, status: str) -> None:
    assert status_of(text) == status


def test_a_line_that_explains_the_signs_is_no_goal() -> None:
    assert goals("# Goals\n\n✅ = reached, 🔜 = coming\n\n- 🔜 Sell 9 cakes\n") == ["Sell 9 cakes"]


@pytest.mark.parametrize("sign", ["⭐", "☐", "□", "👉", "★"])
def test_lines_that_begin_with_one_sign_are_items(sign: str) -> None:
    lines = f"{sign} Waste under 7 % (Rolf)\n{sign} At least 40 growers from our valley (Jolanta)\n"
    found = read(f"# Goals for 2027\n\n{lines}").goals
    assert [goal.statement.plain for goal in found] == ["Waste under 7 %", "At least 40 growers from our valley"]
    assert [owners(goal) for goal in found] == ["Rolf", "Jolanta"]


def test_a_sign_that_stands_once_begins_no_item() -> None:
    assert not is_point("⭐ Waste under 7 %", Span(0, 17))


@pytest.mark.parametrize("text", ["on trak", "at rsik", "in progres", "commited", "på sporret", "under udarbejdlse"])
def test_a_status_with_a_letter_wrong(text: str) -> None:
    assert is_misspelt_status(text)


@pytest.mark.parametrize(
    "text", ["on track", "waiting for Kim", "fullfört", "stoppad", "pausert", "etter plan", "drift", "passed"]
)
def test_a_word_that_may_be_meant(text: str) -> None:
    assert not is_misspelt_status(text)


def test_a_line_that_explains_signs() -> None:
    assert explains_signs("🟢 on track, 🟡 at risk")
    assert explains_signs("🟢 = på väg 🟡 = osäkert 🔴 = stopp")
    assert not explains_signs("✅ Sell 40 boats ⚠ late")
