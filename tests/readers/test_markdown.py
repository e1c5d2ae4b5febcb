"""A Markdown file is linted as a goal file is: places, suppressions, blocks of goals, front matter."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.linter import lint_texts
from smartlint.registry import load
from smartlint.settings import Settings
from smartlint.source import Span
from smartlint.testing import TODAY
from tests.readers.told import due, goals, owners, read, the

PIECES = st.lists(
    st.sampled_from(
        [
            *("# Goals 2026", "## Mål", "### KR1: Sell 9", "- ", "* **Objective:** ", "1. ", "| Goal | Owner |", "|--|--|"),
            *("| Sell 9 | Kim Day |", "**", "~~", "`", "```goals", "```", "goal: Sell 9", "  owner: Kim", "---", "title: OKRs"),
            *(
                "<!--",
                "-->",
                "<!-- smartlint: ignore[X] -->",
                "[x] ",
                "(Kim)",
                "=> done",
                "[a](b)",
                "\\",
                "\n",
                "\r\n",
                "\t",
                "    ",
            ),
            *(
                "By June we will:",
                "Owner: Kim",
                "Frist: 2026-13-40",
                "✅",
                ":x:",
                "P0 ",
                "Sell 9 cakes",
                "===",
                "<A name='Kim'/>",
            ),
        ]
    ),
    max_size=30,
)


def lint(text: str, name: str = "goals.md") -> list[tuple[str, int, int]]:
    settings = Settings(tuple(load()), today=TODAY)
    result = lint_texts({name: text}, settings, partial=True)
    return [(one.rule.code, one.place.start.line, one.place.start.column) for one in result.findings]


def test_findings_stand_where_they_are_in_the_file() -> None:
    text = "# Goals 2026\n\n- Publish **many** [help articles](http://example.com)\n"
    assert ("SPC003", 3, 13) in lint(text)


def test_a_comment_suppresses_on_its_line_and_below_itself() -> None:
    plain = "# Goals 2026\n\n- Publish many articles\n- Publish several books\n"
    assert {line for code, line, _ in lint(plain) if code == "OWN001"} == {3, 4}
    above = plain.replace("\n\n", "\n\n<!-- smartlint: ignore[OWN001] -- decided in autumn -->\n", 1)
    assert {line for code, line, _ in lint(above) if code == "OWN001"} == {5}
    behind = plain.replace("articles", "articles <!-- smartlint: ignore[OWN001] -- decided in autumn -->")
    assert {line for code, line, _ in lint(behind) if code == "OWN001"} == {4}


def test_a_comment_before_the_goals_suppresses_in_the_whole_file() -> None:
    comment = "<!-- smartlint: ignore-file[OWN001] -- owners are agreed in May -->"
    text = f"# Goals 2026\n\n{comment}\n\n- Publish 4 articles\n- Sell 9 books\n"
    assert not [code for code, _, _ in lint(text) if code in ("OWN001", "SUP001", "SUP005")]


def test_a_suppression_in_a_table_and_one_that_cannot_be_read() -> None:
    text = "| Goal |\n|--|\n| Sell 9 books <!-- smartlint: ignore[OWN001] -- new --> |\n\n<!-- smartlint: ignore[ -->\n"
    codes = [code for code, _, _ in lint(text)]
    assert "OWN001" not in codes
    assert "SUP005" in codes


def test_the_suppression_is_the_whole_comment() -> None:
    text = "# Goals\n\n- Sell 9 books <!-- smartlint: ignore[OWN001] until=2026-12-31 -- new -->\n"
    (directive,) = read(text).directives
    assert text[directive.span.start : directive.span.end].strip() == text[text.index("<!--") :].strip()
    assert (directive.reason, str(directive.until)) == ("new", "2026-12-31")


def test_a_block_of_goals_is_read_as_a_goal_file_and_inherits() -> None:
    text = "# Plan 2026\n\nOwner: Amy Holt\n\n```goals\nteam: Bar\ngoal B1: Sell 9 cakes\n  metric: cakes\n```\n"
    goal = the(text)
    assert (goal.id.text, goal.team, owners(goal), due(goal)) == ("B1", "Bar", "Amy Holt", "2026-12-31")
    assert text[goal.statement.span.start : goal.statement.span.end] == "Sell 9 cakes"
    assert goal.because is None


def test_a_mistake_in_a_block_of_goals_is_found_there() -> None:
    text = "text\n\n```goals\ngoal: Sell 9 cakes\n  ownr: Kim Day\n```\n\n```goals\ngoal: Bake 7 pies\n  owner: Kim Day\n```\n"
    document = read(text)
    assert [problem.span for problem in document.problems] == [Span(text.index("ownr"), text.index("ownr") + 4)]
    assert goals(text) == ["Sell 9 cakes", "Bake 7 pies"]


def test_other_blocks_of_code_are_no_goals() -> None:
    assert goals("# Goals\n\n```text\n- Sell 9 cakes\n```\n\n~~~\ngoal: Sell 9\n~~~\n\n- Bake 7 pies\n") == ["Bake 7 pies"]


def test_front_matter_holds_for_all_goals() -> None:
    text = '---\ntitle: "OKRs 2026 Q2"\nowner: Amy Holt\nlang: en\nteam: Bar\n---\n\n- Sell 9 cakes\n'
    goal = the(text)
    assert (owners(goal), due(goal), goal.team) == ("Amy Holt", "2026-06-30", "Bar")


def test_the_language_that_the_front_matter_states() -> None:
    assert read("---\nlang: nn-NO\n---\n# Mål\n\n- Selje 9 kaker\n").language == "nn"


def test_a_file_without_goals_says_so() -> None:
    (problem,) = read("# Notes\n\n- Carol is back\n").problems
    assert (problem.kind, problem.variant) == ("no-goals", "none")
    (problem,) = read("\n\n").problems
    assert (problem.kind, problem.variant) == ("no-goals", "empty")


def test_lines_may_end_at_cr_lf() -> None:
    table = "| Goal | Owner |\n|--|--|\n| Bake 7 pies | Amy Holt |\n"
    text = f"# Goals 2026\n\n- Sell 9 cakes\n  - Owner: Kim Day\n\n{table}".replace("\n", "\r\n")
    assert [(goal.statement.text, owners(goal)) for goal in read(text).all_goals] == [
        ("Sell 9 cakes", "Kim Day"),
        ("Bake 7 pies", "Amy Holt"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), PIECES.map("\n".join), PIECES.map("".join)))
def test_any_text_is_read_and_what_is_read_stands_there(text: str) -> None:
    document = read(text)
    for goal in document.all_goals:
        for said in (goal.statement, *(field.text for field in goal.fields.values())):
            assert len(said.text) == said.span.end - said.span.start
            written = text[said.span.start : said.span.end]
            assert all(mine in (theirs, " ") or mine.isspace() for mine, theirs in zip(said.text, written, strict=True))
        assert goal.statement.plain
        assert 0 <= goal.span.start <= goal.head.start <= goal.head.end <= goal.span.end <= len(text)
    for problem in document.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


def test_items_may_stand_in_each_other_as_deep_as_anyone_likes() -> None:
    nested = "".join(f"{' ' * depth}- KR: Sell {depth + 2} cakes\n" for depth in range(1200))
    assert len(read(f"# OKRs\n\n{nested}").all_goals) == 1200
    assert read("".join(f"{' ' * depth}- Sell {depth + 2} cakes\n" for depth in range(1200))).goals == ()


def test_a_long_document_takes_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        text = "# Goals 2026\n\n" + "## Part\n\n- Sell 9 **cakes** (Kim Day)\n\n| Goal |\n|--|\n| Bake 7 pies |\n\n" * times
        text += "[" * 200 * times + "*" * 200 * times + "\n" + "<A name='Kim'/> cakes\n" * times + "<!--" * times
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 8 * seconds(100) + 0.2


def test_who_wrote_her_own_goals_answers_for_them() -> None:
    front = "---\ntitle: {}\n{}: Signe Dahl\n---\n\n# Goals 2027\n\n- Read 12 books\n"
    said = [("My list", "author"), ("Mina mål", "författare"), ("Plan", "navn"), ("Goals of the bakery", "author")]
    assert [owners(the(front.format(*one))) for one in said] == ["Signe Dahl"] * 3 + [""]


def test_next_year_is_known_where_the_day_of_writing_is() -> None:
    text = "# Away day\n\n{}\n\n## What we want next year\n\n- Answer 9 of 10 letters within 24 hours (Kim)\n"
    assert due(the(text.format("3 March 2025, Harrogate."))) == "2026-12-31"
    assert due(the(text.format("In Harrogate."))) == ""


def test_a_front_matter_says_for_when_all_holds() -> None:
    assert due(the("---\ngäller: 2027\n---\n# Plan\n\n## Mål\n\n- Utlåningen ökar till 25 000\n")) == "2027-12-31"
