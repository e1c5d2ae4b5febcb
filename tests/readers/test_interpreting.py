"""Headings, lead-ins and lines: what of a document is goals, and which goal belongs to which."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read, the


def test_a_heading_speaks_of_the_list_below_it() -> None:
    assert goals("# A shop\n\n- Cheap\n\n## Goals\n\n- Sell 9 cakes\n\n## Features\n\n- Fast\n") == ["Sell 9 cakes"]


def test_the_kind_is_that_of_the_heading() -> None:
    document = read("## Effektmål\n\n- Mindre kø\n\n## Resultatmål\n\n- Ny skranke\n")
    assert [goal.kind for goal in document.all_goals] == ["effect", "result"]


def test_headings_are_objectives_where_they_are_sentences() -> None:
    text = "# OKRs\n\n## Sales\n\n### Sell more to fewer\n\n- Sign 9 schools\n"
    assert goals(text) == ["Sell more to fewer", ".Sign 9 schools"]
    assert [goal.team for goal in read(text).all_goals] == ["Sales", "Sales"]


def test_key_results_below_their_own_heading() -> None:
    assert goals(
        "# OKRs\n\n## Objective 1: Sell more\n\n### Key results\n\n- 9 schools\n\n## Objective 2: Bake less\n\n- 4 pies\n"
    ) == [
        "Sell more",
        ".9 schools",
        "Bake less",
        ".4 pies",
    ]


def test_lines_without_markup() -> None:
    assert goals("Objective 1: Sell more\n    KR1: 9 schools\n  KR2: 4 shops\nObjective 2: Bake less\n KR1: 4 pies\n") == [
        "Sell more",
        ".9 schools",
        ".4 shops",
        "Bake less",
        ".4 pies",
    ]


def test_a_label_with_its_text_below_it() -> None:
    assert goals("**Objective**\n\nSell more to fewer customers\n\n**Key results**\n\n- Sign 9 schools\n")[-1].endswith(
        "Sign 9 schools"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "What are OKRs?",
        "Not doing",
        "Out of scope",
        "Example",
        "Retrospective",
        "Rammer",
        "Avgränsningar",
        "Skabelon",
        "Goals we did not take",
    ],
)
def test_asides_have_no_goals_even_with_labels(heading: str) -> None:
    assert goals(f"# Goals 2026\n\n## {heading}\n\n- Objective: Sell more\n- Sell 9 cakes\n\nKR1: Sell 4 pies\n") == []


@pytest.mark.parametrize("text", ["XXX", "TBD", "…", "[goal here]", "{goal}", "-"])
def test_templates(text: str) -> None:
    assert goals(f"# Goals\n\n- {text}\n\nGoal: {text}\n") == []


def test_a_lead_in_ends_with_its_list() -> None:
    assert goals("Our goals for 2026:\n\n- Sell 9 cakes\n\nThanks to:\n\n- Kim\n\nCome by.\n\n- Monday\n") == ["Sell 9 cakes"]


def test_owner_of_a_part_and_of_a_goal() -> None:
    document = read("# Goals\n\nOwner: Amy Holt\n\n- Sell 9 cakes\n- Bake 7 pies (Kim Day)\n\n## Zoe\n\n- Open 2 shops\n")
    assert [owners(goal) for goal in document.all_goals] == ["Amy Holt", "Kim Day", "Zoe"]


def test_fields_below_a_heading_that_is_a_goal() -> None:
    text = (
        "## Mål 1: Selge 9 kaker\n\n**Frist:** 1. mai 2026\n\n### Tiltak\n\n- [ ] Bake\n  - Kna\n- Selge\n\n"
        "### Suksesskriterier\n\n- Fornøyde kunder\n"
    )
    goal = the(text)
    assert due(goal) == "2026-05-01"
    assert [action.text.text for action in goal.actions] == ["Bake", "Selge"]
    assert [action.text.text for action in goal.actions[0].actions] == ["Kna"]
    assert goal.fields["done_when"].text.plain == "Fornøyde kunder"


def test_a_rationale_is_a_field_and_no_goal() -> None:
    text = "# OKRs\n\n## Objective: Sell more\n\nRationale:\n\n- Rent went up\n\nKey results:\n\n- 9 schools\n"
    assert goals(text) == ["Sell more", ".9 schools"]
    assert read(text).all_goals[0].fields["why"].text.plain == "Rent went up"


def test_prose_is_no_goal() -> None:
    assert goals("# Goals 2026\n\nWe met twice. Nobody objected.\n\n- Sell 9 cakes\n\nThat is all.\n") == ["Sell 9 cakes"]


def test_what_made_it_a_goal_is_kept() -> None:
    table = "| KR | Owner |\n|--|--|\n| Bake 7 pies | Kim Day |\n"
    text = f"# Plans\n\n## Our goals\n\n- Sell 9 cakes\n\n{table}\nGoal 3: Open 2 shops\n"
    because = [goal.because for goal in read(text).all_goals]
    assert [text[span.start : span.end] for span in because if span is not None] == ["Our goals", "KR", "Goal 3"]


def test_a_numbered_goal_ends_what_a_lead_in_told() -> None:
    text = "# Mål 2027\n\n* **Mål 1: Flere gjester**\n\n**Slik gjør vi det:**\n* Smake\n\n* **Mål 2: Rent kjøkken**\n"
    assert goals(text) == ["Flere gjester", "Rent kjøkken"]


def test_examples_have_no_goals_until_a_rule_ends_them() -> None:
    text = "# OKR 2027\n\nExample:\n- **O1: Best in town**\n  - KR1: 9 stars\n"
    assert goals(text) == []
    assert goals(f"{text}\n---\n\n- **O2: Guests return**\n  - KR1: 300 guests\n") == ["Guests return", ".300 guests"]


def test_people_with_their_roles_are_headings_of_their_goals() -> None:
    text = "# Kinoen – det vi skal nå i 2027\n\n### Per Ove (teknikk)\n\n- Ny projektor i drift\n\n"
    found = read(f"{text}### Runa (marked)\n\n- Flere unge i salen\n\n### Åse (leder)\n\n- 60 filmer\n").all_goals
    assert [owners(goal) for goal in found] == ["Per Ove", "Runa", "Åse"]


def test_a_language_is_a_topic_and_habits_are_no_objective() -> None:
    assert goals("# Mål 2027\n\n**Språk**\n\n- Alla barn får höra högläsning\n") == ["Alla barn får höra högläsning"]
    assert "Faste vaner" not in goals("# Mål 2027\n\n## Faste vaner\n\n- Tre økter i uka\n")


def test_the_leader_of_a_project_does_not_answer_for_each_goal() -> None:
    assert owners(the("# Projektplan\n\nProjektledare: Mats Örn\n\n## Delmål 1: Allt är skannat\n", "sv")) == ""


def test_an_agenda_is_no_list_of_goals() -> None:
    text = "## Planleggingsmøte 29/9\n\n1. Godkjenning av referat – ok\n1. Mål for Q4, se under\n\n"
    assert goals(f"{text}**Mål Q4 2026:**\n\n- Svare på 90 sekunder\n") == ["Svare på 90 sekunder"]


@pytest.mark.parametrize("question", ["Kva gjorde vi i 2026?", "What did we do last year?", "Vad gjorde vi i fjol?"])
def test_a_question_about_what_was_is_answered_by_no_goals(question: str) -> None:
    text = "# Mål 2027\n\n- Selje 9 kaker\n\n<details>\n<summary>{question}</summary>\n\n- selde 4 kaker\n\n</details>\n"
    assert goals(text.format(question=question)) == ["Selje 9 kaker"]


def test_a_heading_that_names_goals_and_says_more_is_none_itself() -> None:
    heading = "Våre OKR-er for Q1 2027, slik de sto da vi gikk hjem den kvelden"
    text = (
        f"# OKR-kurs\n\n## {heading}\n\n**Ingen venter for lenge** (Dag)\n\n- Ventetid under 4 dager\n- 85 % er klare i tide\n"
    )
    assert goals(text) == ["Ingen venter for lenge", ".Ventetid under 4 dager", ".85 % er klare i tide"]


@pytest.mark.parametrize("heading", ["Typical mistakes:", "Typiske feil:", "Typiska misstag:", "Typiske fejl:"])
def test_mistakes_and_homework_are_no_goals(heading: str) -> None:
    text = f"# OKR clinic\n\n{heading}\n\n- Too many, three will do\n\n## Homework by 4 May\n\n1. Find 3 figures.\n"
    assert goals(text) == []


@pytest.mark.parametrize(
    "lead",
    [
        "For the 2027 season I'd propose:",
        "For sesongen 2027 foreslår styret:",
        "Det här siktar vi på under första halvåret 2027:",
        "Dette sigter vi efter i 2027:",
    ],
)
def test_lead_ins_of_mails_that_say_what_is_aimed_at(lead: str) -> None:
    text = f"Hi all,\n\nthanks for the talk.\n\n{lead}\n\n1) 80 members by August\n2) A new roof\n\nPraktisk:\n- kaffe\n"
    assert goals(text) == ["80 members by August", "A new roof"]


def test_a_lead_in_that_proposes_something_else_promises_nothing() -> None:
    assert goals("For 2027 I propose lunch at noon:\n\n- soup\n- bread\n") == []


@pytest.mark.parametrize("title", ["Where do we want to go?", "Klubben – hvor vil vi hen?", "Vart vill vi?"])
def test_a_title_that_asks_where_to_go_promises_goals(title: str) -> None:
    text = (
        f"# {title}\n\n## 2027\n\nForslag:\n\n1. 300 medlemmer\n2. Fire nye trænere\n\n## Hvad er et mål?\n\n- noget med tal\n"
    )
    assert goals(text) == ["300 medlemmer", "Fire nye trænere"]


@pytest.mark.parametrize(
    "heading", ["How we know that we are there", "Korleis vi veit at vi er framme", "Hur vi vet att vi är framme"]
)
def test_the_signs_of_a_goal_are_no_goals(heading: str) -> None:
    assert (
        len(goals(f"# Goal: Every pupil has a friend by June 2027\n\n## {heading}\n\n- 85 % say so\n- At most two leave\n"))
        == 1
    )


@pytest.mark.parametrize("line", ["The project has succeeded when", "Prosjektet er lykkes når", "Projektet har lyckats när"])
def test_a_line_that_its_list_ends(line: str) -> None:
    assert goals(f"# Project\n\n## Success criteria\n\n{line}\n\n- 30 people are trained\n- the roof is tight\n") == [
        "30 people are trained",
        "the roof is tight",
    ]
    assert goals(f"# Handbook\n\n{line}\n\n- 30 people are trained\n- the roof is tight\n") == []


def test_a_title_with_a_clause_is_no_list_of_deeds() -> None:
    assert goals("# The trust: what we are trying to do\n\n## Goals for 2027\n\n1. Open 3 rooms\n") == ["Open 3 rooms"]


@pytest.mark.parametrize("line", ["For the rest of 2027 the office wants", "Alle som jobber her i 2027, ønsker"])
def test_a_line_that_says_who_wants_something(line: str) -> None:
    items = "- fewer than five changes a month\n- a score of 8.5\n"
    assert len(goals(f"# Morning\n\n{line}\n\n{items}")) == 2
    assert goals(f"# Morning\n\n{line.replace('2027', 'May')}\n\n{items}") == []
