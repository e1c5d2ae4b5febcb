from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.measurable.approximate_target import ApproximateTarget


def test_cases() -> None:
    check_rule(
        ApproximateTarget,
        valid=[
            "goal: Sell 400 loaves a day\n",
            "goal: Sell at least 400 loaves a day\n",
            "goal: Sell 400–450 loaves a day\n",
            # a baseline may be rounded
            "goal: Raise sales from about 300 to 400 loaves a day\n",
            "mål: Øge antallet af tilmeldte fra ca. 1.200 til 2.000\n",
            "goal: Sell more bread\n  baseline: about 300 loaves\n  target: 400 loaves\n",
            # a field is exact
            "goal: Sell about 400 loaves a day\n  target: 400 loaves\n",
            # an estimated time
            "goal: Answer within about 3 days\n",
            "mål: Behandle søknader på om lag to uker\n",
            # about a subject or around a place
            "goal: Hold workshops around 3 themes\n",
            "goal: Recruit volunteers around 20 schools\n",
            "mål: Samle folk rundt 10 bord\n",
            "mål: Samla folk kring 10 bord\n",
            "mål: Samle folk omkring 10 borde\n",
            "mål: Samle folk kring 10 bord i bygda\n",
        ],
        invalid=[
            Invalid(
                "goal: Sell ⟦about 400 loaves⟧ a day\n",
                "word",
                {"word": "about", "number": "400 loaves"},
                "warning",
                fixed="goal: Sell 400 loaves a day\n",
            ),
            Invalid("goal: Sell ⟦around 400 loaves⟧ a day\n", "word"),
            Invalid("goal: Raise sales to ⟦around 400 loaves⟧ a day\n", "word"),
            Invalid("goal: Raise sales by ⟦roughly 20 %⟧\n", "word", fixed="goal: Raise sales by 20 %\n"),
            Invalid("goal: More members\n  target: about ⟦200 members⟧\n", "field", {"number": "200 members"}),
            Invalid("language: nb\nmål: Selge for ⟦ca. 200 000 kr⟧ i måneden\n", "word", {"word": "ca."}),
            Invalid("language: nb\nmål: Flere lånere\n  måltall: ca. ⟦400 lånere⟧\n", "field"),
            Invalid("language: nn\nmål: Få ⟦kring 40 frivillige⟧\n", "word"),
            Invalid(
                "language: nn\nmål: Auke salet med ⟦om lag 10 %⟧\n", "word", fixed="language: nn\nmål: Auke salet med 10 %\n"
            ),
            Invalid("language: sv\nmål: Få ⟦uppemot 300 besökare⟧\n", "word"),
            Invalid("language: sv\nmål: Öka försäljningen med ⟦ungefär 10 %⟧\n", "word"),
            Invalid("language: da\nmål: Sænke ventetiden til ⟦ca. 20 minutter⟧\n", "word"),
            Invalid("language: da\nmål: Nå ⟦ca. 400 lånere⟧\n", "word"),
            Invalid("language: da\nmål: Få ⟦omkring 40 nye kunder⟧\n", "word", {"word": "omkring"}),
            Invalid("language: da\nmål: Holde ⟦omkring 3 aftener⟧ om børn og skærme\n", "word"),
            Invalid("language: da\nmål: Øge salget med ⟦omkring 10 %⟧\n", "word"),
        ],
    )


def test_page() -> None:
    check_page(ApproximateTarget)
