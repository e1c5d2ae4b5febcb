from smartlint.rule import Option, date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.missing_milestones import MissingMilestones


def test_cases() -> None:
    check_rule(
        MissingMilestones,
        valid=[
            "goal: Sign 120 customers by 30 November 2026\n  milestones:\n    - 2026-06-30: 60\n",
            "goal: Sign 12 customers by 12 May 2026\n",
            "mål: Få 120 nye kunder innen 30. november 2026\n  delmål 1: Få 40 nye kunder innen 8. mai 2026\n",
            "mål: Gjennomføre 20 kundebesøk i uken til 30. november 2026\n",
            "mål: Få 12 kunder innen 1. juli 2026\n  start: 2026-06-01\n",
            "periode: 2026-Q3\nmål: Selje 400 billettar\n",
            "mål: Auke salet frå 3 til 4 mill. kr i 2026\n  korleis:\n    - Opne nettbutikk (frist: 2026-05-29)\n",
            "mål: Vi ska plantera om rabatterna på gården i vår\n",
            "mål: Hålla andelen nöjda kunder över 90 % till 31 december 2026\n",
            "mål: Fler gäster\n  senast: 2026-12-31\n",
            "mål: Sælge 400 togrejser inden 30. november 2026\n  milepæle:\n    - 2026-06-30: 200 rejser\n",
            "mål: Have 3 nye kunder om måneden inden 30. november 2026\n",
        ],
        invalid=[
            Invalid(
                "⟦goal 1⟧: Sign 120 customers by 30 November 2026\n",
                "missing",
                {"days": 302, "date": date(2026, 11, 30), "limit": 100},
                "info",
            ),
            Invalid("⟦goal⟧: Open a second clinic in York by 30 November 2026\n", "missing"),
            Invalid("periode: 2026\n⟦mål 1⟧: Få 120 nye kunder\n", "missing", {"days": 364}),
            Invalid("⟦mål⟧: Øke salget med 12 % innen 31. desember 2026\n  hvordan: en ny prisliste\n", "missing"),
            Invalid("⟦mål⟧: Auke talet på medlemer frå 640 til 720 innan 30. november 2026\n", "missing"),
            Invalid("⟦mål⟧: Få 90 svar\n  start: 2026-01-05\n  frist: 2026-05-29\n", "missing", {"days": 144}),
            Invalid("⟦mål⟧: Öka antalet luncher från 55 till 70 senast 30 november 2026\n", "missing"),
            Invalid("period: 2026\n⟦mål A⟧: Sälja 400 kort\n  hur:\n    - En skylt vid kassan\n", "missing"),
            Invalid("⟦mål⟧: Andelen af elever med højt fravær er under 6 % senest i uge 22\n", "missing"),
            Invalid("⟦mål⟧: Tage imod 240 nye patienter inden udgangen af 2026\n", "missing"),
            Invalid("⟦mål⟧: Øge salget fra 3 mio. kr. til 4 mio. kr.\n  frist: 2026-10-30\n", "missing"),
        ],
    )


def test_an_inherited_deadline_is_shown() -> None:
    (found,) = lint("periode: 2026\nmål 1: Få 120 nye kunder\n", MissingMilestones).findings
    assert [(one.note, one.start.line) for one in found.related] == [("deadline", 1)]


def test_the_limit_is_an_option() -> None:
    class Patient(MissingMilestones):
        options = (Option("max-days", 200, {"type": "integer"}, ""),)

    text = "goal: Sign 120 customers by 30 June 2026\n"
    assert lint(text, MissingMilestones).findings
    assert not lint(text, Patient).findings


def test_milestones_that_cannot_be_read_are_not_missing_as_well() -> None:
    for value in ("", " later"):
        text = f"goal: Sign 120 customers by 30 November 2026\n  milestones:{value}\n"
        assert not lint(text, MissingMilestones).findings


def test_page() -> None:
    check_page(MissingMilestones)
