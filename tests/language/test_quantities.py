import pytest

from tests.language.reading import LANGUAGES, quantities_of, quantity_field, sentence

#: The value table of design/language.md: languages, what a field may hold, value, unit, rate.
VALUES = [
    ("en nb nn sv da", "4 %", 4, "percent", ""),
    ("nb nn sv da", "2,5 %", 2.5, "percent", ""),
    ("en nb nn sv da", "10 000 kg", 10_000, "kg", ""),
    ("en nb nn sv da", "10\u00a0000 kg", 10_000, "kg", ""),
    ("nb nn", "10.000 kr", 10_000, "NOK", ""),
    ("sv", "10.000 kr", 10_000, "SEK", ""),
    ("da", "10.000 kr", 10_000, "DKK", ""),
    ("en", "10,000 kg", 10_000, "kg", ""),
    ("nb nn", "kr 1,2 mill.", 1.2e6, "NOK", ""),
    ("da", "2 mio. kr.", 2e6, "DKK", ""),
    ("nb nn sv da", "48 MNOK", 48e6, "NOK", ""),
    ("sv", "12 Mkr", 12e6, "SEK", ""),
    ("sv", "1,5 tkr", 1500, "SEK", ""),
    ("nb", "250 000,-", 250_000, "NOK", ""),
    ("en", "€3.5k", 3500, "EUR", ""),
    ("en", "USD 1.5bn", 1.5e9, "USD", ""),
    ("en", "three customers", 3, "customers", ""),
    ("nb da", "fire kunder", 4, "kunder", ""),
    ("nn", "fire kundar", 4, "kundar", ""),
    ("sv", "tio procent", 10, "percent", ""),
    ("nb nn", "ti prosent", 10, "percent", ""),
    ("en", "twenty-five reviews", 25, "reviews", ""),
    ("en", "one hundred and fifty reviews", 150, "reviews", ""),
    ("nb", "to hundre og femti svar", 250, "svar", ""),
    ("nb", "tjuefem svar", 25, "svar", ""),
    ("sv", "tvåhundrafemtio svar", 250, "svar", ""),
    ("da", "femogtyve svar", 25, "svar", ""),
    ("da", "tooghalvfems procent", 92, "percent", ""),
    ("en", "3x", 3, "times", ""),
    ("sv", "halvera", 0.5, "times", ""),
    ("nb nn", "doble", 2, "times", ""),
    ("nb da", "fordoble", 2, "times", ""),
    ("nb", "4,5 av 5", 4.5, "of 5", ""),
    ("en", "4.5 of 5", 4.5, "of 5", ""),
    ("en", "9 out of 10", 90, "percent", ""),
    ("nb", "3 prosentpoeng", 3, "percentage_point", ""),
    ("sv", "2 procentenheter", 2, "percentage_point", ""),
    ("da", "3 procentpoint", 3, "percentage_point", ""),
    ("en", "a third", 100 / 3, "percent", ""),
    ("sv", "en fjärdedel", 25, "percent", ""),
    ("nb", "to tredeler", 200 / 3, "percent", ""),
    ("da", "halvanden time", 1.5, "h", ""),
    ("en", "half an hour", 0.5, "h", ""),
    ("nb", "tre og en halv time", 3.5, "h", ""),
    ("en", "200ms", 200, "ms", ""),
    ("en nb nn sv da", "5 mm", 5, "mm", ""),
    ("en", "$5 mm", 5e6, "USD", ""),
]


@pytest.mark.parametrize(("languages", "value", "amount", "unit", "per"), VALUES)
def test_a_value_is_read_as_a_field_and_in_a_sentence(languages: str, value: str, amount: float, unit: str, per: str) -> None:
    for language in languages.split():
        field = quantity_field(language, value)
        assert field is not None
        assert field.low == field.high == pytest.approx(amount)
        assert (field.text, field.unit, field.per) == (value, unit, per)
        [found] = sentence(language, f"Abc {value}, def", start=50).quantities
        assert found.high == pytest.approx(amount)
        assert (found.unit, found.text) == (unit, value)
        assert found.span == (54, 54 + len(value))


