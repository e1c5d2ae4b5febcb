"""What people write around their goals, and how it is understood: in documents of several languages."""

from __future__ import annotations

import pytest

from smartlint.readers import read_document
from smartlint.testing import TODAY
from tests.readers.told import due, goals, owners, read, the


@pytest.mark.parametrize(
    ("line", "owner", "day"),
    [
        ("- Sell 40 tickets – Anna, end of January", "Anna", "2027-01-31"),
        ("- Sykefravær under 5 % (Kari, hun får vite det i morgen)", "Kari", "2027-12-31"),
        ("- halde fire kurs, matnemnda står for det", "matnemnda", "2027-12-31"),
    ],
)
def test_whoever_is_named_behind_a_goal_has_it(line: str, owner: str, day: str) -> None:
    goal = the(f"# Goals 2027\n\n{line}\n")
    assert (owners(goal), due(goal)) == (owner, day)


@pytest.mark.parametrize("lead", ["**Housing (Kjetil):**", "Burettslag (Kjetil):"])
def test_a_lead_in_names_whose_goals_follow(lead: str) -> None:
    assert owners(the(f"# Goals 2027\n\n{lead}\n\n- Win 150 contracts\n")) == "Kjetil"


def test_a_name_alone_below_an_objective_is_its_owner() -> None:
    text = "# OKR Q1 2027\n\n## Butikerna vill ha oss på hyllan\n*Anna*\n\n- 25 butiker har en hylla\n"
    assert {owners(goal) for goal in read(text).all_goals} == {"Anna"}


def test_the_name_stands_behind_the_role() -> None:
    who = "Teknisk sjef Wenche Nes har ansvaret. Vi slapp ut 41 t."
    text = f"# Strategi 2027\n\n## Mål\n\n### 1. Halvere utsleppa\n{who}\n\n- Seks ferjer på batteri\n- Straum på 9 kaier\n"
    assert {owners(goal) for goal in read(text).all_goals} == {"Wenche Nes"}


@pytest.mark.parametrize("value", ["not yet assigned", "endnu ikke fordelt", "utses i januari", "avklares"])
def test_an_owner_who_is_yet_to_be_found_is_none(value: str) -> None:
    assert owners(the(f"## Goals 2027\n\n### Goal 1: Sell 40 boats\nOwner: {value}\n")) == ""


def test_who_leads_a_team_does_not_have_each_of_its_goals() -> None:
    assert owners(the("# Teamavtale\n\nTeamleder: Kari\n\n## Mål for 2027\n\n- Selge 40 båter\n")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "# Plan 2027\n\n## Goals\n\n- Sell 40 boats\n\n## To do this week\n\n- [ ] Call the yard\n",
        "# Plan 2027\n\n## Mål\n\n- Selge 40 båter\n\n## Viktigste risikoer\n\n- Prisen stiger 20 %.\n",
        "# OKR Q1 2027\n\n- Sälja 40 båtar\n\n## Q4, kort facit\n\n- Två avtal => 0,6\n",
        "# Plan 2027\n\n## Mål\n\n- Sælge 40 både\n\n## Afsluttet siden sidst\n\n- Nyt lydanlæg i hal B\n",
    ],
)
def test_deeds_risks_and_what_is_over_are_no_goals(text: str) -> None:
    assert len(goals(text)) == 1


def test_a_title_in_bold_holds_over_the_lead_in_below_it() -> None:
    text = "# Styremøte 11.11.2026\n\n**Sak 43/26 Mål for 2027**\n\nStyret ble enige om:\n\n- Ha to trenere på hvert lag\n"
    assert goals(text) == ["Ha to trenere på hvert lag"]
    assert due(the(text)) == "2027-12-31"


def test_when_nothing_is_to_change_is_no_deadline() -> None:
    text = (
        "# Møte\n\n## Mål for første halvår 2027\n\nVi ble enige om to, og de skal ikke endres før påske:\n\n- Selge 40 båter\n"
    )
    assert due(the(text)) == "2027-06-30"


def test_objectives_with_their_owners_are_read_below_what_went_well() -> None:
    text = "# OKRs Q1 2027\n\n## What went well in Q4\n\n- Two sales\n\n### Win the executors\n"
    text += "Owner: Imogen\n\n- Sign 12 solicitors\n"
    assert goals(text) == ["Win the executors", ".Sign 12 solicitors"]


def test_the_topics_of_a_plan_have_their_goals() -> None:
    text = "# Strategi 2027\n\n## Indsatsområder\n\n### Et godt værksted\n\n- Støv under 2 mg\n- Alle har en makker\n"
    text += "\n### Restaurering som forretning\n\n- Aftaler med 40 kirker\n- Mindst to store projekter\n"
    assert goals(text) == ["Støv under 2 mg", "Alle har en makker", "Aftaler med 40 kirker", "Mindst to store projekter"]
    text = "# Årsplan 2027\n\n## Satsingsområde: personalet\n\nSykefraværet skal ned fra 11 til 8 prosent.\n"
    assert goals(text) == ["Sykefraværet skal ned fra 11 til 8 prosent."]


@pytest.mark.parametrize("period", ["JAN-MAR 2027", "jan.–mars 2027", "January – March 2027"])
def test_two_months_are_a_period(period: str) -> None:
    assert due(the(f"# Goals {period}\n\n- Sell 40 boats\n")) == "2027-03-31"


def test_a_status_may_say_until_when() -> None:
    text = "# Plan\n\n## Delmål 1: Hjulet är renoverat\n\n**Status:** Pågår, klart senast 2027-05-30\n"
    assert due(the(text)) == "2027-05-30"


def test_columns_of_times_with_amounts_are_where_figures_start_and_end() -> None:
    text = "# Mål Q1 2027\n\n| Mål | Start | Slut |\n|---|---|---|\n"
    text += "| Färre skador i hallen | 9 | 2 |\n| Fler gäster i kaféet | 40 % | 60 % |\n"
    assert {due(goal) for goal in read(text).all_goals} == {"2027-03-31"}


def test_the_map_of_a_team_says_when_its_goals_are_due() -> None:
    text = '[team]\nnamn = "Konfigurator"\nkvartal = "2027-Q2"\n\n[[objective]]\ntekst = "Kunden bestiller rett vindauge"\n'
    (goal,) = read_document(text, "okr.toml", today=TODAY).all_goals
    assert due(goal) == "2027-06-30"
