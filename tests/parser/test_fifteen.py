"""The fifteen files that newcomers write, each with what they expect of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from smartlint.goal import Document, Goal
from smartlint.linter import Finding, choose
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.testing import lint

TODAY = date(2026, 7, 1)


def read(text: str, today: date = TODAY) -> Document:
    """A document without problems."""
    document = parse(text, today=today)
    assert document.problems == ()
    return document


def findings(texts: str | Mapping[str, str], today: date = TODAY, *, partial: bool = False) -> list[Finding]:
    """What all rules of the profile smart find."""
    result = lint(texts, *choose(load(), "smart"), today=today, partial=partial)
    assert not result.crashed
    return list(result.findings)


def codes(found: list[Finding]) -> list[str]:
    return [finding.rule.code for finding in found]


def fields(goal: Goal) -> dict[str, str]:
    return {name: field.text.plain for name, field in goal.fields.items()}


def end(goal: Goal) -> date | None:
    return goal.deadline.end if goal.deadline else None


def test_1_one_line() -> None:
    text = "Mål 1: Øke salget med 10 % innen 1. juli"
    document = read(text)
    (goal,) = document.goals
    assert (document.language, goal.id.text, goal.kind, goal.level) == ("nb", "1", "goal", "operational")
    assert goal.statement.text == "Øke salget med 10 % innen 1. juli"
    assert end(goal) == date(2026, 7, 1)
    assert goal.deadline is not None
    assert goal.deadline.derived
    assert goal.change is not None
    assert (goal.change.value, goal.change.unit) == (10, "percent")
    assert not {"SYN", "TIM"} & {code[:3] for code in codes(findings(text))}


def test_2_a_goal_word_with_bullets() -> None:
    text = "Mål:\n- Øke salget med 10 % innen 1. september 2026\n- Få 12 nye kunder innen 1. oktober 2026\n"
    goals = read(text).goals
    assert [goal.statement.text for goal in goals] == [
        "Øke salget med 10 % innen 1. september 2026",
        "Få 12 nye kunder innen 1. oktober 2026",
    ]
    assert [goal.kind for goal in goals] == ["goal", "goal"]
    assert [end(goal) for goal in goals] == [date(2026, 9, 1), date(2026, 10, 1)]
    assert not [code for code in codes(findings(text)) if code.startswith("SYN") or code in ("TIM001", "TIM006")]


def test_3_a_flat_file() -> None:
    text = """mål 1: Øke salget av brød
eier: Ingrid Solbakken
måles ved: solgte brød per dag
kilde: kassa
utgangspunkt: 140 brød per dag
måltall: 180 brød per dag
frist: 31.12.2026
hvorfor: surdeig gir margin
hvordan:
- Dele ut prøver (eier: Jonas Moen, frist: 2026-09-07)
- Bake mer
milepæler:
- 2026-09-30: 160 brød per dag

mål 2: Få 12 bedriftskunder
eier: Jonas Moen
frist: 2026-12-01
"""
    first, second = read(text).goals
    assert list(first.fields) == [
        "owner", "metric", "source", "baseline", "target", "deadline", "why", "how", "milestones",
    ]  # fmt: skip
    assert [action.text.text.split(" (")[0] for action in first.actions] == ["Dele ut prøver", "Bake mer"]
    assert first.target is not None
    assert first.target.value == 180
    assert fields(second) == {"owner": "Jonas Moen", "deadline": "2026-12-01"}
    assert not [code for code in codes(findings(text)) if code.startswith(("SYN", "OWN", "MEA"))]


def test_4_a_target_that_is_called_goal() -> None:
    (goal,) = read("mål 1: Heve andelen som kjøper\n  mål: 4 %\n  eier: Kari Nordmann\n").all_goals
    assert list(goal.fields) == ["target", "owner"]
    assert goal.target is not None
    assert (goal.target.value, goal.target.unit) == (4, "percent")


def test_5_by_is_a_city_in_norwegian() -> None:
    text = "mål 1: Åpne en butikk til innen 1. desember 2026\n  by: Oslo\n  eier: Kari Nordmann\n"
    document = read(text)
    assert document.language == "nb"
    (goal,) = document.goals
    assert fields(goal) == {"where": "Oslo", "owner": "Kari Nordmann"}
    assert end(goal) == date(2026, 12, 1)
    assert not [code for code in codes(findings(text)) if code in ("SYN005", "TIM001", "TIM006")]


def test_6_a_statement_wrapped_under_its_text() -> None:
    text = """Mål 1: Øke salget i butikken
       fra 140 til 180 brød per dag
       innen 1. desember 2026
  eier: Kari Nordmann
