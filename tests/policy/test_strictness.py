"""What a document says without placeholders, and without fields that were only tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.parser import parse
from smartlint.policy.strictness import strictly

WHOLE = "goal G1: Win 5 shops by 30 September 2026\n  owner: Amy Holt\n  baseline: 0\n  how:\n    - visit them\n"


def test_a_document_that_says_all_it_seems_to_is_itself() -> None:
    document = parse(WHOLE)
    assert strictly(document) is document


@pytest.mark.parametrize("line", ["why:", "why: ?", "deadline: some day or other", "metirc: 4"])
def test_a_field_without_a_value_is_none(line: str) -> None:
    document = parse(f"{WHOLE}  {line}\n  goal G2: Win 2 shops by 30 June 2026\n    {line}\n")
    for goal in strictly(document).all_goals:
        assert not any(goal.says(name) for name in ("why", "deadline", "metric"))
    assert strictly(document).all_goals[0].says("owner")


def test_a_placeholder_in_the_sentence_is_not_there() -> None:
    (goal,) = strictly(parse("goal G1: Improve the shops by TBD\n")).all_goals
    assert goal.reading.of("placeholder") == ()


_LINES = st.lists(
    st.sampled_from(["owner: ?", "owner:", "how:", "why: more", "deadline: soon", "  goal x", "- TBD"]), max_size=5
)


@given(_LINES)
def test_it_takes_no_goal_away_and_does_all_at_once(lines: list[str]) -> None:
    document = parse("goal G1: Win ? shops\n" + "".join(f"  {line}\n" for line in lines))
    strict = strictly(document)
    assert [goal.span for goal in strict.all_goals] == [goal.span for goal in document.all_goals]
    assert strictly(strict) is strict
