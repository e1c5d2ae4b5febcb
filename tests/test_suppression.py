"""Suppressions hide what they speak of and nothing else, and are themselves judged."""

import re
from datetime import date

import pytest

from smartlint.goal import Document
from smartlint.linter import Result
from smartlint.parser import parse
from smartlint.registry import find, load
from smartlint.rule import Rule
from smartlint.source import Span
from smartlint.suppression import Selectors, Suppressions, has_expired
from smartlint.testing import TODAY, lint, unmark
from tests.sample_rules import (
    RULE_CRASHED,
    AlwaysAnyFile,
    AnyClosedGoal,
    AnyFile,
    AnyGoal,
    BadWord,
    CleanGoal,
    FileCrash,
    GoalCrash,
    ProjectCrash,
    SameGoal,
    UglyWord,
    WorseWord,
    codes,
    crashes,
)

(UNUSED,) = find("unused-suppression", load())
(UNREASONED,) = find("suppression-without-reason", load())

# each text with marks around what is found although there is a suppression
SUPPRESSED = {
    "end of line": "goal A: bad bad  # smartlint: ignore[WRD001]\n  why: ⟦bad⟧\n\ngoal B: ⟦bad⟧\n",
    "end of a field's line": "goal A: ⟦bad⟧\n  why: bad  # smartlint: ignore[WRD001]\n    and ⟦bad⟧\n  metric: ⟦bad⟧\n",
    "own line, goal": (
        "goal Z: ⟦bad⟧\n\n# smartlint: ignore[WRD001]\ngoal A: bad\n    bad\n  why: bad\n    bad\n"
        "  goal A.1: ⟦bad⟧\n    why: ⟦bad⟧\n\ngoal B: ⟦bad⟧\n"
    ),
    "own line, a child goal": (
        "goal A: ⟦bad⟧\n  why: ⟦bad⟧\n\n  # smartlint: ignore[WRD001]\n  goal A.1: bad\n    why: bad\n\n  goal A.2: ⟦bad⟧\n"
    ),
    "own line, with blank lines and a comment between": (
        "# smartlint: ignore[WRD001]\n\n# we know\n\ngoal A: bad\n  why: bad\n\ngoal B: ⟦bad⟧\n"
    ),
    "own line, field": "goal A: ⟦bad⟧\n  # smartlint: ignore[WRD001]\n  why: bad\n    bad\n  metric: ⟦bad⟧\n",
    "file": "# smartlint: ignore-file[WRD001]\ngoal A: bad ⟦ugly⟧\n  why: bad\n\n  goal A.1: bad\n\ngoal B: bad\n",
    "file, among the heading": "team: Web\n# smartlint: ignore-file[WRD001]\ngoal A: bad ⟦ugly⟧\n\ngoal B: bad\n",
    "several codes": "goal A: bad ugly  # smartlint: ignore[WRD001, WRD002]\n",
    "several codes without commas": "goal A: bad ugly  # smartlint: ignore[WRD002 WRD001]\n",
    "two suppressions": "# smartlint: ignore[WRD001]\ngoal A: bad ugly  # smartlint: ignore[WRD002]\n  why: bad ⟦ugly⟧\n",
    "prefix": "goal A: bad ugly  # smartlint: ignore[WRD]\n",
    "short prefix": "goal A: bad ugly  # smartlint: ignore[W]\n",
    "prefix of digits": "goal A: bad ugly  # smartlint: ignore[WRD00]\n",
    "all": "goal A: bad ugly  # smartlint: ignore[ALL]\n  why: ⟦bad⟧ ⟦ugly⟧\n",
    "all, of the file": "# smartlint: ignore-file[all]\ngoal A: bad ugly\n\ngoal B: bad\n",
    "lower case": "goal A: bad ⟦ugly⟧  # smartlint: ignore[wrd001]\n",
    "name": "goal A: bad ⟦ugly⟧  # smartlint: ignore[bad-word]\n",
    "part of a name": "goal A: ⟦bad⟧ ⟦ugly⟧  # smartlint: ignore[bad]\n",
    "the end of a code": "goal A: ⟦bad⟧ ⟦ugly⟧  # smartlint: ignore[001]\n",
    "another code": "goal A: ⟦bad⟧ ugly  # smartlint: ignore[WRD002]\n",
    "not yet expired": "goal A: bad  # smartlint: ignore[WRD001] until=2026-02-01 -- promised by then\n",
    "expired": "goal A: ⟦bad⟧  # smartlint: ignore[WRD001] until=2026-01-31 -- promised by then\n",
    "expired for the file": "# smartlint: ignore-file[WRD001] until=2026-01-31\ngoal A: ⟦bad⟧\n",
    "expired, and one that holds": "# smartlint: ignore[W] until=2026-01-31\ngoal A: bad ⟦ugly⟧ # smartlint: ignore[WRD001]\n",
    "CRLF": "goal A: ⟦bad⟧\r\n  # smartlint: ignore[WRD001]\r\n  why: bad\r\n  metric: ⟦bad⟧\r\n",
}


