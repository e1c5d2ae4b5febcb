from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.vague_qualifier import VagueQualifier


def test_cases() -> None:
    check_rule(
        VagueQualifier,
        valid=[
            "goal: Good service: 90 % of e-mails answered within 4 hours\n",
            "mål 3: Lage en tydelig plan for overgangen\n  oppnådd når: planen er vedtatt\n",
            "mål: Ge bra svar i chatten\n  mäts med: betyg efter chatten\n",
            "mål: God stemning i garderoben\n  måltal: 4,5 av 5\n",
            "objective O1: A robust platform\n  KR 1.1: 99.9 % uptime\n",
            # comparatives have their own rule
            "mål: Bedre tilfredshed\n",
            # what is a verb here, or a measure by itself
            "goal: Secure planning consent for the Eastfield site\n",
            "mål: Vår e-tjänst ska vara tillgänglig 24/7\n",
            # a part of a name or another word
            "goal: Open the Goodwin office\n",
        ],
        invalid=[
            Invalid("goal: Launch a ⟦user-friendly⟧ web shop\n", "word", {"word": "user-friendly"}),
            Invalid("mål: Lansere en ⟦brukervennlig⟧ nettbutikk\n", "word"),
            Invalid("mål: Publicera en ⟦tydlig⟧ plan\n", "word"),
            Invalid("mål: Ha ⟦god⟧ stemning i garderoben\n", "word"),
            Invalid("mål: En ⟦effektiv⟧ og ⟦robust⟧ drift\n", "word"),
        ],
    )


def test_page() -> None:
    check_page(VagueQualifier)
