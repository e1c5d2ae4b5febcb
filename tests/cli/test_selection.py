"""Which rules are applied: those of a profile, and those that are named."""

from pathlib import Path

import pytest

from tests.cli.samples import TODAY, UNOWNED, Smartlint, checked, write


def test_codes_starts_of_codes_and_names_in_lists_and_again(smartlint: Smartlint) -> None:
    write(a="goal: Better service\n")
    alone = set(checked(smartlint, "--select", "OWN001"))
    assert alone == {"OWN001"}
    assert set(checked(smartlint, "--select", "missing-owner")) == alone
    assert set(checked(smartlint, "--select", "own00")) == {"OWN001", "OWN008"}
    assert set(checked(smartlint, "--select", "PLN, OWN001")) == {"OWN001", "PLN001"}
    assert set(checked(smartlint, "--select", "PLN", "--select", "missing-owner")) == {"OWN001", "PLN001"}
    assert set(checked(smartlint, "--select", "OWN,PLN", "--ignore", "OWN")) == {"PLN001"}
    assert set(checked(smartlint, "--select", "OWN001", "--extend-select", "PLN001")) == {"OWN001", "PLN001"}


@pytest.mark.parametrize("nothing", ["", " , "])
def test_a_selection_of_nothing_is_a_mistake(smartlint: Smartlint, nothing: str) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *TODAY, "--select", nothing)
    assert (run.status, run.out) == (2, "")
    assert "--select" in run.err
    assert "No rule is named here: nothing would be judged." in run.err
    assert smartlint("check", *TODAY, "--ignore", nothing).status == 1
    Path("smartlint.toml").write_text("lint.select = []\n", encoding="utf-8")
    run = smartlint("check", *TODAY)
    assert run.status == 2
    assert "`lint.select` is empty" in run.err


def test_rules_can_be_added_to_those_of_the_profile(smartlint: Smartlint) -> None:
    write(a="goal: Raise sales by 10 % by 30 June 2026\n")
    basis = set(checked(smartlint))
    assert "MEA003" not in basis
    assert set(checked(smartlint, "--extend-select", "MEA003")) == basis | {"MEA003"}
    assert set(checked(smartlint, "--ignore", "OWN")) == basis - {"OWN001"}


def test_a_profile_has_rules_of_its_own(smartlint: Smartlint) -> None:
    write(a="goal: Raise sales by 10 % by 30 June 2026\n")
    assert "MEA003" in checked(smartlint, "--profile", "sales")
    assert "MEA003" in checked(smartlint, "--profile", "all")


def test_what_cannot_be_read_is_said_whatever_is_selected(smartlint: Smartlint) -> None:
    assert checked(smartlint, "nowhere", "--select", "OWN001", "--ignore", "SYN") == ["SYN009"]


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("--select", "TIM0001"), "TIM001"),
        (("--ignore", "OWN001,mising-owner"), "missing-owner"),
        (("--extend-select", "missing_owner"), "missing-owner"),
        (("--profile", "sale"), "sales"),
    ],
)
def test_an_unknown_word_is_a_mistake_and_the_nearest_is_shown(
    smartlint: Smartlint, arguments: tuple[str, ...], nearest: str
) -> None:
    write(a=UNOWNED)
    run = smartlint("check", *arguments)
    assert (run.status, run.out) == (2, "")
    assert arguments[0] in run.err
    assert "Did you mean " in run.err
    assert nearest in run.err.partition("Did you mean ")[2]


def test_a_word_that_nearly_begins_codes(smartlint: Smartlint) -> None:
    assert "Did you mean OWN" in smartlint("check", "--select", "OWNX").err


def test_one_number_of_a_limit_can_be_set(smartlint: Smartlint) -> None:
    write(a="".join(f"goal {number}: Sell {number + 20} boats\n" for number in range(1, 4)))
    assert checked(smartlint, "--select", "LIM001") == []
    assert checked(smartlint, "--select", "LIM001", "--config", "lint.rules.too-many-goals.operational.warn=2") == ["LIM001"]
    Path("smartlint.toml").write_text("lint.rules.too-many-goals.operational = { warn = 1, max = 3 }\n", encoding="utf-8")
    run = smartlint("check", *TODAY, "--config", "lint.rules.too-many-goals.operational.max=2", "--select", "LIM001")
    assert "error[LIM001]" in run.out


def test_a_file_that_is_missing_is_told_in_the_readers_language(smartlint: Smartlint, monkeypatch: pytest.MonkeyPatch) -> None:
    english = smartlint("check", "gone.goals", "--output-format", "concise").out
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    assert english.splitlines()[0] not in smartlint("check", "gone.goals", "--output-format", "concise").out