@pytest.mark.parametrize("text", SUPPRESSED.values(), ids=SUPPRESSED)
def test_a_suppression_hides_what_it_speaks_of_and_nothing_else(text: str) -> None:
    plain, expected = unmark(text)
    result = lint(plain, BadWord, UglyWord, today=date(2026, 2, 1))
    assert [found.place.span for found in result.findings] == expected
    words = len(re.findall("bad|ugly", re.sub("#.*", "", plain)))
    assert len(result.suppressed) == words - len(expected)


def test_a_rule_that_is_always_on_cannot_be_suppressed() -> None:
    text = "# smartlint: ignore-file[DOC001, DOC002]\ngoal A: x\n"
    result = lint(text, AnyFile, AlwaysAnyFile)
    assert codes(result) == ["DOC002"]
    assert [found.rule.code for found in result.suppressed] == ["DOC001"]


def test_what_is_suppressed_is_sorted_too() -> None:
    texts = dict.fromkeys(("b.goals", "a.goals"), "# smartlint: ignore-file[WRD]\ngoal A: ugly bad\n")
    result = lint(texts, WorseWord, BadWord, UglyWord)
    assert [(found.place.path, found.rule.code) for found in result.suppressed] == [
        (path, code) for path in ("a.goals", "b.goals") for code in ("WRD002", "WRD001", "WRD003")
    ]


FIRST = "goal A: same\n"


@pytest.mark.parametrize(
    ("first", "second", "hidden"),
    [
        (FIRST, "goal B: same  # smartlint: ignore[PRO001]\n", True),
        (FIRST, "# smartlint: ignore-file[same-goal]\ngoal B: same\n", True),
        (FIRST, "# smartlint: ignore[PRO]\ngoal B: same\n", True),
        (FIRST, "goal B: same  # smartlint: ignore[PRO001] until=2026-01-31\n", False),
        # the finding stands in the other file
        ("goal A: same  # smartlint: ignore[PRO001]\n", "goal B: same\n", False),
        ("# smartlint: ignore-file[PRO001]\ngoal A: same\n", "goal B: same\n", False),
    ],
)
def test_it_counts_in_the_file_of_the_finding(first: str, second: str, hidden: bool) -> None:
    result = lint({"a.goals": first, "b.goals": second}, SameGoal)
    assert (len(result.findings), len(result.suppressed)) == ((0, 1) if hidden else (1, 0))


@pytest.mark.parametrize("rule", [GoalCrash, FileCrash, ProjectCrash])
def test_a_crash_cannot_be_suppressed(rule: type[Rule]) -> None:
    text = "# smartlint: ignore-file[INT001, INT, rule-crashed]\ngoal A: crash  # smartlint: ignore[INT001]\n"
    result = lint(text, rule, RULE_CRASHED)
    assert len(crashes(result)) == 1
    assert result.suppressed == []


@pytest.mark.parametrize(
    ("last_day", "gone"),
    [(None, False), (date(2026, 1, 31), True), (date(2026, 2, 1), False), (date(2026, 2, 2), False)],
)
def test_what_has_a_last_day_holds_on_it(last_day: date | None, gone: bool) -> None:
    assert has_expired(last_day, date(2026, 2, 1)) is gone


class TestSelectors:
    SELECTORS = Selectors((BadWord, UglyWord))

    @pytest.mark.parametrize("selector", ["WRD001", "wrd001", "bad-word", "Bad-Word"])
    def test_a_code_or_a_name_means_its_rule(self, selector: str) -> None:
        assert self.SELECTORS.rules(selector) == {BadWord}
        assert self.SELECTORS.near(selector) == ""

    def test_the_start_of_a_code_means_several(self) -> None:
        assert self.SELECTORS.rules("WRD") == {BadWord, UglyWord}

    def test_all_means_all(self) -> None:
        assert self.SELECTORS.rules("ALL") == {*load(), BadWord, UglyWord}

    def test_those_there_are_may_be_others(self) -> None:
        selectors = Selectors((BadWord,), (UglyWord,))
        assert selectors.rules("ALL") == {BadWord, UglyWord}
        assert selectors.rules("TIM001") == frozenset()

    @pytest.mark.parametrize(("selector", "near"), [("WRDD001", "WRD001"), ("badword", "bad-word"), ("qqqq", "")])
    def test_of_what_nobody_knows_the_nearest_is_named(self, selector: str, near: str) -> None:
        assert self.SELECTORS.rules(selector) == frozenset()
        assert self.SELECTORS.near(selector) == near


