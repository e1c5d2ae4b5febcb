"""What becomes of what rules say: causes, order, counts, and which rules are on."""

from collections.abc import Iterator

import pytest

from smartlint.linter import Linter, Settings, choose, lint_texts
from smartlint.registry import find, load
from smartlint.rule import (
    Context,
    Goal,
    GoalRule,
    Option,
    Related,
    Report,
    Rule,
    Witness,
)
from smartlint.testing import TODAY, Texts, lint
from tests.sample_rules import (
    RULE_CRASHED,
    AlwaysAnyFile,
    AnyClosedGoal,
    AnyFile,
    AnyGoal,
    AnyVision,
    BadWord,
    CleanGoal,
    GoalCrash,
    ProjectCrash,
    SameGoal,
    UglyWord,
    WorseWord,
    codes,
)

(UNREADABLE_FILE,) = find("SYN009", load())


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


def test_a_rule_for_some_languages_sees_no_text_in_another() -> None:
    class GermanicWord(BadWord):
        languages = ("nb", "sv")

    texts = {"a.goals": "language: nb\nmål: Få en bad dag\n", "b.goals": "language: en\ngoal: Have a bad day\n"}
    assert [found.place.path for found in lint(texts, GermanicWord).findings] == ["a.goals"]
