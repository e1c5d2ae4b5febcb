"""Findings come out of a pile in order, whether they were packed or not, and are counted once and for all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartlint import pile, shelf
from smartlint.finding import Finding, Result, Tally
from smartlint.linter import Linter
from smartlint.moving import Found
from smartlint.pile import Pile
from smartlint.registry import load
from smartlint.settings import Settings
from smartlint.swap import Swap
from tests.examples import EXAMPLES

EVERYTHING = Settings(load(), date(2026, 2, 1), profile="all")
TEXTS = {path.relative_to(EXAMPLES).as_posix(): path.read_text("utf-8") for path in sorted(EXAMPLES.rglob("*.goals"))[:30]}


def linted() -> Result:
    linter = Linter(EVERYTHING)
    for path, text in TEXTS.items():
        linter.check_text(text, path)
    return linter.finish()


def packed(findings: Any, *, all_live: bool = False) -> list[Finding] | Pile:
    held = Pile(Swap(), all_live=all_live)
    for finding in findings:
        held.append(Found(finding))
    return held.findings()


def test_a_run_with_packed_findings_has_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    as_they_are = linted()
    monkeypatch.setattr(pile, "_FEW", 0)
    monkeypatch.setattr(shelf, "_FEW", 0)
    found = linted()
    assert isinstance(found.findings, Pile)
    assert list(found.findings) == as_they_are.findings
    assert len(found.findings) == len(as_they_are.findings) > 100
    assert found.findings[3] == as_they_are.findings[3]
    assert found.tally.kinds == Tally(as_they_are.findings).kinds
    assert found.tally.files() == Tally(as_they_are.findings).files()
    assert {path: source.text for path, source in found.sources.items()} == {
        path: source.text for path, source in as_they_are.sources.items()
    }


@pytest.mark.parametrize("few", [0, 25, 100_000])
def test_they_are_sorted_whatever_came_first(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "_FEW", few)
    found = list(linted().findings)
    assert list(packed(reversed(found))) == found
    # of one file, more may come after those of another
    assert list(packed([*found[5:], *found[:5]])) == found


def test_few_are_a_plain_list(monkeypatch: pytest.MonkeyPatch) -> None:
    found = linted().findings
    assert isinstance(found, list)
    monkeypatch.setattr(pile, "_FEW", 0)
    assert isinstance(packed(found), Pile)
    assert isinstance(packed(found, all_live=True), list)
    assert packed(()) == []
