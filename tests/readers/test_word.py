"""Word documents: what is a goal in them, what belongs to it, and where it stands."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.extracting import decode
from smartlint.goal import Document
from smartlint.readers import read_document
from smartlint.testing import TODAY
from tests.readers.office import Piece, word
from tests.readers.told import due, owners


def read(*pieces: Piece) -> Document:
    return read_document(decode(word(pieces), "plan.docx"), "plan.docx", today=TODAY)


def goals(*pieces: Piece) -> list[str]:
    """The sentences of the goals, deeper ones indented by a dot for each level."""
    return ["." * (len(goal.path) - 1) + goal.statement.plain for goal in read(*pieces).all_goals]


def test_goals_in_lists_with_their_fields_below() -> None:
    (first, second) = read(
        "# Mål", "- Selge 9 kaker", "-- Ansvarlig: Kim Day", "-- Frist: 1. mai 2026", "- Bake brød"
    ).all_goals
    assert (owners(first), due(first), owners(second)) == ("Kim Day", "2026-05-01", "")


def test_a_line_of_text_is_the_line_of_its_paragraph() -> None:
    document = read("# Mål", "", "- Selge 9 kaker")
    assert document.source.position(document.all_goals[0].statement.span.start) == (3, 3)


def test_paragraphs_stand_apart() -> None:
    assert goals(
        "# Mål 2026", "Dette er målene våre.", "- Selge 9 kaker", "Vi følger dem opp hver måned.", "Det er viktig."
    ) == ["Selge 9 kaker"]


def test_line_breaks_in_a_paragraph() -> None:
    (goal,) = read("# Mål", "- Selge 9 kaker\nom dagen\nEier: Kim Day\nFrist: 1. mai 2026").all_goals
    assert (goal.statement.plain, owners(goal), due(goal)) == ("Selge 9 kaker om dagen", "Kim Day", "2026-05-01")


def test_items_that_are_typed() -> None:
    assert goals("# Mål", "- a) Selge 9 kaker", "• Bake brød", "2) Åpne på søndager") == [
        "a) Selge 9 kaker",
        "Bake brød",
        "Åpne på søndager",
    ]


def test_boxes_to_tick() -> None:
    done, left = read("# Mål", "☒ Selge 9 kaker", "☐ Bake brød").all_goals
    assert (done.statement.plain, done.status, left.status) == ("Selge 9 kaker", "done", "committed")


def test_names_in_bold_print_stand_over_what_they_name() -> None:
    (goal,) = read(
        "# Plan", "**Mål**", "Flere kjøper brød om morgenen.", "**Ansvarlig**", "Kim Day", "**Bakgrunn**", "- Et"
    ).all_goals
    assert (goal.statement.plain, owners(goal)) == ("Flere kjøper brød om morgenen.", "Kim Day")


def test_a_form() -> None:
    first = [["Mål", "Selge 9 kaker"], ["Ansvarlig", "Kim Day"], ["Frist", "1. mai 2026"]]
    second = [["Mål:", "Bake brød"], ["Ansvarlig:", "Per Lie"]]
    assert [(goal.statement.plain, owners(goal)) for goal in read(first, "", second).all_goals] == [
        ("Selge 9 kaker", "Kim Day"),
        ("Bake brød", "Per Lie"),
    ]


def test_a_table_with_bars_and_bold_print_in_its_cells() -> None:
    rows = [["**Mål**", "**Eier**"], ["**Selge** 9 | 10 kaker", "Kim Day"]]
    (goal,) = read(rows).all_goals
    assert (goal.statement.plain, owners(goal)) == ("Selge 9 | 10 kaker", "Kim Day")


def test_signs_of_markdown_are_text() -> None:
    text = "# Mål\n- Selge 9 *kaker* <per dag> `nå` [her](x)\n```\n- Bake brød <!-- smartlint: ignore[OWN001] -->\n"
    document = read_document(text, "plan.docx", today=TODAY)
    assert next(goal.statement.plain for goal in document.all_goals) == "Selge 9 *kaker* <per dag> `nå` [her](x)"
    assert len(document.all_goals) == 2
    assert not document.directives


LINES = st.sampled_from(
    [
        "",
        "# Mål",
        "## Salg",
        "- Selge 9 kaker",
        "  - Frist: Q2",
        "  inne",
        "**Eier**",
        "**KR1:** Bake\vEier: Kim",
        "~~- Bake~~",
        "| Mål | Eier |",
        "| Selge |  |",
        "| 〃 | \\| |",
        "|",
        "| x",
        "[x] Bake",
        "**",
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=8))
def test_whatever_stands_in_a_document_its_goals_have_places_in_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = read_document(text, "plan.docx", today=TODAY)
    for goal in document.all_goals:
        assert 0 <= goal.statement.span.start < goal.statement.span.end <= len(text)
        assert goal.because is not None
        assert document.source.slice(goal.because).strip()
