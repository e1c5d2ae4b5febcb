"""Charts: in their frame, and told in words."""

from hypothesis import given
from hypothesis import strategies as st

from smartlint.review.page.charts import against, drawing, stacked
from tests.review.page.parsed import Element, parsed


def rects(text: str) -> list[Element]:
    return list(parsed(text).all("rect"))


def test_a_bar_has_a_part_for_each_that_there_is_and_says_them() -> None:
    bar = stacked((("passes", 30, "passes"), ("warning", 0, "warning"), ("error", 10, "error")))
    (svg,) = parsed(bar).all("svg")
    assert svg.attributes["aria-label"] == "passes: 30, error: 10"
    assert [one.attributes["class"] for one in rects(bar)] == ["part passes", "part error"]


@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=6))
def test_its_parts_stand_side_by_side_in_the_frame(counts: list[int]) -> None:
    bar = stacked([("passes", count, "x") for count in counts])
    (svg,) = parsed(bar).all("svg")
    end = 0.0
    for one in rects(bar):
        x, width = float(one.attributes["x"]), float(one.attributes["width"])
        assert x >= end
        assert width >= 3
        end = x + width
    assert end <= float(svg.attributes["width"]) + 0.5


@given(*[st.integers(min_value=0, max_value=1000)] * 3)
def test_a_count_beside_its_limit_stays_in_the_frame(count: int, limit: int, largest: int) -> None:
    drawn = against(count, limit, None, max(count, limit, largest), "load")
    assert all(float(one.attributes["width"]) <= 240 for one in rects(drawn))
    assert float(next(parsed(drawn).all("line")).attributes["x1"]) <= 240


def test_what_stands_in_words_beside_it_is_hidden_from_readers_of_screens() -> None:
    assert 'aria-hidden="true"' in drawing(1, 1)
    assert 'role="img"' in drawing(1, 1, label="three")
