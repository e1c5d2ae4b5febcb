"""What a run over many files has found is at hand for the next one, as long as nothing of it has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartlint import pile, result_cache
from smartlint.chunks import Job
from smartlint.cli import judging
from smartlint.cli.judging import judged
from smartlint.cli.spread import Where
from smartlint.configuration.configurations import Configurations
from smartlint.files import find
from smartlint.finding import Finding, Result
from smartlint.linter import Linter
from smartlint.pile import Pile
from smartlint.result_cache import Cache
from tests.examples import EXAMPLES

TODAY = date(2026, 2, 1)
HIDDEN = "team: X\n\n# smartlint: ignore[OWN001] -- it is vacant\ngoal G1: Win 12 new customers by 1 May 2026\n"
WAIVED = '[[waiver]]\nrule = "OWN001"\npath = "b.goals"\nreason = "it is vacant"\nowner = "Amy"\nexpires = 2026-03-01\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all examples, a comment that hides a finding, and a waiver."""
    monkeypatch.setattr(judging, "_MANY", 1)
    monkeypatch.setenv("SMARTLINT_CACHE_DIR", "")
    for path in EXAMPLES.rglob("*"):
        if path.suffix in (".goals", ".toml", ".csv") and "formats" not in path.parts:
            place = tmp_path / "all" / path.relative_to(EXAMPLES)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    own = tmp_path / "all" / "own"
    own.mkdir()
    (own / "a.goals").write_text(HIDDEN)
    (own / "b.goals").write_text("team: X\ngoal G2: Win 13 new customers by 1 May 2026\n")
    (own / "smartlint-waivers.toml").write_text(WAIVED)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "all"


