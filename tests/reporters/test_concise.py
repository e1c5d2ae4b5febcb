"""A line for each finding, as editors and `grep` like it."""

from smartlint.linter import Said
from tests.reporters.samples import Remark, Unowned, finding, output, result


def test_a_finding_is_a_line() -> None:
    given = result(finding(Unowned, "team: Salg\n  ⟦goal⟧: Win"), files=2)
    assert output("concise", given) == "a.goals:2:3: error OWN901 no owner\n1 error in 1 of 2 files (1 goal)\n"


def test_nothing_but_findings_if_quiet() -> None:
    given = result(finding(Unowned, "⟦goal⟧: Win"), notices=[Said(Unowned, "unjudged", {"count": 3})])
    assert output("concise", given, quiet=True) == "a.goals:1:1: error OWN901 no owner\n"


def test_notes_are_shown_only_when_asked_for() -> None:
    given = result(finding(Remark, "⟦goal⟧: Win"))
    assert output("concise", given, quiet=True) == ""
    assert output("concise", given, quiet=True, verbose=True) == "a.goals:1:1: info REL903 this could be said better\n"


def test_the_level_is_a_word_of_the_command_line_in_every_language() -> None:
    given = result(finding(Unowned, "⟦mål⟧: Vinne", language="nb"))
    assert output("concise", given, language="sv").startswith("a.goals:1:1: error OWN901 ")


def test_a_line_stays_a_line_whatever_the_file_is_called() -> None:
    shown = output("concise", result(finding(Unowned, "⟦goal⟧", path="a\nb\x1b.goals")), quiet=True)
    assert shown == "a␊b␛.goals:1:1: error OWN901 no owner\n"


def test_only_the_level_is_coloured() -> None:
    shown = output("concise", result(finding(Unowned, "⟦goal⟧: Win")), quiet=True, color=True)
    assert shown == "a.goals:1:1: \x1b[1;31merror\x1b[0m OWN901 no owner\n"
