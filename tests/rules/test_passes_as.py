"""A rule that says by what a goal passes also says what such a goal is."""

import inspect
import sys

import pytest

from smartlint.registry import load
from smartlint.rule import Rule


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_who_has_witnesses_has_words_for_it(rule: type[Rule]) -> None:
    assert bool(rule.passes_as) == ("Witness(" in inspect.getsource(sys.modules[rule.__module__])), rule.passes_as


def test_no_two_say_the_same() -> None:
    said = [rule.passes_as for rule in load() if rule.passes_as]
    assert len(set(said)) == len(said)
