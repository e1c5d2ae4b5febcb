"""A mandatory policy holds: each way round it is tried. Without the policy, that way does silence the finding."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.conftest import Smartlint

POLICY = """\
[[policy]]
name = "somebody-answers"
reason = "the board wants a name for each goal"
select = ["OWN001"]
enforcement = "mandatory"
examples = { fail = ["goal G1: Win 10 new customers by 30 June 2026\\n"] }

[[policy]]
name = "few-goals"
select = ["LIM001"]
rules = { too-many-goals = { operational = { warn = 2, max = 2 } } }
enforcement = "mandatory"

[[policy]]
name = "drafts-have-dates"
match = { status = ["draft", "done"] }
select = ["TIM001"]
enforcement = "mandatory"
"""
#: A goal that OWN001 is found in and nothing else of those that policies ask for.
GOAL = """\
goal G1: Sell 40 more season tickets by 30 June 2026
  how:
    - ring those who came last year (owner: Amy Holt)
"""
#: Three goals of a team, of which a policy allows two and a team five.
MANY = "team: South\nowner: Amy Holt\n" + "".join(
    f"goal G{number}: Sell {number}0 more season tickets by 30 June 2026\n" for number in range(1, 4)
)
TODAY = ("--today", "2026-02-01", "--output-format", "concise")


@dataclass(frozen=True)
class Way:
    """A way round: the files, by path, and the arguments; ``code`` is the rule that it is to silence."""

    files: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    code: str = "OWN001"
    goals: str = GOAL
    path: str = "goals/q2.goals"


def config(text: str, path: str = "smartlint.toml") -> dict[str, str]:
    return {path: text}


WAIVER = '[[waiver]]\nrule = "OWN001"\nreason = "the head is new"\nowner = "Amy Holt"\napproved-by = "Amy Holt"\n'
WAYS = {
    "a suppression on the line": Way(goals=GOAL.replace("2026\n", "2026  # smartlint: ignore[OWN001] -- new\n", 1)),
    "a suppression of the goal": Way(goals=f"# smartlint: ignore[OWN, TIM] -- new\n{GOAL}"),
    "a suppression of the file": Way(goals=f"# smartlint: ignore-file[ALL] -- old\n{GOAL}"),
    "a waiver": Way({"smartlint-waivers.toml": WAIVER}),
    "a waiver of everything": Way({"smartlint-waivers.toml": WAIVER.replace("OWN001", "ALL")}),
    "a nearer configuration": Way(config('[lint]\nselect = ["TIM001"]\n', "goals/.smartlint.toml")),
    "a nearer configuration that leaves out": Way(config('[lint]\nignore = ["ALL"]\n', "goals/smartlint.toml")),
    "per-file-ignores": Way(config('[lint.per-file-ignores]\n"goals/**" = ["OWN"]\n')),
    "exclude": Way(config('exclude = ["goals"]\n')),
    "include": Way(config('include = ["other/*.goals"]\n')),
    "no configuration": Way(arguments=("--isolated", "--select", "TIM001")),
    "another configuration": Way({"lax.toml": '[lint]\nignore = ["OWN"]\n'}, ("--config", "lax.toml")),
    "a setting": Way(arguments=("--config", "lint.ignore=['OWN']")),
    "an exclusion on the command line": Way(arguments=("--config", "exclude=['**']")),
    "--force-exclude": Way(config('exclude = ["goals"]\n'), ("goals/q2.goals", "--force-exclude")),
    "--select": Way(arguments=("--select", "TIM001")),
    "--ignore": Way(arguments=("--ignore", "OWN001")),
    "--profile": Way(config('profile = "all"\n[lint]\nignore = ["OWN"]\n'), ("--profile", "okr", "--ignore", "missing-owner")),
    "a lower level": Way(config('[lint.levels]\nOWN001 = "info"\n')),
    "a lower level by status": Way(config('[lint.levels]\nOWN001 = { committed = "info" }\n')),
    "--fail-level": Way(config('[lint.levels]\nOWN001 = "warning"\n'), ("--fail-level", "error", "--quiet")),
    "an edition": Way(config('edition = "2026"\n[lint]\nselect = ["SYN001"]\n')),
    "laxer options": Way(
        config("[lint.rules]\ntoo-many-goals = { operational = { warn = 5, max = 7 } }\n"), code="LIM001", goals=MANY
    ),
    "options on the command line": Way(
        arguments=("--config", "lint.rules.too-many-goals.operational={ warn = 50, max = 70 }"), code="LIM001", goals=MANY
    ),
    "a goal that is done": Way(goals="goal G1: Sell more\n  owner: Amy Holt\n  status: done\n", code="TIM001"),
    "a goal that is a draft": Way(
        config('[lint.levels]\nTIM001 = { draft = "info" }\n'),
        goals="goal G1: Sell more\n  owner: Amy Holt\n  status: draft\n",
        code="TIM001",
    ),
    "another ID": Way({"smartlint-waivers.toml": f'{WAIVER}goal = "S7"\n'}, goals=GOAL.replace("G1", "S7")),
    "another file": Way(config('[lint.per-file-ignores]\n"**/notes.goals" = ["OWN"]\n'), path="goals/notes.goals"),
    "a hidden file": Way(path="goals/.q2.goals"),
    "a hidden folder": Way(path=".goals/q2.goals"),
    "a folder of other people's files": Way(path="node_modules/q2.goals"),
    "an ending in capitals": Way(config('[lint]\nignore = ["OWN"]\n'), path="goals/Q2.GOALS"),
}


@pytest.fixture
def policy(folder: Path) -> Path:
    """The policy of an organisation, outside the folder that is linted."""
    path = folder.parent / f"{folder.name}-organisation" / "policy.toml"
    path.parent.mkdir()
    path.write_text(POLICY, "utf-8")
    return path


def lay(way: Way) -> None:
    for path, text in {way.path: way.goals, **way.files}.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")


def found(out: str, code: str) -> bool:
    return f" {code} " in out


@pytest.mark.parametrize("name", WAYS)
def test_a_way_round(name: str, smartlint: Smartlint, policy: Path) -> None:
    way = WAYS[name]
    lay(way)
    without = smartlint("check", *TODAY, *way.arguments)
    assert not (found(without.out, way.code) and without.status == 1), "this is no way round"
    held = smartlint("check", *TODAY, *way.arguments, "--policy", str(policy))
    assert (held.status, found(held.out, way.code)) == (1, True)
    assert ": mandatory]" in held.out


@pytest.mark.parametrize("name", [*WAYS][::6])
def test_a_way_round_what_the_environment_names(
    name: str, smartlint: Smartlint, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(WAYS[name])
    monkeypatch.setenv("SMARTLINT_POLICY", str(policy))
    held = smartlint("check", *TODAY, *WAYS[name].arguments)
    assert (held.status, found(held.out, WAYS[name].code)) == (1, True)


@pytest.mark.parametrize("arguments", [(), ("--fail-level", "error"), ("--isolated", "--select", "TIM")])
def test_only_exit_zero_changes_the_exit_status(smartlint: Smartlint, policy: Path, arguments: tuple[str, ...]) -> None:
    lay(Way())
    held = smartlint("check", *TODAY, *arguments, "--policy", str(policy))
    spared = smartlint("check", *TODAY, *arguments, "--policy", str(policy), "--exit-zero")
    assert (held.status, spared.status) == (1, 0)
    assert held.out == spared.out


def test_a_baseline(smartlint: Smartlint, policy: Path) -> None:
    lay(Way())
    assert smartlint("check", *TODAY, "--baseline", "known.json", "--write-baseline").status == 0
    assert smartlint("check", *TODAY, "--baseline", "known.json").status == 0
    smartlint("check", *TODAY, "--baseline", "known.json", "--write-baseline", "--policy", str(policy))
    held = smartlint("check", *TODAY, "--baseline", "known.json", "--policy", str(policy))
    assert (held.status, found(held.out, "OWN001")) == (1, True)


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Amy", "-c", "user.email=amy@hall.example")
    subprocess.run(("git", *who, *arguments), check=True, capture_output=True)


def test_what_git_ignores(smartlint: Smartlint, policy: Path) -> None:
    git("init", "-q")
    lay(Way({".gitignore": "goals/\n"}))
    assert smartlint("check", *TODAY).status == 0
    held = smartlint("check", *TODAY, "--policy", str(policy))
    assert (held.status, found(held.out, "OWN001")) == (1, True)


def test_hidden_folders_that_git_ignores_are_nobodys_goals(smartlint: Smartlint, policy: Path) -> None:
    git("init", "-q")
    lay(Way({".gitignore": ".venv\nnode_modules\n", "node_modules/a.goals": GOAL}, path=".venv/a.goals"))
    assert smartlint("check", *TODAY, "--policy", str(policy)).out == "No goal files found.\n"
    git("add", "--force", ".venv/a.goals")
    held = smartlint("check", *TODAY, "--policy", str(policy))
    assert (held.status, held.out.split(":")[0]) == (1, ".venv/a.goals")


def test_what_was_there_before(smartlint: Smartlint, policy: Path) -> None:
    git("init", "-q", "-b", "main")
    lay(Way())
    git("add", ".")
    git("commit", "-q", "-m", "goals")
    assert smartlint("check", *TODAY, "--new-from-merge-base", "main").status == 0
    assert smartlint("check", *TODAY, "--new-from-merge-base", "main", "--policy", str(policy)).status == 1


def test_a_package_beside_the_goals_is_not_the_organisations(
    smartlint: Smartlint, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = policy.parent / "site" / "acme_policy"
    package.mkdir(parents=True)
    shutil.copy(policy, package / "smartlint.toml")
    monkeypatch.syspath_prepend(str(package.parent))
    lay(Way({"acme_policy/smartlint.toml": "", "acme_policy/__init__.py": "raise SystemExit(0)\n"}))
    monkeypatch.syspath_prepend(str(Path.cwd()))
    held = smartlint("check", *TODAY, "--policy", "pkg:acme_policy")
    assert (held.status, found(held.out, "OWN001")) == (1, True)


#: What a team may do where it builds on the organisation's file by `extend`: whoever deletes that line is seen by review.
STATED = {
    name: way
    for name, way in WAYS.items()
    if name
    not in (
        *("a nearer configuration", "a nearer configuration that leaves out", "no configuration", "another configuration"),
        *("a hidden file", "a hidden folder", "a folder of other people's files", "include"),
    )
}


@pytest.mark.parametrize("name", STATED)
def test_a_way_round_a_policy_that_the_team_builds_on(name: str, smartlint: Smartlint, policy: Path) -> None:
    way = STATED[name]
    lay(way)
    own = Path("smartlint.toml")
    text = own.read_text("utf-8") if own.exists() else ""
    own.write_text(f'extend = "../{policy.parent.name}/policy.toml"\n{text}', "utf-8")
    held = smartlint("check", *TODAY, *way.arguments)
    assert (held.status, found(held.out, way.code)) == (1, True)


def test_an_exclusion_that_the_policys_own_file_states(smartlint: Smartlint, policy: Path) -> None:
    lay(Way(path="archive/2019.goals"))
    policy.write_text(f'exclude = ["archive"]\n{policy.read_text("utf-8")}', "utf-8")
    assert smartlint("check", *TODAY, "--policy", str(policy)).out.count("mandatory") == 0


#: What goals must say, each by a rule that keeps quiet where somebody has tried to say it; and by an expression.
ASKING = """\
[calendar]
fiscal-year-starts = "january"

