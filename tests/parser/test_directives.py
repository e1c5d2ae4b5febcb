"""Directives: what they say, and of which part of the file."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.reading import parse, problems

_DIRECTED = """# smartlint: ignore-file[SPC] -- alt her er utkast
team: A
mål 1: Øke A  # smartlint: ignore[MEA001, tim]
  eier: Kari
  # smartlint: ignore[OWN001] until=2026-12-31 -- venter på Per
  hvordan:
    - Ringe
      alle
# smartlint: ignore[TIM001]

# og en merknad
mål 2: Øke B
    mer
  eier: Kari
  - Skrive
  mål 2.1: Øke C
    eier: Per
"""


def test_directives_and_their_scopes() -> None:
    document = parse(_DIRECTED)
    assert not document.problems
    whole, line, field, goal = document.directives
    slices = [[document.source.slice(span) for span in one.scope] for one in document.directives]
    assert whole.whole_file
    assert whole.reason == "alt her er utkast"
    assert [code.text for code in line.codes] == ["MEA001", "tim"]
    assert slices[1] == ["mål 1: Øke A  # smartlint: ignore[MEA001, tim]"]
    assert (field.until, field.reason) == (date(2026, 12, 31), "venter på Per")
    assert slices[2] == ["hvordan:\n    - Ringe\n      alle"]
    assert slices[3] == ["mål 2: Øke B\n    mer", "eier: Kari", "  - Skrive"]
    assert not any(one.whole_file for one in (line, field, goal))
    assert document.goals[0].statement.text == "Øke A"


@pytest.mark.parametrize(
    ("directive", "variant", "place"),
    [
        ("# smartlint: ignore TIM001", "codes", ""),
        ("# smartlint: ignore", "codes", ""),
        ("# smartlint: ignore[]", "codes", ""),
        ("# smartlint: ignore-file[ , ] -- all of it", "codes", ""),
        ("# smartlint: ignore[TIM001] until=2026-02-30", "day", "2026-02-30"),
        ("# smartlint: ignore[TIM001] until=31.13.2026 -- by then", "day", "31.13.2026"),
        ("# smartlint: ignore[TIM001 -- open", "open", "[TIM001 -- open"),
        ("# smartlint: ignore[TIM001] until=20261231", "day", "20261231"),
        ("# smartlint: ignore[TIM001] until= -- some day", "day", ""),
        ("# smartlint: ignore[TIM001] because I say so", "rest", "because I say so"),
        ("# smartlint: ignore[TIM001] – says Amy", "rest", "– says Amy"),
        ("# smartlint: ignore[TIM001]] -- done", "rest", "] -- done"),
        ("# smartlint: disable[TIM001]", "form", "disable"),
        ("# smartlint: IGNORE[TIM001]", "form", "IGNORE"),
        ("# smartlint:", "form", ""),
    ],
)
def test_directives_that_cannot_be_read(directive: str, variant: str, place: str) -> None:
    expected = [("malformed-suppression", variant, place or directive)]
    assert problems(f"{directive}\nmål 1: A\n") == expected
    assert problems(f"mål 1: A {directive}\n") == expected
    assert problems(f"mål 1: A\n{directive}\r\n") == expected


@pytest.mark.parametrize("mark", ["# smartlint:", "#smartlint:", "#\u00a0 Smartlint: ", "# SMARTLINT :"])
def test_how_a_directive_begins(mark: str) -> None:
    for text in (f"mål 1: A {mark}ignore[TIM001] -- ja\n", f"{mark}ignore[TIM001] -- ja\nmål 1: A\n"):
        document = parse(text)
        assert not document.problems
        assert [code.text for code in document.directives[0].codes] == ["TIM001"]


@pytest.mark.parametrize("reason", [" --", " -- ", ""])
def test_a_reason_may_be_left_out(reason: str) -> None:
    document = parse(f"mål 1: A # smartlint: ignore[TIM001]{reason}\n")
    assert not document.problems
    assert document.directives[0].reason == ""


def test_ignore_file_stands_before_the_first_goal() -> None:
    directive = "# smartlint: ignore-file[TIM]"
    assert problems(f"mål 1: A\n{directive}\nmål 2: B\n") == [("malformed-suppression", "late", directive)]
    assert problems(f"mål 1: A\n{directive}") == [("malformed-suppression", "late", directive)]


def test_a_directive_that_says_something_of_a_header_field() -> None:
    document = parse("# smartlint: ignore[OWN002]\neier: Kari,\n  Per\nmål 1: A\n")
    assert [document.source.slice(span) for span in document.directives[0].scope] == ["eier: Kari,\n  Per"]


def test_a_last_day_may_be_written_as_on_a_letter() -> None:
    document = parse("# smartlint: ignore[TIM001] until=31.12.2026 -- by then\nmål 1: A\n")
    assert [one.until for one in document.directives] == [date(2026, 12, 31)]


@pytest.mark.parametrize("above", ["", "\n", "# a note\n", "goal: Win 10 customers\n"])
def test_what_stands_below_a_lost_line_does_not_hang_on_a_directive(above: str) -> None:
    lines = f"{above}%sWin 10 customers\n  owner: Amy Holt\ngoal: Win 20 customers\n"
    without, having = (parse(lines % one).all_goals for one in ("", "# smartlint: ignore[TIM001]\n"))
    assert [len(goal.owner) for goal in having] == [len(goal.owner) for goal in without]
