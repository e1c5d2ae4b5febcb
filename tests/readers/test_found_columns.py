"""Found columns: which goal of a row a field is of."""

from __future__ import annotations

from smartlint.readers.drawing import KEY_RESULT
from smartlint.readers.found_columns import Columns


def test_amounts_are_of_the_goal_left_of_them_and_the_owner_of_all() -> None:
    columns = Columns([(0, KEY_RESULT), (2, KEY_RESULT)], [0, 0], {1: "target", 3: "target", 4: "owner"})
    assert [columns.tells_of(1, 0), columns.tells_of(1, 1)] == [True, False]
    assert [columns.tells_of(3, 0), columns.tells_of(3, 1)] == [False, True]
    assert columns.tells_of(4, 0)
    assert columns.tells_of(4, 1)


def test_one_goal_has_all_fields_of_its_row() -> None:
    assert Columns([(1, KEY_RESULT)], [0], {0: "id"}).tells_of(0, 0)
