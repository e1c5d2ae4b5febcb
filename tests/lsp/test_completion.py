from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import CompletionItem, Position, TextEdit

from smartlint.language.pack import CODES, load
from smartlint.lsp.completion import completion
from smartlint.lsp.session import Session
from smartlint.parser import parse


def at_end(
    session: Session, folder: Path, text: str, name: str = "bakery.goals", *, snippets: bool = False
) -> list[CompletionItem]:
    """What is offered at the end of a text."""
    session.workspace.open(folder / name, text, is_goals=True)
    lines = text.split("\n")
    return completion(session, (folder / name).as_uri(), Position(len(lines) - 1, len(lines[-1])), snippets=snippets)


def labels(items: list[CompletionItem]) -> list[str]:
    return [item.label for item in sorted(items, key=lambda item: item.sort_text or "")]


def test_below_a_goal_fields_come_first_in_the_language_of_the_file(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "språk: nb\nmål A: Selge 40 kaker\n  ei"))
    assert "eier" in found
    assert found.index("eier") < found.index("mål")


def test_at_the_left_edge_goals_come_first(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "goal A: Sell 4 cakes\n\ng"))
    assert found.index("goal") < found.index("owner")


def test_fields_come_as_people_ask_for_them_without_those_that_are_there(session: Session, folder: Path) -> None:
    found = labels(
        at_end(session, folder, "team: Bar\ngoal A: Sell 4 cakes\n  owner: Ida\n  goal B: Sell 5\n    metric: cakes\n    ")
    )
    assert found[:2] == ["owner", "with"]
    assert {"metric", "team", "currency"}.isdisjoint(found)
    assert "owner" not in labels(at_end(session, folder, "goal A: Sell 4\n  owner: Ida\n  goal B: Sell 5\n\n  "))
    assert "owner" not in labels(at_end(session, folder, "goal A: Sell 4\nowner: Ida\n"))
    assert labels(at_end(session, folder, "team: Bar\n")).count("team") == 0


def test_a_whole_goal_has_holes_where_the_editor_can_tab_through_them(session: Session, folder: Path) -> None:
    text = "språk: nb\nmål A: Selge 4 kaker\n  eier: Ida\n\nm"
    assert "mål …" not in labels(at_end(session, folder, text))
    (whole,) = [item for item in at_end(session, folder, text, snippets=True) if item.label == "mål …"]
    assert isinstance(whole.text_edit, TextEdit)
    assert whole.text_edit.new_text.startswith("mål ${1:ID}: ")
    assert "\n  hvordan:\n  - ${" in whole.text_edit.new_text


@pytest.mark.parametrize("language", CODES)
def test_a_whole_goal_is_read_as_one(session: Session, folder: Path, language: str) -> None:
    items = at_end(session, folder, f"language: {language}\n", snippets=True)
    (whole,) = [str(item.documentation) for item in items if item.label.endswith("…")]
    (goal,) = parse(whole, language=language).goals
    assert list(goal.fields) == ["owner", "metric", "source", "why", "how"]
    assert goal.id.text == "⟨ID⟩" or goal.label == "⟨ID⟩"


def test_an_item_may_be_a_goal_and_ends_with_who_and_when(session: Session, folder: Path) -> None:
    text = "goal A: Sell 4\n  how:\n  - "
    assert labels(at_end(session, folder, text))[0] == "goal"
    assert "owner" not in labels(at_end(session, folder, text))
    assert labels(at_end(session, folder, f"{text}Bake more (")) == ["owner", "deadline"]
    assert labels(at_end(session, folder, f"{text}Bake more (owner: Bo, d")) == ["owner", "deadline"]
    assert "Ida Moe" in labels(at_end(session, folder, f"{text}Bake more (owner: "))
    assert "2026-02-28" in labels(at_end(session, folder, f"{text}Bake more (owner: Bo, deadline: "))
    assert labels(at_end(session, folder, f"{text}Bake more (soon) o"))[0] == "goal"


