"""The diagnostics of reviewdog."""

import json
from dataclasses import replace
from typing import Any

import pytest

from smartlint.finding import Finding
from smartlint.rule import Applicability, Edit, Fix
from smartlint.source import Source, Span
from tests.reporters.samples import Twofold, Unowned, finding, output, place, result


def told(found: tuple[Finding, Source]) -> dict[str, Any]:
    (diagnostic,) = json.loads(output("rdjson", result(found)))["diagnostics"]
    assert isinstance(diagnostic, dict)
    return diagnostic


def test_a_finding_is_a_diagnostic_whose_columns_count_bytes() -> None:
    assert told(finding(Unowned, "team: Øst\nmål 😀: ⟦Økning⟧\n")) == {
        "message": "no owner\nadd a line `owner: ⟨name⟩`",
        "location": {
            "path": "a.goals",
            "range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 19}},
        },
        "severity": "ERROR",
        "code": {"value": "OWN901"},
    }


def test_other_places_are_told_and_one_whose_text_is_not_there_by_its_path() -> None:
    elsewhere = place(Source("goal", "b.goals"), 0, 4, "there")
    found = finding(Twofold, "⟦a⟧ ⟦b⟧", params={"here": 1, "there": 2}, elsewhere=[elsewhere])
    assert told(found)["related_locations"] == [
        {
            "message": "the other one",
            "location": {"path": "a.goals", "range": {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 4}}},
        },
        {"message": "the other one", "location": {"path": "b.goals"}},
    ]


@pytest.mark.parametrize(("applicability", "count"), [("safe", 1), ("unsafe", 1), ("display", 0)])
def test_a_fix_that_can_be_applied_is_a_suggestion(applicability: Applicability, count: int) -> None:
    found, source = finding(Unowned, "⟦å⟧b")
    fixed = replace(found, fix=Fix((Edit(found.place.span, "ø"),), applicability))
    suggestions = told((fixed, source)).get("suggestions", [])
    assert len(suggestions) == count
    for suggestion in suggestions:
        assert suggestion == {"range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 3}}, "text": "ø"}


def test_a_fix_of_several_edits_is_none_because_each_would_be_taken_by_itself() -> None:
    found, source = finding(Unowned, "⟦å⟧b")
    edits = (Edit(found.place.span, "ø"), Edit(Span(1, 2), ""))
    assert "suggestions" not in told((replace(found, fix=Fix(edits, "safe")), source))
