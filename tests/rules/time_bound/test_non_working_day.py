import sys
from types import SimpleNamespace
from typing import Any

import pytest

from smartlint.parser import parse
from smartlint.rule import Context, Option, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound import non_working_day
from smartlint_rules.time_bound.non_working_day import NonWorkingDay


class Norwegian(NonWorkingDay):
    options = (Option("country", "NO", {"type": "string"}, ""),)


@pytest.fixture(autouse=True)
def fresh() -> None:
    non_working_day._holidays.cache_clear()


def test_cases() -> None:
    check_rule(
        NonWorkingDay,
        valid=[
            "mål: Få 90 kunder\n  hvordan:\n    - Smaksprøver hver lørdag (frist: 2026-03-07)\n",
            "mål: Ha 40 gjester på søndager innen 15. mars 2026\n",
            "mål: Sälja 40 kort senast lördagen den 14 mars 2026\n",
            "mål: Få 12 kunder\n  frist: lør. 14.03.2026\n",
            "goal: Sign 12 customers by 13 March 2026\n",
            "goal: Sign 12 customers by 31 May 2026\n",
            "goal: Sign 12 customers by 14 March\n",
            "goal: Sign 12 customers\n  deadline: Saturday 14 March 2026\n",
            "mål: Selge 400 billetter innen uke 11 2026\n",
            "periode: 2026-01-05–2026-03-14\nmål: Selge 400 billetter\n",
            "mål: Selje 400 billettar innan laurdag 14. mars 2026\n",
            "mål: Selje 400 billettar innan februar 2026\n",
            "mål: Sälja 400 kort senast 30 juni 2026\n",
            "mål: Sälja 400 kort\n  senast: 2026-Q1\n",
            "mål: Sælge 400 rejser inden udgangen af maj 2026\n",
            "mål: Sælge 400 rejser\n  frist: 2026-03-14\n  status: aflyst\n",
            "goal: Sign 12 customers by 25 December 2026\n",
        ],
        invalid=[
            Invalid(
                "goal: Sign 12 customers ⟦by 14 March 2026⟧\n",
                "saturday",
                {"date": date(2026, 3, 14), "before": date(2026, 3, 13)},
                "info",
            ),
            Invalid("goal: Sign 12\n  deadline: 2026-06-30\n  milestones:\n    - ⟦2026-03-15⟧: 4\n", "sunday"),
            Invalid("mål: Få 12 kunder\n  frist: ⟦14.03.2026⟧\n", "saturday"),
            Invalid("mål: Få 12 kunder\n  hvordan:\n    - Ringe 40 (frist: ⟦2026-03-15⟧)\n", "sunday"),
            Invalid("mål: Få 12 kundar ⟦innan 7. mars 2026⟧\n", "saturday"),
            Invalid("mål: Få 12 kundar\n  frist: ⟦17. mai 2026⟧\n", "sunday", {"before": date(2026, 5, 15)}),
            Invalid("mål: Sälja 40 kort ⟦senast den 6 juni 2026⟧\n", "saturday"),
            Invalid("mål: Sälja 40 kort\n  senast: ⟦2026-03-15⟧\n", "sunday"),
            Invalid("mål: Sælge 40 rejser ⟦inden 14. marts 2026⟧\n", "saturday"),
            Invalid("mål: Sælge 40 rejser\n  frist: ⟦15.03.2026⟧\n", "sunday"),
        ],
    )


def test_public_holidays_of_a_country(monkeypatch: pytest.MonkeyPatch) -> None:
    def country_holidays(country: str, subdiv: str | None = None, years: int = 0) -> dict[date, str]:
        assert (country, subdiv) == ("NO", None)
        return {date(years, 4, 2): "skjærtorsdag", date(years, 4, 3): "langfredag"}

    monkeypatch.setitem(sys.modules, "holidays", SimpleNamespace(country_holidays=country_holidays))
    check_rule(
        Norwegian,
        valid=["mål: Få 12 kunder innen 1. april 2026\n", "mål: Få 12 kunder innen 3. april\n"],
        invalid=[
            Invalid(
                "mål: Få 12 kunder ⟦innen 3. april 2026⟧\n",
                "holiday",
                {"name": "langfredag", "before": date(2026, 4, 1), "country": "NO"},
            ),
            Invalid("mål: Få 12 kunder ⟦innen 4. april 2026⟧\n", "saturday", {"before": date(2026, 4, 1)}),
        ],
    )
    assert not lint("mål: Få 12 kunder innen 3. april 2026\n", NonWorkingDay).findings


def _unknown(*_: Any, **__: Any) -> dict[date, str]:
    raise NotImplementedError


@pytest.mark.parametrize("package", [None, SimpleNamespace(country_holidays=_unknown)])
def test_without_the_package_or_the_country_only_weekends_are_found(monkeypatch: pytest.MonkeyPatch, package: object) -> None:
    monkeypatch.setitem(sys.modules, "holidays", package)
    check_rule(
        Norwegian,
        valid=["mål: Få 12 kunder innen 3. april 2026\n"],
        invalid=[Invalid("mål: Få 12 kunder ⟦innen 4. april 2026⟧\n", "saturday", {"before": date(2026, 4, 3)})],
    )


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("goal: Sign 12 customers\n  deadline: 2026-03-13\n", ["2026-03-13"]),
        ("goal: Sign 12 customers\n  deadline: 2026-Q1\n", []),
        ("goal: Sign 12 customers\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = NonWorkingDay().check(document.all_goals[0], Context(document, TODAY, {"country": ""}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(NonWorkingDay)
