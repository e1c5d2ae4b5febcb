from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.goal import Document
from smartlint.parser import parse
from smartlint.parser.rereading import Rereader
from tests.lsp.session import LINES

TODAY = date(2026, 2, 1)
TEXT = "team: Bakery\n\n" + "".join(f"goal B{number}: Sell {number} loaves a day\n  owner: Ida Moe\n\n" for number in range(9))


def read(reader: Rereader, text: str) -> Document:
    return reader.read(text, "a.goals", language="", today=TODAY, fiscal_year_starts=1)


def told(document: Document) -> list[Any]:
    """What stands where, as places in the file."""
    place = document.source.in_file
    goals = [
        (goal.index, goal.path, goal.level, place(goal.span), goal.statement.text, sorted(goal.fields))
        for goal in document.all_goals
    ]
    problems = [(one.kind, place(one.span), one.goal) for one in document.problems]
    directives = [(place(one.span), [place(span) for span in one.scope]) for one in document.directives]
    return [goals, problems, directives, [place(section.span) for section in document.sections], document.language]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_it_reads_what_parse_reads_whatever_was_there_before(data: st.DataObject) -> None:
    reader, lines = Rereader(), TEXT.splitlines(keepends=True)
    for _ in range(5):
        at = data.draw(st.integers(0, len(lines)))
        lines[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(st.sampled_from(LINES), max_size=4))
        text = "".join(lines)
        assert told(read(reader, text)) == told(parse(text, "a.goals", today=TODAY))


def test_goals_that_were_not_touched_are_the_same_ones() -> None:
    reader = Rereader()
    before, after = read(reader, TEXT), read(reader, TEXT.replace("Sell 4", "Bake and sell 4"))
    assert [one is other for one, other in zip(before.goals, after.goals, strict=True)].count(False) == 1


def test_goals_below_one_that_was_touched_are_the_same_ones_unless_it_hands_them_something_else() -> None:
    reader = Rereader()
    key_results = "".join(f"  KR {number}: Bake {number} rolls\n    owner: Bo Lie\n" for number in range(4))
    text = f"language: en\n\ngoal B1: Sell loaves\n  owner: Ida Moe\n{key_results}"
    kept = [
        sum(one is other for one, other in zip(before.goals[0].children, after.goals[0].children, strict=True))
        for before, after in pairwise(
            read(reader, now)
            for now in (
                text,
                text.replace("loaves", "many loaves"),
                text.replace("loaves", "many loaves").replace("2 rolls", "12 rolls"),
                text.replace("loaves", "many loaves by 30 June 2026").replace("2 rolls", "12 rolls"),
            )
        )
    ]
    assert kept == [4, 3, 0]


def test_a_goal_may_grow_beyond_its_room() -> None:
    reader, text = Rereader(), TEXT
    read(reader, text)
    for _ in range(12):
        text = text.replace("Sell 4 ", f"Sell {'x' * 400} 4 ", 1)
        assert told(read(reader, text)) == told(parse(text, "a.goals", today=TODAY))


def test_what_is_cut_out_above_and_pasted_below_takes_no_more_room() -> None:
    reader, text = Rereader(), TEXT
    sizes = set()
    for _ in range(80):
        at = text.index("goal B", text.index("goal B") + 1)
        text = text[: text.index("goal B")] + text[at:] + text[text.index("goal B") : at]
        sizes.add(len(read(reader, text).source.text))
    assert max(sizes) < 10 * min(sizes)


def test_lines_of_other_kinds_of_ends_keep_their_places() -> None:
    reader = Rereader()
    text = TEXT.replace("\n", "\r\n")
    source = read(reader, text).source
    assert source.line_end == "\r\n"
    assert [source.line(number) for number in range(1, source.line_count + 1)] == text.split("\r\n")


def test_room_above_a_directive_is_no_gap() -> None:
    text = "goal 1: Win 5\n\nWin 10 customers\n# smartlint: ignore[OWN001]\n  owner: Bo Li\n  goal: Sub 5 wins\n    owner: Bo\n"
    assert told(read(Rereader(), text)) == told(parse(text, "a.goals", today=TODAY))
