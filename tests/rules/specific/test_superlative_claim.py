from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.specific.superlative_claim import SuperlativeClaim


def test_cases() -> None:
    check_rule(
        SuperlativeClaim,
        valid=[
            # somebody ranks
            "goal: Win the award for best bakery in Leeds in 2026\n",
            "goal: Be ranked best in class by the hotel guide\n",
            "mål: Bli kåret til Norges beste hotell i 2026\n",
            "mål: Bli best i Bergen ifølge gjesteundersøkelsen\n",
            "mål: Vinne konkurransen om beste ost i 2026\n",
            "mål: Utses till årets bästa skola 2027\n",
            "mål: Kåres til byens bedste café i 2026\n",
            # a number, a metric or a goal below
            "goal: Be the leading supplier with 30 % of the market\n",
            "mål: Bli marknadsledande på cyklar i Skåne\n  mäts med: marknadsandel\n",
            "objective O1: Have the best service in town\n  KR 1.1: A rating of 4.8\n",
            "mål: Være førende inden for grøn transport\n  måltal: 400 kunder\n",
            # picking something out
            "goal: Call our best customers every week\n",
            "goal: Fix the most important errors\n",
            "goal: Sign a contract with the leading supplier\n",
            "mål: Ringe de viktigste kundene hver uke\n",
            "mål: Ansette en ledende sykepleier\n",
            "mål: Besøkje dei viktigaste kundane\n",
            "mål: Välja det billigaste anbudet\n",
            "mål: Besøge vores største kunder\n",
            "mål: Løse de vigtigste fejl\n",
            # a name
            "goal: Open a Best Western hotel in May\n",
            # a vision may dream
            "vision: The leading bakery in the North\n",
        ],
        invalid=[
            Invalid("goal: Become the ⟦leading⟧ bakery in Leeds by 2027\n", "word", {"word": "leading"}),
            Invalid("goal: Have the ⟦best⟧ service in town\n", "word"),
            Invalid("mål: Bli ⟦ledende⟧ på netthandel i Norden\n", "word"),
            Invalid("mål: Vi skal ha byens ⟦beste⟧ frokost\n", "word", {"word": "beste"}),
            Invalid("mål: Bli den ⟦leiande⟧ klinikken i fylket\n", "word"),
            Invalid("mål: Vere ⟦førstevalet⟧ for unge i bygda\n", "word"),
            Invalid("mål: Bli ⟦marknadsledande⟧ på cyklar i Skåne\n", "word"),
            Invalid("mål: Ha stans ⟦godaste⟧ frukost\n", "word"),
            Invalid("mål: Blive ⟦førende⟧ inden for grøn transport\n", "word"),
            Invalid("mål: Være egnens ⟦foretrukne⟧ hotel\n", "word"),
            # once a goal, at the first claim
            Invalid("goal: Be the ⟦leading⟧ and most modern, the best clinic in town\n", "word"),
            # when is not who ranks
            Invalid("period: 2026\n\nmål: Være byens ⟦beste⟧ kafé\n  frist: 2026-12-31\n", "word"),
        ],
    )


def test_a_measure_that_was_meant() -> None:
    assert not lint("mål: Være førende inden for grøn transport\n  måltal:\n", SuperlativeClaim).findings


def test_page() -> None:
    check_page(SuperlativeClaim)
