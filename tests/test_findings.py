"""Findings are those of the file, wherever the part that they speak of stood when it was read."""

from __future__ import annotations

from datetime import date

from smartlint.finding import Finding
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.remembering import Memory
from smartlint.settings import Settings, choose

TEXT = "team: Bakery\n\ngoal A: Sell cakes\n  ownr: Ida Moe\n\ngoal B: Bake bread\n  owner: Ida Moe\n  owner: Bo Lie\n"
SETTINGS = Settings(choose(load(), "all"), date(2026, 2, 1))


def found(text: str, memory: Memory | None = None) -> list[Finding]:
    linter = Linter(SETTINGS, memory=memory)
    linter.check_text(text, "a.goals")
    return list(linter.finish().findings)


def test_a_finding_moves_with_its_part_and_its_fix_and_what_is_related() -> None:
    memory = Memory()
    for above in ("", "x", "xy\n# and a line\n", ""):
        text = TEXT.replace("cakes", f"cakes{above}")
        assert found(text, memory) == found(text)


def test_a_line_more_or_less_above_a_goal_moves_its_findings() -> None:
    memory = Memory()
    for above in ("# so\n#\n", "# so it\n", "\n\n\n\n\n\n\n\n", "# so\n\n  "):
        text = TEXT.replace("goal B", f"{above}goal B").replace("goal A", f"{above}goal A")
        assert found(text, memory) == found(text)


def test_key_results_that_stay_are_judged_by_the_goal_above_them_as_it_is_now() -> None:
    memory = Memory()
    text = TEXT + "  key result 1: Sell 4 rolls\n  key result 2: Bake better\n    ownr: Bo\n\n  key result 3: Ask 9 guests\n"
    for was, now in (("rolls", "buns"), ("Bake bread", "Bake bread by June"), ("bread by June", "bread"), ("better", "more")):
        text = text.replace(was, now)
        assert found(text, memory) == found(text)


def test_what_has_not_moved_is_the_same_finding() -> None:
    memory = Memory()
    before = {id(one) for one in found(TEXT, memory)}
    after = found(TEXT.replace("bread", "buns"), memory)
    assert any(id(one) in before for one in after if one.goal == ("A",))


def test_a_finding_that_is_another_one_of_its_kind_now_has_another_fingerprint() -> None:
    memory = Memory()
    twice = TEXT + "goal B: Bake bread\n  owner: Ida Moe\n  owner: Bo Lie\n"
    assert found(twice, memory) == found(twice)
    gone = twice.replace("  owner: Bo Lie\n", "", 1)
    assert found(gone, memory) == found(gone)
