from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.specific.hedge_verb import HedgeVerb


def test_cases() -> None:
    check_rule(
        HedgeVerb,
        valid=[
            "goal: Decide by 1 June whether the shop moves\n",
            # somebody else thinks
            "goal: Get 30 students to consider nursing\n",
            "goal: Let children explore the forest every week\n",
            "goal: Launch a trail where visitors explore the fort\n",
            "goal: Raise the share of buyers who consider us to 30 %\n",
            "mål: Få 40 elever til å vurdere yrkesfag\n",
            "mål: Øke andelen som vurderer oss, til 30 %\n",
            "mål: Få 20 foreldre til å vurdere ein annan barnehage\n",
            "mål: Hjelpe 30 elevar som overveger fagbrev\n",
            "mål: Få 30 ungdomar att överväga vården som yrke\n",
            "mål: Öka andelen besökare som tittar på sidan till 30 %\n",
            "mål: Få 30 unge til at overveje en uddannelse som smed\n",
            "mål: Øge antallet, der ser på vores video, til 3000\n",
            # the thought has an end
            "mål: Vurdere ny kasseløsning\n  oppnådd når: styret har sagt ja eller nei\n",
            # work of which a share is the goal
            "mål: Vurdere 90 % av søknadene innen 14 dager\n",
            "goal: Assess at least 90 % of the applications within 14 days\n",
            "mål: Vurdere minst 90 % av søknadene innan 14 dagar\n",
            # to try is another rule's
            "goal: Try to open a second shop\n",
            "mål: Vi vil forsøge at åbne en butik\n",
            "mål: Utforska nya marknader i Finland\n  status: avbrutet\n",
        ],
        invalid=[
            Invalid("goal: ⟦Consider⟧ moving the shop by June\n", "word", {"word": "Consider"}),
            Invalid("goal: We will ⟦look into⟧ a new till system\n", "word"),
            Invalid("goal: ⟦Explore⟧ three new markets\n", "word"),
            Invalid("mål: ⟦Vurdere⟧ ny kasseløsning innen 1. juni 2026\n", "word"),
            Invalid("mål: Vi skal ⟦se nærmere på⟧ utleie av lokalene\n", "word", {"word": "se nærmere på"}),
            Invalid("mål: ⟦Vurdere⟧ å flytte lageret til Førde\n", "word"),
            Invalid("mål: ⟦Sjå nærare på⟧ ordninga med lærlingar\n", "word"),
            Invalid("mål: ⟦Se över⟧ avtalen med leverantörerna\n", "word"),
            Invalid("mål: ⟦Utforska⟧ nya marknader i Finland\n", "word"),
            Invalid("mål: ⟦Overveje⟧ en ny butik i Odense\n", "word"),
            Invalid("mål: ⟦Undersøge om⟧ vi kan udleje lokalerne\n", "word"),
            # a number does not end it where the thought is whether to do it
            Invalid("goal: ⟦Consider⟧ whether to raise the answer rate from 60 % to 80 %\n", "word"),
            Invalid("language: nb\nmål: ⟦Vurdere⟧ å svare på 90 % av henvendelsene innen fire timer\n", "word"),
            Invalid("language: nn\nmål: ⟦Vurdere⟧ å auke dekningsgraden frå 31 % til 34 %\n", "word"),
            Invalid("language: sv\nmål: ⟦Överväga⟧ att öka andelen svar från 62 % till 80 %\n", "word"),
            Invalid("language: da\nmål: ⟦Overveje⟧ at holde sygefraværet under 4 %\n", "word"),
            # a date alone does not end it
            Invalid("period: 2026\n\nmål: ⟦Overveje⟧ en ny butik i Vejle\n  frist: 2026-06-30\n", "word"),
        ],
    )


def test_a_measure_that_was_meant() -> None:
    assert not lint("goal: Consider a second shop\n  done when:\n", HedgeVerb).findings


def test_page() -> None:
    check_page(HedgeVerb)
