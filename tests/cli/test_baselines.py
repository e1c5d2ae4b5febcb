"""``smartlint check --baseline`` and ``--new-from-merge-base``: what counts, what is written, and what is said."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.samples import GOOD, TODAY, UNOWNED, UNPLANNED, Smartlint, checked, write

BASE = ("--baseline", "base.json")
CHECK = ("check", *TODAY, *BASE)
IDEA = "goal G9: Improve quality\n"


def held() -> list[tuple[str, str]]:
    data = json.loads(Path("base.json").read_text("utf-8"))
    return [(one["path"], one["code"]) for one in data["findings"]]


def test_what_is_in_the_baseline_does_not_count(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint(*CHECK, "--write-baseline")
    assert (run.status, run.err) == (0, "base.json holds 1 finding\n")
    assert held() == [("a.goals", "OWN001")]
    run = smartlint(*CHECK)
    assert (run.status, run.out) == (0, "Nothing new in 1 file (1 goal); 1 known before\n")
    write(b=UNPLANNED.replace("G1", "G3"), a="# moved\n\n" + UNOWNED)
    assert checked(smartlint, *BASE) == ["PLN001"]


def test_json_has_what_was_set_apart(smartlint: Smartlint) -> None:
    write(a=UNOWNED, b=IDEA)
    smartlint(*CHECK, "--write-baseline")
    write(b="goal G9: Improve quality by 1 May 2026\n")
    data = json.loads(smartlint(*CHECK, "--output-format", "json").out)
    schema = json.loads((files("smartlint.reporters") / "check.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(data)
    line = Draft202012Validator({**schema["$defs"]["line"], "$defs": schema["$defs"]})
    lines = [json.loads(text) for text in smartlint(*CHECK, "--output-format", "json-lines").out.splitlines()]
    assert {"baselined", "stale"} <= {one["kind"] for one in lines}
    for one in lines:
        line.validate(one)
    assert {found["code"] for found in data["baselined"]} >= {"OWN001", "MEA001"}
    assert data["summary"]["baselined"] == len(data["baselined"])
    assert [(one["code"], one["path"], one["goal"]) for one in data["stale"]] == [("TIM001", "b.goals", ["G9"])]


def test_sarif_says_what_is_new(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    smartlint(*CHECK, "--write-baseline")
    write(b=UNPLANNED.replace("G1", "G3"))
    (run,) = json.loads(smartlint(*CHECK, "--output-format", "sarif").out)["runs"]
    states = {one["ruleId"]: (one["baselineState"], len(one.get("suppressions", ()))) for one in run["results"]}
    assert states == {"OWN001": ("unchanged", 1), "PLN001": ("new", 0)}


def test_what_is_no_longer_found_is_said_and_taken_out_if_asked_for(smartlint: Smartlint) -> None:
    write(a=UNOWNED, b=UNOWNED.replace("G2", "G3").replace("12", "15"))
    smartlint(*CHECK, "--write-baseline")
    write(a=GOOD)
    run = smartlint(*CHECK, "--verbose")
    assert "note: no longer found: OWN001 in a.goals G2\n" in run.out
    assert "note: 1 finding of the baseline is no longer there: --prune-baseline takes it out\n" in run.out
    assert smartlint(*CHECK, "--prune-baseline").err == "base.json holds 1 finding\n"
    assert held() == [("b.goals", "OWN001")]
    Path("b.goals").unlink()
    smartlint(*CHECK, "--prune-baseline", "--quiet")
    assert held() == []


def test_what_a_run_does_not_look_at_stays(smartlint: Smartlint) -> None:
    write(a=UNOWNED, b=IDEA)
    smartlint(*CHECK, "--write-baseline")
    before = Path("base.json").read_bytes()
    write(a=GOOD, b=IDEA)
    for arguments in (("b.goals",), ("--select", "TIM"), ("b.goals", "--write-baseline")):
        run = smartlint(*CHECK, *arguments, *(() if "--write-baseline" in arguments else ("--prune-baseline",)))
        assert "no longer" not in run.out
        assert Path("base.json").read_bytes() == before


def test_a_baseline_is_the_same_wherever_smartlint_is_started(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("goals").mkdir()
    Path("goals/a.goals").write_text(UNOWNED, encoding="utf-8")
    smartlint(*CHECK, "--write-baseline")
    assert held() == [("goals/a.goals", "OWN001")]
    monkeypatch.chdir("goals")
    assert smartlint("check", *TODAY, "--baseline", "../base.json").status == 0


def test_what_a_policy_binds_to_is_in_no_baseline(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    policy = '[[policy]]\nname = "owners"\nenforcement = "{}"\nselect = ["OWN001"]\nreason = "we agreed"\n'
    for enforcement in ("mandatory", "waivable"):
        Path("smartlint.toml").write_text(policy.format(enforcement), encoding="utf-8")
        run = smartlint(*CHECK, "--write-baseline")
        assert run.status == 1
        assert held() == []


def test_nothing_is_written_where_a_rule_failed(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    from smartlint_rules.planned.missing_plan import MissingPlan

    def fail(*arguments: object) -> None:
        raise RuntimeError

    write(a=UNOWNED)
    smartlint(*CHECK, "--write-baseline")
    write(a=GOOD, b=UNOWNED)
    monkeypatch.setattr(MissingPlan, "check", fail)
    run = smartlint(*CHECK, "--write-baseline")
    assert (run.status, run.err) == (2, "base.json stays as it is: a rule failed\n")
    assert held() == [("a.goals", "OWN001")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--baseline", "nope.json"), "There is no file nope.json: --write-baseline makes it."),
        (("--baseline", "bad.json"), "bad.json:1: this is no JSON."),
        (("--baseline", "bad.json", "--write-baseline"), "bad.json:1: this is no JSON."),
        (("--baseline", "latin.json"), "latin.json:1: this is no text in UTF-8."),
        (("--baseline", "no/folder.json", "--write-baseline"), "no/folder.json cannot be written: "),
        (("--write-baseline",), "--write-baseline needs to know which: --baseline FILE."),
        (("--prune-baseline",), "--prune-baseline needs to know which: --baseline FILE."),
        (("--baseline", "x.json", "--write-baseline", "--diff"), "A baseline cannot be written of what is only shown"),
        (("--new-from-merge-base", "--fix"), "--fix is no name of a branch or commit."),
    ],
)
def test_what_cannot_be_done_is_said(smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
    write(a=UNOWNED)
    Path("bad.json").write_text("{")
    Path("latin.json").write_bytes(b'{"version": "\xe5"}')
    run = smartlint("check", *TODAY, *arguments)
    assert run.status == 2
    assert said in run.err
    assert Path("bad.json").read_text() == "{"


# --- against another branch -------------------------------------------------------------------------------------------

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
FROM_MAIN = ("--new-from-merge-base", "main")


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def branch(folder: Path) -> None:
    """A branch that has left `main` with goals that lack an owner and a plan."""
    git("init", "-q", "-b", "main")
    write(a=UNOWNED, b=UNPLANNED)
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "work")


@needs_git
@pytest.mark.usefixtures("branch")
def test_what_was_there_on_the_other_branch_is_left_out(smartlint: Smartlint) -> None:
    assert checked(smartlint, *FROM_MAIN) == []
    write(a="# moved\n\n" + UNOWNED, c=UNOWNED.replace("G2", "G5").replace("12", "30"))
    git("add", "c.goals")
    run = smartlint("check", *TODAY, *FROM_MAIN, "--output-format", "concise")
    assert run.status == 1
    found, summary = run.out.splitlines()
    assert found == "c.goals:4:1: error OWN001 no owner: who answers for it?"
    assert summary == "1 error in 1 of 3 files (3 goals); 2 known before"


@needs_git
@pytest.mark.usefixtures("branch")
def test_a_renamed_file_is_followed_and_an_untracked_one_is_new(smartlint: Smartlint) -> None:
    git("mv", "a.goals", "q3.goals")
    write(new=UNPLANNED.replace("G1", "G7").replace("10", "70"))
    assert checked(smartlint, *FROM_MAIN) == ["PLN001"]
    assert checked(smartlint, *FROM_MAIN, "q3.goals") == []


@needs_git
@pytest.mark.usefixtures("branch")
def test_a_file_that_could_not_be_read_there_either_is_not_new(smartlint: Smartlint, folder: Path) -> None:
    (folder / "old.goals").write_bytes("goal G9: Win".encode("utf-16"))
    git("add", ".")
    git("commit", "-qm", "second")
    git("branch", "-f", "main")
    assert smartlint("check", *TODAY, *FROM_MAIN).status == 0
    (folder / "a.goals").write_bytes("goal G2: Win".encode("utf-16"))
    assert checked(smartlint, *FROM_MAIN) == ["SYN009"]


@needs_git
@pytest.mark.usefixtures("branch")
def test_what_deleting_a_file_breaks_elsewhere_is_new(smartlint: Smartlint) -> None:
    write(c=GOOD.replace("G1", "G4").replace("10", "40") + "  supports: G2\n")
    git("add", ".")
    git("commit", "-qm", "second")
    git("branch", "-f", "main")
    assert "REL002" not in checked(smartlint, *FROM_MAIN)
    Path("a.goals").unlink()
    assert "REL002" in checked(smartlint, *FROM_MAIN)


@needs_git
@pytest.mark.usefixtures("branch")
def test_a_file_that_git_was_told_to_forget_is_compared_all_the_same(smartlint: Smartlint) -> None:
    git("rm", "-q", "--cached", "a.goals")
    assert checked(smartlint, *FROM_MAIN) == []


@needs_git
@pytest.mark.usefixtures("branch")
def test_standard_input_is_compared_with_the_file_that_it_stands_for(smartlint: Smartlint) -> None:
    run = smartlint("check", "-", "--stdin-filename", "a.goals", *TODAY, *FROM_MAIN, stdin=UNOWNED.encode())
    assert (run.status, run.out) == (0, "Nothing new in 1 file (1 goal); 1 known before\n")


@needs_git
@pytest.mark.usefixtures("branch")
def test_a_branch_that_there_is_not_is_said(smartlint: Smartlint) -> None:
    run = smartlint("check", *TODAY, "--new-from-merge-base", "mian")
    assert run.status == 2
    assert "Invalid value for --new-from-merge-base: git knows no branch or commit mian." in run.err


def test_a_folder_that_is_in_no_repository_is_said(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    write(a=GOOD)
    run = smartlint("check", *TODAY, *FROM_MAIN)
    assert run.status == 2
    assert "git" in run.err


def test_fix_leaves_alone_what_was_there_before(smartlint: Smartlint) -> None:
    slip = GOOD.replace("owner:", "ownr:")
    write(a=slip)
    smartlint(*CHECK, "--write-baseline")
    write(b=slip.replace("G1", "G2").replace("10 new customers", "12 new suppliers"))
    run = smartlint(*CHECK, "--fix")
    assert (run.status, run.err.splitlines()[-1]) == (0, "1 fixed, 0 left")
    assert (Path("a.goals").read_text("utf-8"), "owner: Kari" in Path("b.goals").read_text("utf-8")) == (slip, True)
    smartlint(*CHECK, "--fix", "--write-baseline")
    assert Path("a.goals").read_text("utf-8") == GOOD
    assert held() == []


@needs_git
@pytest.mark.usefixtures("branch")
def test_fix_leaves_alone_what_was_there_on_the_other_branch(smartlint: Smartlint) -> None:
    slip = GOOD.replace("owner:", "ownr:")
    write(a=slip)
    git("commit", "-qam", "slip")
    write(b=slip.replace("G1", "G6").replace("10", "40"))
    run = smartlint("check", *TODAY, "--new-from-merge-base", "work", "--fix")
    assert (run.status, run.err.splitlines()[-1]) == (0, "1 fixed, 0 left")
    assert (Path("a.goals").read_text("utf-8"), "owner: Kari" in Path("b.goals").read_text("utf-8")) == (slip, True)


def test_a_baseline_that_cannot_be_written_hides_nothing(smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    run = smartlint(*CHECK[:-1], "no/folder.json", "--write-baseline", "--decision-log", "/dev/full")
    assert run.status == 2
    assert "OWN001" in run.out
    assert "no/folder.json cannot be written: " in run.err
    assert "/dev/full cannot be written: " in run.err


def test_a_baseline_is_none_of_the_files_that_are_looked_for(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text('include = ["**/*.json", "**/*.goals"]\n', "utf-8")
    smartlint("check", "--baseline", "known.json", "--write-baseline")
    run = smartlint("check", "--baseline", "known.json", "--output-format", "json")
    assert "known.json" not in {found["path"] for found in json.loads(run.out)["findings"]}
