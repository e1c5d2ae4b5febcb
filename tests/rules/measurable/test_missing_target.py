from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.missing_target import MissingTarget
from smartlint_rules.measurable.not_measurable import NotMeasurable

EFFECT = "effektmål: Innbyggerne får svar i tide\n  indikator: {}saksbehandlingstid{}\n"


def test_cases() -> None:
    check_rule(
        MissingTarget,
        valid=[
            # what is reached or not needs no figure
            "language: en\ngoal: Pass the fire inspection\n  metric: the inspector's report\n",
            "language: nb\nmål: Bli sertifisert som miljøfyrtårn\n  måles ved: sertifikat\n",
            "language: nn\nmål: Alle elevane kan symje\n  måles ved: symjeprøva\n",
            "language: sv\nmål: Bli miljödiplomerade\n  mäts med: diplom\n",
            "language: da\nmål: Alle ledere har holdt samtale\n  måles ved: underskrevne skemaer\n",
            "goal: Better answers in the chat\n  metric: NPS\n  target: 45\n",
            "mål: Øke NPS til 45\n  måles ved: NPS\n",
            "mål: Mindst 4,5 af 5 i tilfredshed\n  måles ved: sms'en efter besøget\n",
            "mål: Nöjdare gäster\n  mäts med: enkäten\n  milstolpar:\n    - 2026-03-31: 4,2 av 5\n",
            "mål: Betre service\n  indikator: svartid\n  nådd når: alle får svar same dag\n",
            "objective O1: Happy customers\n  metric: NPS\n  KR 1.1: 90 % renew\n",
            # the bound stands in the metric itself
            "goal: Quick answers\n  metric: 95 % of e-mails answered within a day\n",
            "mål: Raske svar\n  måles ved: NPS ≥ 45\n",
            # another figure is the target
            "goal: Have more patients than any other clinic in town\n  metric: patients, from the yearly figures\n",
            "mål: Färre klagomål än året innan\n  mäts med: skriftliga klagomål\n",
            # nothing is said of a metric
            "goal: Be nice\n",
        ],
        invalid=[
            Invalid("goal: Better answers\n  metric: ⟦NPS⟧\n", "missing"),
            Invalid("mål: Færre klager fra foreldrene\n  måles ved: ⟦skriftlige klager⟧\n", "missing"),
            Invalid("mål: Nöjdare gäster\n  mäts med: ⟦betyg i enkäten⟧\n", "missing"),
            Invalid("mål: Højere tilfredshed\n  måles ved: ⟦svar efter besøget⟧\n", "missing"),
            Invalid("mål: Betre stemning\n  indikator: ⟦trivsel⟧\n  utgangspunkt: 3,9 av 5\n", "missing"),
            Invalid("goal: Stay the course\n  metric: ⟦30-day retention⟧\n", "missing"),
            Invalid(EFFECT.format("⟦", "⟧"), "missing"),
        ],
    )


def test_an_effect_goal_may_rest_on_an_indicator_in_its_profile() -> None:
    check_rule(
        MissingTarget,
        valid=[EFFECT.format("", "")],
        invalid=[Invalid("goal: Better answers\n  metric: ⟦NPS⟧\n", "missing")],
        profile="effect",
    )


def test_an_attempted_target_has_its_own_finding() -> None:
    assert not lint("goal: Better answers\n  metric: NPS\n  target:\n", MissingTarget).findings


def test_it_keeps_quiet_where_nothing_is_measured_at_all() -> None:
    found = lint("goal: Better answers\n  metric: NPS\n", MissingTarget, NotMeasurable).findings
    assert [one.rule.code for one in found] == ["MEA002"]


def test_page() -> None:
    check_page(MissingTarget)
