from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.weasel_quantity import WeaselQuantity


def test_cases() -> None:
    check_rule(
        WeaselQuantity,
        valid=[
            # a number, a metric, a test or a goal below makes it precise
            "goal: Significantly cut returns, from 9 % to 6 %\n",
            "goal: Write several guides for tenants\n  done when: the ten commonest questions are answered\n",
            "mål: Skaffe mange nye lånere\n  måltall: 400\n",
            "mål: Vitje nokre av kundane i nord\n  målast ved: besøk\n",
            "objective O1: Many guests come back\n  KR 1.1: 40 % of guests book again\n",
            "mål 1: Många fler medlemmar\n  delmål: Värva 40 medlemmar\n",
            # importance is no amount, and a title is a title
            "goal: Sign a contract with the key supplier\n",
            "goal: Hire a Key Account Manager\n",
            "mål: Åpne en butikk sentralt i Bodø\n",
            "mål: Setje opp ei sentral varslingstavle\n",
            "mål: Skrive en vigtig rapport til bestyrelsen\n",
            "mål: Välja de viktigaste leverantörerna\n",
            # numbers in words
            "mål: Ringe noen hundre kunder, minst 300\n",
            "mål: Ansätta två säljare i Umeå\n",
            "mål: Udgive fem vejledninger om pension\n",
            # a clause about something else than what is made
            "goal: Publish the guide that many have asked for\n",
        ],
        invalid=[
            Invalid("goal: Publish ⟦several⟧ guides for new tenants\n", "word", {"word": "several"}),
            Invalid("goal: Sign contracts with ⟦various⟧ carriers and ⟦some⟧ couriers\n", "word"),
            Invalid("mål: Ansette en kjøkkensjef og ⟦noen⟧ ekstrahjelper\n", "word", {"word": "noen"}),
            Invalid("mål: Signere avtaler med ⟦ulike⟧ leverandører\n", "word"),
            Invalid("mål: Lage ⟦nokre⟧ nye oppskrifter til kafeen\n", "word"),
            Invalid("mål: Vi skal få ⟦mange⟧ nye medlemer på Voss\n", "word"),
            Invalid("mål: Anställa ⟦några⟧ säljare i Umeå\n", "word"),
            Invalid("mål: Publicera ⟦ett antal⟧ guider på webben\n", "word", {"word": "ett antal"}),
            Invalid("mål: Ansætte ⟦nogle⟧ nye sælgere\n", "word"),
            Invalid("mål: Udgive ⟦en række⟧ vejledninger om pension\n", "word"),
            # a deadline is no amount, stated or inherited
            Invalid("period: 2026\n\ngoal: Visit ⟦some⟧ suppliers in Portugal\n  deadline: 2026-06-01\n", "word"),
            # neither is the owner's label on a wrapped line
            Invalid("goal: Renew the contracts with\n    ⟦a handful of⟧ hotels\n", "word"),
            # what is cancelled below measures nothing
            Invalid("goal: Hire ⟦some⟧ drivers\n  sub-goal: Hire 4 drivers\n    status: cancelled\n", "word"),
        ],
    )


def test_not_measurable_speaks_first() -> None:
    result = lint("goal: Sell somewhat more\n", WeaselQuantity, NotMeasurable)
    assert [finding.rule.code for finding in result.findings] == ["MEA001"]


def test_a_measure_that_was_meant() -> None:
    assert not lint("goal: Publish some case studies\n  target:\n", WeaselQuantity).findings


def test_page() -> None:
    check_page(WeaselQuantity)
