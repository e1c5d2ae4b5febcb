"""Running text: which of its sentences are goals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.told import due, goals, owners, read, the


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Plan\n\n## Goals\n\nBy the end of June 2027 we want to have 40 shops on the list. Last year we had 22.\n",
            ["By the end of June 2027 we want to have 40 shops on the list."],
        ),
        (
            "## Mål\n\nInnen 1. juni 2027 skal alle ha tatt kurset. Vi ønsker å få ned sykefraværet fra 9 til 6 prosent.\n",
            ["Innen 1. juni 2027 skal alle ha tatt kurset.", "Vi ønsker å få ned sykefraværet fra 9 til 6 prosent."],
        ),
        (
            "## Måla våre\n\nArkivet er trongt. Innan utgangen av mai 2027 skal me ha flytta heile arkivet.\n",
            ["Innan utgangen av mai 2027 skal me ha flytta heile arkivet."],
        ),
        (
            "## Våra mål\n\nI dag är vi 41. Senast i augusti 2027 ska vi vara 60 medlemmar.\n",
            ["Senast i augusti 2027 ska vi vara 60 medlemmar."],
        ),
        (
            "## Mål\n\nInden 1. oktober 2027 vil vi have et nyt skur. Det gamle er råddent.\n",
            ["Inden 1. oktober 2027 vil vi have et nyt skur."],
        ),
    ],
)
def test_sentences_below_a_heading_over_goals_are_goals_where_they_want_something(text: str, expected: list[str]) -> None:
    assert goals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## Goals\n\nThe point was put off, as Ann was ill. We will look at it on 9 December.\n",
        "## Mål\n\nVi vil ikke åpne flere butikker i 2027. Det koster for mye.\n",
        "## Mål\n\nMålene skal nås innen 31. desember 2027. De er vedtatt av styret.\n",
        "# Log\n\nBy June we will have 40 shops.\n",
    ],
)
def test_what_is_put_off_not_wanted_or_about_the_goals_is_none(text: str) -> None:
    assert goals(text) == []


def test_a_plan_has_goals_in_its_text_with_their_day() -> None:
    text = (
        "# Verksemdsplan 2027\n\n## Gravplassen\n\nVi manglar folk. Innan 1. september skal registeret vere søkbart på nett.\n"
    )
    goal = the(text)
    assert goal.statement.plain.startswith("Innan 1. september")
    assert due(goal) == "2027-09-01"


def test_a_sentence_that_asks_for_goals_announces_those_behind_it() -> None:
    text = "# Pantry\n\nWhat we want from 2027 is simple. We want every house to get its box the same day.\n"
    assert goals(text) == ["We want every house to get its box the same day."]
    assert due(the(text)) == "2027-12-31"


def test_the_next_sentence_says_who_answers() -> None:
    assert owners(the("## Mål\n\nInden udgangen af juni 2027 vil vi være 25 flere. Anders har ansvaret for det.\n")) == "Anders"


def test_a_line_of_facts_below_a_goal() -> None:
    goal = the("## Delmål 1: Alla enheter ska ha en ansvarig\n\nKlart senast 2027-03-15. Ansvarig: Gunilla Berg\n")
    assert (owners(goal), due(goal)) == ("Gunilla Berg", "2027-03-15")


@given(st.text('Vi skal ha 40. Innen 2027:\n"»', max_size=80))
def test_no_text_stops_the_reader(text: str) -> None:
    document = read(f"## Mål\n\n{text}")
    assert all(
        0 <= goal.statement.span.start <= goal.statement.span.end <= len(document.source.text) for goal in document.all_goals
    )


@pytest.mark.parametrize(
    "text",
    [
        "§ 2 Mål for 2027. Styret vedtok å\n\n• få 60 nye medlemmer innen september\n\n§ 3 Vi trenger\n\n• tre spader\n",
        "2/26 Mål for 2027. Styret vedtok at foreningen skal:\n\n(a) få 60 nye medlemmer innen september\n",
        "Punkt 2 Mål 2027. Bestyrelsen vedtog at\n\n- få 60 nye medlemmer innen september\n",
    ],
)
def test_a_point_of_minutes_names_the_goals_that_its_sentence_leads_to(text: str) -> None:
    document = read(f"Referat fra styremøte, 11. november 2026\n\nTil stede: Kari, Per\n\n{text}")
    assert [goal.statement.plain for goal in document.all_goals] == ["få 60 nye medlemmer innen september"]


def test_a_point_that_is_told_to_its_end_leads_to_nothing() -> None:
    assert (
        goals("Referat 11. november 2026\n\n§ 2 Mål for 2027. Saken ble utsatt.\n\n• ta med kaffe\n• finne en ny dato\n") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "**Roof.** The roof is on and paid for. The warden is responsible. Done by 30 September 2027.",
        "**Tak.** Taket er lagt og betalt. Ansvarlig er warden. Senest 30. september 2027.",
        "**Folk.** 4.200 gjester sover her. Ansvarlig: warden. Senest 30. september 2027.",
        "**Tak.** Taket är lagt och betalt. Ansvarig: warden. Senast till skördefesten 30 september 2027.",
    ],
)
def test_sentences_behind_a_goal_say_whose_it_is_and_by_when(text: str) -> None:
    goal = the(f"# Mål\n\n{text}\n")
    assert (owners(goal), due(goal), len(goal.statement.plain.split()) < 8) == ("warden", "2027-09-30", True)


@pytest.mark.parametrize(
    "line",
    [
        "**2. Goals for the season.** Kim spoke first and then we settled on this:",
        "**Sak 2. Mål for vinteren.** Vi ble enige om dette:",
        "**§ 4 Mål för våren.** Vi enades om följande:",
        "**Punkt 3. Mål for foråret.** Vi blev enige om:",
    ],
)
def test_a_point_in_bold_print_names_the_goals_below_it(line: str) -> None:
    text = f"# Minutes, 4 November 2026\n\n{line}\n\n- Sell 40 tickets (Kim)\n- The roof does not leak\n"
    assert goals(text) == ["Sell 40 tickets", "The roof does not leak"]


def test_topics_with_pictures_below_a_lead_in() -> None:
    lead = "# Kära alla\n\nVi har tänkt på vad vi vill nå före sommaren 2027:\n\n"
    goal = "🧥 **Kläder:** Inget hänger mer än sex veckor. Greta ansvarar.\n\n"
    document = read(f"{lead}{goal}📚 **Böcker:** Hyllorna är sorterade.\n\nKom ihåg:\n\n* Julfest på fredag\n")
    assert [(goal.statement.plain, owners(goal)) for goal in document.all_goals] == [
        ("Inget hänger mer än sex veckor", "Greta"),
        ("Hyllorna är sorterade.", ""),
    ]


@pytest.mark.parametrize(
    "point",
    [
        "§ 4 Goals for 2027. The board adopted the goals below. Owner in brackets.",
        "**Ärende 3 Mål för 2027**\nFörslaget ändrades. Styrelsen antog följande mål:",
    ],
)
def test_a_point_of_minutes_that_points_to_its_goals(point: str) -> None:
    document = read(f"Protokoll\n\n{point}\n\n- Two halls are full\n- The roof is tight\n")
    assert [due(goal) for goal in document.all_goals] == ["2027-12-31"] * 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Plan 2027\n\nStyrelsen har satt som mål att servera 300 luncher i juni. Vi vill också att hälften är gröna.\n", 2),
        ("# Plan 2027\n\n## Focus areas\n\n### The smallest\n\nEvery child shall try 4 sports. The hall opens at 10.\n", 1),
        ("# Plan 2027\n\n## History\n\nEvery child shall try 4 sports.\n", 0),
        ("# Årsplan 2027\n\n## Indsatsområder\n\n### Drift\n\nMøderne skal holdes to gange om året.\n", 0),
    ],
)
def test_goals_of_areas_and_further_ones(text: str, said: int) -> None:
    assert len(goals(text)) == said


def test_a_paragraph_that_says_a_goal_and_leads_to_what_is_done_for_it() -> None:
    goal = the(
        "# Plan 2027\n\n## Money\n\nIt is tight. We aim to raise 40 000 by June. To make this happen we will:\n\n- bake\n"
    )
    assert (goal.statement.plain, [action.text.text for action in goal.actions]) == (
        "We aim to raise 40 000 by June.",
        ["bake"],
    )


def test_areas_of_no_plan_hold_rules_too() -> None:
    assert goals(
        "# Vedtekter\n\nFra 1950.\n\n## Mål\n\n- Synge for 40 eldre\n\n## Områder\n\nStyret skal ha 5 medlemmer.\n"
    ) == ["Synge for 40 eldre"]
