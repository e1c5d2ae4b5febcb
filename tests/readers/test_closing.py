"""Lines that say that no goals follow."""

from __future__ import annotations

import pytest

from tests.readers.told import goals

ROWS = "\n\n| Objective | Owner |\n|---|---|\n| Answer 9 of 10 calls | Kim |\n"


@pytest.mark.parametrize(
    "line", ["**Review of 2026 objectives**", "Last year's objectives:", "Fjorårets mål:", "**Förra årets mål**"]
)
def test_what_stands_below_is_no_goal(line: str) -> None:
    assert goals(f"# OKRs 2027\n\n{line}{ROWS}") == []


def test_a_name_over_goals() -> None:
    assert goals(f"# OKRs 2027\n\n**Front desk**{ROWS}") == ["Answer 9 of 10 calls"]
