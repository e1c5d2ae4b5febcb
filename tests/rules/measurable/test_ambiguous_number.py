from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.ambiguous_number import AmbiguousNumber


def test_cases() -> None:
    check_rule(
        AmbiguousNumber,
        valid=[
            "goal: Sell 1,500 tickets\n",
            "goal: Sell for €12.50 on average\n",
            "goal: Keep the parts within 0.125 mm\n",
            "goal: Raise £1,250,000\n",
            "goal: Sell 1.25 million litres\n",
            "mål: Selge 1.500 billetter\n  eier: Ida Berg\n",
            "mål: Selge 1 500 billetter for 1,5 mill. kr\n  eier: Ida Berg\n",
            "mål: Selje 1 500 billettar\n  eigar: Ida Berg\n",
            "mål: Selje for 2.500 kr per kunde\n  eigar: Ida Berg\n",
            "mål: Sälja 1 500 biljetter\n  ägare: Ida Berg\n",
            "mål: Sälja 12,5 ton ved\n  ägare: Ida Berg\n",
            "mål: Sælge 1.500 billetter\n  ejer: Ida Berg\n",
            "mål: Sælge for 2,5 mio. kr.\n  ejer: Ida Berg\n",
            # nobody counts them in thousands
            "goal: Keep the booking system up 99.995 % of the time\n",
            "mål: Minska felen till 0,125 %\n  ägare: Ida Berg\n",
            "goal: Raise the rating to 4.625 of 5\n",
            # measured to the gram
            "goal: Ship 2.125 tonnes of compost\n",
            "mål: Sälja 1,125 ton ved\n  ägare: Ida Berg\n",
            # a thousand thousands, grouped by the language's own decimal mark, can be read in one way only
            "mål: Selge for 1,250,000 kr\n  eier: Ida Berg\n",
            # a version and a date are no quantities
            "goal: Move 3 sites to version 1.500 by 2026-05-31\n",
        ],
        invalid=[
            Invalid("goal: Raise ⟦€2.750⟧ for shelves\n", "ambiguous", {"large": "2,750", "small": "2.75"}, level="warning"),
            Invalid("goal: Sell 20 tickets\n  target: ⟦1.500⟧\n", "ambiguous", {"large": "1,500", "small": "1.5"}),
            Invalid("mål: Selge ⟦1,500 billetter⟧\n  eier: Ida Berg\n", "ambiguous", {"large": "1\u00a0500", "small": "1,5"}),
            Invalid("mål: Selge for ⟦kr 12,500⟧\n  eier: Ida Berg\n", "ambiguous", {"large": "12\u00a0500", "small": "12,5"}),
            Invalid("mål: Selje ⟦2,000 billettar⟧\n  eigar: Ida Berg\n", "ambiguous", {"large": "2\u00a0000", "small": "2,0"}),
            Invalid("mål: Selje billettar for ⟦2,400 kr⟧ per kunde\n  eigar: Ida Berg\n", "ambiguous", {"small": "2,4"}),
            Invalid("mål: Sälja ⟦1,250 ton⟧ ved\n  ägare: Ida Berg\n", "ambiguous", {"small": "1,25", "large": "1\u00a0250"}),
            Invalid("mål: Sälja för ⟦1,500 kr⟧\n  ägare: Ida Berg\n  budget: 2 000 kr\n", "ambiguous"),
            Invalid("mål: Sælge ⟦1,500 billetter⟧\n  ejer: Ida Berg\n", "ambiguous"),
            Invalid(
                "mål: Sælge flere billetter\n  ejer: Ida Berg\n  milepæle:\n    - 2026-03-31: ⟦1,200 billetter⟧\n",
                "ambiguous",
            ),
            # one finding for a goal
            Invalid("mål: Öka från ⟦1,500⟧ till 2,500 kunder\n  ägare: Ida Berg\n  budget: 3,250 kr\n", "ambiguous"),
        ],
    )


def test_the_other_numbers_are_shown_beside_it() -> None:
    text = "mål: Öka från 1,500 till 2,500 kunder\n  ägare: Ida Berg\n  budget: 3,250 kr\n"
    (found,) = lint(text, AmbiguousNumber).findings
    assert [text[slice(*place.span)] for place in found.related] == ["2,500 kunder", "3,250 kr"]


def test_page() -> None:
    check_page(AmbiguousNumber)
