from smartlint.parser import parse
from smartlint.rule import Context, Report
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.not_measurable import NotMeasurable
from smartlint_rules.specific.statement_length import StatementLength


def long(words: int, start: str) -> str:
    """A sentence of so many words, over two lines."""
    rest = words - len(start.split())
    return f"{start}{' ja' * (rest // 2)}\n    ja{' ja' * (rest - rest // 2 - 1)}\n"


def test_cases() -> None:
    check_rule(
        StatementLength,
        valid=[
            "goal: Open a shop\n",
            "mål: Åpne en nettbutikk\n",
            "mål: Byggje ny barnehage\n",
            "mål: Öppna ny webbshop\n",
            "mål: Åbne en webshop\n",
            # words that are written together say more
            "mål: Lansere nettbutikken\n",
            "mål: Publicera medarbetarundersökningen\n",
            "mål: Gennemføre medarbejdersamtalerne\n",
            # a number, or a field that says more
            "goal: 20 customers\n",
            "goal: Open shop\n  where: Leeds\n",
            "mål: Åpne butikk\n  oppnådd når: de første kundene har handlet der\n",
            "mål: Öppna butik\n  målgrupp: studenter\n",
            "goal: Open shop\n  sub-goal: Sign the lease\n",
            "goal: Open shop\n  target: TBD\n",
            # others speak of what cannot be measured
            "goal: Better service\n",
            "mål: " + long(40, "Sälja 40 biljetter"),
        ],
        invalid=[
            Invalid("goal: ⟦Open shop⟧\n", "short", {"text": "Open shop", "limit": 3}, "info"),
            Invalid("goal: ⟦Publish handbook⟧\n  owner: Amy Holt\n", "short"),
            Invalid("mål: ⟦Lansere nettside⟧\n", "short"),
            Invalid("mål: ⟦Ansette selger⟧\n  eier: Tone Moe\n", "short"),
            Invalid("mål: ⟦Byggje barnehage⟧\n", "short"),
            Invalid("mål: ⟦Avvikle faks⟧\n  eigar: Olav Tveit\n", "short"),
            Invalid("mål: ⟦Publicera handboken⟧\n  ägare: Maja Ek\n", "short"),
            Invalid("mål: ⟦Öppna butik⟧\n", "short"),
            Invalid("mål: ⟦Åbne webshop⟧\n  ejer: Pia Holm\n", "short"),
            Invalid("mål: ⟦Ansætte sælger⟧\n", "short"),
            Invalid("goal: ⟦" + long(41, "Sell 40 tickets").replace("\n", "⟧\n", 1), "long", {"count": 41, "limit": 40}),
            Invalid("mål: ⟦" + long(60, "Selge 40 billetter").replace("\n", "⟧\n", 1), "long", {"count": 60}),
            Invalid("mål: ⟦" + long(41, "Selje 40 billettar").replace("\n", "⟧\n", 1), "long"),
            Invalid("mål: ⟦" + long(41, "Sälja 40 biljetter").replace("\n", "⟧\n", 1), "long"),
            Invalid("mål: ⟦" + long(41, "Sælge 40 billetter").replace("\n", "⟧\n", 1), "long"),
        ],
    )


def test_a_short_wish_is_only_not_measurable() -> None:
    found = lint("goal: Happy customers\n", StatementLength, NotMeasurable).findings
    assert [one.rule.code for one in found] == ["MEA001"]


def test_both_limits_are_options() -> None:
    document = parse("goal: Open a new shop\n", "test.goals", today=TODAY)
    for shortest, longest, messages in ((5, 9, ["short"]), (1, 3, ["long"]), (4, 4, [])):
        context = Context(document, TODAY, {"min": shortest, "max": longest})
        said = StatementLength().check(document.goals[0], context)
        assert [one.message_id for one in said if isinstance(one, Report)] == messages


def test_page() -> None:
    check_page(StatementLength)
