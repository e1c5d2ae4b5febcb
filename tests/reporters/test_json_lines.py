"""The whole result line by line, as the schema has it."""

import json

from jsonschema import Draft202012Validator

from smartlint.linter import Said
from tests.reporters.samples import Twofold, Unowned, finding, output, result, waived
from tests.reporters.test_json import SCHEMA

LINE = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": "#/$defs/line"}


def test_a_line_says_of_what_kind_it_is_and_the_last_one_sums_up() -> None:
    given = result(finding(Unowned, "⟦goal⟧\u2028"), notices=[Said(Unowned, "unjudged", {"count": 3})])
    given.suppressed = [finding(Twofold, "⟦goal⟧", params={"here": "a\nb", "there": 2})[0]]
    given.waived = [waived(finding(Unowned, "⟦goal⟧")[0])]
    lines = [json.loads(line) for line in output("json-lines", given).removesuffix("\n").split("\n")]
    assert [line["kind"] for line in lines] == ["finding", "suppressed", "waived", "notice", "summary"]
    assert lines[2]["waiver"]["reason"] == "the new head of sales begins in June"
    assert (lines[-1]["version"], lines[-1]["today"], lines[-1]["errors"]) == (1, "2026-02-01", 1)
    for line in lines:
        Draft202012Validator(LINE).validate(line)
    assert not Draft202012Validator(LINE).is_valid({**lines[0], "kind": "summary"})


def test_a_finding_is_told_as_in_the_whole_document() -> None:
    given = result(finding(Unowned, "⟦goal⟧"))
    line = json.loads(output("json-lines", given).split("\n")[0])
    (whole,) = json.loads(output("json", given))["findings"]
    assert line == {"kind": "finding", **whole}
