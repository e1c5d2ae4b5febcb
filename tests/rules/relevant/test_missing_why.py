from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.relevant.missing_why import MissingWhy


def test_cases() -> None:
    check_rule(
        MissingWhy,
        valid=[
            "goal: Win 50 customers\n  why: two of our five large ones leave this year\n",
            "mål: Få 50 kunder\n  hvorfor: to av de store slutter i år\n",
            "mål: Få 50 kundar\n  kvifor: to av dei store sluttar i år\n",
            "mål: Få 50 kunder\n  varför: två av de stora slutar i år\n",
            "mål: Få 50 kunder\n  hvorfor: to af de store stopper i år\n",
            # the sentence says it
            "goal: Launch a members' club to increase repeat sales\n",
            "goal: Call 15 former customers a week so that the workshop is full in June\n",
            "goal: Open at eight because the school does\n",
            "mål: Ringe 15 kunder i uken for å fylle verkstedet i juni\n",
            "mål: Åpne klokka åtte fordi skolen gjør det\n",
            "mål: Opne klokka åtte for å nå foreldra\n",
            "mål: Ringa 15 kunder i veckan för att fylla verkstaden\n",
            "mål: Åbne klokken otte for at nå forældrene\n",
            "mål: Udarbejde en oversigt over aftalerne, så vi ved, hvornår de udløber\n",
            "mål: Korta menyn till tio rätter, så att köket hinner med\n",
            # a goal above, or one that it serves
            "O1: Happy customers\n  why: they tell others\n  KR 1.1: 90 % renew\n",
            "goal S1: Reach €14m\n  why: the loan\n\ngoal: Win 50 customers\n  supports: S1\n",
            "støtter: Selskapet/S1\nmål: Få 50 kunder\n",
            "visjon: Best i byen\n",
            "mål: Få 50 kunder\n  status: cancelled\n",
        ],
        invalid=[
            Invalid("⟦goal G1⟧: Win 50 customers\n", "missing", level="info"),
            Invalid("⟦goal⟧: Go from 40 to 60 visits a week\n", "missing"),
            Invalid("⟦mål⟧: Få 50 kunder\n", "missing"),
            Invalid("⟦mål 2⟧: Tilby kurs for 40 ansatte\n", "missing"),
            Invalid("⟦mål⟧: Få 50 kundar innan 30. juni 2026\n", "missing"),
            Invalid("⟦mål⟧: Starte 2 grupper for pensjonistar\n", "missing"),
            Invalid("⟦mål⟧: Sälja 40 presentkort\n", "missing"),
            Invalid("⟦mål⟧: Hålla en kurs för 40 anställda\n", "missing"),
            Invalid("⟦mål⟧: Sælge 40 gavekort\n", "missing"),
            Invalid("⟦mål⟧: Åbne et kontor i Aalborg\n", "missing"),
            Invalid("⟦mål⟧: Svare så mange som 40 kunder i uken\n", "missing"),
            # only the goal above is asked
            Invalid("⟦O1⟧: Happy customers\n  KR 1.1: 90 % renew\n", "missing"),
        ],
        profile="sales",
    )


def test_an_empty_why_has_its_own_finding() -> None:
    assert not lint("mål: Få 50 kunder\n  hvorfor:\n", MissingWhy).findings


def test_page() -> None:
    check_page(MissingWhy)
