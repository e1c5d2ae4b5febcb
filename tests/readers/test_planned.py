"""Plans in which nothing is called a goal: objectives are known by the figures below them."""

from __future__ import annotations

import pytest

from tests.readers.told import due, goals, owners, read

HEADINGS = """\
# Quality plan 2027

### Nobody waits in the corridor

- Median wait down from 40 to 25 minutes
- Every patient has a bed within 4 hours

### Background

- the trust asked for it

### People want to stay

- Sick leave below 6 %
- Exit talks held with everyone who leaves
"""


def test_headings_over_figures_are_objectives() -> None:
    assert goals(HEADINGS) == [
        "Nobody waits in the corridor",
        ".Median wait down from 40 to 25 minutes",
        ".Every patient has a bed within 4 hours",
        "People want to stay",
        ".Sick leave below 6 %",
        ".Exit talks held with everyone who leaves",
    ]


@pytest.mark.parametrize("title", ["# Minutes, week 34", "# How the ward works", "# Release 2.4"])
def test_what_is_no_plan_has_no_unmarked_objectives(title: str) -> None:
    assert read(HEADINGS.replace("# Quality plan 2027", title)).all_goals == ()


@pytest.mark.parametrize("plan", ["Verksamhetsplan 2027", "Virksomhetsplan 2027", "Verksemdsplan 2027", "Handleplan 2027"])
def test_lines_over_lists_are_objectives(plan: str) -> None:
    text = f"{plan}\n====\n\nTaket håller tätt\n - 400 nya pannor\n - 2 stuprör\n\nAlla kan simma\n - 30 märken\n - bad i maj\n"
    assert goals(text) == ["Taket håller tätt", ".400 nya pannor", ".2 stuprör", "Alla kan simma", ".30 märken", ".bad i maj"]


def test_a_plan_without_figures_says_nothing_of_its_headings() -> None:
    assert read("# Plan 2027\n\n## We open early\n\n- coffee\n- bread\n\n## We close late\n\n- tea\n- cake\n").all_goals == ()


def test_departments_and_days_are_no_objectives() -> None:
    text = "# Plan 2027\n\n## Sales team\n\n- 40 calls a day\n\n## March 2027\n\n- 3 fairs\n"
    assert read(text).all_goals == ()


def test_a_sentence_beside_objectives_is_one_though_its_list_has_no_figures() -> None:
    more = "### The kitchen lasts all summer\n\n- Pans down from 9 to 4\n\n### Everyone is welcome here\n\n- Nicer chairs\n"
    found = goals(f"{HEADINGS}\n{more}\n### Odds and ends\n\n- A hook\n")
    assert found[-4:] == ["The kitchen lasts all summer", ".Pans down from 9 to 4", "Everyone is welcome here", ".Nicer chairs"]


#: Plans for a time to come, in which nothing is called a goal: bold lines, lines, headings over lists.
AREAS = {
    "en": "2031!!\n====\n\n**choir**\n- [ ] 40 singers\n- [ ] sing from memory\n\n**not now**\n- [ ] 2 records\n",
    "nb": "# Årsplan 2031 for koret\n\n## Sang\n\n- 40 sangere\n- Synge utenat\n\n## Huskeliste\n\n- 4 poser kaffe\n",
    "nn": "planar for koret 2031\n\nSong\n * 40 songarar\n * synge utan noter\n\nhugs\n * 4 posar kaffi\n",
    "sv": "# Körens planer 2031\n\n## Sång\n\n- 40 sångare\n- Sjunga utantill\n\n## Så blev det 2030\n\n- 28 sångare\n",
    "da": "# Koret — Q1 2031\n\nsang\n- [ ] 40 sangere\n- [ ] synge udenad\n\nparkeringsplads\n- 2 plader\n",
}


@pytest.mark.parametrize("language", AREAS)
def test_lists_below_the_topics_of_a_plan_for_a_time_to_come_are_goals(language: str) -> None:
    found = read(AREAS[language], language).all_goals
    assert len(found) == 2
    assert {due(goal)[:4] for goal in found} == {"2031"}


@pytest.mark.parametrize(
    "title",
    [
        "# Trip plan 2031",
        "# Choir 2031",
        "# Week 34",
        "# 2019",
        "# The choir",
        "# Minutes, 2031",
        "# Choir plan 2031\n\n## Our goals\n\n- Sing 9 songs",
    ],
)
def test_topics_of_another_text_have_no_goals(title: str) -> None:
    text = f"{title}\n\n## Choir\n\n- 40 singers\n- Sing from memory\n"
    assert "40 singers" not in goals(text)


def test_an_objective_may_name_its_owner() -> None:
    text = HEADINGS.replace("Nobody waits in the corridor", "Nobody waits in the corridor (Priya)")
    first, *_ = read(text).all_goals
    assert (first.statement.plain, owners(first)) == ("Nobody waits in the corridor", "Priya")


def test_a_title_with_its_time_behind_a_colon() -> None:
    lists = "Gäster ska vara väntade\n\n- 750 nätter i hamnen\n\nIngen kommer till skada\n\n- Alla 58 stegar är hela\n"
    assert len(goals(f"# Kontoret: drift 2027\n\n{lists}")) == 4
    assert goals(f"# Kontoret: drift\n\n{lists}") == []


@pytest.mark.parametrize("about", ["About this plan", "Om arbeidsplanen", "Om verksamhetsplanen"])
def test_a_heading_that_says_that_the_document_is_a_plan(about: str) -> None:
    text = (
        f"# The club\n\n## {about}\n\nIt is adopted in May.\n\n## House\n\nWe will\n\n1. rent it out 45 weekends\n1. paint it\n"
    )
    assert goals(text) == ["rent it out 45 weekends", "paint it"]


def test_what_is_said_no_to_is_none() -> None:
    for heading in ("Vi säger nej till", "Dette sier vi nei til", "We say no to"):
        assert goals(f"# OKR Q1 2027\n\n## {heading}\n\n- Mässan i Älvsjö\n- Pumpar under 15 000 kr\n") == []
