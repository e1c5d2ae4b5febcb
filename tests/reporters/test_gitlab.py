"""The Code Quality report of GitLab."""

import json

from smartlint.reporters import Run
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_a_finding_is_an_issue() -> None:
    given = result(finding(Unowned, "team: Salg\n⟦goal: Win\n  how: call⟧"))
    assert json.loads(output("gitlab", given, run=Run(folder="plans/"))) == [
        {
            "type": "issue",
            "check_name": "OWN901",
            "categories": ["Clarity"],
            "description": "no owner",
            "content": {"body": "add a line \\`owner: ⟨name⟩\\`"},
            "severity": "major",
            "fingerprint": "0123456789abcdef01234567",
            "location": {"path": "plans/a.goals", "lines": {"begin": 2, "end": 3}},
        }
    ]


def test_no_two_issues_have_the_same_fingerprint() -> None:
    given = result(
        *(finding(Unowned, "⟦goal⟧") for _ in range(3)),
        finding(Remark, "⟦goal⟧"),
        finding(Twofold, "⟦goal⟧", params={"here": 1, "there": 2}),
    )
    issues = json.loads(output("gitlab", given))
    assert len({issue["fingerprint"] for issue in issues}) == 5
    assert [issue["severity"] for issue in issues] == ["major", "major", "major", "info", "minor"]


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(output("gitlab", result())) == []
