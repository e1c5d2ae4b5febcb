"""Findings that are packed come back whole, with the very rules and rulings that they had."""

from __future__ import annotations

from datetime import date

from smartlint.linter import lint_texts
from smartlint.packing import Packer
from smartlint.policy.policy import Policy, Ruling
from smartlint.record import replace
from smartlint.registry import load
from smartlint.settings import Settings
from smartlint.source import Source, Span

FINDINGS = lint_texts({"a.goals": "goal A: Improve quality\n\ngoal B: Win\n"}, Settings(load(), date(2026, 2, 1))).findings


def test_they_come_back_as_they_were() -> None:
    packer = Packer()
    parts = [packer.packed(FINDINGS[:2]), packer.packed(FINDINGS[2:])]
    found = [one for part in parts for one in packer.unpacked(part)]
    assert found == list(FINDINGS)
    assert len(found) > 2


def test_a_rule_that_has_no_name_and_a_ruling_are_the_same_ones() -> None:
    made = type("Made", (FINDINGS[0].rule,), {"code": "ANY001"})
    policies = [Policy(name, Source("", "rules.toml"), Span(0, 0)) for name in ("one", "two")]
    given = [replace(FINDINGS[0], rule=made, ruling=Ruling(policy, "advisory")) for policy in (*policies, policies[0])]
    packer = Packer()
    found = packer.unpacked(packer.packed(given))
    assert {one.rule for one in found} == {made}
    assert [one.ruling and one.ruling.policy for one in found] == [policies[0], policies[1], policies[0]]
