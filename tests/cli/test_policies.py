"""Policies as a user of the command line meets them: what is shown, in which language, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smartlint.reporters import FORMATS
from smartlint.translation import LANGUAGES
from tests.cli.conftest import Smartlint

POLICY = """\
[[policy]]
name = "somebody-answers"
reason = "the board wants a name for each goal"
select = ["OWN001"]
levels = { OWN001 = "info" }
enforcement = "mandatory"

[[policy]]
name = "a-plan"
select = ["PLN001"]
enforcement = "waivable"
from = 2026-04-01
"""
GOAL = "goal G1: Win 10 new customers by 30 June 2026\n"
WINTER, SPRING = ("--today", "2026-02-01"), ("--today", "2026-04-01")


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "policy.toml").write_text(POLICY, "utf-8")
    (folder / "x.goals").write_text(GOAL, "utf-8")


def check(smartlint: Smartlint, *arguments: str) -> tuple[int | str | None, str]:
    run = smartlint("check", "--policy", "policy.toml", "--isolated", "--select", "ALL", "--ignore", "ALL", *arguments)
    assert run.err == ""
    return run.status, run.out


def test_a_finding_says_whose_it_is_how_firm_and_where_that_stands(smartlint: Smartlint) -> None:
    status, out = check(smartlint, *WINTER)
    assert status == 1
    assert (
        out
        == """\
note[OWN001]: no owner: who answers for it?
 --> x.goals:1:1 (goal G1)
  |
1 | goal G1: Win 10 new customers by 30 June 2026
  | ^^^^^^^
  = help: add a line `owner: ⟨name⟩`: a person or a role, such as `head of sales`
  = policy: `somebody-answers` (mandatory; policy.toml:2): the board wants a name for each goal

warning[PLN001]: no plan: how will it be reached?
 --> x.goals:1:1 (goal G1)
  |
1 | goal G1: Win 10 new customers by 30 June 2026
  | ^^^^^^^
  = help: add a line `how:` and below it `- ⟨what is started, changed or stopped⟩ (owner: ⟨name⟩)`
  = policy: `a-plan` (waivable from 2026-04-01; policy.toml:9)

