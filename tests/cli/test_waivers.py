"""``smartlint policy waivers``: what is excused, what lapses soon first."""

import json
from pathlib import Path
from typing import Any

import pytest

from smartlint.translation import LANGUAGES
from tests.cli.conftest import Smartlint
from tests.cli.samples import UNOWNED, write

POLICY = """\
[[policy]]
name = "board"
select = ["OWN001"]
enforcement = "waivable"
waivers = { max-days = 90, approvers = ["The Board"] }
"""
TODAY = ("--today", "2026-02-01")


def waiver(goal: str, expires: str = "", approver: str = "The Board", begins: str = "", rule: str = "OWN001") -> str:
    entry = f'[[waiver]]\nrule = "{rule}"\ngoal = "{goal}"\nreason = "vacant"\nowner = "Amy Holt"\n'
    entry += f'approved-by = "{approver}"\n' if approver else ""
    entry += f"from = {begins}\n" if begins else ""
    return entry + (f"expires = {expires}\n" if expires else "")


ALL = (
    waiver("G3", "2026-04-20")
    + waiver("G2", "2026-01-31")
    + waiver("G2", "2026-02-21")
    + waiver("G2", "2026-02-11", approver="Eve")
    + waiver("G9", "2026-04-01")
    + waiver("G2", "2026-06-01", begins="2026-05-01")
    + waiver("G2", "2026-08-01")
)


@pytest.fixture(autouse=True)
def files() -> None:
    write(a=UNOWNED, b=UNOWNED.replace("G2", "G3").replace("12 new", "14 new"))
    Path("smartlint.toml").write_text(POLICY, encoding="utf-8")
    Path("smartlint-waivers.toml").write_text(ALL, encoding="utf-8")


def listed(smartlint: Smartlint, *arguments: str) -> list[dict[str, Any]]:
    run = smartlint("policy", "waivers", *TODAY, "--output-format", "json", *arguments)
    assert (run.status, run.err) == (0, "")
    data = json.loads(run.out)
    assert (data["version"], data["today"]) == (1, "2026-02-01")
    waivers: list[dict[str, Any]] = data["waivers"]
    return waivers


def test_what_lapses_soon_comes_first_then_what_excuses_nothing(smartlint: Smartlint) -> None:
    found = [(one["expires"], one["state"], one["lapses_soon"], one["excused"]) for one in listed(smartlint)]
    assert found == [
        ("2026-02-11", "refused", True, 0),
        ("2026-02-21", "active", True, 1),
        ("2026-01-31", "expired", False, 0),
        ("2026-08-01", "refused", False, 0),
        ("2026-04-01", "unused", False, 0),
        ("2026-04-20", "active", False, 1),
        ("2026-06-01", "pending", False, 0),
    ]


def test_why_one_is_refused(smartlint: Smartlint) -> None:
    first, *_ = listed(smartlint)
    assert first["remarks"] == ["`Eve` may not approve the waiver of OWN001 for `G2`, by the policy `board`"]
    assert (first["days_left"], first["line"], first["file"]) == (10, 23, "smartlint-waivers.toml")


@pytest.mark.parametrize(("days", "count"), [("0", 0), ("9", 0), ("10", 1), ("20", 2), ("400", 6)])
def test_how_soon_is_soon(smartlint: Smartlint, days: str, count: int) -> None:
    soon = [one["lapses_soon"] for one in listed(smartlint, "--within", days)]
    assert soon == sorted(soon, reverse=True)
    assert sum(soon) == count


def test_as_a_table(smartlint: Smartlint) -> None:
    run = smartlint("policy", "waivers", *TODAY)
    assert run.status == 0
    assert run.out.splitlines() == [
        "Rule    For  Owner     Approved by  Last day    State",
        "OWN001  G2   Amy Holt  Eve          2026-02-11  refused",
        "  `Eve` may not approve the waiver of OWN001 for `G2`, by the policy `board`",
        "OWN001  G2   Amy Holt  The Board    2026-02-21  lapses soon, days left: 20",
        "OWN001  G2   Amy Holt  The Board    2026-01-31  expired",
        "OWN001  G2   Amy Holt  The Board    2026-08-01  refused",
        "  the waiver of OWN001 for `G2` lasts 181 days, and the policy `board` allows 90",
        "OWN001  G9   Amy Holt  The Board    2026-04-01  unused",
        "OWN001  G3   Amy Holt  The Board    2026-04-20  active",
        "OWN001  G2   Amy Holt  The Board    2026-06-01  from 2026-05-01 on",
        "",
        "Waivers: 7; lapsing within 30 days: 2",
    ]


