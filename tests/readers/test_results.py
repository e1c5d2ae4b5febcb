"""Key results below a heading of their own, beside that of their objective."""

from __future__ import annotations

import pytest

from tests.readers.told import goals, read

TEMPLATES = [
    (
        "# OKRs Q1 2027\n\n## Objective\n\nDelight visitors\n\n## Key results\n\n- NPS rises from 20 to 35\n",
        "NPS rises from 20 to 35",
    ),
    ("# OKR 2027\n\n### Mål\nGjøre museet kjent\n\n### Nøkkelresultater\n- Få 900 besøk\n", "Få 900 besøk"),
    ("# OKR 2027\n\n## Mål\n\nKundene får svar med ein gong\n\n## Nøkkelresultat\n\n- Svar på 4 minutt\n", "Svar på 4 minutt"),
    (
        "# OKR: kundtjänst, 2027\n\n## Mål\n\nKunderna får svar direkt\n\n## Nyckelresultat\n\n- Svar på 4 minuter\n",
        "Svar på 4 minuter",
    ),
    ("# OKR 2027\n\n## Mål\n- Alle kan låne bøger\n\n## Nøgleresultater\n- 400 nye lånere\n", "400 nye lånere"),
]


@pytest.mark.parametrize(("text", "result"), TEMPLATES, ids=["en", "nb", "nn", "sv", "da"])
def test_key_results_stand_below_the_objective_beside_them(text: str, result: str) -> None:
    (goal,) = read(text).goals
    assert (goal.kind, [child.statement.plain for child in goal.children]) == ("objective", [result])


def test_each_quarter_has_its_own() -> None:
    text = "".join(
        f"## Q{n}\n\n### Objective\nServe boats {n} times as fast\n\n### Key results\n- Wait {n} days\n\n" for n in (1, 2)
    )
    assert goals(f"# Plan 2027\n\n{text}")[1::2] == [".Wait 1 days", ".Wait 2 days"]


def test_two_objectives_leave_open_whose_the_results_are() -> None:
    text = "# OKRs\n\n## Objectives\n\n- Delight visitors\n- Win the north\n\n## Key results\n\n- NPS rises from 20 to 35\n"
    assert goals(text) == ["Delight visitors", "Win the north", "NPS rises from 20 to 35"]