@pytest.mark.parametrize(
    ("language", "value", "low", "high", "unit"),
    [
        ("en", "20–30 %", 20, 30, "percent"),
        ("en", "three to five features", 3, 5, "features"),
        ("en", "between 5 and 10 customers", 5, 10, "customers"),
        ("en", "$2-3M", 2e6, 3e6, "USD"),
        ("en", "1 million to 2 million units", 1e6, 2e6, "units"),
        ("nb", "40–50 mill. kr", 40e6, 50e6, "NOK"),
        ("da", "30-40 kunder", 30, 40, "kunder"),
        ("sv", "5-7 kilo", 5, 7, "kg"),
    ],
)
def test_a_range_shares_its_unit_and_scale(language: str, value: str, low: float, high: float, unit: str) -> None:
    [found] = sentence(language, f"Abc {value}").quantities
    assert (found.low, found.high, found.unit, found.is_range) == (low, high, unit, True)


@pytest.mark.parametrize(
    ("language", "value", "text", "role"),
    [
        ("en", "≥ 4.5 of 5", "4.5 of 5", "bound_min"),
        ("en", "< 200 ms", "200 ms", "bound_max"),
        ("en", "at least 10 customers", "10 customers", "bound_min"),
        ("nb", "minst 15 prosent", "15 prosent", "bound_min"),
        ("nn", "under 5 %", "5 %", "bound_max"),
        ("sv", "högst 10 ärenden", "10 ärenden", "bound_max"),
        ("da", "over 25 pct.", "25 pct.", "bound_min"),
        ("en", "NPS 60", "60", "target"),
        ("en", "€3.5k ARR", "€3.5k", "target"),
        ("sv", "100 kundmöten/månad", "100 kundmöten", "target"),
        ("en", "10,000", "10,000", "target"),
        ("nb", "10 000", "10 000", "target"),
    ],
)
def test_a_field_may_say_more_than_the_amount(language: str, value: str, text: str, role: str) -> None:
    found = quantity_field(language, value)
    assert found is not None
    assert (found.text, found.role) == (text, role)


@pytest.mark.parametrize("value", ["4 % of customers in Oslo", "better", "Q3", "", "May", "ISO 9001 certified", "v2"])
def test_what_is_no_quantity_as_a_field(value: str) -> None:
    assert quantity_field("en", value) is None


