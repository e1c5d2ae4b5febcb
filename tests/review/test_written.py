"""The review as JSON: all of it, and as its schema says."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from smartlint.record import replace
from smartlint.review.model import Counts, Run, Share, Trend
from smartlint.review.written import as_json, schema
from tests.review.organisation import HOSTILE, TEXTS, hostile, reviewed

SHIPPED = files("smartlint.review").joinpath("review.schema.json")
RUN = Run(
    1, "2026-01-25T07:00:00+00:00", "2026-01-25", "0.1.0", 3, 5, Counts(1, 2, 3), 0, Share(5, 2), (("specific", Share(5, 5)),)
)


def test_the_schema_that_is_shipped_is_that_of_the_model() -> None:
    Draft202012Validator.check_schema(schema())
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(schema())), "write it anew: python -m tests.review.test_written"


@pytest.mark.parametrize("texts", [TEXTS, hostile(), {"empty.goals": ""}], ids=["usual", "hostile", "empty"])
def test_a_review_is_as_the_schema_says(texts: dict[str, str]) -> None:
    trend = Trend((RUN,), 1, 2, 3, (), (0,), 1)
    whole = "".join(as_json(replace(reviewed(texts), trend=trend)))
    Draft202012Validator(schema()).validate(json.loads(whole))


def test_what_people_have_written_comes_through_as_it_is() -> None:
    data = json.loads("".join(as_json(reviewed(hostile()))))
    statements = " ".join(goal["statement"] for goal in data["goals"])
    for text in HOSTILE:
        assert " ".join(text.split()) in statements


def test_each_goal_and_finding_stands_on_a_line_of_its_own() -> None:
    review = reviewed()
    lines = "".join(as_json(review)).splitlines()
    assert sum(line.startswith('{"number"') for line in lines) == len(review.goals) + len(review.findings) + len(review.teams)


if __name__ == "__main__":
    Path(str(SHIPPED)).write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
