"""What is said of files comes back as it was said and in that order, whether it was laid aside or not."""

from __future__ import annotations

from typing import Any

import pytest

from smartlint import waiting
from smartlint.policy.policy import Policy
from smartlint.registry import load
from smartlint.rule import Related, Report, Rule
from smartlint.source import Source, Span
from smartlint.swap import Swap
from smartlint.waiting import Heard, Waiting

RULES = load()[:3]
MADE = type("Made", (RULES[0],), {"code": "ANY001"})
POLICIES = [Policy(name, Source("", "rules.toml"), Span(0, 0)) for name in ("one", "two")]


def heard(file: str, number: int, rule: type[Rule] = RULES[0], policy: Policy | None = None, **params: Any) -> Heard:
    related = (Related(Span(0, number), "first", "other.goals"),)
    return policy, rule, Report("used", Span(number, number + 1), params, related, goal=number, file=file)


SAID = [
    heard(f"{name}.goals", number, rule, policy, count=number)
    for number, (rule, policy) in enumerate([(RULES[0], None), (RULES[1], POLICIES[0]), (MADE, POLICIES[1]), (MADE, None)] * 3)
    for name in "abc"
]


@pytest.mark.parametrize("few", [1, 2, 5, 36, 1000])
def test_it_comes_back_in_order(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_FEW", few)
    held = Waiting(Swap(), all_live=False)
    for one in SAID:
        held.put(one)
    for name in ("b.goals", "a.goals", "c.goals"):
        assert held.of(name) == [one for one in SAID if one[-1].file == name]
    assert held.of("d.goals") == []
    assert held.of("a.goals")[1][0] is POLICIES[0]


def test_where_all_are_live_they_stay_the_same_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_FEW", 1)
    held = Waiting(Swap(), all_live=True)
    for one in SAID:
        held.put(one)
    assert all(one is other for one, other in zip(held.of("a.goals"), SAID[::3], strict=True))