def remarks(text: str, *hidden: tuple[type[Rule], str], heard: tuple[type[Rule], ...] = (BadWord, UglyWord)) -> list[str]:
    """What is said of the suppressions of a text once they have been asked to hide rules at pieces of it."""
    document: Document = parse(text, today=TODAY)
    suppressions = Suppressions(document, Selectors((BadWord, UglyWord, AnyClosedGoal)), TODAY)
    for rule, piece in hidden:
        start = text.index(piece)
        suppressions.hide(rule, Span(start, start + len(piece)))
    return [f"{one.kind} {one.variant}: {document.source.slice(one.span)}" for one in suppressions.problems(frozenset(heard))]


class TestRemarks:
    USED = "goal A: bad  # smartlint: ignore[WRD001] -- so it is\n"

    def test_of_one_that_has_hidden_something_nothing_is_said(self) -> None:
        assert remarks(self.USED, (BadWord, "bad")) == []

    def test_one_that_has_hidden_nothing_is_unused(self) -> None:
        assert remarks(self.USED) == ["unused-suppression unused: # smartlint: ignore[WRD001] -- so it is"]
        assert remarks(self.USED, (UglyWord, "bad")) == remarks(self.USED)

    def test_of_a_rule_that_was_not_heard_nothing_is_known(self) -> None:
        assert remarks(self.USED, heard=(UglyWord,)) == []
        assert remarks(self.USED.replace("WRD001", "WRD"), heard=(UglyWord,)) == []
        assert remarks(self.USED.replace("WRD001", "ALL")) == []

    def test_the_start_of_a_code_is_unused_when_all_its_rules_were_heard(self) -> None:
        assert len(remarks(self.USED.replace("WRD001", "WRD"))) == 1

    def test_of_several_codes_those_that_hid_nothing_are_named(self) -> None:
        text = self.USED.replace("WRD001", "WRD002, WRD001")
        assert remarks(text, (BadWord, "bad")) == ["unused-suppression part: WRD002"]

    def test_two_that_hide_the_same_are_both_used(self) -> None:
        text = "# smartlint: ignore-file[WRD] -- all of it\ngoal A: bad  # smartlint: ignore[WRD001] -- this too\n"
        assert remarks(text, (BadWord, "bad")) == []

    @pytest.mark.parametrize("state", ["status: done", "status: cancelled"])
    def test_at_a_closed_goal_nothing_is_known_of_rules_that_pass_it_by(self, state: str) -> None:
        text = f"# smartlint: ignore[WRD001] -- so it is\ngoal A: x\n  {state}\n"
        assert remarks(text) == []
        assert len(remarks(text.replace("WRD001", "ANY002"), heard=(AnyClosedGoal,))) == 1

    def test_the_child_of_a_closed_goal_may_be_open(self) -> None:
        text = "goal A: x\n  status: done\n\n  # smartlint: ignore[WRD001] -- so it is\n  goal A.1: y\n    status: committed\n"
        assert len(remarks(text)) == 1

    def test_one_that_has_expired_is_expired_if_it_would_hide_something_or_may(self) -> None:
        text = self.USED.replace(" --", " until=2026-01-31 --")
        comment = text.strip().removeprefix("goal A: bad  ")
        assert remarks(text, (BadWord, "bad")) == [f"expired-suppression expired: {comment}"]
        assert remarks(text, heard=()) == [f"expired-suppression expired: {comment}"]
        assert remarks(text) == [f"unused-suppression unused: {comment}"]

    def test_a_reason_is_asked_for_where_it_is_needed_longer(self) -> None:
        text = "goal A: bad  # smartlint: ignore[WRD001]\n"
        comment = "# smartlint: ignore[WRD001]"
        assert remarks(text, (BadWord, "bad")) == [f"suppression-without-reason missing: {comment}"]
        assert remarks(text) == [f"unused-suppression unused: {comment}"]

    def test_a_code_that_nobody_knows_hides_nothing_and_the_others_do(self) -> None:
        text = self.USED.replace("WRD001", "qqqq, WRD001, WRDD002")
        assert remarks(text, (BadWord, "bad")) == ["unknown-code unknown: qqqq", "unknown-code near: WRDD002"]
        assert remarks(self.USED.replace("WRD001", "qqqq")) == ["unknown-code unknown: qqqq"]


