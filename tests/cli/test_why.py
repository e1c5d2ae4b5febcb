"""``smartlint why``: who decided what about a rule at a goal, today or in a run of the past."""

import json
from pathlib import Path
from typing import Any

import pytest

from smartlint.translation import LANGUAGES
from tests.cli.conftest import Smartlint
from tests.cli.samples import write

TODAY = ("--today", "2026-02-01")
GOALS = """\
team: Sales
review: every two weeks

goal G1: Win 10 new customers by 30 June 2026
  how: call the 50 shops that asked for a price last year

goal G2: Raise the share of letters with an answer from 60 % to 90 %
  # smartlint: ignore[OWN003] until=2026-03-01 -- the team is new
  owner: everyone
  how: two fixed hours a day

goal G3: Give guests good service by 30 June 2026
  owner: Amy Holt
  how: smile

goal G4: Be better known
  status: done

vision: A shop that everybody likes
"""
CONFIGURATION = """\
profile = "sales"

[lint]
ignore = ["TIM009"]
per-file-ignores = { "a.goals" = ["REL004"] }

[lint.levels]
PLN001 = "info"

[lint.rules.too-many-goals]
operational = { warn = 2, max = 7 }

[[policy]]
name = "own-up"
select = ["OWN001"]
match = { team = "Sales" }
enforcement = "waivable"
waivers = { max-days = 30 }
levels = { OWN001 = "warning" }
"""
WAIVER = '[[waiver]]\nrule = "{rule}"\ngoal = "{goal}"\nreason = "no date"\nowner = "Amy Holt"\nexpires = {expires}\n'


@pytest.fixture(autouse=True)
def files() -> None:
    write(a=GOALS)
    Path("smartlint.toml").write_text(CONFIGURATION, encoding="utf-8")


def waive(rule: str, goal: str, expires: str) -> None:
    with Path("smartlint-waivers.toml").open("a", encoding="utf-8") as file:
        file.write(WAIVER.format(rule=rule, goal=goal, expires=expires))


def told(smartlint: Smartlint, *arguments: str) -> str:
    run = smartlint("why", *TODAY, *arguments)
    assert (run.status, run.err) == (0, "")
    return run.out


def about(smartlint: Smartlint, line: int, code: str, *arguments: str) -> dict[str, Any]:
    """What is said of a rule at a line."""
    data = json.loads(told(smartlint, f"a.goals:{line}", code, "--output-format", "json", *arguments))
    assert (data["version"], data["file"], data["line"]) == (1, "a.goals", line)
    (rule,) = data["rules"]
    assert rule["code"] == code
    found: dict[str, Any] = rule
    return found


class TestOutcomes:
    def test_reported(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 12, "MEA001")
        assert found["outcome"] == "reported"
        assert [(one["line"], one["column"], one["level"]) for one in found["said"]] == [(12, 22, "error")]

    def test_suppressed_and_by_which_comment(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 7, "OWN003")
        assert found["outcome"] == "suppressed"
        comment = found["said"][0]["suppression"]
        assert (comment["line"], comment["until"], comment["reason"]) == (8, "2026-03-01", "the team is new")

    def test_waived_and_by_which_waiver(self, smartlint: Smartlint) -> None:
        waive("TIM001", "G2", "2026-02-20")
        found = about(smartlint, 7, "TIM001")
        assert found["outcome"] == "waived"
        assert (found["said"][0]["waiver"]["file"], found["said"][0]["waiver"]["line"]) == ("smartlint-waivers.toml", 2)

    def test_yielded_and_to_what(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 12, "SPC002")
        assert found["outcome"] == "yielded"
        assert found["said"][0]["to"] == "MEA001"

    def test_passed_and_by_what(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 4, "MEA001")
        assert found["outcome"] == "passed"
        assert [one["text"] for one in found["said"]] == ["10 new customers"]

    def test_passed_by_what_holds_for_the_whole_file(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 4, "TIM008")
        assert (found["outcome"], [one["line"] for one in found["said"]]) == ("passed", [2])

    @pytest.mark.parametrize(
        ("line", "code", "outcome"),
        [
            (4, "TIM009", "off"),
            (4, "REL004", "off"),
            (4, "LIM002", "off"),
            (16, "MEA001", "closed"),
            (19, "OWN001", "vision"),
            (4, "SPC005", "silent"),
        ],
    )
    def test_why_nothing_is_said(self, smartlint: Smartlint, line: int, code: str, outcome: str) -> None:
        found = about(smartlint, line, code)
        assert (found["outcome"], found["said"]) == (outcome, [])

    def test_what_could_not_be_judged(self, smartlint: Smartlint) -> None:
        Path("smartlint.toml").write_text('lint.extend-select = ["OWN004"]\n', encoding="utf-8")
        found = about(smartlint, 4, "OWN004")
        assert found["outcome"] in ("silent", "undecided")


