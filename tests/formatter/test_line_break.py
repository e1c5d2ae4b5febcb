"""Where long lines are wrapped."""

import pytest

from smartlint.formatter import formatted
from smartlint.formatter.line_break import WIDTH

_LONG = "word " * 22


@pytest.mark.parametrize("start", ["- not an item", "# not a comment", "owner: nobody", "* x", "• x", "–", "#1 of all"])
def test_no_line_begins_with_what_would_be_read_as_another_kind(start: str) -> None:
    text = f"goal: {_LONG}and {start} {_LONG}\n"
    lines = formatted(text).splitlines()
    assert len(lines) > 1
    assert not any(line.strip().startswith(start) for line in lines)
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())


def test_a_word_that_is_too_long_is_not_broken() -> None:
    text = f"goal: see https://example.com/{'x' * WIDTH} for more\n"
    assert formatted(text) == f"goal: see\n    https://example.com/{'x' * WIDTH}\n    for more\n"
    assert formatted(formatted(text)) == formatted(text)


def test_a_no_break_space_keeps_its_words_together() -> None:
    text = f"goal: {'word ' * 20}sell 10\u00a0000\u00a0boats and more of them and more of them\n"
    assert "10\u00a0000\u00a0boats" in formatted(text)


def test_a_line_with_a_suppression_at_its_end_is_not_wrapped() -> None:
    text = f"goal: {_LONG}{_LONG.strip()}  # smartlint: ignore[SPC] -- long\n"
    assert formatted(text) == text


def test_lines_that_were_broken_anew_are_filled() -> None:
    text = f"goal: {_LONG}{_LONG.strip()}\n    short\n"
    assert [len(line) <= WIDTH for line in formatted(text).splitlines()] == [True, True]
