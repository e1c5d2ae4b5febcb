"""What columns are is told by their names in five languages, and by what stands in them where a name may mean two things."""

from __future__ import annotations

import pytest

from smartlint.readers.blocks import Row
from smartlint.readers.columns import columns
from smartlint.readers.found_columns import Columns
from smartlint.readers.mapping import DocumentMapping
from smartlint.source import Span


def found(*lines: str, mapping: DocumentMapping | None = None) -> Columns:
    """The columns of a table, its cells parted by bars."""
    text, rows = "", []
    for line in lines:
        cells = []
        start = len(text)
        for cell in line.split("|"):
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell + "|"
        rows.append(Row(start, tuple(cells), (False,) * len(cells)))
    return columns(text, rows[0], "en", rows[1:], mapping or DocumentMapping())


def goals(*lines: str) -> list[int]:
    return [number for number, _ in found(*lines).goals]


def test_numbers_below_a_goal_word_are_targets() -> None:
    table = found("Indikator|2025|Mål 2026", "Fornøyde kunder|78|85")
    assert [number for number, _ in table.goals] == [0]
    assert table.fields[2] == "target"
    assert table.time == 2
    assert goals("Måned|Mål|Utfall", "Januar|120 000|118 000") == []
    assert goals("Team|Goal|Done", "Sales|14|9") == []


def test_sentences_below_a_goal_word_are_goals_beside_what_is_measured() -> None:
    assert goals("KPI|Goal", "Cakes|Sell more cakes than last year") == [1]
    assert goals("KPI|Goal", "Cakes sold in May|9") == [0]


def test_a_column_that_speaks_of_goals_without_sentences_is_none() -> None:
    assert goals("Goal met|Owner", "yes|Kim Day") == []
    assert goals("Mål (cm)|Vare", "80x40|Reol") == []


def test_what_is_measured_and_has_a_target_is_a_goal() -> None:
    assert goals("KPI|Baseline|Target", "Cakes sold|4|9") == [0]
    assert goals("KPI|Jan|Feb", "Cakes sold|4|9") == []


def test_a_column_says_what_each_row_is() -> None:
    table = found("Type|Title|Owner", "Objective|Be the bakery people love|Kim", "Key result|Sell 9 cakes|Kim", "Task|Bake|Per")
    assert (table.kind, [number for number, _ in table.goals], table.sure) == (0, [1], True)


def test_a_unit_is_no_team() -> None:
    assert found("Mål|Enhet|Mål 2026", "Fornøyde kunder i butikk|%|9").unit == 1
    assert found("Mål|Enhet", "Fornøyde kunder i butikk|Salg").fields == {1: "team"}
    assert found("Mål|Enhet", "Fornøyde kunder i butikk|Salg og marked").fields == {1: "team"}
    assert found("Mål|Enhet", "Fornøyde kunder i butikk|Salg i Oslo").fields == {1: "team"}
    measured = found("Mål|Team|Enhet", "Holde demoer på messer|Salg|per uke", "Øke snittkjøp i butikk|Salg|kr per kunde")
    assert (measured.unit, measured.fields) == (2, {1: "team"})


def test_a_column_for_each_quarter() -> None:
    table = found("Team|Q1|Q2", "Kitchen|Write down all recipes|Serve 200 lunches a day")
    assert (table.timed, [number for number, _ in table.goals], table.sure) == (True, [1, 2], False)
    assert goals("Team|Q1|Q2", "Kitchen|14|19") == []


def test_what_the_configuration_says_wins() -> None:
    mapping = DocumentMapping(kinds=(("ambition", "goal"),), fields=(("boss", "owner"),), ignored=("goal",))
    table = found("Ambition|Boss|Goal", "Sell 9 cakes|Kim|see above", mapping=mapping)
    assert ([number for number, _ in table.goals], table.fields) == ([0], {1: "owner"})


def test_the_name_of_a_column_may_stand_behind_its_year() -> None:
    table = found("Mål|2025 (nå)|2026 (mål)|Eier", "Færre kunder venter i butikken|12|6|Kari")
    assert (table.fields, [number for number, _ in table.goals]) == ({1: "baseline", 2: "target", 3: "owner"}, [0])


def test_a_unit_of_which_some_are_longer_is_no_team() -> None:
    rows = ("Færre kunder venter i butikken|stk|6", "Flere brød hver dag|brød per 100 kunder|9", "Kortere kø i butikken|min.|3")
    assert found("Mål|Enhet|Mål 2026", *rows).unit == 1


@pytest.mark.parametrize(
    "unit",
    "mill. kr|mio. kr.|mrd. kr|Mkr|miljoner kr|t.kr.|1000 kr|$k|M€|USD million|percentage points|Prosent|tonn CO2e".split("|"),
)
def test_what_money_and_shares_are_counted_in_is_no_team(unit: str) -> None:
    table = found("Goal|Unit|Target", f"Sell more cakes than last year|{unit}|12")
    assert (table.unit, table.fields) == (1, {2: "target"})


@pytest.mark.parametrize("team", ["Salg Nord", "Kitchen", "Butikk", "Økonomi og drift"])
def test_a_part_of_the_house_is_no_unit(team: str) -> None:
    assert found("Mål|Enhet|Target", f"Sell more cakes than last year|{team}|12").unit is None


@pytest.mark.parametrize(
    "names",
    ["Goal|Actual 2026|Target 2027", "Mål|Utfall 2026|Måltall 2027", "Mål|Status 2026|Mål 2027", "Goal|2026|Target 2027"],
)
def test_what_came_out_the_year_before_is_where_it_starts(names: str) -> None:
    assert found(names, "Happy guests in the house|20|35").fields == {1: "baseline", 2: "target"}
    assert "baseline" not in found(names.replace("2026", "2028"), "Happy guests in the house|20|35").fields.values()


def test_a_column_that_nobody_knows_stays_under_its_own_name() -> None:
    table = found("Goal|Cost centre|Colour (A-E)|12|Owner", "Sell more cakes than last year|4711|3|x|Kim")
    assert table.fields == {1: "x-cost-centre", 2: "x-colour-a-e", 4: "owner"}
    ignoring = DocumentMapping(ignored=("cost centre",))
    assert found("Goal|Cost centre", "Sell more cakes than last year|4711", mapping=ignoring).fields == {}


@pytest.mark.parametrize(
    ("header", "row", "sure"),
    [
        ("id|titel|ejer|frist|udgangspunkt", "1|Strøm ved alle kajer|Bo|2027-11-01|2", True),
        ("id|title|assignee|due|status", "1|Fix the login page|Kim|2027-01-01|open", False),
        ("Success criterion|Baseline|Target", "Pupils who read at level 3|64%|75%", True),
        ("Suksesskriterium|Ansvarlig", "God forankring i ledelsen|Kim", False),
    ],
)
def test_what_starts_from_somewhere_and_is_to_reach_something_is_a_goal(header: str, row: str, sure: bool) -> None:
    assert found(header, row).sure == sure
