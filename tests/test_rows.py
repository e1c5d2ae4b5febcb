"""A judged file can be packed: what comes out gives the same findings, and from others' hands nothing but data."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from smartlint import shelf
from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.rows import loaded, packed, source
from smartlint.rule import Report
from smartlint.settings import Settings
from smartlint.source import Span
from smartlint.translation import Term
from tests import organisation
from tests.examples import EXAMPLES

TODAY = date(2026, 2, 1)
EVERYTHING = Settings(load(), TODAY, profile="all")
TEXTS = {path.relative_to(EXAMPLES).as_posix(): path.read_text("utf-8") for path in sorted(EXAMPLES.rglob("*.goals"))}


def linted() -> tuple[Result, dict[str, str]]:
    """What came of the examples, and the texts that are kept with it."""
    linter = Linter(EVERYTHING)
    for path, text in TEXTS.items():
        linter.check_text(text, path)
    linter.check_unreadable("gone.goals", "missing", {})
    result = linter.finish()
    texts = {path: kept.text for path, kept in result.sources.items()}
    return replace(result, facts=list(result.facts), sources={}), texts


def test_packed_files_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    as_they_are = linted()
    monkeypatch.setattr(shelf, "_FEW", 0)
    assert linted() == as_they_are
    assert len(as_they_are[0].findings) > 100


@pytest.mark.parametrize("name", organisation.RUNS)
def test_packed_files_give_the_same_under_policies_and_waivers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(organisation.ROOT)
    monkeypatch.setattr(shelf, "_FEW", 0)
    assert organisation.printed(organisation.RUNS[name]) == (organisation.EXPECTED / name).read_text("utf-8")


def test_a_row_is_small() -> None:
    linter = Linter(EVERYTHING)
    rows = [packed(linter.judged_text(text, path)) for path, text in TEXTS.items()]
    assert sum(len(row.facts) + len(row.said) for row in rows) < 10 * sum(map(len, TEXTS.values()))
    assert [source(row.source).text for row in rows] == list(TEXTS.values())


class Evil:
    def __reduce__(self) -> Any:
        return os.getcwd, ()


@pytest.mark.parametrize("value", [Evil(), os.getcwd, Linter, Exception()], ids=lambda value: type(value).__name__)
def test_nothing_but_data_is_loaded(value: Any) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no data"):
        loaded(pickle.dumps((value, {})))


def test_what_messages_name_is_loaded() -> None:
    params = {"day": TODAY, "what": Term("{n} goals", n=2), "many": ("a", 1.5, None)}
    report = Report("missing", Span(1, 2), params)
    assert loaded(pickle.dumps(report)) == report
