"""The issues of Azure Pipelines."""

from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_a_finding_is_a_logging_command() -> None:
    assert output("azure", result(finding(Unowned, "team: Salg\n  ⟦goal G1⟧: Win"))) == (
        "##vso[task.logissue type=error;sourcepath=a.goals;linenumber=2;columnnumber=3;code=OWN901;]"
        "no owner%0Ahelp: add a line `owner: ⟨name⟩`\n"
    )


def test_what_would_end_a_value_or_a_command_is_escaped() -> None:
    found = finding(Twofold, "⟦goal⟧", path="50%; a]b.goals", params={"here": "10 %", "there": "a;b]c\r"})
    assert output("azure", result(found)) == (
        "##vso[task.logissue type=warning;sourcepath=50%AZP25%3B a%5Db.goals;linenumber=1;columnnumber=1;code=MEA902;]"
        "the target is 10 %AZP25 here and a;b]c␍ there\n"
    )


def test_the_service_knows_no_notes() -> None:
    given = result(finding(Remark, "⟦a⟧"))
    assert output("azure", given) == ""
    assert "type=warning;" in output("azure", given, verbose=True)
