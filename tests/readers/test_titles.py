"""Titles: a document with a single goal, areas of a plan, what a subtitle says."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read, the

FACTS = {
    "en": "# Parents get an answer within two days\n\nOwner: Hanna Lind\nPeriod: 2027\n",
    "nb": "# Foreldre får svar innen to dager\n\n| | |\n|---|---|\n| Ansvarlig | Hanna Lind |\n| Periode | 2027 |\n",
    "nn": "---\nansvarleg: Hanna Lind\nperiode: 2027\nstatus: i gang\n---\n\n# Foreldra får svar innan to dagar\n",
    "sv": "# Föräldrar får svar inom två dagar\n\n**Ansvarig:** Hanna Lind\n**Period:** 2027\n",
    "da": "---\nejer: Hanna Lind\nperiode: 2027\nstatus: i gang\n---\n\n# Forældre får svar inden for to dage\n",
}


@pytest.mark.parametrize("text", FACTS.values(), ids=FACTS)
def test_a_title_with_its_facts_is_the_goal(text: str) -> None:
    goal = the(f"{text}\n## FAQ\n\n- 74\n")
    assert (owners(goal), due(goal)) == ("Hanna Lind", "2027-12-31")


@pytest.mark.parametrize("title", ["# Plan for the team", "# Team goals 2027", "# Team Blue"])
def test_the_title_of_a_plan_is_none(title: str) -> None:
    assert goals(f"{title}\n\nOwner: Hanna Lind\nPeriod: 2027\n\nWe are four.\n") == []


def test_the_next_months_and_deliverables_with_their_days_are_parts_of_the_goal() -> None:
    table = "| Leveranse | Ansvarlig | Frist |\n|---|---|---|\n| Ny henger er kjøpt | Odd | 2027-02-01 |\n"
    text = f"{FACTS['nb']}\n## De neste seks månedene\n\n- Avtale med fire gårder er signert\n\n## Leveranser\n\n{table}"
    assert goals(text)[1:] == [".Avtale med fire gårder er signert", ".Ny henger er kjøpt"]
    assert owners(read(text).goals[0].children[1]) == "Odd"


def test_deliverables_in_a_bare_list_say_how() -> None:
    assert len(goals(f"{FACTS['en']}\n## Deliverables\n\n- Help page\n- New form\n")) == 1


def test_a_subtitle_says_when() -> None:
    text = "CORNER BOOKSHOP\nObjectives and key results, first half of 2027\n\nObjective 1: Children find their first book\n"
    assert due(the(text)) == "2027-06-30"


def test_an_area_of_a_plan_with_its_owner() -> None:
    text = "# Årsplan 2027\n\n## Diakoni (ansvar: Berit Moe)\n\n- Alle over 85 år får tilbud om besøk\n- 40 middager\n"
    assert [owners(goal) for goal in read(text).all_goals] == ["Berit Moe", "Berit Moe"]


VALID = {
    "en": "# Club goals\n\nApplies from 1 September 2026 to 30 April 2027.\n\n- Sell 9 cakes\n",
    "nb": "# Klubbens mål\n\n> Gjelder fra 1. september 2026 til 30. april 2027. Les den.\n\n- Selge 9 kaker\n",
    "nn": "# Måla til laget\n\n> Gjeld sesongen 2026/2027, frå 1. september 2026 til 30. april 2027.\n\n- Selje 9 kaker\n",
    "sv": "# Klubbens mål\n\nGäller 1 september 2026 – 30 april 2027\n\n- Sälja 9 kakor\n",
    "da": "# Klubbens mål\n\n> Gælder fra 1. september 2026 til 30. april 2027.\n\n- Sælge 9 kager\n",
}


@pytest.mark.parametrize("language", VALID)
def test_a_line_near_the_title_says_for_how_long_all_holds(language: str) -> None:
    assert due(the(VALID[language], language)) == "2027-04-30"


LASTS = {
    "en": "The season runs from 1 August 2031 to 15 December 2031.",
    "nb": "Høstsesongen går fra 1. august 2031 til 15. desember 2031.",
    "nn": "Haustsesongen går frå 1. august 2031 til 15. desember 2031.",
    "sv": "Höstsäsongen pågår från 1 augusti 2031 till 15 december 2031.",
    "da": "Efterårssæsonen går fra 1. august 2031 til 15. december 2031.",
}


@pytest.mark.parametrize("language", LASTS)
def test_a_sentence_near_the_title_says_how_long_all_lasts(language: str) -> None:
    word = "Goals" if language == "en" else "Mål"
    assert due(the(f"# {word}\n\n{LASTS[language]}\n\n- 9 tenor\n", language)) == "2031-12-15"


def test_a_report_of_what_is_over_has_no_time_for_its_goals() -> None:
    assert due(the("# Goals\n\nCovers May 2025.\n\n- Sell 9 cakes\n")) == ""


def test_the_line_below_a_title_names_the_plan_and_its_year() -> None:
    text = "Kitchen\nPlan for 2027, as agreed\n\nMore people eat here\n- 9 meals a day\n- Open on 9 Sundays\n\n"
    assert due(read(f"{text}Less waste\n- Waste below 6 kg\n- At most 9 bins\n").all_goals[0]) == "2027-12-31"


@pytest.mark.parametrize("heading", ["January to March", "Året 2027", "Våren 2027", "2027"])
def test_a_time_to_come_is_over_goals_where_its_list_says_so(heading: str) -> None:
    aimed = "- Waste down from 12 to 7 percent\n- Hire a baker by 1 March\n- Jam\n"
    assert len(goals(f"# The bakery\n\n## {heading}\n\n{aimed}")) == 3
    assert goals(f"# The bakery\n\n## {heading}\n\n- Jam\n- Support for 3 kinds of flour\n- Bread\n") == []
    assert goals(f"# The bakery\n\n## Summer 2019\n\n{aimed}") == []


def test_what_a_title_promises_can_be_kept_above_other_lists() -> None:
    text = "# Objectives 2027\n\n- Answer 9 of 10 calls\n- Waste under 5 %\n\n## Kitchen\n\n{}\n"
    assert len(goals(text.format("- new kettle\n- the tap drips"))) == 2
    assert len(goals(text.format("- No burns\n- Waste under 2 %"))) == 4


def test_the_goal_of_a_document_is_its_sentence_rather_than_its_name() -> None:
    table = "| | |\n|---|---|\n| Owner | Kim |\n| Period | 2027 |\n\n"
    aim = "By the end of 2027 anybody shall be able to see each of them."
    assert goals(f"# Open stores\n\n{table}## Summary\n\nWe have 18,300 things. {aim}\n") == [aim]
    assert goals(f"# Project plan: open stores\n\n{table}## Background\n\nWe have 18,300 things.\n") == []


@pytest.mark.parametrize(
    "aim",
    ["Our goal is to stay open all winter.", "Nämndens mål är att fler barn ska läsa.", "Målet er å ha ope heile vinteren."],
)
def test_a_sentence_that_says_that_it_is_the_goal(aim: str) -> None:
    results = "- Takings of at least 240,000\n- Waste under 3,000\n"
    assert goals(f"# The shop\n\n{aim}\n\n{results}") == [aim, ".Takings of at least 240,000", ".Waste under 3,000"]
    assert goals(f"# Plan 2027\n\n## Winter\n\n{aim}\n") == [aim]


@pytest.mark.parametrize(
    "title",
    ["# MUS: Birgitte, fodterapeut", "# Utviklingssamtale – Birgitte", "Medarbetarsamtal: Birgitte (vik.)", "PDP: Birgitte"],
)
def test_whose_goals_a_talk_is_about(title: str) -> None:
    assert owners(the(f"{title}\n\n**Mine mål**\n\n- 70 % af patienterne booker igen\n")) == "Birgitte"


def test_other_titles_name_nobody() -> None:
    assert owners(the("# Museet i Oslo: Sentrum\n\n- Mål 1: 70 % av gjestene kommer igjen\n")) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "These are our goals. This is Q1 2027."),
        ("en", "OKRs of the platform group. One file a quarter; this is **Q1 2027**. Older ones lie elsewhere."),
        ("nb", "Vi er lageret, og dette er 1. kvartal 2027."),
        ("nb", "Dette er målene våre for 1. kvartal 2027."),
        ("nn", "Dette er måla for 1. kvartal 2027."),
        ("sv", "Det här är målen för kvartal 1 2027."),
        ("da", "Her er vores mål for 1. kvartal 2027."),
    ],
)
def test_a_sentence_that_presents_goals_says_when(language: str, text: str) -> None:
    assert due(the(f"# Team\n\n{text}\n\n- KR1: Cut waste to 4 %\n", language)) == "2027-03-31"


def test_a_sentence_about_another_time_does_not() -> None:
    assert due(the("# Team\n\nThis is not Q1 2027.\n\n- KR1: Cut waste to 4 %\n")) == ""


def test_a_table_of_who_and_how_long_is_over_the_goals_in_bold_print_below() -> None:
    table = "| | |\n|---|---|\n| Owner | Nadja |\n| Applies | first half of 2027 |\n"
    goal = the(f"# Team contract\n\n{table}\n**Our goals**\n\n- Under 60 in the queue\n")
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Under 60 in the queue", "Nadja", "2027-06-30")


@pytest.mark.parametrize("heading", ["This week", "Denne uka", "Denne veka", "Denna vecka", "Denne uge"])
def test_a_week_outside_the_time_of_the_whole_has_errands(heading: str) -> None:
    assert goals(f"# Mål 2027\n\n- Selge 40 båter\n\n## {heading}\n\n- [x] ringe Anna\n- [ ] kake til 9\n") == [
        "Selge 40 båter"
    ]


def test_a_week_of_the_time_of_the_whole_has_goals() -> None:
    text = "# Mål för våren 2027\n\n## Vecka {}\n\n- Sälj 40 luncher\n"
    assert (goals(text.format(5)), goals(text.format(47))) == (["Sälj 40 luncher"], [])


def test_a_project_is_no_goal_where_its_goals_are_stated() -> None:
    text = "# Prosjekt: Nytt lager i Mo\n\n| | |\n|---|---|\n| Status | Godkjent |\n| Eier | Kari Moe |\n\n"
    below = "## Prosjektmål\n\nLageret er i drift senest 1. oktober 2027\n\n"
    below += "### Delmål 1: Tomta er kjøpt\n\nAnsvarlig: Per. Frist: 1. mars 2027.\n"
    whole, part = read(text + below).all_goals
    assert (whole.statement.plain, due(part)) == ("Lageret er i drift senest 1. oktober 2027", "2027-03-01")
    assert owners(part) == "Per"
    assert len(goals(text)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "The year ahead (2027)",
        "Året som kommer (2027)",
        "Året framfor oss (2027)",
        "Det kommande året (2027)",
        "Året der kommer (2027)",
    ],
)
def test_headings_of_the_year_to_come_are_objectives_over_their_results(title: str) -> None:
    text = f"# {title}\n\n### Boats are ready on the day\n\n- 4 of 5 in the week quoted\n- Wait 4 minutes\n\n"
    text += "### Fewer old debts (Kim)\n\n- Under 60 days\n"
    first, second = read(text).goals
    assert (first.kind, len(first.children), owners(second)) == ("objective", 2, "Kim")


@pytest.mark.parametrize(
    ("title", "team"),
    [
        ("Goals 2027 – HR", "HR"),
        ("Marketing OKRs Q1 2027", "Marketing"),
        ("Mål 2027 – kundeservice", "kundeservice"),
        ("Mål för försäljning 2027", "försäljning"),
        ("Goals 2027 – better mornings", ""),
    ],
)
def test_a_title_names_the_team(title: str, team: str) -> None:
    assert str(the(f"# {title}\n\n- Win 900 readers\n").team) == team
