"""Data files as documents: their language, what cannot be read, suppressions."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smartlint.converting import converted
from smartlint.goal import Problem
from smartlint.parser import parse
from smartlint.readers import read_document
from smartlint.testing import TODAY
from tests.readers.data import read, the
from tests.readers.told import due, owners


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("goals: [Sign 12 new customers]", "en"),
        ("goals: [Øke salget til nye kunder i nord]", "nb"),
        ("objectives: [Auke salet til dei som ikkje har kjøpt før]", "nn"),
        ("mål: [Öka försäljningen till nya kunder]", "sv"),
        ("goals: [Øge salget til nye kunder i hele landet, så vi ikke behøver låne]", "da"),
        ("language: da\ngoals: [Sign 12 new customers]", "da"),
    ],
)
def test_the_language_is_that_of_the_texts(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [("a.yaml", "a: b: c", "YAML"), ("a.YML", "a:\n\t- b", "YAML"), ("a.json", "{,}", "JSON"), ("a.toml", "a = ", "TOML")],
)
def test_what_cannot_be_read_is_one_problem_with_its_place(path: str, text: str, name: str) -> None:
    document = read(text, path)
    (problem,) = document.problems
    assert (problem.kind, problem.variant, problem.data["format"]) == ("unreadable-file", "format", name)
    assert document.goals == ()


@pytest.mark.parametrize("path", ["a.yaml", "a.json", "a.toml"])
def test_an_empty_file_has_no_goals(path: str) -> None:
    assert [(problem.kind, problem.variant) for problem in read("\n", path).problems] == [("no-goals", "empty")]


def test_without_its_package_yaml_is_told_as_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    expected = Problem("unreadable-file", "package", read("a: b").problems[0].span, {**read("a: b").problems[0].data})
    assert read("a: b").problems == (expected,)
    assert expected.data["package"] == "ruamel.yaml"


def test_a_suppression_at_the_end_of_a_line_is_for_that_line() -> None:
    document = read("goals:\n  - Sign 12 customers # smartlint: ignore[OWN001] -- not yet\n  - Open 3 shops\n")
    (directive,) = document.directives
    first, second = document.goals
    assert any(span.contains(first.statement.span) for span in directive.scope)
    assert not any(span.contains(second.statement.span) for span in directive.scope)


def test_a_suppression_for_the_file() -> None:
    (directive,) = read("# smartlint: ignore-file[OWN001] -- a draft\ngoals: [Sign 12 customers]\n").directives
    assert directive.whole_file


def test_wrapped_and_folded_texts_are_one_sentence() -> None:
    for text in (
        "goals:\n  - Sign 12 new customers\n    in the north\n",
        "goals:\n  - >-\n    Sign 12 new customers\n    in the north\n",
        'goals:\n  - "Sign 12 new customers\n    in the north"\n',
    ):
        goal = the(text)
        assert goal.statement.plain == "Sign 12 new customers in the north"
        assert text[goal.statement.span.start : goal.statement.span.end].split() == goal.statement.plain.split()


KEYS = (
    "goals goal objective key_results KR1 mål owner deadline 2026 Q3 teams people unit target from how milestones status title "
    "description id type period tags sales x confidence metric done"
).split()
TEXTS = st.sampled_from(
    'Sign 12 new customers|Øke salget til 40 \\ "x"|Kim Day|2026-05-01|Q3 2026|45|%|done|goal||7/10|a: b'.split("|"),
)
FILES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers(0, 3000),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=25,
)


@settings(deadline=None, max_examples=60)
@example(file={"status": {"goals": "Sign 12 new customers"}}, path="plan.json", plain=False)
@given(FILES, st.sampled_from(["plan.json", "plan.yaml", "goals.json"]), st.booleans())
def test_whatever_stands_in_a_file_every_place_is_in_it(file: Any, path: str, plain: bool) -> None:
    text = json.dumps(file, ensure_ascii=plain, indent=1)
    document = read(text, path)
    size = len(text)
    for goal in document.all_goals:
        spans = [goal.head, goal.statement.span, goal.span, *(field.word.span for field in goal.fields.values())]
        spans += [field.text.span for field in goal.fields.values() if field.text]
        assert all(0 <= span.start <= span.end <= size for span in spans)
        assert goal.because is not None
        assert goal.statement
    assert all(0 <= problem.span.start <= problem.span.end <= size for problem in document.problems)
    if document.goals:
        done = parse(converted(document).text, today=TODAY)
        assert len(done.all_goals) == len(document.all_goals)


def test_the_title_of_a_file_has_a_time() -> None:
    document = read_document("title: Goals for spring 2027\naims:\n  - text: Answer 9 of 10 calls\n", "a.yaml", today=TODAY)
    assert [due(goal) for goal in document.all_goals] == ["2027-05-31"]
    document = read_document("titel: Mål første halvår 2027\nmål:\n  - titel: Svare på 9 af 10 opkald\n", "a.yaml", today=TODAY)
    assert [due(goal) for goal in document.all_goals] == ["2027-06-30"]


def test_whose_file_it_is() -> None:
    document = read_document(
        'navn = "Ingrid Nes"\n\n[[mål]]\ntekst = "Ringe tjue nye kunder"\n'.replace("mål", "maal"), "a.toml"
    )
    assert [owners(goal) for goal in document.all_goals] == ["Ingrid Nes"]


def test_the_key_of_a_goal_is_its_id_whatever_it_means_elsewhere() -> None:
    text = "goals:\n  log:\n    text: Write every log the same day\n  teams:\n    text: Have 60 people in teams\n"
    document = read_document(text, "a.yaml", today=TODAY)
    assert [goal.statement.plain for goal in document.all_goals] == ["Write every log the same day", "Have 60 people in teams"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("goals:\n  - due: 2027-03-31\n    # {}\n    name: Sell 9 cakes\n  - name: Mend 4 bikes\n", "a.yaml"),
        ("mål:\n  - id: M1\n    # {}\n    namn: Sälja 9 kakor\n  - namn: Laga 4 cyklar\n", "a.yaml"),
        ('[[goals]]\ndue = 2027-03-31\n# {}\nname = "Sell 9 cakes"\n[[goals]]\nname = "Mend 4 bikes"\n', "a.toml"),
    ],
)
def test_a_suppression_above_the_name_of_a_goal_is_for_that_goal(text: str, path: str) -> None:
    document = read_document(text.format("smartlint: ignore[OWN001] -- vacant"), path, today=TODAY)
    first, second = document.goals
    (directive,) = document.directives
    assert any(span.contains(first.statement.span) for span in directive.scope)
    assert not any(span.contains(second.statement.span) for span in directive.scope)


@pytest.mark.parametrize("head", ["plan:\n  title: Fleet", "handlingsplan:\n  tittel: Båtene", "strategi:\n  titel: Båtar"])
def test_what_a_file_says_of_its_plan_holds_for_all_goals(head: str) -> None:
    assert due(the(f"{head}\n  year: 2027\ngoals:\n  - name: Sign 12 new customers\n")) == "2027-12-31"
