"""Tables in files of their own: what is a goal in them, what belongs to it, and where it stands."""

from __future__ import annotations

from io import BytesIO
from time import process_time

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smartlint.extracting import decode
from smartlint.goal import Document
from smartlint.readers import can_hold, has_lines, read_document
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.testing import TODAY
from smartlint.unclear import unclear
from tests.readers.office import Sheet, workbook
from tests.readers.told import due, owners


def read(text: str, path: str = "plan.csv", mapping: DocumentMapping = NOTHING) -> Document:
    return read_document(text, path, today=TODAY, mapping=mapping)


def goals(text: str, path: str = "plan.csv") -> list[str]:
    """The sentences of the goals, deeper ones indented by a dot for each level."""
    return ["." * (len(goal.path) - 1) + goal.statement.plain for goal in read(text, path).all_goals]


def book(**sheets: Sheet) -> Document:
    return read(decode(workbook(sheets), "plan.xlsx"), "plan.xlsx")


def test_a_goal_with_its_fields_and_their_places() -> None:
    text = (
        "Mål;Nåverdi;Målverdi;Enhet;Ansvarlig;Frist;Status\nØke andelen fornøyde kunder;82,5;90;%;Kari Moe;30.06.2026;Pågår\n"
    )
    (goal,) = read(text).all_goals
    assert (owners(goal), due(goal), goal.status) == ("Kari Moe", "2026-06-30", "committed")
    assert goal.baseline is not None
    assert (goal.baseline.value, goal.baseline.unit) == (82.5, "percent")
    assert goal.target is not None
    assert (goal.target.value, goal.target.unit) == (90, "percent")
    assert text[goal.statement.span.start : goal.statement.span.end] == "Øke andelen fornøyde kunder"
    assert read(text).source.position(goal.statement.span.start) == (2, 1)


def test_titles_and_lines_above_the_header_hold_for_all_goals() -> None:
    text = "Goals for Q3 2026;;\nOwner:;Kim Day;\n;;\nGoal;Done\nSell 9 cakes;no\n"
    (goal,) = read(text).all_goals
    assert (owners(goal), due(goal)) == ("Kim Day", "2026-09-30")


def test_an_objective_that_stands_once_or_is_repeated() -> None:
    header = "Objective;Key result\n"
    for rows in ("Bread;Sell 9 loaves\n;Sell 4 buns\n", "Bread;Sell 9 loaves\nBread;Sell 4 buns\n"):
        assert goals(header + rows) == ["Bread", ".Sell 9 loaves", ".Sell 4 buns"]
    assert goals(f'{header}Bread;Sell 9 loaves\n";Sell 4 buns\n') == ["Bread", ".Sell 9 loaves", ".Sell 4 buns"]


def test_a_row_over_others_groups_them() -> None:
    text = "Goal;Owner;Due\nKitchen;;\nSell 9 cakes a day;Kim;Q2\nQ3 2026;;\nOpen on Sundays;Kim;\n"
    assert goals(text) == ["Sell 9 cakes a day", "Open on Sundays"]
    assert [due(goal) for goal in read(text).all_goals] == ["2026-06-30", "2026-09-30"]


def test_a_goal_of_which_nothing_else_is_said_is_one() -> None:
    assert goals("Goal;Owner\nSell 9 cakes a day;\nBake bread;Kim\nOpen on Sundays;\n") == [
        "Sell 9 cakes a day",
        "Bake bread",
        "Open on Sundays",
    ]


def test_sums_and_repeated_headers_are_no_goals() -> None:
    assert goals("Goal;Owner;Points\nSell 9 cakes;Kim;3\nTotal;;3\n\nGoal;Owner;Points\nBake bread;Kim;4\nSum;;4\n") == [
        "Sell 9 cakes",
        "Bake bread",
    ]


def test_several_goals_in_a_cell() -> None:
    text = 'Goal;Owner\n"- Sell 9 cakes\n- Bake bread\n  every day";Kim Day\n'
    assert goals(text) == ["Sell 9 cakes", "Bake bread every day"]
    assert [owners(goal) for goal in read(text).all_goals] == ["Kim Day", "Kim Day"]


def test_fields_below_the_sentence_in_its_cell() -> None:
    (goal,) = read('Mål;Kommentar\n"Selge 9 kaker\nEier: Kim Day\nFrist: 1. mai 2026";x\n').all_goals
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Selge 9 kaker", "Kim Day", "2026-05-01")


