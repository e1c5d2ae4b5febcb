"""JUnit's XML, as junitparser reads it."""

from junitparser import Failure, JUnitXml, Skipped

from smartlint.finding import Result
from smartlint.linter import Said
from smartlint.reporters import Run
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result, waived


def parsed(of: Result, run: Run | None = None) -> JUnitXml:
    return JUnitXml.fromstring(output("junit", of, run=run or Run()).encode())


def test_a_file_is_a_suite_and_a_finding_a_test_in_it() -> None:
    suites = list(parsed(result(finding(Unowned, "\n⟦goal⟧", goal=("S1", "G1")), finding(Remark, "⟦goal⟧", path="b.goals"))))
    assert [suite.name for suite in suites] == ["a.goals", "b.goals"]
    (case,) = suites[0]
    assert (case.classname, case.name) == ("a.goals", "S1 › G1: OWN901 unowned (2:1)")
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("OWN901", "no owner")
    assert failure.text == "error OWN901: no owner\nadd a line `owner: ⟨name⟩`"


def test_what_does_not_fail_the_run_is_a_test_that_passes_and_says_something() -> None:
    given = result(finding(Twofold, "⟦goal⟧", params={"here": 1, "there": 2}))
    (suite,) = parsed(given)
    (case,) = suite
    assert case.result == []
    assert case.system_out == "warning MEA902: the target is 1 here and 2 there"
    (suite,) = parsed(given, Run(failing=("error", "warning")))
    assert suite.failures == 1


def test_what_is_silenced_waived_or_not_judged_is_skipped_with_the_reason() -> None:
    given = result(notices=[Said(Unowned, "unjudged", {"count": 3})])
    given.suppressed = [finding(Unowned, "⟦goal⟧")[0]]
    given.waived = [waived(finding(Unowned, "⟦goal⟧", path="b.goals")[0])]
    tests = [case for suite in parsed(given) for case in suite]
    reasons = [result.message for case in tests for result in case.result if isinstance(result, Skipped)]
    assert reasons == [
        "suppressed by a comment",
        "waived: the new head of sales begins in June",
        "3 goals were not looked at",
    ]


def test_the_counts_are_those_of_the_tests() -> None:
    given = result(*(finding(Unowned, "⟦goal⟧") for _ in range(3)), finding(Remark, "⟦goal⟧", path="b.goals"))
    given.suppressed = [finding(Unowned, "⟦goal⟧")[0]]
    told = parsed(given)
    assert (told.tests, told.failures, told.skipped, told.errors) == (5, 3, 1, 0)
    told.update_statistics()  # type: ignore[no-untyped-call]
    assert (told.tests, told.failures, told.skipped, told.errors) == (5, 3, 1, 0)


def test_nothing_found_is_a_test_that_passes_because_a_report_without_tests_is_an_error_to_some() -> None:
    (suite,) = parsed(result())
    (case,) = suite
    assert (case.name, case.result) == ("no findings", [])
