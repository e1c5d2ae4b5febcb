"""What the parser makes of each form of line, as `design/language.md` has it."""

from __future__ import annotations

from datetime import date

import pytest

from smartlint.goal import Document, Goal, Link, Person, Quantity, Text, TimeRef
from smartlint.language.pack import CODES, load
from smartlint.parser import parse as parse_text
from smartlint.source import decode

TODAY = date(2026, 2, 1)


def parse(text: str, language: str = "") -> Document:
    return parse_text(text, language=language, today=TODAY)


def clean(text: str, language: str = "") -> tuple[Goal, ...]:
    """The goals of a text without problems, outermost first."""
    document = parse(text, language)
    assert not document.problems, document.problems
    return document.all_goals


def fields(goal: Goal) -> dict[str, str]:
    return {name: field.text.plain for name, field in goal.fields.items()}


def problems(text: str) -> list[tuple[str, str, str]]:
    """Kind, variant and flagged text of each problem."""
    document = parse(text)
    return [(one.kind, one.variant, document.source.slice(one.span)) for one in document.problems]


def end(time: TimeRef | None) -> str:
    return time.end.isoformat() if time and time.end else ""


# --- goals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["goal", "result", "performance", "effect", "objective", "key_result", "vision", "sub"])
def test_goal_words(code: str, kind: str) -> None:
    for word in load(code).data["goals"][kind]:
        for text in (f"{word}: Vekst\n", f"{word.upper()} G1: Vekst\n", f"{word.capitalize()} : Vekst\n"):
            (goal,) = clean(text, code)
            assert (goal.kind, goal.sub) == ("goal" if kind == "sub" else kind, kind == "sub"), text
            assert goal.word.text.lower() == word
            assert (goal.level, goal.level_stated) == ("operational", False)
            assert goal.statement.text == "Vekst"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("level", ["strategic", "operational"])
def test_level_words(code: str, level: str) -> None:
    data = load(code).data
    for word in data["levels"][level]:
        for kind in ("goal", "result", "effect"):
            (goal,) = clean(f"{word} {data['goals'][kind][0]} S1: Vekst\n", code)
            assert (goal.kind, goal.level, goal.level_stated, goal.id.text) == (kind, level, True, "S1")


@pytest.mark.parametrize(
    ("line", "own_id", "label", "statement"),
    [
        ("goal: Grow", "", "", "Grow"),
        ("goal G1: Grow", "G1", "", "Grow"),
        ("Goal 1: Grow", "1", "", "Grow"),
        ("goal #1: Grow", "1", "", "Grow"),
        ("goal 1.1: Grow", "1.1", "", "Grow"),
        ("GOAL  sales-2026_b :  Grow", "sales-2026_b", "", "Grow"),
        ("goal growth: Grow", "growth", "", "Grow"),
        ("mål Øl: Selge mer", "Øl", "", "Selge mer"),
        ("Mål for Q3: Selge mer", "", "for Q3", "Selge mer"),
        ("Goals for the whole year: Grow", "", "for the whole year", "Grow"),
        ("goal: One rule: more customers", "", "", "One rule: more customers"),
        ("Mål 1:Selge mer", "1", "", "Selge mer"),
    ],
)
def test_ids_and_labels(line: str, own_id: str, label: str, statement: str) -> None:
    (goal,) = clean(line)
    assert (goal.id.text, goal.label, goal.statement.text) == (own_id, label, statement)


@pytest.mark.parametrize(
    "line", ["Mål er viktig, sier sjefen: nå må vi", "målgruppen er stor", "Goals (for us): none", "Goalkeeper: Ada"]
)
def test_prose_that_is_no_goal(line: str) -> None:
    assert not parse(line).goals


