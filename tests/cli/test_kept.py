"""What was found is kept from run to run, never a day or a change too long, and nobody sees a difference."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smartlint import result_cache
from smartlint.cli import caching, judging
from smartlint.linter import Linter
from smartlint.registry import load
from tests.cli.conftest import Run
from tests.cli.samples import GOOD, TODAY, UNOWNED, Smartlint, write

CONCISE = ("check", "--output-format", "concise")


@pytest.fixture(autouse=True, params=[1, 50], ids=["with whole runs", "of few files"])
def caches(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(judging, "_MANY", request.param)
    monkeypatch.setattr(caching, "cache_folder", lambda: folder / ".caches")
    result_cache.engine.cache_clear()
    yield folder / ".caches"
    result_cache.engine.cache_clear()


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were judged, and not found in the cache."""
    paths: list[str] = []
    judge = Linter.judged_text

    def counted(self: Linter, text: str, path: str, language: str = "") -> object:
        paths.append(path)
        return judge(self, text, path, language)

    monkeypatch.setattr(Linter, "judged_text", counted)
    return paths


def twice(smartlint: Smartlint, *arguments: str) -> Run:
    """What is printed, the first time and the second."""
    first, second = smartlint(*arguments), smartlint(*arguments)
    assert first == second
    return second


@pytest.mark.parametrize("output_format", ["full", "json", "sarif"])
def test_a_second_run_judges_nothing_and_says_the_same(output_format: str, smartlint: Smartlint, judged: list[str]) -> None:
    write(a=UNOWNED, b=GOOD, c=f"{UNOWNED}\ngoal L: Win 5 new customers\n  supports: G9\n")
    twice(smartlint, "check", *TODAY, "--output-format", output_format)
    assert judged == ["a.goals", "b.goals", "c.goals"]


def test_only_what_has_changed_is_judged(smartlint: Smartlint, judged: list[str]) -> None:
    write(a=UNOWNED, b=GOOD)
    smartlint(*CONCISE, *TODAY)
    write(b=UNOWNED.replace("G2", "G3"))
    judged.clear()
    run = smartlint(*CONCISE, *TODAY)
    assert judged == ["b.goals"]
    assert "b.goals:4:1: error OWN001" in run.out
    write(b=GOOD)
    assert "b.goals" not in smartlint(*CONCISE, *TODAY).out
    assert judged == ["b.goals"]


def test_rules_over_all_files_are_never_kept(smartlint: Smartlint, judged: list[str]) -> None:
    write(a="team: A\ngoal G1: Win 12 new customers by 1 May 2026\n  supports: B/S1\n", b="team: B\ngoal S1: Win\n")
    assert "LNK" not in smartlint(*CONCISE, *TODAY, "--profile", "all").out
    before = smartlint(*CONCISE, *TODAY, "--profile", "all").out
    write(b="team: B\ngoal S2: Win\n")
    judged.clear()
    after = smartlint(*CONCISE, *TODAY, "--profile", "all").out
    assert judged == ["b.goals"]
    assert [line for line in before.splitlines() if line.startswith("a.goals")] != [
        line for line in after.splitlines() if line.startswith("a.goals")
    ]


def test_another_day_is_another_thing(smartlint: Smartlint, judged: list[str]) -> None:
    write(a=f"{GOOD}  deadline: 2026-03-01\n")
    assert "TIM003" not in smartlint(*CONCISE, "--today", "2026-02-01").out
    assert "TIM003" in smartlint(*CONCISE, "--today", "2026-04-01").out
    assert "TIM003" not in smartlint(*CONCISE, "--today", "2026-02-01").out
    assert len(judged) == 2


STATED = {
    "rules that are on": 'lint.ignore = ["OWN001"]\n',
    "a level": 'lint.levels.OWN001 = "info"\n',
    "exceptions": '[lint.per-file-ignores]\n"a.goals" = ["OWN001"]\n',
}


