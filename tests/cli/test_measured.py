"""What the page of a rule tells of how often it is right."""

import re

from smartlint.cli.measured import lines, measured
from smartlint.registry import load
from smartlint.rule import GoalRule
from smartlint.translation import LANGUAGES


def test_the_figures_are_pairs_of_which_the_first_is_no_more_than_the_second() -> None:
    known = [measured(rule) for rule in load() if measured(rule)]
    assert len(known) > 100
    for figures in known:
        assert figures.pop("verdict") in ("meets", "below", "unmeasured", "logic")
        assert set(figures) <= {"read", "labelled", "found_labelled", "planted"}
        assert all(0 <= part <= whole > 0 for part, whole in figures.values())


def test_each_measured_rule_tells_its_figures_in_every_language() -> None:
    for rule in load():
        figures = measured(rule)
        for language in LANGUAGES:
            told = list(lines(rule, language))
            unmeasured = figures.get("verdict") == "unmeasured"
            assert len(told) == len(figures.keys() - {"verdict"}) + unmeasured
            assert not any(re.search("[{}]", line) for line in told)


def test_a_rule_of_a_package_without_figures_tells_nothing() -> None:
    class Foreign(GoalRule):
        code = "OWN001"

    Foreign.__module__ = "json.decoder"
    assert measured(Foreign) == {}
    assert list(lines(Foreign, "en")) == []
