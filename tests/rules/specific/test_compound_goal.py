from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.compound_goal import CompoundGoal


def test_cases() -> None:
    check_rule(
        CompoundGoal,
        valid=[
            # the end of what the new thing takes the place of
            "goal: Move the customer list to the new server and retire the old one\n",
            "mål: Flytte kundelisten til ny server og skru av den gamle\n",
            "mål: Flytte kundelista til ny tenar og slå av den gamle\n",
            "mål: Flytta kundlistan till den nya servern och stänga den gamla\n",
            "mål: Flytte kundelisten til den nye server og slukke den gamle\n",
            # nouns, adjectives and places of one outcome
            "goal: Answer letters and calls within two hours\n",
            "goal: Reach between 40 and 50 members\n",
            "goal: Launch the search and rescue drone\n",
            "mål: Kurse lærere og assistenter i førstehjelp\n",
            "mål: Åpne butikk på Hamar og Gjøvik\n",
            "mål: Auke salet i Førde og på Stord med 10 %\n",
            "mål: Utbilda säljare och tekniker i det nya systemet\n",
            "mål: Svara på mejl och samtal inom två timmar\n",
            "mål: Uddanne sælgere og teknikere i det nye system\n",
            # verbs that share what they do
            "goal: Clean and paint all 40 rooms\n",
            "mål: Planlegge og gjennomføre et kundearrangement\n",
            "mål: Måle og vege alle fireåringar\n",
            "mål: Planera och genomföra en mässa\n",
            "mål: Rengøre og male alle lokaler\n",
            # a second step with the same thing
            "goal: Hire two nurses and train them by May\n",
            "goal: Publish the report and send it to all members\n",
            # one change, said twice
            "goal: Increase visitors by 20, from 100 to 120\n",
            "mål: Doble omsetningen, fra 4 til 8 mill. kr\n",
            "goal: Solve 70 % of the cases at the first call, up from 48 %\n",
            "mål: Løse 70 % av sakene ved første kontakt, opp fra 48 %\n",
            "mål: Sjukefråvær på høgst 8 % i snitt for året, ned frå 10,6 %\n",
            "mål: Rörelsemarginal på 7 procent, upp från 4,2 procent\n",
            "mål: Plukfejl på højst 3 ‰, ned fra 7 ‰\n",
            # an outcome and its means
            "goal: Win 12 customers by calling and visiting 40 prospects\n",
            "mål: Få 30 medlemer ved å ringje og skrive til 200\n",
            "mål: Vinde 12 kunder ved at ringe og skrive til 40\n",
            # the parts have goals of their own
            "objective O1: Grow revenue and cut churn\n  KR 1.1: Revenue of 4 million\n  KR 1.2: Churn of 2 %\n",
            # done
            "goal: Open a second shop and halve the returns\n  status: done\n",
        ],
        invalid=[
            Invalid(
                "goal: Open a second shop ⟦and⟧ halve the returns.\n",
                "joint",
                {"word": "and", "second": "halve the returns"},
            ),
            Invalid("goal: Fewer complaints ⟦and⟧ shorter queues at the counter\n", "joint"),
            Invalid("goal: Increase sales in Leeds and York ⟦and⟧ raise margins\n", "joint", {"second": "raise margins"}),
            Invalid("mål: Øke salget med 10 % ⟦og⟧ redusere svinnet til 2 %\n", "joint"),
            Invalid("mål: Lansere ny nettside ⟦og⟧ ansette to selgere\n", "joint", {"second": "ansette to selgere"}),
            Invalid("mål: Opne nytt bibliotek ⟦og⟧ få 500 nye lånarar\n", "joint"),
            Invalid("mål: Redusere sjukefråværet til 5 % ⟦og⟧ auke trivselen\n", "joint"),
            Invalid("mål: Öka försäljningen med 10 % ⟦och⟧ minska svinnet\n", "joint"),
            Invalid("mål: Färre fel ⟦och⟧ snabbare svar\n", "joint", {"second": "snabbare svar"}),
            Invalid("mål: Øge salget med 10 % ⟦og⟧ sænke sygefraværet til 4 %\n", "joint"),
            Invalid("mål: Hurtigere svar ⟦og⟧ færre fejl\n", "joint"),
            # without a joining word: the sentence
            Invalid("goal: ⟦Raise sales from 4 to 5 million, cut costs from 3 to 2 million⟧\n", "sentence"),
            # three outcomes: the sentence
            Invalid("goal: ⟦Increase sales and cut costs and improve service⟧\n", "sentence"),
            Invalid("mål: ⟦Øke salget og redusere svinnet⟧\n    og styrke merkevaren\n", "sentence"),
            # one goal below is not one for each part
            Invalid("objective O1: Grow revenue ⟦and⟧ cut churn\n  KR 1.1: Revenue of 4 million\n", "joint"),
            Invalid(
                "objective O1: Grow revenue ⟦and⟧ cut churn\n  KR 1.1: Revenue of 4 million\n"
                "  KR 1.2: Churn of 2 %\n    status: cancelled\n",
                "joint",
            ),
            # over the end of a line
            Invalid("goal: Open a second shop\n    ⟦and⟧ halve the\n    returns\n", "joint", {"second": "halve the returns"}),
        ],
    )


def test_page() -> None:
    check_page(CompoundGoal)
