from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.achievable.missing_resources import MissingResources


def test_cases() -> None:
    check_rule(
        MissingResources,
        valid=[
            "goal: Fill 80 places by 29 May 2026\n  how:\n    - Write to the parents of last year's pupils\n",
            "goal: Fill 80 places by 29 May 2026\n  budget: 600 euros\n  how:\n    - Run a campaign on Instagram\n",
            "goal: Fill 80 places\n  how:\n    - Run a campaign on Instagram\n    - Spend 600 euros on it\n",
            "goal: Raise the conversion rate on the campaign page from 2 % to 3 %\n",
            "goal: Sell 40 ads in the members' magazine by 29 May 2026\n",
            "mål: Få 60 bestillinger innen 30. april 2026\n  hvordan:\n    - Annonse i lokalavisen for 4000 kr\n",
            "mål 1: Få 60 kunder\n  ressurser: to timer i uken\n  delmål: Få 20\n    hvordan: annonse i lokalavisen\n",
            "mål: Få 60 tingingar innan 30. april 2026\n  ressursar: Siv, ein dag i veka\n  korleis: ein brosjyre til alle\n",
            "mål: Få 60 tingingar innan 30. april 2026\n  korleis:\n    - Ringje dei som kom i fjor\n",
            "mål: Sälja 250 platser\n  budget: 15 000 kr\n  hur:\n    - En annons i lokaltidningen\n",
            "mål: Sälja 250 platser\n  hur:\n    - Skriva till fjolårets familjer\n",
            "mål: Få 45 kunder inden 30. april 2026\n  ressourcer: Pia, fire timer om ugen\n  hvordan: en annonce i avisen\n",
            "mål: Få 45 kunder inden 30. april 2026\n  hvordan: Pia ringer til dem fra sidste år\n",
        ],
        invalid=[
            Invalid(
                "goal: Fill 80 places by 29 May 2026\n  how:\n    - Run a ⟦campaign⟧ on Instagram\n    - Print flyers\n",
                "missing",
                {"word": "campaign"},
                "info",
            ),
            Invalid("goal: Get 30 guests by 29 May 2026 by handing out a ⟦brochure⟧\n", "missing"),
            Invalid("mål: Få 60 bestillinger innen 30. april 2026\n  hvordan:\n    - ⟦Annonse⟧ i lokalavisen\n", "missing"),
            Invalid("mål: Øke salget fra 3 til 4 mill. kr\n  hvordan:\n    - Leie inn en ⟦fotograf⟧\n", "missing"),
            Invalid("mål: Få 60 tingingar innan 30. april 2026\n  korleis: ein ⟦brosjyre⟧ til alle husstandar\n", "missing"),
            Invalid("mål: Få 60 tingingar\n  korleis:\n    - Lage ein ⟦kampanje⟧ på Facebook\n", "missing"),
            Invalid("mål: Sälja 250 platser\n  hur:\n    - En ⟦annons⟧ i lokaltidningen\n", "missing"),
            Invalid("mål: Sälja 250 platser senast 29 maj 2026\n  hur: ⟦flygblad⟧ i alla brevlådor\n", "missing"),
            Invalid("mål: Få 45 kunder inden 30. april 2026\n  hvordan:\n    - En ⟦annonce⟧ i avisen\n", "missing"),
            Invalid("mål: Få 45 kunder\n  hvordan:\n    - Dele ⟦løbesedler⟧ ud i byen\n", "missing"),
        ],
    )


def test_an_empty_budget_is_not_missing_as_well() -> None:
    text = "goal: Fill 80 places\n  budget:\n  how:\n    - Run a campaign on Instagram\n"
    assert not lint(text, MissingResources).findings


def test_page() -> None:
    check_page(MissingResources)
