"""The review as data, in a file."""

import json

from smartlint.review.outputs.json import write
from tests.review.organisation import reviewed


def test_it_is_the_whole_review() -> None:
    data = json.loads(b"".join(write(reviewed(), "")))
    assert (data["version"], data["today"], len(data["goals"])) == (1, "2026-02-01", 5)
