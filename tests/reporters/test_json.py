"""The format for programs keeps to its schema."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from smartlint.linter import Said
from smartlint.source import Source, Span
from tests.reporters import golden
from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, place, result, waived

SCHEMA = json.loads(files("smartlint.reporters").joinpath("check.schema.json").read_text(encoding="utf-8"))


def strict(schema: Any) -> Any:
    """The schema with nothing allowed that it does not describe."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(item) for name, item in schema.items()}
    return closed | {"unevaluatedProperties": False} if {"required", "properties"} <= schema.keys() else closed


def valid(text: str) -> Any:
    """The output as data, once it is found to be as the schema has it."""
    schema = strict(SCHEMA)
    del schema["$defs"]["place"]["unevaluatedProperties"]  # it is a part of others
    data = json.loads(text)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    return data


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_finding_says_all_there_is_to_say() -> None:
    other = Source("goal: Win 12", "b.goals")
    found = finding(
        Twofold,
        "team: Salg\ngoal: Win ⟦10⟧ of ⟦12⟧",
        params={"here": 10, "there": date(2026, 6, 1)},
        goal=("S1", "G1"),
        language="nb",
        elsewhere=[place(other, 10, 12, "there")],
    )
    data = valid(output("json", result(found, files=3, goals=7)))
    assert data["version"] == 1
    assert data["today"] == "2026-02-01"
    assert data["findings"] == [
        {
            "code": "MEA902",
            "name": "twofold",
            "message_id": "differ",
            "params": {"here": 10, "there": "2026-06-01"},
            "message": "the target is 10 here and 2026-06-01 there",
            "help": "",
            "url": None,
            "level": "warning",
            "path": "a.goals",
            "span": {"start": 21, "end": 23},
            "line": 2,
            "column": 11,
            "end_line": 2,
            "end_column": 13,
            "goal": ["S1", "G1"],
            "related": [
                {
                    "path": "a.goals",
                    "span": {"start": 27, "end": 29},
                    "line": 2,
                    "column": 17,
                    "end_line": 2,
                    "end_column": 19,
                    "message": "the other one",
                },
                {
                    "path": "b.goals",
                    "span": {"start": 10, "end": 12},
                    "line": 1,
                    "column": 11,
                    "end_line": 1,
                    "end_column": 13,
                    "message": "the other one",
                },
            ],
            "language": "nb",
            "fingerprint": "0123456789abcdef01234567",
            "fix": None,
        }
    ]


def test_everything_is_counted_and_nothing_left_out() -> None:
    given = result(
        finding(Unowned, "⟦goal⟧"),
        finding(Unowned, "⟦goal⟧"),
        finding(Remark, "⟦goal⟧", path="b.goals"),
        files=3,
        goals=7,
        notices=[Said(Unowned, "unjudged", {"count": 3})],
    )
    given.suppressed.append(finding(Twofold, "⟦goal⟧", params={"here": 1, "there": 2})[0])
    data = valid(output("json", given, quiet=True))
    assert [found["code"] for found in data["findings"]] == ["OWN901", "OWN901", "REL903"]
    assert [found["code"] for found in data["suppressed"]] == ["MEA902"]
    assert data["notices"] == [
        {
            "code": "OWN901",
            "name": "unowned",
            "message_id": "unjudged",
            "params": {"count": 3},
            "message": "3 goals were not looked at",
        }
    ]
    assert data["summary"] == {
        "files": 3,
        "files_with_findings": 2,
        "goals": 7,
        "errors": 2,
        "warnings": 0,
        "infos": 1,
        "suppressed": 1,
        "waived": 0,
        "baselined": 0,
        "rules": {"OWN901": 2, "REL903": 1},
    }


def test_what_is_waived_has_its_waiver_and_is_no_finding() -> None:
    given = result(files=1)
    given.waived = [waived(finding(Unowned, "⟦goal⟧")[0]), waived(finding(Unowned, "⟦goal⟧")[0], expires=None)]
    data = valid(output("json", given))
    assert data["findings"] == []
    assert [(found["code"], found["waiver"]["expires"]) for found in data["waived"]] == [
        ("OWN901", "2026-06-30"),
        ("OWN901", None),
    ]
    assert data["waived"][0]["waiver"] == {
        "rule": "unowned",
        "path": "sales/**",
        "goal": "S1",
        "reason": "the new head of sales begins in June",
        "owner": "Amy Holt",
        "approver": "Board",
        "begins": None,
        "expires": "2026-06-30",
        "file": "smartlint-waivers.toml",
        "line": 1,
    }
    assert (data["summary"]["waived"], data["summary"]["errors"]) == (2, 0)


def test_an_empty_result_is_valid_too() -> None:
    assert valid(output("json", result(files=0, goals=0)))["findings"] == []


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("å", "å"),
        (True, True),
        (None, None),
        (2.5, 2.5),
        (float("inf"), "inf"),
        (date(2026, 6, 1), "2026-06-01"),
        ((date(2026, 6, 1), "x"), ["2026-06-01", "x"]),
        ({"day": date(2026, 6, 1)}, {"day": "2026-06-01"}),
        (Span(1, 2), [1, 2]),
        (frozenset({"x"}), "frozenset({'x'})"),
    ],
)
def test_a_parameter_is_plain_json(value: object, plain: object) -> None:
    found = finding(Twofold, "⟦goal⟧", params={"here": value, "there": 1})
    assert valid(output("json", result(found)))["findings"][0]["params"]["here"] == plain


def test_letters_are_written_as_they_are() -> None:
    assert "blåbær" in output("json", result(finding(Unowned, "⟦goal⟧", path="blåbær.goals")))


def test_no_log_finds_a_command_in_it() -> None:
    text = output("json", result(finding(Unowned, "⟦goal⟧", path="##vso[x]y ###[z.goals")))
    assert "##" not in text
    assert json.loads(text)["findings"][0]["path"] == "##vso[x]y ###[z.goals"


def test_what_is_found_in_goals_is_as_the_schema_has_it() -> None:
    data = valid(golden.made("json").decode("utf-8"))
    assert all(data[name] for name in ("findings", "suppressed", "waived", "baselined", "notices"))
