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


@pytest.mark.parametrize(
    "line",
    [
        "Numbers we keep an eye on",
        "Tall vi følger med på",
        "Tal vi berre fylgjer med på",
        "Siffror vi bara följer",
        "Tal vi holder øje med",
    ],
)
def test_what_is_only_watched_is_no_goal(line: str) -> None:
    text = "# Goals 2027\n\n**Kitchen (Kim)**\n- Waste under 5 kg a week\n\n**{}**\n- rain\n- sick leave (4 %)\n"
    assert goals(text.format(line)) == ["Waste under 5 kg a week"]


@pytest.mark.parametrize("word", ["Otherwise", "Ellers", "Elles", "I övrigt", "I øvrigt"])
def test_other_news_is_no_goal(word: str) -> None:
    assert goals(f"# Mål 2027\n\n- Sell 40 boats\n\n{word}: vi skal ha fest den 11. desember 2027.\n") == ["Sell 40 boats"]
