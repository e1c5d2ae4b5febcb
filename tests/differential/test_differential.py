"""smartlint's expressions and Google's say the same. ``python -m tests.differential`` asks about many more."""

from __future__ import annotations

import pytest

from tests.differential.comparison import EVERY, compare
from tests.differential.judges import Said, ours, theirs

pytest.importorskip("cel_expr_python", reason="the other implementation is not there for this machine")
BINDINGS = {"i": 1, "d": 1.5, "s": "a", "b": True, "l": [1], "m": {"a": 1}, "n": None, "x": 1.0}


def test_both_say_the_same() -> None:
    found = compare(1000, number=7)
    assert [(made.text, own, other) for made, own, other in found.differing] == []
    assert found.total == 1000
    assert found.both > 750
    assert EVERY - found.used.keys() == set()


@pytest.mark.parametrize(
    "text", ["1 + 1", "[1, 1.0, 'a', null, i]", "m", "timestamp(0)", "duration('1s')", "type(x)", "1.0 / 0.0"]
)
def test_values_are_compared_with_their_types(text: str) -> None:
    own, other = ours(text, BINDINGS), theirs(text, BINDINGS)
    assert own.what == "value"
    assert own.value == other.value


def test_a_difference_would_be_seen() -> None:
    """What only one of them takes, or takes for another type, is not the same."""
    assert ours("b'a'", BINDINGS).what == "refused"
    assert theirs("b'a'", BINDINGS).what != "refused"
    assert ours("1", BINDINGS).value != theirs("1.0", BINDINGS).value
    assert ours("1 / 0", BINDINGS) != Said("value", ("int", 0))
