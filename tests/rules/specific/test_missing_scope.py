from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.missing_scope import MissingScope


def test_cases() -> None:
    check_rule(
        MissingScope,
        valid=[
            # a channel, an audience, a market or a place is named
            "goal: Win 60 new customers on LinkedIn\n",
            "goal: Win 60 new customers in Leeds\n",
            "goal: Win 60 new customers\n  audience: firms with 10 to 50 employees\n",
            "goal: Increase orders from pensioners by 15 %\n",
            "mål: Få 45 nye kunder i Bergen\n",
            "mål: Få 45 nye kunder\n  kanal: messer\n",
            "mål: Auke talet på studentar som er medlemer, frå 40 til 90\n",
            "mål: Få 30 nye medlemer\n  målgruppe: pensjonistar\n",
            "mål: Få 40 nya kunder i butiken\n",
            "mål: Få 40 nya kunder\n  plats: Umeå\n",
            "mål: Få 45 nye kunder gennem nyhedsbrevet\n",
            "mål: Få 45 nye kunder\n  delmål: Få 20 nye kunder i Ribe\n",
            "goal: Double the number of club members under 25\n",
            "mål: Få 40 medlemmer under 30 år\n",
            "goal: Get 150 enquiries from property managers\n",
            "mål: Få 10 nye avtaler med entreprenører\n",
            "mål: Få 15 nye avtalar med gardbrukarar\n",
            "mål: Få 20 nya kunder inom byggbranschen\n",
            "mål: Få 12 nye aftaler med frisører\n",
            # not won: kept, answered, lost, called; turnover as a whole; the company's strategy
            "goal: Answer 90 % of customer e-mails within 4 hours\n",
            "mål: Redusere kundeklagene fra 30 til 10 i måneden\n",
            "mål: Halvere frafallet blant medlemmer fra 18 % til 9 %\n",
            "mål: Öka omsättningen från 8 till 10 mkr\n",
            "strategisk mål S1: Få 200 nye kunder inden 2028\n",
            "goal: Publish 8 articles a month\n",
            "mål: Minst åtta av tio kunder rekommenderar oss\n",
            # everyone is the subject, or those who are meant are named
            "goal: Everyone on the team has done the course\n",
            "mål: Få 300 nye følgere i alle kanaler\n  målgruppe: studenter\n",
            # a number for each channel, or one channel
            "goal: Get 500 followers on Instagram and 200 on Facebook\n",
            "goal: Grow traffic by 20 % from the newsletter to the website\n",
            "goal: Get 500 followers on Instagram and Facebook\n  sub-goal: 300 on Instagram\n  sub-goal: 200 on Facebook\n",
            "goal: Win TBD new customers\n",
        ],
        invalid=[
            Invalid("⟦goal⟧: Win 60 new customers by 30 June 2026\n", "none", level="info"),
            Invalid("⟦goal 2⟧: Increase sales of rain jackets by 15 %\n", "none"),
            Invalid("⟦mål 1⟧: Få 45 nye kunder innen 30. april 2026\n", "none"),
            Invalid("⟦mål 1⟧: Få 30 nye medlemer innan 30. april 2026\n", "none"),
            Invalid("⟦mål 1⟧: Öka försäljningen av säsongskort med 40 %\n", "none"),
            Invalid("⟦mål 1⟧: Få 45 nye kunder inden 30. april 2026\n  delmål: Få 20 nye kunder i marts\n", "none"),
            Invalid("goal: Reach 20,000 people on ⟦all channels⟧\n", "everyone", {"text": "all channels"}),
            Invalid("goal: A shop with 400 products for ⟦everyone⟧\n", "everyone"),
            Invalid("mål: Få 300 nye følgere i ⟦alle kanaler⟧ innen 1. juni 2026\n", "everyone"),
            Invalid("mål: Nå 4000 i ⟦alle målgrupper⟧\n", "everyone"),
            Invalid("mål: Få 300 nya följare i ⟦alla kanaler⟧\n", "everyone"),
            Invalid("mål: Få 300 nye følgere på ⟦alle platforme⟧\n", "everyone"),
            Invalid(
                "goal: Get 500 followers on ⟦Instagram⟧ and Facebook\n",
                "several",
                {"first": "Instagram", "second": "Facebook"},
            ),
            Invalid("mål: Få 400 nye følgere på ⟦Instagram⟧ og TikTok\n", "several"),
            Invalid("mål: Få 60 tingingar frå ⟦nettsida⟧, radio\n", "several"),
            Invalid("mål: Få 60 beställningar via ⟦nyhetsbrevet⟧ och Facebook\n", "several"),
            Invalid("mål: Få 60 bestillinger gennem ⟦radio⟧/tv\n", "several"),
        ],
        profile="marketing",
    )


def test_a_field_that_is_empty_is_found_as_that() -> None:
    assert not lint("goal: Win 60 new customers\n  channel:\n", MissingScope, profile="marketing").findings


def test_what_cannot_be_measured_is_found_as_that() -> None:
    found = lint("goal: Better service on all channels\n", MissingScope, NotMeasurable, profile="marketing").findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_page() -> None:
    check_page(MissingScope)