"""
    (goal,) = read(text).goals
    assert goal.statement.plain == "Øke salget i butikken fra 140 til 180 brød per dag innen 1. desember 2026"
    assert fields(goal) == {"owner": "Kari Nordmann"}
    assert goal.baseline is not None
    assert goal.target is not None
    assert (goal.baseline.value, goal.target.value) == (140, 180)
    assert end(goal) == date(2026, 12, 1)


def test_7_a_wrapped_time() -> None:
    text = "periode: 2026\nmål 1: Øke salget med 10 %\n  innen utgangen\n    av Q3\n  eier: Kari Nordmann\n"
    (goal,) = read(text).goals
    assert end(goal) == date(2026, 9, 30)
    assert "deadline" not in goal.inherited
    (time,) = goal.reading.times
    assert " ".join(text[slice(*time.span)].split()) == "innen utgangen av Q3"
    assert "TIM001" not in codes(findings(text))


def test_8_a_colon_inside_a_text() -> None:
    text = """mål 1: Få 12 nye kunder innen 1. desember 2026
  hvorfor: vi vil bli kjent for det vi er gode til.
    Tre områder: pris, service og tempo
  eier: Kari Nordmann
"""
    (goal,) = read(text).goals
    assert fields(goal) == {
        "why": "vi vil bli kjent for det vi er gode til. Tre områder: pris, service og tempo",
        "owner": "Kari Nordmann",
    }


def test_9_a_number_sign_is_no_comment() -> None:
    (goal,) = read("goal G1: Become\n  #1 in Norway\n  by 1 December 2026\n  owner: Kari Nordmann\n").goals
    assert goal.statement.plain == "Become #1 in Norway by 1 December 2026"
    assert end(goal) == date(2026, 12, 1)


def test_10_a_duration_counts_from_the_period() -> None:
    """Six months from the period's start lie inside it, so they are meant, although they have passed by 10 August."""
    text = "periode: 2026\nmål 1: Få 12 nye kunder innen 6 måneder\n  eier: Kari Nordmann\n"
    today = date(2026, 8, 10)
    (goal,) = read(text, today).goals
    assert goal.deadline is not None
    assert goal.deadline.derived
    assert goal.deadline.end in (date(2026, 6, 30), date(2026, 7, 1))
    found = findings(text, today)
    assert not [finding for finding in found if finding.level == "error"]
    assert "TIM003" not in codes(found)


def test_11_operational_goals_under_a_strategic_one() -> None:
    text = """team: Salg
oppfølging: hvert kvartal
kilde: CRM
strategisk mål S1: Øke omsetningen fra 8 til 12 mill. kr innen 31. desember 2028
  eier: Kari Nordmann
  hvordan: to nye distrikter

  mål 1: Få 12 nye kunder innen 1. desember 2026
    eier: Per Hansen
    utgangspunkt: 4 kunder
    hvordan: ringe

    mål 1.1: Ringe 20 bedrifter i uka innen 1. desember 2026
      hvordan: fire hver dag
  mål 2: Øke snittkjøpet fra 300 kr til 350 kr innen 1. desember 2026
    eier: Ola Berg
    hvordan: tilby mer
"""
    document = read(text)
    assert [(goal.id.text, goal.level, goal.path) for goal in document.all_goals] == [
        ("S1", "strategic", ("S1",)),
        ("1", "operational", ("S1", "1")),
        ("1.1", "operational", ("S1", "1", "1.1")),
        ("2", "operational", ("S1", "2")),
    ]
    assert [goal.owner[0].text for goal in document.all_goals] == ["Kari Nordmann", "Per Hansen", "Per Hansen", "Ola Berg"]
    assert not [code for code in codes(findings(text)) if code.startswith(("REL", "LIM", "SYN"))]


