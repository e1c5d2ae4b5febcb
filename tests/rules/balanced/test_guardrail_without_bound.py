from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.balanced.guardrail_without_bound import GuardrailWithoutBound

EN = "goal: Grow sales to €1.5m\n  guardrail: {}\n"
NB = "mål: Øke salget til 9 MNOK\n  rekkverk: {}\n"
NN = "mål: Auke salet til 9 MNOK\n  rekkverk: {}\n"
SV = "mål: Öka försäljningen till 9 Mkr\n  skyddsräcke: {}\n"
DA = "mål: Øge salget til 9 mio. kr.\n  værn: {}\n"


def test_cases() -> None:
    check_rule(
        GuardrailWithoutBound,
        valid=[
            EN.format("returns stay below 6 %"),
            EN.format("no more complaints than in 2025"),
            NB.format("høyst fire klager i måneden"),
            NB.format("minst 97 % av leveransene kommer i tide"),
            NN.format("snittkarakteren held seg over 4,3 av 5"),
            NN.format("høgst to reklamasjonar i veka"),
            SV.format("högst 2 % av varorna kommer tillbaka"),
            SV.format("minst 40 i NPS"),
            DA.format("højst 5 klager om måneden"),
            DA.format("NPS bliver over 45"),
            # what can be seen without a number
            EN.format("nobody works on Sundays"),
            EN.format("we keep the night shift"),
            NB.format("ingen sies opp"),
            SV.format("ingen sägs upp"),
            "goal: Grow sales to €1.5m\n",
            EN.format("service must not suffer") + "  status: done\n",
        ],
        invalid=[
            Invalid(
                EN.format("service must not ⟦suffer⟧"),
                "open",
                {"word": "suffer"},
                level="warning",
                fixed=EN.format("⟨measure⟩ stays above ⟨number⟩"),
            ),
            Invalid(EN.format("returns do not ⟦increase⟧"), "open"),
            Invalid(EN.format("we ⟦keep⟧ the quality"), "open"),
            Invalid("goal: Grow sales to €1.5m\n  not at the expense of: ⟦quality⟧\n", "open"),
            Invalid(NB.format("⟦går ut over⟧ ingen"), "open"),
            Invalid(NB.format("kvaliteten skal være ⟦god⟧"), "open"),
            Invalid("mål: Øke salget til 9 MNOK\n  må ikke gå ut over: ⟦kvaliteten⟧\n", "open"),
            Invalid(NN.format("⟦betre⟧ kvalitet"), "open"),
            Invalid(NN.format("fråfallet skal ikkje ⟦auke⟧"), "open"),
            Invalid(SV.format("leveranserna får inte bli ⟦sämre⟧"), "open"),
            Invalid(SV.format("kvaliteten får inte ⟦försämras⟧"), "open"),
            Invalid(DA.format("kvaliteten må ikke ⟦forringes⟧"), "open"),
            Invalid(DA.format("ikke ⟦på bekostning af⟧ servicen"), "open"),
        ],
    )


def test_an_empty_guardrail_has_its_own_finding() -> None:
    assert not lint("goal: Grow sales to €1.5m\n  guardrail:\n", GuardrailWithoutBound).findings


def test_page() -> None:
    check_page(GuardrailWithoutBound)