[roster]
people = ["Amy Holt", "Kari Lund"]

[[policy]]
name = "whole-goals"
select = ["OWN001", "MEA001", "TIM001", "PLN001", "TIM004", "ACM001", "ACM002"]
enforcement = "mandatory"

[[rule]]
code = "ACM001"
name = "an-owner"
assert = "size(goal.owner) > 0"
message = "nobody answers for it"

[[rule]]
code = "ACM002"
name = "one-of-us"
assert = "goal.owner.all(o, roster.people.exists(p, p.name == o.name))"
message = "the owner is none of us"

[[rule]]
code = "ACM003"
name = "a-budget"
level = "error"
assert = "has(goal.budget)"
message = "no budget"
"""
WHOLE = """\
goal G1: Win 5 shops by 30 September 2026
  owner: Amy Holt
  how: visit each of them
  budget: 4 000 euro
"""


def of_whole_goals(smartlint: Smartlint, policy: Path, goals: str, team: str = "") -> set[str]:
    """The rules that an organisation's run finds something by which no team can turn off."""
    policy.write_text(ASKING, "utf-8")
    lay(Way(config(team), goals=goals))
    run = smartlint("check", "--policy", str(policy), "--today", "2026-02-01", "--output-format", "json")
    findings = json.loads(run.out)["findings"]
    firm = {one["code"] for one in findings if one.get("policy", {}).get("enforcement", "advisory") != "advisory"}
    assert run.status == 1 or not firm
    return firm


