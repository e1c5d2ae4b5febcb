import pytest

from smartlint.rule import Project, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.seasonal_dip import SeasonalDip


def year(sentence: str, *targets: str, word: str = "goal", period: str = "period", last: str = "") -> str:
    """A goal for each quarter, with its own target; of the last one it may be marked."""
    lines = []
    for quarter, target in enumerate(targets, 1):
        if target:
            lines.append(f"{word} {quarter}: {sentence.format(target)}\n  {period}: 2026-Q{quarter}\n")
    return "".join(lines) + last


def test_cases() -> None:
    check_rule(
        SeasonalDip,
        valid=[
            year("Sell {} cards", "30", "40", "20", "90"),
            year("Selge {} gavekort", "30", "40", "20", "25", word="mål", period="periode"),
            year("Selje {} gåvekort", "30", "40", "", "30", word="mål", period="periode"),
            # what is to fall, times, other things, other teams, other years
            year("Minska svinnet till {} kg", "30", "40", "35", "20", word="mål"),
            year("Svare kunderne inden for {} timer", "30", "40", "35", "20", word="mål", period="periode"),
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 tickets\n  period: 2026-Q4\n",
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 cards\n  period: 2025-Q4\n",
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 cards\n  period: 2026-Q4\n  channel: market stall\n",
            year("Sell {} cards", "30", "40") + "team: Web\ngoal 4: Sell 20 cards\n  period: 2026-Q4\n",
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 cards\n  period: 2026-Q4\n  status: cancelled\n",
            # two quarters are no season; neither is a month or the half of a year
            year("Sell {} cards", "30", "", "", "20"),
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 cards\n  period: December 2026\n",
            year("Sell {} cards", "30", "40") + "goal 4: Sell 20 cards\n  period: 2026-H2\n",
        ],
        invalid=[
            Invalid(year("Sell {}", "30 cards", "40 cards", "25 cards", "⟦20 cards⟧"), "dip", {"peak": 4}),
            Invalid(
                year("Selge for {} i butikken", "30 000 kr", "40 000 kr", "", "⟦20 000 kr⟧", word="mål", period="periode"),
                "dip",
                {"target": "20 000 kr"},
            ),
            # the sentence names the quarter
            Invalid(
                "mål 1: Selje 30 gåvekort i 1. kvartal 2026\nmål 2: Selje 40 gåvekort i 2. kvartal 2026\n"
                "mål 3: Selje ⟦20 gåvekort⟧ i 4. kvartal 2026\n",
                "dip",
            ),
            # over files, by metric
            Invalid(
                {
                    "q1.goals": "team: Butik\nperiod: K1 2026\nmål 1: Sälja mer\n  mätetal: omsättning\n  målvärde: 3 Mkr\n",
                    "q3.goals": "team: Butik\nperiod: K3 2026\nmål 1: Sälja mer\n  mätetal: omsättning\n  målvärde: 4 Mkr\n",
                    "q4.goals": "team: Butik\nperiod: K4 2026\nmål 1: Hög omsättning\n  mätetal: Omsättningen\n"
                    "  målvärde: ⟦2 Mkr⟧\n",
                },
                "dip",
            ),
            Invalid(
                year("Sælge {} gavekort", "30", "40", "25", word="mål", period="periode")
                + "mål 4: Sælge ⟦12 gavekort⟧ i 4. kvartal 2026\n",
                "dip",
            ),
        ],
    )


@pytest.mark.parametrize(("peak", "count"), [(1, 0), (2, 1), (3, 0), (4, 0)])
def test_the_strongest_quarter_is_an_option(peak: int, count: int) -> None:
    from smartlint.facts import collect
    from smartlint.parser import parse

    facts = collect(parse(year("Sell {} cards", "30", "10", "25", "20"), "a.goals", today=TODAY))
    found = list(SeasonalDip().check(Project([facts]), {"peak": peak}, date(2026, 2, 1)))
    assert len(found) == count


def test_the_other_targets_are_shown() -> None:
    text = year("Sell {} cards", "30", "40", "25", "20")
    (found,) = lint(text, SeasonalDip).findings
    assert [text[slice(*place.span)] for place in found.related] == ["30 cards", "40 cards", "25 cards"]


def test_page() -> None:
    check_page(SeasonalDip)