@pytest.mark.parametrize(
    ("line", "kind", "own_id"),
    [
        ("O1: Grow", "objective", "O1"),
        ("o2 : Grow", "objective", "o2"),
        ("KR1: Grow", "key_result", "KR1"),
        ("KR 1.1: Grow", "key_result", "KR 1.1"),
        ("kr1.2: Grow", "key_result", "kr1.2"),
    ],
)
def test_short_forms(line: str, kind: str, own_id: str) -> None:
    (goal,) = clean(line)
    assert (goal.kind, goal.id.text) == (kind, own_id)


def test_a_kroner_amount_is_no_key_result() -> None:
    assert not parse("kr 10 000: så mye").goals


# --- nesting --------------------------------------------------------------------------------------------------------


def test_goals_nest_by_indentation() -> None:
    document = parse("mål A: a\n  mål B: b\n    mål C: c\n    mål D: d\n  mål E: e\nmål F: f\n")
    assert [goal.path for goal in document.all_goals] == [
        ("A",),
        ("A", "B"),
        ("A", "B", "C"),
        ("A", "B", "D"),
        ("A", "E"),
        ("F",),
    ]
    assert document.parent(document.all_goals[2]) is document.all_goals[1]


def test_goals_without_ids_are_told_apart_by_their_place() -> None:
    document = parse("mål:\n- a\n- b\nmål:\n- c\n")
    assert [goal.path for goal in document.all_goals] == [("#1",), ("#2",), ("#3",)]


def test_key_results_in_bullets() -> None:
    objective, first, second = clean("O1: Grow\n  owner: Ada\n  - Raise A from 1 to 2\n  - KR1.2: Raise B from 3 to 4\n")
    assert [goal.kind for goal in (objective, first, second)] == ["objective", "key_result", "key_result"]
    assert objective.key_results == (first, second)
    assert (first.id.text, first.statement.text) == ("", "Raise A from 1 to 2")
    assert (second.id.text, second.statement.text) == ("KR1.2", "Raise B from 3 to 4")


def test_flat_key_results() -> None:
    document = parse("O1: Grow\nKR1: A\nowner: Ada\nKR2: B\n\nO2: Learn\nKR1: C\n")
    assert not document.problems
    assert [[child.statement.text for child in goal.children] for goal in document.goals] == [["A", "B"], ["C"]]
    assert fields(document.goals[0].children[0]) == {"owner": "Ada"}


def test_key_results_under_their_word() -> None:
    document = parse("Objective: Grow\n  Key results:\n    - A\n    - B\n")
    (objective,) = document.goals
    assert [(child.kind, child.statement.text) for child in objective.children] == [
        ("key_result", "A"),
        ("key_result", "B"),
    ]


def test_a_goal_with_key_results_is_an_objective() -> None:
    assert [goal.kind for goal in clean("mål 1: Vokse\n  KR 1.1: Øke A fra 1 til 2\n")] == ["objective", "key_result"]


def test_flat_sub_goals_belong_to_the_goal_above() -> None:
    document = parse("mål 1: A\ndelmål 1.1: B\ndelmål 1.2: C\nmål 2: D\n")
    assert [[child.id.text for child in goal.children] for goal in document.goals] == [["1.1", "1.2"], []]


def test_bullets_under_another_goal_are_its_plan() -> None:
    (goal,) = clean("mål 1: Selge mer\n  - Ringe\n    - Lage en liste\n  - Skrive\n")
    assert [action.text.text for action in goal.actions] == ["Ringe", "Skrive"]
    assert [action.text.text for action in goal.actions[0].actions] == ["Lage en liste"]


# --- goal lists -----------------------------------------------------------------------------------------------------


def test_a_goal_list() -> None:
    text = (
        "Resultatmål:\n- Øke A\n  eier: Kari\n  frist: 2026-03-01\n"
        "- Øke B\n  - ved å ringe\n    - først Per\n* Øke C\n• Øke D\n"
    )
    goals = clean(text)
    assert [(goal.kind, goal.statement.text) for goal in goals] == [("result", f"Øke {letter}") for letter in "ABCD"]
    assert fields(goals[0]) == {"owner": "Kari", "deadline": "2026-03-01"}
    assert [action.text.text for action in goals[1].actions] == ["ved å ringe"]
    assert goals[1].actions[0].actions[0].text.text == "først Per"


