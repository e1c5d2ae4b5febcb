from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.planned.plan_restates_goal import PlanRestatesGoal


def test_cases() -> None:
    check_rule(
        PlanRestatesGoal,
        valid=[
            "goal: Win 50 customers\n  how: call those who bought tyres last year\n",
            "goal: Reduce missed appointments from 9 % to 5 %\n  how: text every patient the day before\n",
            "mål: Redusere svinnet fra 9 % til 5 %\n  hvordan:\n    - Veie svinnet hver kveld\n",
            "mål: Selge 40 gavekort i butikken\n  hvordan: gavekort i vinduet\n",
            "mål: Auke talet på medlemer frå 640 til 720\n  korleis: halde open dag for studentane\n",
            "mål: Få 30 svar på undersøkinga\n  korleis: nettbrett i døra\n",
            "mål: Sälja 40 presentkort\n  hur: en skylt vid kassan\n",
            "mål: Minska matsvinnet till 8 kg\n- Väga maten som slängs\n",
            "mål: Få 45 nye kunder\n  hvordan: rabatkort på gymnasiet\n",
            "mål: Sænke ventetiden til 10 minutter\n  hvordan: én elev tager imod\n",
            # a number, a rhythm or a day of its own is a plan
            "goal: Reach 400 visits to customers by 30 June 2026\n  how: visit 5 customers a day\n",
            "mål: Få 400 kundebesøk\n  hvordan: kundebesøk hver tirsdag\n",
            # the means in the sentence, with more about them
            "goal: Raise the margin to 25 % by dropping free delivery\n  how:\n    - Drop free delivery\n",
            "mål: Selge 30 timer ved å gi medlemmene en prøvetime\n  hvordan: gi medlemmene en prøvetime\n",
            # means in the plan
            "goal: Sell 40 gift cards\n  how: sell gift cards by asking at the till\n",
            # a heading over steps
            "goal: Win 50 new customers\n  how:\n    - New customers\n      - Rent a stall at the fair\n",
            "goal: Win 50 new customers\n",
        ],
        invalid=[
            Invalid("goal: Increase sales of rain jackets by 15 %\n  how: ⟦increase sales⟧\n", "restates", level="warning"),
            Invalid("goal: Win 50 customers\n  how:\n    - ⟦More customers⟧ (owner: Amy Holt)\n", "restates"),
            Invalid("goal: Answer 90 % of e-mails within 4 hours\n  how: ⟦answer e-mails faster⟧\n", "restates"),
            Invalid("mål: Øke salget med 10 %\n  hvordan: ⟦øke salget⟧\n", "restates"),
            Invalid("mål: Få 50 nye kunder\n  hvordan:\n    - ⟦Få flere kunder⟧\n    - Leie en bod på messen\n", "restates"),
            Invalid("mål: Auke talet på medlemer frå 640 til 720\n  korleis: ⟦fleire medlemer⟧\n", "restates"),
            Invalid("mål: Redusere fråfallet til 9 %\n  korleis: ⟦lågare fråfall⟧\n", "restates"),
            Invalid("mål: Höja försäljningen till 9 Mkr\n  hur: ⟦öka försäljningen⟧\n", "restates"),
            Invalid("mål: Minska matsvinnet till 8 kg\n  hur:\n    - ⟦Mindre matsvinn⟧\n", "restates"),
            Invalid("mål: Sænke ventetiden til 10 minutter\n  hvordan: ⟦kortere ventetid⟧\n", "restates"),
            Invalid("mål: Sælge 600 togrejser\n  hvordan: ⟦sælge flere togrejser⟧\n", "restates"),
            # the same number adds nothing
            Invalid("goal: Win 50 customers\n  how: ⟦win 50 customers⟧\n", "restates"),
        ],
    )


def test_the_goal_is_shown() -> None:
    found = lint("goal: Win 50 customers\n  how: more customers\n", PlanRestatesGoal).findings
    assert [place.start.line for one in found for place in one.related] == [1]


def test_page() -> None:
    check_page(PlanRestatesGoal)
