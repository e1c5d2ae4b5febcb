from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.achievable.perfect_target import PerfectTarget


def test_cases() -> None:
    check_rule(
        PerfectTarget,
        valid=[
            "goal: Answer 95 % of e-mails within 4 hours\n",
            "goal: Reach a rating of 4.5 of 5\n",
            "mål: Minst 99 % av resepter klare innen 20 minutter\n  eier: Ida Berg\n",
            "mål: 98 % av elevane består eksamen\n  eigar: Ida Berg\n",
            "mål: Minska klagomålen från 14 till 3\n  ägare: Ida Berg\n",
            "mål: Højst 2 fejl i lønkørslen\n  ejer: Ida Berg\n",
            # a change of 100 % is twice as much
            "goal: Increase sales of honey by 100 %\n",
            "mål: Øke salget med 100 %\n  eier: Ida Berg\n",
            # the top of the scale, from a part of those who are asked
            "goal: 8 of 10 guests rate breakfast 5 of 5\n",
            "mål: 60 % af gæsterne giver 5 af 5\n  ejer: Ida Berg\n",
            # a plan carried out
            "goal: Reach 100 % of the sales budget\n",
            "mål: Nå 100 % av salsbudsjettet\n  eigar: Ida Berg\n",
            "mål: Köra bussarna på 100 % förnybar diesel\n  ägare: Ida Berg\n",
            "goal: Migrate 100 % of the services to the new host\n",
            "mål: Fullføre 100 % av kontrollene i løpet av mars\n  eier: Ida Berg\n",
            "mål: 100 % av de ansatte har fullført kurset\n  eier: Ida Berg\n",
            # a known number
            "goal: 10 of 10 pupils pass the swimming test\n",
            "goal: 100 % of the 12 managers have held their talks\n",
            # what nobody may want one of
            "goal: Zero accidents on the building site\n",
            "mål: Ingen arbeidsulykker på lageret\n  eier: Ida Berg\n",
            "mål: Ingen ulukker på lageret\n  eigar: Ida Berg\n",
            "mål: Noll olyckor på våra byggen\n  ägare: Ida Berg\n",
            "mål: Ingen ulykker på lageret\n  ejer: Ida Berg\n",
            # what waits can be cleared
            "goal: Cut the backlog from 12 to 0 tickets\n",
            "mål: Null åpne avvik innen 30. juni 2026\n  eier: Ida Berg\n",
            "mål: Ingen born på venteliste etter hovudopptaket\n  eigar: Ida Berg\n",
            "mål: Noll obesvarade ansökningar den 30 juni 2026\n  ägare: Ida Berg\n",
            "mål: Ingen ubetalte regninger den 30. juni 2026\n  ejer: Ida Berg\n",
            # none is not what is counted
            "mål: Ingen klasser må have mere end 24 elever\n  ejer: Ida Berg\n",
            "goal: No customer waits longer than 10 minutes\n",
            # from nothing, more than nothing
            "goal: Increase the number of members from 0 to 40\n",
            "goal: Keep the net cash flow above 0\n",
            "objective O1: No queues at the counter\n  key result KR1: Serve 95 % of customers within 5 minutes\n",
            "mål: Null kritiske feil åpne ved lansering\n  eier: Ida Berg\n",
            "objective O1: Rest\n  key result KR1: Nobody is woken at night\n",
            # bounds
            "goal: Keep the load below 100 %\n",
        ],
        invalid=[
            Invalid(
                "goal: Answer ⟦100 %⟧ of e-mails within 4 hours\n",
                "all",
                {"number": "100 %"},
                level="info",
                fixed="goal: Answer at least ⟨share⟩ % of e-mails within 4 hours\n",
            ),
            Invalid("goal: ⟦No complaints⟧ about the cleaning\n", "none"),
            Invalid("goal: Reach a rating of ⟦5 of 5⟧\n", "all", fixed="goal: Reach a rating of at least ⟨score⟩\n"),
            Invalid("goal: Punctual trains\n  metric: trains on time\n  target: ⟦100 %⟧\n", "all"),
            Invalid("mål: Holde oppetiden på ⟦100 %⟧\n  eier: Ida Berg\n", "all"),
            Invalid("mål: Redusere svinnet fra 12 til ⟦0 poser⟧\n  eier: Ida Berg\n", "none"),
            Invalid(
                "goal: Cut the number of late parcels from 12 to ⟦0 parcels⟧\n",
                "none",
                fixed="goal: Cut the number of late parcels from 12 to at most ⟨number⟩ parcels\n",
            ),
            Invalid("mål: ⟦100 %⟧ av elevane består eksamen\n  eigar: Ida Berg\n", "all"),
            Invalid("mål: ⟦Ingen klager⟧ på maten\n  eigar: Ida Berg\n", "none"),
            Invalid("mål: ⟦100 procent⟧ nöjda gäster\n  ägare: Ida Berg\n", "all"),
            Invalid("mål: Sänka antalet sena leveranser från 20 till ⟦noll⟧\n  ägare: Ida Berg\n", "none"),
            Invalid("mål: ⟦100 %⟧ af fakturaerne betales til tiden\n  ejer: Ida Berg\n", "all"),
            Invalid("mål: Nedbringe antallet af fejl fra 9 til ⟦0 fejl⟧\n  ejer: Ida Berg\n", "none"),
            Invalid("goal: At least ⟦100 %⟧ of parcels arrive on time\n", "all"),
        ],
    )


def test_page() -> None:
    check_page(PerfectTarget)
