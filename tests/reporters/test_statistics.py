"""How often each rule was found."""

import json
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from smartlint.finding import Result
from smartlint.reporters import Look, statistics
from tests.reporters.samples import TODAY, Remark, Twofold, Unowned, finding, result

GIVEN = result(
    finding(Remark, "⟦goal⟧"),
    *[finding(Unowned, "⟦goal⟧") for _ in range(12)],
    *[finding(Twofold, "⟦goal⟧") for _ in range(3)],
    finding(Unowned, "⟦goal⟧", level="warning"),
)


def output(of: Result, **look: Any) -> str:
    return "".join(statistics.report(of, Look(today=TODAY, **look)))


def test_the_commonest_come_first() -> None:
    assert output(GIVEN) == (
        """\
12  error    OWN901  unowned: A goal of nobody
 3  warning  MEA902  twofold: Two numbers for one thing
 1  warning  OWN901  unowned: A goal of nobody

12 errors, 4 warnings in 1 file (1 goal) and 1 note (`--verbose`)
"""
    )


def test_notes_are_counted_when_asked_for() -> None:
    rows = output(GIVEN, verbose=True, quiet=True).splitlines()
    assert rows[3] == " 1  note     REL903  remark: A remark"


def test_nothing_found_is_only_a_summary() -> None:
    assert output(result(files=2)) == "All fine: no findings in 2 files (1 goal)\n"


def test_programs_get_them_too_and_notes_with_the_rest() -> None:
    data = json.loads("".join(statistics.as_json(GIVEN, Look(today=TODAY))))
    Draft202012Validator(json.loads(files("smartlint.reporters").joinpath("check.schema.json").read_bytes())).validate(data)
    assert data["statistics"][0] == {
        "code": "OWN901",
        "name": "unowned",
        "title": "A goal of nobody",
        "level": "error",
        "count": 12,
    }
    assert [(row["code"], row["level"], row["count"]) for row in data["statistics"][1:]] == [
        ("MEA902", "warning", 3),
        ("OWN901", "warning", 1),
        ("REL903", "info", 1),
    ]
    assert data["summary"]["errors"] == 12
