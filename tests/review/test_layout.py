"""Where goals stand in a picture."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.review.layout import Spot, layout

NUMBERS = st.integers(0, 11)
LINKS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=40)


def test_what_serves_a_goal_stands_right_of_it() -> None:
    found = layout([0, 1, 2, 3], [(0, 1), (0, 2), (2, 3)])
    assert found.spots == {0: Spot(0, 0.5), 1: Spot(1, 0), 2: Spot(1, 1), 3: Spot(2, 1)}
    assert (found.columns, found.rows) == (3, 2)


def test_a_goal_that_serves_two_stands_beside_the_nearer_one() -> None:
    found = layout([0, 1, 2], [(0, 1), (0, 2), (1, 2)])
    assert found.spots[2] == Spot(2, 0)


def test_nothing_has_no_place() -> None:
    assert layout([], []) == ({}, 0, 0)


def test_a_circle_is_entered_at_its_first_goal() -> None:
    found = layout([5, 6, 7], [(5, 6), (6, 7), (7, 5)])
    assert [found.spots[number].column for number in (5, 6, 7)] == [0, 1, 2]


@pytest.mark.parametrize("links", [[(0, 0)], [(0, 9)], [(9, 0)]], ids=["itself", "below", "above"])
def test_a_link_to_itself_or_to_a_goal_that_is_not_there_does_not_matter(links: list[tuple[int, int]]) -> None:
    assert layout([0], links).spots == {0: Spot(0, 0)}


@settings(deadline=None)
@given(LINKS)
def test_no_two_goals_share_a_place_and_there_is_room_between_them(links: list[tuple[int, int]]) -> None:
    found = layout(range(12), links)
    places = sorted(found.spots.values())
    assert len(found.spots) == 12
    for one, other in pairwise(places):
        assert one.column != other.column or other.row - one.row >= 1
    assert all(0 <= spot.row < found.rows and 0 <= spot.column < found.columns for spot in places)


@settings(deadline=None)
@given(LINKS)
def test_without_circles_every_link_leads_to_the_right(links: list[tuple[int, int]]) -> None:
    down = [(one, other) for one, other in links if one < other]
    spots = layout(range(12), down).spots
    assert all(spots[one].column < spots[other].column for one, other in down)


@settings(deadline=None)
@given(st.sets(st.tuples(NUMBERS, NUMBERS), max_size=40))
def test_the_same_links_give_the_same_places_however_often_they_are_told(links: set[tuple[int, int]]) -> None:
    told = sorted(links)
    assert layout(range(12), told) == layout(range(12), [*told, *told])


def test_many_goals_take_no_more_than_their_number() -> None:
    found = layout(range(5_000), [(number // 5, number) for number in range(1, 5_000)])
    assert found.rows == 4_000


def test_a_chain_may_be_as_long_as_it_is() -> None:
    assert layout(range(5_000), [(number, number + 1) for number in range(4_999)]).columns == 5_000
