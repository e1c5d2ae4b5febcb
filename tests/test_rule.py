"""What rules are given to make fixes with."""

import pytest

from smartlint.fixing import apply
from smartlint.rule import Text, leave_out
from smartlint.source import Span
from smartlint.testing import unmark


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Open 3 shops ⟦if possible⟧", "Open 3 shops"),
        ("Open 3 shops, ⟦if possible⟧.", "Open 3 shops."),
        ("Open, ⟦if possible⟧, 3 shops", "Open 3 shops"),
        ("In 2026, ⟦if possible⟧ open 3 shops", "In 2026, open 3 shops"),
        ("Open 3\n  shops ⟦if possible⟧ in May", "Open 3\n  shops in May"),
        ("⟦Try to⟧ open 3 shops", "Open 3 shops"),
        ("⟦If possible⟧, öka", "Öka"),
        ("⟦prøve å⟧ åpne", "åpne"),
    ],
)
def test_words_are_left_out_with_what_stood_around_them(marked: str, expected: str) -> None:
    text, (span,) = unmark(marked)
    fix = leave_out(Text(text, Span(0, len(text))), span)
    assert fix is not None
    assert fix.applicability == "unsafe"
    assert apply(fix.edits, text) == expected
    before = "goal: "
    moved = leave_out(Text(text, Span(len(before), len(before) + len(text))), Span(*(at + len(before) for at in span)))
    assert moved is not None
    assert apply(moved.edits, before + text) == before + expected


@pytest.mark.parametrize("marked", ["⟦If possible⟧.", "⟦Soon⟧", "Open 3 shops (⟦if possible⟧)"])
def test_nothing_is_left_out_where_nothing_would_be_left(marked: str) -> None:
    text, (span,) = unmark(marked)
    assert leave_out(Text(text, Span(0, len(text))), span) is None