class TestDecided:
    """Who decided."""

    def test_what_turned_it_on_or_off(self, smartlint: Smartlint) -> None:
        assert about(smartlint, 12, "MEA001")["on"] == {
            "value": "sales",
            "file": "smartlint.toml",
            "line": 1,
            "profile": "sales",
        }
        off = {code: about(smartlint, 4, code)["off"] for code in ("TIM009", "REL004", "LIM002")}
        assert (off["TIM009"]["line"], off["REL004"]["line"], off["LIM002"]) == (4, 5, None)

    def test_its_level(self, smartlint: Smartlint) -> None:
        stated = about(smartlint, 4, "PLN001")["level"]
        assert (stated["value"], stated["file"], stated["line"]) == ("info", "smartlint.toml", 8)
        usual = about(smartlint, 12, "MEA001")["level"]
        assert (usual["value"], usual["file"], usual["policy"]) == ("error", None, None)
        by_status = 'lint.levels.MEA001 = { draft = "info", committed = "warning" }\n'
        Path("smartlint.toml").write_text(by_status, encoding="utf-8")
        assert about(smartlint, 12, "MEA001")["level"]["value"] == "warning"

    def test_its_options(self, smartlint: Smartlint) -> None:
        (strategic, operational) = sorted(about(smartlint, 4, "LIM001")["options"], key=lambda one: one["name"] != "strategic")
        assert (operational["value"], operational["line"]) == ({"warn": 2, "max": 7}, 11)
        assert strategic["profile"] == "sales"

    def test_its_policies(self, smartlint: Smartlint) -> None:
        found = about(smartlint, 4, "OWN001")
        assert [(one["name"], one["enforcement"], one["line"]) for one in found["policies"]] == [("own-up", "waivable", 14)]
        assert about(smartlint, 4, "MEA001")["policies"] == []
        write(a=GOALS.replace("Sales", "North"))
        assert about(smartlint, 4, "OWN001")["policies"] == []

    def test_a_waiver_that_does_not_excuse_it(self, smartlint: Smartlint) -> None:
        waive("OWN001", "G1", "2026-06-01")
        waive("OWN001", "G1", "2026-01-01")
        out = told(smartlint, "a.goals:4", "OWN001")
        assert "the waiver at smartlint-waivers.toml:2 does not excuse it: refused" in out
        assert "lasts 120 days, and the policy `own-up` allows 30" in out
        assert "the waiver at smartlint-waivers.toml:8 does not excuse it: expired" in out

    def test_what_the_command_line_says(self, smartlint: Smartlint) -> None:
        assert about(smartlint, 4, "LIM002", "--config", "profile=okr")["on"]["file"] == "--config"
        assert about(smartlint, 4, "TIM009", "--isolated")["off"] is None
        Path("law.toml").write_text('[[policy]]\nname = "law"\nselect = ["TIM009"]\nenforcement = "mandatory"\n', "utf-8")
        law = about(smartlint, 4, "TIM009", "--policy", "law.toml")
        assert [(one["name"], one["enforcement"]) for one in law["policies"]] == [("law", "mandatory")]


EXPECTED = """\
a.goals:7: goal G2: Raise the share of letters with an answer from 60 % to 90 %

TIM001 missing-deadline: A goal without a deadline
  found at 7:1, error: no deadline: by when is it to be reached?
  on: profile sales (smartlint.toml:1)
  level error: default

OWN003 group-owner: A goal that a group owns
  found at 9:10, and hidden by a comment: `everyone` is a group, so nobody answers for the goal
  the comment: a.goals:8
  last day: 2026-03-01
  reason: the team is new
  on: profile sales (smartlint.toml:1)
  level warning: default
"""


