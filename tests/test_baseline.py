"""Baselines: what counts as new, whatever moved; and the file."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from smartlint.baseline import BrokenBaseline, can_be_known, compare, entries, read, written
from smartlint.finding import Known, Result
from smartlint.formatter import formatted
from smartlint.linter import Settings, lint_texts
from smartlint.registry import load
from tests.formatter.made_up import Writer

SCHEMA = Draft202012Validator(json.loads((files("smartlint") / "baseline.schema.json").read_text("utf-8")))
SOME = settings(max_examples=25, deadline=None)
TWO = """\
goal: Win 12 suppliers by 30 June 2026
  owner: Ann Lee

goal G2: Improve quality
  how: ask
"""


@cache
def _settings() -> Settings:
    return Settings(tuple(rule for rule in load() if "smart" in rule.profiles), date(2026, 2, 1))


def lint(text: str) -> Result:
    return lint_texts({"q.goals": text}, _settings())


def new(before: str, after: str) -> tuple[list[tuple[str, tuple[str, ...]]], int]:
    """What is new in a text against another, by code and goal, and how much of the other's is gone."""
    result = lint(after)
    left = compare(result, entries(lint(before), str), str)
    return [(finding.rule.code, finding.goal) for finding in result.findings], left.total()


def test_what_was_there_is_set_apart_and_counted() -> None:
    result = lint(TWO)
    count = len(result.findings)
    assert count > 3
    assert compare(result, entries(lint(TWO), str), str) == Counter()
    assert (len(result.findings), len(result.baselined), result.compared) == (0, count, True)


@pytest.mark.parametrize(
    "after",
    [
        "# Q3\n\nteam: Sales\n" + TWO,
        TWO.replace("goal G2: Improve quality", "goal G2:    Improve\n    quality"),
        TWO.replace("goal: Win", "Goal :Win"),
        TWO.replace("\n", "\r\n"),
        TWO.replace("goal G2:", "result goal G2:"),
        TWO.replace("goal G2:", "goal g2 :"),
        TWO.replace("goal: Win", "goal G1: Win"),
    ],
    ids=["lines above", "wrapped", "spelling", "line ends", "another goal word", "small letters", "an ID"],
)
def test_moved_lines_and_another_layout_are_nothing_new(after: str) -> None:
    found, gone = new(TWO, after)
    assert [code for code, _ in found if code in ("OWN001", "PLN001", "MEA001", "TIM001")] == []
    assert gone == 0


def test_goals_below_one_that_is_given_an_id_have_nothing_new() -> None:
    below = "goal: Win 12 suppliers by 30 June 2026\n  goal: Improve quality\n  goal G7: Improve service\n"
    assert new(below, below.replace("goal: Win", "goal G1: Win")) == ([], 0)


def test_a_new_goal_above_one_without_an_id_is_the_one_that_is_new() -> None:
    found, gone = new(TWO, "goal: Sell 40 vouchers by 1 May 2026\n  owner: Bo Ek\n\n" + TWO)
    assert ("PLN001", ("#1",)) in found
    assert {goal for _, goal in found if goal} == {("#1",)}
    assert gone == 0


def test_one_that_is_fixed_does_not_pay_for_a_new_one() -> None:
    swapped = TWO.replace("  owner: Ann Lee\n", "").replace("  how: ask\n", "  how: ask\n  owner: Ann Lee\n")
    found, gone = new(TWO, swapped)
    assert ("OWN001", ("#1",)) in found
    assert gone > 0


def test_as_many_count_as_there_were() -> None:
    once = "goal G1: Improve quality\n  owner: Ann Lee\n"
    twice = "goal G1: Improve quality and improve service\n  owner: Ann Lee\n"
    assert [code for code, _ in new(once, twice)[0] if code == "MEA001"] == []
    assert new(twice, once)[0] == []


def test_a_goal_that_says_something_else_is_new_where_that_is_flagged() -> None:
    found, _ = new(TWO, TWO.replace("Improve quality", "Strengthen the culture"))
    assert ("MEA001", ("G2",)) in found
    assert ("OWN001", ("G2",)) not in found


