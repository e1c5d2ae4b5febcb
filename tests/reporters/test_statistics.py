"""How often each rule was found."""

from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result

GIVEN = result(
    finding(Remark, "⟦goal⟧"),
    *[finding(Unowned, "⟦goal⟧") for _ in range(12)],
    *[finding(Twofold, "⟦goal⟧") for _ in range(3)],
    finding(Unowned, "⟦goal⟧", level="warning"),
)


def test_the_commonest_come_first() -> None:
    assert output("statistics", GIVEN) == (
        """\
12  error    OWN901  unowned: A goal of nobody
 3  warning  MEA902  twofold: Two numbers for one thing
 1  warning  OWN901  unowned: A goal of nobody

12 errors, 4 warnings in 1 file (1 goal) and 1 note (`--verbose`)
"""
    )


def test_notes_are_counted_when_asked_for() -> None:
    rows = output("statistics", GIVEN, verbose=True, quiet=True).splitlines()
    assert rows[3] == " 1  note     REL903  remark: A remark"


def test_nothing_found_is_only_a_summary() -> None:
    assert output("statistics", result(files=2)) == "All fine: no findings in 2 files (1 goal)\n"