# --- roles ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "value", "low", "high", "unit"),
    [
        ("en", "Raise conversion from 2.5 % to 4 %", 2.5, 4, "percent"),
        ("en", "Lower the bounce rate from 60% in June to under 45%", 60, 45, "percent"),
        ("en", "Improve NPS from 30 to 50", 30, 50, "nps"),
        ("nb", "Øke andelen fra 20 til 30 %", 20, 30, "percent"),
        ("nb", "Øke omsetningen fra 10 til 12 mill. kr", 10e6, 12e6, "NOK"),
        ("nn", "Redusere svinnet frå 3,2 til 2 prosent", 3.2, 2, "percent"),
        ("sv", "Höja NKI från 71 till 78", 71, 78, "nki"),
        ("da", "Hæve andelen fra 40 til 55 procent", 40, 55, "percent"),
        ("da", "Øge antallet af tilmeldte fra ca. 1.200 til 2.000", 1200, 2000, ""),
        ("nb", "Øke salget fra kr 1 mill. til kr 2 mill.", 1e6, 2e6, "NOK"),
        ("en", "Conversion 2.5 % → 4 %", 2.5, 4, "percent"),
        # the scale stands once
        ("en", "Reduce costs from 12 to 10 million", 12e6, 10e6, ""),
        ("en", "Increase sales from 10 to 8 million", 10e6, 8e6, ""),
        ("en", "Raise revenue from £10 to £12 million", 10e6, 12e6, "GBP"),
        ("en", "Grow from ten to twelve million", 10e6, 12e6, ""),
        ("nb", "Redusere kostnadene fra 12 til 10 millioner", 12e6, 10e6, ""),
        ("nb", "Øke omsetningen fra 0,9 til 1,2 MNOK", 9e5, 12e5, "NOK"),
        ("nn", "Auke omsetninga frå 10 til 12 millionar kroner", 10e6, 12e6, "NOK"),
        ("sv", "Sänka kostnaderna från 12 till 10 miljoner", 12e6, 10e6, ""),
        ("sv", "Öka omsättningen från 10 till 12 Mkr", 10e6, 12e6, "SEK"),
        ("da", "Øge omsætningen fra 10 til 12 mio. kr.", 10e6, 12e6, "DKK"),
        # each has its own
        ("en", "Grow ARR from 800 to 1.2 million", 800, 1.2e6, ""),
        ("en", "Grow ARR from 800k to 1.2 million", 800e3, 1.2e6, ""),
        ("en", "Grow from 900 to 1 thousand visits", 900, 1000, "visits"),
        ("en", "Grow from 1,000 to 1.2 million", 1000, 1.2e6, ""),
        ("en", "Raise visits from 1,000 to 1,200 visits", 1000, 1200, "visits"),
        ("nb", "Øke fra 1.000 til 1.200 besøk", 1000, 1200, "besøk"),
        # a measure and its points
        ("en", "Raise NPS from 30 to 45 points", 30, 45, "nps"),
        ("nb", "Øke kundetilfredsheten fra NPS 30 til 45 poeng", 30, 45, "nps"),
        ("nn", "Auke NPS frå 30 til 45 poeng", 30, 45, "nps"),
        ("sv", "Höja NPS från 30 till 45 poäng", 30, 45, "nps"),
        ("da", "Hæve NPS fra 30 til 45 point", 30, 45, "nps"),
        # minutes are no minimum
        ("en", "Cut waiting from 45 min to 30 min", 45, 30, "min"),
        ("sv", "Minska väntetiden från 45 min till 30 min", 45, 30, "min"),
        # below nothing
        ("en", "Raise the result from -5 to 3 million", -5e6, 3e6, ""),
        ("nb", "Heve NPS fra -10 til 20", -10, 20, "nps"),
        # above the scale, for a rule to say so
        ("en", "Raise the rating from 4.2 to 5.4 of 5", 4.2, 5.4, "of 5"),
    ],
)
def test_a_pair_is_baseline_and_target_in_one_unit(language: str, value: str, low: float, high: float, unit: str) -> None:
    found = sentence(language, value).quantities
    assert found[0].role == "baseline"
    assert found[1].role in ("target", "bound_max")
    assert [(one.high, one.unit) for one in found] == [(low, unit), (high, unit)]


