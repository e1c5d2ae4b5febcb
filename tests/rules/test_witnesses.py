"""By what a goal passes: the very place that settles it, for rules of all families."""

from datetime import date

import pytest

from smartlint.linter import Linter, Settings
from smartlint.registry import load

TODAY = date(2026, 2, 1)
#: A goal, a rule, and the text that settles that it passes.
SETTLED = [
    ("goal: Improve NPS from 30 to 45\n", "SPC001", "45"),
    ("mål: God service: 90 % får svar samme dag\n", "SPC002", "90 %"),
    ("mål: Skaffe flere kunder\n  måltall: 40 kunder\n", "SPC001", "måltall: 40 kunder"),
    (
        "mål: Fleire kundar på kvelden, mange av dei nye\n  nådd når: 40 nye kundar står i lista\n",
        "SPC003",
        "nådd når: 40 nye kundar står i lista",
    ),
    ("goal A: Open a shop and cut waste\n  goal A1: Open a shop\n  goal A2: Cut waste to 4 %\n", "SPC006", "goal A1"),
    ("mål: Stemningen i hallen\n  nået når: otte af ti trives\n", "SPC013", "nået når: otte af ti trives"),
    ("goal: Sell 40 gift cards\n", "MEA014", "40 gift cards"),
    ("mål: Få 4000 följare\n  varför: fler bokningar\n", "MEA012", "varför: fler bokningar"),
    ("mål: Få 12 nye kunder\n  eier: Kari Nordmann\n", "OWN002", "Kari Nordmann"),
    ("mål: Få 12 nye kunder\n  ejer: salgschefen\n", "OWN003", "salgschefen"),
    ("goal: Sign 12 customers\n  deadline: 2026-06-30\n", "TIM002", "2026-06-30"),
    ("mål: Signere 12 kunder innen 30. juni 2026\n", "TIM003", "innen 30. juni 2026"),
    ("mål: Teckna 12 avtal\n  hur:\n    - Ringa tjugo restauranger i veckan\n", "PLN004", "Ringa tjugo restauranger i veckan"),
    ("mål: Få 30 nye kundar\n  korleis:\n    - Ringje tjue i veka\n", "PLN005", "Ringje tjue i veka"),
    ("goal: Sign 12 customers\n  how:\n    - Call ten bakeries a week\n", "PLN006", "Call ten bakeries a week"),
    ("mål A: Sunde børn\n\nmål B: Få 12 nye hold\n  støtter: A\n  hvordan: ringe til skolerne\n", "PLN001", "mål B"),
    ("effektmål A: Sunde børn\n\nmål B: Få 12 nye hold\n  støtter: A\n", "MEA001", "12 nye"),
]


@pytest.mark.parametrize(("text", "code", "place"), SETTLED)
def test_the_place_that_settles_it(text: str, code: str, place: str) -> None:
    rules = tuple(rule for rule in load() if rule.code == code)
    linter = Linter(Settings(rules, TODAY, profile="all"), evidence=True)
    linter.check_text(text, "test.goals")
    result = linter.finish()
    assert place in [text[slice(*one.place.span)] for one in result.evidence]
    assert not result.findings
