"""Policies as configurations state them: what each speaks of, what it judges by, and what is wrong with those that are none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartlint.cli.mistakes import as_lines
from smartlint.configuration.configurations import Configurations
from smartlint.configuration.mistake import Mistakes
from smartlint.finding import Finding
from smartlint.linter import Linter
from smartlint.policy.policy import Match, Policy
from smartlint.source import Source

TODAY = date(2026, 2, 1)
GOAL = "goal G1: Win 10 new customers by 30 June 2026\n"
OWNERS = '[[policy]]\nname = "owners"\nselect = ["OWN001"]\nenforcement = "mandatory"\n'


def lay(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def configurations(*imposed: str) -> Configurations:
    return Configurations(imposed=[Source(name, "--policy") for name in imposed])


def policies(path: str, *imposed: str, passed_by: bool = False) -> list[Policy]:
    """The policies that are in force for a file."""
    known = configurations(*imposed)
    found = known.settings(path, TODAY, passed_by=passed_by).policies
    known.must_be_right()
    return list(found)


def names(path: str, *imposed: str, passed_by: bool = False) -> list[str]:
    return [policy.name for policy in policies(path, *imposed, passed_by=passed_by)]


def found(path: str, text: str, *imposed: str) -> list[Finding]:
    known = configurations(*imposed)
    linter = Linter(lambda each: known.settings(each, TODAY))
    linter.check_text(text, path)
    known.must_be_right()
    return list(linter.finish().findings)


def mistakes(*imposed: str, language: str = "en") -> list[str]:
    known = Configurations(imposed=[Source(name, "--policy") for name in imposed], language=language)
    known.of("./")
    return "".join(as_lines(Mistakes(known.mistakes).mistakes, language)).splitlines()


class TestAddingUp:
    """Policies of all files along ``extend``, and of those that are imposed."""

    def test_none_is_overridden(self) -> None:
        lay(
            {
                "smartlint.toml": OWNERS,
                "a/smartlint.toml": f'extend = "../smartlint.toml"\n{OWNERS.replace("owners", "team-owners")}',
                "policy/policy.toml": OWNERS.replace("owners", "company-owners"),
            }
        )
        assert names("x.goals") == ["owners"]
        assert names("a/x.goals") == ["owners", "team-owners"]
        assert names("a/x.goals", "policy/policy.toml") == ["owners", "team-owners", "company-owners"]

    def test_a_file_that_is_extended_and_imposed_counts_once(self) -> None:
        lay({"company.toml": OWNERS, "smartlint.toml": 'extend = "company.toml"\n'})
        assert names("x.goals", "company.toml", "company.toml") == ["owners"]
        assert mistakes("company.toml") == []

    def test_nothing_else_of_what_is_imposed_holds(self) -> None:
        lay({"policy.toml": f'profile = "sales"\nexclude = ["x"]\n[lint]\nselect = ["OWN"]\n{OWNERS}'})
        known = configurations("policy.toml")
        assert known.of("./").profile == "smart"
        assert known.settings("x.goals", TODAY).rules == Configurations().settings("x.goals", TODAY).rules

    def test_the_same_name_in_two_files(self) -> None:
        lay({"policy.toml": OWNERS, "smartlint.toml": OWNERS})
        assert (mistakes("policy.toml"), names("x.goals", "policy.toml")) == ([], ["owners"])

    def test_the_same_name_for_something_else_in_two_files(self) -> None:
        lay({"base.toml": OWNERS, "smartlint.toml": f'extend = "base.toml"\n{OWNERS.replace("OWN001", "TIM001")}'})
        assert mistakes() == ["smartlint.toml:3:8: `owners` is taken: see base.toml"]

    def test_people_who_cannot_be_read_are_told_though_the_team_names_others(self) -> None:
        lay({"policy.toml": f'roster.file = "people.csv"\n{OWNERS}', "staff.csv": "name\nAmy Holt\n"})
        lay({"smartlint.toml": 'extend = "policy.toml"\nroster.file = "staff.csv"\n'})
        assert mistakes() == ["policy.toml:1:15: there is no file `people.csv`"]

    def test_a_team_that_takes_the_name_of_an_imposed_policy_stops_nothing(self) -> None:
        lay({"policy.toml": OWNERS, "smartlint.toml": OWNERS.replace("OWN001", "TIM001").replace("mandatory", "advisory")})
        assert mistakes("policy.toml") == []
        (policy,) = policies("x.goals", "policy.toml")
        assert (policy.source.path, [rule.code for rule in policy.rules]) == ("policy.toml", ["OWN001"])
        (told,) = [one for one in found("x.goals", GOAL, "policy.toml") if one.rule.code == "CFG001"]
        assert (told.place.path, told.place.start.line) == ("smartlint.toml", 2)
        assert told.message("en").startswith("`owners` is left out")


class TestWhatItSpeaksOf:
    """Paths and profiles, which are of files; the rest is of goals."""

    @pytest.mark.parametrize(
        ("path", "expected"),
        [("sales/x.goals", True), ("sales/a/x.goals", True), ("x.goals", False), ("a/sales/x.goals", False)],
    )
    def test_patterns_are_relative_to_the_file_that_states_them(self, path: str, expected: bool) -> None:
        lay({"smartlint.toml": OWNERS + 'match = { path = "sales/**" }\n', "sales/a/y.goals": GOAL})
        assert bool(names(path)) == expected

    def test_patterns_of_a_file_elsewhere(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lay({"../site/acme/smartlint.toml": OWNERS + 'match = { path = ["sales", "hr/*.goals"] }\n'})
        lay({"team/smartlint.toml": 'extend = "pkg:acme"\n'})
        monkeypatch.syspath_prepend(str(Path("../site").resolve()))
        assert names("team/sales/x.goals") == ["owners"], "relative to the nearest configuration"
        assert names("sales/x.goals", "pkg:acme") == ["owners"], "relative to the current folder"
        assert names("hr/x.goals", "pkg:acme") == ["owners"]
        assert names("hr/a/x.goals", "pkg:acme") == []

    def test_a_file_outside_the_current_folder(self) -> None:
        lay({"policies/p.toml": OWNERS + 'match = { path = "**/sales/*" }\n'})
        assert names("/elsewhere/sales/x.goals", "policies/p.toml") == ["owners"]
        assert names("/elsewhere/x.goals", "policies/p.toml") == []

    def test_profiles(self) -> None:
        lay({"smartlint.toml": OWNERS + 'match = { profile = ["sales", "okr"] }\n', "a/smartlint.toml": 'extend = ".."\n'})
        lay({"a/smartlint.toml": 'extend = "../smartlint.toml"\nprofile = "okr"\n'})
        assert (names("x.goals"), names("a/x.goals")) == ([], ["owners"])

    def test_goals(self) -> None:
        match = 'match = { team = "South", owner = ["Amy Holt"], tags = "#Big", kind = "goal", period = "2026" }\n'
        lay({"smartlint.toml": OWNERS + match})
        (policy,) = policies("x.goals")
        assert policy.match == Match(
            teams=frozenset({"south"}),
            owners=frozenset({"amy holt"}),
            tags=frozenset({"big"}),
            kinds=frozenset({"goal"}),
            periods=((date(2026, 1, 1), date(2026, 12, 31)),),
        )

    def test_a_year_that_begins_when_the_fiscal_year_does(self) -> None:
        lay({"smartlint.toml": f'calendar.fiscal-year-starts = "july"\n{OWNERS}match = {{ period = "Q1 2026" }}\n'})
        (policy,) = policies("x.goals")
        assert policy.match.periods == ((date(2025, 7, 1), date(2025, 9, 30)),)


class TestWhatItJudgesBy:
    """Rules, options and levels: its own, else those of the file that it stands in, never those of a nearer file."""

    FEW = '[[policy]]\nname = "few"\nrules = { too-many-goals = { operational = { warn = 2, max = 2 } } }\n'

    def test_whose_options_it_sets_those_rules_it_asks_for(self) -> None:
        lay({"smartlint.toml": self.FEW})
        (policy,) = policies("x.goals")
        assert [rule.code for rule in policy.rules] == ["LIM001"]
        (options,) = policy.configured.values()
        (defaults,) = ({option.name: option.default for option in rule.options} for rule in policy.rules)
        assert options == {**defaults, "operational": {"warn": 2, "max": 2}}

    def test_options_of_its_own_file(self) -> None:
        stated = "[lint.rules.too-many-goals]\n{} = {{ warn = 3, max = {} }}\n"
        own = stated.format("strategic", 4) + self.FEW
        nearer = stated.format("strategic", 40) + "operational = { warn = 40, max = 50 }\n"
        lay({"company.toml": own, "smartlint.toml": f'extend = "company.toml"\n{nearer}'})
        (policy,) = policies("x.goals")
        (options,) = policy.configured.values()
        assert options == {"strategic": {"warn": 3, "max": 4}, "operational": {"warn": 2, "max": 2}}

    def test_levels(self) -> None:
        levels = 'levels = { OWN = "info", OWN001 = { draft = "info", committed = "error" } }\n'
        lay({"smartlint.toml": f'[lint.levels]\nOWN = "warning"\n{OWNERS}{levels}', "a.goals": GOAL})
        assert [one.level for one in found("a.goals", GOAL) if one.ruling] == ["error"]
        assert [one.level for one in found("a.goals", f"{GOAL}  status: at risk\n") if one.ruling] == ["warning"]

    def test_the_roster_of_its_own_file(self) -> None:
        known = 'roster.people = ["Kari Vold"]\n'
        lay({"policy.toml": known + OWNERS.replace("OWN001", "OWN004")})
        lay({"smartlint.toml": known.replace("Kari Vold", "Amy Holt")})
        text = f"{GOAL}  owner: Amy Holt\n"
        assert [one.rule.code for one in found("x.goals", text, "policy.toml") if one.ruling] == ["OWN004"]

    def test_a_missing_roster_of_what_is_imposed(self) -> None:
        lay({"policy.toml": f'roster.file = "people.csv"\n{OWNERS}'})
        assert mistakes("policy.toml") == ["policy.toml:1:15: there is no file `people.csv`"]


class TestRulesBesideIt:
    """Rules without code in the file that states policies."""

    RULE = '[[rule]]\ncode = "ACM001"\nname = "cost-centre"\nassert = "has(goal.metric)"\nmessage = "no cost centre"\n'
    POLICY = '[[policy]]\nname = "cost"\nselect = ["ACM001"]\nmatch = { team = "South" }\nenforcement = "mandatory"\n'

    def test_one_that_is_imposed_is_turned_off_by_nothing(self) -> None:
        lay({"p/policy.toml": self.RULE, "smartlint.toml": '[lint]\nselect = ["TIM"]\nignore = ["ACM001"]\n'})
        lay({"a/smartlint.toml": '[lint.per-file-ignores]\n"**" = ["ACM"]\n'})
        for path in ("x.goals", "a/x.goals"):
            assert "ACM001" in [one.rule.code for one in found(path, GOAL, "p/policy.toml")]

    @staticmethod
    def found(team: str, *imposed: str) -> list[Finding]:
        return [one for one in found("x.goals", f"team: {team}\n{GOAL}", *imposed) if one.rule.code == "ACM001"]

    def test_one_that_a_policy_beside_it_selects_judges_what_that_speaks_of(self) -> None:
        lay({"p/policy.toml": self.RULE + self.POLICY})
        assert self.found("North", "p/policy.toml") == []
        assert [one.binds for one in self.found("South", "p/policy.toml")] == [True]

    def test_a_nearer_policy_does_not_take_it_from_others(self) -> None:
        lay({"company.toml": self.RULE, "smartlint.toml": f'extend = "company.toml"\n{self.POLICY}'})
        assert [one.binds for one in self.found("North")] == [False]

    def test_its_tables_are_not_replaced_by_those_of_a_nearer_file(self) -> None:
        rule = self.RULE.replace("has(goal.metric)", "data.metrics.exists(m, m.name == 'churn')")
        lay({"company.toml": f'data.metrics = "metrics.csv"\n{rule}', "metrics.csv": "name\nvisits\n"})
        lay({"mine.csv": "name\nchurn\n", "smartlint.toml": 'extend = "company.toml"\n[data]\nmetrics = "mine.csv"\n'})
        assert "ACM001" in [one.rule.code for one in found("x.goals", GOAL)]
        lay({"smartlint.toml": 'data.metrics = "mine.csv"\n'})
        assert "ACM001" in [one.rule.code for one in found("x.goals", GOAL, "company.toml")]


class TestPassedBy:
    """Files that the configuration excludes."""

    def test_mandatory_policies_stay_and_so_does_what_is_imposed(self) -> None:
        advice = OWNERS.replace("owners", "advice").replace("mandatory", "advisory")
        imposed = OWNERS.replace("owners", "imposed").replace("mandatory", "advisory")
        lay({"smartlint.toml": f"{OWNERS}{advice}", "policy.toml": imposed})
        assert names("x.goals", "policy.toml") == ["owners", "advice", "imposed"]
        assert names("x.goals", "policy.toml", passed_by=True) == ["owners", "imposed"]

    def test_what_its_own_file_excludes_it_does_not_speak_of(self) -> None:
        lay(
            {
                "company.toml": f'exclude = ["archive"]\n{OWNERS}',
                "smartlint.toml": 'extend = "company.toml"\nexclude = ["old"]\n',
            }
        )
        assert (names("archive/x.goals", passed_by=True), names("old/x.goals", passed_by=True)) == ([], ["owners"])


_SELECTORS = st.lists(st.sampled_from(["ALL", "OWN", "OWN001", "missing-owner", "TIM", "SUP", "MEA"]), max_size=3)
_LEVELS = st.dictionaries(st.sampled_from(["ALL", "OWN", "OWN001", "TIM001"]), st.sampled_from(["error", "warning", "info"]))
_TEAMS = st.fixed_dictionaries(
    {},
    optional={
        "profile": st.sampled_from(["smart", "okr", "sales", "all"]),
        "select": _SELECTORS.filter(bool),
        "ignore": _SELECTORS,
        "extend-select": _SELECTORS,
        "per-file": _SELECTORS,
        "levels": _LEVELS,
    },
)


def team_file(team: Mapping[str, Any]) -> str:
    """A team's own configuration."""
    lint = [f"{key} = {value}" for key, value in team.items() if key in ("select", "ignore", "extend-select")]
    levels = [f'{key} = "{value}"' for key, value in dict(team.get("levels", {})).items()]
    stated = [f'profile = "{team["profile"]}"'] if "profile" in team else []
    per_file = ["[lint.per-file-ignores]", f'"**" = {team["per-file"]}'] if "per-file" in team else []
    return "\n".join([*stated, "[lint]", *lint, "[lint.levels]", *levels, *per_file, ""])


@given(team=_TEAMS, hidden=st.sampled_from(["", "  # smartlint: ignore[ALL] -- x", "  # smartlint: ignore[OWN, TIM]"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_team_sets_the_same_mandatory_findings_stand(team: Mapping[str, Any], hidden: str) -> None:
    overlap = {*team.get("select", ()), *team.get("extend-select", ())} & {*team.get("ignore", ())}
    lay({"p/policy.toml": OWNERS.replace('"OWN001"', '"OWN001", "TIM001"')})
    lay({"smartlint.toml": team_file({**team, "ignore": []} if overlap else team)})
    text = f"goal G1: Sell more{hidden}\ngoal G2: Win 10 new customers by 30 June 2026\n  status: draft\n"
    binding = [one for one in found("x.goals", text, "p/policy.toml") if one.binds]
    assert [(one.rule.code, one.goal) for one in binding] == [("OWN001", ("G1",)), ("TIM001", ("G1",)), ("OWN001", ("G2",))]
