from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.missing_target import MissingTarget
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.topic_not_goal import TopicNotGoal


def objective(language: str, text: str) -> str:
    """An objective with a key result that measures it."""
    return f"language: {language}\nO1: {text}\n  KR 1: 40 %\n"


def test_cases() -> None:
    check_rule(
        TopicNotGoal,
        valid=[
            "goal: Win 20 customers\n",
            objective("en", "Customers buy again"),
            objective("en", "Guests come back to the hotel"),
            objective("en", "Our stores smell of fresh bread"),
            objective("en", "Publish the handbook"),
            objective("nb", "Gjestene kommer igjen"),
            objective("nb", "Økt kundelojalitet"),
            objective("nn", "Gjestane kjem att"),
            objective("nn", "Auka trivsel på skulen"),
            objective("sv", "Kunderna stannar hos oss"),
            objective("sv", "Minskad frånvaro i skolan"),
            objective("da", "Gæsterne kommer igen"),
            objective("da", "Flere hænder i ældreplejen"),
            # what is wanted stands beside it
            "goal: Customer loyalty\n  metric: NPS\n  target: 60\n",
            "mål: Kundelojalitet\n  måltall: 60 % kjøper igjen\n",
            "mål: Kundlojalitet\n  uppnått när: fyra av tio köper igen\n",
            "mål: Kundeloyalitet\n  status: nået\n  delmål: 20 % køber igen\n",
            "goal: Customer loyalty\n  target: TBD\n",
        ],
        invalid=[
            Invalid(objective("en", "⟦Customer loyalty⟧"), "topic", {"text": "Customer loyalty"}, "warning"),
            Invalid("goal 1: ⟦Recruitment for the night shift⟧\n  sub-goal 1.1: Hire 4 nurses\n", "topic"),
            Invalid(objective("nb", "⟦Digital kompetanse⟧"), "topic"),
            Invalid("mål 1: ⟦Salg i nord⟧\n  delmål 1.1: Få 20 kunder\n", "topic"),
            Invalid(objective("nn", "⟦Universell utforming⟧"), "topic"),
            Invalid("mål 1: ⟦Rekruttering til skulane⟧\n  delmål 1.1: Få 20 søkjarar\n", "topic"),
            Invalid(objective("sv", "⟦Digital grannsamverkan⟧"), "topic"),
            Invalid(objective("sv", "⟦God ordning⟧\n  i förråden"), "topic"),
            Invalid(objective("da", "⟦Kundetilfredshed⟧"), "topic"),
            Invalid("mål 1: ⟦God stemning og højt til loftet⟧\n  delmål 1.1: Få 8 af 10 i undersøgelsen\n", "topic"),
        ],
    )


def test_one_cause_is_one_finding() -> None:
    for text, code in (("goal: Customer loyalty\n", "MEA001"), ("goal: Customer loyalty\n  metric: NPS\n", "MEA002")):
        found = lint(text, TopicNotGoal, NotMeasurable, MissingTarget).findings
        assert [one.rule.code for one in found] == [code], text


def test_page() -> None:
    check_page(TopicNotGoal)
