from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.syntax.duplicate_field import DuplicateField


def test_cases() -> None:
    check_rule(
        DuplicateField,
        valid=[
            "goal: Sign 12 new customers\n  owner: Amy Holt\n  with: Tom Adeyemi\n  deadline: 30 June 2026\n",
            "eier: Kari Nordmann\nmål 1: Få 12 nye kunder\n  eier: Per Hansen\nmål 2: Få 3 partnere\n  eier: Ola Vik\n",
            "mål R1: Sälja 400 kort\n  senast: 2026-06-30\n  delmål: Sälja 20 i veckan\n    senast: 2026-06-30\n",
            "mål: Få 45\n  hvordan:\n    - Ringe (frist: 2026-02-20)\n    - Skrive (frist: 2026-02-27)\n",
            "team: Salet\nperiode: 2026\nmål: Få 30 kundar\n\nteam: Verkstaden\nperiode: 2026\nmål: Få 12 kundar\n",
        ],
        invalid=[
            Invalid(
                "mål F3: De to elever har hver lavet 20 herreklip\n  frist: 2026-03-13\n  ⟦frist⟧: 2026-03-20\n",
                "twice",
                {"word": "frist"},
                level="error",
            ),
            Invalid("goal: Sign 12 customers\n  by: 29 May 2026\n  ⟦deadline⟧: 30 June 2026\n", "twice"),
            Invalid("mål: Sälja 40 presentkort\n  ägare: Maja Lindqvist\n  ⟦ansvarig⟧: Omar Haddad\n", "twice"),
            Invalid("periode: 2026\n⟦periode⟧: 2026-Q1\nmål: Få 12 nye kunder\n", "twice"),
            Invalid("mål: Få 30 kundar\n  eigar: Olav Tveit\n  ⟦Eigar⟧: Sigrid Aase\n  ⟦eigar⟧: Per Li\n", "twice"),
        ],
    )


def test_the_first_place_is_shown() -> None:
    (finding,) = lint("mål: Få 12 kunder\n  frist: 2026-03-13\n  frist: 2026-03-20\n", DuplicateField).findings
    (first,) = finding.related
    assert first.start.line == 2
    assert finding.note(first, "en") == "first stated here"


def test_page() -> None:
    check_page(DuplicateField)
