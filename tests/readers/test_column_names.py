"""What the names of columns mean, in all languages."""

from __future__ import annotations

import pytest

from smartlint.readers.column_names import column_field, is_amount, is_name, row_kind


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Ansvarlig", "owner"),
        ("Ansvarlig (navn)", "owner"),
        ("Prosesseier", "owner"),
        ("Målansvarig", "owner"),
        ("DRI", "owner"),
        ("By when", "deadline"),
        ("Klart senast", "deadline"),
        ("Hvornår", "deadline"),
        ("Innan når", "deadline"),
        ("Baseline 2025", "baseline"),
        ("Nuläge", "baseline"),
        ("Target (2026)", "target"),
        ("Afdeling", "team"),
        ("Timeline", "period"),
        ("Weight", ""),
        ("Leier", ""),
        ("Room", ""),
    ],
)
def test_names_of_fields(name: str, field: str) -> None:
    assert column_field(name, "en") == field


@pytest.mark.parametrize("name", ["Goal", "Mål 2026", "Målsætning", "Owner", "Beskrivelse", "Key result (KR)"])
def test_names_that_are_known(name: str) -> None:
    assert is_name(name, "en")


@pytest.mark.parametrize("name", ["", "12", "12 %", "30.06.2026", "KR1", "Objective 2", "Sell 9 cakes", "a b c d e f goal"])
def test_what_is_no_name(name: str) -> None:
    assert not is_name(name, "en")


@pytest.mark.parametrize("text", ["9", "9,5 %", "1 200 kr", "€ 18.50", "2026-06-30", "80x40x120", "5/6", "30.6.", "≥ 4"])
def test_amounts(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize("text", ["", "9 of 10 readers can explain it", "Q1", "Sell 9 cakes", "K2", "Sum"])
def test_what_is_no_amount(text: str) -> None:
    assert not is_amount(text)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [("Objective 2", "objective", "2"), ("KR1.1", "key_result", "1.1"), ("O3:", "objective", "3"), ("Mål", "goal", "")],
)
def test_what_a_row_is(text: str, kind: str, number: str) -> None:
    word, found_number = row_kind(text, "en")
    assert word is not None
    assert (word.kind, found_number) == (kind, number)
    assert row_kind("Initiative", "en")[0] is None


@pytest.mark.parametrize("name", ["maal", "hvornaar", "what we measure", "hva vi måler", "vad vi mäter"])
def test_names_with_and_without_their_letters(name: str) -> None:
    assert is_name(name, "da")
