"""Who has a goal, and until when, as it stands behind the sentence."""

from __future__ import annotations

import pytest

from smartlint.readers.signatures import remarked, signed, unparted


@pytest.mark.parametrize("text", ["Kim, by March", "Anna, innen 1. juni", "laget, før påske", "Bo, senast 3 maj"])
def test_a_name_and_a_time_are_parted_by_a_comma(text: str) -> None:
    name, time = text.split(", ")
    assert [(field, text[start:end].strip()) for field, start, end in signed(text)] == [("owner", name), ("deadline", time)]


def test_they_stand_in_either_order() -> None:
    assert [field for field, *_ in signed("June, Anna")] == ["owner", "deadline"]


@pytest.mark.parametrize("text", ["Kim", "the stairs and the shed, then rest", "Mål for flåten, 2027", "Kim, Bo, June"])
def test_anything_else_is_no_signature(text: str) -> None:
    assert signed(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna, she will be told tomorrow", "Anna"),
        ("matnemnda står for det", "matnemnda"),
        ("kassören tar hand om det", "kassören"),
        ("Kari tar seg av det", "Kari"),
        ("a day, more or less", ""),
    ],
)
def test_a_remark_may_begin_with_who_takes_it_on(text: str, who: str) -> None:
    found = remarked(text)
    assert (text[found[1] : found[2]] if found is not None else "") == who


def test_a_field_in_brackets_needs_no_colon() -> None:
    assert unparted("owner Kim") == ("owner", 6, 9)
    assert unparted("by June") is None


def test_a_day_behind_a_word_for_until_needs_no_last_stop() -> None:
    assert [field for field, *_ in signed("Vilde, innen 23.12")] == ["owner", "deadline"]
    assert signed("Kim, 7.5") == []


@pytest.mark.parametrize("text", ["Anna ringer alla varv", "Kim keeps the list", "Ulla tager fat i organisten"])
def test_what_somebody_does_about_a_goal(text: str) -> None:
    name = text.partition(" ")[0]
    assert remarked(text) == ("owner", 0, len(name))
    assert remarked(text, beside=True) is None


@pytest.mark.parametrize("text", ["Kari mener det er for lite", "Even the café helps", "Kim and Bo", "per week we sell"])
def test_what_somebody_says_of_it_and_words_that_are_names_too(text: str) -> None:
    assert remarked(text) is None
