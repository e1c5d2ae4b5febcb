from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.balanced.cost_without_service import CostWithoutService


def test_cases() -> None:
    check_rule(
        CostWithoutService,
        valid=[
            "goal: Cut costs from €2m to €1.8m\n  guardrail: at most 3 complaints a week\n",
            "goal: Reduce overhead by 8 %\n\ngoal: Keep the response time below 4 hours\n",
            "mål: Redusere utgiftene med 8 %\n\nmål: Få 9 av 10 fornøyde kunder\n",
            "mål: Redusere kostnadene med 8 %\n  rekkverk: ventetiden holder seg under 7 dager\n",
            "mål: Redusere utgiftene med 8 %\n\nmål: Halde snittkarakteren over 4,3\n",
            "mål: Redusere overtida med 8 %\n  nådd når: åtte av ti er nøgde\n",
            "mål: Sänka kostnaderna med 8 %\n\nmål: Höja NPS från 31 till 40\n",
            "mål: Minska övertiden med 8 %\n  skyddsräcke: högst 4 klagomål i månaden\n",
            "mål: Sænke udgifterne med 8 %\n  værn: højst 2 klager om måneden\n",
            "mål: Reducere omkostningerne med 8 %\n\nmål: Ventetiden er højst 10 minutter\n",
            # no goal of lower cost
            "goal: Publish the costs of each department\n",
            "goal: Show the delivery cost on the product page\n",
            "mål: Redusere utgiftene med 8 %\n  status: cancelled\n",
        ],
        invalid=[
            Invalid("⟦goal G1⟧: Cut costs from €2m to €1.8m\n", "alone", level="info"),
            Invalid("goal: Win 15 customers\n\n⟦goal⟧: Reduce overhead by 8 %\n", "alone"),
            Invalid("⟦mål⟧: Redusere utgiftene med 8 %\n", "alone"),
            Invalid("⟦mål⟧: Kutte vikarutgiftene til 1,2 mill. kr\n", "alone"),
            Invalid("⟦mål⟧: Redusere driftskostnadene med 8 %\n  eigar: Arne Fauske\n", "alone"),
            Invalid("⟦mål⟧: Redusere overtida frå 120 til 60 timar\n", "alone"),
            Invalid("⟦mål⟧: Sänka kostnaderna med 8 %\n", "alone"),
            Invalid("⟦mål⟧: Minska övertiden från 120 till 60 timmar\n", "alone"),
            Invalid("⟦mål⟧: Sænke udgifterne med 8 %\n", "alone"),
            Invalid("⟦mål⟧: Reducere omkostningerne fra 2 til 1,8 mio. kr.\n", "alone"),
            # one a file
            Invalid("⟦mål 1⟧: Sænke udgifterne med 8 %\n\nmål 2: Nedbringe lønomkostningerne med 5 %\n", "alone"),
        ],
    )


def test_page() -> None:
    check_page(CostWithoutService)