def test_a_goal_list_with_a_label_and_its_own_fields() -> None:
    first, second = clean("Mål for Q3:\n  eier: Kari\n  frist: 2026-09-30\n  - Øke A\n  - Øke B\n    eier: Per\n")
    assert [person.text for person in (*first.owner, *second.owner)] == ["Kari", "Per"]
    assert end(first.deadline) == end(second.deadline) == "2026-09-30"


def test_items_of_a_list_may_say_id_and_kind() -> None:
    goals = clean("strategiske mål:\n- mål S1: Øke A\n- effektmål E1: Øke B\n")
    assert [(goal.kind, goal.level, goal.id.text) for goal in goals] == [
        ("goal", "strategic", "S1"),
        ("effect", "strategic", "E1"),
    ]


def test_a_goal_list_of_goals() -> None:
    document = parse("Mål:\n  mål 1: A\n  mål 2: B\n")
    assert [goal.path for goal in document.goals] == [("1",), ("2",)]


def test_a_goal_list_under_a_goal() -> None:
    document = parse("strategisk mål S1: Vokse\n  delmål:\n    - Øke A\n    - Øke B\n")
    assert [(child.sub, child.statement.text) for child in document.goals[0].children] == [
        (True, "Øke A"),
        (True, "Øke B"),
    ]


# --- fields ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_every_field_word_of_every_language(code: str) -> None:
    data = load(code).data
    goals = {word for words in data["goals"].values() for word in words}
    for name, words in data["fields"].items():
        for word in words:
            value = "4 %" if word in goals and name == "target" else "2026-06-30" if name == "deadline" else "x"
            if word in goals and name == "milestones":
                value = "\n    - 2026-06-30: 4 %"
            if ":" in word:
                continue  # a name ends at its first colon
            for written in (word, word.upper(), word.capitalize().replace(" ", "  ")):
                document = parse(f"mål 1: Vekst\n  {written}: {value}\n", code)
                assert list(document.goals[0].fields) == [name], written
                assert document.goals[0].fields[name].word.text == written


def test_fields_of_every_language_in_one_file() -> None:
    (goal,) = clean(
        "mål 1: Vekst\n  eigar: Kari\n  hur: ringa\n  deadline: 2026-06-30\n  hvorfor: ja\n  kjelde: CRM\n  målværdi: 4 %\n"
    )
    assert list(goal.fields) == ["owner", "how", "deadline", "why", "source", "target"]


def test_types() -> None:
    (goal,) = clean(
        "goal G1: Grow\n  owner: Kari Nordmann\n  with: Per Hansen, Web team\n  baseline: ?\n  target: 4 %\n"
        "  deadline: Q3 2026\n"
        "  review: every two weeks\n  supports: S1, Sales/S2; north/plan/S3\n  status: at risk\n  priority: P1\n"
        "  confidence: 70 %\n  tags: a, b\n  milestones:\n    - 2026-03-31: 2 %\n    - May: 3 %\n",
        "en",
    )
    value = {name: field.value for name, field in goal.fields.items()}
    assert [(person.text, person.kind) for person in goal.owner] == [("Kari Nordmann", "person")]
    assert all(isinstance(one, Person) for one in value["with"])
    assert isinstance(value["target"], Quantity)
    assert (value["target"].value, value["target"].unit) == (4, "percent")
    assert isinstance(value["baseline"], Text)
    assert end(value["deadline"]) == "2026-09-30"
    assert value["review"].iso == "P2W"
    assert [link.text for link in goal.supports] == ["S1", "Sales/S2", "north/plan/S3"]
    assert all(isinstance(link, Link) for link in goal.supports)
    assert (goal.status, value["priority"], value["confidence"]) == ("at_risk", 1, 0.7)
    assert [(end(one.time), one.quantity and one.quantity.value) for one in value["milestones"]] == [
        ("2026-03-31", 2),
        ("2026-05-31", 3),
    ]


