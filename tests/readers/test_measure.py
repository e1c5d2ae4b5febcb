"""The documents of authors who had not seen the reader: what is found in them does not become less."""

from __future__ import annotations

from tests.readers.measure import measure, share


def test_goals_are_found_with_owner_and_time() -> None:
    counts, _ = measure()
    assert counts["found"] > 3280
    assert share(counts, "found", "extra") >= 0.996
    assert share(counts, "found", "missed") >= 0.985
    assert share(counts, "owner", "other owner") >= 0.979
    assert share(counts, "time", "other time") >= 0.974
