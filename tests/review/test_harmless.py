"""Texts in cells: none begins a formula."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.review.harmless import as_cell, as_plain_cell
from tests.review.organisation import HOSTILE

STARTS = "=+-@＝＋－＠"


@pytest.mark.parametrize("text", [text for text in HOSTILE if text[0] in STARTS])
def test_what_would_begin_a_formula_gets_an_apostrophe(text: str) -> None:
    assert as_plain_cell(text) == f"'{text}"
    assert as_plain_cell(f"\t\r\n {text}") == f"'{text}"
    assert as_cell(text) == text


@pytest.mark.parametrize("text", ["Win 40 customers", "40 %", "", "a=b", "kr 400"])
def test_any_other_text_stays(text: str) -> None:
    assert as_plain_cell(text) == text


@settings(deadline=None)
@given(st.text())
def test_no_text_begins_a_formula_or_has_a_sign_that_is_not_seen(text: str) -> None:
    cell = as_plain_cell(text)
    assert not cell.lstrip(' "').startswith(tuple(STARTS))
    assert not set(cell) & set("\t\r\n\0\x1b\u202e")


def test_an_endless_text_is_cut() -> None:
    assert len(as_cell("a" * 100_000)) < 32_767
