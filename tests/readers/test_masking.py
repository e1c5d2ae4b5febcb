"""Markup becomes blanks, and everything else stays at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.readers.masking import Masked, data_blocks, front_data


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Sell **nine** _fine_ cakes", "Sell nine fine cakes"),
        ("Sell [nine](http://a.b/c_(d)) [cakes][1] now", "Sell nine cakes now"),
        ("Sell ![nine](a.png) cakes <br> today", "Sell nine cakes today"),
        ("Sell `nine` ~~cakes~~\\", "Sell nine cakes"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("fewer than 5 < 6 > 4 cakes", "fewer than 5 < 6 > 4 cakes"),
        ("[1]: http://a.b", ""),
        ("Sell <!-- not --> nine", "Sell nine"),
        ("a <!-- b\nc --> d", "a d"),
        ("[x] done", "[x] done"),
        ('<TeamMember name="Kim Day" />', "Kim Day"),
        ("```\ncode\n```\nafter", "after"),
        ("~~~~\n```\n~~~~\nafter", "after"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert " ".join(Masked(text).text.split()) == left


def test_blocks_of_goals_and_comments_to_smartlint_are_known() -> None:
    text = "a\n```goals\ngoal: b\n```\n<!-- smartlint: ignore[X] -- y -->\n```goals\nopen"
    masked = Masked(text)
    assert [text[span.start : span.end] for span in masked.fences] == ["goal: b\n", "open"]
    assert [text[span.start : span.end] for span in masked.directives] == ["<!-- smartlint: ignore[X] -- y -->"]


def test_blocks_of_data_are_known_by_their_name() -> None:
    text = "---\ngoals:\n  - b\n---\n```yml\na: 1\n```\n~~~ JSON title=x\n{}\n~~~\n```yaml-ish\nb\n```\n```toml\n"
    found = {text[span.start : span.end]: ending for span, ending in data_blocks(text).items()}
    assert found == {"goals:\n  - b\n": ".yaml", "a: 1\n": ".yaml", "{}\n": ".json"}


@pytest.mark.parametrize("matter", ["---\nowner: Kim\n---", "---\ntags: [a, b]\n---", "", "---\n# goals:\n  - b\n---"])
def test_a_front_matter_without_lists_is_no_data(matter: str) -> None:
    assert front_data(matter) is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n\r\t*_`~[]()<>!-#:/\\\"'=AX", max_size=120))
def test_the_length_and_the_lines_stay(text: str) -> None:
    masked = Masked(text).text
    assert len(masked) == len(text)
    assert all(mine in (theirs, " ") for mine, theirs in zip(masked, text, strict=True))
    assert masked.count("\n") == text.count("\n")
