"""The last line says how much was found in how much, and counts what is not shown."""

import pytest

from smartlint.finding import Finding, Result
from smartlint.reporters import Look
from smartlint.reporters.closing import closing, summary
from smartlint.rule import Level
from smartlint.source import Source
from tests.reporters.samples import TODAY, Remark, Twofold, Unowned, finding, result, waived


def found(level: Level, path: str = "a.goals") -> tuple[Finding, Source]:
    rule = {"error": Unowned, "warning": Twofold, "info": Remark}[level]
    return finding(rule, "⟦goal⟧: Win", path=path)


def line(of: Result, **look: bool | str) -> str:
    return summary(of, Look(today=TODAY, **look))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (result(files=0, goals=0), "No goal files found."),
        (result(files=14, goals=38), "All fine: no findings in 14 files (38 goals)"),
        (result(found("error"), files=1, goals=1200), "1 error in 1 file (1,200 goals)"),
        (result(found("error"), found("error", "b.goals"), files=2, goals=2), "2 errors in 2 files (2 goals)"),
        (result(found("error"), found("error"), files=14, goals=2), "2 errors in 1 of 14 files (2 goals)"),
        (result(found("error"), found("warning"), files=1), "1 error, 1 warning in 1 file (1 goal)"),
        (result(found("info"), files=3), "No errors or warnings in 3 files (1 goal) and 1 note (`--verbose`)"),
        (result(found("warning"), found("info", "b.goals"), files=2),
         "1 warning in 1 of 2 files (1 goal) and 1 note (`--verbose`)"),
    ],
)  # fmt: skip
def test_the_summary(given: Result, expected: str) -> None:
    assert line(given) == expected


def test_what_is_shown_is_counted_with_the_rest() -> None:
    given = result(found("warning"), found("info", "b.goals"), files=3)
    assert line(given, verbose=True) == "1 warning, 1 note in 2 of 3 files (1 goal)"


def test_what_comments_have_silenced_is_counted() -> None:
    given = result(files=2)
    given.suppressed.append(found("error")[0])
    assert line(given) == "All fine: no findings in 2 files (1 goal); suppressed by comments: 1"


def test_what_is_waived_is_counted() -> None:
    given = result(found("warning"), files=2)
    given.waived.append(waived(found("error")[0]))
    assert line(given) == "1 warning in 1 of 2 files (1 goal); 1 waived"
    given.suppressed.append(found("error")[0])
    assert line(given).endswith("(1 goal); suppressed by comments: 1; 1 waived")
    given.waived *= 1200
    assert line(given).endswith("; 1,200 waived")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "2 feil, 1 advarsel i 1 av 14 filer (1 200 mål) og 1 merknad (`--verbose`)"),
        ("nn", "2 feil, 1 åtvaring i 1 av 14 filer (1 200 mål) og 1 merknad (`--verbose`)"),
        ("sv", "2 fel, 1 varning i 1 av 14 filer (1 200 mål) och 1 anmärkning (`--verbose`)"),
        ("da", "2 fejl, 1 advarsel i 1 af 14 filer (1 200 mål) og 1 bemærkning (`--verbose`)"),
    ],
)
def test_the_summary_is_translated(language: str, expected: str) -> None:
    given = result(*(found(level) for level in ("error", "error", "warning", "info")), files=14, goals=1200)
    assert line(given, language=language).replace("\u00a0", " ") == expected


def test_a_quiet_look_closes_with_nothing() -> None:
    assert list(closing(result(files=3), Look(today=TODAY, quiet=True))) == []
