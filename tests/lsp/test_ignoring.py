from __future__ import annotations

import pytest

from smartlint.fixing import apply
from smartlint.linter import Settings, choose, lint_texts
from smartlint.lsp.ignoring import another, comment, has_comment
from smartlint.registry import load
from smartlint.source import Span
from smartlint.testing import TODAY


def line_of(text: str, part: str) -> Span:
    start = text.rfind("\n", 0, text.index(part)) + 1
    return Span(start, (text + "\n").index("\n", start))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.goals", "goal A: Sell 9 books by May\n"),
        ("a.goals", "goal A: Sell 9 books by May   \r\n"),
        ("a.goals", "# Goals\ngoal A: Sell 9 books by May"),
        ("a.md", "# Goals\n\n- Sell 9 books by May\n"),
        ("a.md", "## Goal: Sell 9 books by May\n"),
        ("a.md", "| Goal | Deadline |\n|--|--|\n| Sell 9 books | May |\n"),
        ("a.md", "# Goals\n\n```goals\ngoal A: Sell 9 books by May\n```\n"),
    ],
)
def test_a_comment_silences_the_rule_on_its_line(path: str, text: str) -> None:
    settings = Settings(choose(load(), select=[rule for rule in load() if rule.code == "OWN001"]), TODAY)
    assert len(lint_texts({path: text}, settings).findings) == 1
    edit = comment(path, text, line_of(text, "Sell"), "OWN001", "decided in autumn")
    assert edit is not None
    after = apply([edit], text)
    result = lint_texts({path: after}, settings)
    assert result.findings == []
    assert len(result.suppressed) == 1
    assert after.splitlines()[0].count("smartlint") <= 1
    assert [line for line in after.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize(
    ("path", "text", "part"),
    [
        ("a.goals", "# only a remark\n", "only"),
        ("a.goals", "\n", "\n"),
        ("a.md", "---\nowner: Ida\n---\n# Goals\n", "owner"),
        ("a.yaml", "goals:\n- goal: Sell 9 books\n", "Sell"),
        ("a.md", "# Goals\n\n```yaml\ngoals:\n- goal: Sell 9 books\n```\n", "Sell"),
    ],
)
def test_where_none_can_be_written_there_is_none(path: str, text: str, part: str) -> None:
    assert comment(path, text, line_of(text, part), "OWN001", "x") is None


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("goal: x  # smartlint: ignore[TIM] -- y", "goal: x  # smartlint: ignore[TIM, OWN001] -- y"),
        ("goal: x  # smartlint: ignore[TIM, ] -- y", "goal: x  # smartlint: ignore[TIM, OWN001] -- y"),
        ("- x <!-- smartlint: ignore[TIM] -- y -->", "- x <!-- smartlint: ignore[TIM, OWN001] -- y -->"),
        ("goal: x  # smartlint: ignore[] -- y", None),
        ("goal: x  # smartlint: ingore[TIM]", None),
    ],
)
def test_the_comment_that_is_there_speaks_of_another_rule_too(line: str, after: str | None) -> None:
    whole = Span(0, len(line))
    assert has_comment(line, whole)
    edit = another(line, whole, "OWN001")
    assert (apply([edit], line) if edit else None) == after


def test_another_line_s_comment_is_not_meant() -> None:
    text = "goal: x\n  owner: y  # smartlint: ignore[TIM] -- z\n"
    assert not has_comment(text, Span(0, 7))
    assert another(text, Span(0, 7), "OWN001") is None
