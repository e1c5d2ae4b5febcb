"""An edition freezes which rules are on and at which levels: a newer smartlint changes no verdict."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from smartlint.configuration.configuration import Configuration
from smartlint.configuration.configurations import Configurations, stated
from smartlint.configuration.roster import Roster
from smartlint.contract import EDITIONS
from smartlint.registry import load
from smartlint.rule import Context, Goal, GoalRule, Report, Rule, Witness


class Old(GoalRule):
    """A rule of the first edition, which was milder until 2026."""

    code, name, title, level = "TST001", "old", "Old", "error"
    messages = {"seen": "seen"}
    formerly = {"2025": "info", "2026": "warning"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("seen", goal.head)


class New(Old):
    """A rule that came in 2027."""

    code, name, title = "TST002", "new", "New"
    edition = "2027"
    formerly = {}


def of(text: str) -> Configuration:
    return Configuration((stated(text, "smartlint.toml"),), (Old, New), Roster())


def on(text: str) -> set[type[Rule]]:
    return set(of(text).enabled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('edition = "2026"', {Old}),
        ('edition = "2027"', {Old, New}),
        ('edition = "2026"\nprofile = "all"', {Old}),
        ('edition = "2026"\nlint.select = ["TST"]', {Old}),
        ('edition = "2026"\nlint.select = ["ALL"]', {Old}),
        ('edition = "2026"\nlint.extend-select = ["TST"]', {Old}),
        ('edition = "2026"\nlint.extend-select = ["TST002"]', {Old, New}),
        ('edition = "2026"\nlint.select = ["new"]', {New}),
        ('edition = "2026"\nlint.extend-select = ["new"]\nlint.ignore = ["TST"]', set()),
    ],
)
def test_a_newer_rule_is_on_only_where_it_is_named(text: str, expected: set[type[Rule]]) -> None:
    assert on(text) == expected


def test_what_keeps_it_off_is_told() -> None:
    (decided,) = of('\nedition = "2026"').switched_off.values()
    assert (decided.value, decided.file, decided.line) == ("2026", "smartlint.toml", 2)
    assert of('edition = "2027"').switched_off == {}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ('edition = "2025"', "info"),
        ('edition = "2026"', "warning"),
        ('edition = "2027"', "error"),
        ('edition = "2025"\nlint.levels.TST = "error"', "error"),
        ('edition = "2025"\nlint.levels.TST001 = { draft = "error" }', "info"),
    ],
)
def test_a_level_is_that_of_the_edition_unless_one_is_stated(text: str, level: str) -> None:
    assert of(text).level(Old).value == level


def test_the_level_that_decides_is_the_one_of_findings() -> None:
    configuration = of('edition = "2025"')
    assert [decided.value for decided in configuration.levels(Old)] == ["info"]
    assert configuration.levels(Old)[0].line == 1


def test_without_one_the_newest_holds() -> None:
    assert Configurations().of("x.goals").value("edition") == EDITIONS[-1]
    assert all(rule.edition in ("", *EDITIONS) for rule in load())


def test_the_first_edition_has_all_rules_of_its_profile() -> None:
    """Until there is a second one."""
    configuration = replace(of(f'edition = "{EDITIONS[0]}"'), rules=load())
    assert {rule for rule in load() if "smart" in rule.profiles} <= set(configuration.enabled)
