"""Words without their endings, and the name that a misspelt one means."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.likeness import NameIndex, likeness, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sell bikes to the hotels", "To hotels: sell a bike"),
        ("kunder i butikken", "kundene i butikkene"),
        ("kundar på skulane", "kundane på skulen"),
        ("kunderna i butiken", "kunder i butiker"),
        ("kunderne i butikken", "kunder i butikkerne"),
        ("Öppet", "O\u0308ppet"),
        ("from 40 to 50", "from 60 to 70"),
    ],
)
def test_sentences_of_the_same_words(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sell bikes", "sell e-bikes"),
        ("kundemøter", "kunder"),
        ("reach NPS", "reach CES"),
        ("to hotels", "to schools"),
        ("bil", "bål"),
        ("paper in a4", "paper in a3"),
        ("b2b", "b2c"),
    ],
)
def test_sentences_of_other_words(one: str, other: str) -> None:
    assert stems(one.upper()) != stems(other.upper())


def test_small_words_and_numbers_count_nothing() -> None:
    assert stems("på 40 % av den til 3,5") == frozenset()
    assert stems("NEW to NPS") == {"new", "nps"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("", "", 0), ("a", "a", 1), ("s1", "s7", 0.5), ("grwth", "growth", 10 / 11), ("abc", "xyz", 0), ("aa", "a", 2 / 3)],
)
def test_likeness(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


class TestNearest:
    INDEX = NameIndex(["kari nordmann", "karl nordmark", "per hansen", "signe dahl"])

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("kari normann", "kari nordmann"),
            ("sari nordmann", "kari nordmann"),
            ("per hanssen", "per hansen"),
            ("igne dahl", "signe dahl"),
        ],
    )
    def test_a_slip_at_the_beginning_in_the_middle_or_at_the_end(self, name: str, expected: str) -> None:
        assert self.INDEX.nearest(name, 1) == [expected]

    def test_the_best_come_first(self) -> None:
        assert NameIndex(["s10", "s113", "s20", "t1"]).nearest("s11", 3) == ["s113", "s10"]

    def test_what_is_less_than_half_the_same_is_not_meant(self) -> None:
        assert self.INDEX.nearest("olav tveit", 3) == []
        assert NameIndex([]).nearest("olav", 3) == []

    @given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=30), st.data())
    def test_a_name_that_is_there_is_the_nearest(self, names: list[str], data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(names))
        assert NameIndex(names).nearest(name, 1) == [name]

    def test_many_names_take_no_time_that_grows_with_their_square(self) -> None:
        names = [f"team {number % 997}/s{number}" for number in range(20_000)]
        index = NameIndex(names)
        started = perf_counter()
        for name in names:
            index.nearest(f"{name}x", 3)
        assert perf_counter() - started < 20
