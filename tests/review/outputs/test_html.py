"""The page as a file."""

from smartlint.record import replace
from smartlint.review.outputs.html import write
from smartlint.review.page import page
from tests.review.organisation import reviewed


def test_it_is_the_page_as_utf_8() -> None:
    review = reviewed(language="da")
    assert b"".join(write(review, "")).decode() == "".join(page(review))


def test_half_a_letter_pair_does_not_stop_it() -> None:
    review = reviewed()
    goals = tuple(replace(goal, statement="\ud83d broken", owners=("\udc00",)) for goal in review.goals)
    assert "⟨U+D83D⟩ broken" in b"".join(write(replace(review, goals=goals, title="\udfff"), "")).decode()
