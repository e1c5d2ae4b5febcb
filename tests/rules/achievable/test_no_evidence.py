from smartlint.rule import Option
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.achievable.no_evidence import NoEvidence


def test_cases() -> None:
    check_rule(
        NoEvidence,
        valid=[
            "goal: Raise conversion from 2 % to 6 %\n  evidence:\n    - 2025: 2 %\n",
            "goal: Raise conversion from 2 % to 6 %\n  confidence: 70 %\n",
            "goal: Raise turnover from €100k to €119k\n",
            "goal: Keep returns between 4 % and 6 %\n  baseline: 3 %\n",
            "mål: Øke konverteringen fra 2 % til 6 %\n  hvorfor: butikken i Moss gikk fra 2 % til 5 % i fjor\n",
            "mål: Øke konverteringen fra 2 % til 6 %\n  fremdrift:\n    - 2026-01-30: 3 %\n",
            "mål: Få 45 nye kunder\n",
            "mål 1: Auke delen til 6 %\n  avtalt: heile laget 12. januar\n  delmål: Auke delen på mobil frå 2 % til 5 %\n",
            "mål: Nøgdare gjester\n",
            "mål: Öka snittnotan från 92 kr till 150 kr\n  historik:\n    - 2025: 92 kr\n",
            "mål: Öppna en butik i Lund\n",
            "mål: Øge andelen fra 2 % til 6 %\n  tiltro: 60 %\n",
            "mål: Øge andelen fra 2 % til 6 %\n  status: nået\n",
        ],
        invalid=[
            Invalid(
                "goal: Raise conversion from 2 % to ⟦6 %⟧ by 1 June 2026\n", "change", {"change": 200, "limit": 20}, "info"
            ),
            Invalid("goal: Increase bookings by ⟦25 %⟧\n  baseline: 480\n  why: the shop is empty on Mondays\n", "change"),
            Invalid("mål: Øke konverteringen fra 2 % til ⟦6 %⟧ innen 1. juni 2026\n", "change"),
            Invalid("mål: Øke salget\n  utgangspunkt: 3 mill. kr\n  måltall: ⟦4 mill. kr⟧\n", "change", {"change": 33}),
            Invalid("mål: Auke talet på medlemer frå 500 til ⟦720⟧\n  korleis: open dag\n", "change"),
            Invalid("mål: Korte ventetida frå tolv til ⟦sju dagar⟧\n", "change", {"change": 42}),
            Invalid("mål: Höja snittnotan från 92 kr till ⟦130 kr⟧\n", "change"),
            Invalid("mål 1: Fler gäster\n  delmål: Öka antalet luncher från 55 till ⟦70⟧ per dag\n", "change"),
            Invalid("mål: Øge andelen af besøgende der bestiller tid fra 2 % til ⟦6 %⟧\n", "change"),
            Invalid("mål: Nedbringe udeblivelserne fra 8 % til ⟦4 %⟧\n  note: Pia følger tallene\n", "change"),
        ],
    )


def test_the_size_is_an_option() -> None:
    class Strict(NoEvidence):
        options = (Option("min-change", 5, {"type": "number"}, ""),)

    text = "goal: Raise turnover from €100k to €110k\n"
    assert lint(text, Strict).findings
    assert not lint(text, NoEvidence).findings


def test_empty_evidence_is_not_missing_as_well() -> None:
    assert not lint("goal: Raise conversion from 2 % to 6 %\n  evidence:\n", NoEvidence).findings


def test_page() -> None:
    check_page(NoEvidence)
