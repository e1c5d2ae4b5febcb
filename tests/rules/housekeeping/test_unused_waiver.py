from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from smartlint.linter import Finding, Settings, lint_texts
from smartlint.policy.policy import Policy
from smartlint.source import Source, Span
from smartlint.testing import TODAY, check_metadata, check_page
from smartlint.translation import LANGUAGES
from smartlint.waiver import Waiver
from smartlint_rules.housekeeping.unused_waiver import UnusedWaiver
from smartlint_rules.owned.missing_owner import MissingOwner
from smartlint_rules.owned.owner_overload import OwnerOverload

FILE = Source('[[waiver]]\nrule = "OWN001"\npath = "sales/2026.goals"\n', "smartlint-waivers.toml")
POLICY = Source("[[policy]]\n", "smartlint.toml")
UNOWNED = "goal G1: Sign 12 new customers\n"
OWNED = "goal G1: Sign 12 new customers\n  owner: Amy Holt\n"


def waiver(rule: str, path: str = "", goal: str = "", expires: date | None = None) -> Waiver:
    return Waiver(rule, "the post is vacant", "Amy Holt", FILE, Span(0, 10), path, goal, "the board", expires)


def found(texts: Mapping[str, str], *waivers: Waiver, partial: bool = False) -> list[Finding]:
    settings = Settings((MissingOwner, OwnerOverload, UnusedWaiver), TODAY, waivers=waivers)
    result = lint_texts(texts, settings, partial=partial)
    assert not result.crashed
    return [one for one in result.findings if one.rule is UnusedWaiver]


def test_a_waiver_of_what_is_not_found_is_unused() -> None:
    (one,) = found({"sales/2026.goals": OWNED}, waiver("OWN001", "sales/2026.goals", "G1"))
    assert (one.level, one.place.path, one.place.start, one.message_id) == ("warning", FILE.path, (1, 1), "unused")
    assert one.params == {"rule": "OWN001", "where": "sales/2026.goals, G1"}
    for language in LANGUAGES:
        assert "OWN001" in one.message(language)
        assert one.help(language)


def test_a_waiver_that_excuses_something_is_not() -> None:
    assert not found({"sales/2026.goals": UNOWNED}, waiver("OWN001", "sales/2026.goals", "G1"))


def test_one_that_has_expired_and_is_not_needed_any_more_is_unused() -> None:
    assert found({"a.goals": OWNED}, waiver("OWN001", expires=date(2026, 1, 1)))
    assert not found({"a.goals": UNOWNED}, waiver("OWN001", expires=date(2026, 1, 1)))


def test_nothing_is_said_of_rules_that_were_not_on() -> None:
    assert not found({"a.goals": OWNED}, waiver("TIM001"), waiver("OWN"), waiver("ALL"))


def test_nothing_is_said_of_files_that_were_not_checked() -> None:
    here = waiver("OWN001", "sales/*.goals")
    assert not found({"hr/2026.goals": OWNED}, here)
    assert found({"sales/2025.goals": OWNED}, waiver("OWN001", "sales/2026.goals")), "the file is gone"
    assert not found({"sales/2026.goals": OWNED}, here, waiver("OWN001"), partial=True)
    assert found({"sales/2026.goals": OWNED}, waiver("OWN001", "sales/2026.goals"), partial=True)
    assert not found({"sales/2026.goals": OWNED}, waiver("OWN005", "sales/2026.goals"), partial=True)


def test_a_waiver_of_a_rule_that_there_is_not() -> None:
    (one,) = found({"a.goals": UNOWNED}, waiver("OWN999", "a.goals"))
    assert one.message_id == "unknown"
    for language in LANGUAGES:
        assert "OWN999" in one.message(language)


@pytest.mark.parametrize(
    ("policy", "excuse", "variant"),
    [
        (Policy("law", POLICY, Span(0, 8), "mandatory", rules=(MissingOwner,)), waiver("OWN001"), "mandatory"),
        (Policy("board", POLICY, Span(0, 8), rules=(MissingOwner,), approvers=("Kari",)), waiver("OWN001"), "approver"),
        (Policy("board", POLICY, Span(0, 8), approvers=("Kari",)), replace(waiver("OWN"), approver=""), "unapproved"),
        (Policy("short", POLICY, Span(0, 8), max_days=30), waiver("ALL"), "endless"),
        (Policy("short", POLICY, Span(0, 8), max_days=30), waiver("OWN001", expires=date(2026, 3, 4)), "length"),
    ],
)
def test_one_that_a_policy_does_not_accept(policy: Policy, excuse: Waiver, variant: str) -> None:
    settings = Settings((MissingOwner, UnusedWaiver), TODAY, waivers=(excuse,), policies=(policy,))
    result = lint_texts({"a.goals": UNOWNED}, settings)
    owner, refused = result.findings
    assert (owner.rule, refused.rule, refused.message_id) == (MissingOwner, UnusedWaiver, variant)
    assert result.waived == []
    for language in LANGUAGES:
        assert f"`{policy.name}`" in refused.message(language)
        assert refused.help(language)
    assert [one.state for one in result.waivers] == ["refused"]


def test_a_policy_of_other_rules_has_no_say() -> None:
    policy = Policy("law", POLICY, Span(0, 8), "mandatory", rules=(OwnerOverload,), max_days=1, approvers=("Kari",))
    settings = Settings((MissingOwner, UnusedWaiver), TODAY, waivers=(waiver("OWN001"),), policies=(policy,))
    result = lint_texts({"a.goals": UNOWNED}, settings)
    assert (result.findings, len(result.waived)) == ([], 1)


def test_page() -> None:
    check_metadata(UnusedWaiver)
    check_page(UnusedWaiver)
