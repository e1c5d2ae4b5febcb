from dataclasses import replace

from smartlint.parser import parse
from smartlint.rule import Context, Report, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.vague_qualifier import VagueQualifier
from smartlint_rules.specific.vague_verb import VagueVerb


def test_cases() -> None:
    check_rule(
        NotMeasurable,
        valid=[
            # a number in the sentence, in each role
            "goal: Win 50 new customers by 30 June 2026\n",
            "mål: Öka antalet sålda luncher från 55 till 70 per dag\n",
            "mål: Halvere fråfallet blant nye medlemer\n",
            "mål: Mindst 4,5 af 5 i tilfredshed\n",
            "mål: Højst tre klager om måneden\n",
            "mål: Øke salget med 10 %\n",
            # a number in a field, in milestones
            "mål: Bedre svar i chatten\n  måltall: 4,5 av 5\n",
            "goal: Better answers in the chat\n  milestones:\n    - 2026-03-31: 80 %\n",
            # a metric: the missing target has its own rule
            "mål: Højere tilfredshed blandt patienterne\n  måles ved: svar på sms'en\n",
            # a test
            "goal: Improve the onboarding guide\n  done when: the new guide has replaced the old one\n",
            # measured below, at any depth
            "objective O1: Customers are happier\n  KR 1.1: 80 % of new accounts finish set-up\n",
            "mål 1: Bättre stämning\n  mål 2: Gladare gäster\n    mål 3: Sälja 40 presentkort\n",
            # a deliverable needs no number
            "mål G4: Åbne et kontor i Aalborg\n",
            "mål 1: Bedre service\n  mål 2: Åbne et kontor i Aalborg\n",
            "goal: Publish the price list on the web site\n",
            "mål: Lansere en nettbutikk for å øke salget\n",
            # so does a rhythm
            "mål: Trene styrke tre ganger i uken sammen med laget\n",
            "goal: Meet every supplier once a month\n",
            # what was begun in a field, and a gap, have their own rules
            "goal: Raise sign-ups by X % before 1 July 2026\n",
            "goal: Better answers in the chat\n  target: TBD\n",
            # closed goals and visions are left alone
            "goal: Improve our service\n  status: done\n",
            "vision: Happier customers\n",
        ],
        invalid=[
            Invalid("goal: ⟦Improve⟧ our customer service\n", "word", {"word": "Improve"}, "error"),
            Invalid("mål 1: ⟦Betre⟧ service i kundemottaket\n", "word", {"word": "Betre"}),
            Invalid("mål: ⟦Øke⟧ salget\n", "word"),
            Invalid("mål: ⟦Fler⟧ stamgäster\n", "word"),
            Invalid("mål: ⟦Højere⟧ tilfredshed blandt patienterne\n", "word"),
            Invalid("goal: ⟦Customer focus⟧\n", "nothing", level="error"),
            Invalid("goal: ⟦Customers get going on day one⟧\n    without calling anybody\n", "nothing"),
            Invalid("goal: ⟦Improve⟧ service\n  goal: ⟦Strengthen⟧ the brand\n", "word"),
            Invalid("objective: ⟦Stronger⟧ brand\n  KR 1.1: 90 % know us\n    status: cancelled\n", "word"),
            # the means is no deliverable, and a rhythm is no size
            Invalid("mål: ⟦Korte ned⟧ ventetiden ved å innføre en sjekkliste\n", "word"),
            Invalid("goal: ⟦Improve⟧ the service every week\n", "word"),
            Invalid("goal: ⟦Better⟧ answers\n  milestones:\n    - 2026-03-31: the first draft\n", "word"),
            Invalid("mål: Bättre stämning\n  mål: ⟦Gladare⟧ gäster\n  mål: Sälja 40 presentkort\n", "word"),
            # a number that names something is no measure
            Invalid("goal: Be ⟦better⟧ at ISO 9001\n", "word"),
        ],
    )


def test_all_vague_words_are_shown() -> None:
    found = lint("goal: Improve customer service and grow stronger\n", NotMeasurable).findings
    text = "goal: Improve customer service and grow stronger\n"
    assert [text[slice(*place.span)] for place in found[0].related] == ["grow", "stronger"]
    assert {place.note for place in found[0].related} == {"vague"}


def test_a_gap_measures_nothing() -> None:
    document = parse("goal: Improve sales\n  target: TBD\n", "test.goals", today=TODAY)
    assert not list(NotMeasurable().check(document.all_goals[0], Context(document, TODAY, {})))


def test_a_number_in_no_such_role_measures_nothing() -> None:
    document = parse("goal: Improve the 20 shops\n", "test.goals", today=TODAY)
    (goal,) = document.all_goals
    numbers = tuple(number._replace(role="other") for number in goal.reading.quantities)
    goal = replace(goal, reading=goal.reading._replace(quantities=numbers, measurable="no"))
    assert [type(said) for said in NotMeasurable().check(goal, Context(document, TODAY, {}))] == [Report]


def test_what_makes_it_measurable_is_kept() -> None:
    text = "goal: Improve sales\n  target: 12 million\n"
    document = parse(text, "test.goals", today=TODAY)
    (witness,) = NotMeasurable().check(document.all_goals[0], Context(document, TODAY, {}))
    assert isinstance(witness, Witness)
    assert text[slice(*witness.span)] == "target: 12 million"


def test_the_rules_on_words_keep_quiet_beside_it() -> None:
    found = lint("goal: Improve service with good people\n", NotMeasurable, VagueVerb, VagueQualifier).findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_page() -> None:
    check_page(NotMeasurable)