def test_own_fields() -> None:
    (goal,) = clean("goal: Grow\n  x-cost-centre: 4711\n  X-Ärende: A: B\n    and more\n  owner: Ada\n")
    assert fields(goal) == {"x-cost-centre": "4711", "x-ärende": "A: B and more", "owner": "Ada"}


def test_a_flat_file() -> None:
    first, second = clean("mål 1: A\neier: Kari\nhvordan:\n- Ringe\n- Skrive\nfrist: 2026-03-01\n\nmål 2: B\neier: Per\n")
    assert fields(first) == {"owner": "Kari", "how": "Ringe Skrive", "deadline": "2026-03-01"}
    assert fields(second) == {"owner": "Per"}


def test_a_field_after_a_child_belongs_to_the_parent() -> None:
    parent, child = clean("mål 1: A\n  eier: Kari\n  delmål 1.1: B\n    eier: Per\n  frist: 2026-03-01\n")
    assert fields(parent) == {"owner": "Kari", "deadline": "2026-03-01"}
    assert fields(child) == {"owner": "Per"}


def test_an_empty_value_with_text_below() -> None:
    (goal,) = clean("mål 1: A\n  hvorfor:\n    fordi vi må\n    og vil\n")
    assert fields(goal) == {"why": "fordi vi må og vil"}


def test_items_of_a_text_field_are_its_text() -> None:
    (goal,) = clean("mål 1: A\n  hvorfor:\n    - fordi vi må\n    - fordi vi vil\n  støtter:\n  - S1\n  - Salg/S2\n")
    assert fields(goal)["why"] == "fordi vi må fordi vi vil"
    assert [link.text for link in goal.supports] == ["S1", "Salg/S2"]


# --- items ----------------------------------------------------------------------------------------------------------


def test_items_with_attributes() -> None:
    (goal,) = clean(
        "mål 1: A\n  hvordan:\n"
        "    - Teste tekster (eier: Per Hansen, frist: 2026-03-31)\n"
        "      - Skrive to i uka\n"
        "        - Helst tre\n"
        "    - Bytte bilder\n      eier: Kari Nordmann\n      frist: 1. april 2026\n"
        "    - Ringe (alle: også gamle kunder)\n"
    )
    test, swap, call = goal.actions
    assert [person.text for person in test.owner] == ["Per Hansen"]
    assert end(test.deadline) == "2026-03-31"
    assert test.actions[0].actions[0].text.text == "Helst tre"
    assert [person.text for person in swap.owner] == ["Kari Nordmann"]
    assert end(swap.deadline) == "2026-04-01"
    assert (call.owner, call.deadline) == ((), None)
    assert list(goal.fields) == ["how"]


def test_an_attribute_with_a_day_that_does_not_exist() -> None:
    text = "mål 1: A\n  hvordan:\n    - Ringe (eier: Per, frist: 31. juni 2026)\n"
    assert problems(text) == [("invalid-value", "impossible-date", "31. juni 2026")]


def test_items_in_their_fields_column() -> None:
    (goal,) = clean("mål 1: A\n  hvordan:\n  - Ringe\n  - Skrive\n  eier: Kari\n")
    assert [action.text.text for action in goal.actions] == ["Ringe", "Skrive"]
    assert fields(goal)["owner"] == "Kari"


def test_milestones_with_many_kinds_of_days() -> None:
    (goal,) = clean(
        "mål 1: A\n  periode: 2026\n  milepæler:\n    - 31.03.2026: 4 %\n    - Q2: 5 %\n    - uke 40: halvveis: ja\n"
    )
    found = goal.fields["milestones"].value
    assert [(end(one.time), one.text.text) for one in found] == [
        ("2026-03-31", "4 %"),
        ("2026-06-30", "5 %"),
        ("2026-10-04", "halvveis: ja"),
    ]