@pytest.mark.parametrize(
    ("language", "value", "role"),
    [
        ("en", "Increase sales by 10 %", "change"),
        ("en", "Increase sales to 10 %", "target"),
        ("en", "10 % more visitors", "change"),
        ("en", "Double the sales", "change"),
        ("en", "Cut costs in half", "change"),
        ("en", "Answer 90 % of the mails", "target"),
        ("nb", "Øke salget med 10 %", "change"),
        ("nb", "Øke salget 10 %", "change"),
        ("nb", "Øke salget med minst 10 %", "bound_min"),
        ("nn", "Auke salet til 10 %", "target"),
        ("sv", "Minska svinnet med en fjärdedel", "change"),
        ("sv", "Öka med 2 procentenheter", "change"),
        ("da", "Halvere svartiden", "change"),
        ("da", "Vokse mindst 25 pct.", "bound_min"),
        ("en", "Reply within 4 hours", "bound_max"),
        ("en", "Answer in 30 min", "target"),
        ("nb", "Gå 30 min hver dag", "target"),
        ("nn", "Gå 30 min kvar dag", "target"),
        ("sv", "Gå 30 min varje dag", "target"),
        ("da", "Gå 30 min hver dag", "target"),
        ("en", "Have 20 customers min", "bound_min"),
        # where it is today, and not said to where
        ("en", "Raise conversion from 2.5 %", "baseline"),
        ("en", "Raise followers from 2,300 to TBD", "baseline"),
        ("da", "Følgere: fra 2.300 til [tal]", "baseline"),
        ("en", "Cut waiting time from 9 days by June", "baseline"),
        ("nb", "Øke konverteringen fra 2,5 %", "baseline"),
        ("nn", "Auke konverteringa frå 2,5 %", "baseline"),
        ("sv", "Höja konverteringen från 2,5 %", "baseline"),
        ("da", "Hæve konverteringen fra 2,5 %", "baseline"),
        ("en", "Increase donations from 30 companies", "target"),
        # a price that tells which ones
        ("en", "Review all contracts over £50k", "other"),
        ("en", "All contracts over £50k are reviewed", "other"),
        ("nb", "Gjennomgå alle kontrakter over 500 000 kr", "other"),
        ("nn", "Gå gjennom alle kontraktar over 500 000 kr", "other"),
        ("sv", "Granska alla avtal över 500 000 kr", "other"),
        ("da", "Gennemgå alle kontrakter over 500.000 kr", "other"),
        ("en", "Sales over £50k", "bound_min"),
        ("en", "Keep all costs under £50k", "bound_max"),
    ],
)
def test_the_role_of_an_amount(language: str, value: str, role: str) -> None:
    assert [found[3] for found in quantities_of(language, value)] == [role]


@pytest.mark.parametrize(
    ("language", "value", "per"),
    [
        ("en", "Book 20 demos per week", "week"),
        ("en", "Save $500 a month", "month"),
        ("en", "Reach 100k monthly visitors", "month"),
        ("nb", "Spare 200 kr i måneden", "month"),
        ("nb", "Kutte 500 kr per kunde", "kunde"),
        ("nn", "Nå 2 500 lesarar i veka", "week"),
        ("sv", "Dra in 250 tkr/mån", "month"),
        ("da", "Tjene 30.000 kr. om måneden", "month"),
        ("nb", "Lese tjue sider hver dag", ""),
        ("nb", "Sykefraværet er under 6 % i uke 22", ""),
        ("nn", "Sjukefråværet er under 6 % i veke 22", ""),
        ("sv", "Anställa tre säljare i vecka 23", ""),
        ("da", "Sygefraværet er under 6 % i uge 22", ""),
    ],
)
def test_what_a_rate_is_counted_over(language: str, value: str, per: str) -> None:
    assert [found.per for found in sentence(language, value).quantities] == [per]


def test_about_makes_an_amount_approximate() -> None:
    for language, value in (
        ("en", "Sell about 20 units"),
        ("nb", "Selge ca. 20 enheter"),
        ("sv", "Sälja ungefär 20 st"),
    ):
        assert [found.approximate for found in sentence(language, value).quantities] == [True]
    assert not sentence("en", "Sell 20 units").quantities[0].approximate


@pytest.mark.parametrize(
    ("language", "value", "amount", "ambiguous"),
    [
        ("sv", "1,500", 1.5, True),
        ("sv", "1.500", 1500, False),
        ("en", "1,500", 1500, False),
        ("en", "1.500", 1.5, True),
        ("nb", "1.500", 1500, False),
        ("nb", "1,50", 1.5, False),
        ("en", "1.500.000,50", 1_500_000.5, False),
        ("en", "1,500,000.50", 1_500_000.5, False),
        ("da", "12.500", 12_500, False),
        ("nb", "0,125", 0.125, False),
    ],
)
def test_a_separator_is_ambiguous_only_where_nothing_settles_it(
    language: str, value: str, amount: float, ambiguous: bool
) -> None:
    found = quantity_field(language, value)
    assert found is not None
    assert (found.high, found.ambiguous) == (amount, ambiguous)


