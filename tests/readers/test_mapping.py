"""Names that a configuration speaks of."""

from __future__ import annotations

import pytest

from smartlint.readers.mapping import NOTHING, DocumentMapping, words_of
from tests.readers.data import read

MAPPING = DocumentMapping((("ambitions", "goal"),), ("core",), (("head chef", "owner"),), ("old ones",))
TEXT = """
ambitions:
  - core: Serve 40 lunches a day
    Head-Chef: Kim Day
old_ones:
  - goal: Serve 20 lunches a day
"""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("key_results", "key results"),
        ("keyResults", "key results"),
        ("Key results:", "key results"),
        ("OKRs", "okrs"),
        ("KR-owner", "kr owner"),
        ("nøkkelResultater", "nøkkel resultater"),
        ("  ** Mål ** ", "mål"),
    ],
)
def test_a_name_in_words(name: str, words: str) -> None:
    assert words_of(name) == words


def test_what_is_stated_is_found_however_it_is_spelt() -> None:
    assert MAPPING
    kind = MAPPING.kind("Ambitions")
    assert kind is not None
    assert kind.kind == "goal"
    assert MAPPING.field("headChef") == "owner"
    assert MAPPING.is_statement("CORE")
    assert MAPPING.is_ignored("old_ones")
    assert not NOTHING
    assert NOTHING.kind("goals") is None


def test_of_two_the_first_wins() -> None:
    other = DocumentMapping((), (), (("core", "metric"), ("boss", "owner")))
    both = MAPPING.beside(other)
    assert both.is_statement("core")
    assert both.field("core") == ""
    assert both.field("boss") == "owner"


def test_what_a_name_means_by_itself_cannot_be_taken_away() -> None:
    mapping = DocumentMapping((("aims", "goal"),), ("core",), (("goals", "why"), ("boss", "owner")), ("goals",)).firm()
    assert mapping == DocumentMapping((), ("core",), (("boss", "owner"),))


def test_a_document_is_read_by_it() -> None:
    (goal,) = read(TEXT, mapping=MAPPING).goals
    assert goal.statement.plain == "Serve 40 lunches a day"
    assert [person.text for person in goal.owner] == ["Kim Day"]
    assert [goal.statement.plain for goal in read(TEXT).goals] == ["Serve 20 lunches a day"]


def test_headings_and_columns_are_taken_by_it() -> None:
    text = "# Plan\n\n## Ambitions\n\n- Serve 40 lunches a day\n\n## Old ones\n\n- Goal: Serve 20 lunches a day\n"
    assert [goal.statement.plain for goal in read(text, "plan.md", MAPPING).goals] == ["Serve 40 lunches a day"]
    table = "| Core | Head chef |\n|---|---|\n| Serve 40 lunches a day | Kim Day |\n"
    (goal,) = read(f"# Goals\n\n{table}", "plan.md", MAPPING).goals
    assert (goal.statement.plain, [person.text for person in goal.owner]) == ("Serve 40 lunches a day", ["Kim Day"])
