"""What stands around a sentence is understood and is no part of it."""

from __future__ import annotations

import pytest

from tests.readers.told import owners, read, the

HEAD = "# Goals 2026\n\n"


def of(item: str) -> tuple[str, dict[str, object]]:
    goal = the(f"{HEAD}- {item}\n")
    return goal.statement.plain, {name: field.value for name, field in goal.fields.items() if name != "owner"}


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        ("[ ] Sell 9 cakes", {}),
        ("[x] Sell 9 cakes", {"status": "done"}),
        ("✅ Sell 9 cakes", {"status": "done"}),
        ("🚫 (no oven) Sell 9 cakes", {"status": "cancelled"}),
        (":warning: Sell 9 cakes", {"status": "at_risk"}),
        ("🍰 Sell 9 cakes", {}),
        ("Sell 9 cakes ✅", {"status": "done"}),
        ("~~Sell 9 cakes~~", {"status": "cancelled"}),
        ("**P0** - Sell 9 cakes", {"priority": 0}),
        ("P2: Sell 9 cakes", {"priority": 2}),
        ("Must: Sell 9 cakes", {"priority": 1}),
        ("Stretch: Sell 9 cakes", {}),
        ("Sell 9 cakes (Stretch)", {}),
        ("Sell 9 cakes => Done", {"status": "done"}),
        ("Sell 9 cakes (at risk)", {"status": "at_risk"}),
        ("[backlog] Sell 9 cakes", {}),
        ("Sell 9 cakes (confidence: 7/10)", {"confidence": 0.7}),
    ],
)
def test_signs_of_status_and_priority(item: str, fields: dict[str, object]) -> None:
    assert of(item) == ("Sell 9 cakes", fields)


def test_an_outcome_that_is_no_status_is_a_note() -> None:
    goal = the(f"{HEAD}- Sell 9 cakes => 66 % on time\n")
    assert goal.statement.plain == "Sell 9 cakes"
    assert goal.fields["note"].text.text == "66 % on time"


@pytest.mark.parametrize(
    ("item", "owner"),
    [
        ("Sell 9 cakes (Dana)", "Dana"),
        ("Sell 9 cakes (Dana Holt)", "Dana Holt"),
        ("Sell 9 cakes (Dana Holt, Kim Day)", "Dana Holt, Kim Day"),
        ("[momack2] Sell 9 cakes", "momack2"),
        ("[@momack2] Sell 9 cakes", "@momack2"),
        ("Sell 9 cakes @kim", "@kim"),
        ("Sell 9 cakes – @kim", "@kim"),
        ("Sell 9 cakes [Dana Holt]", "Dana Holt"),
        ("Sell 9 cakes (owner: Dana Holt)", "Dana Holt"),
        ("Sell 9 cakes (ansvarlig: Siv Dahl, frist: 2026-05-01)", "Siv Dahl"),
        ('Sell 9 cakes <Person name="Dana Holt" />', "Dana Holt"),
    ],
)
def test_owners(item: str, owner: str) -> None:
    goal = the(f"{HEAD}- {item}\n")
    assert (goal.statement.plain, owners(goal)) == ("Sell 9 cakes", owner)


@pytest.mark.parametrize(
    "item",
    [
        "Sell 9 cakes (12 in May)",
        "Sell 9 cakes (NPS)",
        "Sell 9 cakes (by 1 June)",
        "Cut waiting from 8 => 4 minutes (in March)",
        "Sell 9 cakes (with cream and sugar)",
        "Mail press@example.com 9 times",
    ],
)
def test_other_parentheses_belong_to_the_sentence(item: str) -> None:
    if "=>" not in item:
        assert of(item)[0] == item
    assert owners(the(f"{HEAD}- {item}\n")) == ""


def test_a_list_of_links_is_navigation() -> None:
    text = f"{HEAD}- [Last year](./2025.md)\n- [Sell 9 cakes](https://example.com/issues/1)\n- [See below](#below)\n"
    assert [goal.statement.plain for goal in read(text).all_goals] == ["Sell 9 cakes"]


def test_names_that_goals_are_signed_with() -> None:
    text = "# Goals 2027\n\n- Win 4 clients – Callum\n- Launch the podcast – Wen\n- Raise the score to 8 – Creative\n"
    assert [owners(goal) for goal in read(text).all_goals] == ["Callum", "Wen", "Creative"]
    assert owners(the("# Goals 2027\n\n- Win 4 clients in one town – Leeds\n")) == ""