def test_a_whole_goal_passes(smartlint: Smartlint, policy: Path) -> None:
    assert of_whole_goals(smartlint, policy, WHOLE) == set()


@pytest.mark.parametrize(
    ("line", "tried", "codes"),
    [
        ("owner: Amy Holt", "owner:", {"OWN001", "ACM001"}),
        ("owner: Amy Holt", "owner: ?", {"OWN001", "ACM001"}),
        ("owner: Amy Holt", "owner: TBD", {"OWN001", "ACM001"}),
        ("owner: Amy Holt", "ownr: Amy Holt", {"OWN001", "ACM001"}),
        ("how: visit each of them", "how:", {"PLN001"}),
        ("how: visit each of them", "how: ?", {"PLN001"}),
        (" by 30 September 2026", "\n  deadline:", {"TIM001"}),
        (" by 30 September 2026", "\n  deadline: soonish", {"TIM001"}),
        ("Win 5 shops", "Improve the shops", {"MEA001"}),
        ("Win 5 shops by 30 September 2026", "Improve the shops by 30 September 2026\n  target:", {"MEA001"}),
        ("Win 5 shops by 30 September 2026", "Improve the shops by 30 September 2026\n  metirc: 4", {"MEA001"}),
        ("Win 5 shops by 30 September 2026", "Improve the shops by 30 September 2026\n  metric: ?", {"MEA001"}),
        ("Win 5 shops", "Improve the shops TBD", {"MEA001"}),
    ],
)
def test_to_try_is_not_to_say(smartlint: Smartlint, policy: Path, line: str, tried: str, codes: set[str]) -> None:
    goals = f"# smartlint: ignore-file[SYN, SPC] -- later\n{WHOLE.replace(line, tried)}"
    assert of_whole_goals(smartlint, policy, goals) == codes


