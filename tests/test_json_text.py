"""JSON that can be looked at: the same values, and nothing that moves, colours or reorders a terminal."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from smartlint.json_text import json_text

_MOVING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_VALUES)
def test_every_value_comes_back_and_nothing_moves(value: object) -> None:
    for text in (json_text(value), json_text(value, indent=2)):
        assert json.loads(text) == value
        assert not _MOVING.search(text)
        assert "##" not in text


def test_what_can_be_seen_stands_as_it_is() -> None:
    assert json_text(["å", "日本", "👩\u200d🔧"]) == '["å", "日本", "👩\u200d🔧"]'


def test_what_cannot_is_an_escape() -> None:
    assert json_text("\u202e\x9b31m\x1b[2J\x7f\u200b\U000e0041") == r'"\u202e\u009b31m\u001b[2J\u007f\u200b\udb40\udc41"'
