from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.syntax.mixed_indentation import MixedIndentation


def test_cases() -> None:
    check_rule(
        MixedIndentation,
        valid=[
            "goal: Sign 12 customers\n\towner: Amy Holt\n\thow:\n\t\t- Ring the list\n",
            "mål: Få 12 kunder\n    eier: Kari Nordmann\n    hvordan: ringe lista\n",
            "mål 1: Få 12 kunder\n\teier: Kari Nordmann\nmål 2: Få 3 partnere\n  eier: Per Hansen\n",
            "mål: Sälja 40 presentkort\n\u00a0\u00a0ägare: Maja Lindqvist\n  hur: en skylt\n",
            "mål: Få 45 kunder\n  ejer: Mette Krogh\n\t\n  frist: 2026-04-30\n",
        ],
        invalid=[
            Invalid("goal: Sign 12 customers\n  owner: Amy Holt\n⟦\t⟧how: ring the list\n", "mixed", level="error"),
            Invalid("mål: Sälja 40 presentkort\n\tägare: Maja Lindqvist\n⟦    ⟧hur: en skylt\n", "mixed"),
            Invalid("mål: Få 45 kunder\n  ejer: Mette Krogh\n⟦ \t⟧frist: 2026-04-30\n", "mixed"),
            Invalid("mål: Få 30 kundar\n\tkorleis:\n⟦        ⟧- Ringje lista frå messa\n", "mixed"),
        ],
    )


def test_the_other_line_is_shown() -> None:
    (finding,) = lint("mål: Få 12 kunder\n  eier: Kari Nordmann\n\thvordan: ringe\n", MixedIndentation).findings
    assert [place.start.line for place in finding.related] == [2]


def test_page() -> None:
    check_page(MixedIndentation)