def test_what_policies_find_in_what_was_tried_stays(smartlint: Smartlint, policy: Path) -> None:
    lay(Way(goals=WHOLE.replace("Amy Holt", "?")))
    policy.write_text(POLICY.replace('"OWN001"', '"SPC012", "OWN001"'), "utf-8")
    out = smartlint("check", *TODAY, "--policy", str(policy)).out
    assert [out.count(f"{code} ") for code in ("SPC012", "OWN001")] == [1, 1]


@pytest.mark.parametrize("language", ["da", "nb", "nn", "sv"])
def test_another_language_than_that_of_the_goals(smartlint: Smartlint, policy: Path, language: str) -> None:
    goals = WHOLE.replace("Win 5 shops", "Become more efficient")
    assert of_whole_goals(smartlint, policy, goals, f'language = "{language}"\n') == {"MEA001"}


def test_another_calendar(smartlint: Smartlint, policy: Path) -> None:
    goals = f"period: 2027-Q1\n{WHOLE}"
    for month in ("january", "july"):
        assert of_whole_goals(smartlint, policy, goals, f'calendar.fiscal-year-starts = "{month}"\n') == {"TIM004"}


def test_other_people(smartlint: Smartlint, policy: Path) -> None:
    goals = WHOLE.replace("Amy Holt", "Olaf Berg")
    assert of_whole_goals(smartlint, policy, goals, 'roster.people = ["Olaf Berg"]\n') == {"ACM002"}


