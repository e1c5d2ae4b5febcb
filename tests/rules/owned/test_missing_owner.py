from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.owned.missing_owner import MissingOwner


def test_cases() -> None:
    check_rule(
        MissingOwner,
        valid=[
            "goal: Sign 12 new customers\n  owner: Amy Holt\n",
            "eier: daglig leder\nmål 1: Få 12 nye kunder\nmål 2: Få 3 partnere\n",
            "OKR-mål: Kunderna slipper ringa två gånger\n  ägare: Elin Sandström\n  nyckelresultat: 95 % svar\n",
            "mål: Få 30 nye kundar\n  eigar: alle\n",
            "mål: Få 45 nye kunder\n  ejer: @mette\n",
            # the sentence names who
            "language: en\ngoal: HR to publish the pay gap report by 4 April\n",
            "language: en\ngoal: Sarah and Imran visit every care home in the county\n",
            "language: nb\nmål: Marte rekrutterer seks nye trenere innen sesongstart\n",
            "language: nb\nmål: Kassereren sender regnskapet til revisor innen 1. mars\n",
            "language: nn\nmål: Turid hentar inn 15 annonsar til jubileumsboka\n",
            "language: nn\nmål: Rektor sørgjer for at alle tilsette har signert planen\n",
            "language: sv\nmål: Butikschefen ska rekrytera fyra extraarbetare\n",
            "language: sv\nmål: Maj tar fram utkast till nya stadgar\n",
            "language: da\nmål: Jesper og Lone skaffer 10-12 frivillige til byfesten\n",
            "language: da\nmål: Køkkenet skal sænke madspildet med en tredjedel\n",
            "visjon: Alle i byen kjenner brødet vårt\n",
            "mål: Få 12 nye kunder\n  status: avlyst\n",
        ],
        invalid=[
            Invalid("⟦goal G1⟧: Sign 12 new customers\n  with: Amy Holt\n", "missing", level="error"),
            Invalid("⟦mål⟧: Få 12 nye kunder\n\nmål: Få 3 partnere\n  eier: Kari Nordmann\n", "missing"),
            Invalid("⟦O2⟧: Alla kan svara om fakturor\n  KR 2.1: Åtta har gått kursen\n    ägare: Omar Haddad\n", "missing"),
            # those that it is about are no owners
            Invalid("language: en\n⟦goal⟧: Customers get an answer within 4 hours\n", "missing"),
            Invalid("language: nb\n⟦mål⟧: Elevene leser 20 minutter hver dag\n", "missing"),
            Invalid("language: nn\n⟦mål⟧: Alle pasientar får time innan tre dagar\n", "missing"),
            Invalid("language: sv\n⟦mål⟧: Kunderna får svar inom fyra timmar\n", "missing"),
            Invalid("language: da\n⟦mål⟧: Borgerne får svar inden for ti dage\n", "missing"),
            Invalid("mål:\n- ⟦Få 30 nye kundar innan 31. mars 2026⟧\n", "missing"),
            Invalid("⟦mål 1⟧: Få 45 kunder\n  hvordan:\n    - Ringe til skolerne (ejer: Mette Krogh)\n", "missing"),
        ],
    )


def test_what_cannot_be_read_is_not_missing_as_well() -> None:
    for text in (
        "owner:\ngoal: Sign 12 customers\ngoal: Sign 3 partners\n",
        "mål: Få 12 kunder\n  eier: <navn>\n  delmål: Ringe 200\n",
        "mål: Sälja 400 presentkort\n  ägare Maja Lindqvist\n",
        "mål: Få 30 kundar\n  eigra: Olav Tveit\n",
    ):
        assert not lint(text, MissingOwner).findings, text


def test_page() -> None:
    check_page(MissingOwner)