1 warning, 1 note in 1 file (1 goal); required by policy: 1
"""
    )


def test_concise(smartlint: Smartlint) -> None:
    assert check(smartlint, *SPRING, "--output-format", "concise", "--quiet")[1].splitlines() == [
        "x.goals:1:1: info OWN001 no owner: who answers for it? [somebody-answers: mandatory]",
        "x.goals:1:1: warning PLN001 no plan: how will it be reached? [a-plan: waivable]",
    ]


def test_json(smartlint: Smartlint) -> None:
    told = json.loads(check(smartlint, *WINTER, "--output-format", "json")[1])
    owner, plan = told["findings"]
    assert owner["policy"] == {
        "name": "somebody-answers",
        "enforcement": "mandatory",
        "binds": "mandatory",
        "from": None,
        "reason": "the board wants a name for each goal",
        "path": "policy.toml",
        "line": 2,
    }
    assert (plan["policy"]["enforcement"], plan["policy"]["binds"], plan["policy"]["from"]) == (
        "advisory",
        "waivable",
        "2026-04-01",
    )
    assert told["summary"]["policies"] == {"advisory": 1, "mandatory": 1}


def test_sarif(smartlint: Smartlint) -> None:
    (run,) = json.loads(check(smartlint, *SPRING, "--output-format", "sarif")[1])["runs"]
    told = [(one["ruleId"], one["properties"]["policy"]["name"]) for one in run["results"]]
    assert told == [("OWN001", "somebody-answers"), ("PLN001", "a-plan")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_readers_language(smartlint: Smartlint, language: str) -> None:
    _, out = check(smartlint, *WINTER, "--message-language", language)
    assert "somebody-answers" in out
    assert ("mandatory" in out) == (language == "en")
    assert ("required by policy" in out) == (language == "en")


def test_only_what_binds_fails(smartlint: Smartlint) -> None:
    Path("x.goals").write_text(f"{GOAL}  owner: Amy Holt\n", "utf-8")
    assert [check(smartlint, *day)[0] for day in (WINTER, SPRING)] == [0, 1]
    assert check(smartlint, *WINTER, "--fail-level", "info", "--max-warnings", "0")[0] == 0
    assert check(smartlint, *SPRING, "--exit-zero")[0] == 0
    waiver = '[[waiver]]\nrule = "PLN001"\nreason = "new"\nowner = "Amy Holt"\n'
    Path("smartlint-waivers.toml").write_text(waiver, "utf-8")
    run = smartlint("check", "--policy", "policy.toml", "--select", "TIM001", *SPRING)
    assert (run.status, run.out) == (0, "All fine: no findings in 1 file (1 goal); 1 waived\n")


class TestTheEnvironment:
    """``SMARTLINT_POLICY`` names policies as ``--policy`` does."""

    def test_several(self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        package = folder.parent / f"{folder.name}-site" / "acme_policy"
        package.mkdir(parents=True)
        (package / "smartlint.toml").write_text(POLICY.replace("a-plan", "plan").replace("somebody-", "who-"), "utf-8")
        monkeypatch.syspath_prepend(str(package.parent))
        for value in ("policy.toml:pkg:acme_policy", "pkg:acme_policy:policy.toml"):
            monkeypatch.setenv("SMARTLINT_POLICY", value)
            run = smartlint("check", *SPRING, "--output-format", "json")
            assert {one["policy"]["name"] for one in json.loads(run.out)["findings"] if "policy" in one} <= {
                *("somebody-answers", "a-plan"),
                *("who-answers", "plan"),
            }
            shown = smartlint("config", "show").out
            assert all(f'name = "{name}"' in shown for name in ("somebody-answers", "who-answers"))

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("nowhere.toml", "there is no file `nowhere.toml`"),
            ("policy.toml:pkg:nowhere", "no package `nowhere` is installed"),
            ("", "no policy is named here: give a file, or `pkg:` and the name of a package"),
            (":", "no policy is named here: give a file, or `pkg:` and the name of a package"),
        ],
    )
    @pytest.mark.parametrize(
        "command", [("check",), ("policy", "test"), ("policy", "waivers"), ("config", "show")], ids="-".join
    )
    def test_what_is_not_there_ends_the_run(
        self, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], value: str, said: str
    ) -> None:
        monkeypatch.setenv("SMARTLINT_POLICY", value)
        run = smartlint(*command)
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith(f"error: {said}\n --> SMARTLINT_POLICY")


def test_without_goal_files_too(smartlint: Smartlint) -> None:
    Path("x.goals").unlink()
    run = smartlint("check", "--policy", "nowhere.toml")
    assert run.status == 2
    assert run.err.splitlines()[0] == "error: there is no file `nowhere.toml`"


def test_what_is_said_of_waivers_is_said_of_files_that_are_passed_by_too(smartlint: Smartlint) -> None:
    Path("a.goals").write_text(GOAL, "utf-8")
    Path("smartlint.toml").write_text('exclude = ["a.goals"]\n', "utf-8")
    waiver = '[[waiver]]\nrule = "{}"\nreason = "new"\nowner = "Amy Holt"\n'
    Path("smartlint-waivers.toml").write_text(waiver.format("OWN001") + waiver.format("TIM001"), "utf-8")
    run = smartlint("check", "--policy", "policy.toml", *WINTER, "--output-format", "json")
    told = [(one["code"], one["message_id"]) for one in json.loads(run.out)["findings"] if one["path"].endswith(".toml")]
    assert told == [("WAI001", "mandatory"), ("WAI001", "unused")]


def test_a_named_file_that_is_excluded_is_checked_as_any(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text('exclude = ["x.goals"]\n', "utf-8")
    rules = {
        one["code"] for one in json.loads(smartlint("check", "x.goals", *WINTER, "--output-format", "json").out)["findings"]
    }
    assert "OWN001" in rules
    assert len(rules) > 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_policy(smartlint: Smartlint, name: str) -> None:
    _, out = check(smartlint, *WINTER, "--output-format", name)
    assert "somebody-answers" in out
    assert "mandatory" in out