class TestText:
    def test_everything_about_a_goal(self, smartlint: Smartlint) -> None:
        out = told(smartlint, "a.goals:7")
        first = told(smartlint, "a.goals:7", "TIM001") + "\n" + told(smartlint, "a.goals:7", "OWN003").partition("\n\n")[2]
        assert out.startswith(first)
        assert "7:65: measurable (MEA001) because: 90 %" in out
        assert out.endswith("\nto ask about another rule: smartlint why a.goals:7 CODE\n")

    def test_all_lines_of_a_rule(self, smartlint: Smartlint) -> None:
        out = told(smartlint, "a.goals:9", "own003")
        assert out.splitlines()[2] == "OWN003 group-owner: A goal that a group owns"
        for line in ("  the comment: a.goals:8", "  last day: 2026-03-01", "  reason: the team is new"):
            assert line in out.splitlines()
        assert out.splitlines()[-2:] == ["  on: profile sales (smartlint.toml:1)", "  level warning: default"]

    @pytest.mark.parametrize("line", range(7, 12))
    def test_any_line_of_the_goal_will_do(self, smartlint: Smartlint, line: int) -> None:
        assert "goal G2" in told(smartlint, f"a.goals:{line}")

    def test_what_stands_at_the_line_comes_first(self, smartlint: Smartlint) -> None:
        out = told(smartlint, "a.goals:9:10")
        assert out.index("OWN003") < out.index("TIM001")

    @pytest.mark.parametrize("selector", ["TIM001", "tim001", "missing-deadline"])
    def test_a_rule_is_named_as_everywhere(self, smartlint: Smartlint, selector: str) -> None:
        assert "TIM001 missing-deadline" in told(smartlint, "a.goals:7", selector)

    def test_above_the_goals(self, smartlint: Smartlint) -> None:
        assert "looked at on the way (TIM008) because: review: every two weeks" in told(smartlint, "a.goals:2")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_in_the_reader_s_language(self, smartlint: Smartlint, language: str) -> None:
        for line in (4, 7, 12, 16, 19):
            assert "a.goals" in told(smartlint, f"a.goals:{line}", "--message-language", language)

    def test_nothing_hides_in_it(self, smartlint: Smartlint) -> None:
        write(a=GOALS.replace("Give guests", "Give \x1b[31m guests"))
        assert "\x1b" not in told(smartlint, "a.goals:12")

    def test_goals_with_the_same_id_are_told_apart(self, smartlint: Smartlint) -> None:
        write(a=GOALS.replace("G3", "G2"))
        assert [one["line"] for one in about(smartlint, 12, "MEA001")["said"]] == [12]
        assert about(smartlint, 7, "MEA001")["outcome"] == "passed"


