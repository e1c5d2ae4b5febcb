"""Each file is judged by its own configuration; what is found in several, by that of their nearest common folder."""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.linter import Linter, Result
from smartlint.rule import Notice, Option, Project, ProjectRule, Related, Report, Rule
from smartlint.settings import Settings
from smartlint_rules.time_bound import non_working_day

TODAY = date(2026, 2, 1)
GOAL = "goal G1: Win 10 new customers by 30 June 2026\n  how: call the 50 shops that asked for a price\n"


class TooMany(ProjectRule):
    """Counts the goals of each team, in whatever files, and points at the one too many and at the first."""

    code = "TST001"
    name = "too-many"
    title = "Too many goals"
    level = "warning"
    options = (Option("max", 3, {"type": "integer"}, "how many"),)
    messages = {"many": "more than {limit}", "first": "the first", "notice": "{limit}"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        yield Notice("notice", {"limit": "always the same"})
        for team in sorted({fact.team for fact in project.goals}):
            facts = [fact for fact in project.goals if fact.team == team]
            if len(facts) > options["max"]:
                last, first = facts[options["max"]], facts[0]
                related = (Related(first.head, "first", first.file),)
                limit = options["max"]
                yield self.report("many", last.head, goal=last.index, file=last.file, related=related, limit=limit)


def linted(files: Mapping[str, str]) -> Result:
    """Lints the goal files among these as they lie in the current folder."""
    for path, text in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    configurations = Configurations()
    linter = Linter(lambda path: configurations.settings(path, TODAY))
    for path, text in files.items():
        if path.endswith(".goals"):
            linter.check_text(text, path)
    configurations.must_be_right()
    return linter.finish()


def found(result: Result, code: str) -> list[tuple[str, str]]:
    return [(finding.place.path, finding.level) for finding in result.findings if finding.rule.code == code]


def test_rules_and_levels_of_each_file() -> None:
    result = linted(
        {
            "smartlint.toml": '[lint.levels]\nOWN = "info"\n',
            "x.goals": GOAL,
            "a/smartlint.toml": '[lint]\nignore = ["OWN"]\n',
            "a/x.goals": GOAL,
            "b/smartlint.toml": "",
            "b/x.goals": GOAL,
        }
    )
    assert found(result, "OWN001") == [("b/x.goals", "error"), ("x.goals", "info")]


def test_levels_by_the_status_of_the_goal() -> None:
    result = linted(
        {
            "smartlint.toml": '[lint.levels]\nOWN001 = { draft = "info", committed = "warning" }\n',
            "a.goals": GOAL,
            "b.goals": f"{GOAL}  status: draft\n",
            "c.goals": f"{GOAL}  status: at risk\n",
        }
    )
    assert found(result, "OWN001") == [("a.goals", "warning"), ("b.goals", "info"), ("c.goals", "error")]


def test_the_fiscal_year_of_each_file() -> None:
    text = "goal G1: Win 10 new customers by Q1 2026\n"
    starts = 'calendar.fiscal-year-starts = "april"\n'
    result = linted({"a/smartlint.toml": starts, "a/x.goals": text, "b/x.goals": text})
    assert found(result, "TIM003") == [("a/x.goals", "error")]  # from April to June 2025


def test_public_holidays_without_the_package_that_knows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the calendar, and weekends, go on; what is missing is said where it is asked for."""
    non_working_day._holidays.cache_clear()
    monkeypatch.setattr("smartlint.configuration.configurations.has_holidays", lambda: False)
    monkeypatch.setitem(sys.modules, "holidays", None)
    result = linted(
        {
            "smartlint.toml": 'calendar.holidays = "NO"\nlint.select = ["TIM013", "CFG001"]\n',
            "x.goals": "goal G1: Win 10 customers\n  deadline: 17 May 2027\ngoal G2: Win 5\n  deadline: 16 May 2027\n",
        }
    )
    assert found(result, "TIM013") == [("x.goals", "info")]
    (warning,) = [finding for finding in result.findings if finding.rule.code == "CFG001"]
    assert (warning.place.path, warning.place.start) == ("smartlint.toml", (1, 21))
    assert "pip install smartlint[holidays]" in warning.message("en")


def test_public_holidays() -> None:
    pytest.importorskip("holidays")
    non_working_day._holidays.cache_clear()
    result = linted(
        {
            "smartlint.toml": 'calendar.holidays = "NO"\nlint.select = ["TIM013", "CFG001"]\n',
            "x.goals": "goal G1: Win 10 customers\n  deadline: 17 May 2027\n",
        }
    )
    assert [finding.message_id for finding in result.findings] == ["holiday"]


def test_an_unused_suppression_where_the_rule_is_off() -> None:
    text = GOAL.replace("\n", "  # smartlint: ignore[OWN001] -- the team is new\n", 1)
    result = linted({"a/smartlint.toml": '[lint]\nignore = ["OWN"]\n', "a/x.goals": text, "b/x.goals": text})
    assert found(result, "SUP001") == []
    assert [finding.place.path for finding in result.suppressed] == ["b/x.goals"]


def test_a_waiver_excuses_in_every_configuration_that_it_stands_beside() -> None:
    waiver = '[[waiver]]\nrule = "OWN001"\npath = "{}/**"\nreason = "moved"\nowner = "Kari"\n'
    result = linted(
        {
            "smartlint-waivers.toml": waiver.format("a"),
            "a/x.goals": GOAL,
            "b/smartlint.toml": "",
            "b/smartlint-waivers.toml": '[[waiver]]\nrule = "TIM"\nreason = "moved"\nowner = "Kari"\nexpires = 2026-01-01\n',
            "b/x.goals": GOAL,
        }
    )
    assert [waived.finding.place.path for waived in result.waived] == ["a/x.goals"]
    assert found(result, "OWN001") == [("b/x.goals", "error")]


class TestOverSeveralFiles:
    """A rule over many files, where folders are set differently."""

    @staticmethod
    def result(limits: Mapping[str, int], files: Mapping[str, str]) -> list[tuple[str, int]]:
        """The places and limits of what is found; ``limits`` are by folder, the nearest counts."""
        made: dict[str, Settings] = {}

        def settings(path: str) -> Settings:
            nearest = max((folder for folder in limits if path.startswith(folder)), key=len)
            configured: dict[type[Rule], dict[str, int]] = {TooMany: {"max": limits[nearest]}}
            return made.setdefault(nearest, Settings((TooMany,), TODAY, configured=configured))

        linter = Linter(settings)
        for path, text in files.items():
            linter.check_text(text, path)
        result = linter.finish()
        assert [said.params for said in result.notices] == [{"limit": "always the same"}]
        return [(finding.place.path, finding.params["limit"]) for finding in result.findings]

    def test_within_one_folder_its_own(self) -> None:
        files = {"a/x.goals": f"team: A\n{GOAL * 3}", "b/x.goals": f"team: B\n{GOAL * 3}"}
        assert self.result({"": 9, "a/": 1, "b/": 2}, files) == [("a/x.goals", 1), ("b/x.goals", 2)]

    def test_over_two_folders_that_of_the_folder_above(self) -> None:
        files = {"t/a/x.goals": f"team: A\n{GOAL * 2}", "t/b/x.goals": f"team: A\n{GOAL * 2}"}
        assert self.result({"": 9, "t/": 3, "t/a/": 2, "t/b/": 2}, files) == [("t/b/x.goals", 3)]
        assert self.result({"": 9, "t/a/": 2, "t/b/": 2}, files) == []

    def test_one_configuration_for_all(self) -> None:
        files = {"a/x.goals": f"team: A\n{GOAL * 2}", "b/x.goals": f"team: A\n{GOAL * 2}"}
        assert self.result({"": 3}, files) == [("b/x.goals", 3)]