def test_12_one_id_in_two_quarters() -> None:
    def quarter(number: int) -> str:
        return f"team: Salg\nperiode: 2026-Q{number}\nmål G1: Få 12 nye kunder\n  eier: Kari Nordmann\n"

    today = date(2026, 2, 1)
    assert "SYN004" not in codes(findings({"q1.goals": quarter(1), "q2.goals": quarter(2)}, today))
    assert "SYN004" in codes(findings({"q1.goals": quarter(1), "copy.goals": quarter(1)}, today))


#: The whole file of `design/language.md`.
EXAMPLE = """# Marketing, third quarter
team: Marketing
period: 2026-Q3
review: every two weeks
language: en

goal G1: Raise the shop's conversion from visit to purchase from 2.5 % to 4 % within the quarter
  owner: Kari Nordmann
  with: Per Hansen, Web team
  metric: conversion rate
  source: Google Analytics
  baseline: 2.5 %
  target: 4 %
  start: 2026-07-01
  deadline: 2026-09-30
  why: the visitors are already paid for
  supports: Company/S1
  guardrail: returns stay below 6 %
  how:
    - Test new texts on the 20 best sellers (owner: Per Hansen, deadline: 2026-07-31)
      - Write two variants a week
    - Replace the photos of the 50 most visited products
  milestones:
    - 2026-07-31: 3 %
    - 2026-08-31: 3.5 %

  performance goal G1.1: Publish 8 A/B tests a month by 30 September
    owner: Per Hansen
    how: the list of ideas in the team's board, best guess first
"""
COMPANY = """team: Company
review: every quarter
strategic goal S1: Raise turnover from 8 to 10 million EUR by 31 December 2028
  owner: Ada Lund
  source: the accounts
  how: sell more to those who visit us already
"""


def test_13_the_example_of_the_language() -> None:
    goal, child = read(EXAMPLE).all_goals
    assert (goal.path, child.path) == (("G1",), ("G1", "G1.1"))
    assert (goal.kind, child.kind) == ("goal", "performance")
    assert [len(goal.fields["milestones"].value), len(goal.actions), len(goal.actions[0].actions)] == [2, 2, 1]
    assert (end(goal), end(child)) == (date(2026, 9, 30), date(2026, 9, 30))
    assert not [one for one in findings(EXAMPLE, partial=True) if one.level != "info"]
    assert not [one for one in findings({"marketing.goals": EXAMPLE, "company.goals": COMPANY}) if one.level != "info"]


def test_14_a_result_goal_and_the_performance_goal_of_another_file() -> None:
    texts = {
        "salg.goals": "team: Salg\nresultatmål R1: Øke omsetningen fra 8 til 10 mill. kr innen 31. desember 2026\n"
        "  eier: Kari Nordmann\n",
        "nord.goals": "team: Nord\nprestasjonsmål P1: Ringe 40 kunder i uka innen 31. desember 2026\n"
        "  eier: Per Hansen\n  støtter: Salg/R1\n",
    }
    assert [read(text).goals[0].kind for text in texts.values()] == ["result", "performance"]
    assert not {"BAL001", "REL001", "REL002", "REL007"} & set(codes(findings(texts)))
    assert "BAL001" in codes(findings({"salg.goals": texts["salg.goals"]}))


def test_15_an_owner_with_and() -> None:
    text = "mål 1: Nå 110 % av budsjett innen 31. desember 2026\n  owner: Salgs- og markedssjef\n"
    document = read(text)
    assert document.language == "nb"
    (goal,) = document.goals
    assert [(person.text, person.kind) for person in goal.owner] == [("Salgs- og markedssjef", "role")]
    found = codes(findings(text))
    assert not {"OWN001", "OWN002", "OWN003", "MEA001"} & set(found)
    assert not [code for code in found if code.startswith(("SYN", "ARI"))]


def test_a_wish_of_two_words_draws_at_most_four_findings() -> None:
    found = findings("mål: Bedre synlighet\n")
    assert 1 <= len(found) <= 4
    assert not [finding for finding in found if finding.rule.code.startswith("SYN")]
    assert all(re.search(r"\w", finding.message("nb")) for finding in found)
