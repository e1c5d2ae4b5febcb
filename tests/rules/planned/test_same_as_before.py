from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.planned.same_as_before import SameAsBefore


def test_cases() -> None:
    check_rule(
        SameAsBefore,
        valid=[
            # one step is new
            "goal: Win 30 new subscribers\n  how:\n    - Continue with the calls\n    - Rent a stall at the fair\n",
            "mål: Få 30 nye abonnenter\n  hvordan:\n    - Fortsette med ringerunden\n    - Leie en bod\n",
            "mål: Få 30 nye medlemer\n  korleis:\n    - Ringje dei som slutta\n    - Halde fram med open dag\n",
            "mål: Öka antalet medlemmar till 400\n  hur: öppna klockan sex\n",
            "mål: Sælge 40 gavekort\n  hvordan: et skilt ved kassen\n",
            "mål: Få 30 nye medlemer\n  korleis: gjestekort til alle\n",
            "mål: Få 45 nye kunder\n  hvordan:\n    - Fortsætte med rabatkort\n    - Holde åbent om lørdagen\n",
            # the goal is to keep what one has
            "goal: Keep sick leave below 5 %\n  how: continue with the calls on day three\n",
            "mål: Beholde 95 % av kundene\n  hvordan: fortsette med kundekveldene\n",
            "mål: Behålla 95 % av kunderna\n  hur: fortsätta med kundkvällarna\n",
            # what goes on is something else
            "goal: Win 30 subscribers\n  how: offer a discount to all who want to continue\n",
            "mål: Redusere svinnet til 5 %\n  hvordan: kaste det som ikke kan selges som vanlig vare\n",
            # what is new stands below
            "goal: Win 30 new subscribers\n  how:\n    - Continue with the calls\n      - Ask for a friend's number\n",
            "mål: Få 30 nye abonnenter\n",
        ],
        invalid=[
            Invalid("goal: Win 30 subscribers\n  how: ⟦keep on⟧ calling\n", "one", {"word": "keep on"}, level="info"),
            Invalid("goal: Raise turnover to €14m\n  how: we ⟦continue⟧ with the fairs\n", "one"),
            Invalid("mål: Få 30 nye abonnenter\n  hvordan: ⟦fortsette⟧ å ringe\n", "one"),
            Invalid(
                "mål: Få 30 nye abonnenter\n  hvordan:\n    - ⟦Videreføre⟧ ringerunden\n    - Dele ut brosjyrer som før\n",
                "several",
                {"count": 2},
            ),
            Invalid("mål: Auke omsetninga til 9 mill. kr\n  korleis: ⟦halde fram⟧ med open dag\n", "one"),
            Invalid("mål: Få 30 nye medlemer\n  korleis: ⟦vidareføre⟧ ordninga med gjestekort\n", "one"),
            Invalid("mål: Öka antalet medlemmar till 400\n  hur: ⟦fortsätta⟧ med provträning\n", "one"),
            Invalid("mål: Sälja 400 biljetter\n  hur: reklamblad på torget ⟦som vanligt⟧\n", "one"),
            Invalid("mål: Sælge 40 gavekort\n  hvordan: ⟦fortsætte⟧ med skiltet ved kassen\n", "one"),
            Invalid("mål: Få 45 nye kunder\n  hvordan: rabatkort på gymnasiet ⟦som hidtil⟧\n", "one"),
        ],
        profile="sales",
    )


def test_the_other_steps_are_shown() -> None:
    text = "goal: Win 30 subscribers\n  how:\n    - Continue with the calls\n    - Carry on with the fairs\n"
    found = lint(text, SameAsBefore).findings
    assert [place.start.line for one in found for place in one.related] == [4]


def test_page() -> None:
    check_page(SameAsBefore)
