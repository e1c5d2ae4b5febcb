"""Findings below their file and their goal."""

from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_findings_stand_below_their_file_and_their_goal() -> None:
    given = result(
        finding(Twofold, "\n\n   ⟦goal⟧", params={"here": 1, "there": 2}),
        finding(Unowned, "⟦goal⟧", goal=("S1", "G1")),
        finding(Remark, "⟦goal⟧", goal=("S1", "G1")),
        finding(Unowned, "⟦goal⟧", path="b/c.goals", language="nb"),
        files=3,
        goals=4,
    )
    assert output("grouped", given, verbose=True) == (
        """\
a.goals
  3:4  warning  MEA902  the target is 1 here and 2 there
  S1 › G1
    1:1  error  OWN901  no owner
    1:1  note   REL903  this could be said better

b/c.goals
  1:1  feil  OWN901  no owner

2 errors, 1 warning, 1 note in 2 of 3 files (4 goals)
"""
    )


def test_nothing_found_is_only_a_summary() -> None:
    assert output("grouped", result(files=2)) == "All fine: no findings in 2 files (1 goal)\n"
    assert output("grouped", result(finding(Remark, "⟦goal⟧")), quiet=True) == ""