def test_on_its_last_day_one_still_holds(smartlint: Smartlint) -> None:
    run = smartlint("policy", "waivers", "--today", "2026-02-21")
    assert "2026-02-21  lapses after today" in run.out


def test_what_is_mandatory_is_not_waived(smartlint: Smartlint) -> None:
    text = POLICY.replace("waivable", "mandatory").replace('waivers = { max-days = 90, approvers = ["The Board"] }\n', "")
    Path("smartlint.toml").write_text(text, encoding="utf-8")
    assert {one["state"] for one in listed(smartlint)} == {"refused", "expired", "unused", "pending"}
    assert "does not excuse what the policy `board` makes mandatory" in smartlint("policy", "waivers", *TODAY).out


def test_a_policy_that_speaks_of_waivers_only(smartlint: Smartlint) -> None:
    Path("smartlint.toml").write_text(POLICY.replace('select = ["OWN001"]\n', ""), encoding="utf-8")
    assert [one["state"] for one in listed(smartlint)].count("refused") == 2


def test_policies_that_are_imposed_have_a_say(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("smartlint.toml").unlink()
    Path("law.toml").write_text(POLICY, encoding="utf-8")
    assert "refused" not in {one["state"] for one in listed(smartlint)}
    assert "refused" in {one["state"] for one in listed(smartlint, "--policy", "law.toml")}
    monkeypatch.setenv("SMARTLINT_POLICY", "law.toml")
    assert "refused" in {one["state"] for one in listed(smartlint)}


def test_of_a_single_file(smartlint: Smartlint) -> None:
    states = {one["expires"]: one["state"] for one in listed(smartlint, "b.goals")}
    assert (states["2026-04-20"], states["2026-04-01"]) == ("active", "active")


def test_in_a_folder_without_goals(smartlint: Smartlint) -> None:
    Path("empty").mkdir()
    assert sorted(one["state"] for one in listed(smartlint, "empty")) == ["active"] * 5 + ["expired", "pending"]


def test_where_there_are_none(smartlint: Smartlint) -> None:
    Path("smartlint-waivers.toml").unlink()
    assert smartlint("policy", "waivers").out == "No waivers.\n"
    assert listed(smartlint) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_reader_s_language(smartlint: Smartlint, language: str) -> None:
    assert "OWN001" in smartlint("policy", "waivers", "--message-language", language).out


def test_nothing_hides_in_what_a_waiver_says(smartlint: Smartlint) -> None:
    Path("smartlint-waivers.toml").write_text(waiver("G2").replace("Amy Holt", r"\u001b[31mAmy\u202e"), encoding="utf-8")
    out = smartlint("policy", "waivers").out
    assert "␛[31mAmy⟨U+202E⟩" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gone.goals",), "does not exist"),
        (("--within", "-1"), "-1 is not in the range"),
        (("--within", "soon"), "'soon' is not a valid integer"),
        (("--today", "2026-13-01"), "is no day like"),
    ],
)
def test_what_is_not_understood(smartlint: Smartlint, arguments: tuple[str, ...], said: str) -> None:
    run = smartlint("policy", "waivers", *arguments)
    assert run.status == 2
    assert said in run.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[waiver]]\nrule = "OWN001"\n', "`reason` is missing"),
        (waiver("G2", begins="2026-02-30"), "there is no day `2026-02-30`"),
        (waiver("G3", "2026-03-01", begins="2026-03-02"), "ends before it begins"),
        (waiver("G2", rule="OWN999"), "no rule is called `OWN999`"),
    ],
)
def test_waivers_with_mistakes(smartlint: Smartlint, text: str, said: str) -> None:
    Path("smartlint-waivers.toml").write_text(text.replace('"2026', "2026"), encoding="utf-8")
    run = smartlint("policy", "waivers")
    assert run.status == 2
    assert said in run.err or "not valid TOML" in run.err