@pytest.mark.parametrize(
    ("language", "value", "text", "unit"),
    [
        ("nb", "Få 50 nye abonnenter per måned", "50 nye abonnenter", "abonnenter"),
        ("nb", "Få 100 nye lanseringer", "100 nye lanseringer", "lanseringer"),
        ("nb", "10 ansatte øker salget", "10 ansatte", "ansatte"),
        ("nb", "Rekruttere 5–7 frivillige lokalt", "5–7 frivillige", "frivillige"),
        ("nn", "Få 20 nye aktive medlemer i laget", "20 nye aktive medlemer", "medlemer"),
        ("sv", "Få 20 nya aktiva medlemmar i klubben", "20 nya aktiva medlemmar", "medlemmar"),
        ("da", "Bygge 20 nye huse", "20 nye huse", "huse"),
        ("en", "Win 5 new active users a week", "5 new active users", "users"),
        ("en", "100 people signed up", "100 people", "people"),
        ("en", "Reach 2M users worldwide", "2M users", "users"),
        ("en", "Close five enterprise deals by May", "five enterprise deals", "deals"),
        ("en", "Hire 2 enterprise sales managers", "2 enterprise sales managers", "managers"),
        ("en", "Buy 3 software licences", "3 software licences", "licences"),
        ("sv", "Följa upp tre kpi:er", "tre kpi:er", "kpi:er"),
        ("en", "No accidents at work", "No accidents", "accidents"),
        ("en", "Nobody gets hurt", "Nobody", ""),
        ("nb", "Ingen skader på jobb", "Ingen skader", "skader"),
        ("nb", "Ingen kommer til skade", "Ingen", ""),
        ("nn", "Ingen blir skadde", "Ingen", ""),
        ("sv", "Ingen skadas på jobbet", "Ingen", ""),
        ("da", "Ingen kommer til skade", "Ingen", ""),
        # a bare number right after the verb
        ("en", "Sell 40 by 30 June", "40", ""),
        ("nb", "Selge 40 innen 30. juni", "40", ""),
        ("nn", "Selje 40 innan 30. juni", "40", ""),
        ("sv", "Sälja 40 senast 30 juni", "40", ""),
        ("da", "Sælge 40 inden 30. juni", "40", ""),
        # the value of a measure
        ("en", "A rating of 4.6", "4.6", "rating"),
        ("en", "eNPS at 30", "30", "enps"),
        ("nb", "En karakter på 4,6", "4,6", "karakter"),
        ("nn", "eNPS på 30", "30", "enps"),
        ("sv", "eNPS på 30", "30", "enps"),
        ("da", "eNPS på 30", "30", "enps"),
        # millions are an amount of themselves, millimetres no millions
        ("en", "Raise 5 million by May", "5 million", ""),
        ("nb", "Hente inn 5 millioner", "5 millioner", ""),
        # a number that looks like a year
        ("en", "Sell 2030 tickets", "2030 tickets", "tickets"),
        ("nb", "Selge 2025 billetter", "2025 billetter", "billetter"),
    ],
)
def test_the_noun_that_a_number_counts(language: str, value: str, text: str, unit: str) -> None:
    assert [found[0::2] for found in [(one[0], one[1], one[2]) for one in quantities_of(language, value)]] == [(text, unit)]


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Reach 5.4 of 5 in the survey", ("5.4 of 5", 5.4, "of 5", "target")),
        ("en", "Get 5.4/5 in reviews", ("5.4/5", 5.4, "of 5", "target")),
        ("nb", "Oppnå 5,4 av 5 i snitt", ("5,4 av 5", 5.4, "of 5", "target")),
        ("nn", "Nå 12 av 10", ("12 av 10", 12, "of 10", "target")),
        ("sv", "Nå 5,4 av 5 i enkäten", ("5,4 av 5", 5.4, "of 5", "target")),
        ("da", "Nå 5,4 af 5 i tilfredshed", ("5,4 af 5", 5.4, "of 5", "target")),
        # a level has its sign, the amount of a change has none
        ("en", "Keep it at -18 degrees", ("-18 degrees", -18, "degrees", "target")),
        ("nb", "Holde −18 grader i fryseren", ("−18 grader", -18, "grader", "target")),
        ("sv", "En marginal på -3 %", ("-3 %", -3, "percent", "target")),
        ("en", "Change costs by -10 %", ("10 %", 10, "percent", "change")),
        ("en", "Change the list by -5 customers", ("5 customers", 5, "customers", "change")),
        ("nn", "Endre kostnadene med -10 %", ("10 %", 10, "percent", "change")),
        ("da", "Omkostninger: -10 %", ("10 %", 10, "percent", "change")),
        ("en", "- 5 customers", ("5 customers", 5, "customers", "target")),
    ],
)
def test_scores_above_their_scale_and_signs(language: str, value: str, expected: tuple[str, float, str, str]) -> None:
    assert quantities_of(language, value) == [expected]