def test_a_milestone_on_the_line_of_its_field() -> None:
    (goal,) = clean("mål 1: A\n  milepæl: 2026-03-31: 4 %\n")
    assert [end(one.time) for one in goal.fields["milestones"].value] == ["2026-03-31"]


# --- continuation, comments, blanks -----------------------------------------------------------------------------------


def test_continuation_at_any_depth() -> None:
    (goal,) = clean(
        "mål 1: Øke salget\n          med 10 %\n   innen 1. juli\n  hvorfor: kundene\n             betaler\n    mer\n"
        "  hvordan:\n    - Ringe\n      alle\n   sammen\n  eier: Kari\n"
    )
    assert goal.statement.plain == "Øke salget med 10 % innen 1. juli"
    assert fields(goal) == {"why": "kundene betaler mer", "how": "Ringe alle sammen", "owner": "Kari"}


def test_a_sentence_with_a_colon_is_text() -> None:
    (goal,) = clean("mål 1: A\n  hvorfor: vi vil noe\n    Tre ting vi lurer på: pris, service og tempo\n    og: mer\n")
    assert fields(goal) == {"why": "vi vil noe Tre ting vi lurer på: pris, service og tempo og: mer"}


def test_comments_and_blank_lines_between_wrapped_lines() -> None:
    text = "mål 1: Øke salget\n# en merknad: x\n\n  #\n    med 10 %\n  ## to\n    innen 1. juli\n"
    (goal,) = clean(text)
    assert goal.statement.plain == "Øke salget med 10 % innen 1. juli"
    span = goal.statement.span
    assert len(goal.statement.text) == span.end - span.start
    assert "merknad" in text[span.start : span.end]
    assert [time.role for time in goal.reading.times] == ["deadline"]


def test_what_is_no_comment() -> None:
    (goal,) = clean("mål 1: Bli\n  #1 in Norway\n  #smartgoals\n  og C# #2\n")
    assert goal.statement.plain == "Bli #1 in Norway #smartgoals og C# #2"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CRLF", "mål 1: A\r\n  eier: Kari\r\n\r\n  hvordan:\r\n    - Ringe\r\n      alle\r\n"),
        (
            "no-break blanks",
            "mål 1: A\n\u00a0\u00a0eier: Kari\n\u00a0 hvordan:\n\u00a0\u00a0\u00a0\u00a0-\u00a0Ringe\n      alle\n",
        ),
        ("tabs", "mål 1: A\n\teier: Kari\n\thvordan:\n\t\t- Ringe\n\t\t  alle\n"),
        ("other blanks", "mål 1: A \n  eier: Kari\u2003\n\u2003\n  hvordan: \x0c\n    - Ringe\n\x1f\n      alle"),
    ],
)
def test_blanks_and_line_ends(name: str, text: str) -> None:
    (goal,) = clean(text)
    assert goal.statement.text == "A", name
    assert fields(goal) == {"owner": "Kari", "how": "Ringe alle"}, name


def test_a_byte_order_mark() -> None:
    text = decode(b"\xef\xbb\xbf" + "mål 1: A\r\n  eier: Kari\r\n".encode())
    (goal,) = clean(text)
    assert goal.span.start == 0
    assert fields(goal) == {"owner": "Kari"}


def test_tabs_and_blanks_that_can_be_compared() -> None:
    (goal,) = clean("mål 1: A\n  eier: Kari\n  hvordan:\n  \t- Ringe\n")
    assert [action.text.text for action in goal.actions] == ["Ringe"]