def test_in_a_markdown_document_keywords_are_offered_in_blocks_of_goals(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('include = ["**/*.goals", "**/*.md"]\n', "utf-8")
    assert labels(at_end(session, folder, "# Goals\n\nWe o", "plan.md")) == []
    assert "owner" in labels(at_end(session, folder, "# Goals\n\n```goals\ngoal A: Sell 4\n  o", "plan.md"))


def test_what_is_typed_is_replaced_with_the_colon(session: Session, folder: Path) -> None:
    item = next(one for one in at_end(session, folder, "goal A: Sell 4\n  done w") if one.detail == "done_when")
    assert isinstance(item.text_edit, TextEdit)
    assert item.text_edit.new_text == f"{item.label}: "
    assert item.text_edit.range.start == Position(1, 2)


def test_owners_are_those_of_the_roster_and_of_other_goals(session: Session, folder: Path) -> None:
    (folder / "smartlint.toml").write_text('[[roster.people]]\nname = "Kari Lund"\nemail = "kari@example.com"\n', "utf-8")
    found = labels(at_end(session, folder, "goal A: Sell 4\n  owner: Bo Li, "))
    assert session.workspace.mistakes == ()
    assert {"Kari Lund", "Ida Moe"} <= set(found)


def test_goals_are_named_as_from_this_file(session: Session, folder: Path) -> None:
    found = labels(at_end(session, folder, "goal A: Sell 4\ngoal B: Sell 5\n  supports: "))
    assert {"A", "Kjøkken/K1"} <= set(found)
    assert "B" not in found


def test_days_are_the_ends_of_months(session: Session, folder: Path) -> None:
    items = at_end(session, folder, "goal A: Sell 4\n  deadline: ")
    assert labels(items)[:3] == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert items[0].detail == "28 February 2026"
    assert labels(at_end(session, folder, "goal A: Sell 4\n  start: "))[0] == "2026-03-01"


def after(session: Session, folder: Path, text: str, label: str, locale: str = "") -> str:
    """A text in which, where the bar stands, what is offered by this name was taken."""
    before, _, behind = text.partition("|")
    session.locale = locale
    session.workspace.open(folder / "bakery.goals", before + behind, is_goals=True)
    lines = before.split("\n")
    items = completion(session, (folder / "bakery.goals").as_uri(), Position(len(lines) - 1, len(lines[-1])))
    edit = next(item.text_edit for item in items if item.label == label)
    assert isinstance(edit, TextEdit)
    span = session.ruler("", before + behind).span(edit.range)
    return (before + behind)[: span.start] + edit.new_text + (before + behind)[span.end :]


@pytest.mark.parametrize(
    ("text", "label", "whole"),
    [
        ("goal A: Sell 4\n  own|: Zo", "owner", "goal A: Sell 4\n  owner: Zo"),
        ("goal A: Sell 4\n  ow|ner: Zo", "owner", "goal A: Sell 4\n  owner: Zo"),
        ("goal A: Sell 4\n  ow|ner", "owner", "goal A: Sell 4\n  owner: "),
        ("goal A: Sell 4\n  done w|hen: all are sold", "done when", "goal A: Sell 4\n  done when: all are sold"),
        ("goal A: Sell 4\n  |owner: Zo", "metric", "goal A: Sell 4\n  metric: owner: Zo"),
        ("go|al A: Sell 4", "goal", "goal A: Sell 4"),
        ("goal A: Sell 4\n  how:\n  - Bake (own|er: Bo, deadline: 2026-12-31)", "owner", None),
        (
            "goal A: Sell 4\n  how:\n  - Bake (own|, deadline: 2026-12-31)",
            "owner",
            "goal A: Sell 4\n  how:\n  - Bake (owner: , deadline: 2026-12-31)",
        ),
        ("goal A: Sell 4\n  supports: Kjø|kken/K1", "Kjøkken/K1", None),
    ],
)
def test_the_rest_of_a_word_is_replaced_with_it(
    session: Session, folder: Path, text: str, label: str, whole: str | None
) -> None:
    assert after(session, folder, text, label) == (text.replace("|", "") if whole is None else whole)


@pytest.mark.parametrize("language", CODES)
def test_a_keyword_with_its_colon_is_replaced_in_each_language(session: Session, folder: Path, language: str) -> None:
    fields = load(language).data["fields"]
    for word in (fields["supports"][0], fields["owner"][0], fields["deadline"][0]):
        text = f"language: {language}\ngoal A: Sell 4\n  {word[:2]}|{word[2:]}: S1"
        assert after(session, folder, text, word) == text.replace("|", "")


def test_what_is_being_typed_is_nobody(session: Session, folder: Path) -> None:
    assert "Zo" not in labels(at_end(session, folder, "goal A: Sell 4\n  owner: Zo"))
    assert "Zo" not in labels(at_end(session, folder, "owner: Zo"))
    (folder / "other.goals").write_text("goal A: Sell 4\n  owner: Zo Li\n", "utf-8")
    session.workspace.refresh()
    assert "Zo Li" in labels(at_end(session, folder, "goal A: Sell 4\n  owner: Zo"))


@pytest.mark.parametrize("language", CODES)
def test_an_item_of_a_series_begins_with_a_day(session: Session, folder: Path, language: str) -> None:
    fields = load(language).data["fields"]
    header = f"language: {language}\ngoal A: Sell 4\n  "
    assert labels(at_end(session, folder, f"{header}{fields['milestones'][0]}:\n  - "))[:2] == ["2026-02-28", "2026-03-31"]
    assert (
        labels(at_end(session, folder, f"{header}{fields['milestones'][0]}:\n  - 2026-02-28: 3\n\n  - 20"))[0] == "2026-02-28"
    )
    assert labels(at_end(session, folder, f"{header}{fields['progress'][0]}:\n  - ")) == ["2026-02-01"]
    taken = at_end(session, folder, f"{header}{fields['milestones'][0]}:\n  - ")[0].text_edit
    assert isinstance(taken, TextEdit)
    assert taken.new_text == "2026-02-28: "


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("level", ["strategic", "operational"])
def test_goals_of_a_level_are_offered(session: Session, folder: Path, language: str, level: str) -> None:
    items = at_end(session, folder, f"language: {language}\n\n")
    (item,) = [one for one in items if one.detail == level]
    assert isinstance(item.text_edit, TextEdit)
    (goal,) = parse(f"language: {language}\n{item.text_edit.new_text}Sell 4\n").goals
    assert (goal.level, goal.level_stated) == (level, True)


@pytest.mark.parametrize("locale", CODES)
def test_a_file_that_says_nothing_yet_is_written_in_the_language_of_the_editor(
    session: Session, folder: Path, locale: str
) -> None:
    session.locale = locale
    data = load(locale).data
    assert data["fields"]["owner"][0] in labels(at_end(session, folder, ""))
    assert data["goals"]["effect"][0] in labels(at_end(session, folder, f"{data['levels']['strategic'][0]} "))
    assert "owner" in labels(at_end(session, folder, "goal A: Sell 4\n  "))
    (folder / "smartlint.toml").write_text('language = "sv"\n', "utf-8")
    session.workspace.refresh()
    assert "ägare" in labels(at_end(session, folder, ""))


def test_languages_are_named_in_the_language_of_the_reader(session: Session, folder: Path) -> None:
    names = {item.label: item.detail for item in at_end(session, folder, "language: ")}
    assert names == {
        "en": "English", "nb": "Norwegian (bokmål)", "nn": "Norwegian (nynorsk)", "sv": "Swedish", "da": "Danish"
    }  # fmt: skip


def test_a_goal_of_a_team_with_a_comma_is_named_by_its_file(session: Session, folder: Path) -> None:
    (folder / "both.goals").write_text("team: Day, Night\ngoal N1: Sell 4\n", "utf-8")
    session.workspace.refresh()
    found = labels(at_end(session, folder, "goal A: Sell 4\n  supports: "))
    assert "both/N1" in found
    at_end(session, folder, "goal A: Sell 4\n  supports: both/N1\n")
    assert ("both.goals", 0) in session.workspace.project().supporters


def test_words_of_status_are_in_the_language_of_the_file(session: Session, folder: Path) -> None:
    assert "utkast" in labels(at_end(session, folder, "språk: nb\nmål A: Selge 4 kaker\n  status: "))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("team: ", "Kjøkken"),
        ("period: ", "2026-Q1"),
        ("review: ", "every two weeks"),
        ("currency: ", "NOK"),
        ("fiscal year: ", "july"),
        ("language: ", "nn"),
        ("priority: ", "high"),
    ],
)
def test_other_fields_have_values_too(session: Session, folder: Path, line: str, offered: str) -> None:
    text = f"language: en\n{line}" if not line.startswith("lang") else line
    assert offered in labels(at_end(session, folder, text))


def test_elsewhere_nothing_is_offered(session: Session, folder: Path) -> None:
    assert at_end(session, folder, "goal A: Sell 4\n  why: we like ") == []
    assert completion(session, (folder / "none.goals").as_uri(), Position(0, 0)) == []
