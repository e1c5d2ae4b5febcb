"""What goals inherit from headings and from the goals above them, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.reading import clean, end, parse

_HEADED = """team: Salg
eier: Helene Brekke
periode: 2026
oppfølging: hver måned
kilde: CRM
støtter: Selskapet/S1
strategisk mål S1: Vokse
  måles ved: omsetning
  utgangspunkt: 4 mill. kr
  måltall: 5 mill. kr
  hvordan: selge mer
  frist: 2026-10-01

  mål 1: Øke A
    eier: Per Hansen

    mål 1.1: Øke B innen 1. mai 2026
"""


def test_inheritance_and_its_origin() -> None:
    top, child, grandchild = clean(_HEADED)
    for goal in (top, child, grandchild):
        assert goal.team == "Salg"
        assert end(goal.period) == "2026-12-31"
        assert goal.review is not None
        assert [link.text for link in goal.supports] == ["Selskapet/S1"]
    assert {name: origin.place for name, origin in top.inherited.items()} == dict.fromkeys(
        ("team", "owner", "period", "review", "source", "supports"), "header"
    )
    assert [person.text for goal in (top, child, grandchild) for person in goal.owner] == [
        "Helene Brekke",
        "Per Hansen",
        "Per Hansen",
    ]
    assert (end(top.deadline), end(child.deadline), end(grandchild.deadline)) == (
        "2026-10-01",
        "2026-10-01",
        "2026-05-01",
    )
    assert (child.inherited["deadline"].place, child.inherited["deadline"].goal_id) == ("goal", "S1")
    assert (grandchild.inherited["owner"].place, grandchild.inherited["owner"].goal_id) == ("goal", "1")
    assert "owner" not in child.inherited
    assert "deadline" not in grandchild.inherited


def test_an_origin_lies_where_the_value_stands() -> None:
    document = parse(_HEADED)
    child = document.goals[0].children[0]
    assert document.source.slice(child.inherited["team"].span) == "team"
    assert document.source.slice(child.inherited["deadline"].span) == "2026-10-01"


def test_what_is_not_inherited() -> None:
    top, child, _ = clean(_HEADED)
    assert (top.level, child.level) == ("strategic", "operational")
    assert top.baseline is not None
    assert (child.baseline, child.target, child.actions) == (None, None, ())
    assert "metric" not in child.fields


def test_the_deadline_is_the_periods_end() -> None:
    (goal,) = clean("periode: Q3 2026\nmål 1: Øke A\n")
    assert end(goal.deadline) == "2026-09-30"
    assert goal.inherited["deadline"].place == "header"


def test_a_deadline_in_a_sentence_is_handed_down() -> None:
    top, child = clean("mål 1: Vokse innen 1. juni 2026\n  mål 1.1: Øke A\n")
    assert end(top.deadline) == end(child.deadline) == "2026-06-01"
    assert child.inherited["deadline"].goal_id == "1"


def test_a_misspelt_field_is_not_inherited() -> None:
    document = parse("eier: Helene Brekke\nmål 1: Vokse\n  eigra: Per Hansen\n")
    assert document.goals[0].owner == ()
    assert "owner" in document.goals[0].attempted


def test_two_teams_in_one_file() -> None:
    document = parse("team: A\nperiode: Q1 2026\neier: Kari\nmål 1: X\n\nteam: B\nperiode: Q2 2026\nmål 1: Y\n  mål 1.1: Z\n")
    assert not document.problems
    assert [goal.team for goal in document.all_goals] == ["A", "B", "B"]
    assert [end(goal.period) for goal in document.all_goals] == ["2026-03-31", "2026-06-30", "2026-06-30"]
    assert [bool(goal.owner) for goal in document.all_goals] == [True, False, False]
    assert [list(section.fields) for section in document.sections] == [["period", "team", "owner"], ["period", "team"]]


@pytest.mark.parametrize("line", ["team: B", "organisasjon: B", "språk: nn", "valuta: SEK", "regnskapsår: juli"])
def test_what_starts_a_section(line: str) -> None:
    assert len(parse(f"team: A\nmål 1: X\n{line}\nmål 2: Y\n").sections) == 2
    assert len(parse(f"{line}\nteam: A\nmål 1: X\n").sections) == 1


def test_other_fields_in_column_one_start_none() -> None:
    document = parse("team: A\nmål 1: X\nperiode: 2026\nkilde: CRM\n")
    assert len(document.sections) == 1
    assert list(document.goals[0].fields) == ["period", "source"]


def test_the_language_of_a_section() -> None:
    document = parse("språk: no\nmål 1: Øke salget innen utgangen av året\nspråk: sv\nmål 2: Öka före årsskiftet\n")
    assert document.language == "nb"
    assert [goal.language for goal in document.goals] == ["nb", "sv"]


def test_a_fiscal_year_moves_the_quarters() -> None:
    (goal,) = clean("fiscal year: July\nperiod: 2026-Q1\ngoal: Grow\n")
    assert goal.period is not None
    assert goal.period.start is not None
    assert goal.period.start.month == 7


def test_a_goal_that_others_support_and_that_runs_long_is_strategic() -> None:
    text = "team: Salg\nmål 1: Vokse\n  frist: 2028-12-31\nmål 2: Øke A\n  frist: 2026-12-31\n  støtter: {0}\n"
    assert [goal.level for goal in clean(text.format("1"))] == ["strategic", "operational"]
    assert [goal.level for goal in clean(text.format("Salg/1"))] == ["strategic", "operational"]
    assert [goal.level for goal in clean(text.format("Marked/1"))] == ["operational", "operational"]
    assert [goal.level for goal in clean(text.format("1").replace("2028", "2026"))] == ["operational", "operational"]
    assert clean(text.format("1").replace("mål 1", "resultatmål 1"))[0].level == "operational"


def test_what_the_first_heading_says_of_the_file_holds_for_later_sections() -> None:
    text = "period: 2026\nreview: monthly\nteam: A\nowner: Kari Nordmann\ngoal: Win 3\n\nteam: B\ngoal: Win 4\n"
    later = parse(text).all_goals[1]
    assert later.team == "B"
    assert later.deadline is not None
    assert later.deadline.end == date(2026, 12, 31)
    assert later.review is not None
    assert not later.owner


def test_the_deadline_of_a_sentence() -> None:
    def deadline(statement: str) -> date | None:
        (goal,) = parse(f"goal: {statement}\n").goals
        return goal.deadline.end if goal.deadline else None

    assert deadline("Raise sales from 3 million in 2025 to 4 million in 2026") == date(2026, 12, 31)
    assert deadline("Deliver 95 % of orders within 3 days by 30 June 2026") == date(2026, 6, 30)
