from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.specific.vague_verb import VagueVerb


def test_cases() -> None:
    check_rule(
        VagueVerb,
        valid=[
            # a number, a metric, a target, a test or a measured goal below makes the word precise
            "goal: Improve first reply from 9 hours to 2 hours\n",
            "mål: Forbedre svartiden\n  måles ved: median svartid\n",
            "mål: Förbättra svarstiden\n  målvärde: 2 timmar\n",
            "mål: Forbedre velkomsten\n  nået når: planen er vedtaget\n",
            "objective O1: Improve the service\n  KR 1.1: 90 % of calls answered\n",
            "mål: Auke salet\n  prestasjonsmål: Ringje 20 kundar i veka\n",
            # what was begun has its own finding
            "goal: Increase sign-ups by X %\n",
            # a thing that is made, a verb that says how far, and what is to be so in a clause
            "goal: Develop a guide to the archive\n",
            "mål: Utveckla en app som visar lediga tider\n",
            "goal: Eliminate single-use plastics from our cafés\n",
            "mål: Sikre at vores varer kan spores helt tilbage til råvaren\n",
            # a noun promises nothing where a thing is made
            "goal: Draft a growth plan for the key roles\n",
            "goal: Publish a page on recent event participation\n",
            # no such word
            "goal: Open a shop in Bergen\n",
            "mål: Keep calm\n  status: done\n",
        ],
        invalid=[
            Invalid("goal: ⟦Improve⟧ our customer service\n", "verb", {"word": "Improve"}),
            Invalid("goal: Launch a club to ⟦increase⟧ repeat sales\n", "direction", {"word": "increase"}),
            Invalid("mål: ⟦Styrke⟧ merkevaren og øke salget\n", "verb"),
            Invalid("mål: Opna ei avdeling på Sandane og ⟦auke⟧ salet\n", "direction"),
            Invalid("mål: ⟦Auke⟧ salet i fylket\n", "direction"),
            Invalid("mål: ⟦Förbättra⟧ kundservicen\n", "verb"),
            Invalid("mål: ⟦Udvikle⟧ samarbejdet med skolerne\n", "verb"),
        ],
    )


def test_the_other_words_are_shown_beside() -> None:
    text = "mål: Styrke merkevaren og øke salget\n"
    (found,) = lint(text, VagueVerb).findings
    assert [text[slice(*place.span)] for place in found.related] == ["øke"]


def test_page() -> None:
    check_page(VagueVerb)
