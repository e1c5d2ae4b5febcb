from dataclasses import replace

from smartlint.parser import parse
from smartlint.rule import Context, Report, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.escape_clause import EscapeClause
from smartlint_rules.specific.hedge_verb import HedgeVerb
from smartlint_rules.specific.open_list import OpenList
from smartlint_rules.specific.question_as_goal import QuestionAsGoal
from smartlint_rules.specific.superlative_claim import SuperlativeClaim
from smartlint_rules.specific.vague_qualifier import VagueQualifier
from smartlint_rules.specific.vague_verb import VagueVerb


def test_cases() -> None:
    check_rule(
        NotMeasurable,
        valid=[
            # what supports it can be measured
            "effektmål E1: Færre unge faller utenfor\n\nresultatmål R1: 90 % fullfører videregående\n  støtter: E1\n",
            "effect goal E1: Safer roads\n\nresult goal R1: At most 4 serious accidents a year\n  supports: e1\n",
            "effektmål E1: Tryggare gator\n\nmål R1: Belysning\n  stödjer: E1\n  delmål: Byta 400 lampor\n",
            # a thing of which only an adjective is open is there or not
            "language: nb\nmål: Lansere en brukervennlig nettbutikk innen 1. juni 2026\n",
            "language: da\nmål: Fase 2 af byggeriet er afleveret uden væsentlige mangler\n",
            # a number in the sentence, in each role
            "goal: Win 50 new customers by 30 June 2026\n",
            "mål: Öka antalet sålda luncher från 55 till 70 per dag\n",
            "mål: Halvere fråfallet blant nye medlemer\n",
            "mål: Mindst 4,5 af 5 i tilfredshed\n",
            "mål: Højst tre klager om måneden\n",
            "mål: Øke salget med 10 %\n",
            # a number in a field, in milestones
            "mål: Bedre svar i chatten\n  måltall: 4,5 av 5\n",
            # a target in words that can be seen to be reached, and one that is still to come
            "goal: Better opening hours\n  target: all shops open on Sundays\n",
            "goal: Better quality\n  target: ISO 9001 certificate\n",
            "mål: Bedre service\n  måltall: ?\n",
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
            # so does a rank that somebody awards
            "goal: Be voted the best café in town\n",
            "mål: Vi skal kåres til byens bedste frokostcafé\n",
            "mål: Bli kåra til den beste bensinstasjonen i fylket\n",
            # and how soon each is dealt with
            "goal: Follow up every quote within three days\n",
            "mål: Følge opp alle tilbud innen 3 virkedager\n",
            "mål: Følgje opp alle tilbod innan tre dagar\n",
            "mål: Följa upp varje offert inom tre dagar\n",
            "mål: Følge op på alle tilbud inden for to uger\n",
            # what was begun in a field, and a gap, have their own rules
            "goal: Raise sign-ups by X % before 1 July 2026\n",
            "goal: Better answers in the chat\n  target: TBD\n",
            # closed goals and visions are left alone
            "goal: Improve our service\n  status: done\n",
            "vision: Happier customers\n",
        ],
        invalid=[
            # what supports it says no more, is cancelled, or means the goal of another team; two goals that support each other
            Invalid("effektmål E1: ⟦Tryggare⟧ vegar\n\nmål R1: ⟦Betre⟧ lys\n  støttar: E1\n", "word"),
            Invalid("goal E1: ⟦Safer⟧ roads\n\ngoal R1: Fit 40 lamps\n  supports: E1\n  status: cancelled\n", "word"),
            Invalid("goal E1: ⟦Safer⟧ roads\n\ngoal R1: Fit 40 lamps\n  supports: North/E1\n", "word"),
            Invalid("mål A: ⟦Bedre⟧ service\n  støtter: B\n\nmål B: ⟦Gladere⟧ gæster\n  støtter: A\n", "word"),
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
            # a contest that nobody judges
            Invalid("mål: ⟦Best⟧ på kvalitet i alle ledd, så vi vinner i konkurransen\n", "word"),
            # a deadline of the whole is no such time
            Invalid("mål: ⟦Følge opp alle tilbud innen tre måneder⟧\n", "nothing"),
            Invalid("mål: ⟦Jobbe med⟧ alle sakene innen tre dager\n", "word"),
            # a number that names something is no measure
            Invalid("goal: Be ⟦better⟧ at ISO 9001\n", "word"),
        ],
    )