def test_tabs_and_blanks_that_cannot_be_compared() -> None:
    text = "mål 1: A\n  eier: Kari\n\thvordan:\n    - Ringe\n\tfrist: 2026-03-01\nmål 2: B\n\teier: Per\n"
    document = parse(text)
    assert problems(text) == [("mixed-indentation", "mixed", "\t")]
    assert document.source.slice(document.problems[0].related[0]) == "  "
    assert [fields(goal) for goal in document.goals] == [
        {"owner": "Kari", "how": "Ringe", "deadline": "2026-03-01"},
        {"owner": "Per"},
    ]


# --- directives -----------------------------------------------------------------------------------------------------

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
    "directive",
    [
        "# smartlint: ignore TIM001",
        "# smartlint: ignore[]",
        "# smartlint: ignore[TIM001] until=2026-02-30",
        "# smartlint: ignore[TIM001] because I say so",
        "# smartlint: disable[TIM001]",
    ],
)
def test_directives_that_cannot_be_read(directive: str) -> None:
    assert problems(f"{directive}\nmål 1: A\n") == [("malformed-suppression", "malformed", directive)]
    assert problems(f"mål 1: A {directive}\n") == [("malformed-suppression", "malformed", directive)]
    assert problems(f"mål 1: A\n{directive}\n") == [("malformed-suppression", "malformed", directive)]


def test_ignore_file_stands_before_the_first_goal() -> None:
    directive = "# smartlint: ignore-file[TIM]"
    assert problems(f"mål 1: A\n{directive}\nmål 2: B\n") == [("malformed-suppression", "malformed", directive)]
    assert problems(f"mål 1: A\n{directive}") == [("malformed-suppression", "malformed", directive)]


def test_a_directive_that_says_something_of_a_header_field() -> None:
    document = parse("# smartlint: ignore[OWN002]\neier: Kari,\n  Per\nmål 1: A\n")
    assert [document.source.slice(span) for span in document.directives[0].scope] == ["eier: Kari,\n  Per"]


# --- header, sections, inheritance ---------------------------------------------------------------------------------

_HEADED = """team: Salg
eier: Helene Brekke
periode: 2026
oppfølging: hver måned
kilde: CRM
støtter: Selskapet/S1
strategisk mål S1: Vokse
  måles ved: omsetning
  utgangspunkt: 4 mill. kr
  måltall: 5 mill. kr
  hvordan: selge mer
  frist: 2026-10-01

  mål 1: Øke A
    eier: Per Hansen

    mål 1.1: Øke B innen 1. mai 2026
"""


def test_inheritance_and_its_origin() -> None:
    top, child, grandchild = clean(_HEADED)
    for goal in (top, child, grandchild):
        assert goal.team == "Salg"
        assert end(goal.period) == "2026-12-31"
        assert goal.review is not None
        assert [link.text for link in goal.supports] == ["Selskapet/S1"]
    assert {name: origin.place for name, origin in top.inherited.items()} == dict.fromkeys(
        ("team", "owner", "period", "review", "source", "supports"), "header"
    )
    assert [person.text for goal in (top, child, grandchild) for person in goal.owner] == [
        "Helene Brekke",
        "Per Hansen",
        "Per Hansen",
    ]
    assert (end(top.deadline), end(child.deadline), end(grandchild.deadline)) == (
        "2026-10-01",
        "2026-10-01",
        "2026-05-01",
    )
    assert (child.inherited["deadline"].place, child.inherited["deadline"].goal_id) == ("goal", "S1")
    assert (grandchild.inherited["owner"].place, grandchild.inherited["owner"].goal_id) == ("goal", "1")
    assert "owner" not in child.inherited
    assert "deadline" not in grandchild.inherited


def test_an_origin_lies_where_the_value_stands() -> None:
    document = parse(_HEADED)
    child = document.goals[0].children[0]
    assert document.source.slice(child.inherited["team"].span) == "team"
    assert document.source.slice(child.inherited["deadline"].span) == "2026-10-01"


