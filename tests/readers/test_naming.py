"""Labels of goals and fields, in any language, with or without number, bold, colon or dash."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read, the


@pytest.mark.parametrize(
    ("label", "kind", "id"),
    [
        ("Objective:", "objective", ""),
        ("**Objective 1:**", "objective", "1"),
        ("O1:", "objective", "O1"),
        ("KR1.2:", "key_result", "KR1.2"),
        ("KR 2 –", "key_result", "KR 2"),
        ("KEY RESULT:", "key_result", ""),
        ("KR1.1", "key_result", "KR1.1"),
        ("GOAL #1:", "goal", "1"),
        ("Mål 2:", "goal", "2"),
        ("Delmål 3:", "goal", "3"),
        ("Effektmål:", "effect", ""),
        ("Resultatmål 1 –", "result", "1"),
        ("**Nøkkelresultat:**", "key_result", ""),
        ("Nyckelresultat 1.", "key_result", "1"),
        ("Målsætning 4:", "goal", "4"),
    ],
)
@pytest.mark.parametrize("before", ["", "- ", "1. ", "### "])
def test_labels(label: str, kind: str, id: str, before: str) -> None:  # noqa: A002
    goal = the(f"Some text.\n\n{before}{label} Sell 9 cakes\n")
    assert (goal.kind, goal.id.text, goal.statement.plain) == (kind, id, "Sell 9 cakes")


@pytest.mark.parametrize("before", ["", "- "])
def test_a_year_behind_the_word_is_the_period(before: str) -> None:
    goal = the(f"{before}Mål 2027: Selge 9 kaker\n")
    assert (goal.id.text, goal.statement.plain, due(goal)) == ("", "Selge 9 kaker", "2027-12-31")


def test_a_role_before_the_label_owns() -> None:
    goal = the("- VP Sales KR: Close 30 accounts\n")
    assert (owners(goal), goal.kind, goal.statement.plain) == ("VP Sales", "key_result", "Close 30 accounts")


@pytest.mark.parametrize(
    "text", ["Note: the goal is simple", "In short: sell cakes", "At 10:30 we meet", "KR 500,- a piece", "O2 levels rise"]
)
def test_what_is_no_label(text: str) -> None:
    assert goals(f"{text}\n\n- {text}\n") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Owner: Kim Day", "owner"),
        ("**Ansvarlig:** Kim Day", "owner"),
        ("- Eier: Kim Day", "owner"),
        ("Projektledare: Kim Day", "owner"),
        ("Frist: 2026-05-01", "deadline"),
        ("- *Klart senast*: 2026-05-01", "deadline"),
        ("Why: it pays", "why"),
        ("Måles ved: antall solgte", "metric"),
    ],
)
def test_fields_below_a_goal(line: str, name: str) -> None:
    goal = the(f"## Goal 1: Sell 9 cakes\n\n{line}\n")
    assert list(goal.fields) == [name]
    assert not read(f"## Goal 1: Sell 9 cakes\n\n{line}\n").problems


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("KR3 (stretch): Sell 9 cakes", ""),
        ("KR3 (Anna): Sell 9 cakes", "Anna"),
        ("**B1** Sell 9 cakes", ""),
        ("NR: Sell 9 cakes", ""),
    ],
)
def test_labels_with_a_remark_in_bold_print_and_short_ones(line: str, owner: str) -> None:
    goal = the(f"## Goals\n\n- {line}\n")
    assert goal.statement.plain == "Sell 9 cakes"
    assert owners(goal) == owner


def test_who_answers_for_it_all() -> None:
    assert owners(the("## Mål\n\nEjer af det hele: @tove\n\n- Sælge 9 kager\n")) == "@tove"


def test_a_form_about_one_person_has_her_goals() -> None:
    text = "# Mine mål 2027\n\nNavn: Nina Solli\nLeder: Arne Vik\n\n- Bli sertifisert\n"
    assert owners(the(text)) == "Nina Solli"


@pytest.mark.parametrize("label", ["My goal", "Mitt mål", "Målet mitt", "Vårt mål", "Mit mål", "Vores mål"])
def test_whose_goal_it_is_may_stand_in_the_label(label: str) -> None:
    assert goals(f"Some text.\n\n**{label}:** Sell 9 cakes by June\n") == ["Sell 9 cakes by June"]


def test_a_person_before_the_word_for_a_key_result() -> None:
    text = "1. **Objective:** They stay\n   1. Mette KR: 9 of 10 come back\n   1. Mette KR: 60 % order more\n"
    assert [owners(goal) for goal in read(text).all_goals] == ["", "Mette", "Mette"]


@pytest.mark.parametrize("title", ["OKR:er Q1 2031", "Okr:erna för Q1 2031"])
def test_an_ending_behind_a_colon_is_no_goal(title: str) -> None:
    text = f"# {title}\n\nSkrivet av Kim. Talen gällde den 4 maj.\n\n1. Vi säljer 40 båtar\n"
    assert [(goal.statement.plain, due(goal)) for goal in read(text, "sv").all_goals] == [("Vi säljer 40 båtar", "2031-03-31")]


def test_a_person_before_a_word_with_nothing_behind_it_has_no_goal() -> None:
    assert goals("- Mette KR:\n") == []


def test_a_half_of_a_year_is_no_number_of_a_goal() -> None:
    assert goals("OKR VT27 – Elevhälsan\n\nO1 Eleverna vet vart de ska vända sig\n  KR1 90 % kan nämna en vuxen\n") == [
        "Eleverna vet vart de ska vända sig",
        ".90 % kan nämna en vuxen",
    ]


def test_short_for_an_objective() -> None:
    results = "- KR: 9.2 in the survey\n- KR: No complaints\n- KR: 9 of 10 come back\n"
    text = f"# OKR Q1 2027\n\nO: The guests notice that it is clean\n{results}"
    assert goals(text)[:2] == ["The guests notice that it is clean", ".9.2 in the survey"]
    assert len(goals(f"{text}\nOrders\n\n- 40 l of soap\n- 200 mops\n")) == 4


@pytest.mark.parametrize(
    ("objective", "result", "end"),
    [("O1", "KR", "\\"), ("Mål", "NR", "  "), ("Objective", "Key result", "\\"), ("Mål", "Nøkkelresultat", "  ")],
)
def test_in_bold_print_a_goal_word_needs_no_colon(objective: str, result: str, end: str) -> None:
    lines = f"**{result}** 400 loaves a day{end}\n**{result}** Under 2 complaints a month (Kim)"
    text = f"# OKR Q1 2027\n\n**{objective}** Bread that people cross town for\n\n{lines}\n"
    expected = ["Bread that people cross town for", ".400 loaves a day", ".Under 2 complaints a month"]
    assert goals(text) == expected


def test_other_words_in_bold_print_are_no_labels() -> None:
    assert goals("**Goals** are what we talk about here\n\n**KR** and more\n") == []


def test_the_number_of_a_quarter_is_no_number_of_a_line() -> None:
    lines = "Mål 1: Kunderna hittar hem\nKR1: 300 besök i veckan\nKR2: Kön är under 4 minuter\nAnsvarig: Rut\n"
    found = [*read(f"**OKR 2. kvartal 2027 – Salongen**\n\n{lines}", "sv").all_goals]
    assert [due(goal) for goal in found] == ["2027-06-30"] * 3
    assert [owners(goal) for goal in found] == ["Rut"] * 3


def test_a_field_between_results_is_of_the_one_above_it() -> None:
    lines = "KR1: 300 visits a week\nKR2: 40 reviews\nOwner: Ruth\nKR3: 2 in the queue\nOwner: Bo\n"
    assert [owners(goal) for goal in read(f"Objective 1: The shop is found\n{lines}").all_goals] == ["", "", "Ruth", "Bo"]
