from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.consistent.duplicate_goal import DuplicateGoal


def test_cases() -> None:
    check_rule(
        DuplicateGoal,
        valid=[
            # another number, deadline, direction, word
            "goal 1: Sell 40 bikes to hotels\n\ngoal 2: Sell 50 bikes to hotels\n",
            "goal 1: Sell 40 bikes by 31 March 2026\n\ngoal 2: Sell 40 bikes by 30 June 2026\n",
            "mål 1: Øke prisene til 40 kr\n\nmål 2: Senke prisene til 40 kr\n",
            "mål 1: Selje 40 syklar til hotell\n\nmål 2: Selje 40 syklar til skular\n",
            "mål 1: Sälja 40 cyklar från 2 butiker\n\nmål 2: Sälja 40 cyklar från 3 butiker\n",
            "mål 1: Sælge 40 cykler\n\nmål 2: Sælge 40 cykler til hoteller\n",
            "goal 1: Win 40 new customers\n\ngoal 2: Win 40 old customers\n",
            # another owner, channel, place, metric, team, folder
            "mål 1: Selge 40 sykler\n  eier: Ida Moe\nmål 2: Selge 40 sykler\n  eier: Pål Aas\n",
            "mål 1: Sälja 40 cyklar\n  kanal: webben\nmål 2: Sälja 40 cyklar\n  kanal: butiken\n",
            "mål 1: Sælge 40 cykler\n  hvor: Aarhus\nmål 2: Sælge 40 cykler\n  hvor: Aalborg\n",
            "goal 1: Reach 4.5 of 5 points\n  metric: taste\ngoal 2: Reach 4.5 of 5 points\n  metric: service\n",
            {"a.goals": "team: A\ngoal: Sell 40 bikes\n", "b.goals": "team: B\ngoal: Sell 40 bikes\n"},
            {"a/a.goals": "goal: Sell 40 bikes\n", "b/b.goals": "goal: Sell 40 bikes\n"},
            # the goal above, or what it supports: an echo; and what is over
            "goal 1: Sell 40 bikes\n  goal 1.1: Sell 40 bikes\n",
            "goal 1: Sell 40 bikes\n\ngoal 2: Sell 40 bikes\n  supports: 1\n",
            "goal 1: Sell 40 bikes\n  status: done\n\ngoal 2: Sell 40 bikes\n",
            # one word is too little to go by
            "goal 1: Grow\n\ngoal 2: Grow\n",
        ],
        invalid=[
            Invalid("goal 1: Sell 40 bikes\n\ngoal 2: ⟦Sell 40 bikes⟧\n", "same", {"other": "1"}),
            Invalid("goal: Sell 40 bikes to the hotels\n\ngoal: ⟦To hotels: sell 40 bikes⟧\n", "same"),
            Invalid(
                "mål 1: Øke andelen faste gjester fra 40 % til 55 %\n\nmål 2: ⟦Andelen faste gjester økes fra 40 % til 55 %⟧\n",
                "same",
            ),
            Invalid("mål 1: Trygge barn på skulevegen\n\nmål 2: ⟦Trygge barn på skulevegen⟧\n", "same"),
            Invalid("mål 1: Sälja 40 cyklar\n  ägare: Siv Ek\nmål 2: ⟦Sälja 40 cyklar⟧\n", "same"),
            Invalid(
                {
                    "a.goals": "hold: Butik\nmål 1: Sælge 40 cykler inden 30. juni 2026\n",
                    "b.goals": "hold: BUTIK\nmål A: ⟦Sælge 40 cykler inden 30. juni 2026⟧\n",
                },
                "elsewhere",
                {"other": "1", "path": "a.goals"},
            ),
            # a word more in a long sentence, on either side
            Invalid(
                "goal 1: Answer 40 letters from members about their insurance\n\n"
                "goal 2: ⟦Answer 40 letters from our members about their health insurance⟧\n",
                "same",
            ),
            Invalid(
                "mål 1: Besvare 40 brev fra medlemmer om forsikring snarest\n\n"
                "mål 2: ⟦Besvare 40 brev fra medlemmer om forsikring⟧\n",
                "same",
            ),
            # each is compared with the first one
            Invalid("mål: Ringje 9 kundar\n\nmål: ⟦Ringje 9 kundar⟧\n\nmål: ⟦Ringje 9 kundar⟧\n", "same"),
            # key results of two objectives
            Invalid("O1: Glada gäster\n  KR1: 60 nya klippkort\n\nO2: Full sal\n  KR1: ⟦60 nya klippkort⟧\n", "same"),
        ],
    )


def test_the_first_is_shown() -> None:
    text = "goal 1: Sell 40 bikes\n\ngoal 2: Sell 40 bikes\n"
    (found,) = lint(text, DuplicateGoal).findings
    assert [text[slice(*place.span)] for place in found.related] == ["Sell 40 bikes"]
    assert found.related[0].span.start < found.place.span.start


def test_page() -> None:
    check_page(DuplicateGoal)
