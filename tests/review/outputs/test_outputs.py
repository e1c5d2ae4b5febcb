"""What a review can be written as."""

import pytest

from smartlint.review.outputs import ENDINGS, output
from tests.review.organisation import reviewed


def test_the_endings_are_those_of_the_modules() -> None:
    assert {"csv", "json", "md", "xlsx"} <= set(ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_one_writes_a_review_without_any_goals(ending: str) -> None:
    one = output(ending)
    one.must_be_there()
    assert b"".join(one.write(reviewed({"a.goals": ""}), ""))
