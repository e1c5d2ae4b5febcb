from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.missing_source import MissingSource
from smartlint_rules.measurable.missing_target import MissingTarget


def test_cases() -> None:
    check_rule(
        MissingSource,
        valid=[
            # stated, inherited, or in the sentence
            "goal: Raise the conversion rate to 2.6 %\n  source: the shop's report\n",
            "source: the shop's report\n\ngoal: Raise the conversion rate to 2.6 %\n",
            "goal: 90 % of the guests answer yes in the survey\n",
            "mål: Øke andelen fornøyde gjester til 90 % i gjesteundersøkelsen\n",
            "mål: Få sjukefråværet ned til 5 % ifølgje registeret\n",
            "mål: 90 % av gästerna är nöjda enligt enkäten\n",
            "mål: Hæve tilfredsheden til 4,5 af 5 i medarbejderundersøgelsen\n",
            "goal: Raise NPS from 38 to 45\n",
            # plain things and deeds that anybody can count
            "goal: Win 20 customers\n",
            "mål: Publisere 5 artikler\n",
            "mål: Öppna två butiker\n",
            "performance goal: Answer 90 % of the e-mails\n",
            # money is in the accounts
            "goal: Raise sales by 15 %\n",
            "mål: Øge omsætningen til 2 mio. kr.\n",
            # a test tells it, and so does a metric that says who answers
            "goal: Answer 90 % of the e-mails\n  done when: the shop's report says so\n",
            "mål: Nöjdare gäster\n  mäts med: svaren på sms:et efter besöket\n  målvärde: 4,5 av 5\n",
            # no figure
            "goal: Improve our service\n",
        ],
        invalid=[
            Invalid("goal: Raise the conversion rate from 2.1 % to ⟦2.6 %⟧\n", "number", {"number": "2.6 %"}, "info"),
            Invalid("goal: Double sign-ups\n  metric: ⟦sign-ups⟧\n  target: 400 sign-ups\n", "metric", {"metric": "sign-ups"}),
            Invalid("goal: Happier guests\n  target: ⟦4.5 of 5⟧\n", "number"),
            Invalid("language: nb\nmål: Øke belegget fra 54 % til ⟦62 %⟧\n", "number"),
            Invalid("language: nb\nmål: Flere besøk\n  måles ved: ⟦unike besøkende⟧\n  måltall: 4 000\n", "metric"),
            Invalid("language: nn\nmål: Få ned svinnet til ⟦2 %⟧\n", "number"),
            Invalid("language: nn\nmål: ⟦Halvere⟧ matsvinnet i kantina\n", "number"),
            Invalid("language: sv\nmål: Öka trafiken till bokningssidan med ⟦30 %⟧\n", "number"),
            Invalid("language: sv\nmål: Sänka sjukfrånvaron till ⟦5 %⟧\n", "number"),
            Invalid("language: da\nmål: Øge trafikken til bookingsiden med ⟦30 %⟧\n", "number"),
            Invalid("language: da\nmål: Mindst ⟦90 %⟧ af patienterne møder op\n", "number"),
        ],
        profile="marketing",
    )


def test_the_source_is_kept_as_the_reason() -> None:
    text = "goal: Raise the conversion rate to 2.6 %\n  source: the shop's report\n"
    document = parse(text, "test.goals", today=TODAY)
    (witness,) = MissingSource().check(document.all_goals[0], Context(document, TODAY, {}))
    assert isinstance(witness, Witness)
    assert text[slice(*witness.span)] == "source: the shop's report"


def test_an_inherited_source_is_no_place_in_the_goal() -> None:
    text = "source: the shop's report\n\ngoal: Raise the conversion rate to 2.6 %\n"
    document = parse(text, "test.goals", today=TODAY)
    assert not list(MissingSource().check(document.all_goals[0], Context(document, TODAY, {})))


def test_a_source_that_was_begun_has_its_own_finding() -> None:
    assert not lint("goal: Raise the conversion rate to 2.6 %\n  source:\n", MissingSource).findings


def test_a_metric_without_target_is_one_finding() -> None:
    found = lint("goal: Better answers\n  metric: NPS\n", MissingSource, MissingTarget).findings
    assert [one.rule.code for one in found] == ["MEA002"]


def test_page() -> None:
    check_page(MissingSource)
