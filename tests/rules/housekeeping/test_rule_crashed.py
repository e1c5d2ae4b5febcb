from collections.abc import Iterator

from smartlint.linter import Result
from smartlint.rule import Context, Document, DocumentRule, Goal, GoalRule, Report, Witness
from smartlint.testing import check_metadata, check_page, lint
from smartlint_rules.housekeeping.rule_crashed import RuleCrashed
from smartlint_rules.owned.missing_owner import MissingOwner

LANGUAGES = ("en", "nb", "nn", "sv", "da")


class Fragile(GoalRule):
    """Fails at goals with an ID."""

    code = "XYZ001"
    name = "fragile"
    title = "A rule that fails"
    level = "info"
    messages = {"never": "never"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.id:
            raise ValueError("no {sense} in this")
        yield from ()


class FragileForFiles(DocumentRule):
    """Fails at every file."""

    code = "XYZ002"
    name = "fragile-for-files"
    title = "A rule that fails"
    level = "info"
    messages = {"never": "never"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        nothing: dict[str, Report] = {}
        yield nothing[document.language]


def crashes(result: Result) -> list[tuple[tuple[str, ...], int]]:
    return [(one.goal, one.place.start.line) for one in result.findings if one.rule is RuleCrashed]


def test_a_rule_that_fails_is_one_finding_at_the_goal_and_the_others_go_on() -> None:
    text = "goal: Sign 9 customers\ngoal G2: Sign 12 customers\n  owner: Amy Holt\n"
    result = lint(text, Fragile, MissingOwner, RuleCrashed)
    assert result.crashed
    assert crashes(result) == [(("G2",), 2)]
    assert [one.goal for one in result.findings if one.rule is MissingOwner] == [("#1",)]


def test_it_names_the_rule_and_the_error_in_every_language() -> None:
    (finding,) = lint("mål M1: Sälja 40 presentkort\n", Fragile, RuleCrashed).findings
    assert finding.level == "error"
    for language in LANGUAGES:
        assert "XYZ001" in finding.message(language)
        assert "ValueError: no {sense} in this" in finding.message(language)
        assert "test_rule_crashed" in finding.help(language)


def test_a_rule_of_files_fails_at_the_start_of_each() -> None:
    texts = {"a.goals": "mål: Få 12 kunder\n", "b.goals": "mål: Få 45 kundar\n"}
    result = lint(texts, FragileForFiles, RuleCrashed)
    assert crashes(result) == [((), 1), ((), 1)]
    assert len({finding.place.path for finding in result.findings}) == 2


def test_no_suppression_hides_it() -> None:
    text = "# smartlint: ignore-file[INT001] -- do not show\nmål M1: Sænke ventetiden til 10 minutter\n"
    assert crashes(lint(text, Fragile, RuleCrashed)) == [(("M1",), 2)]


def test_rules_that_do_not_fail_are_no_finding() -> None:
    for text in ("goal: Sign 12 customers\n", "mål: Auke salet\n", ""):
        assert not crashes(lint(text, Fragile, MissingOwner, RuleCrashed))


def test_page() -> None:
    check_metadata(RuleCrashed)
    check_page(RuleCrashed)
