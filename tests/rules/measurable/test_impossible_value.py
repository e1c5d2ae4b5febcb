from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.measurable.impossible_value import ImpossibleValue


def test_cases() -> None:
    check_rule(
        ImpossibleValue,
        valid=[
            # more than there were
            "goal: Grow to 150 % of the orders of last year\n",
            "mål: Få 120 % av bestillingene fra i fjor\n",
            "mål: Nå 120 % af deltagerne fra sidste år\n",
            # beds in the corridor
            "mål: Belegg på 103 % i influensatida\n",
            # within the whole and within the scale
            "goal: Answer rate of 100 %\n",
            "goal: Score 9 out of 10\n",
            "goal: Raise NPS from 38 to 100\n",
            "mål: 4,5 av 5 i trivsel\n",
            "mål: Få 5 av 5 i snitt\n",
            # a change may be any size
            "goal: Raise the answer rate by 150 %\n",
            "mål: Öka marknadsandelen med 120 %\n",
            # what may well be over 100 %
            "goal: Reach 110 % of the budget\n",
            "goal: Sell 120 % of the quota, market share included\n",
            "goal: Net revenue retention of 115 %\n",
            "goal: Raise sales to 130 % of last year's\n",
            "mål: Vaksinasjonsdekning på 104 %\n",
            "mål: Kapacitetsutnyttjande på 105 %\n",
            "mål: Belægning på 102 %\n",
            "goal: Raise the number of answers to 110 % of last year's answer rate\n",
            "mål: Markedsandelen av budsjettert omsetning på 110 %\n",
            "goal: Share price of 130 %\n",
            "goal: Raise the market share to 120 % of last year's\n",
            "mål: Öka svarsfrekvensen till 120 % av förra årets nivå\n",
            "mål: Åpningsrate 120 % over bransjesnittet\n",
            "goal: Market share growth of 120 %\n",
            "goal: Increase NPS respondents to 150\n",
            # a share is near, and the number is of something else
            "mål: Holde markedsandelen, og øke salget til 120 %\n",
            "goal: Uptime of 99.9 % and 130 % more visits\n",
            "goal: Lift market share and revenue to 120 %\n",
            "goal: Higher market share\n  metric: sales against plan\n  target: 120 %\n",
            # the number counts something
            "goal: Run 12 of 10 km rounds\n",
            "mål: 6 av 5 lærere får kurs\n",
            "goal: Open 24/7\n",
            "goal: Win 12 of 11 matches\n",
            "goal: Part 2 of 5 is ready\n",
            "goal: Sell 2,000 of 100 in stock\n",
            "goal: Get the NPS survey answered by 150 guests\n",
            "goal: Collect NPS answers from 120 shops\n",
            "goal: Send a card to 150\n",
            "goal: Post NPS on the wall for 120\n",
        ],
        invalid=[
            Invalid("goal: Have ⟦130 %⟧ of all invoices paid on time\n", "all", {"word": "invoices"}),
            Invalid("goal: Cut sick leave to ⟦104 %⟧\n", "share"),
            Invalid("mål: Minst ⟦140 %⟧ av pasientene får time samme dag\n", "all", {"word": "pasientene"}),
            Invalid("mål: Redusere fråværet på 10. trinn til ⟦107 %⟧\n", "share"),
            Invalid("mål: Sänka sjukfrånvaron på de tre boendena till ⟦106 %⟧\n", "share"),
            Invalid("mål: ⟦140 %⟧ af sagerne er besvaret inden to uger\n", "all", {"word": "sagerne"}),
            Invalid("goal: Raise the share of returning guests from 22 % to ⟦140 %⟧\n", "share", {"word": "share"}),
            Invalid("goal: Lift the proportion of calls answered at once from 60 % to ⟦130 %⟧\n", "share"),
            Invalid("language: nn\nmål: Auke delen kundar med serviceavtale frå 35 % til ⟦140 %⟧\n", "share"),
            Invalid("goal: Answer rate of ⟦110 %⟧\n  baseline: 60 %\n", "share"),
            Invalid("goal: Market share in Norway grows to ⟦130 %⟧\n", "share", {"word": "Market share"}, "error"),
            Invalid("goal: Raise the response rate\n  target: ⟦120 %⟧\n", "share", {"number": "120 %"}),
            Invalid("goal: Raise the response rate\n  baseline: ⟦610 %⟧\n  target: 70 %\n", "share"),
            Invalid("goal: Score ⟦84⟧ of 10 in the survey\n", "scale", {"number": "84", "scale": 10}),
            Invalid("goal: Raise NPS among hotel guests from 38 to ⟦145⟧\n", "score", {"scale": 100}),
            Invalid("goal: Happier guests\n  target: NPS ⟦140⟧\n", "score"),
            Invalid("language: nb\nmål: Andelen elever som trives skal opp til ⟦105 %⟧\n", "share", {"word": "Andelen"}),
            Invalid("language: nb\nmål: Få NPS opp fra 40 til ⟦110⟧\n", "score"),
            Invalid("language: nb\nmål: Få NPS blant gjestene fra 40 til ⟦110⟧\n", "score"),
            Invalid("language: nn\nmål: Få ⟦7⟧ av 5 i snitt\n", "scale"),
            Invalid("language: nn\nmål: Svarprosenten skal vere ⟦160 %⟧ i mai\n", "share"),
            Invalid("language: sv\nmål: Nå betyget ⟦5,6⟧ av 5\n", "scale", {"number": "5,6"}),
            Invalid("language: sv\nmål: Höja svarsfrekvensen från 61 % till ⟦170 %⟧\n", "share"),
            Invalid("language: da\nmål: Markedsandel på ⟦130 %⟧\n", "share"),
            Invalid("language: da\nmål: Score ⟦6⟧ ud af 5 i gæstemålingen\n", "scale"),
        ],
    )


def test_a_figure_within_its_scale_is_kept() -> None:
    texts = {
        "goal: Raise NPS from 38 to 100\n": ["38", "100"],
        "goal: Raise the answer rate by 150 %\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(ImpossibleValue().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(ImpossibleValue)
