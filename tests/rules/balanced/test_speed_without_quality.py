from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.balanced.speed_without_quality import SpeedWithoutQuality


def test_cases() -> None:
    check_rule(
        SpeedWithoutQuality,
        valid=[
            "goal: Cut the waiting time from 14 to 8 minutes\n  guardrail: at most 3 errors a week\n",
            "goal: Cut the response time to 4 hours\n\ngoal: 75 % of tickets are solved at the first reply\n",
            "mål: Korte saksbehandlingstiden til 5 uker\n  rekkverk: høyst 4 klager i måneden\n",
            "mål: Kutte svartiden til 4 timer\n\nmål: Redusere antall feil fra 12 til 6\n",
            "mål: Korte ventetida til sju dagar\n\nmål: Halde snittkarakteren over 4,3\n",
            "mål: Korte ventetida til sju dagar\n  nådd når: åtte av ti er nøgde\n",
            "mål: Korta väntetiden till 3 minuter\n\nmål: Höja NPS från 31 till 40\n",
            "mål: Korta väntetiden till 3 minuter\n  skyddsräcke: högst 4 klagomål i månaden\n",
            "mål: Sænke ventetiden til 10 minutter\n  værn: højst 2 klager om måneden\n",
            "mål: Sænke ventetiden til 10 minutter\n\nmål: Nedbringe antallet af fejl til 5\n",
            # no goal of speed
            "goal: Publish the waiting times on the website\n",
            "goal: Win 15 customers within 6 months\n",
            "mål: Korte ventetiden til 7 dager\n  status: done\n",
        ],
        invalid=[
            Invalid("⟦goal R1⟧: Cut the waiting time from 14 to 8 minutes\n", "alone", level="info"),
            Invalid("goal: Win 15 customers\n\n⟦goal⟧: A response time of at most 4 hours\n", "alone"),
            Invalid("⟦mål⟧: Korte saksbehandlingstiden fra 9 til 5 uker\n", "alone"),
            Invalid("⟦mål⟧: Redusere ventetiden i skranken\n", "alone"),
            Invalid("⟦mål⟧: Korte ventetida frå tolv til sju dagar\n", "alone"),
            Invalid("⟦mål⟧: Redusere svartida til 4 timar\n", "alone"),
            Invalid("⟦mål⟧: Korta handläggningstiden från 9 till 5 veckor\n", "alone"),
            Invalid("⟦mål⟧: Minska väntetiden\n  målvärde: 3 minuter\n", "alone"),
            Invalid("⟦mål⟧: Nedbringe sagsbehandlingstiden til 12 dage\n", "alone"),
            Invalid("⟦mål⟧: Sænke ventetiden til 10 minutter\n", "alone"),
            # one a file
            Invalid("⟦mål 1⟧: Sænke ventetiden til 9 minutter\n\nmål 2: Sænke svartiden til 4 timer\n", "alone"),
        ],
    )


def test_page() -> None:
    check_page(SpeedWithoutQuality)
