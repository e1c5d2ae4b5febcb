"""What stands behind a sentence: an arrow to an owner, a remark behind a name, what became of it in italics."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read, the

HEAD = "# Goals 2026\n\n- "


@pytest.mark.parametrize("arrow", ["->", "→", "-->"])
def test_an_arrow_leads_to_the_owner(arrow: str) -> None:
    goal = the(f"{HEAD}Sell 9 cakes {arrow} Linn\n")
    assert (goal.statement.plain, owners(goal)) == ("Sell 9 cakes", "Linn")


def test_an_arrow_leads_to_what_became_of_it() -> None:
    goal = the(f"{HEAD}Sell 9 cakes → done\n")
    assert (goal.statement.plain, goal.status) == ("Sell 9 cakes", "done")


@pytest.mark.parametrize("text", ["Cut the wait 8 → 4 minutes", "Raise the score 70 -> 80", "Move from paper → the new app"])
def test_an_arrow_inside_a_sentence_is_part_of_it(text: str) -> None:
    assert goals(f"{HEAD}{text}\n") == [text]


def test_a_few_words_behind_a_person() -> None:
    goal = the(f"{HEAD}A stage of our own (Aslak), too dear\n")
    assert (goal.statement.plain, owners(goal)) == ("A stage of our own", "Aslak")


def test_a_remark_in_brackets_inside_a_sentence_stays() -> None:
    assert goals(f"{HEAD}Sell 9 cakes (rye), all of them baked here\n") == ["Sell 9 cakes (rye), all of them baked here"]


@pytest.mark.parametrize("remark", ["*done in June, hurrah*", "_Done!_", "(done in May!)"])
def test_what_is_over_says_so_and_perhaps_when(remark: str) -> None:
    goal = the(f"{HEAD}Sell 9 cakes {remark}\n")
    assert (goal.statement.plain, goal.status) == ("Sell 9 cakes", "done")


@pytest.mark.parametrize("remark", ["*really*", "(done in part)"])
def test_other_remarks_are_part_of_the_sentence(remark: str) -> None:
    goal = the(f"{HEAD}Sell 9 cakes {remark}\n")
    assert (remark.strip("*") in goal.statement.plain, goal.status) == (True, "committed")


def test_how_things_stand_behind_a_name() -> None:
    goal = the("# Goals 2027\n\n- 20 volunteers on the list (Anna) – 13 today\n")
    assert (goal.statement.plain, owners(goal)) == ("20 volunteers on the list", "Anna")


def test_a_ward_with_a_dash_behind_it_is_nobody() -> None:
    assert owners(the("# Ward 7 (Respiratory) – Goals 2026\n\n- Falls down to 12\n")) == ""


def test_names_behind_dashes_in_bold_print() -> None:
    named = ("Skåne – Jimmy", "Småland – Ann (till maj), sedan Bo", "Norr – Hafsa")
    text = "".join(f"**{name}**\n\n- 35 nya kunder i {number}\n\n" for number, name in enumerate(named))
    first, second, third = read(f"# Mål 2027\n\n{text}", "sv").all_goals
    assert (owners(first), due(second), owners(third)) == ("Jimmy", "2027-12-31", "Hafsa")


def test_two_names_with_a_slash_between_them_sign_nothing() -> None:
    assert owners(the("# Goals of Anna / Kim\n\n- Answer every ticket within 4 hours\n")) == ""
    assert owners(the("# Goals 2027\n\n- Answer every ticket within 4 hours /Kim\n")) == "Kim"
