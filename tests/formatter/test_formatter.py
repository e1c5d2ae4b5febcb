"""What the canonical layout is, and what holds of it for every text: it settles, loses nothing and means the same."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smartlint.formatter import formatted
from smartlint.linter import Settings, lint_texts
from smartlint.registry import load
from tests.examples import CLEAN, EXAMPLES, expected
from tests.formatter.made_up import Writer
from tests.mutations import plant
from tests.parser.test_properties import TEXTS, made_up_files

TODAY = date(2026, 2, 1)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
_BULLET = re.compile(r"(?m)^(\s*)[*•–](?=\s|$)")


@cache
def _settings() -> Settings:
    return Settings(tuple(load()), TODAY)


def findings(text: str) -> list[Counter[tuple[object, ...]]]:
    """What is found and what is suppressed: code, message and goal; keywords may change their capitals."""
    result = lint_texts({"q3.goals": text}, _settings())
    return [
        Counter((one.rule.code, one.message_id, " ".join(one.message("en").lower().split()), one.goal) for one in part)
        for part in (result.findings, result.suppressed)
    ]


def letters(text: str) -> Counter[str]:
    """Everything but blanks, with one kind of bullet and no capitals."""
    return Counter(char for char in _BULLET.sub(r"\1-", text).lower() if not char.isspace())


def check(text: str) -> None:
    after = formatted(text)
    assert formatted(after) == after
    assert letters(after) == letters(text)
    if after != text:
        assert findings(after) == findings(text)


# --- what it does -----------------------------------------------------------------------------------------------------


def test_a_flat_file_gets_its_fields_under_the_goals() -> None:
    text = "Mål 1 :Selge 40 gavekort i måneden\neier:  Maja Holm   \n\n\nMål 2: Få 12 nye stamgjester\neier: Per Vik"
    assert formatted(text) == (
        "mål 1: Selge 40 gavekort i måneden\n  eier: Maja Holm\n\nmål 2: Få 12 nye stamgjester\n  eier: Per Vik\n"
    )


def test_bullets_are_dashes_two_columns_below_their_field() -> None:
    text = "goal: Sell 30 boats\n   how:\n   *  Show them at the fair\n         •   Book a stand\n"
    assert formatted(text) == "goal: Sell 30 boats\n  how:\n    - Show them at the fair\n      - Book a stand\n"


def test_fields_that_stand_together_are_put_in_order() -> None:
    text = "mål: Øge salget til 60\n  frist: 2026-06-30\n  hvordan:\n    - Ringe\n  ejer: Ida Bech\n  status: kladde\n"
    assert formatted(text) == (
        "mål: Øge salget til 60\n  ejer: Ida Bech\n  frist: 2026-06-30\n  status: kladde\n  hvordan:\n    - Ringe\n"
    )


@pytest.mark.parametrize("between", ["", "  # first of all\n", "  x-cost-centre: 4100\n", "  goal: Sell 5 more\n\n"])
def test_no_field_passes_what_stands_between(between: str) -> None:
    first, second = "goal: Sell 30 boats\n\n  goal: Sell 20\n    why: we can\n", "    owner: Ann Lee\n"
    text = first + (between.replace("  ", "    ", 1) if between else "\n") + second
    assert formatted(text).index("why") < formatted(text).index("owner")


def test_one_blank_line_stands_between_goals_and_their_comments_stay_with_them() -> None:
    text = "team: Sales\n# the first\ngoal: Sell 30 boats\n  owner: Ann Lee\n# the second\n\n\n# really\ngoal: Sell 5 cars\n"
    assert formatted(text) == (
        "team: Sales\n\n# the first\ngoal: Sell 30 boats\n  owner: Ann Lee\n# the second\n\n# really\ngoal: Sell 5 cars\n"
    )


def test_a_comment_below_all_else_stands_as_far_right_as_what_it_is_about() -> None:
    text = "goal: Sell 30 boats\n     how:\n       - Ask\n     # owner: Bo\n     # target: 30\n\n# later\n"
    assert formatted(text) == "goal: Sell 30 boats\n  how:\n    - Ask\n  # owner: Bo\n  # target: 30\n\n# later\n"


def test_goals_of_one_line_may_stand_together() -> None:
    text = "O1: Kunderna stannar\n  KR1: Höja NPS från 40 till 50\n  KR2: Svara inom en timme\n"
    assert formatted(text) == text
    apart = text.replace("  KR2", "\n\n  KR2")
    assert formatted(apart) == apart.replace("\n\n\n", "\n\n")


def test_a_suppression_stays_with_what_it_speaks_of() -> None:
    text = "goal: Sell 30 boats\n why: we can\n# smartlint: ignore[OWN] -- shared\n\n owner: we  # smartlint: ignore[X]\n"
    assert formatted(text) == (
        "goal: Sell 30 boats\n  why: we can\n  # smartlint: ignore[OWN] -- shared\n  owner: we  # smartlint: ignore[X]\n"
    )


def test_a_long_line_is_wrapped_and_short_ones_are_left_as_they_are() -> None:
    words = " ".join(["word"] * 40)
    after = formatted(f"goal: {words}\n  why: one\n   two\n  how:\n  - {words} (owner: Ann Lee, deadline: 2026-05-01)\n")
    assert max(map(len, after.splitlines())) <= 120
    assert "  why: one\n      two\n" in after
    assert "(owner: Ann Lee, deadline: 2026-05-01)\n" in after
    assert after.count("word") == 80


def test_a_line_that_cannot_be_read_is_left_exactly_as_it_is() -> None:
    text = "goal: Sell 30 boats\n    owner: Ann Lee\nask  Tom about   this ?  \n    why: we can\n"
    assert formatted(text) == "goal: Sell 30 boats\n  owner: Ann Lee\nask  Tom about   this ?  \n  why: we can\n"


def test_a_line_that_cannot_be_read_stays_as_far_from_the_goal_above() -> None:
    text = "O2: Glade kunder\n  - Svar innen 2 timer\n\nbare noe tekst\n"
    assert formatted(text) == text


def test_a_misspelt_field_moves_with_its_neighbours_and_keeps_its_spelling() -> None:
    text = "goal: Sell 30 boats\n    deadlnie : 2026-05-01\n    owner: Ann Lee\n"
    assert formatted(text) == "goal: Sell 30 boats\n  deadlnie : 2026-05-01\n  owner: Ann Lee\n"


def test_indentation_that_nobody_can_compare_is_not_decided_but_left_to_its_writer() -> None:
    text = "goal G1: Answer every letter by 30 June 2026\n    owner: Amy Holt\n\thow: two evenings a week\n"
    assert formatted(text) == text
    assert [one for part in findings(text) for one in part if one[0] == "SYN007"]


def test_where_another_layout_would_be_read_otherwise_the_goal_stays_as_it_is() -> None:
    kept = "goal A: Sell 30 boats\n    goal B: Sell 5 cars\n  owner: Ann Lee\n"
    text = f"team : North\ngoal C: Win\nowner: Bo Ek\nteam:South\n\n\n{kept}goal D: Lose\nowner: Bo Ek\n"
    assert formatted(text) == (
        f"team: North\n\ngoal C: Win\n  owner: Bo Ek\n\nteam: South\n\n{kept}\ngoal D: Lose\n  owner: Bo Ek\n"
    )


@pytest.mark.parametrize(
    ("text", "after"), [("", ""), ("\n \n", ""), ("goal: x", "goal: x\n"), ("# a\n\n\n# b", "# a\n\n# b\n")]
)
def test_ends_of_files(text: str, after: str) -> None:
    assert formatted(text) == after


def test_line_ends_stay_those_of_the_first_line() -> None:
    assert formatted("goal: x\r\n\r\n\r\n owner: y\n") == "goal: x\r\n  owner: y\r\n"


def test_the_example_of_the_readme_is_in_canonical_layout() -> None:
    from tests.test_readme import README

    shown = re.search(r"^```goals\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert shown
    assert formatted(shown[1]) == shown[1]


def test_the_clean_examples_are_in_canonical_layout_but_for_the_newcomers() -> None:
    clean = {name for name in TEXTS if expected(EXAMPLES / name).read_text("utf-8") == CLEAN}
    assert {name for name in clean if formatted(TEXTS[name]) != TEXTS[name]} == {"bakery/mal-2026.goals"}


# --- what holds of every text -----------------------------------------------------------------------------------------


@MANY
@given(st.integers(0, 2**32))
def test_however_a_file_is_written_it_gets_the_same_layout(seed: int) -> None:
    clean, written = Writer(seed).file()
    assert formatted(clean) == clean
    assert formatted(written).replace("\r\n", "\n") == clean


@SOME
@given(st.integers(0, 2**32))
def test_files_as_people_write_them_keep_their_findings(seed: int) -> None:
    check(Writer(seed).file()[1])


@MANY
@given(made_up_files)
@example("acceptance criteria:\nacceptanskriterier 1: \n  - acceptance criteria:\n")
def test_lines_of_keywords(text: str) -> None:
    check(text)


@SOME
@given(st.text())
def test_arbitrary_text(text: str) -> None:
    check(text)


def test_examples_with_planted_errors() -> None:
    for planted in random.Random(7).sample(plant(7, 2), 25):
        check(planted.text)


@pytest.mark.parametrize("name", TEXTS)
def test_examples(name: str) -> None:
    check(TEXTS[name])
