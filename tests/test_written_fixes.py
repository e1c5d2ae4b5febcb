"""Fixes may be written out before findings are made of reports: in a goal file that changes nothing, elsewhere it waits."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.rule import NEW_LINE
from smartlint.settings import Settings, choose
from smartlint.written_fixes import ready, written

TODAY = date(2026, 2, 1)
TEXTS = {
    "en": "team: Bakery\n\ngoal A: Try to sell more cakes, hopefully\n  ownr: Ida Moe\n  deadline: 03/04/26\n",
    "nb": "lag: Bakeri\n\nmål A: Prøve å selge flere kaker, helst\n  eir: Ida Moe\n\n  delmål 1: Bake brød\n",
    "sv": "team: Bageri\r\n\r\nmål A: Försöka sälja fler kakor\r\n    ägar: Ida Moe\r\n",
}


@pytest.mark.parametrize("language", TEXTS)
def test_to_write_a_fix_once_more_changes_nothing(language: str) -> None:
    judged = Linter(Settings(choose(load(), "all"), TODAY)).judged_text(TEXTS[language], "a.goals")
    document = judged.document
    fixed = [(rule, one) for rule, one in judged.reports if one.fix is not None]
    assert any(edit.params is not None for edit in chain.from_iterable(one.fix.edits for _, one in fixed if one.fix))
    for rule, report in fixed:
        once = ready(report, rule, document)
        goal = document.all_goals[report.goal] if report.goal is not None else None
        assert report.fix is not None
        assert once.fix == written(report.fix, rule, document, goal)
        assert ready(once, rule, document) == once
        assert once.fix is not None
        assert all(edit.params is None and edit.span != NEW_LINE for edit in once.fix.edits)


@pytest.mark.parametrize(
    ("path", "text"), [("a.md", "# Goals\n\n- Goal: Sell more cakes\n"), ("a.yaml", "goals:\n  - goal: Sell cakes\n")]
)
def test_in_other_files_it_waits(path: str, text: str) -> None:
    judged = Linter(Settings(choose(load(), "all"), TODAY)).judged_text(text, path)
    assert any(one.fix for _, one in judged.reports)
    assert all(ready(one, rule, judged.document) is one for rule, one in judged.reports)
