"""CSV files, as a spreadsheet opens them."""

import csv
import io

import pytest

from smartlint.review.outputs.csv import write
from smartlint.review.tables import NAMES, table
from tests.review.organisation import HOSTILE, hostile, reviewed

HOSTILE_REVIEWS = {language: reviewed(hostile(), language=language) for language in ("en", "nb")}
FORMULAS = tuple("=+-@＝\t\r")


def opened(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_it_holds_the_goals_unless_another_table_is_asked_for() -> None:
    goals = opened(b"".join(write(reviewed(), "")), ",")
    assert [row[0] for row in goals] == ["Goal", "S1", "G1", "G2", "R1", "R2"]
    teams = opened(b"".join(write(reviewed(), "teams")), ",")
    assert [row[0] for row in teams] == ["Team", "Board", "Kitchen", "Reception"]


def test_it_is_as_the_spreadsheets_of_the_language_read_it() -> None:
    data = b"".join(write(reviewed(language="da"), "teams"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert len({len(row) for row in opened(data, ";")}) == 1
    assert b"\r\n" in data


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", HOSTILE_REVIEWS)
def test_no_cell_of_hostile_goals_is_a_formula(name: str, language: str) -> None:
    review = HOSTILE_REVIEWS[language]
    rows = opened(b"".join(write(review, name)), "," if language == "en" else ";")
    assert len(rows) == 1 + len(table(review, name).rows)
    for row in rows:
        assert len(row) == len(rows[0])
        for cell in row:
            assert not cell.lstrip(' "').startswith(FORMULAS), cell
            assert "\x1b" not in cell


def test_what_was_written_can_still_be_read() -> None:
    goals = opened(b"".join(write(HOSTILE_REVIEWS["en"], "goals")), ",")
    assert any("+1+cmd|" in cell for row in goals for cell in row)
    assert len(goals) == 1 + 2 * len(HOSTILE)
