"""The figures of a review."""

import pytest

from smartlint.review.figures import SOUND, STATES, Counts, Share


@pytest.mark.parametrize(("judged", "passing", "percent"), [(0, 0, None), (3, 2, 66), (200, 199, 99), (7, 7, 100), (5, 0, 0)])
def test_a_share_is_rounded_down_so_that_all_is_all(judged: int, passing: int, percent: int | None) -> None:
    assert Share(judged, passing).percent == percent


def test_findings_are_counted_together() -> None:
    assert Counts(1, 2, 3).total == 6


def test_what_is_sound_are_states() -> None:
    assert set(SOUND) < set(STATES)
