from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.percent_mismatch import PercentMismatch
from smartlint_rules.measurable.target_equals_baseline import TargetEqualsBaseline

FIELDS = "  baseline: {0}\n  target: {1}\n"


def test_cases() -> None:
    check_rule(
        TargetEqualsBaseline,
        valid=[
            "goal: Raise the renewal rate from 82 % to 88 %\n",
            "goal: Raise the renewal rate\n" + FIELDS.format("82 %", "88 %"),
            # the level is to be held
            "goal: Keep the renewal rate at 82 %\n" + FIELDS.format("82 %", "82 %"),
            "goal: Renew at least 82 % of the contracts\n" + FIELDS.format("82 %", "82 %"),
            "goal: Renewals\n" + FIELDS.format("82 %", "at least 82 %"),
            "mål: Holde sykefraværet under 5 %\n  utgangspunkt: 5 %\n  måltall: 5 %\n",
            "mål: Halde fast på 40 abonnentar\n  utgangspunkt: 40 abonnentar\n  måltal: 40 abonnentar\n",
            "mål: Behålla 40 stamkunder\n  nuläge: 40 stamkunder\n  målvärde: 40 stamkunder\n",
            "mål: Fastholde 40 faste kunder\n  udgangspunkt: 40 kunder\n  målværdi: 40 kunder\n",
            "goal: Costs must not rise\n" + FIELDS.format("€500", "€500"),
            "goal: Secure the renewals\n" + FIELDS.format("82 %", "82 %"),
            "mål: Sykefraværet skal ikke øke\n  utgangspunkt: 5 %\n  måltall: 5 %\n",
            "mål: Sälja mer med samma marginal\n  nuläge: 40 %\n  målvärde: 40 %\n",
            "goal: Zero accidents\n" + FIELDS.format("0 accidents", "0 accidents"),
            # another thing is counted
            "goal: Raise sales from 40 orders to 40 a day\n",
            "goal: Raise sales\n" + FIELDS.format("40 orders", "€40"),
            # roughly so, or not yet known
            "goal: Raise sales\n" + FIELDS.format("about 40 orders", "40 orders"),
            "goal: Raise sales\n" + FIELDS.format("?", "40 orders"),
            "goal: Raise sales\n" + FIELDS.format("30–40 orders", "40 orders"),
            # hours of the day
            "goal: Extend phone hours from 8 to 8\n",
            # closed
            "goal: Raise sales from 40 orders to 40 orders\n  status: cancelled\n",
        ],
        invalid=[
            Invalid("goal: Raise the renewal rate from 82 % to ⟦82 %⟧\n", "same", {"target": "82 %"}, "error"),
            Invalid("goal: Fewer complaints\n  baseline: 12 complaints\n  target: ⟦12 complaints⟧\n", "same", level="error"),
            Invalid("goal: The renewal rate\n  baseline: 82 %\n  target: ⟦82 %⟧\n", "hold", level="warning"),
            Invalid("goal: Win 40 customers\n  baseline: 40 customers\n  target: ⟦40 customers⟧\n", "hold", level="warning"),
            Invalid("goal: Fewer accidents\n  baseline: 0 accidents\n  target: ⟦0 accidents⟧\n", "same"),
            Invalid("language: nb\nmål: Øke salget fra 400 000 kr til ⟦400 000 kr⟧\n", "same"),
            Invalid("language: nb\nmål: Øke svarprosenten\n  utgangspunkt: 60 %\n  måltall: ⟦60 %⟧\n", "same"),
            Invalid("language: nn\nmål: Auke medlemstalet frå 720 medlemer til ⟦720 medlemer⟧\n", "same"),
            Invalid("language: nn\nmål: Svarprosenten i mai\n  utgangspunkt: 64 %\n  måltal: ⟦64 %⟧\n", "hold"),
            Invalid("language: sv\nmål: Sänka svinnet från 14 kg till ⟦14 kg⟧\n", "same"),
            Invalid("language: sv\nmål: Gladare gäster\n  nuläge: 4,2 av 5\n  målvärde: ⟦4,2 av 5⟧\n", "same"),
            Invalid("language: da\nmål: Hæve svarprocenten fra 60 % til ⟦60 %⟧\n", "same"),
            Invalid("language: da\nmål: Svar i tide\n  udgangspunkt: 60 %\n  målværdi: ⟦60 %⟧\n", "hold"),
        ],
    )


def test_a_percentage_that_leads_elsewhere_says_more() -> None:
    found = lint("goal: Raise sales by 10 % from 100 orders to 100 orders\n", TargetEqualsBaseline, PercentMismatch).findings
    assert [one.rule.code for one in found] == ["ARI001"]


def test_a_target_that_differs_is_kept() -> None:
    texts = {
        "goal: Raise the renewal rate from 82 % to 88 %\n": ["88 %"],
        "goal: Raise sales from 40 orders to 40 a day\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(TargetEqualsBaseline().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(TargetEqualsBaseline)
