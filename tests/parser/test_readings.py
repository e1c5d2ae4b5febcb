from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smartlint.language import prose
from smartlint.language.times import Anchor
from smartlint.parser.readings import read
from smartlint.reading import Text
from smartlint.source import Span
from tests.accuracy.corpus import sentences

CASES = [(case.text, case.language) for case in sentences(None)]


@given(st.sampled_from(CASES), st.integers(0, 50), st.integers(0, 50))
def test_a_text_that_stands_elsewhere_is_understood_as_it_is_there(case: tuple[str, str], before: int, now: int) -> None:
    text, language = case
    anchor = Anchor(date(2026, 2, 1), period=(date(2026, 1, 1), date(2026, 6, 30)))
    read(Text(text, Span(before, before + len(text))), language, anchor)
    there = Text(text, Span(now, now + len(text)))
    assert read(there, language, anchor) == prose.read(there, language, anchor)


def test_another_day_is_another_reading() -> None:
    text = Text("Sell 40 cakes by Friday", Span(0, 23))
    ends = {read(text, "en", Anchor(date(2026, 2, day))).times[0].end for day in (1, 9)}
    assert len(ends) == 2


def test_a_text_that_has_stood_in_very_many_places_is_read_as_in_the_first() -> None:
    anchor = Anchor(date(2026, 2, 1))
    found = [read(Text("Sell a few more loaves", Span(at, at + 22)), "en", anchor) for at in range(3000)]
    assert [hit.text for hit in found[-1].hits] == [hit.text for hit in found[0].hits]
    assert found[-1].hits[0].span.start == found[0].hits[0].span.start + 2999