def test_what_goes_with_a_comparison_is_its_start() -> None:
    for language, value in (
        ("en", "Cut emissions by 30 % compared with Q1 2022"),
        ("nb", "Kutte 30 % i forhold til 1. kvartal 2022"),
        ("nn", "Redusere utsleppa med 30 % i høve til 2022"),
        ("sv", "Öka försäljningen med 10 % i förhållande till år 2023"),
        ("da", "Reducere udledningen med 30 % sammenlignet med 2022"),
    ):
        reading = sentence(language, value)
        assert [one.role for one in reading.quantities] == ["change", "baseline"]
        assert reading.times == ()
    assert quantities_of("sv", "I förhållande till 2023 ska vi minska med 10 %")[1] == ("10 %", 10, "percent", "change")


# --- what is no quantity ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "Certify to ISO 9001 and RFC 7519"),
        ("nb", "Bli topp 3 i regionen"),
        ("en", "Be in the top ten products"),
        ("nb", "Fase 2 er ferdig"),
        ("en", "Phase two is done"),
        ("nb", "Oppgradere til versjon 3.1"),
        ("en", "Release v2.1.4 on Windows 11"),
        ("en", "Offer 24/7 support"),
        ("sv", "Följa § 4 i avtalet"),
        ("nb", "Ring 22 33 44 55 eller 912 34 567"),
        ("en", "Call +47 912 34 567 or 555-1234 or +4791234567"),
        ("en", "We may grow in May"),
        ("nb", "Tilbud til barn under 16 år"),
        ("en", "Everyone over 18 years old"),
        ("nb", "Kurs for 16-åringer"),
        ("nb", "Ta mål av kunden"),
        ("nb", "Vokse i B2B med 3D-modell og K3s"),
        ("en", "Follow Agenda 2030"),
        ("en", "Raise $N"),
        ("nb", "Åpne kl. 10 og 8:30"),
        ("en", "A 9-5 job in grade 3"),
        ("nb", "Det er nok til alle"),
        ("da", "Vi har nok at lave"),
        ("nb", "1. plass i 3. divisjon"),
        ("en", "Prepare the 2027 budget"),
        ("en", "Pass the 2025 audit"),
        ("en", "Strategy 2030 approved"),
        ("en", "Keep costs at the 2025 level"),
        ("en", "Finish the 2025 accounts"),
        ("nb", "Lage 2026-budsjettet"),
        ("nb", "Holde kostnadene på nivået fra 2025"),
        ("nn", "Strategi 2030 vedteken"),
        ("sv", "Ta fram 2026 års budget"),
        ("sv", "Strategi 2030 antagen"),
        ("da", "Strategi 2030 vedtaget"),
        ("en", "Solve the top ten problems"),
        ("en", "Release 2 by May"),
    ],
)
def test_no_quantity_is_seen(language: str, value: str) -> None:
    assert quantities_of(language, value) == []