@pytest.mark.parametrize("stated", STATED.values(), ids=STATED)
def test_a_changed_configuration_holds(stated: str, folder: Path, smartlint: Smartlint) -> None:
    write(a=UNOWNED)
    assert "error OWN001" in smartlint(*CONCISE, *TODAY).out
    (folder / "smartlint.toml").write_text(stated)
    assert "error OWN001" not in twice(smartlint, *CONCISE, *TODAY).out
    (folder / "smartlint.toml").unlink()
    assert "error OWN001" in smartlint(*CONCISE, *TODAY).out


def test_waivers_hold_though_nothing_is_judged(folder: Path, smartlint: Smartlint, judged: list[str]) -> None:
    write(a=UNOWNED)
    smartlint(*CONCISE, *TODAY)
    (folder / "smartlint-waivers.toml").write_text(
        '[[waiver]]\nrule = "OWN001"\npath = "a.goals"\nreason = "it is being decided"\nowner = "Kari"\nexpires = 2026-03-01\n'
    )
    assert "OWN001" not in smartlint(*CONCISE, *TODAY).out
    assert "OWN001" in smartlint(*CONCISE, "--today", "2026-03-02").out


def test_a_roster_and_a_table_of_data_hold(folder: Path, smartlint: Smartlint) -> None:
    (folder / "smartlint.toml").write_text(
        'roster.file = "people.csv"\ndata.approved = "approved.csv"\n'
        '[[rule]]\ncode = "ACM001"\nname = "approved"\nmessage = "not approved"\n'
        'assert = "data.approved.exists(row, row.name == goal.id)"\n'
    )
    (folder / "people.csv").write_text("name\nAmy Holt\n")
    (folder / "approved.csv").write_text("name\nG2\n")
    write(a=GOOD)
    asked = (*CONCISE, *TODAY, "--extend-select", "unknown-owner")
    first = twice(smartlint, *asked)
    (folder / "approved.csv").write_text("name\nG1\n", "utf-8")
    second = twice(smartlint, *asked)
    (folder / "people.csv").write_text("name\nKari Nordmann\n")
    third = twice(smartlint, *asked)
    assert ["ACM001" in run.out for run in (first, second, third)] == [True, False, False]
    assert ["roster" in run.out for run in (first, second, third)] == [True, True, False]


def test_a_changed_plugin_holds(folder: Path, smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    before = result_cache.engine(load())
    result_cache.engine.cache_clear()
    monkeypatch.setattr(result_cache, "_stamps", lambda place: iter([f"{place} changed"]))
    assert result_cache.engine(load()) != before


def test_no_cache_and_another_one(caches: Path, folder: Path, smartlint: Smartlint, judged: list[str]) -> None:
    write(a=UNOWNED)
    twice(smartlint, *CONCISE, *TODAY, "--no-cache")
    assert (len(judged), caches.exists()) == (2, False)
    twice(smartlint, *CONCISE, *TODAY, "--cache-dir", "other")
    assert (len(judged), caches.exists()) == (3, False)
    assert (folder / "other" / ".gitignore").exists()


def test_what_must_be_seen_whole_is_judged(smartlint: Smartlint, judged: list[str]) -> None:
    write(a=GOOD)
    twice(smartlint, "check", *TODAY, "--show-evidence")
    twice(smartlint, "check", "-", *TODAY)
    assert len(judged) == 4


def test_several_processes_share_it(smartlint: Smartlint) -> None:
    write(**{f"g{number}": UNOWNED.replace("G2", f"G{number}") for number in range(9)})
    alone = smartlint("check", *TODAY, "--no-cache")
    assert twice(smartlint, "check", *TODAY, "--jobs", "2") == alone
    assert smartlint("check", *TODAY) == alone


def test_clean_empties_it(caches: Path, smartlint: Smartlint, judged: list[str]) -> None:
    write(a=UNOWNED)
    assert smartlint("clean", "--cache-dir", str(caches)).out == f"Emptied {caches}\n"
    smartlint(*CONCISE, *TODAY)
    (caches / "notes.txt").write_text("mine")
    assert smartlint("clean", "--cache-dir", str(caches)).out == f"Emptied {caches}\n"
    smartlint(*CONCISE, *TODAY)
    assert len(judged) == 2
    assert (caches / "notes.txt").exists()