def test_an_effect_goal_may_rest_on_measured_results_or_on_an_indicator() -> None:
    check_rule(
        NotMeasurable,
        valid=[
            "effektmål E1: Innbyggerne får bedre helse\n  resultatmål R1: 80 % av de eldre er på tur hver uke\n",
            "effektmål: Tryggare skolveg\n  resultatmål: Betre lys langs vegen\n    indikator: talet på lykter\n",
            "effektmål: Flere unge fullfører skolen\n  indikator: andel som fullfører innen fem år\n",
            "effektmål: Bättre hälsa\n  resultatmål: Öppna en mottagning i Tensta\n",
            "effect goal: Residents feel safer\n  goal: 90 % of street lamps work\n",
        ],
        invalid=[
            # a target that says no more than the sentence
            Invalid("goal: ⟦Improve⟧ our shops\n  target: high\n", "word"),
            Invalid("mål: ⟦Bedre⟧ service\n  måltall: så høyt som mulig\n", "word"),
            Invalid("effektmål: ⟦Tryggere⟧ skolevei\n", "word"),
            Invalid("effektmål: ⟦Bedre⟧ sundhed\n  resultatmål: ⟦Bedre⟧ kost\n", "word"),
            Invalid("effect goal: ⟦Better⟧ health\n  goal: 40 walks\n    status: cancelled\n", "word"),
        ],
        profile="effect",
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


def test_neither_do_the_rules_on_words_speak_of_an_effect_goal_with_measured_results() -> None:
    text = "effektmål: Styrke en god helse\n  resultatmål: 80 % av de eldre er på tur hver uke\n"
    assert not lint(text, NotMeasurable, VagueVerb, VagueQualifier, profile="effect").findings


def test_the_rules_on_words_keep_quiet_beside_it() -> None:
    found = lint("goal: Improve service with good people\n", NotMeasurable, VagueVerb, VagueQualifier).findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_ways_out_claims_and_open_lists_are_shown_beside_it() -> None:
    text = "goal: Try to be the best, more helpful if possible, etc.\n"
    rules = (NotMeasurable, EscapeClause, HedgeVerb, OpenList, SuperlativeClaim)
    (found,) = lint(text, *rules).findings
    assert (found.rule.code, found.params["word"]) == ("MEA001", "best")
    notes = {text[slice(*place.span)]: place.note for place in found.related}
    assert notes == {"Try": "attempt", "more": "vague", "helpful": "vague", "if possible": "escape", "etc.": "open"}
    (found,) = lint("mål: Vurdere om vi skal bli best i byen\n", *rules).findings
    assert (found.rule.code, found.params["word"]) == ("MEA001", "best")
    assert [place.note for place in found.related] == ["attempt"]


def test_a_vague_time_is_not_what_leaves_the_size_open() -> None:
    (found,) = lint("goal: Explore new markets soon\n", NotMeasurable).findings
    assert (found.params["word"], found.related) == ("Explore", ())


def test_a_question_has_a_finding_of_its_own() -> None:
    for text in ("goal: Can we sell more?\n", "mål: Hvordan kan vi få flere kunder?\n", "mål: Hur säljer vi mer?\n"):
        assert [one.rule.code for one in lint(text, NotMeasurable, QuestionAsGoal, VagueVerb).findings] == ["SPC011"]


def test_page() -> None:
    check_page(NotMeasurable)