def test_key_results_say_themselves_what_they_are() -> None:
    text = "Team;OKR\nA;O: Bread that people love\nA;KR1: 9 of 10 buyers come back\nA;KR2: Sell 40 loaves a day\n"
    assert goals(text) == ["Bread that people love", ".9 of 10 buyers come back", ".Sell 40 loaves a day"]


def test_a_column_without_a_name_for_goals_counts_where_the_file_is_called_after_them() -> None:
    text = "Name,Owner,Due\nSell 9 cakes a day,Kim Day,2026-06-30\n"
    assert goals(text) == []
    assert goals(text, "goals-2026.csv") == ["Sell 9 cakes a day"]
    assert goals(text, "example goals.csv") == []


def test_what_the_configuration_says_of_columns() -> None:
    text = "Ambition;Boss\nSell 9 cakes;Kim Day\n"
    assert goals(text) == []
    mapping = DocumentMapping(kinds=(("ambition", "goal"),), fields=(("boss", "owner"),))
    (goal,) = read(text, mapping=mapping).all_goals
    assert owners(goal) == "Kim Day"


@pytest.mark.parametrize("text", ["", "\n", ";;;\n", "sep=;\n"])
def test_an_empty_table_says_so(text: str) -> None:
    (problem,) = read(text).problems
    assert (problem.kind, problem.variant) == ("no-goals", "table" if text == ";;;\n" else "empty")


def test_a_table_without_goals_tells_how_to_call_their_column() -> None:
    (problem,) = read("Vare;Pris\nKake;40\nBrød;30\n").problems
    assert (problem.variant, problem.data) == ("table", {"word": "Mål"})


def test_a_sheet_is_called_after_its_team_or_time() -> None:
    document = book(Salg=Sheet([["Mål"], ["Selge 9 kaker"]]), Q3=Sheet([["Mål 2026"], ["Mål", "Eier"], ["Bake brød", "Kim"]]))
    assert [(goal.team, due(goal)) for goal in document.all_goals] == [("Salg", ""), ("", "2026-09-30")]


def test_places_in_a_workbook_are_cells() -> None:
    document = book(A=Sheet([["x"]]), Plan=Sheet([[], [None, "Mål", "Frist"], [None, "Selge 9 kaker", "1. mai 2026"]]))
    (goal,) = document.all_goals
    source = document.source
    assert source.label(goal.statement.span.start) == "Plan!B3"
    assert source.place(goal.statement.span) == ((3, 2), (3, 3))
    assert goal.deadline is not None
    assert source.label(goal.deadline.span.start) == "Plan!C3"
    assert source.label(goal.deadline.span.end) == "Plan!C3"


def test_cells_whose_formulas_have_no_result_are_named() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        sheet = made.add_worksheet("Salg 1")
        sheet.write_row(0, 0, ["Mål", "Målverdi"])
        sheet.write(1, 0, "Selge flere kaker")
        sheet.write_formula(1, 1, "=2*3", None, "")
        sheet.write_formula(2, 0, "=A99", None, "#REF!")
        sheet.write_formula(3, 0, "=A98", None, "Bake 12 kaker")
    text = decode(stream.getvalue(), "plan.xlsx")
    assert goals(text, "plan.xlsx") == ["Selge flere kaker", "Bake 12 kaker"]
    document = read(text, "plan.xlsx")
    assert document.unsolved == ("Salg 1!B2", "Salg 1!A3")
    (said,) = unclear(document)
    assert (said.message_id, said.params) == ("cell", {"file": "plan.xlsx", "cells": ["Salg 1!B2", "Salg 1!A3"]})
    assert document.source.label(document.all_goals[0].head.start) == "Salg 1!A2"


def test_hidden_sheets_are_named() -> None:
    document = book(A=Sheet([["Mål"], ["Selge 9 kaker"]]), B=Sheet([["Mål"], ["Bake"]], hidden=True))
    assert document.hidden == ("B",)
    assert len(document.all_goals) == 1


CELLS = st.sampled_from(
    ["", "Goal", "Mål", "Owner", "Frist", "KR1", "Q2", "Sell 9 cakes", "9", "12 %", "Kim Day", '"', "Sum", "\n"]
)


