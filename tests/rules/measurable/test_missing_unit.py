from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.missing_unit import MissingUnit
from smartlint_rules.measurable.not_measurable import NotMeasurable


def test_cases() -> None:
    check_rule(
        MissingUnit,
        valid=[
            # what is counted stands after the number, before it, or in a field
            "goal: Reach 500 members by 30 June 2026\n",
            "goal: Increase the number of members to 500\n",
            "goal: Raise our membership to 500\n",
            "goal: Reach 500 by 30 June 2026\n  metric: members\n",
            "goal: Reach 500 by 30 June 2026\n  target: 500 members\n",
            "goal: Reach 500 by 30 June 2026\n  baseline: 420 members\n",
            "goal: Reach 500 by 30 June 2026\n  done when: 500 members have paid\n",
            "mål: Få 40 nye lånere\n",
            "mål: Få talet på lånarar opp til 400\n",
            "mål: Öka antalet stamgäster från 30 till 45\n",
            "mål: Øge antallet af tilmeldte til 2.000\n",
            # the goal above says it
            "objective: More members\n  key result: Reach 500 by 30 June 2026\n",
            # the label says it
            "Goal for members: Reach 500 by 30 June 2026\n",
            # a time with its unit, in the sentence or in a field
            "mål: Korte ned ventetiden fra 30 til 20 minutter\n",
            "mål: Sänka svarstiden till 2 timmar\n",
            "mål: Kortere ventetid\n  utgangspunkt: 30 minutter\n  måltall: 20\n",
            "mål: Sænke sagsbehandlingstiden til 20 dage\n",
            "goal: Cut the number of waiting times over an hour to 20\n",
            # money with its currency, in full, in thousands, or by the file
            "mål: Øke salget fra 310 til 400 tkr\n",
            "mål: Auke omsetninga til 2 mill. kr\n",
            "mål: Øke omsetningen fra 410 000 til 520 000\n",
            "mål: Öka omsättningen till 12 miljoner\n",
            "currency: EUR\ngoal: Raise sales to 400\n",
            # not the money itself
            "goal: Increase sales meetings to 30\n",
            "goal: Increase sales of jackets to 300\n",
            "mål: Øge salget af gavekort til 300\n",
            # a score is a value as it stands, a percentage has its own rule
            "goal: Score 45\n",
            "goal: Raise NPS from 38 to 45\n",
            "goal: Reach 80 % by 30 June 2026\n",
            "goal: Double by 30 June 2026\n",
        ],
        invalid=[
            Invalid(
                "goal: Reach ⟦500⟧ by 30 June 2026\n",
                "nothing",
                {"number": "500"},
                "warning",
                fixed="goal: Reach 500 ⟨what is counted⟩ by 30 June 2026\n",
            ),
            Invalid("goal: Increase by ⟦200⟧ this quarter\n", "nothing"),
            Invalid("goal: Reduce the response time from 5 to ⟦2⟧\n", "time", {"word": "response time", "number": "2"}),
            Invalid(
                "goal: Shorter waiting times\n  target: ⟦20⟧\n",
                "time",
                {"word": "waiting times"},
                fixed="goal: Shorter waiting times\n  target: 20 ⟨minutes, hours or days⟩\n",
            ),
            Invalid(
                "goal: Raise sales to ⟦400⟧\n",
                "money",
                {"word": "sales", "number": "400"},
                fixed="goal: Raise sales to 400 ⟨currency or pieces⟩\n",
            ),
            Invalid("language: nb\nmål: Redusere ventetiden til ⟦20⟧\n", "time", {"word": "ventetiden"}),
            Invalid("language: nb\nmål: Øke omsetningen fra 310 til ⟦400⟧ per måned\n", "money"),
            Invalid("language: nn\nmål: Korte ned saksbehandlingstida frå 30 til ⟦20⟧\n", "time"),
            Invalid("language: nn\nmål: Vi skal nå ⟦400⟧ innan 1. juni 2026\n", "nothing"),
            Invalid("language: sv\nmål: Öka försäljningen från 310 till ⟦400⟧\n", "money", {"word": "försäljningen"}),
            Invalid("language: sv\nmål: Nå ⟦200⟧ före sommaren\n", "nothing"),
            Invalid("language: da\nmål: Vi skal nå ⟦400⟧ i år\n", "nothing"),
            Invalid("language: da\nmål: Sænke ventetiden\n    til ⟦20⟧ i 2026\n", "time"),
        ],
    )


def test_it_keeps_quiet_beside_what_cannot_be_measured() -> None:
    found = lint("goal: Improve our service\n", NotMeasurable, MissingUnit).findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_a_number_with_its_unit_is_kept() -> None:
    texts = {
        "mål: Sänka svarstiden till 2 timmar\n": ["2 timmar"],
        "goal: Reach 80 % by 30 June 2026\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(MissingUnit().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(MissingUnit)
