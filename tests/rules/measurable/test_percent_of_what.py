from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.measurable.percent_of_what import PercentOfWhat


def test_cases() -> None:
    check_rule(
        PercentOfWhat,
        valid=[
            # a noun that could be meant
            "goal: Grow sales by 15 %\n",
            "goal: Answer 80 % of the e-mails within a day\n",
            "goal: 80 % of new accounts finish set-up\n",
            "goal: Absence below 5 %\n",
            "goal: Occupancy of 85 % by June\n",
            "mål: Bruke 20 % færre timer på hver søknad\n",
            "mål: Sykefraværet ned til 5 %\n",
            "mål: 90 % av elevane leverer i tide\n",
            "mål: Auke salet med 10 %\n",
            "mål: Sänka svinnet med 20 %\n",
            "mål: Minst 90 % nöjda gäster\n",
            "mål: Øge omsætningen med 15 %\n",
            "mål: 80 % af patienterne møder op\n",
            # a place where one grows is near enough
            "mål: Vokse med 10 % i Sverige\n",
            # a field, a label or the goal above tells
            "goal: Grow by 15 % by 1 June 2026\n  metric: turnover\n",
            "goal: Grow by 15 % by 1 June 2026\n  baseline: €40,000\n",
            "Goal for turnover: Grow by 15 % by 1 June 2026\n",
            "objective: A larger shop\n  key result: Grow by 15 % by 1 June 2026\n",
            # another number in the sentence
            "goal: Grow by 15 % to 600 orders\n",
            # not a percentage
            "goal: Reach 500 by June\n",
        ],
        invalid=[
            Invalid("goal: Grow by ⟦15 %⟧ by 1 June 2026\n", "nothing", {"number": "15 %"}, "warning"),
            Invalid("goal: Become ⟦20 %⟧ better every year\n", "nothing"),
            Invalid("goal: Reach ⟦80 %⟧ by the end of Q3\n  target: 80 %\n", "nothing"),
            Invalid("language: nb\nmål: Bli ⟦20 %⟧ mer effektive\n", "nothing"),
            Invalid("language: nb\nmål: Nå ⟦80 prosent⟧ innen 1. juni 2026\n", "nothing", {"number": "80 prosent"}),
            Invalid("language: nn\nmål: Vi skal vekse med ⟦10 %⟧ i år\n", "nothing"),
            Invalid("language: nn\nmål: Nå ⟦40 %⟧ innan 1. november 2026\n", "nothing"),
            Invalid("language: sv\nmål: Vi ska bli ⟦15 %⟧ effektivare\n", "nothing"),
            Invalid("language: sv\nmål: ⟦15 %⟧ tillväxt 2026\n", "nothing"),
            Invalid("language: da\nmål: Vi skal vokse med ⟦15 %⟧\n    i 2026\n", "nothing"),
            Invalid("language: da\nmål: Blive ⟦20 %⟧ bedre\n", "nothing"),
        ],
    )


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("goal: Grow sales by 15 %\n", ["15 %"]),
        ("goal: Reach 500 by June\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = PercentOfWhat().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(PercentOfWhat)