def test_a_name_behind_a_comma() -> None:
    assert owners(the("# Mål 2027\n\n- Vejledningen er skrevet om inden 1. april, Sofie\n")) == "Sofie"
    assert owners(the("# Goals 2027\n\n- Eat out 9 times with Anna, Sofie\n")) == ""


def test_who_takes_care_of_it() -> None:
    assert owners(the("# Mål 2027\n\n- Have en lærling mere (det tager Bettina sig af)\n")) == "Bettina"
    assert owners(the("# Goals 2027\n\n- Have 25 children in the choir (Sue takes care of that)\n")) == "Sue"


@pytest.mark.parametrize(
    ("end", "owner"),
    [(" /Kim", "Kim"), (" /Kim + Bo", "Kim, Bo"), (" /?", ""), (" (Kim);", "Kim"), (" (Kim to lead);", "Kim")],
)
def test_goals_that_are_signed_as_letters_are(end: str, owner: str) -> None:
    goal = the(f"{HEAD}- Sell 9 cakes by March{end}\n")
    assert (goal.statement.plain, owners(goal)) == ("Sell 9 cakes by March", owner)


def test_a_unit_behind_a_slash_is_no_name() -> None:
    goal = the(f"{HEAD}- Bring the price down to 80 øre /kWh\n")
    assert (goal.statement.plain, owners(goal)) == ("Bring the price down to 80 øre /kWh", "")


@pytest.mark.parametrize(
    ("end", "owner", "day"),
    [
        (" (owner: Kim Moe, due 2027-03-01)", "Kim Moe", "2027-03-01"),
        (" (due: 2027-03-01, owner Kim)", "Kim", "2027-03-01"),
        (" [Kim] (P0)", "Kim", ""),
        (" [Kim] [p1]", "Kim", ""),
    ],
)
def test_several_things_in_brackets(end: str, owner: str, day: str) -> None:
    goal = the(f"{HEAD}- Sell 9 cakes{end}\n")
    assert (goal.statement.plain, owners(goal), str(goal.deadline.end) if day and goal.deadline else "") == (
        "Sell 9 cakes",
        owner,
        day,
    )


@pytest.mark.parametrize("word", ["Norway", "Sverige", "Beta", "Grundkrav"])
def test_a_place_or_tag_in_brackets_is_nobody(word: str) -> None:
    goal = the(f"{HEAD}- Sell 9 cakes ({word})\n")
    assert (goal.statement.plain, owners(goal)) == (f"Sell 9 cakes ({word})", "")


@pytest.mark.parametrize(("start", "owner"), [("Kari", "Kari"), ("Amy Holt", "Amy Holt"), ("Norway", "")])
def test_a_person_before_the_sentence(start: str, owner: str) -> None:
    assert owners(the(f"{HEAD}- {start}: Sell 9 cakes\n")) == owner


@pytest.mark.parametrize(
    "item", ["Eight tenors at the concert (Sixten). We have four.", "Åtta tenorer på konserten (Sixten) – fyra nu"]
)
def test_a_name_in_brackets_before_a_remark_as_others_are_signed(item: str) -> None:
    document = read(f"# Goals 2027\n\n- {item}\n- Two full halls (Ylva)\n- 50 000 saved (Torkel)\n")
    assert [owners(goal) for goal in document.all_goals] == ["Sixten", "Ylva", "Torkel"]


def test_a_handle_of_two_names() -> None:
    assert owners(the("# Mål 2027\n\n- Første bil ute på under 18 minutter @Per Inge\n")) == "@Per Inge"


def test_a_name_with_where_things_stand() -> None:
    goal = the("# Mål 2027\n\n- Fakturerbar andel 72 % (Noor, nu 58)\n")
    assert (owners(goal), goal.baseline is not None) == ("Noor", True)


@pytest.mark.parametrize(("who", "does"), [("Jon Olav", "har ansvaret."), ("Conny", "står for det.")])
def test_a_last_sentence_says_who_answers(who: str, does: str) -> None:
    assert owners(the(f"# Mål 2027\n\n- Gjerdet er ferdig innen 25. mai. {who} {does}\n")) == who


@pytest.mark.parametrize("name", ["Mette", "Anna og Kim", "Bosse och Anna", "Kim."])
def test_names_behind_a_full_stop(name: str) -> None:
    goal = the(f"# Mål 2027\n\n- Sykefraværet skal ned i 8 %. {name}\n")
    assert goal.statement.plain == "Sykefraværet skal ned i 8 %"
    assert owners(goal).split(", ")[0] == name.split(maxsplit=1)[0].rstrip(".")


def test_no_name_behind_a_title() -> None:
    assert not owners(the("# Goals 2027\n\n- Sell 40 boats to Mr. Kim\n"))
