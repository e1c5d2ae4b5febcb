from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.specific.activity_as_result import ActivityAsResult


def test_cases() -> None:
    check_rule(
        ActivityAsResult,
        valid=[
            # results
            "result goal: Raise revenue from 4 to 5 million\n",
            "resultatmål: Øke salget med 10 %\n",
            "resultatmål: Auke salet med 10 %\n",
            "effektmål: Andelen nöjda hyresgäster är 80 %\n",
            "resultatmål: Sænke sygefraværet til 4 %\n",
            # a thing made is not work without an end
            "objective O1: Guests come back\n  KR 1.1: Launch the members' club by 1 May\n",
            "resultatmål: Lansera en ny webbplats\n",
            # work where work belongs
            "performance goal: Call 20 customers a week\n",
            "goal: Work on the handbook\n",
            "prestasjonsmål: Holde ukentlige møter med kundene\n",
            "prestasjonsmål: Vi vidarefører arbeidet med planen\n",
            "præstationsmål: Ringe til 20 kunder om ugen\n",
            # what comes of it is measured
            "result goal: Work on the handbook\n  metric: calls to the service desk\n",
            "resultatmål: Arbeide med klimaplanen\n  oppnådd når: utslippene er halvert\n",
            "resultatmål: Fortsätta arbetet med värdegrunden\n  nyckelresultat: 90 % svarar på enkäten\n",
            "result goal: Review claims every week, 95 % of them within two days\n",
        ],
        invalid=[
            Invalid("objective O1: Guests come back\n  KR 1.1: ⟦Follow up guests by e-mail every week⟧\n", "key-result"),
            Invalid("result goal: ⟦Work on the handbook⟧\n  owner: Amy Holt\n", "result"),
            Invalid("effect goal: ⟦Hold meetings with residents every month⟧\n", "effect"),
            Invalid("resultatmål: ⟦Jobbe videre med dokumentasjonen⟧\n", "result"),
            Invalid("effektmål: ⟦Jevnlig dialog med næringslivet⟧\n", "effect"),
            Invalid("resultatmål: ⟦Me vidarefører arbeidet med klimaplanen⟧\n", "result"),
            Invalid("resultatmål: ⟦Gjennomføre medarbeidarsamtalar med alle tilsette kvart år⟧\n", "result"),
            Invalid("resultatmål: ⟦Fortsätta arbetet med värdegrunden⟧\n", "result"),
            Invalid("effektmål: ⟦Hålla möten med näringslivet varje månad⟧\n", "effect"),
            Invalid("resultatmål: ⟦Vi arbejder på at gøre hjemmesiden tilgængelig⟧\n", "result"),
            Invalid("effektmål: ⟦Understøtte den grønne omstilling i kommunen⟧\n", "effect"),
            # how often is no effect, and neither is work below
            Invalid("result goal: ⟦Call customers every day⟧\n", "result"),
            Invalid("result goal: ⟦Work on the handbook⟧\n  performance goal: Hold meetings every week\n", "result"),
            # the first line of two
            Invalid("result goal: ⟦Work on the handbook⟧\n    with all departments\n", "result"),
        ],
        profile="all",
    )


def test_a_measure_that_was_meant() -> None:
    assert not lint("result goal: Work on the handbook\n  target:\n", ActivityAsResult, profile="all").findings


def test_page() -> None:
    check_page(ActivityAsResult)