def lines(result: Result) -> list[tuple[str, int]]:
    return [(found.rule.code, found.place.start.line) for found in result.findings]


class TestRun:
    """What a run makes of it."""

    TEXT = "goal A: good  # smartlint: ignore[WRD001] -- so it was\n"

    def test_of_a_rule_that_was_on_it_is_known(self) -> None:
        assert lines(lint(self.TEXT, BadWord, UNUSED)) == [("SUP001", 1)]
        assert lines(lint(self.TEXT, UglyWord, UNUSED)) == []

    def test_of_a_rule_that_failed_nothing_is_known(self) -> None:
        text = "goal A: x\n  why: y  # smartlint: ignore[CRA001] -- so it was\n\ngoal B: z\n"
        assert lines(lint(text, GoalCrash, UNUSED)) == [("CRA001", 1), ("SUP001", 2), ("CRA001", 4)]
        failed = lint(text.replace("z", "crash"), GoalCrash, UNUSED, RULE_CRASHED)
        assert lines(failed) == [("CRA001", 1), ("INT001", 4), ("CRA001", 4)]

    def test_of_rules_over_files_nothing_is_known_of_a_part(self) -> None:
        text = "goal A: same  # smartlint: ignore[PRO001] -- it has a twin\n"
        assert lines(lint(text, SameGoal, UNUSED)) == [("SUP001", 1)]
        assert lines(lint(text, SameGoal, UNUSED, partial=True)) == []
        twin = {"a.goals": "goal A: same\n", "b.goals": text}
        assert lines(lint(twin, SameGoal, UNUSED)) == []

    def test_what_is_not_said_for_another_one_s_sake_is_still_hidden(self) -> None:
        text = "goal A: bad  # smartlint: ignore[ANY004] -- it would be found if the goal were clean\n"
        assert lines(lint(text, CleanGoal, BadWord, UNUSED)) == [("WRD001", 1)]

    @pytest.mark.parametrize("form", ["ignore-file[SUP001]", "ignore-file[unused-suppression]", "ignore-file[SUP, OWN]"])
    def test_one_may_hide_what_is_said_of_another_and_is_used_then(self, form: str) -> None:
        rules = [rule for rule in load() if rule.code.startswith("SUP")]
        text = f"# smartlint: {form} -- we tidy up in March\n{self.TEXT}"
        result = lint(text, BadWord, *rules)
        assert lines(result) == []
        assert [(found.rule.code, found.place.start.line) for found in result.suppressed] == [("SUP001", 2)]

    def test_none_hides_what_is_said_of_itself(self) -> None:
        for named in ("SUP001", "SUP001, WRD001", "WRD001, SUP001"):
            for form in ("ignore-file", "ignore"):
                text = f"# smartlint: {form}[{named}] -- we tidy up in March\ngoal A: good\n"
                assert lines(lint(text, BadWord, UNUSED)) == [("SUP001", 1)], text

    def test_of_two_that_hide_nothing_else_one_hides_what_is_said_of_the_other(self) -> None:
        text = "# smartlint: ignore-file[SUP001] -- one\n# smartlint: ignore-file[unused-suppression] -- two\ngoal A: good\n"
        result = lint(text, UNUSED)
        assert lines(result) == []
        assert [found.place.start.line for found in result.suppressed] == [1]

    def test_all_hides_what_is_said_of_others_and_all_that_may_be_hidden(self) -> None:
        text = "# smartlint: ignore-file[ALL]\ngoal A: bad  # smartlint: ignore[WRD001]\n"
        result = lint(text, BadWord, AnyGoal, AlwaysAnyFile, UNREASONED)
        assert sorted(lines(result)) == [("DOC002", 1), ("SUP003", 1)]
        assert [found.rule.code for found in result.suppressed] == ["ANY001", "WRD001", "SUP003"]

    def test_a_finding_at_the_start_of_the_file_is_no_remark_on_the_comment_there(self) -> None:
        assert lines(lint("# smartlint: ignore-file[DOC001] -- so it is\ngoal A: good\n", AnyFile, UNUSED)) == []
