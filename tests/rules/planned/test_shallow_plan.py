from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.planned.shallow_plan import ShallowPlan

EN = "goal: Raise sales from €8m to €9m\n  how:\n    - {}\n"
NB = "mål: Øke salget fra 8 MNOK til 9 MNOK\n  hvordan: {}\n"
NN = "mål: Auke salet frå 8 MNOK til 9 MNOK\n  korleis: {}\n"
SV = "mål: Öka försäljningen från 8 Mkr till 9 Mkr\n  hur: {}\n"
DA = "mål: Øge salget fra 8 mio. kr. til 9 mio. kr.\n  hvordan:\n    - {}\n"


def test_cases() -> None:
    check_rule(
        ShallowPlan,
        valid=[
            # so many of what one does oneself
            EN.format("Call 20 customers a week"),
            NB.format("ringe 20 kunder i uken"),
            NN.format("ringje 20 kundar i veka"),
            SV.format("ringa 20 kunder i veckan"),
            SV.format("laga tio portioner färre på måndagar"),
            DA.format("Ringe til 20 kunder om ugen"),
            # what one decides by oneself
            EN.format("Raise prices by 5 %"),
            NB.format("kutte prisen på fastfrakt med 10 %"),
            NN.format("auke prisane med 5 %"),
            DA.format("Sænke prisen på levering med 20 %"),
            # a share that is given, not reached
            EN.format("Give 10 % off to members"),
            SV.format("ge 10 % rabatt till medlemmar"),
            # it goes on: in the step, below it, in a goal below, in one that supports it
            EN.format("Get 20 % more visits by opening at eight"),
            EN.format("20 % more visits\n      - Open at eight"),
            NB.format("20 % flere besøk") + "  prestasjonsmål: Gjøre 20 besøk i uken\n",
            "goal R1: Reach €9m\n  how: 20 % more visits\n\ngoal P1: Make 20 visits a week\n  supports: R1\n",
            "goal: Raise sales to €9m\n  status: done\n  how: 20 % more visits\n",
        ],
        invalid=[
            Invalid(EN.format("⟦20 % more visits⟧ (owner: Amy Holt)"), "figure", {"number": "20 %"}, level="info"),
            Invalid(EN.format("⟦Raise the hit rate from 12 % to 18 %⟧"), "figure", {"number": "18 %"}),
            Invalid(NB.format("⟦10 % flere kundebesøk⟧"), "figure"),
            Invalid(NB.format("⟦øke antall besøk med 10 %⟧"), "figure"),
            Invalid(NN.format("⟦10 % fleire kundebesøk⟧"), "figure"),
            Invalid(NN.format("⟦auke talet på besøk med 10 %⟧"), "figure"),
            Invalid(SV.format("⟦20 % fler besök på webbplatsen⟧"), "figure"),
            Invalid(SV.format("⟦öka antalet besök från 20 till 30 i veckan⟧"), "figure", {"number": "30"}),
            Invalid(DA.format("⟦20 % flere besøgende⟧"), "figure"),
            Invalid(DA.format("⟦Øge antallet af besøg fra 20 til 30⟧"), "figure"),
        ],
        profile="sales",
    )


def test_page() -> None:
    check_page(ShallowPlan)
