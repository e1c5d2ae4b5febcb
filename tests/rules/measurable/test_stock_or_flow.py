from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.measurable.stock_or_flow import StockOrFlow


def test_cases() -> None:
    check_rule(
        StockOrFlow,
        valid=[
            # the verb tells
            "goal: Win 150 customers by 30 June 2026\n",
            "goal: Have 500 members by 30 June 2026\n",
            "mål: Verve 150 medlemmer innen jul\n  eier: Ida Berg\n",
            "mål: Verve 150 medlemer innan jul\n  eigar: Ida Berg\n",
            "mål: Värva 150 medlemmar före jul\n  ägare: Ida Berg\n",
            "mål: Hverve 150 medlemmer inden jul\n  ejer: Ida Berg\n",
            # another word tells
            "goal: Get 150 new customers by 30 June 2026\n",
            "goal: Get another 150 customers by 30 June 2026\n",
            "mål: Få 500 medlemmer i alt innen jul\n  eier: Ida Berg\n",
            "mål: Få 150 flere medlemmer innen jul\n  eier: Ida Berg\n",
            "mål: Få 150 nye kundar innan jul\n  eigar: Ida Berg\n",
            "mål: Totalt 500 medlemmar senast 30 juni 2026\n  ägare: Ida Berg\n",
            "mål: Få 150 medlemmer til inden jul\n  ejer: Ida Berg\n",
            "mål: Auke talet på medlemer til 500\n  eigar: Ida Berg\n",
            # a time within which they come
            "goal: Get 150 customers in the first quarter of 2026\n",
            "mål: Få 500 kunder i året\n  eier: Ida Berg\n",
            # a field tells
            "goal: Get 500 members by 30 June 2026\n  baseline: 430 members\n",
            "goal: Get 500 members by 30 June 2026\n  baseline: ?\n",
            "mål: Få 500 medlemmer innen jul\n  eier: Ida Berg\n  måles ved: betalende medlemmer i registeret\n",
            "mål: 500 medlemmar före jul\n  ägare: Ida Berg\n  uppnått när: registret visar 500\n",
            # so many do something
            "goal: Get 500 members to pay online by 30 June 2026\n",
            "goal: 200 customers have tried the app\n",
            "mål: 300 kunder bruker appen innen jul\n  eier: Ida Berg\n",
            "mål: 140 frivillige får opplæring innen jul\n  eier: Ida Berg\n",
            # a few are new ones
            "mål: Få 12 kunder innen 1. juli 2026\n  eier: Ida Berg\n",
            # what is not kept
            "goal: Get 500 answers by 30 June 2026\n",
            "mål: Få 200 bokningar före jul\n  ägare: Ida Berg\n",
            # what is done, rather than reached
            "performance goal: Get 500 customers by 30 June 2026\n",
        ],
        invalid=[
            Invalid(
                "goal: Get ⟦500 members⟧ by 30 June 2026\n",
                "either",
                {"number": "500 members"},
                level="info",
                fixed="goal: Get 500 members (⟨new, or in all⟩) by 30 June 2026\n",
            ),
            Invalid("goal: ⟦140 sponsors⟧\n", "either"),
            Invalid("mål: Få ⟦500 medlemmer⟧ innen 30. juni 2026\n  eier: Ida Berg\n", "either"),
            Invalid("mål: ⟦500 betalende kunder⟧ innen jul\n  eier: Ida Berg\n", "either", {"number": "500 betalende kunder"}),
            Invalid("mål: Oppnå ⟦200 medlemer⟧ innan jul\n  eigar: Ida Berg\n", "either"),
            Invalid("mål: ⟦140 frivillige⟧\n  eigar: Ida Berg\n  frist: 2026-05-01\n", "either"),
            Invalid("mål: Uppnå minst ⟦200 prenumeranter⟧ före jul\n  ägare: Ida Berg\n", "either"),
            Invalid("mål: ⟦140 volontärer⟧\n  ägare: Ida Berg\n  senast: 2026-05-01\n", "either"),
            Invalid("mål: Få mindst ⟦160 frivillige⟧ inden 1. maj 2026\n  ejer: Ida Berg\n", "either"),
            Invalid("mål: ⟦500 kunder⟧ inden jul\n  ejer: Ida Berg\n", "either"),
        ],
    )


def test_page() -> None:
    check_page(StockOrFlow)
