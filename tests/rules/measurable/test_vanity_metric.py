from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.measurable.vanity_metric import VanityMetric

SHOP = "objective: The web shop is found\n  key result: {}\n  key result: {}\n"


def test_cases() -> None:
    check_rule(
        VanityMetric,
        valid=[
            # what it turns into: in the sentence, in a reason, by a link
            "goal: Get 5,000 followers on Instagram and 30 bookings from them\n",
            "goal: Get 5,000 followers on Instagram\n  why: one in fifty books a table\n",
            "goal: Get 5,000 followers on Instagram\n  supports: S1\n",
            "mål: Få 5 000 følgere og 40 nye kunder\n",
            "mål: Få 5 000 følgjarar og 40 bestillingar\n",
            "mål: Få 5 000 följare och 40 beställningar\n",
            "mål: Få 5.000 følgere og 40 nye kunder\n",
            # beside it, or above it
            SHOP.format("Get 5,000 followers", "Win 40 customers"),
            "objective: More customers from Instagram\n  key result: Get 5,000 followers\n",
            "goal: Get 5,000 followers\n  sub-goal: Take 40 orders from posts\n",
            # money
            "goal: Earn €5,000 from page views\n",
            # no number: other rules speak of it
            "goal: More followers\n",
            # a visit to a place is business
            "mål: 4 000 besøk på museet\n",
            "mål: Holde 20 visninger av boliger\n",
        ],
        invalid=[
            Invalid("goal: Get 5,000 ⟦followers⟧ on Instagram\n", "vanity", {"word": "followers"}, "info"),
            Invalid("goal: More ⟦followers⟧\n  target: 5,000\n", "vanity"),
            Invalid("goal: Double our ⟦page views⟧\n", "vanity"),
            Invalid(SHOP.format("Get 5,000 ⟦followers⟧", "Get 900 ⟦likes⟧"), "vanity"),
            Invalid("language: nb\nmål: Få 5 000 ⟦følgere⟧ på LinkedIn\n", "vanity"),
            Invalid("language: nb\nmål: Øke antall ⟦sidevisninger⟧ til 20 000\n", "vanity"),
            Invalid("language: nn\nmål: Få 5 000 ⟦følgjarar⟧ på Instagram\n", "vanity"),
            Invalid("language: nn\nmål: Få 20 000 ⟦sidevisingar⟧ i månaden\n", "vanity"),
            Invalid("language: sv\nmål: ⟦Följarna⟧ på Instagram ska bli 20 000\n", "vanity"),
            Invalid("language: sv\nmål: Öka antalet ⟦sidvisningar⟧ med 20 %\n", "vanity"),
            Invalid("language: da\nmål: Få 5.000 ⟦følgere⟧ på LinkedIn\n", "vanity"),
            Invalid("language: da\nmål: Fordoble antallet af ⟦sidevisninger⟧\n", "vanity"),
        ],
        profile="marketing",
    )


def test_page() -> None:
    check_page(VanityMetric)
