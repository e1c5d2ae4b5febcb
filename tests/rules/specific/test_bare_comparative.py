from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.bare_comparative import BareComparative


def test_cases() -> None:
    check_rule(
        BareComparative,
        valid=[
            # a number, here or below
            "goal: Faster replies: 90 % within 4 hours\n",
            "mål: Flere gjester\n  måltall: 400\n",
            "mål: Fleire lærlingar\n  nådd når: alle verkstadene har ein\n",
            "mål: Kortare köer\n  mäts med: väntetid i kassan\n",
            "objective O1: Happier guests\n  KR 1.1: A rating of 4.6\n",
            "mål: Hurtigere svar\n  mål: 2 dage\n",
            # what it is compared with
            "goal: Have more guests than last summer\n",
            "goal: Have more guests than the Grand Hotel\n",
            "mål: Ha flere gjester enn i fjor\n",
            "mål: Ha fleire gjester enn nabohotellet\n",
            "mål: Ha fler gäster än förra sommaren\n",
            "mål: Have flere gæster end sidste år\n",
            # which sort is meant
            "goal: Prepare pupils for higher education\n",
            "mål: Etablere oss i større byer\n",
            "mål: Selje til mindre bedrifter\n",
            "mål: Utbilda yngre förare i halkkörning\n",
            "mål: Sælge til større virksomheder\n",
            # no comparison
            "goal: Good service\n",
            "mål: Hög trivsel\n",
            "mål: Frivillige fra Bedre By er med til alle møder\n",
        ],
        invalid=[
            Invalid(
                "goal: ⟦Faster⟧ replies in chat\n",
                "word",
                {"word": "Faster"},
                fixed="goal: Faster replies in chat from ⟨baseline⟩ to ⟨target⟩\n",
            ),
            Invalid(
                "goal: Move to a ⟦bigger⟧ warehouse.\n  owner: Amy Holt\n",
                "word",
                fixed="goal: Move to a bigger warehouse from ⟨baseline⟩ to ⟨target⟩.\n  owner: Amy Holt\n",
            ),
            Invalid("goal: Have ⟦happier⟧ customers\n", "word"),
            Invalid("mål: Få ⟦større⟧ ordrer\n", "word"),
            Invalid("mål: Lansere ny app for ⟦raskere⟧ levering\n", "word"),
            Invalid("mål: ⟦Bedre⟧ samhandling mellom avdelingene\n", "word"),
            Invalid("mål: ⟦Betre⟧ samarbeid mellom heim og skule\n", "word"),
            Invalid("mål: Lansere ein ny app for ⟦betre⟧ oversikt\n", "word"),
            Invalid("mål: ⟦Snabbare⟧ handläggning och ⟦lägre⟧ kostnader\n", "word"),
            Invalid("mål: ⟦Nöjdare⟧ hyresgäster\n", "word"),
            Invalid("mål: Vi gør det ⟦lettere⟧ for forældre at melde børn syge\n", "word"),
            Invalid("mål: Lancere en app for ⟦hurtigere⟧ svar\n", "word"),
            # a deadline says when, not how much
            Invalid("period: 2026\n\nmål: ⟦Flere⟧ gjester\n  frist: 2026-06-30\n", "word"),
            Invalid("goal: ⟦Shorter⟧ queues\n    at the till\n", "word"),
        ],
        profile="all",
    )


def test_not_measurable_speaks_first() -> None:
    result = lint("goal: Shorter queues\n", BareComparative, NotMeasurable, profile="all")
    assert [finding.rule.code for finding in result.findings] == ["MEA001"]


def test_a_measure_that_was_meant() -> None:
    assert not lint("mål: Hurtigere svar\n  måltal:\n", BareComparative, profile="all").findings


def test_page() -> None:
    check_page(BareComparative)
