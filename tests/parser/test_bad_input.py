"""What cannot be read is one problem at its place, and everything else is read as if it were not there."""

from __future__ import annotations

import pytest

from smartlint.language.vocabulary import nearest_field
from smartlint.source import decode
from tests.parser.reading import fields, parse, problems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mål 1: A\n  eigra: Kari\n    og Per\n", [("unknown-field", "near", "eigra")]),
        ("mål 1: A\n  milepeler:\n    - 2026-03-01: 4 %\n", [("unknown-field", "near", "milepeler")]),
        ("mål 1: A\n  eier Kari Nordmann\n    og Per\n", [("missing-colon", "missing", "eier")]),
        ("mål 1: A\n  eier: Kari\n  ansvarlig: Per\n", [("duplicate-field", "twice", "ansvarlig")]),
        ("mål 1: A\n  hvordan:\n", [("empty-field", "field", "hvordan")]),
        ("mål 1: A\n  hvordan:\n    - \n", [("empty-field", "item", "-")]),
        ("mål 1:\n  eier: Kari\n", [("empty-field", "goal", "mål 1")]),
        ("mål 1: A\nHusk dette\nog dette\n", [("syntax-error", "line", "Husk dette")]),
        ("mål 1: A\nHusk dette\n\n  og dette\n  eier: Kari\n", [("syntax-error", "line", "Husk dette")]),
        ("- løst\n- løst\nmål 1: A\n", [("syntax-error", "item", "- løst")]),
        ("frist: 2026-03-01\nmåltall: 4 %\nmål 1: A\n", [("syntax-error", "orphan", "måltall")]),
        ("mål 1: A\n  frist: 31. juni 2026\n", [("invalid-value", "impossible-date", "31. juni 2026")]),
        ("mål 1: A\n  status: knall\n", [("invalid-value", "status", "knall")]),
        ("mål 1: A\n  milepæler:\n    - snart\n", [("invalid-value", "milestone", "snart")]),
        ("Bare en tanke\n", [("no-goals", "none", "Bare en tanke")]),
        ("team: A\n", [("no-goals", "none", "team: A")]),
        ("# bare en merknad\n", [("no-goals", "empty", "#")]),
        ("", [("no-goals", "empty", "")]),
    ],
)
def test_bad_input_is_one_problem(text: str, found: list[tuple[str, str, str]]) -> None:
    assert problems(text) == found


@pytest.mark.parametrize(
    "line", ["mla 2: Øke B", "mål 2 Øke B", "?mål 2: Øke B", "resultatmla R2: Øke B", "Noe helt annet", "O2 Øke B"]
)
def test_a_goal_that_cannot_be_read_leaves_the_others_alone(line: str) -> None:
    fields_below = "    mye\n  eier: Per\n  hvordan:\n  - Ringe\n  frist: 2026-03-01\n"
    text = f"team: A\n\nmål 1: Øke A\n  eier: Kari\n\n{line}\n{fields_below}\nmål 3: Øke C\n"
    document = parse(text)
    assert problems(text) == [("syntax-error", "line", line)]
    assert [fields(goal) for goal in document.all_goals] == [{"owner": "Kari"}, {}]


@pytest.mark.parametrize("line", ["KR 1.2 Øke B", "nyckelreslutat KR1.2: Öka B", "xR 1.2: Øke B"])
def test_a_key_result_that_cannot_be_read(line: str) -> None:
    text = f"O1: Vokse\n  eier: Kari\n  {line}\n    kilde: CRM\n  KR 1.3: Øke C\n    kilde: kassa\n"
    document = parse(text)
    assert problems(text) == [("syntax-error", "line", line)]
    assert [fields(goal) for goal in document.all_goals] == [{"owner": "Kari"}, {"source": "kassa"}]


def test_children_of_a_goal_that_cannot_be_read_inherit_from_it() -> None:
    document = parse("mål 1: A\n  eier: Kari\n\nmla 2: B\n  eier: Per\n  mål 2.1: C\n")
    assert [(goal.id.text, [person.text for person in goal.owner]) for goal in document.goals] == [
        ("1", ["Kari"]),
        ("2.1", ["Per"]),
    ]


def test_a_note_between_fields_parts_nothing() -> None:
    document = parse("mål 1: A\n  eier: Kari\nHusk dette\n  frist: 2026-03-01\n")
    assert fields(document.goals[0]) == {"owner": "Kari", "deadline": "2026-03-01"}


def test_a_title_without_a_comment_sign() -> None:
    text = "Mål for bakeriet 2026\nteam: Bakeriet\neier: Kari\nmål 1: A\n"
    document = parse(text)
    assert problems(text) == [("syntax-error", "line", "Mål for bakeriet 2026")]
    assert list(document.sections[0].fields) == ["team", "owner"]


def test_bytes_that_are_no_text_of_goals() -> None:
    for raw in (b"", b"\xef\xbb\xbf", b"%PDF-1.7\n", bytes(range(1, 128)) * 20):
        assert parse(decode(raw)).problems


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [("nb", "eiar", "eier"), ("nn", "eiar", "eigar"), ("sv", "agare", "ägare"), ("nb", "tema", "")],
)
def test_a_misspelt_field_is_told_in_the_words_of_the_file(language: str, word: str, meant: str) -> None:
    assert nearest_field(word, language) == meant
