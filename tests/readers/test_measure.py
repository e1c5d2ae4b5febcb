"""The documents of authors who had not seen the reader: what is found in them does not become less."""

from __future__ import annotations

from tests.readers.measure import measure, share


def test_goals_are_found_with_owner_and_time() -> None:
    counts, _ = measure()
    assert counts["found"] > 700
    assert share(counts, "found", "extra") >= 0.96
    assert share(counts, "found", "missed") >= 0.86
    assert share(counts, "owner", "other owner") >= 0.91
    assert share(counts, "time", "other time") >= 0.85
