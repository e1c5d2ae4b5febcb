"""What two texts must have in common to say the same."""

from datetime import date

import pytest

from smartlint.formatter.meaning import Meaning
from smartlint.parser import parse

TEXT = """\
team: Nord
mål 1: Øke salget fra 30 til 40
  eier: Kari Nordmann
  hvordan:
    - Ringe
# smartlint: ignore[OWN] -- avtalt
mål 2: Få 12 kunder
  eeier: Per
"""


_SILENT = "# smartlint: ignore[OWN] -- avtalt\n"


def meaning(text: str) -> Meaning:
    return Meaning(parse(text, today=date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\n\n"), ("  eier", "      Eier "), ("- R", "*   R"), ("Øke salget", "Øke\n     salget"), ("team:", "# x\nTEAM :")],
)
def test_layout_is_no_meaning(old: str, new: str) -> None:
    assert meaning(TEXT).changed(meaning(TEXT.replace(old, new))) == set()


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Øke", "Auke", {1}),
        ("Kari", "kari", {1}),
        ("  eier: Kari Nordmann\n", "", {1}),
        ("    - Ringe\n", "  note: Ringe\n", {1}),
        ("12 kunder", "13 kunder", {2}),
        ("  eeier", "  eeeier", {2}),
        ("Nord\n", "Sør\n", {1, 2}),
        (f"{_SILENT}mål 2: Få 12 kunder\n", f"mål 2: Få 12 kunder\n{_SILENT}", {0}),
        ("ignore[OWN]", "ignore[MEA]", {0}),
        ("mål 2: Få 12 kunder", "  mål 2: Få 12 kunder", {1}),
    ],
)
def test_what_else_changes_is_told_by_its_goal(old: str, new: str, where: set[int]) -> None:
    assert meaning(TEXT).changed(meaning(TEXT.replace(old, new))) == where
