from smartlint.parser import parse
from smartlint.rule import Context
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.balanced.volume_without_quality import VolumeWithoutQuality

EN = "goal 1: Call 40 leads a week\ngoal 2: Book 12 demos a month\ngoal 3: Win 15 new customers\n"
NB = "mål 1: Ringe 40 kunder i uken\nmål 2: Avtale 12 møter i måneden\nmål 3: Selge for 3 mill. kr\n"
NN = "mål 1: Ringje 40 kundar i veka\nmål 2: Avtale 12 møte i månaden\nmål 3: Få 15 nye kundar\n"
SV = "mål 1: Ringa 40 kunder i veckan\nmål 2: Boka 12 möten i månaden\nmål 3: Sälja 35 abonnemang\n"
DA = "mål 1: Ringe til 40 kunder om ugen\nmål 2: Holde 12 møder om måneden\nmål 3: Øge salget med 10 %\n"


def _marked(text: str) -> str:
    head, _, rest = text.partition(":")
    return f"⟦{head}⟧:{rest}"


def test_cases() -> None:
    check_rule(
        VolumeWithoutQuality,
        valid=[
            EN + "goal 4: Raise the NPS from 31 to 40\n",
            EN + "  guardrail: at most 2 complaints a month\n",
            NB + "mål 4: Redusere reklamasjonene fra 12 til 6\n",
            NB + "  nådd når: 9 av 10 kunder er fornøyde\n",
            NN + "mål 4: Halvere fråfallet\n",
            NN + "  rekkverk: snittkarakteren held seg over 4,3\n",
            SV + "mål 4: Högst 3 klagomål i månaden\n",
            SV + "  mäts med: kundnöjdhet\n",
            DA + "mål 4: Højst 3 reklamationer om måneden\n",
            DA + "  værn: højst 2 klager om måneden\n",
            DA + "mål 4: Sænke ventetiden til 9 minutter\n",
            # a share of a whole is no volume
            EN + "goal 4: 80 % of the demos end in an offer\n",
            # the parts of one goal
            "goal 1: Sell 400 tickets\n  goal: Sell 180 tickets to companies\n  goal: Sell 220 tickets to students\n",
            # two of them
            "goal 1: Call 40 leads a week\ngoal 2: Book 12 demos a month\n",
            # less, sooner and cheaper are no volumes
            "goal 1: Call 40 leads a week\ngoal 2: Book 12 demos\ngoal 3: Cut the waiting time from 9 to 5 days\n",
            "mål 1: Ringe 40 kunder i uken\nmål 2: Avtale 12 møter\nmål 3: Redusere svinnet til 8 kg\n",
            # neither is none of it, nor a ceiling
            "mål 1: Ringe til 40 kunder om ugen\nmål 2: Holde 12 møder\nmål 3: Højst 3 plukfejl om måneden\n",
            "goal 1: Call 40 leads a week\ngoal 2: Book 12 demos\ngoal 3: No accidents on the way\n",
            # those that are closed do not count
            EN + "  status: done\n",
        ],
        invalid=[
            Invalid(_marked(EN), "none", {"count": 3, "limit": 3}, level="info"),
            Invalid(_marked(NB), "none"),
            Invalid(_marked(NN), "none"),
            Invalid(_marked(SV), "none"),
            Invalid(_marked(DA), "none"),
            # a goal of quality that is closed is none
            Invalid(_marked(EN) + "goal 4: Raise the NPS from 31 to 40\n  status: cancelled\n", "none"),
            # somebody is paid for it
            Invalid(EN + "  ⟦reward: a week's extra pay⟧\n", "reward", {"count": 3}, level="warning"),
            Invalid(NB + "  ⟦belønning: 20 000 kr⟧\n", "reward", level="warning"),
        ],
        profile="sales",
    )


def test_the_others_are_shown() -> None:
    found = lint(EN, VolumeWithoutQuality).findings
    assert [place.start.line for one in found for place in one.related] == [2, 3]


def test_the_option_decides() -> None:
    document = parse(EN, "test.goals", today=TODAY)
    found = {least: list(VolumeWithoutQuality().check(document, Context(document, TODAY, {"min": least}))) for least in (3, 4)}
    assert [len(reports) for reports in found.values()] == [1, 0]


def test_page() -> None:
    check_page(VolumeWithoutQuality)
