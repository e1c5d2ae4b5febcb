from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.planned.action_without_deadline import ActionWithoutDeadline


def test_cases() -> None:
    check_rule(
        ActionWithoutDeadline,
        valid=[
            "goal: Win 50 customers\n  how:\n    - Call last year's buyers (owner: Amy Holt, deadline: 2026-03-06)\n",
            "goal: Win 50 customers\n  how:\n    - Open a stall at the fair by 1 May 2026\n",
            "mål: Få 50 kunder\n  hvordan:\n    - Ringe dem som kjøpte i fjor\n      frist: 2026-03-06\n",
            # a rhythm says when
            "mål: Få 50 kunder\n  hvordan:\n    - Ringe ti av fjorårets kunder hver mandag\n",
            "mål: Sälja 400 biljetter\n  hur:\n    - Dela ut reklamblad på torget varje lördag\n",
            "mål: Få 30 nye medlemer\n  korleis:\n    - Halde open dag i mars 2026\n",
            "mål: Sælge 400 billetter\n  hvordan:\n    - Hænge plakater op på skolerne (frist: 2026-03-06)\n",
            "mål: Minska matsvinnet till 8 kg\n- Väga det som slängs varje kväll\n",
            # so does an event that sets it off, or a length of time
            "goal: Win 50 customers\n  how:\n    - Text every patient the day before\n",
            "goal: Win 50 customers\n  how:\n    - Halve the buffet trays after 9:30\n",
            "language: nb\nmål: Få 50 kunder\n  hvordan:\n    - Si opp avtalen når den siste er flyttet\n",
            "language: nb\nmål: Få 50 kunder\n  hvordan:\n    - To på telefon mellom 8 og 10\n",
            "language: nn\nmål: Få 30 nye medlemer\n  korleis:\n    - Ringje alle nye medlemer etter to veker\n",
            "language: nn\nmål: Få 30 nye medlemer\n  korleis:\n    - Gi kvar nytilsett tre brukarar frå fyrste dag\n",
            "language: sv\nmål: Sälja 400 biljetter\n  hur:\n    - Mät varje skift och visa siffran på tavlan\n",
            "language: sv\nmål: Sälja 400 biljetter\n  hur:\n    - Sjuksköterskan ringer upp samma dag\n",
            "language: da\nmål: Få 40 kunder\n  hvordan:\n    - Bede hver tilfreds kunde om ét navn\n",
            "language: da\nmål: Få 40 kunder\n  hvordan:\n    - Læsevejlederen følger klassen i seks uger\n",
            # a way of working is no list of steps
            "mål: Sälja 40 presentkort\n  hur: en skylt vid kassan\n",
            "mål: Få 45 nye kunder\n  hvordan:\n    rabatkort i kantinen\n",
            # the steps below say when
            "goal: Win 50 customers\n  how:\n    - Offer invoices\n      - Ask the bank (deadline: 2026-03-06)\n",
            # closed
            "mål: Få 50 kunder\n  status: ferdig\n  hvordan:\n    - Ringe dem som kjøpte i fjor\n",
            "goal: Win 50 customers\n",
        ],
        invalid=[
            Invalid(
                "goal: Win 50 customers\n  how:\n    - ⟦Call last year's buyers⟧ (owner: Amy Holt)\n",
                "one",
                fixed="goal: Win 50 customers\n  how:\n    - Call last year's buyers (owner: Amy Holt, deadline: ⟨date⟩)\n",
            ),
            Invalid(
                "goal: Win 50 customers\n  how:\n    - ⟦Call last year's buyers⟧\n    - Rent a stall\n",
                "several",
                {"count": 2},
                fixed="goal: Win 50 customers\n  how:\n    - Call last year's buyers (deadline: ⟨date⟩)\n"
                "    - Rent a stall (deadline: ⟨date⟩)\n",
            ),
            Invalid("mål: Få 50 kunder\n  hvordan:\n    - ⟦Ringe dem som kjøpte i fjor⟧\n    - Leie en bod\n", "several"),
            Invalid("mål: Selje 30 timar\n  korleis:\n    - ⟦Gi nye medlemer ein prøvetime⟧\n", "one"),
            Invalid("mål: Auke talet på medlemer\n  korleis:\n    - ⟦Ringje dei som slutta⟧\n      eigar: Ola Vik\n", "one"),
            Invalid("mål: Sälja 40 presentkort\n- ⟦Ställa en skylt vid kassan⟧ (ägare: Maja Lindqvist)\n", "one"),
            Invalid("mål: Sælge 40 gavekort\n  hvordan:\n    - ⟦Stille et skilt ved kassen⟧\n", "one"),
            Invalid("mål: Hyra ut 12 lokaler\n  hur:\n    - Annonsera i mars 2026\n    - ⟦Visa dem för mäklare⟧\n", "one"),
            Invalid(
                "mål: Ansætte 3 kokke\n  hvordan:\n    - ⟦Lave et opslag⟧\n      - Skrive teksten (frist: 2026-03-06)\n"
                "      - Tage billeder\n",
                "one",
            ),
        ],
    )


def test_the_other_steps_are_shown() -> None:
    text = "goal: Win 50 customers\n  how:\n    - Call buyers\n    - Mail buyers (deadline: 2026-03-06)\n    - Visit buyers\n"
    found = lint(text, ActionWithoutDeadline).findings
    assert [place.start.line for one in found for place in one.related] == [5]


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("goal: Win 50 customers\n  how:\n    - Rent a stall by 1 May 2026\n", ["Rent a stall by 1 May 2026"]),
        ("goal: Win 50 customers\n  how: a sign at the till\n", []),
        ("goal: Win 50 customers\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = ActionWithoutDeadline().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(ActionWithoutDeadline)
