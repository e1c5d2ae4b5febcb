"""What the parser makes of each form of line, as `design/language.md` has it."""

from __future__ import annotations

import pytest

from smartlint.goal import Link
from smartlint.language.pack import CODES, load
from smartlint.language.vocabulary import vocabulary
from smartlint.reading import Person, Quantity, Text
from smartlint.source import decode
from tests.parser.reading import clean, end, fields, parse, problems

# --- goals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["goal", "result", "performance", "effect", "objective", "key_result", "vision", "sub"])
def test_goal_words(code: str, kind: str) -> None:
    for word in load(code).data["goals"][kind]:
        for text in (f"{word}: Vekst\n", f"{word.upper()} G1: Vekst\n", f"{word.capitalize()} : Vekst\n"):
            (goal,) = clean(text, code)
            assert (goal.kind, goal.sub) == ("goal" if kind == "sub" else kind, kind == "sub"), text
            assert goal.word.text.lower() == word
            assert goal.level_stated == (word.split()[0] in vocabulary().levels)  # "overall goal"
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


def test_with_a_baseline_the_target_is_what_it_leads_to_and_no_limit_of_another_thing() -> None:
    text = "language: nb\nmål: Øke besøket av grupper på minst 3 fra 300 til 450\n"
    goal = parse(text, "a.goals").goals[0]
    assert goal.baseline is not None
    assert goal.target is not None
    assert (goal.baseline.value, goal.target.value) == (300, 450)


@pytest.mark.parametrize(("language", "word"), [("nb", "lag"), ("nn", "lag"), ("sv", "lag")])
def test_lag_names_the_team(language: str, word: str) -> None:
    assert parse(f"language: {language}\n{word}: Salg\nmål: Selge 40 kort\n", "a.goals").goals[0].team == "Salg"
