"""Openings: what the lines near a title say of all goals."""

from __future__ import annotations

import pytest

from tests.readers.told import due, the


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Q1 2027. Owner of this page: Bo.", "2027-03-31"),
        ("Sæson 2027. Skrevet af Signe.", "2027-12-31"),
        ("Våren 2027. Vi er åtte.", "2027-06-30"),
        ("Season 2025. It was bad.", ""),
        ("12 May 2026. Present: Anna.", ""),
        ("Hösten 2026 sålde vi 30. Nu ska det bli fler.", ""),
    ],
)
def test_a_sentence_that_is_a_time_to_come(line: str, day: str) -> None:
    assert due(the(f"# Våra mål\n\n{line}\n\n- Sälja 40 cyklar\n", "sv")) == day
