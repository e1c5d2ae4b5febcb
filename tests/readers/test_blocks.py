"""Blocks of a document, as people write them rather than as a standard says."""

from __future__ import annotations

import pytest

from smartlint.readers.blocks import Part, Scanner, outline
from smartlint.readers.masking import Masked
from tests.readers.told import due, goals, owners, read, the


def blocks(text: str) -> list[tuple[str, int, str]]:
    masked = Masked(text)
    found = Scanner(
        masked.text, text, masked.fences, lambda span: "text" * text[span.start : span.end].startswith("KR")
    ).blocks()
    return [(one.kind, one.depth, "|".join(masked.text[part.start : part.end] for part in one.parts)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A #\ntext", [("heading", 1, "A"), ("text", 0, "text")]),
        ("A\n===\nB\n---", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("- a\n  b\n- c", [("item", 0, "a|b"), ("item", 0, "c")]),
        ("1. a\n1. b\n2) c", [("item", 0, "a"), ("item", 0, "b"), ("item", 0, "c")]),
        ("• a\n· b\n-c", [("item", 0, "a"), ("item", 0, "b"), ("item", 0, "c")]),
        ("        - a", [("item", 8, "a")]),
        ("a\nb\n\nc", [("text", 0, "a|b"), ("text", 0, "c")]),
        ("- a\\\n  KR b\\\n  KR c", [("item", 0, "a"), ("item", 1, "KR b"), ("item", 1, "KR c")]),
        ("**a**\n**b**", [("text", 0, "a"), ("text", 0, "b")]),
        ("> quoted\n\n- a", [("item", 0, "a")]),
        ("- -5 % waste", [("item", 0, "-5 % waste")]),
        ("-5 % waste", [("text", 0, "-5 % waste")]),
        ("***\n---\n", []),
        ("#hashtag", [("text", 0, "#hashtag")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert blocks(text) == expected


def test_a_table_with_and_without_outer_bars() -> None:
    for text in ("| a | b |\n|---|---|\n| c | **d** |\n", "a | b\n--|--\nc | **d**\n"):
        masked = Masked(text)
        (table,) = Scanner(masked.text, text, [], lambda span: "").blocks()
        cells = [[masked.text[cell.start : cell.end] for cell in row.cells] for row in table.rows]
        assert cells == [["a", "b"], ["c", "d"]]
        assert table.rows[1].bold == (False, True)


def test_the_outline() -> None:
    text = "# A\n- a\n  - b\n    text\n## B\n# C\n"
    masked = Masked(text)

    def shape(part: Part) -> list[object]:
        return [len(part.blocks), *(shape(deeper) for deeper in part.parts)]

    top = outline(Scanner(masked.text, text, [], lambda span: "").blocks())
    assert shape(top) == [0, [1, [0]], [0]]
    assert len(top.parts[0].blocks[0].children) == 1


def test_points_of_minutes_are_headings() -> None:
    point = "sak 2 hva vi vil få til i 2027\nVi ble enige om:\n* 50 nye medlemmer\n"
    assert goals(f"referat fra styremøte\n\nsak 1 økonomi\nAlt vel.\n\n{point}") == ["50 nye medlemmer"]


def test_items_with_letters_below_a_point_that_names_them() -> None:
    point = "2) Mål for foråret 2027\n   a. vi er 48 sangere\n   b. koncerten er udsolgt\n"
    assert goals(f"Referat af møde\n\n1) Siden sidst\n   a. kaffen slap op\n\n{point}") == [
        "vi er 48 sangere",
        "koncerten er udsolgt",
    ]


def test_a_line_in_capitals_is_a_heading_among_others_where_it_stands_alone() -> None:
    assert goals("# Plan\n\n## Mål\n\n- Sælge 9 kager\n\nØKONOMI OG DRIFT (kopi)\n\n- 4 mio. kr.\n") == ["Sælge 9 kager"]


def test_the_name_of_the_next_list_is_not_part_of_the_item_above() -> None:
    assert goals("Mål 2027\n- 600 børn\nResultat 2025\n- 412 børn\n") == ["600 børn"]


def test_a_bold_line_at_the_start_is_the_title() -> None:
    text = "**MÅL BREIVIKA H1-27** – eier: Stig – ikke rør!\n\nprio 1\n- Dødelighet under 0,5 %\n\nprio 2\n- null rømming\n"
    assert goals(text) == ["Dødelighet under 0,5 %", "null rømming"]
    assert {owners(goal) for goal in read(text).all_goals} == {"Stig"}


NAMED = {
    "en": "Harbour crew\nhere: Kim\n\nGoals second half of 2031 (as on the wall)\n\n- 9 boats out - Jan-Erik\n",
    "nb": "Driftslaget\nher: Kim\n\nMål 2. halvår 2031 (slik de henger på veggen)\n\n- 9 båter ute - Jan-Erik\n",
    "nn": "Driftslaget\nher: Kim\n\nMål 2. halvår 2031 (slik dei heng på veggen)\n\n- 9 båtar ute - Jan-Erik\n",
    "sv": "Driftlaget\nhär: Kim\n\nMål andra halvåret 2031 (som på väggen)\n\n- 9 båtar ute - Jan-Erik\n",
    "da": "Driftsholdet\nher: Kim\n\nMål 2. halvår 2031 (som på væggen)\n\n- 9 både ude - Jan-Erik\n",
}
DEEDS = {
    "en": "things that need doing this week",
    "nb": "ting som må gjøres denne uka",
    "nn": "ting som må gjerast denne veka",
    "sv": "saker som måste göras i veckan",
    "da": "ting der skal gøres i ugen",
}


@pytest.mark.parametrize("language", NAMED)
def test_a_line_alone_that_names_goals_and_their_time_is_a_heading(language: str) -> None:
    goal = the(f"{NAMED[language]}\n{DEEDS[language]}\n* 40 meter\n", language)
    assert (due(goal), owners(goal)) == ("2031-12-31", "Jan-Erik")
