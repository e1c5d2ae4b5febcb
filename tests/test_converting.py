"""Documents as goal files: what they say, and what is found in them, stays the same."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from smartlint.converting import converted
from smartlint.formatter import formatted
from smartlint.goal import Document
from smartlint.linter import Linter, Settings, choose
from smartlint.parser import parse
from smartlint.readers import is_data, read_document
from smartlint.registry import load
from smartlint.testing import TODAY

FOLDER = Path(__file__).parent / "readers" / "documents"
ENDINGS = (".md", ".yaml", ".yml", ".json", ".toml", ".csv")
DOCUMENTS = sorted(path.name for path in FOLDER.iterdir() if path.suffix in ENDINGS)


@lru_cache
def document(name: str) -> Document:
    return read_document((FOLDER / name).read_text("utf-8"), name, today=TODAY)


#: All files of data, and some of the others, which readers read into the same drafts.
SOME = [name for name in DOCUMENTS if is_data(name)] + [name for name in DOCUMENTS if not is_data(name)][::5]
WITH_GOALS = [name for name in SOME if document(name).goals]


def said(document: Document) -> list[tuple[Any, ...]]:
    """What each goal says, with its depth."""

    def amount(quantity: Any) -> Any:
        return quantity and (quantity.low, quantity.high, quantity.unit)

    return [
        (
            goal.statement.plain,
            goal.kind,
            len(goal.path),
            [person.text for person in goal.owner],
            goal.deadline and goal.deadline.end,
            goal.period and (goal.period.start, goal.period.end),
            goal.status,
            amount(goal.baseline),
            amount(goal.target),
            goal.team,
            goal.language,
            [(action.text.plain.partition(" (")[0], action.deadline and action.deadline.end) for action in goal.actions],
        )
        for goal in document.all_goals
    ]


def codes(text: str, path: str) -> Counter[str]:
    linter = Linter(Settings(choose(load(), "smart"), TODAY))
    linter.check_text(text, path)
    return Counter(finding.rule.code for finding in linter.finish().findings)


@pytest.mark.parametrize("name", WITH_GOALS)
def test_the_goals_say_the_same(name: str) -> None:
    done = parse(converted(document(name)).text, today=TODAY)
    assert done.language == document(name).language
    assert said(done) == said(document(name))


@pytest.mark.parametrize("name", WITH_GOALS)
def test_the_same_is_found_in_them(name: str) -> None:
    text = converted(document(name)).text
    assert codes(text, "a.goals") == codes((FOLDER / name).read_text("utf-8"), name)


@pytest.mark.parametrize("name", WITH_GOALS)
def test_the_layout_is_the_canonical_one(name: str) -> None:
    text = converted(document(name)).text
    assert formatted(text) == text


def test_words_are_those_of_the_language() -> None:
    text = converted(read_document("mål:\n  - mål: Öka försäljningen till 40 kunder\n    owner: Stina Ek\n", "a.yaml")).text
    assert text == "mål: Öka försäljningen till 40 kunder\n  ägare: Stina Ek\n"


def test_teams_become_sections() -> None:
    text = "owner: Kim Day\nteams:\n  sales: {goals: [Sign 12 customers]}\n  it: {lead: Ola Vik, goals: [Answer in 4 hours]}\n"
    assert converted(read_document(text, "a.yaml")).text == (
        "owner: Kim Day\n\nteam: sales\nowner: Kim Day\n\ngoal: Sign 12 customers\n\n"
        "team: it\nowner: Ola Vik\n\ngoal: Answer in 4 hours\n"
    )


def test_suppressions_come_along() -> None:
    text = (
        "# smartlint: ignore-file[MEA] -- a draft\ngoals:\n  # smartlint: ignore[OWN001] -- not yet\n"
        "  - goal: Sign 12 customers\n    due: soon # smartlint: ignore[TIM002] -- we see\n"
    )
    assert converted(read_document(text, "a.yaml")).text == (
        "# smartlint: ignore-file[MEA] -- a draft\n# smartlint: ignore[OWN001] -- not yet\n"
        "goal: Sign 12 customers\n  deadline: soon  # smartlint: ignore[TIM002] -- we see\n"
    )


def test_a_goal_that_looks_like_a_target_is_told_from_one() -> None:
    text = converted(read_document("mål: [Sälja 40 cyklar, 50 nya kunder, 60 möten]\n", "a.yaml")).text
    assert len(parse(text).goals) == 3


def _days(document: Document) -> tuple[date | None, date | None]:
    time = document.goals[0].period
    return (time.start, time.end) if time is not None else (None, None)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("# Mål for 2026", "periode: 2026"),
        ("# Goals for spring 2026", "period: spring 2026"),
        ("# Goals 2026–27", "period: 2026-07-01 – 2027-06-30"),
        ("# Goals Q3 2026", "period: Q3 2026"),
    ],
)
def test_a_period_is_one_that_a_goal_file_can_have(title: str, period: str) -> None:
    document = read_document(f"{title}\n\n- Selge 9 brød\n", "a.md", language="nb" if "Mål" in title else "en")
    text = converted(document).text
    assert period in text.splitlines()
    assert _days(parse(text)) == _days(document)


def test_goals_in_blocks_of_data_come_along() -> None:
    text = '# Goals\n\n```json\n{"goals": [{"goal": "Sell \\"9\\" cakes", "owner": "Kim Day"}]}\n```\n'
    assert converted(read_document(text, "a.md")).text == 'goal: Sell "9" cakes\n  owner: Kim Day\n'


def test_a_length_of_time_that_is_no_deadline_does_not_become_one() -> None:
    document = read_document("# Goals 2027\n\n- Every complaint is answered within 14 days\n", "a.md", today=TODAY)
    (goal,) = parse(converted(document).text, today=TODAY).all_goals
    assert goal.deadline is not None
    assert str(goal.deadline.end) == "2027-12-31"


LEFT_OUT = [
    ("year: 2027\nquarter: 1\ngoals:\n  - name: Sign 9 clients\n", []),
    ("year: 2027\nmood: 3\ngoals:\n  - name: Sign 9 clients\n    owner: Amy Holt\n", ["3"]),
    ("goals:\n  - name: Raise sales\n    baseline: 10\n    target: {value: 12, unit: mill. kr}\n", []),
    ("goals:\n  - name: Sign 9 clients\n    actions:\n      - task: Visit 3 fairs\n        deadline: 2028-02-01\n", []),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_what_is_used_is_not_told_as_left_out(text: str, expected: list[str]) -> None:
    document = read_document(text, "a.yaml", today=TODAY)
    assert [document.source.slice(span) for span in converted(document).left_out] == expected


UNITS = [
    ("en", "Unit", "MNOK"),
    ("nb", "Enhet", "mill. kr"),
    ("nn", "Eining", "MNOK"),
    ("sv", "Enhet", "mkr"),
    ("da", "Enhed", "mio. kr."),
    ("sv", "Enhet", "tkr"),
    ("nb", "Enhet", "MEUR"),
    ("da", "Enhed", "pp"),
    ("en", "Unit", "%"),
]


@pytest.mark.parametrize(("language", "column", "unit"), UNITS)
def test_an_amount_keeps_the_scale_of_its_unit(language: str, column: str, unit: str) -> None:
    word = {"en": "Goal;Baseline;Target", "sv": "Mål;Nuläge;Målvärde", "da": "Mål;Baseline;Måltal"}.get(
        language, "Mål;Utgangspunkt;Måltall"
    )
    document = read_document(f"{word};{column}\nOrder;10;12\n", "a.csv", language=language)
    fields = document.goals[0].fields
    done = parse(converted(document).text).goals[0].fields
    for name in ("baseline", "target"):
        assert (done[name].value.low, done[name].value.unit) == (fields[name].value.low, fields[name].value.unit)
        assert done[name].text.plain == fields[name].value.text


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv", "da"])
def test_a_key_result_keeps_its_number(language: str) -> None:
    text = "# OKR\n\n## Objective 1: Hej\n\n- KR 2: NPS 30 > 45\n- NR 3.1: 40 > 50\n- KR4: 50 > 60\n"
    document = read_document(text, "a.md", language=language)
    done = parse(converted(document).text)
    assert [goal.id.text for goal in done.all_goals] == ["1", "KR2", "NR3.1", "KR4"]
    words = {
        "en": "objective 1: Hej",
        "nb": "okr-mål 1: Hej",
        "nn": "okr-mål 1: Hej",
        "sv": "okr-mål 1: Hej",
        "da": "okr-mål 1: Hej",
    }
    assert words[language] in converted(document).text.splitlines()


def test_a_section_stands_apart_from_the_goal_above() -> None:
    text = "Sales:\n  - Win 20 new customers\nMarketing:\n  - Publish 12 posts\n"
    assert converted(read_document(text, "goals.yaml")).text == (
        "team: Sales\n\ngoal: Win 20 new customers\n\nteam: Marketing\n\ngoal: Publish 12 posts\n"
    )