def test_currency_words_that_are_other_words() -> None:
    assert quantities_of("nb", "Vi har nok 5 kunder") == [("5 kunder", 5, "kunder", "target")]
    assert quantities_of("nb", "Vente 30 sek") == [("30 sek", 30, "s", "target")]
    assert quantities_of("nb", "Betale 30 SEK") == [("30 SEK", 30, "SEK", "target")]
    assert quantities_of("nb", "Betale NOK 500") == [("NOK 500", 500, "NOK", "target")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_single_letters_are_units_only_after_digits_in_lower_case(language: str) -> None:
    for value in ("Plan T and M", "S to h", "A 5 K B", "Vitamin K 2"):
        assert quantities_of(language, value) == []


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Grow visits by under 25s from 300 to 450 a month", [300, 450]),
        ("en", "Recruit 40 young people under 30", [40]),
        ("nb", "Øke besøket av unge under 20 fra 300 til 450 i måneden", [300, 450]),
        ("nn", "Auke talet på barn over 6 som les frå 30 til 40", [30, 40]),
        ("sv", "Öka besöken av unga under 20 från 300 till 450 i månaden", [300, 450]),
        ("da", "Øge besøget af unge under 20 fra 300 til 450 om måneden", [300, 450]),
        ("en", "Keep the number of children under 20", [20]),
        ("nb", "Holde antallet elever under 20", [20]),
        ("en", "Cut the load time to under 25s", [25]),
    ],
)
def test_an_age_is_no_bound(language: str, value: str, expected: list[float]) -> None:
    assert [high for _, high, *_ in quantities_of(language, value)] == expected


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Increase members by 80 to 720", [(80, "change"), (720, "target")]),
        ("nb", "Øke tallet på medlemmer med 80 til 720", [(80, "change"), (720, "target")]),
        ("nn", "Auke talet på medlemer med 80 til 720", [(80, "change"), (720, "target")]),
        ("sv", "Öka antalet medlemmar med 80 till 720", [(80, "change"), (720, "target")]),
        ("da", "Øge antallet af medlemmer med 80 til 720", [(80, "change"), (720, "target")]),
        ("en", "Cut costs by 10 to 15 %", [(15, "change")]),
        ("en", "Cut costs by 5 to 20 %", [(20, "change")]),
        ("nb", "Øke salget med 10 til 20", [(20, "change")]),
    ],
)
def test_a_change_and_what_it_leads_to(language: str, value: str, expected: list[tuple[float, str]]) -> None:
    assert [(high, role) for _, high, _, role in quantities_of(language, value)] == expected


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "No one waits more than 3 days"),
        ("nb", "Ingen venter mer enn 3 dager"),
        ("nn", "Ingen ventar meir enn 3 dagar"),
        ("sv", "Ingen väntar mer än 3 dagar"),
        ("da", "Ingen venter mere end 3 dage"),
    ],
)
def test_what_nobody_exceeds_is_the_most(language: str, value: str) -> None:
    assert [(high, unit, role) for _, high, unit, role in quantities_of(language, value)][1:] == [(3, "d", "bound_max")]
    assert quantities_of(language, value)[0][3] == "other"


@pytest.mark.parametrize(
    ("language", "value", "per"),
    [
        ("en", "At most 3 errors per 1,000 parcels", "1,000 parcels"),
        ("nb", "Høyst 3 per 1 000 ordrelinjer", "1 000 ordrelinjer"),
        ("nn", "Høgst 3 per 1 000 ordrelinjer", "1 000 ordrelinjer"),
        ("sv", "Högst 3 per 1 000 orderrader", "1 000 orderrader"),
        ("da", "Højst 3 pr. 1.000 ordrelinjer", "1.000 ordrelinjer"),
    ],
)
def test_a_rate_over_a_number_is_one_amount(language: str, value: str, per: str) -> None:
    assert [(one.high, one.per, one.role) for one in sentence(language, value).quantities] == [(3, per, "bound_max")]


