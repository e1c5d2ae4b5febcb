"""SARIF, as other programs read it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sarif_pydantic import Sarif  # type: ignore[import-untyped]

from smartlint import __version__
from smartlint.finding import Place, Result, Suppression
from smartlint.linter import Said
from smartlint.registry import load
from smartlint.reporters import Run
from smartlint.rule import Applicability, Edit, Fix
from smartlint.source import Source
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, place, result, waived


def log(of: Result, run: Run | None = None, **look: Any) -> dict[str, Any]:
    """The only run of the log, once it is found to be one by others."""
    text = output("sarif", of, run=run or Run(), **look)
    Sarif.model_validate_json(text)
    whole = json.loads(text)
    assert (whole["version"], len(whole["runs"])) == ("2.1.0", 1)
    (told,) = whole["runs"]
    assert isinstance(told, dict)
    return told


def test_a_finding_has_its_rule_its_places_and_its_goal() -> None:
    other = Source("goal: Win 12", "b c/é%.goals")
    found = finding(
        Twofold,
        "team: 😀\ngoal: Win ⟦10⟧",
        params={"here": 10, "there": 12},
        goal=("S1", "G1"),
        elsewhere=[place(other, 10, 12, "there")],
    )
    told = log(result(found))
    (only,) = told["results"]
    assert only == {
        "ruleId": "MEA902",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "the target is 10 here and 12 there."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a.goals", "uriBaseId": "SRCROOT", "index": 0},
                    "region": {"startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 13},
                },
                "logicalLocations": [{"name": "G1", "fullyQualifiedName": "S1/G1", "kind": "goal"}],
            }
        ],
        "partialFingerprints": {"smartlint/v1": "0123456789abcdef01234567"},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "b%20c/%C3%A9%25.goals", "uriBaseId": "SRCROOT", "index": 1},
                    "region": {"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 13},
                },
                "message": {"text": "the other one"},
            }
        ],
    }
    assert told["columnKind"] == "unicodeCodePoints"
    assert [artifact["location"]["uri"] for artifact in told["artifacts"]] == ["a.goals", "b%20c/%C3%A9%25.goals"]


def test_every_rule_that_there_is_is_described() -> None:
    driver = log(result(), Run(rules=load))["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("smartlint", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in load()]
    for described, rule in zip(driver["rules"], load(), strict=True):
        assert described["shortDescription"]["text"] == f"{rule.title}."
        assert described["help"]["markdown"]
        assert "```" not in described["help"]["text"]
        assert described["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert 0 < len(described["properties"]["tags"]) <= 20
    shown = log(result(), Run(rules=load), language="nb")["tool"]["driver"]["rules"]
    assert shown[0]["shortDescription"]["text"] != driver["rules"][0]["shortDescription"]["text"]


def test_what_is_silenced_or_waived_is_told_with_its_reason() -> None:
    found, source = finding(Unowned, "⟦goal⟧ # smartlint: ignore[OWN901]")
    comment = Suppression(Place.of(source, found.place.span), None, "she is new")
    given = result(finding(Unowned, "⟦goal⟧"))
    given.suppressed = [replace(found, suppression=comment), found]
    given.waived = [waived(finding(Unowned, "⟦goal⟧")[0])]
    assert [result.get("suppressions") for result in log(given)["results"]] == [
        None,
        [{"kind": "inSource", "status": "accepted", "justification": "she is new"}],
        [{"kind": "inSource", "status": "accepted"}],
        [{"kind": "external", "status": "accepted", "justification": "the new head of sales begins in June"}],
    ]


@pytest.mark.parametrize(("applicability", "told"), [("safe", True), ("unsafe", True), ("display", False)])
def test_a_fix_that_can_be_applied_is_told(applicability: Applicability, told: bool) -> None:
    found, source = finding(Unowned, "team: Salg\n⟦mal⟧: x")
    fixed = replace(found, fix=Fix((Edit(found.place.span, "mål"),), applicability))
    (only,) = log(result((fixed, source)))["results"]
    assert ("fixes" in only) is told
    if told:
        ((replacement,),) = [change["replacements"] for change in only["fixes"][0]["artifactChanges"]]
        assert replacement == {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4},
            "insertedContent": {"text": "mål"},
        }


def test_how_the_run_ended_and_what_it_could_not_judge() -> None:
    given = result(finding(Remark, "⟦goal⟧"), notices=[Said(Unowned, "unjudged", {"count": 3})])
    (invocation,) = log(given, Run(status=2))["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "exitCode": 2,
        "toolExecutionNotifications": [
            {
                "level": "note",
                "message": {"text": "3 goals were not looked at"},
                "associatedRule": {"id": "OWN901", "index": 0},
            }
        ],
    }
    assert log(given, Run(status=1))["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a:b/c.goals", {"uri": "a%3Ab/c.goals", "uriBaseId": "SRCROOT"}),
        ("/x y/z.goals", {"uri": "file:///x%20y/z.goals"}),
        ("C:/x y/z.goals", {"uri": "file:///C:/x%20y/z.goals"}),
        ("../z#?.goals", {"uri": "../z%23%3F.goals", "uriBaseId": "SRCROOT"}),
    ],
)
def test_a_path_is_an_address(path: str, location: dict[str, str]) -> None:
    told = log(result(finding(Unowned, "⟦goal⟧", path=path)), Run(root="/home/åmy/"))
    assert told["artifacts"][0]["location"] == location
    assert told["originalUriBaseIds"]["SRCROOT"]["uri"] == "file:///home/%C3%A5my/"


def test_a_text_is_no_link() -> None:
    told = log(result(finding(Twofold, "⟦goal⟧", params={"here": "[x](http://y)", "there": "[z]"})))
    assert told["results"][0]["message"]["text"] == "the target is \\[x](http://y) here and [z] there."
