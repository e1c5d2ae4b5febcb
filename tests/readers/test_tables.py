"""Tables: rows are goals where a column says so; owner, time, status and more come from the others."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read, the


def table(*rows: str) -> str:
    first, *rest = rows
    return "\n".join([f"| {first} |", "|" + "--|" * (first.count("|") + 1), *(f"| {row} |" for row in rest), ""])


@pytest.mark.parametrize(
    "header",
    [
        "Goal | Owner | ETA",
        "Mål | Ansvarlig | Frist",
        "Mål | Eigar | Frist",
        "Mål | Ansvar | Klart senast",
        "Mål | Ejer | Frist",
    ],
)
def test_columns_in_each_language(header: str) -> None:
    goal = the(table(header, "Sell 9 cakes | Kim Day | 2026-05-01"))
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Sell 9 cakes", "Kim Day", "2026-05-01")


def test_baseline_target_number_and_signs() -> None:
    text = table("# | Status | Priority | Goal | Baseline | Target", "2 | ✅ | P1 | Cakes sold | 4 | 9 |")
    goal = the(text)
    assert goal.id.text == "2"
    assert goal.status == "done"
    assert goal.fields["priority"].value == 1
    assert goal.baseline is not None
    assert goal.baseline.value == 4
    assert goal.target is not None
    assert goal.target.value == 9


def test_cells_with_nothing_in_them_say_nothing() -> None:
    document = read(table("Goal | Owner | Due | Status", "Sell 9 cakes | - | n/a | Ask Kim", "– | Kim Day | |"))
    (goal,) = document.all_goals
    assert not goal.fields
    assert not document.problems


def test_a_day_that_does_not_exist_is_found_in_its_cell() -> None:
    text = table("Goal | Due", "Sell 9 cakes | 2026-13-40")
    (problem,) = read(text).problems
    assert text[problem.span.start : problem.span.end] == "2026-13-40"


def test_a_cell_that_cannot_be_read_is_called_after_its_field() -> None:
    (problem,) = read(table("Mål | Forfall", "Selge 9 kaker på torget | om litt")).problems
    assert problem.data == {"word": "frist", "value": "om litt"}


def test_a_bold_row_groups() -> None:
    rows = ("**Bread** | |", "Sell 9 loaves | Kim Day", "**Cakes** | |", "Sell 4 cakes | Kim Day")
    assert goals(table("KR | Owner", *rows)) == ["Bread", ".Sell 9 loaves", "Cakes", ".Sell 4 cakes"]
    assert goals(table("Goal | Owner", *rows)) == ["Sell 9 loaves", "Sell 4 cakes"]


def test_objectives_and_key_results_in_two_columns() -> None:
    text = table("Objective | Key result", "Bread | Sell 9 loaves", " | Sell 4 buns", "Cakes | Sell 2 cakes")
    assert goals(text) == ["Bread", ".Sell 9 loaves", ".Sell 4 buns", "Cakes", ".Sell 2 cakes"]


@pytest.mark.parametrize("header", ["KPI | Goal", "Key result | Mål", "Indikator | Mål", "Nøgleresultat | Mål"])
def test_a_goal_beside_what_is_measured_is_the_target(header: str) -> None:
    goal = the(table(header, "Cakes sold | 9"))
    assert goal.statement.plain == "Cakes sold"
    assert goal.target is not None
    assert goal.target.value == 9


def test_other_tables_are_no_goals() -> None:
    assert goals(table("Room | Seats", "Oak | 8")) == []
    assert goals(f"# Goals 2026\n\n{table('Room | Seats', 'Oak | 8')}") == []


def test_a_column_of_another_name_counts_among_goals_alone() -> None:
    text = table("Project | Owner", "Sell 9 cakes | Kim Day")
    assert goals(text) == []
    assert goals(f"# Goals 2026\n\n{text}") == ["Sell 9 cakes"]


def test_a_table_of_keys_describes_the_goal_in_the_heading() -> None:
    goal = the(f"# Sell 9 cakes\n\n{table('Metadata | ', 'Point of contact | @kim', 'Deadline | 2026-05-01')}")
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Sell 9 cakes", "@kim", "2026-05-01")


def test_a_bold_row_with_a_number_groups() -> None:
    rows = "| **A** | **Transport** | |\n| A1 | 70 % av bilene går på strøm | Drift |\n| A2 | 12 reiser med fly | HR |\n"
    assert goals(f"# Klima 2027\n\n| Nr | Mål | Ansvar |\n|---|---|---|\n{rows}") == [
        "70 % av bilene går på strøm",
        "12 reiser med fly",
    ]


def test_a_number_alone_is_no_goal() -> None:
    table = "| Goal | Owner |\n|---|---|\n| 12 | Ann |\n| Open two shops | Bo |\n| Sell 9 cakes a day | Cy |\n"
    assert goals(f"# Goals\n\n{table}") == ["Open two shops", "Sell 9 cakes a day"]


def test_a_heading_that_explains_its_table() -> None:
    table = "| Key result | Owner | Due |\n|---|---|---|\n| 900 visits a week | Ann | 1 June 2027 |\n"
    assert goals(f"# OKR\n\n## How to read the table\n\n{table}") == ["900 visits a week"]
    assert goals("# OKR\n\n## How to write\n\n| Key result | Good |\n|---|---|\n| 900 visits a week | yes |\n") == []


def test_the_target_in_words_is_the_goal_rather_than_its_measure() -> None:
    table = "| Target | Measure | Baseline |\n|---|---|---|\n| Keep 96% of contracts at renewal | % kept | 91 |\n"
    assert goals(f"# Targets\n\n{table}") == ["Keep 96% of contracts at renewal"]


def test_a_table_with_no_names_says_who_answers() -> None:
    text = "# Quay\n\n| | |\n|---|---|\n| Owner | Kim Day |\n| Drawn up | by hand |\n\n**Goal:** Boats charge at the quay\n"
    assert owners(the(text)) == "Kim Day"


@pytest.mark.parametrize("name", ["Seller", "Selger", "Seljar", "Säljare", "Sælger", "Saksbehandler", "Handläggare"])
def test_people_of_a_trade_answer_for_their_rows(name: str) -> None:
    assert owners(the(table(f"Goal | {name}", "Sell 9 cakes | Camilla"))) == "Camilla"


def test_a_quarter_is_the_period_of_a_row_with_a_deadline() -> None:
    text = table(
        "Kvartal | Mål | Deadline", "1. kvt. 2027 | 12 nye kunder i byen | 2027-02-28", "1. kvt. 2027 | Ny truck i drift |"
    )
    assert [due(goal) for goal in read(text, "da").all_goals] == ["2027-02-28", "2027-03-31"]


def test_what_is_followed_and_not_aimed_at() -> None:
    text = "| KPI | Mål | Ansvarig |\n|---|---|---|\n| Kassation, % | 4,5 | Börje |\n| Elförbrukning per ton | *följs* | – |\n"
    assert goals(text) == ["Kassation, %"]


def test_a_review_of_goals() -> None:
    assert goals("# Aims\n\n| Aim | Result |\n|---|---|\n| Fewer falls | 3, met |\n| A chart in every room | done |\n") == []
    assert goals("# Aims\n\n| Aim | Result | Owner |\n|---|---|---|\n| Fewer falls | 3, met | Kim |\n") == ["Fewer falls"]


def test_a_day_in_the_cell_of_a_target() -> None:
    goal = the("| Key result | Target |\n|---|---|\n| Page live on all wards | 14 wards, by 26 February 2027 |\n")
    assert due(goal) == "2027-02-26"


def test_numbered_lines_in_a_cell() -> None:
    text = "| Objective | Key results |\n|---|---|\n| Calm days | 1. No overtime<br>2. 4 free hours a day |\n"
    assert goals(text) == ["Calm days", ".No overtime", ".4 free hours a day"]


@pytest.mark.parametrize("name", ["Outcome we want", "Vi vil oppnå", "Det vill vi", "Target for 2027"])
def test_a_column_that_somebody_wants(name: str) -> None:
    rows = "| Streets | Fly-tips removed quickly | Kim |\n| Library | More children join | Bo |\n"
    text = f"| Area | {name} | Lead |\n|---|---|---|\n{rows}"
    assert goals(text) == ["Fly-tips removed quickly", "More children join"]


@pytest.mark.parametrize(
    "header", ["What | From | To | Who", "Hva | Fra | Til | Hvem", "Kva | Frå | Til | Kven", "Vad | Från | Till | Vem"]
)
def test_what_changes_from_one_amount_to_another_is_a_goal(header: str) -> None:
    rows = "| Late trains | 12 % | 5 % | Rosa |\n| Sick days | 9 % | 6 % | Bo |\n"
    first, last = read(f"# Mål 2027\n\n| {header} |\n|---|---|---|---|\n{rows}").all_goals
    assert (first.statement.plain, owners(first), last.statement.plain) == ("Late trains", "Rosa", "Sick days")


def test_a_row_without_a_goal_says_so() -> None:
    rows = "| Messer | Ta mål av 60 kundar | Turid |\n| Avis | ingen | |\n"
    assert goals(f"# Plan 2027\n\n| Kanal | Mål | Ansvar |\n|---|---|---|\n{rows}") == ["Ta mål av 60 kundar"]


@pytest.mark.parametrize(
    "header",
    [
        "Objective | Key Result 1 | Key Result 2 | Owner",
        "Objective | KR1 | KR2 | Owner",
        "Mål | Nøkkelresultat 1 | Nøkkelresultat 2 | Ansvarlig",
        "Mål | NR 1 | NR 2 | Ansvarleg",
        "Mål | Nyckelresultat 1 | Nyckelresultat 2 | Ansvarig",
        "Mål | Nøgleresultat 1 | Nøgleresultat 2 | Ansvarlig",
    ],
)
def test_key_results_in_columns_stand_beside_one_another(header: str) -> None:
    text = table(header, "Happy guests | Sell 90 rooms a week | Answer mail in 4 hours | Kim Day")
    assert goals(text) == ["Happy guests", ".Sell 90 rooms a week", ".Answer mail in 4 hours"]
    assert [owners(goal) for goal in read(text).all_goals] == ["", "Kim Day", "Kim Day"]


def test_a_field_behind_each_column_of_goals_is_of_that() -> None:
    text = table("Goal 1 | Owner | Goal 2 | Owner | Due", "Sell 90 rooms a week | Kim | Mend 9 bikes | Jo | 2026-05-01")
    assert goals(text) == ["Sell 90 rooms a week", "Mend 9 bikes"]
    assert [(owners(goal), due(goal)) for goal in read(text).all_goals] == [("Kim", "2026-05-01"), ("Jo", "2026-05-01")]


def test_a_bar_behind_a_backslash_stands_in_its_cell() -> None:
    goal = the(table("Goal | Owner", "Raise A\\|B conversion from 1 % to 2 % | Kim Day"))
    assert (goal.statement.plain, owners(goal)) == ("Raise A |B conversion from 1 % to 2 %", "Kim Day")
    (goal,) = read("| Mål | Eier |\n|--|--|\n| Øke `a\\|b` fra 1 % til 2 % | Kari |\n").all_goals
    assert owners(goal) == "Kari"


def test_bold_rows_are_topics_if_one_of_them_is() -> None:
    rows = (
        "Goal | Who",
        "---|---",
        "**Look after sellers** |",
        "60 calls by June | Ann",
        "**Lettings** |",
        "12 days by May | Bo",
    )
    assert goals("\n".join(f"| {row} |" for row in rows)) == ["60 calls by June", "12 days by May"]


@pytest.mark.parametrize("first", ["", "Grow income"])
def test_a_further_measure_of_a_goal_is_its_result(first: str) -> None:
    head = (
        "# Scorecard 2027\n\n| Objective | KPI | Target | Owner |\n|---|---|---|---|\n| Grow income | Revenue | 40 m | Kim |\n"
    )
    text = f"{head}| {first} | Margin | 12 % | Bo |\n"
    assert goals(text) == ["Grow income", ".Margin"]
    assert [owners(goal) for goal in read(text).all_goals] == ["Kim", "Bo"]
