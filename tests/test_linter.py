"""What becomes of what rules say: crashes, causes, suppressions, order, fingerprints, and which rules are on."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest

from smartlint.linter import Finding, Linter, Result, Settings, choose, lint_texts
from smartlint.registry import find, load
from smartlint.rule import (
    Context,
    Document,
    DocumentRule,
    Goal,
    GoalRule,
    Notice,
    Option,
    Project,
    ProjectRule,
    Related,
    Report,
    Rule,
    Span,
    Witness,
)
from smartlint.testing import TODAY, Texts, lint, unmark

(RULE_CRASHED,) = find("INT001", load())
(UNREADABLE_FILE,) = find("SYN009", load())


class BadWord(GoalRule):
    """Finds a word in the sentence and the fields of a goal."""

    code = "WRD001"
    name = "bad-word"
    title = "A bad word"
    level = "warning"
    messages = {"word": "`{word}` is not nice"}
    word: ClassVar[str] = "bad"

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for text in (goal.statement, *(field.text for field in goal.fields.values())):
            for match in re.finditer(self.word, text.text):
                start = text.span.start + match.start()
                yield self.report("word", Span(start, start + len(self.word)), word=self.word)


class UglyWord(BadWord):
    code = "WRD002"
    name = "ugly-word"
    word = "ugly"


class WorseWord(BadWord):
    """Finds what BadWord finds, under a code that sorts after it."""

    code = "WRD003"
    name = "worse-word"


class AnyGoal(GoalRule):
    """Finds every goal that it sees."""

    code = "ANY001"
    name = "any-goal"
    title = "A goal"
    level = "info"
    messages = {"goal": "a goal"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("goal", goal.head)


class AnyClosedGoal(AnyGoal):
    code = "ANY002"
    name = "any-closed-goal"
    closed = True


class AnyVision(AnyGoal):
    code = "ANY003"
    name = "any-vision"
    visions = True


class CleanGoal(AnyGoal):
    """Has the same cause as BadWord."""

    code = "ANY004"
    name = "clean-goal"
    yields_to = ("WRD001",)


class AnyFile(DocumentRule):
    code = "DOC001"
    name = "any-file"
    title = "A file"
    level = "info"
    messages = {"file": "a file of {count} goals"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        yield self.report("file", Span(0, 0), count=len(document.all_goals))


class AlwaysAnyFile(AnyFile):
    code = "DOC002"
    name = "always-any-file"
    always = True


class SameGoal(ProjectRule):
    """Finds goals whose sentence stands in an earlier one too."""

    code = "PRO001"
    name = "same-goal"
    title = "A goal that is there twice"
    level = "warning"
    messages = {"same": "this goal is there twice", "first": "the first one", "part": "{count} goals of a part were compared"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        first: dict[str, Related] = {}
        for fact in project.goals:
            if fact.statement in first:
                related = (first[fact.statement],)
                yield self.report("same", fact.span, related=related, goal=fact.index, file=fact.file)
            first.setdefault(fact.statement, Related(fact.span, "first", fact.file))
        if project.partial:
            yield Notice("part", {"count": len(project.goals)})


class GoalCrash(GoalRule):
    """Fails at goals that say so."""

    code = "CRA001"
    name = "goal-crash"
    title = "A rule with a fault"
    level = "warning"
    messages = {"seen": "seen"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("seen", goal.statement.span)
        if "crash" in goal.statement.text:
            raise ValueError("no luck")


class FileCrash(AnyFile):
    code = "CRA002"
    name = "file-crash"

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        raise ValueError("no luck with files")


class AlwaysFileCrash(FileCrash):
    code = "CRA003"
    name = "always-file-crash"
    always = True


class ProjectCrash(SameGoal):
    code = "CRA004"
    name = "project-crash"

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        yield from super().check(project, options, today)
        raise ValueError("no luck with projects")


def codes(result: Result) -> list[str]:
    return [found.rule.code for found in result.findings]


def crashes(result: Result) -> list[Finding]:
    return [found for found in result.findings if found.rule is RULE_CRASHED]


class TestCrash:
    def test_a_rule_that_raises_costs_one_finding_at_its_goal_and_the_rest_goes_on(self) -> None:
        text = "goal A: bad\n\ngoal B: bad crash\n\ngoal C: bad\n"
        result = lint({"a.goals": text, "b.goals": "goal D: bad\n"}, GoalCrash, BadWord, RULE_CRASHED)
        assert result.crashed
        (crash,) = crashes(result)
        assert (crash.place.path, crash.place.start, crash.goal) == ("a.goals", (3, 1), ("B",))
        assert result.sources["a.goals"].slice(crash.place.span) == "goal B"
        assert codes(result).count("WRD001") == 4
        # what the rule said before it failed, and at the other goals, is kept
        assert [found.goal for found in result.findings if found.rule is GoalCrash] == [("A",), ("B",), ("C",), ("D",)]

    def test_the_finding_names_the_rule_the_error_and_the_line(self) -> None:
        (crash,) = crashes(lint("goal A: crash\n", GoalCrash, RULE_CRASHED))
        lines = Path(__file__).read_text(encoding="utf-8").splitlines()
        line = next(number for number, line in enumerate(lines, 1) if 'ValueError("no luck")' in line)
        assert crash.params == {
            "rule": "CRA001",
            "name": "goal-crash",
            "error": "ValueError: no luck",
            "where": f"{__name__}, line {line}",
        }
        assert "CRA001 goal-crash" in crash.message("en")
        assert f"{__name__}, line" in crash.help("en")
        assert crash.level == "error"

    def test_where_is_the_rule_s_own_line_though_the_error_lies_deeper(self) -> None:
        class DeepCrash(AnyGoal):
            code = "CRA005"
            name = "deep-crash"

            def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
                yield json.loads("{")

        (crash,) = crashes(lint("goal A: x\n", DeepCrash, RULE_CRASHED))
        line = DeepCrash.check.__code__.co_firstlineno + 1
        assert crash.params["where"] == f"{__name__}, line {line}"

    def test_a_rule_that_raises_at_two_goals_costs_one_finding_for_each(self) -> None:
        result = lint("goal A: crash\n\ngoal B: crash\n", GoalCrash, RULE_CRASHED)
        assert [crash.goal for crash in crashes(result)] == [("A",), ("B",)]
        assert len({crash.fingerprint for crash in crashes(result)}) == 2

    def test_a_document_rule_that_raises(self) -> None:
        texts = {"a.goals": "goal A: bad\n", "b.goals": "goal B: bad\n"}
        result = lint(texts, FileCrash, AnyFile, BadWord, SameGoal, RULE_CRASHED)
        assert result.crashed
        found = [(crash.place.path, crash.place.start, crash.goal, crash.params["rule"]) for crash in crashes(result)]
        assert found == [("a.goals", (1, 1), (), "CRA002"), ("b.goals", (1, 1), (), "CRA002")]
        assert sorted(codes(result)) == ["DOC001", "DOC001", "INT001", "INT001", "PRO001", "WRD001", "WRD001"]

    def test_a_project_rule_that_raises(self) -> None:
        texts = {"b.goals": "goal B: bad\n", "a.goals": "goal A: bad\n"}
        result = lint(texts, ProjectCrash, SameGoal, BadWord, RULE_CRASHED)
        assert result.crashed
        (crash,) = crashes(result)
        assert (crash.place.path, crash.place.start, crash.goal) == ("a.goals", (1, 1), ())
        assert crash.params["error"] == "ValueError: no luck with projects"
        assert sorted(codes(result)) == ["CRA004", "INT001", "PRO001", "WRD001", "WRD001"]

    def test_a_project_rule_that_raises_though_there_is_no_file(self) -> None:
        result = lint({}, ProjectCrash, RULE_CRASHED)
        assert result.crashed
        assert result.findings == []

    def test_a_project_rule_that_names_no_file(self) -> None:
        class Lost(SameGoal):
            code = "CRA006"
            name = "lost"

            def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
                yield self.report("same", Span(0, 1))

        result = lint("goal A: bad\n", Lost, BadWord, RULE_CRASHED)
        assert codes(result) == ["INT001", "WRD001"]
        assert crashes(result)[0].params["rule"] == "CRA006"

    def test_a_rule_that_is_always_on_may_raise_too(self) -> None:
        result = lint("goal A: bad\n", AlwaysFileCrash, BadWord, RULE_CRASHED)
        assert result.crashed
        assert codes(result) == ["INT001", "WRD001"]

    def test_a_crash_doubles_no_finding_of_a_rule_that_is_always_on(self) -> None:
        result = lint("goal A: crash\n", AlwaysAnyFile, GoalCrash, RULE_CRASHED)
        assert sorted(codes(result)) == ["CRA001", "DOC002", "INT001"]

    def test_without_a_crash_nothing_is_said_of_one(self) -> None:
        result = lint("goal A: bad\n", GoalCrash, RULE_CRASHED)
        assert not result.crashed
        assert codes(result) == ["CRA001"]

    @pytest.mark.parametrize("rule", [GoalCrash, FileCrash, ProjectCrash])
    def test_a_crash_cannot_be_suppressed(self, rule: type[Rule]) -> None:
        text = "# smartlint: ignore-file[INT001, INT, rule-crashed]\ngoal A: crash  # smartlint: ignore[INT001]\n"
        result = lint(text, rule, RULE_CRASHED)
        assert len(crashes(result)) == 1
        assert result.suppressed == []


class TestCauses:
    def test_of_two_findings_with_one_cause_one_is_kept(self) -> None:
        text = "goal A: bad\n\ngoal B: good\n"
        result = lint(text, CleanGoal, BadWord)
        assert [(found.rule.code, found.goal) for found in result.findings] == [("WRD001", ("A",)), ("ANY004", ("B",))]
        assert result.suppressed == []

    def test_a_cause_that_is_not_looked_for_is_no_cause(self) -> None:
        assert codes(lint("goal A: bad\n", CleanGoal)) == ["ANY004"]
        assert codes(lint("goal A: bad\n", CleanGoal, UglyWord)) == ["ANY004"]

    def test_the_cause_of_a_child_goal_is_none_of_its_parent(self) -> None:
        result = lint("goal A: good\n  goal A.1: bad\n", CleanGoal, BadWord)
        assert [(found.rule.code, found.goal[-1]) for found in result.findings] == [("ANY004", "A"), ("WRD001", "A.1")]

    def test_what_is_said_of_no_goal_is_the_cause_of_nothing(self) -> None:
        class FileToo(AnyFile):
            code = "DOC003"
            name = "file-too"
            yields_to = ("DOC001",)

        assert codes(lint("goal A: x\n", FileToo, AnyFile)) == ["DOC001", "DOC003"]

    def test_the_same_goal_of_another_file_is_another_goal(self) -> None:
        result = lint({"a.goals": "goal A: bad\n", "b.goals": "goal A: good\n"}, CleanGoal, BadWord)
        assert [(found.rule.code, found.place.path) for found in result.findings] == [
            ("WRD001", "a.goals"),
            ("ANY004", "b.goals"),
        ]

    def test_a_cause_that_is_suppressed_is_still_the_cause(self) -> None:
        result = lint("goal A: bad  # smartlint: ignore[WRD001]\n", CleanGoal, BadWord)
        assert result.findings == []
        assert [found.rule.code for found in result.suppressed] == ["WRD001"]


STATES = (
    "goal A: x\n\n"
    "goal B: x\n  status: done\n\n"
    "goal C: x\n  status: cancelled\n\n"
    "goal D: x\n  status: paused\n\n"
    "vision V: x\n\n"
    "vision W: x\n  status: done\n"
)


@pytest.mark.parametrize(
    ("rule", "seen"), [(AnyGoal, ["A", "D"]), (AnyClosedGoal, ["A", "B", "C", "D"]), (AnyVision, ["A", "D", "V"])]
)
def test_closed_goals_and_visions_are_seen_only_by_rules_that_say_so(rule: type[Rule], seen: list[str]) -> None:
    assert [found.goal[0] for found in lint(STATES, rule).findings] == seen


def test_a_rule_over_files_sees_all_goals() -> None:
    (found,) = lint(STATES, AnyFile).findings
    assert found.params == {"count": 6}
    assert codes(lint(STATES, SameGoal)) == ["PRO001"] * 5


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


class TestAcrossFiles:
    FIRST = "goal A: same\n"

    def test_the_other_place_lies_in_the_other_file(self) -> None:
        result = lint({"a.goals": "\n" + self.FIRST, "b.goals": "goal B: other\n\ngoal C: same\n"}, SameGoal)
        (found,) = result.findings
        assert (found.place.path, found.place.start, found.place.end, found.goal) == ("b.goals", (3, 9), (3, 13), ("C",))
        (other,) = found.related
        assert (other.path, other.start, other.end) == ("a.goals", (2, 9), (2, 13))
        assert found.note(other, "en") == "the first one"
        assert result.sources["b.goals"].slice(found.place.span) == "same"
        assert result.sources["a.goals"].slice(other.span) == "same"

    def test_the_other_place_lies_in_the_same_file_where_none_is_named(self) -> None:
        class Twin(AnyGoal):
            code = "ANY006"
            name = "twin"
            messages = {"goal": "a goal", "sentence": "its sentence"}

            def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
                yield self.report("goal", goal.head, related=(Related(goal.statement.span, "sentence"),))

        (found,) = lint({"a.goals": self.FIRST}, Twin).findings
        assert [(place.path, place.start) for place in found.related] == [("a.goals", (1, 9))]

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
    def test_a_suppression_counts_in_the_file_of_the_finding(self, first: str, second: str, hidden: bool) -> None:
        result = lint({"a.goals": first, "b.goals": second}, SameGoal)
        assert (len(result.findings), len(result.suppressed)) == ((0, 1) if hidden else (1, 0))

    def test_a_notice_is_no_finding(self) -> None:
        result = lint({"a.goals": self.FIRST, "b.goals": "goal B: other\n"}, SameGoal, partial=True)
        assert result.findings == []
        assert [(said.rule.code, said.message("en")) for said in result.notices] == [
            ("PRO001", "2 goals of a part were compared")
        ]
        assert lint({"a.goals": self.FIRST}, SameGoal).notices == []


def test_findings_are_sorted_by_path_then_place_then_code() -> None:
    texts = {"b.goals": "goal B: bad\n  why: bad\n", "a/z.goals": "goal A: ugly bad\n", "a.goals": "goal C: bad\n"}
    result = lint(texts, WorseWord, UglyWord, SameGoal, BadWord, AnyFile, AnyGoal)
    assert [(found.place.path, tuple(found.place.span), found.rule.code) for found in result.findings] == [
        ("a.goals", (0, 6), "ANY001"),
        ("a.goals", (0, 0), "DOC001"),
        ("a.goals", (8, 11), "WRD001"),
        ("a.goals", (8, 11), "WRD003"),
        ("a/z.goals", (0, 6), "ANY001"),
        ("a/z.goals", (0, 0), "DOC001"),
        ("a/z.goals", (8, 12), "WRD002"),
        ("a/z.goals", (13, 16), "WRD001"),
        ("a/z.goals", (13, 16), "WRD003"),
        ("b.goals", (0, 6), "ANY001"),
        ("b.goals", (0, 0), "DOC001"),
        ("b.goals", (8, 11), "PRO001"),
        ("b.goals", (8, 11), "WRD001"),
        ("b.goals", (8, 11), "WRD003"),
        ("b.goals", (19, 22), "WRD001"),
        ("b.goals", (19, 22), "WRD003"),
    ]


def test_what_is_suppressed_is_sorted_too() -> None:
    texts = dict.fromkeys(("b.goals", "a.goals"), "# smartlint: ignore-file[WRD]\ngoal A: ugly bad\n")
    result = lint(texts, WorseWord, BadWord, UglyWord)
    assert [(found.place.path, found.rule.code) for found in result.suppressed] == [
        (path, code) for path in ("a.goals", "b.goals") for code in ("WRD002", "WRD001", "WRD003")
    ]


def test_the_order_in_which_files_are_checked_changes_nothing() -> None:
    texts = {
        "b.goals": "goal B: same bad\n\ngoal C: crash\n",
        "a.goals": "goal A: same bad\n  why: bad bad\n",
        "c.goals": "# smartlint: ignore-file[PRO001]\ngoal D: same bad\n",
    }
    rules = (AnyFile, BadWord, SameGoal, GoalCrash, ProjectCrash, RULE_CRASHED)
    forward = lint(texts, *rules, partial=True)
    backward = lint(dict(reversed(texts.items())), *rules, partial=True)
    assert forward.findings
    assert forward.suppressed
    assert forward.notices
    assert forward.findings == backward.findings
    assert forward.suppressed == backward.suppressed
    assert forward.notices == backward.notices


def test_the_order_of_the_rules_changes_nothing() -> None:
    text = "goal A: bad ugly bad\n  why: ugly\n"
    rules: tuple[type[Rule], ...] = (BadWord, UglyWord, WorseWord, AnyFile)
    assert lint(text, *rules).findings == lint(text, *reversed(rules)).findings


class TestFingerprint:
    TEXT = "goal A: bad bad\n  why: bad\n\ngoal B: bad\n"

    def fingerprints(self, text: str, path: str = "a.goals") -> list[str]:
        return [found.fingerprint for found in lint({path: text}, BadWord).findings]

    @pytest.mark.parametrize(
        "above",
        ["\n\n", "# a comment\n", "team: Web\nreview: every week\n\n", "goal Z: good\n  why: nice\n\n", "goal Z: good\n\n\n"],
    )
    def test_lines_that_are_inserted_above_change_none(self, above: str) -> None:
        before = self.fingerprints(self.TEXT)
        assert len(before) == 4
        assert self.fingerprints(above + self.TEXT) == before

    def test_what_is_inserted_between_and_beside_changes_none(self) -> None:
        text = "goal A: bad and also bad\n  metric: rate\n  why: it is bad\n\n# next\n\ngoal B: not so bad\n"
        assert self.fingerprints(text) == self.fingerprints(self.TEXT)

    def test_no_two_are_the_same(self) -> None:
        assert len(set(self.fingerprints(self.TEXT))) == 4

    def test_each_of_two_equal_findings_has_its_own(self) -> None:
        first, second = self.fingerprints("goal A: bad bad\n")
        assert first != second
        assert self.fingerprints("goal A: bad\n") == [first]

    def test_they_tell_files_goals_rules_and_texts_apart(self) -> None:
        text = "goal A: bad\n"
        every = [
            *self.fingerprints(text),
            *self.fingerprints(text, "b.goals"),
            *self.fingerprints("goal B: bad\n"),
            *(found.fingerprint for found in lint({"a.goals": text}, WorseWord).findings),
            *(found.fingerprint for found in lint({"a.goals": "goal A: ugly\n"}, UglyWord).findings),
        ]
        assert len(set(every)) == 5

    def test_a_suppression_of_the_first_leaves_that_of_the_second(self) -> None:
        text = "goal A: x\n  why: bad\n  metric: bad\n"
        _, second = self.fingerprints(text)
        assert self.fingerprints(text.replace("why: bad", "why: bad  # smartlint: ignore[WRD001]")) == [second]


class Counting(GoalRule):
    """Says what it may have."""

    code = "OPT001"
    name = "counting"
    title = "A rule with options"
    level = "warning"
    messages = {"limit": "{limit} on {today}"}
    options = (Option("limit", 3, {"type": "integer"}, "how many there may be", {"sales": 5, "okr": 0}),)

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        limit = context.options["limit"]
        yield self.report("limit", goal.head, level="error" if limit > 3 else None, limit=limit, today=context.today)


@pytest.mark.parametrize(("profile", "limit"), [("smart", 3), ("sales", 5), ("okr", 0), ("marketing", 3)])
def test_options_are_those_of_the_profile(profile: str, limit: int) -> None:
    (found,) = lint("goal A: x\n", Counting, profile=profile).findings
    assert found.params == {"limit": limit, "today": TODAY}
    assert found.message("en") == f"{limit} on 2026-02-01"


def test_the_level_is_that_of_the_report_else_that_of_the_rule() -> None:
    assert [found.level for found in lint("goal A: x\n", Counting, profile="sales").findings] == ["error"]
    assert [found.level for found in lint("goal A: x\n", Counting).findings] == ["warning"]


def test_the_same_report_given_twice_is_one_finding() -> None:
    class Stutter(AnyGoal):
        code = "ANY007"
        name = "stutter"

        def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
            yield from super().check(goal, context)
            yield Witness(goal.head)
            yield from super().check(goal, context)

    assert codes(lint("goal A: x\n", Stutter)) == ["ANY007"]


def test_files_and_goals_are_counted_and_the_texts_of_findings_kept() -> None:
    texts = {"a.goals": "goal A: bad\n  goal A.1: x\n", "b.goals": "goal B: x\n", "c.goals": ""}
    result = lint(texts, BadWord)
    assert (result.files, result.goals) == (3, 3)
    assert {path: source.text for path, source in result.sources.items()} == {"a.goals": texts["a.goals"]}
    assert not lint({}, BadWord).files


def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_are_checked() -> None:
    linter = Linter(Settings((BadWord, UNREADABLE_FILE), TODAY))
    linter.check_unreadable("b.goals", "binary", {"at": 4})
    linter.check_text("goal A: bad\n", "a.goals")
    result = linter.finish()
    assert [(found.rule.code, found.place.path, found.place.start) for found in result.findings] == [
        ("WRD001", "a.goals", (1, 9)),
        ("SYN009", "b.goals", (1, 1)),
    ]
    assert "4" in result.findings[1].message("en")
    assert (result.files, result.goals) == (2, 1)


def test_findings_have_the_language_of_their_file_or_the_one_that_is_set() -> None:
    texts = {"a.goals": "language: sv\nmål A: bad\n", "b.goals": "language: da\nmål B: bad\n", "c.goals": "goal C: bad\n"}

    def languages(language: str) -> list[str]:
        return [found.language for found in lint_texts(texts, Settings((BadWord,), TODAY, language)).findings]

    assert languages("") == ["sv", "da", "en"]
    assert languages("nn") == ["sv", "da", "nn"]


def chosen_codes(rules: tuple[type[Rule], ...]) -> list[str]:
    return [rule.code for rule in rules]


class OfSales(AnyGoal):
    code = "ANY008"
    name = "of-sales"
    profiles = ("sales",)


class OfNone(AnyGoal):
    code = "ANY009"
    name = "of-none"
    profiles = ()


class TestChoose:
    RULES: tuple[type[Rule], ...] = (AnyGoal, OfSales, OfNone, AlwaysAnyFile)

    @pytest.mark.parametrize(
        ("profile", "expected"),
        [
            ("smart", ["ANY001", "DOC002"]),
            ("sales", ["ANY008", "DOC002"]),
            ("all", ["ANY001", "ANY008", "ANY009", "DOC002"]),
            ("unheard-of", ["DOC002"]),
        ],
    )
    def test_a_profile_turns_its_rules_on(self, profile: str, expected: list[str]) -> None:
        assert chosen_codes(choose(self.RULES, profile)) == expected

    def test_what_is_selected_takes_the_place_of_the_profile(self) -> None:
        assert chosen_codes(choose(self.RULES, "sales", [OfNone])) == ["ANY009", "DOC002"]
        assert chosen_codes(choose(self.RULES, "sales", [])) == ["DOC002"]

    def test_what_is_selected_comes_in_the_order_of_the_rules(self) -> None:
        assert chosen_codes(choose(self.RULES, select=[OfNone, OfSales, AnyGoal, OfNone])) == [
            "ANY001",
            "ANY008",
            "ANY009",
            "DOC002",
        ]

    def test_what_is_ignored_is_off(self) -> None:
        assert chosen_codes(choose(self.RULES, "all", ignore=[AnyGoal])) == ["ANY008", "ANY009", "DOC002"]
        assert chosen_codes(choose(self.RULES, select=[AnyGoal, OfSales], ignore=[AnyGoal])) == ["ANY008", "DOC002"]

    def test_a_rule_that_is_always_on_cannot_be_switched_off(self) -> None:
        assert chosen_codes(choose(self.RULES, "smart", ignore=self.RULES)) == ["DOC002"]

    def test_a_broken_rule_is_said_whatever_is_selected(self) -> None:
        chosen = choose((*load(), GoalCrash), select=[GoalCrash], ignore=[RULE_CRASHED])
        assert "INT001" in codes(lint("goal A: crash\n", *chosen))


def test_a_text_without_goals_is_linted_too() -> None:
    texts: Texts = {"a.goals": "", "b.goals": "# nothing yet\n"}
    assert codes(lint(texts, AnyFile, AnyGoal, SameGoal)) == ["DOC001", "DOC001"]