def test_what_no_suppression_hides_no_baseline_hides() -> None:
    result = lint_texts({"q.goals": TWO}, _settings())
    assert all(can_be_known(finding) for finding in result.findings)
    broken = lint("goal: x")
    broken.findings = [finding for finding in broken.findings if finding.rule.always]
    assert entries(broken, str) == Counter()


@SOME
@given(st.integers(0, 2**32))
def test_a_file_that_was_reformatted_has_nothing_new(seed: int) -> None:
    text = Writer(seed).file()[1]
    assert new(text, formatted(text)) == ([], 0)


@SOME
@given(st.integers(0, 2**32))
def test_whatever_goals_are_added_the_others_have_nothing_new(seed: int) -> None:
    chance = random.Random(seed)
    goals = TWO.split("\n\n") + [f"goal N{number}: Win {number} more\n" for number in range(3, 3 + chance.randint(0, 3))]
    chance.shuffle(goals)
    found, _ = new(TWO, "\n\n".join(goals))
    assert {goal for _, goal in found} <= {(), ("N3",), ("N4",), ("N5",)}


# --- the file ---------------------------------------------------------------------------------------------------------

_TEXT = st.text(st.characters(codec="utf-8"))
_NAME = st.text(st.characters(codec="utf-8"), min_size=1)
_ENTRIES = st.builds(Known, _NAME, st.tuples(_TEXT), _NAME, _TEXT, _TEXT, _TEXT)


@SOME
@given(st.dictionaries(_ENTRIES, st.integers(1, 9)))
def test_what_is_written_is_read_again(held: dict[Known, int]) -> None:
    text = written(Counter(held))
    assert read(text) == held
    SCHEMA.validate(json.loads(text))


def test_an_entry_stands_on_a_line_of_its_own_in_order() -> None:
    first, second = Known("a", ("G1",), "OWN001", "missing", "goal"), Known("b", (), "TIM001", "missing", "goal", "sell")
    assert written(Counter({second: 2, first: 1})) == (
        '{"version": 1, "findings": [\n'
        '{"path": "a", "goal": ["G1"], "code": "OWN001", "message": "missing", "text": "goal"},\n'
        '{"path": "b", "goal": [], "code": "TIM001", "message": "missing", "text": "goal", "statement": "sell", "count": 2}\n'
        "]}\n"
    )
    assert written(Counter()) == '{"version": 1, "findings": [\n]}\n'


def test_what_two_branches_have_both_added_is_there_once() -> None:
    line = '{"path": "a", "goal": [], "code": "OWN001", "message": "m", "text": "t"}'
    assert read(f'{{"version": 1, "findings": [{line},\n{line}]}}').total() == 1


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "this is no JSON"),
        ('{"version": 1,\n]', 2, "this is no JSON"),
        ("[" * 100_000, 1, "this is no JSON"),
        ("[]", 1, "this is no baseline: it has no `version` and `findings`"),
        ('{"version": 1, "findings": {}}', 1, "this is no baseline: it has no `version` and `findings`"),
        ('{"version": 9, "findings": []}', 1, "this is version {version} of the format, and version {known} is known"),
        ('{"version": 1, "findings": [\n7]}', 2, "entry {number} is not as smartlint writes it"),
        ('{"version": 1, "findings": [\n{"path": "a", "code": "X"},\n{"path": 3}]}', 3, "entry {number} is not as smartlint"),
        ('{"version": 1, "findings": [\n{"path": "a", "code": "X", "count": 0}]}', 2, "entry {number} is not as smartlint"),
        ('{"version": 1, "findings": [\n<<<<<<< HEAD\n', 2, "two versions were merged here"),
    ],
)
def test_what_is_no_baseline_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(BrokenBaseline) as raised:
        read(text)
    assert raised.value.line == line
    assert raised.value.reason.startswith(reason)
