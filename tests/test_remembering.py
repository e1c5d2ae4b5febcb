from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.remembering import Memory
from smartlint.rule import Context, DocumentRule
from smartlint.running import Runner
from smartlint.settings import Settings, choose

TEXT = "team: Garage\ngoal A: Change 40 tyres a day\n  supports: B\n"
TODAY = date(2026, 2, 1)
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def settings() -> Settings:
    return Settings(choose(load()), TODAY)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that rules look at."""
    seen: list[str] = []
    real = Runner.over_file

    def over_file(self: Runner, document, *others):  # type: ignore[no-untyped-def]
        seen.append(document.source.path)
        return real(self, document, *others)

    monkeypatch.setattr(Runner, "over_file", over_file)
    return seen


def lint(settings: Settings, memory: Memory | None, **texts: str) -> Result:
    linter = Linter(settings, memory=memory)
    for path, text in texts.items():
        linter.check_text(text, path)
    return linter.finish()


def test_what_has_not_changed_is_not_judged_again(settings: Settings, judged: list[str]) -> None:
    memory = Memory()
    first = lint(settings, memory, a=TEXT, b="goal B: Wash cars\n")
    judged.clear()
    again = lint(settings, memory, a=TEXT, b="goal B: Wash 3 cars\n")
    assert judged == ["b"]
    assert again.findings == lint(settings, None, a=TEXT, b="goal B: Wash 3 cars\n").findings
    assert lint(settings, memory, a=TEXT, b="goal B: Wash cars\n").findings == first.findings


def test_other_settings_judge_again(settings: Settings, judged: list[str]) -> None:
    memory = Memory()
    lint(settings, memory, a=TEXT)
    other = Settings(settings.rules[:30], TODAY)
    assert lint(other, memory, a=TEXT).findings == lint(other, None, a=TEXT).findings
    assert judged == ["a", "a", "a"]


def test_what_rules_over_all_files_say_is_not_remembered(settings: Settings) -> None:
    memory = Memory()
    alone = lint(settings, memory, a=TEXT)
    assert lint(settings, memory, a=TEXT, b=TEXT.replace("A", "B")).findings != alone.findings
    assert lint(settings, memory, a=TEXT).findings == alone.findings


def test_a_rule_that_fails_is_told_each_time(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(one for one in settings.rules if issubclass(one, DocumentRule) and one.code == "PLN001")

    def check(self: DocumentRule, document: object, context: Context) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(rule, "check", check)
    memory = Memory()
    for _ in range(2):
        result = lint(settings, memory, a=TEXT)
        assert result.crashed
        assert "INT001" in {finding.rule.code for finding in result.findings}


def test_a_copy_learns_for_itself(settings: Settings) -> None:
    memory = Memory()
    document = memory.read(TEXT, "a")
    other = memory.copy()
    assert other.read(TEXT, "a") is document
    other.read("goal: Else\n", "a")
    assert memory.read(TEXT, "a") is document


def test_files_that_are_gone_are_forgotten(settings: Settings, judged: list[str]) -> None:
    memory = Memory()
    lint(settings, memory, a=TEXT)
    memory.forget_all_but(["b"])
    lint(settings, memory, a=TEXT)
    assert judged == ["a", "a"]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.goals"))[::3], ids=lambda path: path.name)
def test_what_is_said_part_by_part_is_what_is_said_of_the_whole(path: Path) -> None:
    every, text = Settings(choose(load(), "all"), TODAY), path.read_text("utf-8")
    assert lint(every, Memory(), a=text).findings == lint(every, None, a=text).findings


def test_on_the_next_day_it_is_read_anew_and_yesterday_is_forgotten() -> None:
    memory = Memory()
    texts = "goal A: Change 40 tyres by Friday\n"
    ends = []
    for day in (2, 9, 2):
        document = memory.read(texts, "a", today=date(2026, 2, day))
        assert document.goals[0].deadline is not None
        ends.append(document.goals[0].deadline.end)
    assert ends == [date(2026, 2, 6), date(2026, 2, 13), date(2026, 2, 6)]
    assert len(memory._read["a"][1]) == 1
