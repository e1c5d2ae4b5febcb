from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.measurable.missing_baseline import MissingBaseline


def test_cases() -> None:
    check_rule(
        MissingBaseline,
        valid=[
            "goal: Increase sales from 8 to 10 million by 30 June 2026\n",
            "goal: Increase sales of rain jackets by 15 %\n  baseline: 480 jackets\n",
            "mål: Øke NPS til 45\n  utgangspunkt: ?\n",
            "mål: Höja snittnotan till 104 kr\n  utgångsläge: 92 kr\n",
            "mål: Auke talet på medlemer til 720\n  framdrift:\n    - 2026-01-31: 640 medlemer\n",
            "mål: Hæve omsætningen til 4 mio. kr.\n  historik:\n    - 2025: 3,1 mio. kr.\n",
            # a start from nothing
            "goal: Win 50 new customers\n",
            "mål: Få 45 nye kunder inden 30. april 2026\n",
            # so many more, not up to so many
            "goal: Add 50 new customers\n",
            "goal: Add and retain 5 members\n",
            "goal: Raise at least £12 500 for the lifeboat station\n",
            "mål: Tiltrække mindst fem nye virksomheder\n",
            "mål: Tiltrekke og beholde fem nye leger\n",
            "mål: Locka minst tio nya företag till torget\n",
            "mål: Trekkje til oss og halde på åtte lærarar\n",
            # the size of something else
            "goal: Publish 5 guides aimed at lowering the number of calls\n",
            # the start is a year
            "mål: Reducere vores el-forbrug med 12,5 % i forhold til 2024\n",
            # the start follows from the change and where it ends
            "mål: Sänk sjukfrånvaron med 2 procentenheter till 6,5 %\n",
            "mål: Auke talet på medlemer med 80 personar til 720\n",
            "mål: Øge salget med 10 %\n  målværdi: 4 mio. kr.\n",
            # a level that is kept while something else changes
            "goal: Satisfaction stays at 92 % or better while the number of calls doubles\n",
            "mål: Svarsfrekvensen ska ligga kvar på minst 34 % trots att listan fördubblas\n",
            # a share, not a change
            "mål: En tredjedel av kundene bruker appen\n",
            # a vague goal has another finding
            "goal: Increase sales\n",
        ],
        invalid=[
            Invalid("goal: Increase sales of rain jackets by ⟦15 %⟧\n", "change", {"number": "15 %"}),
            Invalid("mål: Øke NPS til ⟦45⟧\n", "target", {"number": "45"}),
            Invalid("goal: Grow to at least ⟦500 members⟧\n", "target"),
            Invalid("goal: Raise turnover above ⟦4 million dollars⟧\n", "change"),
            Invalid("mål: Få ned celltalet i besättningen under ⟦150 000⟧ per ml\n", "change"),
            Invalid("mål: Få ned celletallet i besetningen under ⟦150 000⟧ per ml\n", "change"),
            Invalid("mål: Øke til minst ⟦500 medlemmer⟧\n", "target"),
            Invalid("mål: Öka till över ⟦40 besök⟧ i veckan\n", "target"),
            Invalid("mål: Auke til over ⟦40 deltakarar⟧\n", "target"),
            Invalid("mål: Nedbringe ventelisten til under ⟦40 borgere⟧\n", "target"),
            Invalid("mål: Höja snittnotan till ⟦104 kr⟧\n", "target"),
            Invalid("mål: Auke salet\n  måltal: ⟦4 mill. kr⟧\n", "target"),
            Invalid("mål: ⟦Fordoble⟧ salget af gavekort\n", "change"),
            Invalid("mål: Redusere sykefraværet med ⟦2 prosentpoeng⟧\n", "change"),
            # a floor under something else is no end of the change
            Invalid("goal: Increase sales by ⟦15 %⟧ at a margin of at least 30 %\n", "change"),
            Invalid("mål: Minska matsvinnet till ⟦8 kg⟧ i veckan\n", "target"),
        ],
        profile="sales",
    )


def test_page() -> None:
    check_page(MissingBaseline)
