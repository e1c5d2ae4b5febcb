from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.syntax.no_goals import NoGoals


def test_cases() -> None:
    check_rule(
        NoGoals,
        valid=[
            "goal: Sign 12 new customers\n",
            "Øke salget er viktig\nmål: Øke salget fra 8 til 10 mill. kr\n",
            "# Eit notat\n\nvisjon: Alle i bygda kjøper brødet sitt her\n",
            "OKR-mål: Kunderna slipper ringa två gånger\n",
            "mål:\n- Få 45 nye kunder\n",
        ],
        invalid=[
            Invalid("⟦Increase sales⟧\nand other ideas\n", "none", {"example": "goal: Increase sales"}, "warning"),
            Invalid("⟦Møte 14. januar, det vi snakka om⟧\nFleire burde få vite om frukostpakkane\n", "none"),
            Invalid("# Utkast\n\n⟦Vi ska sälja fler presentkort⟧\n", "none"),
            Invalid("⟦Flere burde få vite om frokostpakkene⟧\nSvinnet på lørdager er for høyt\n", "none"),
            Invalid("⟦Vi skal have flere kunder fra skolerne⟧\n", "none"),
        ],
    )


def test_an_empty_file_says_so() -> None:
    for text in ("", "\n\n", "# Only a comment\n"):
        assert [finding.message_id for finding in lint(text, NoGoals).findings] == ["empty"], text


def test_a_table_is_told_how_to_call_its_column() -> None:
    (finding,) = lint({"stock.csv": "Item,Price\nCake,40\n"}, NoGoals).findings
    assert (finding.message_id, finding.help("en")) == ("table", "call the column with the goals `Goal`")


def test_page() -> None:
    check_page(NoGoals)