def test_what_is_not_inherited() -> None:
    top, child, _ = clean(_HEADED)
    assert (top.level, child.level) == ("strategic", "operational")
    assert top.baseline is not None
    assert (child.baseline, child.target, child.actions) == (None, None, ())
    assert "metric" not in child.fields


def test_the_deadline_is_the_periods_end() -> None:
    (goal,) = clean("periode: Q3 2026\nmål 1: Øke A\n")
    assert end(goal.deadline) == "2026-09-30"
    assert goal.inherited["deadline"].place == "header"


def test_a_deadline_in_a_sentence_is_handed_down() -> None:
    top, child = clean("mål 1: Vokse innen 1. juni 2026\n  mål 1.1: Øke A\n")
    assert end(top.deadline) == end(child.deadline) == "2026-06-01"
    assert child.inherited["deadline"].goal_id == "1"


def test_a_misspelt_field_is_not_inherited() -> None:
    document = parse("eier: Helene Brekke\nmål 1: Vokse\n  eigra: Per Hansen\n")
    assert document.goals[0].owner == ()
    assert "owner" in document.goals[0].attempted


def test_two_teams_in_one_file() -> None:
    document = parse("team: A\nperiode: Q1 2026\neier: Kari\nmål 1: X\n\nteam: B\nperiode: Q2 2026\nmål 1: Y\n  mål 1.1: Z\n")
    assert not document.problems
    assert [goal.team for goal in document.all_goals] == ["A", "B", "B"]
    assert [end(goal.period) for goal in document.all_goals] == ["2026-03-31", "2026-06-30", "2026-06-30"]
    assert [bool(goal.owner) for goal in document.all_goals] == [True, False, False]
    assert [list(section.fields) for section in document.sections] == [["period", "team", "owner"], ["period", "team"]]


@pytest.mark.parametrize("line", ["team: B", "organisasjon: B", "språk: nn", "valuta: SEK", "regnskapsår: juli"])
def test_what_starts_a_section(line: str) -> None:
    assert len(parse(f"team: A\nmål 1: X\n{line}\nmål 2: Y\n").sections) == 2
    assert len(parse(f"{line}\nteam: A\nmål 1: X\n").sections) == 1


def test_other_fields_in_column_one_start_none() -> None:
    document = parse("team: A\nmål 1: X\nperiode: 2026\nkilde: CRM\n")
    assert len(document.sections) == 1
    assert list(document.goals[0].fields) == ["period", "source"]


def test_the_language_of_a_section() -> None:
    document = parse("språk: no\nmål 1: Øke salget innen utgangen av året\nspråk: sv\nmål 2: Öka före årsskiftet\n")
    assert document.language == "nb"
    assert [goal.language for goal in document.goals] == ["nb", "sv"]


def test_a_fiscal_year_moves_the_quarters() -> None:
    (goal,) = clean("fiscal year: July\nperiod: 2026-Q1\ngoal: Grow\n")
    assert goal.period is not None
    assert goal.period.start is not None
    assert goal.period.start.month == 7


def test_a_goal_that_others_support_and_that_runs_long_is_strategic() -> None:
    text = "team: Salg\nmål 1: Vokse\n  frist: 2028-12-31\nmål 2: Øke A\n  frist: 2026-12-31\n  støtter: {0}\n"
    assert [goal.level for goal in clean(text.format("1"))] == ["strategic", "operational"]
    assert [goal.level for goal in clean(text.format("Salg/1"))] == ["strategic", "operational"]
    assert [goal.level for goal in clean(text.format("Marked/1"))] == ["operational", "operational"]
    assert [goal.level for goal in clean(text.format("1").replace("2028", "2026"))] == ["operational", "operational"]
    assert clean(text.format("1").replace("mål 1", "resultatmål 1"))[0].level == "operational"


# --- bad input ------------------------------------------------------------------------------------------------------


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
