from smartlint.parser import parse
from smartlint.rule import Context, Option, Witness, date
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.achievable.sandbagged_target import SandbaggedTarget


def _series(word: str, *items: str) -> str:
    return f"  {word}:\n" + "".join(f"    - {item}\n" for item in items)


_UP = ("2023: 220", "2024: 300", "2025: 400")


def test_cases() -> None:
    check_rule(
        SandbaggedTarget,
        valid=[
            "goal: Increase orders to 410 by 31 December 2026\n",
            "goal: Increase orders to 460 by 31 December 2026\n" + _series("evidence", *_UP),
            # growth slows down as it does near the whole
            "goal: Raise the share to 97 % by 31 December 2026\n"
            + _series("evidence", "2023: 80 %", "2024: 90 %", "2025: 95 %"),
            # the trend is not the goal's way all along
            "goal: Increase orders to 410 by 31 December 2026\n" + _series("evidence", "2023: 220", "2024: 450", "2025: 400"),
            "mål: Holde andelen over 90 % til 31. desember 2026\n"
            + _series("historikk", "2023: 85 %", "2024: 90 %", "2025: 95 %"),
            "mål: Øke antallet til 410 i 2026\n" + _series("historikk", "2025-Q2: 22", "2025-Q3: 30", "2025-Q4: 40"),
            # the goal is reached, and not too low
            "mål: Auke talet til 390 innan 31. mai 2026\n"
            + _series("framdrift", "2025-11-30: 220", "2025-12-31: 300", "2026-01-31: 400"),
            "mål: Korte tida til 9 dagar innan 31. desember 2026\n" + _series("historikk", "2023: 21", "2024: 15", "2025: 11"),
            "mål: Sjukfrånvaro 5 % senast 31 december 2026\n" + _series("historik", "2023: 6 %", "2024: 7 %", "2025: 8 %"),
            "mål: Öka antalet till 390 senast 31 december 2026\n" + _series("historik", "2024: 300", "2025: 400"),
            "mål: Øge antallet til 480 inden 31. december 2026\n" + _series("historik", *_UP),
            "mål: Nedbringe andelen til 4 % inden 31. december 2026\n"
            + _series("historik", "2023: 9 %", "2024: 7 %", "2025: 5 %"),
        ],
        invalid=[
            Invalid(
                "goal: Increase orders to ⟦390⟧ by 31 December 2026\n" + _series("evidence", *_UP),
                "reached",
                {"target": "390", "last": "400"},
                "info",
            ),
            Invalid(
                "goal: Increase orders to ⟦410⟧ by 31 December 2026\n" + _series("evidence", *_UP),
                "slow",
                {"date": date(2026, 12, 31), "limit": 0.5},
            ),
            Invalid("mål: Øke antallet til ⟦405⟧ innen 31. desember 2026\n" + _series("historikk", *_UP), "slow"),
            Invalid(
                "mål: Kutte antallet til ⟦22⟧ i 2026\n" + _series("historikk", "2023: 40", "2024: 30", "2025: 20"), "reached"
            ),
            Invalid("mål: Auke talet til ⟦400⟧ innan 31. desember 2026\n" + _series("historikk", *_UP), "reached"),
            Invalid(
                "mål: Auke talet til ⟦90⟧ innan 31. mai 2026\n"
                + _series("framdrift", "2025-11-30: 40", "2025-12-31: 60", "2026-01-31: 85"),
                "slow",
            ),
            Invalid("mål: Öka antalet från 300 till ⟦390⟧ i 2026\n" + _series("historik", *_UP), "reached"),
            Invalid(
                "mål: Sänka tiden till ⟦19 dagar⟧ senast 31 december 2026\n"
                + _series("historik", "2023: 40 dagar", "2024: 30 dagar", "2025: 20 dagar"),
                "slow",
            ),
            Invalid("mål: Øge antallet til ⟦402⟧ inden 31. december 2026\n" + _series("historik", *_UP), "slow"),
            Invalid("mål: Øge salget med ⟦1 %⟧ inden 31. december 2026\n" + _series("historik", *_UP), "slow"),
        ],
    )


def test_the_share_is_an_option() -> None:
    class Mild(SandbaggedTarget):
        options = (Option("share", 0.1, {"type": "number"}, ""),)

    text = "goal: Increase orders to 410 by 31 December 2026\n" + _series("evidence", *_UP)
    assert lint(text, SandbaggedTarget).findings
    assert not lint(text, Mild).findings


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        ("goal: Increase orders to 460 by 31 December 2026\n" + _series("evidence", *_UP), ["460"]),
        ("goal: Increase orders to 390 by 31 May 2026\n" + _series("progress", *_UP), []),
        ("goal: Increase orders to 460 by 31 December 2026\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = SandbaggedTarget().check(document.all_goals[0], Context(document, TODAY, {"share": 0.5}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(SandbaggedTarget)