@pytest.mark.parametrize(
    "team",
    [
        "",
        'exclude = ["**"]\n',
        'lint.levels.ACM003 = "info"\n',
        'lint.ignore = ["ACM"]\n',
        'lint.per-file-ignores."**" = ["ACM"]\n',
    ],
)
def test_a_rule_that_no_policy_selects(smartlint: Smartlint, policy: Path, team: str) -> None:
    goals = f"# smartlint: ignore-file[ALL] -- x\n{WHOLE.replace('  budget: 4 000 euro', '')}"
    assert of_whole_goals(smartlint, policy, goals, team) == {"ACM003"}


def test_a_milder_rule_that_no_policy_selects_fails_nothing(smartlint: Smartlint, policy: Path) -> None:
    lay(Way(config('exclude = ["**"]\n')))
    rule = ASKING[ASKING.index('[[rule]]\ncode = "ACM003"') :]
    policy.write_text(rule.replace('"error"', '"warning"'), "utf-8")
    run = smartlint("check", *TODAY, "--policy", str(policy))
    assert (run.status, run.out.splitlines()[0]) == (0, "goals/q2.goals:1:1: warning ACM003 no budget [a-budget: advisory]")


def test_a_copy_of_the_policys_file(smartlint: Smartlint, policy: Path) -> None:
    goals = WHOLE.replace("  owner: Amy Holt\n", "")
    assert of_whole_goals(smartlint, policy, goals, ASKING) == {"OWN001", "ACM001"}


def test_another_policy_and_another_rule_with_their_names(smartlint: Smartlint, policy: Path) -> None:
    other = '[[policy]]\nname = "whole-goals"\nselect = ["ACM001"]\n\n[[rule]]\ncode = "ACM001"\nname = "an-owner"\n'
    goals = WHOLE.replace("  owner: Amy Holt\n", "")
    codes = of_whole_goals(smartlint, policy, goals, f'{other}assert = "true"\nmessage = "never"\n')
    assert codes == {"OWN001", "ACM001"}
    told = smartlint("check", "--policy", str(policy), "--output-format", "concise").out
    assert [line for line in told.splitlines() if "is left out" in line and line.startswith("smartlint.toml:2:8: ")]


@pytest.mark.parametrize("option", ["--fix-only", "--diff"])
def test_fixing_shows_what_binds_and_fails(smartlint: Smartlint, policy: Path, option: str) -> None:
    lay(Way())
    assert smartlint("check", *TODAY, option).status == 0
    held = smartlint("check", *TODAY, option, "--policy", str(policy))
    shown = held.out if option == "--fix-only" else held.err  # a difference stands alone, for programs to read
    assert (held.status, found(shown, "OWN001"), found(shown, "PLN001")) == (1, True, False)
    assert smartlint("check", *TODAY, option, "--policy", str(policy), "--exit-zero").status == 0


def test_a_plugin_of_the_policys_that_does_not_work(
    smartlint: Smartlint, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = policy.parent / "site"
    about = site / "acme_torn-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-torn\nVersion: 1\n", "utf-8")
    (about / "entry_points.txt").write_text("[smartlint.rules]\ntorn = acme_torn\n", "utf-8")
    (site / "acme_torn.py").write_text('raise ValueError("no table of budgets")\n', "utf-8")
    monkeypatch.syspath_prepend(str(site))
    lay(Way())
    policy.write_text(f'plugins = ["torn"]\n{POLICY.replace("OWN001", "TRN001")}', "utf-8")
    run = smartlint("check", *TODAY, "--policy", str(policy))
    assert (run.status, run.out, run.err.count("error: ")) == (2, "", 1)
    assert "the plugin `torn` does not work" in run.err
    assert "ValueError: no table of budgets" in run.err
    policy.write_text(POLICY, "utf-8")
    Path("smartlint.toml").write_text('plugins = ["torn"]\n', "utf-8")
    held = smartlint("check", *TODAY, "--policy", str(policy))  # a team's own one stops nobody
    assert (held.status, found(held.out, "OWN001"), found(held.out, "CFG001")) == (1, True, True)
