"""What is missing becomes questions, and an answer is held against what it brings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.asking import BLANKS, KINDS, NewLines, Question, fits, objection, questions
from smartlint.fixing import apply, lint_alone
from smartlint.linter import Settings, choose
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.rule import LEVELS, Edit
from smartlint.source import Span
from smartlint.testing import TODAY
from tests.mutations import texts

SETTINGS = Settings(choose(load()), TODAY, profile="smart")
WORDS = st.text(st.sampled_from("abåø 1%,.:#-()⟨⟩?😀"), min_size=1, max_size=12)


def asked(text: str) -> list[Question]:
    return questions(lint_alone("a.goals", text, SETTINGS), parse(text, today=TODAY), LEVELS[:2])


def test_one_goal_after_another() -> None:
    found = asked("mål: Flere kunder\n\nmål: Bedre service\n  eier: Amy Holt\n")
    assert [(one.goal.index if one.goal else None, *one.holes) for one in found] == [
        (0, "name"),
        (0, "baseline", "target"),
        (0, "date"),
        (0, "what is started, changed or stopped"),
        (1, "baseline", "target"),
        (1, "date"),
        (1, "what is started, changed or stopped"),
    ]
    assert found[1].names == ("utgangspunkt", "måltall")


def test_nothing_is_asked_of_a_good_file() -> None:
    assert not asked("review: every month\ngoal: Win 10 customers by May 2026\n  owner: Amy Holt\n  how: call 40 shops\n")


def test_a_hole_that_nobody_has_thought_of_asks_for_its_name() -> None:
    (question,) = (one for one in asked("goal: Increase sales by 15\n  owner: Amy Holt\n") if "currency" in one.holes[0])
    assert question.blank(0).question == "Currency or pieces?"


def test_words_of_a_goal_that_look_like_holes_are_no_questions() -> None:
    found = asked("goal: Win ⟨10⟩ customers by ⟨date⟩ for ⟨<x>⟩\n  owner: ⟨name⟩\n")
    assert all(len(one.holes) == len(one.names) for one in found)


def test_every_blank_is_a_hole_of_some_rule_and_every_kind_is_asked_for() -> None:
    holes = {hole for rule in load() for pattern in rule.patterns.values() for hole in re.findall("⟨([^⟩]*)⟩", pattern)}
    assert set(BLANKS) - holes == set()
    assert {blank.kind for blank in BLANKS.values()} == {"", *KINDS}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            "person",
            ["Kari Nordmann", "head of sales", "salgssjefen", "Kari", "amy@example.com"],
            ["everyone", "alle", "5 %", "??"],
        ),
        ("person", ["Åse-Marie Ødegård"], ["Kari Nordmann, Per Hansen", "TBD"]),
        ("figure", ["40 customers", "4 %", "4.2 of 5", "NOK 20 000", "?"], ["many", "soon", "-"]),
        ("figure", ["at least 40"], ["from 40 to 60 customers", "fra 4 til 6 kr", "to 60", "40–60"]),
        ("number", ["40", "2.5"], ["4 %", "many", "40 customers"]),
        ("day", ["2026-06-30", "30 June", "30. juni 2026", "Q3 2026", "end of May"], ["banana", "soon", "2026-02-30", "asap"]),
        ("rhythm", ["every month", "hver uke", "weekly"], ["often", "now and then"]),
        ("status", ["done", "cancelled", "avlyst"], ["fine", "so-so"]),
        ("", ["anything: # goes"], []),
    ],
)
def test_what_an_answer_must_be(kind: str, good: list[str], bad: list[str]) -> None:
    assert [answer for answer in good if not fits(answer, kind, "en", TODAY)] == []
    assert [answer for answer in bad if fits(answer, kind, "en", TODAY)] == []


@given(answer=WORDS, kind=st.sampled_from(list(KINDS)))
@settings(max_examples=50, deadline=None)
def test_no_answer_is_too_odd(answer: str, kind: str) -> None:
    assert fits(answer, kind, "nb", TODAY) in (True, False)


def _objected(text: str, hole: str, *answers: str) -> str | None:
    question = next(one for one in asked(text) if one.holes[0] == hole)
    after = apply(question.filled(answers), text)
    found = objection(question, *(lint_alone("a.goals", each, SETTINGS) for each in (text, after)))
    return found.rule.code if found else None


@pytest.mark.parametrize(
    ("hole", "answers", "code"),
    [
        ("name", ["Amy Holt"], None),
        ("date", ["2026-09-30"], None),
        ("date", ["2020-01-01"], "TIM003"),
        ("baseline", ["10 %", "20 %"], None),
        ("baseline", ["little", "much"], "MEA001"),
    ],
)
def test_an_answer_is_held_against_what_is_found_then(hole: str, answers: list[str], code: str | None) -> None:
    assert _objected("goal: Increase sales\n", hole, *answers) == code


def test_lines_stand_in_the_order_in_which_they_are_added() -> None:
    text, lines = "goal: x\r\n\r\ngoal: y\r\n", NewLines()
    for line in ("a", "b", "c"):
        edits, lines = lines.below([Edit(Span(7, 7), f"\r\n  {line}")], len(text))
        text = apply(edits, text)
    assert text == "goal: x\r\n  a\r\n  b\r\n  c\r\n\r\ngoal: y\r\n"
    edits, lines = lines.below([Edit(Span(7, 7), " from 1 to 2")], len(text))
    text = apply(edits, text)
    edits, lines = lines.below([Edit(Span(19, 19), "\r\n  d")], len(text))
    text = apply(edits, text)
    end = text.index("y") + 1
    edits, lines = lines.below([Edit(Span(end, end), "\r\n  e")], len(text))
    assert apply(edits, text) == "goal: x from 1 to 2\r\n  a\r\n  b\r\n  c\r\n  d\r\n\r\ngoal: y\r\n  e\r\n"


@pytest.mark.parametrize("name", [name for name in texts() if "wish" in name or "draft" in name] or list(texts())[:5])
def test_a_question_has_as_many_holes_as_it_has_names(name: str) -> None:
    for question in asked(texts()[name]):
        answered = apply(question.filled(["x"] * len(question.holes)), texts()[name])
        assert not set(question.names) & set(re.findall("⟨([^⟩]*)⟩", answered)) - set(re.findall("⟨([^⟩]*)⟩", texts()[name]))