@settings(max_examples=60, deadline=None)
@example([["KR1", "Owner"], ["KR1", "Goal"], ["Owner"]], "goals.tsv")
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=7), st.sampled_from(["plan.csv", "goals.tsv", "plan.xlsx"]))
def test_whatever_stands_in_a_table_its_goals_have_places_in_it(rows: list[list[str]], path: str) -> None:
    if path.endswith("xlsx"):
        text = "\fPlan\n" + "".join("\t".join(cell.replace("\n", "\v") for cell in row) + "\n" for row in rows)
    else:
        text = "".join((";" if path.endswith("csv") else "\t").join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    document = read(text, path)
    for goal in document.all_goals:
        assert goal.because is not None
        for span in (goal.head, goal.statement.span, goal.because):
            assert 0 <= span.start < span.end <= len(text)
            document.source.place(span)


def test_what_would_part_a_cell_cannot_stand_in_one() -> None:
    assert can_hold("plan.csv", "Kim Day")
    assert not any(can_hold("plan.csv", f"Kim{sign}Day") for sign in ',;|\t"\n')
    assert can_hold("plan.md", "Kim, Day")
    assert [has_lines(path) for path in ("a.goals", "a.md", "a.csv", "a.xlsx", "a.docx")] == [True, True, False, False, False]


def test_a_row_that_says_which_kind_of_goal_it_is_is_no_header() -> None:
    rows = (
        "B1,Shops that pay,objective,HR\nB1.1,Sell 9 cakes a day,key result,Kim Day\nB1.2,Bake 7 pies a day,key result,Jo Lee\n"
    )
    found = read("id,goal,type,owner\n" + rows).all_goals
    assert [(goal.statement.plain, owners(goal)) for goal in found][1:] == [
        ("Sell 9 cakes a day", "Kim Day"),
        ("Bake 7 pies a day", "Jo Lee"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Type;Goal;Owner;Deadline\nObjective;{0};Bo;\nKR1;{1};Dana;2027-03-31\nKR2;{2};Dana;2027-03-31\nObjective;{3};Bo;\nKR1;{4};Dana;",
        "Type;Mål;Ansvarlig;Frist\nMål;{0};Bo;\nNR1;{1};Dana;2027-03-31\nNR2;{2};Dana;2027-03-31\nMål;{3};Bo;\nNR1;{4};Dana;",
        "Typ;Mål;Ansvarig;Frist\nMål;{0};Bo;\nKR1;{1};Dana;2027-03-31\nKR2;{2};Dana;2027-03-31\nMål;{3};Bo;\nKR1;{4};Dana;",
        "Type;Mål;Ansvarlig;Frist\nMål;{0};Bo;\n;{1};Dana;2027-03-31\n;{2};Dana;2027-03-31\nMål;{3};Bo;\n;{4};Dana;",
    ],
)
def test_an_objective_over_numbered_key_results_is_no_header(rows: str) -> None:
    said = ["Shops that pay", "Sell 9 cakes a day", "Bake 7 pies a day", "Happy guests", "Win 40 new guests"]
    found = read(rows.format(*said)).all_goals
    assert [goal.statement.plain for goal in found] == said
    assert [len(goal.path) for goal in found] == [1, 2, 2, 1, 2]
    assert [owners(goal) for goal in found] == ["Bo", "Dana", "Dana", "Bo", "Dana"]
    assert due(found[1]) == "2027-03-31"


def test_a_row_of_very_many_cells_is_no_header_and_costs_little() -> None:
    began = process_time()
    assert goals('Goal,Owner\nSell 9 cakes,Kim\n"' + "x," * 60_000 + "\nMend 4 bikes,Jo\n") == ["Sell 9 cakes", "Mend 4 bikes"]
    assert process_time() - began < 4


@pytest.mark.parametrize("name", ["Goal", "Mål"])
def test_a_sentence_behind_a_sign_of_a_formula_is_a_goal(name: str) -> None:
    document = read(f"{name};Target\n=1+1 Sell more cakes in May;9\n=Bake more bread in June;=SUM(B1:B2)\n=A2;4\n")
    assert [goal.statement.plain for goal in document.all_goals] == ["=1+1 Sell more cakes in May", "=Bake more bread in June"]
    assert document.all_goals[1].target is None
    assert document.unsolved == ("B3", "A4")


def test_tags_of_looks_are_none_of_a_sentence() -> None:
    (goal,) = read("Goal;Owner\nSell <b>9</b> cakes for <team>;Amy Holt<br>Bo Lund\n").all_goals
    assert " ".join(goal.statement.plain.split()) == "Sell 9 cakes for <team>"
    assert owners(goal) == "Amy Holt, Bo Lund"
