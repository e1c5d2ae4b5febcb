from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.placeholder import Placeholder

_MARKS = ("?", "-", "–", "—", ".", "...", "n/a", "N/A", "n.a.", "?.", "--", "*")
_NAMES = ("how", "metric", "target", "deadline", "source", "baseline", "review", "why", "done when")


def test_cases() -> None:
    check_rule(
        Placeholder,
        valid=[
            # words that stand for a gap only where nothing else stands
            "goal: Get 30 % of our guests to come back\n",
            "goal: Insert 40 new windows and get 20 pupils to follow the course\n",
            "mål: Sette inn 40 nye vinduer\n",
            "mål: Sett inn 40 nye vinduer og fyll inn sprekkene\n",
            "mål: Set inn 40 nye vindauge\n",
            "mål: Fyll i 40 hål i vägen\n",
            "mål: Udfyld 40 skemaer om ugen\n",
            "goal: Raise newsletter sign-ups by 12 %\n  owner: Nadia Osei\n",
            # an X or N that is a name
            "goal: Move the office to platform X by 30 June 2026\n",
            "mål: Selge 40 plagg i størrelse XS\n",
            "mål: Sälja 100 flaskor av Xylitol\n",
            "mål: Svare på «hvorfor» i N klasserom\n",
            # an unknown baseline is an answer
            "mål: Auke NPS til 45\n  utgangspunkt: ?\n",
            "goal: Win XX customers\n  status: cancelled\n",
        ],
        invalid=[
            Invalid("goal: Sign 12 customers\n  owner: ⟦to follow⟧\n", "gap"),
            *(Invalid(f"goal: Sign 12 customers\n  owner: ⟦{mark}⟧\n", "gap") for mark in _MARKS),
            *(Invalid(f"goal: Sign 12 customers\n  {name}: ⟦-⟧\n", "gap") for name in _NAMES),
            Invalid("mål: Signere 12 kunder\n  eier: ⟦kommer senere⟧\n", "gap"),
            Invalid("goal: Raise sign-ups by ⟦X⟧ % before 1 July 2026\n", "gap", {"text": "X"}, "error"),
            Invalid("goal: Collect ⟦ZZZ⟧ testimonials\n", "gap"),
            Invalid("mål: Få 30 nye kunder\n  ejer: ⟦<navn>⟧\n", "gap", {"text": "<navn>"}),
            Invalid("mål: Öka försäljningen till ⟦XX⟧ Mkr\n", "gap"),
            Invalid("mål: Øge omsætningen til ⟦TBD⟧ inden 30. juni 2026\n", "gap"),
            Invalid("mål: Auke salet til ⟦XX⟧ mill. kr\n  eigar: ⟦TBD⟧\n", "gap"),
            Invalid("mål: Få ⟦___⟧ nye kunder\n", "gap"),
            # above the goals, once for all of them
            Invalid("team: Salg\neier: ⟦TBD⟧\n\nmål 1: Vinne 30 kunder\n\nmål 2: Vinne 40 kunder\n", "gap", {"text": "TBD"}),
            Invalid("team: ⟦<team>⟧\n\nvision: Be there for everyone\n", "gap", {"text": "<team>"}),
            # one gap, one finding
            Invalid("mål: Höja snittbetyget på Google till ⟦X,X⟧\n", "gap", {"text": "X,X"}),
            Invalid("goal: Reach ⟦$N⟧ in revenue\n", "redacted", {"text": "$N"}, "info"),
        ],
    )


def test_page() -> None:
    check_page(Placeholder)