class TestLog:
    @pytest.fixture(autouse=True)
    def log(self, smartlint: Smartlint) -> None:
        assert smartlint("check", *TODAY, "--decision-log", "log.jsonl").status == 1

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            (4, "MEA001"),
            (4, "OWN001"),
            (4, "SPC005"),
            (4, "TIM009"),
            (7, "OWN003"),
            (12, "SPC002"),
            (16, "MEA001"),
            (19, "OWN001"),
        ],
    )
    def test_it_says_the_same_as_a_run_of_today(self, smartlint: Smartlint, line: int, code: str) -> None:
        now, then = about(smartlint, line, code), about(smartlint, line, code, "--log", "log.jsonl")
        assert {name: now[name] for name in then} == then

    def test_it_says_who_decided(self, smartlint: Smartlint) -> None:
        names = {"on", "off", "level", "policies"}
        for line, code in ((4, "OWN001"), (12, "MEA001"), (4, "PLN001"), (4, "TIM009"), (4, "LIM002")):
            assert names <= about(smartlint, line, code, "--log", "log.jsonl").keys()
        out = told(smartlint, "a.goals:4", "OWN001", "--log", "log.jsonl")
        assert "on: profile sales (smartlint.toml:1)" in out
        assert "policy own-up, waivable: smartlint.toml:14" in out
        assert "level error: default" in out
        assert "level note: smartlint.toml:8" in told(smartlint, "a.goals:4", "PLN001", "--log", "log.jsonl")
        assert "off: smartlint.toml:4" in told(smartlint, "a.goals:4", "TIM009", "--log", "log.jsonl")
        assert "off: not in profile sales (smartlint.toml:1)" in told(smartlint, "a.goals:4", "LIM002", "--log", "log.jsonl")

    def test_a_level_by_status_and_one_of_a_policy(self, smartlint: Smartlint) -> None:
        law = '[[policy]]\nname = "law"\nselect = ["PLN001"]\nlevels = { PLN001 = "warning" }\n'
        by_status = '[lint.levels]\nMEA001 = { draft = "info", committed = "warning" }\n'
        Path("smartlint.toml").write_text(by_status + law, encoding="utf-8")
        smartlint("check", *TODAY, "--decision-log", "log.jsonl")
        for line, code in ((12, "MEA001"), (4, "PLN001"), (19, "MEA001")):
            now, then = about(smartlint, line, code), about(smartlint, line, code, "--log", "log.jsonl")
            assert then["level"] == now["level"]

    def test_the_log_of_an_older_version(self, smartlint: Smartlint) -> None:
        entry = json.loads(Path("log.jsonl").read_text("utf-8"))
        for one in entry["configurations"]:
            del one["on"]
        Path("log.jsonl").write_text(json.dumps(entry), encoding="utf-8")
        assert "it is off here" in told(smartlint, "a.goals:4", "LIM002", "--log", "log.jsonl")

    def test_the_last_run_that_has_judged_the_file_counts(self, smartlint: Smartlint) -> None:
        write(a=GOALS.replace("good service", "12 % of the service"), b="goal G1: Win 12 new customers\n")
        smartlint("check", *TODAY, "a.goals", "--decision-log", "log.jsonl")
        smartlint("check", "--today", "2026-02-03", "b.goals", "--decision-log", "log.jsonl")
        out = told(smartlint, "a.goals:12", "MEA001", "--log", "log.jsonl")
        assert "judged as of 2026-02-01" in out
        assert "measurable (MEA001) because: 12 %" in out

    def test_half_a_line_and_other_lines_are_passed_over(self, smartlint: Smartlint) -> None:
        with Path("log.jsonl").open("ab") as file:
            file.write(b'{"version": 2}\n[]\n{"version": 1, "files": [{}]}\n\xff\n{"version": 1, "fil')
        run = smartlint("why", "a.goals:12", "MEA001", "--log", "log.jsonl")
        assert "run of 20" in run.out
        passed_over = [f"log.jsonl:{line}: this line tells of no run, and was passed over.\n" for line in (2, 3, 5, 6)]
        assert run.err == "".join(passed_over)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("findings", {}),
            ("findings", [3]),
            ("findings", [{"path": "a.goals"}]),
            ("waivers", [{"file": []}]),
            ("waivers", 3),
            ("configurations", []),
            ("files", [{"path": "a.goals"}]),
            ("notices", [None]),
            ("today", 3),
        ],
    )
    def test_a_line_that_somebody_has_changed(self, smartlint: Smartlint, name: str, value: object) -> None:
        entry = json.loads(Path("log.jsonl").read_text("utf-8"))
        Path("log.jsonl").write_text(json.dumps({**entry, name: value}), encoding="utf-8")
        run = smartlint("why", "a.goals:12", "--log", "log.jsonl")
        assert run.status in (0, 2)
        assert "Traceback" not in run.err

    def test_that_the_file_is_another_by_now(self, smartlint: Smartlint) -> None:
        assert "the file has changed" not in told(smartlint, "a.goals:12", "--log", "log.jsonl")
        write(a=GOALS + "\n")
        assert "the file has changed since then" in told(smartlint, "a.goals:12", "--log", "log.jsonl")
        Path("a.goals").unlink()
        assert "the file has changed since then" in told(smartlint, "a.goals:12", "--log", "log.jsonl")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("b.goals:1", "--log", "log.jsonl"), "No run in log.jsonl has judged b.goals."),
            (("a.goals:1", "--log", "a.goals"), "a.goals is no decision log."),
            (("a.goals:1", "--log", "gone"), "gone cannot be read: No such file or directory."),
            (("a.goals:3", "--log", "log.jsonl"), "No goal stands at line 3 of a.goals"),
        ],
    )
    def test_what_is_not_there(self, smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
        run = smartlint("why", *arguments)
        assert run.status == 2
        assert said in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.goals",), "'a.goals' is not written as FILE:LINE."),
        (("a.goals:",), "is not written as FILE:LINE."),
        (("a.goals:0",), "is not written as FILE:LINE."),
        (("a.goals:x",), "is not written as FILE:LINE."),
        ((":4",), "is not written as FILE:LINE."),
        (("",), "is not written as FILE:LINE."),
        (("gone.goals:4",), "There is no file 'gone.goals'."),
        ((".:4",), ". cannot be read: it is a folder."),
        (("a.goals:999",), "a.goals has no line 999: it has 20."),
        (("a.goals:3",), "No goal stands at line 3 of a.goals; goals stand at 4 (G1), 7 (G2), 12 (G3), 16 (G4), 19 (#5)."),
        (("a.goals:4", "OWN01"), "No rule is called 'OWN01'. Did you mean"),
        (("smartlint.toml:2",), "smartlint.toml has no goals."),
        (("a.goals:4", "--config", "profil=sales"), "unknown key `profil`"),
    ],
)
def test_what_is_not_understood(smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
    run = smartlint("why", *arguments)
    assert run.status == 2
    assert said in run.err


def test_a_file_without_goals_and_one_that_cannot_be_read(smartlint: Smartlint) -> None:
    write(text="nothing but text\n")
    assert "SYN010 no-goals" in told(smartlint, "text.goals:1")
    Path("bytes.goals").write_bytes(b"\xff\xfea")
    assert "SYN009 unreadable-file" in told(smartlint, "bytes.goals:7")