def test_a_score_of_two_values() -> None:
    found = sentence("en", "8 of 10 joiners rate their first week 4 or 5 out of 5").quantities
    assert [(one.low, one.high, one.unit) for one in found] == [(80, 80, "percent"), (4, 5, "of 5")]


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("da", "Ordrer afgivet før kl. 15 sendes samme dag"),
        ("nb", "Ordrer før kl. 15 sendes samme dag"),
        ("en", "Orders placed before 3 pm are shipped the same day"),
    ],
)
def test_an_hour_is_no_amount(language: str, value: str) -> None:
    assert quantities_of(language, value) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Raise the reply rate to 85% from today's 68%", [("85%", "target"), ("68%", "baseline")]),
        ("en", "A queue under 2 hours (now 5 hours)", [("2 hours", "bound_max"), ("5 hours", "baseline")]),
        ("en", "Sell 90 season tickets, against 74 last year", [("90 season tickets", "target"), ("74", "baseline")]),
        ("nb", "410 faste givere ved årets slutt (365 nå)", [("410 faste givere", "target"), ("365", "baseline")]),
        ("nn", "Selje 90 sesongkort mot 74 i fjor", [("90 sesongkort", "target"), ("74", "baseline")]),
        ("sv", "Sälja 90 säsongskort mot 74 förra året", [("90 säsongskort", "target"), ("74", "baseline")]),
        ("da", "Sælge 90 sæsonkort mod 74 sidste år", [("90 sæsonkort", "target"), ("74", "baseline")]),
        ("nb", "Køen skal være under to uker fra 1. mars", [("to uker", "bound_max")]),
        ("nn", "Køen skal vere under to veker", [("to veker", "bound_max")]),
        ("sv", "Kön ska vara under två veckor", [("två veckor", "bound_max")]),
        ("da", "Køen skal være under to uger", [("to uger", "bound_max")]),
        ("en", "Ring every donor once a month", []),
        ("sv", "Ringa alla givare en gång i månaden", []),
        ("en", "A reply rate of 85% against the current 68%", [("85%", "target"), ("68%", "baseline")]),
        ("en", "85% of parcels on time, up from last year's 78%", [("85%", "target"), ("78%", "baseline")]),
        ("en", "Keep the current 12 shops open", [("12 shops", "target")]),
        ("nb", "Heve snittet fra dagens 3,1 til 3,5", [("3,1", "baseline"), ("3,5", "target")]),
        ("nb", "Svarprosent 85 % (dagens nivå 68 %)", [("85 %", "target"), ("68 %", "baseline")]),
        ("nn", "Auke talet på lånarar frå dagens 310 til 400", [("310", "baseline"), ("400", "target")]),
        ("sv", "Minska svinnet från nuvarande 9 % till 6 %", [("9 %", "baseline"), ("6 %", "target")]),
        ("da", "Sænke spildet fra de nuværende 9 % til 6 %", [("9 %", "baseline"), ("6 %", "target")]),
        ("en", "Every third guest comes back", [("Every third", "target")]),
        ("nb", "Hver femte elev sykler til skolen", [("Hver femte", "target")]),
        ("nn", "Kvar fjerde tilsett har teke kurset", [("Kvar fjerde", "target")]),
        ("sv", "Var fjärde resa sker med cykel", [("Var fjärde", "target")]),
        ("da", "Hver tredje gæst kommer igen", [("Hver tredje", "target")]),
        ("nb", "Hver tredje uke går vi tur", []),
        ("en", "Satisfaction of 4.2 or more", [("4.2", "bound_min")]),
        ("en", "70% of staff in full-time posts, up from 52", [("70%", "target"), ("52", "baseline")]),
        ("nb", "Rykke opp til 2. divisjon", []),
    ],
)
def test_what_is_so_today_and_shares_of_all(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.text, one.role) for one in sentence(language, text).quantities] == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["money", "times", "percent", "currency", "other", "wk", "mo"])
def test_a_noun_may_be_called_like_a_unit_or_a_role(word: str, language: str) -> None:
    ((_, value, unit, _),) = quantities_of(language, f"40 {word}")
    assert value == 40
    assert unit in ("", word)
