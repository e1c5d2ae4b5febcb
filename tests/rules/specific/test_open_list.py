from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.open_list import OpenList


def test_cases() -> None:
    check_rule(
        OpenList,
        valid=[
            "goal: Move payroll, invoicing and stock to the new system\n",
            "mål: Male klasserom og ganger\n",
            "mål: Pusse opp kjøkken og bad\n",
            "mål: Städa förråd och garage\n",
            "mål: Flytte møbler og it\n",
            # an example beside a number or a test decides nothing
            "goal: Sell 200 add-ons, e.g. insurance\n",
            "mål: Få 40 nye kunder, herunder 10 i Bergen\n",
            "mål: Selje 30 abonnement, t.d. til hotell\n",
            "mål: Sälja 40 kurser, t.ex. till skolor\n",
            "mål: Sælge 40 billetter, fx til skoler\n",
            "mål: Sælge billetter, f.eks. til skoler\n  mål: 40\n",
            "goal: Launch a club with perks, for example free coffee\n  done when: 100 people have joined\n",
            # not the goal itself
            "goal: Open the centre\n  note: posters etc.\n",
        ],
        invalid=[
            Invalid(
                "goal: Publish texts, pictures, ⟦etc.⟧ on 20 product pages\n",
                "end",
                {"word": "etc."},
                fixed="goal: Publish texts, pictures, ⟨the rest of the list⟩ on 20 product pages\n",
            ),
            Invalid("goal: Move payroll, invoicing ⟦and so on⟧ to the new system\n", "end"),
            Invalid("goal: Launch a club with perks, ⟦for example⟧ free coffee\n", "example"),
            Invalid("mål: Male klasserom, ganger ⟦m.m.⟧ innen 15. august\n", "end"),
            Invalid("mål: Lansere en nettbutikk med ⟦bl.a.⟧ sykler og ski\n", "end"),
            Invalid("mål: Lansere en nettbutikk med ⟦f.eks.⟧ sykler og ski\n", "example"),
            Invalid("mål: Kurse 20 tilsette i brannvern, førstehjelp ⟦mv.⟧ innan mai\n", "end"),
            Invalid("mål: Pusse opp kjøkken, bad ⟦o.l.⟧ på aldersheimen\n", "end"),
            Invalid("mål: Opne ein butikk med ⟦t.d.⟧ syklar og ski\n", "example"),
            Invalid("mål: Städa förråd, garage ⟦m.m.⟧ senast 1 maj\n", "end"),
            Invalid("mål: Öppna en butik med ⟦t.ex.⟧ cyklar och skidor\n", "example"),
            Invalid("mål: Flytte møbler, it ⟦osv.⟧ inden 1. maj\n", "end"),
            Invalid("mål: Male kontorer, gange ⟦og lignende⟧ i Vejle\n", "end"),
            Invalid("mål: Åbne en butik med ⟦fx⟧ cykler\n", "example"),
            # a metric does not close the list
            Invalid("goal: Answer calls, e-mails ⟦etc.⟧ within a day\n  metric: share answered in time\n", "end"),
        ],
    )


def test_page() -> None:
    check_page(OpenList)