@pytest.fixture
def judges(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done anew: the texts that were judged, and the ends of runs."""
    done: list[str] = []
    finish = Linter.finish

    def finished(self: Linter, *, partial: bool = False) -> Result:
        done.append("finish")
        return finish(self, partial=partial)

    monkeypatch.setattr(Linter, "finish", finished)
    return done


def run(*paths: str, today: date = TODAY, jobs: int = 1, **stated: Any) -> Result:
    configurations = Configurations(language="en")
    files = find(paths or ("all",), walk=configurations.walk)
    cache = Cache(Path("caches").absolute())
    return judged(files, configurations, today, paths or ("all",), cache=cache, where=Where(jobs), **stated)[0]


def said(finding: Finding) -> Mapping[str, Any]:
    """A finding without the identity of its rule and its policy, which each run makes anew."""
    ruling = finding.ruling
    ruled = (ruling.policy.name, ruling.policy.reason, ruling.enforcement, ruling.alone) if ruling else None
    return {**vars(finding), "rule": (finding.rule.code, finding.message("da")), "ruling": ruled}


def told(result: Result) -> Mapping[str, Any]:
    """All that a reporter may ask of a result."""
    return {
        "findings": list(map(said, result.findings)),
        "kinds": sorted((kind.rule.code, *kind[1:], count) for kind, count in result.tally.kinds.items()),
        "files with errors": result.tally.files(lambda kind: kind.level == "error"),
        "suppressed": list(map(said, result.suppressed)),
        "waived": [(said(one.finding), one.waiver.reason) for one in result.waived],
        "waivers": [(one.waiver.reason, one.state, one.covered, one.excused) for one in result.waivers],
        "notices": [(one.rule.code, one.message("nn")) for one in result.notices],
        "texts": {path: source.text for path, source in result.sources.items()},
        "size": (result.files, result.goals, result.crashed),
    }


@pytest.mark.parametrize("few", [0, 100_000])
def test_it_is_the_same_in_all_that_is_asked(few: int, judges: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "_FEW", few)
    first, second = run(), run()
    assert judges == ["finish"]
    assert told(first) == told(second)
    assert len(first.findings) > 50
    assert first.suppressed and first.waived and any(finding.ruling for finding in first.findings)  # noqa: PT018
    assert isinstance(second.findings, list if few else Pile)


def test_several_processes_keep_the_same(judges: list[str]) -> None:
    first, second = run(jobs=2), run()
    assert judges == ["finish"]
    assert told(first) == told(second)


def write(path: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_text(text)


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "a text": write("own/a.goals", HIDDEN.replace("12", "14")),
    "another file": write("own/c.goals", HIDDEN),
    "one less": lambda folder: (folder / "own" / "a.goals").unlink(),
    "another name": lambda folder: (folder / "own" / "a.goals").rename(folder / "own" / "z.goals"),
    "a configuration": write("own/smartlint.toml", 'lint.ignore = ["TIM"]\n'),
    "a waiver": write("own/smartlint-waivers.toml", WAIVED.replace("2026-03-01", "2026-04-01")),
    "no waiver": lambda folder: (folder / "own" / "smartlint-waivers.toml").unlink(),
    "what cannot be read": lambda folder: (folder / "own" / "a.goals").write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_it_is_made_anew(change: Callable[[Path], object], folder: Path, judges: list[str]) -> None:
    run()
    change(folder)
    changed = run()
    assert judges == ["finish", "finish"]
    anew = Configurations(language="en")
    files = find(("all",), walk=anew.walk)
    assert told(changed) == told(judged(files, anew, TODAY, ("all",))[0])


def test_another_day_a_part_and_what_is_seen_whole_are_other_runs(judges: list[str]) -> None:
    run()
    run(today=date(2026, 2, 2))
    run("all/own/a.goals", "all/own/b.goals")
    run(evidence=True)
    run(texts={"all/own/a.goals": "goal A: Win\n"})
    assert judges == ["finish"] * 5


def test_what_has_failed_is_not_kept(judges: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from smartlint_rules.owned.missing_owner import MissingOwner

    with monkeypatch.context() as broken:
        broken.setattr(MissingOwner, "check", lambda *_: 1 / 0)
        assert run().crashed
    assert not run().crashed
    assert judges == ["finish"] * 2


def test_rules_with_one_code_are_told_apart(folder: Path, judges: list[str]) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "a.goals").write_text(HIDDEN)
        rule = f'[[rule]]\ncode = "ACM001"\nname = "rule-{name}"\nmessage = "{name}"\nassert = "false"\n'
        (folder / name / "smartlint.toml").write_text(rule)
    first, second = run(), run()
    assert judges == ["finish"]
    assert told(first) == told(second)
    ours = [finding for finding in second.findings if finding.rule.code == "ACM001"]
    assert [(finding.place.path, finding.message("en")) for finding in ours] == [
        ("all/one/a.goals", "one"),
        ("all/two/a.goals", "two"),
    ]


def test_what_the_engine_itself_says_of_a_file_is_kept_too(folder: Path, judges: list[str]) -> None:
    (folder / "own" / "tied.goals").write_text("mål: Halvere svartiden på kundeservice\n")
    first, second = run(), run()
    assert [one.rule.code for one in first.notices if one.rule.code.startswith("INT")] == ["INT002"]
    assert told(first) == told(second)
    assert judges == ["finish"]


def test_other_rules_than_were_there_say_other_things(judges: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    result_cache.engine.cache_clear()
    with monkeypatch.context() as changed:
        changed.setattr(result_cache, "_stamps", lambda place: iter([f"{place} changed"]))
        run()
    result_cache.engine.cache_clear()
    assert judges == ["finish"] * 2


def entries(folder: Path) -> list[Path]:
    """The files of the cache, the largest last."""
    found = [path for path in folder.parent.joinpath("caches").rglob("*") if path.is_file()]
    return sorted(found, key=lambda path: path.stat().st_size)


@pytest.mark.parametrize("keep", [0, 10, 23, 24, 200, -1])
def test_what_is_broken_is_made_anew(keep: int, folder: Path, judges: list[str]) -> None:
    first = told(run())
    entry = entries(folder)[-1]
    whole = entry.read_bytes()
    entry.write_bytes(whole[:keep])
    assert told(run()) == first
    assert entry.read_bytes() == whole
    entry.write_bytes(whole[:300] + bytes([whole[300] ^ 1]) + whole[301:])
    assert told(run()) == first
    assert judges == ["finish"] * 3


def test_of_the_same_files_one_run_is_kept(folder: Path) -> None:
    run()
    before = len(entries(folder))
    for number in range(3):
        write("own/a.goals", HIDDEN.replace("12", f"2{number}"))(folder)
        run()
    assert len(entries(folder)) == before + 3


def test_where_nothing_can_be_kept_all_goes_on(folder: Path, judges: list[str]) -> None:
    folder.parent.joinpath("caches").write_text("no folder")
    assert told(run()) == told(run())
    assert judges == ["finish"] * 2


def test_it_holds_while_it_is_written_anew(folder: Path) -> None:
    run()
    second = run()
    entry = entries(folder)[-1]
    entry.replace(entry.with_name("gone"))
    write("own/a.goals", HIDDEN.replace("12", "15"))(folder)
    run()
    assert len(list(second.findings)) == len(second.findings)
    assert second.sources["all/own/a.goals"].text == HIDDEN


def test_what_a_job_tells_is_how_the_cache_calls_a_file() -> None:
    configurations = Configurations(language="en")
    job = Job(lambda files: configurations.judging(files, TODAY), "en", Cache(Path("caches").absolute()))
    from smartlint.chunks import judge

    files = find(("all",), walk=configurations.walk)
    done = list(judge(Linter(configurations.judging(files, TODAY)), files, job))
    assert len({one.key for one in done}) == len(files)
    assert all(job.cache is not None and job.cache.get(one.key) for one in done)
