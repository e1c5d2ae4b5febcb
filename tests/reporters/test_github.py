"""The annotations of GitHub Actions."""

from smartlint.reporters import Run
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_a_finding_is_a_command_with_what_to_write_on_its_second_line() -> None:
    assert output("github", result(finding(Unowned, "team: Salg\n⟦goal G1⟧: Win"))) == (
        "::error title=OWN901 unowned,file=a.goals,line=2,endLine=2,col=1,endColumn=8"
        "::no owner%0Ahelp: add a line `owner: ⟨name⟩`\n"
    )


def test_what_would_end_a_value_or_a_command_is_escaped() -> None:
    found = finding(Twofold, "⟦goal⟧", path="50%, a:b\n.goals", params={"here": "10 %\n::error::x", "there": "a,b:c"})
    assert output("github", result(found)) == (
        "::warning title=MEA902 twofold,file=50%25%2C a%3Ab␊.goals,line=1,endLine=1,col=1,endColumn=5"
        "::the target is 10 %25␊::error::x here and a,b:c there\n"
    )


def test_columns_are_left_out_where_lines_differ() -> None:
    shown = output("github", result(finding(Unowned, "⟦goal: Win\n  how: call⟧\n")))
    assert "line=1,endLine=2::" in shown


def test_the_worst_come_first_because_only_so_many_are_shown() -> None:
    given = result(finding(Remark, "⟦a⟧"), finding(Twofold, "⟦a⟧", params={"here": 1, "there": 2}), finding(Unowned, "⟦a⟧"))
    shown = output("github", given, verbose=True).splitlines()
    assert [line.split(" ")[0] for line in shown] == ["::error", "::warning", "::notice"]
    assert len(output("github", given).splitlines()) == 2, "notes are shown when they are asked for"


def test_a_file_is_named_from_the_top_of_the_checkout() -> None:
    given = result(finding(Unowned, "⟦goal⟧"))
    assert ",file=plans/q2/a.goals," in output("github", given, run=Run(folder="plans/q2/"))
