from smartlint.parser import parse
from smartlint.rule import Context, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.horizon_mismatch import HorizonMismatch


def test_cases() -> None:
    check_rule(
        HorizonMismatch,
        valid=[
            "goal: Sign 1200 customers by 31 December 2028\n",
            "operational goal: Sign 120 customers by 31 December 2026\n",
            "strategic goal: Win 30 % of the market by 30 June 2026\n",
            "strategisk mål: Bli størst med 30 % av salget innen 31. desember 2028\n",
            "periode: 2026\nstrategisk mål: Bli størst med 30 % av salget\n",
            "periode: 2026\nstrategisk mål: Auke salet til 30 mill. kr\n  frist: 2026-12-18\n",
            "operativt mål: Få 120 kundar innan to år\n",
            "operativt mål: Sälja 400 kort\n  start: 2026-02-01\n  senast: 2027-02-26\n",
            "period: 2026-Q1\nstrategiskt mål: Höja andelen till 30 %\n  senast: 2029-12-31\n",
            "periode: 2026-Q1\noperationelt mål: Få 12 kunder\n",
            "strategisk mål: Få 30 % af markedet\n  start: 2026-02-01\n  frist: 2028-02-01\n",
        ],
        invalid=[
            Invalid(
                "⟦operational goal 1⟧: Sign 120 customers by 31 January 2028\n",
                "operational",
                {"months": 24, "date": date(2028, 1, 31)},
                "info",
            ),
            Invalid("period: 2026-Q1\n⟦strategic goal⟧: Win 30 % of the market\n", "strategic", {"months": 3}),
            Invalid("periode: 2026–2028\n⟦operativt mål⟧: Få 120 kunder\n", "operational"),
            Invalid("⟦strategisk mål⟧: Få 30 %\n  start: 2026-02-01\n  frist: 2026-06-30\n", "strategic"),
            Invalid("⟦operativt mål⟧: Få 120 kundar innan 30. juni 2027\n", "operational"),
            Invalid("periode: K1 2026\n⟦strategisk mål 1⟧: Auke salet til 30 mill. kr\n", "strategic"),
            Invalid("⟦operativt mål⟧: Sälja 400 kort senast 31 december 2027\n", "operational"),
            Invalid("period: 2026-H1\n⟦strategiskt mål⟧: Höja andelen till 30 %\n", "strategic", {"months": 6}),
            Invalid("⟦operationelt mål⟧: Få 34 medarbejdere gennem kurset inden 1. juni 2027\n", "operational"),
            Invalid("⟦strategisk mål⟧: Få 30 %\n  periode: 2026-Q2\n", "strategic"),
        ],
    )


def test_the_deadline_is_shown() -> None:
    (found,) = lint("period: 2026-Q1\nstrategic goal: Win 30 % of the market\n", HorizonMismatch).findings
    assert [(one.note, one.start.line) for one in found.related] == [("deadline", 1)]


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("operational goal: Sign 12 customers\n  deadline: 2026-06-30\n", ["2026-06-30"]),
        ("strategic goal: Win 30 %\n  start: 2026-02-01\n  deadline: 2028-06-30\n", ["2028-06-30"]),
        ("strategic goal: Win 30 %\n  deadline: 2028-06-30\n", []),
        ("goal: Sign 12 customers\n  deadline: 2026-06-30\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = HorizonMismatch().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(HorizonMismatch)
