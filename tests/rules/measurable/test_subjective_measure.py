from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.measurable.subjective_measure import SubjectiveMeasure


def test_cases() -> None:
    check_rule(
        SubjectiveMeasure,
        valid=[
            # a number, a metric, a test, a source, or an instrument in the sentence
            "goal: 80 % of the residents thrive in the new wing\n",
            "goal: The residents thrive in the new wing\n  metric: quality-of-life interview\n",
            "goal: The residents thrive in the new wing\n  done when: eight of ten say so in the interview\n",
            "goal: The residents thrive in the new wing\n  source: the interviews in May\n",
            "goal: The residents thrive according to the survey in May\n",
            "mål: Alle ansatte trives ifølge medarbeiderundersøkelsen\n",
            "mål: Alle tilsette trivst ifølgje undersøkinga\n",
            "mål: Alla elever trivs enligt enkäten\n",
            "mål: Alle beboerne trives ifølge trivselsmålingen\n",
            "mål: Alle ansatte trives\n  måltall: 4,5 av 5\n",
            # measured below
            "objective: The residents thrive\n  key result: 80 % come to dinner\n",
            # what is made is plain, and the feeling its purpose
            "goal: Open a café to lift morale\n",
            "mål: Lage en handlingsplan for trivsel\n",
            "mål: Utarbeide ein plan for trivsel\n",
            "mål: Ta fram en plan för trygghet i skolan\n",
            "mål: Udarbejde en plan for trivsel\n",
            # no feeling
            "goal: The residents eat together\n",
        ],
        invalid=[
            Invalid("goal: All guests ⟦thrive⟧ in the annex\n", "feeling", {"word": "thrive"}, "warning"),
            Invalid("goal: The residents ⟦thrive⟧ and have good morale\n", "feeling"),
            Invalid("language: nb\nmål: Alle ansatte ⟦trives⟧ på jobb\n", "feeling", {"word": "trives"}),
            Invalid("language: nb\nmål: Alle elevene ⟦trives⟧ på skolen\n", "feeling"),
            Invalid("language: nn\nmål: Alle elevane ⟦trivst⟧ på skulen\n", "feeling"),
            Invalid("language: nn\nmål: Alle tilsette ⟦trivst⟧ på jobb\n", "feeling"),
            Invalid("language: sv\nmål: Alla elever ⟦trivs⟧ i matsalen\n", "feeling"),
            Invalid("language: sv\nmål: Alla anställda ⟦trivs⟧ på jobbet\n", "feeling"),
            Invalid("language: da\nmål: Alle beboerne ⟦trives⟧ på afdelingen\n", "feeling"),
            Invalid("language: da\nmål: Alle medarbejdere ⟦trives⟧\n", "feeling"),
        ],
        profile="all",
    )


def test_a_metric_that_was_begun_has_its_own_finding() -> None:
    assert not lint("goal: The residents thrive\n  metric:\n", SubjectiveMeasure, profile="all").findings


def test_it_keeps_quiet_where_nothing_is_measured_at_all() -> None:
    found = lint("mål: Bedre trivsel blandt eleverne\n", NotMeasurable, SubjectiveMeasure, profile="all").findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_page() -> None:
    check_page(SubjectiveMeasure)
