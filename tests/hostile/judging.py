"""A text, judged by all rules as the file of a name."""

from __future__ import annotations

from datetime import date
from functools import cache

from smartlint.finding import Result
from smartlint.linter import Linter
from smartlint.registry import load
from smartlint.settings import Settings, choose

TODAY = date(2026, 2, 1)


@cache
def _settings() -> Settings:
    return Settings(choose(load(), "all"), TODAY, profile="all")


def judged(text: str, path: str) -> Result:
    """What is found in a text; that a rule has failed is a failure."""
    linter = Linter(_settings())
    linter.check_text(text, path)
    result = linter.finish()
    assert not result.crashed, [finding.message("en") for finding in result.findings if finding.rule.code == "INT001"]
    return result
