from datetime import date

import pytest

from smartlint.language.calendar import Anchor, BadDate, WrongWeekday
from tests.language.reading import LANGUAGES, TODAY, sentence, spans, time_field, times_of

#: The value table of design/language.md: language, what a field may hold, its days.
DAYS = [
    ("en", "2026-09-30", "2026-09-30", "2026-09-30"),
    ("en", "30 September 2026", "2026-09-30", "2026-09-30"),
    ("en", "September 30, 2026", "2026-09-30", "2026-09-30"),
    ("nb", "30. september", "2026-09-30", "2026-09-30"),
    ("nn", "30. september", "2026-09-30", "2026-09-30"),
    ("da", "30. september", "2026-09-30", "2026-09-30"),
    ("sv", "31 mars 2026", "2026-03-31", "2026-03-31"),
    ("nb", "30.09.2026", "2026-09-30", "2026-09-30"),
    ("nb", "1. des 2026", "2026-12-01", "2026-12-01"),
    ("nn", "1 des", "2026-12-01", "2026-12-01"),
    ("nb", "des 2026", "2026-12-01", "2026-12-31"),
    ("nb", "31. jan 2026", "2026-01-31", "2026-01-31"),
    ("da", "30/9 2026", "2026-09-30", "2026-09-30"),
    ("en", "Q3", "2026-07-01", "2026-09-30"),
    ("sv", "2026-Q3", "2026-07-01", "2026-09-30"),
    ("nb", "K3 2026", "2026-07-01", "2026-09-30"),
    ("nn", "K3 2026", "2026-07-01", "2026-09-30"),
    ("da", "K3 2026", "2026-07-01", "2026-09-30"),
    ("nb", "3. kvartal", "2026-07-01", "2026-09-30"),
    ("sv", "tredje kvartalet", "2026-07-01", "2026-09-30"),
    ("en", "third quarter", "2026-07-01", "2026-09-30"),
    ("nb", "T1 2026", "2026-01-01", "2026-04-30"),
    ("sv", "tertial 2", "2026-05-01", "2026-08-31"),
    ("nb", "2. tertial", "2026-05-01", "2026-08-31"),
    ("en", "H2 2026", "2026-07-01", "2026-12-31"),
    ("en", "2H26", "2026-07-01", "2026-12-31"),
    ("nb", "andre halvår", "2026-07-01", "2026-12-31"),
    ("en", "FY26", "2026-01-01", "2026-12-31"),
    ("en", "week 23", "2026-06-01", "2026-06-07"),
    ("nb", "uke 23", "2026-06-01", "2026-06-07"),
    ("nn", "veke 23", "2026-06-01", "2026-06-07"),
    ("sv", "v. 23", "2026-06-01", "2026-06-07"),
    ("sv", "vecka 23–24", "2026-06-01", "2026-06-14"),
    ("da", "uge 23", "2026-06-01", "2026-06-07"),
    ("sv", "nästa kvartal", "2026-04-01", "2026-06-30"),
    ("nb", "1. mars–30. april", "2026-03-01", "2026-04-30"),
    ("da", "16.-27. februar", "2026-02-16", "2026-02-27"),
    ("en", "Q4 2026 to Q1 2027", "2026-10-01", "2027-03-31"),
    ("en", "2028 Q3", "2028-07-01", "2028-09-30"),
    ("nn", "2028Q3", "2028-07-01", "2028-09-30"),
    ("sv", "2028/Q3", "2028-07-01", "2028-09-30"),
    ("nb", "2028, K3", "2028-07-01", "2028-09-30"),
    ("da", "2028H1", "2028-01-01", "2028-06-30"),
    ("sv", "2028 T2", "2028-05-01", "2028-08-31"),
    ("da", "2028 3. kvartal", "2028-07-01", "2028-09-30"),
    ("nn", "2028 halvår 2", "2028-07-01", "2028-12-31"),
    ("nb", "2028 uke 12", "2028-03-20", "2028-03-26"),
    ("en", "Q3/28", "2028-07-01", "2028-09-30"),
    ("da", "K3/2028", "2028-07-01", "2028-09-30"),
    ("en", "Q3.2028", "2028-07-01", "2028-09-30"),
    ("sv", "halvår 1/2028", "2028-01-01", "2028-06-30"),
    ("nb", "T2/28", "2028-05-01", "2028-08-31"),
    ("sv", "vecka 12/2028", "2028-03-20", "2028-03-26"),
    ("en", "2028 Q1-Q2", "2028-01-01", "2028-06-30"),
    ("nb", "T1-T2 2028", "2028-01-01", "2028-08-31"),
    ("nn", "2028Q1-2028Q3", "2028-01-01", "2028-09-30"),
]

#: Months in digits: what reads ``3/2028`` elsewhere may be the number of a case.
MONTHS = [
    ("en", "by", "03/2028"),
    ("nb", "innen", "3/2028"),
    ("nn", "innan", "03/2028"),
    ("sv", "senast", "2028/03"),
    ("da", "inden", "03/2028"),
]

#: The same for what is to be ready by then: the last day.
DEADLINES = [
    ("en", "end of the year", "2026-12-31"),
    ("en", "by the end of Q3", "2026-09-30"),
    ("en", "within six months", "2026-07-15"),
    ("en", "no later than 15 June 2026", "2026-06-15"),
    ("en", "before 1 May", "2026-04-30"),
    ("en", "before the end of the year", "2026-12-31"),
    ("en", "by mid-March", "2026-03-15"),
    ("en", "by mid-2026", "2026-06-30"),
    ("en", "in two weeks", "2026-01-29"),
    ("en", "30 days from now", "2026-02-14"),
    ("en", "before Christmas", "2026-12-24"),
    ("nb", "årsskiftet", "2026-12-31"),
    ("nb", "innen utgangen av Q3", "2026-09-30"),
    ("nb", "i løpet av våren", "2026-05-31"),
    ("nb", "før 1/7", "2026-06-30"),
    ("nb", "innen medio mars", "2026-03-15"),
    ("nb", "ultimo mars", "2026-03-31"),
    ("nb", "det neste året", "2027-01-15"),
    ("nn", "innan tre månader", "2026-04-15"),
    ("nn", "i løpet av dei neste to åra", "2028-01-15"),
    ("nn", "innan utgangen av året", "2026-12-31"),
    ("sv", "inom tre månader", "2026-04-15"),
    ("sv", "innan sommaren", "2026-05-31"),
    ("sv", "före midsommar", "2026-06-18"),
    ("sv", "senast på fredag", "2026-01-16"),
    ("sv", "till nästa sommar", "2027-08-31"),
    ("da", "inden udgangen af året", "2026-12-31"),
    ("da", "inden årets udgang", "2026-12-31"),
    ("da", "pr. 31. december 2026", "2026-12-31"),
    ("da", "om tre måneder", "2026-04-15"),
    ("da", "senest 15-03-2026", "2026-03-15"),
    ("nb", "innen 15-03-2026", "2026-03-15"),
    ("en", "by 31-03-2026", "2026-03-31"),
    ("en", "before the year is out", "2026-12-31"),
    ("en", "before the quarter ends", "2026-03-31"),
    ("nb", "før året er omme", "2026-12-31"),
    ("nn", "før året er slutt", "2026-12-31"),
    ("sv", "innan året är slut", "2026-12-31"),
    ("sv", "innan kvartalet är slut", "2026-03-31"),
    ("da", "inden året er omme", "2026-12-31"),
    ("en", "before August is over", "2026-08-31"),
    ("nb", "før august er omme", "2026-08-31"),
    ("nn", "før august er over", "2026-08-31"),
    ("sv", "innan augusti är slut", "2026-08-31"),
    ("da", "før august er slut", "2026-08-31"),
    ("en", "before Q3 2026 is over", "2026-09-30"),
    ("en", "before August ends", "2026-08-31"),
    ("en", "before August runs out", "2026-08-31"),
    ("nb", "før august slutter", "2026-08-31"),
    ("nb", "før august går ut", "2026-08-31"),
    ("nb", "før august måneds utgang", "2026-08-31"),
    ("nn", "før august sluttar", "2026-08-31"),
    ("nn", "før august tek slutt", "2026-08-31"),
    ("nn", "før august månads utgang", "2026-08-31"),
    ("sv", "innan augusti tar slut", "2026-08-31"),
    ("sv", "innan augusti går ut", "2026-08-31"),
    ("sv", "före september månads utgång", "2026-09-30"),
    ("sv", "före septembers utgång", "2026-09-30"),
    ("da", "inden septembers udgang 2027", "2027-09-30"),
    ("nb", "innen septembers utgang", "2026-09-30"),
    ("nn", "innan septembers utgang", "2026-09-30"),
    ("en", "before September’s end", "2026-09-30"),
    ("da", "før august slutter", "2026-08-31"),
    ("da", "inden august går ud", "2026-08-31"),
    ("da", "inden august måneds udgang", "2026-08-31"),
]

RHYTHMS = [
    ("en", "weekly", "P1W", 1),
    ("en", "every two weeks", "P2W", 1),
    ("en", "every other Monday", "P2W", 1),
    ("en", "on a monthly basis", "P1M", 1),
    ("en", "twice a week", "P1W", 2),
    ("nb", "hver måned", "P1M", 1),
    ("nb", "hver 14. dag", "P2W", 1),
    ("nb", "kvartalsvis", "P3M", 1),
    ("nb", "per uke", "P1W", 1),
    ("nb", "hvert halvår", "P6M", 1),
    ("nb", "den 1. hver måned", "P1M", 1),
    ("nn", "annakvar veke", "P2W", 1),
    ("nn", "to gonger i veka", "P1W", 2),
    ("sv", "varannan vecka", "P2W", 1),
    ("sv", "/månad", "P1M", 1),
    ("sv", "tre gånger i veckan", "P1W", 3),
    ("da", "om året", "P1Y", 1),
    ("da", "hvert halve år", "P6M", 1),
    ("da", "hver mandag og torsdag", "P1W", 1),
    ("en", "every morning", "P1D", 1),
    ("nb", "hver morgen", "P1D", 1),
    ("nn", "kvar kveld", "P1D", 1),
    ("sv", "varje kväll", "P1D", 1),
    ("sv", "varannan kväll", "P2D", 1),
    ("da", "hver aften", "P1D", 1),
]

#: A sentence around each of them: the words stand alone in it.
FRAMES = {
    "en": "Sign it {}",
    "nb": "Fullføre det {}",
    "nn": "Fullføre det {}",
    "sv": "Slutföra det {}",
    "da": "Klare det {}",
}
INSIDE = {"en": "in ", "nb": "i ", "nn": "i ", "sv": "i ", "da": "i "}


@pytest.mark.parametrize(("language", "value", "start", "end"), DAYS)
def test_a_day_or_period_is_read_as_a_field(language: str, value: str, start: str, end: str) -> None:
    found = time_field(language, value)
    assert found is not None
    assert (found.role, str(found.start), str(found.end), found.text) == ("period", start, end, value)


@pytest.mark.parametrize(("language", "value", "start", "end"), DAYS)
def test_a_day_or_period_is_found_in_a_sentence(language: str, value: str, start: str, end: str) -> None:
    said = INSIDE[language] + value
    before, _, after = FRAMES[language].partition("{}")
    [found] = sentence(language, f"{before}{said}{after} med Kari", start=100).times
    assert (found.role, str(found.start), str(found.end)) == ("period", start, end)
    assert (found.text, found.span.start) == (said, 100 + len(before))


@pytest.mark.parametrize(("language", "before", "month"), MONTHS)
def test_a_month_in_digits_is_read_as_a_field_and_after_a_word_for_a_deadline(language: str, before: str, month: str) -> None:
    field = time_field(language, month)
    assert field is not None
    assert (str(field.start), str(field.end), field.text) == ("2028-03-01", "2028-03-31", month)
    start = FRAMES[language].partition("{}")[0]
    [found] = sentence(language, f"{start}{before} {month}").times
    assert (found.role, str(found.end)) == ("deadline", "2028-03-31")
    assert not sentence(language, f"{start}{month}").times


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wrong", ["13/2028", "00/2028", "2028/13", "3/1928"])
def test_what_is_no_month_in_digits_is_no_time(language: str, wrong: str) -> None:
    assert time_field(language, wrong) is None


@pytest.mark.parametrize(("language", "value", "end"), DEADLINES)
def test_a_deadline_is_read_as_a_field_and_found_in_a_sentence(language: str, value: str, end: str) -> None:
    field = time_field(language, value)
    assert field is not None
    assert (field.role, field.start, str(field.end)) == ("deadline", None, end)
    before = FRAMES[language].partition("{}")[0]
    [found] = sentence(language, before + value).times
    assert (found.role, found.start, str(found.end), found.text) == ("deadline", None, end, value)
    assert found.span == (len(before), len(before) + len(value))


@pytest.mark.parametrize(("language", "value", "iso", "count"), RHYTHMS)
def test_a_rhythm_is_a_recurrence_and_no_deadline(language: str, value: str, iso: str, count: int) -> None:
    field = time_field(language, value)
    assert field is not None
    assert (field.role, field.iso, field.repeats, field.end) == ("recurrence", iso, count, None)
    [found] = sentence(language, FRAMES[language].format(value)).times
    assert (found.role, found.iso, found.repeats, found.text) == ("recurrence", iso, count, value)


@pytest.mark.parametrize(
    ("language", "value", "iso"),
    [
        ("en", "Run the pilot for six weeks", "P6W"),
        ("nb", "Teste løsningen i fire uker", "P4W"),
        ("sv", "Testa prototypen i åtta veckor", "P8W"),
        ("da", "Teste løsningen i seks uger", "P6W"),
        ("en", "Answer every mail within 4 hours", "PT4H"),
        ("nb", "Svare alle innen 30 minutter", "PT30M"),
        ("en", "All logs kept for 12 months", "P12M"),
        ("nn", "Gå 50 km over åtte veker", "P8W"),
        # how fast, and not by when
        ("en", "We pay every supplier within 30 days", "P30D"),
        ("en", "80 % of accounts activate within 7 days", "P1W"),
        ("en", "Patients get an answer within three days", "P3D"),
        ("en", "Cut delivery time to within 3 days", "P3D"),
        ("nb", "Vi betaler alle leverandører innen 30 dager", "P30D"),
        ("nb", "Kutte leveringstiden til innen 3 dager", "P3D"),
        ("nn", "Pasientane får prøvesvar innan tre dagar", "P3D"),
        ("nn", "80 % av elevane leverer innan 7 dagar", "P1W"),
        ("sv", "Patienterna får provsvar inom tre dagar", "P3D"),
        ("sv", "80 % av kunderna aktiverar sitt konto inom 7 dagar", "P1W"),
        ("da", "Patienterne får prøvesvar inden for tre dage", "P3D"),
        ("da", "Vi betaler hver leverandør inden for 30 dage", "P30D"),
    ],
)
def test_a_length_of_time_is_a_duration(language: str, value: str, iso: str) -> None:
    assert [(time.role, time.iso) for time in sentence(language, value).times if time.role != "recurrence"] == [
        ("duration", iso)
    ]


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "Launch the shop within 30 days"),
        ("en", "We launch the shop within 3 months"),
        ("en", "We will launch within 30 days"),
        ("en", "The clinic has 100 patients within 6 months"),
        ("en", "80 % of customers have signed within 30 days"),
        ("en", "80 % of eligible staff within 7 days"),
        ("en", "Customers receive a new app within 30 days"),
        ("nb", "Kommunen får ny rådmann innen 30 dager"),
        ("nb", "90 % av nye kunder innen 7 dager"),
        ("nn", "Opne butikken innan 30 dagar"),
        ("sv", "Få 10 kunder inom 30 dagar"),
        ("sv", "40 % köper en gång till inom ett år"),
        ("da", "Kunderne får en ny app inden for 30 dage"),
    ],
)
def test_a_length_of_time_until_something_is_done_is_a_deadline(language: str, value: str) -> None:
    assert [time.role for time in sentence(language, value).times] == ["deadline"]


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("sv", "i slutet av april", ("2026-04-21", "2026-04-30")),
        ("sv", "i slutet av året", ("2026-12-01", "2026-12-31")),
        ("sv", "i mitten av mars", ("2026-03-11", "2026-03-20")),
        ("nb", "i begynnelsen av mars", ("2026-03-01", "2026-03-10")),
        ("nb", "tidlig i 2027", ("2027-01-01", "2027-01-31")),
        ("nb", "til sommeren", ("2026-06-01", "2026-08-31")),
        ("nb", "i andre halvdel av 2026", ("2026-07-01", "2026-12-31")),
        ("nb", "i perioden 1. mars–30. april", ("2026-03-01", "2026-04-30")),
        ("da", "i perioden 1. februar til 30. april", ("2026-02-01", "2026-04-30")),
        ("en", "between 1 February and 30 April 2026", ("2026-02-01", "2026-04-30")),
        ("en", "from 1 Feb to 31 Mar", ("2026-02-01", "2026-03-31")),
        ("nn", "frå 2026 til 2028", ("2026-01-01", "2028-12-31")),
        ("en", "in the first half of 2027", ("2027-01-01", "2027-06-30")),
        ("en", "starting 1 March", ("2026-03-01", "")),
        ("sv", "från och med 1 mars", ("2026-03-01", "")),
        ("sv", "efter sommaren", ("2026-09-01", "")),
        ("nb", "i år", ("2026-01-01", "2026-12-31")),
        ("sv", "det här året", ("2026-01-01", "2026-12-31")),
    ],
)
def test_parts_and_open_periods(language: str, value: str, expected: tuple[str, str]) -> None:
    assert times_of(language, f"{value}") == [(value, "period", *expected)]


# --- how open dates are resolved --------------------------------------------------------------------------------------


def test_a_date_without_a_year_is_the_first_one_not_before_the_anchor() -> None:
    today = date(2026, 8, 10)
    for anchor, expected in (
        (Anchor(today), date(2027, 5, 1)),
        (Anchor(today, period=(date(2026, 1, 1), date(2026, 12, 31))), date(2026, 5, 1)),
        (Anchor(today, start=date(2028, 5, 2)), date(2029, 5, 1)),
        (Anchor(today, start=date(2028, 5, 1)), date(2028, 5, 1)),
    ):
        found = time_field("en", "1 May", anchor)
        assert found is not None
        assert (found.end, found.derived) == (expected, True)


def test_a_date_with_a_year_is_not_derived() -> None:
    for value in ("1 May 2027", "2027-05-01", "Q2 2027", "2027-Q2"):
        found = time_field("en", value)
        assert found is not None
        assert not found.derived


def test_a_length_counts_from_the_start_or_period_if_it_fits_else_from_today() -> None:
    today, year = date(2026, 8, 10), (date(2026, 1, 1), date(2026, 12, 31))
    for anchor, value, expected in (
        (Anchor(today), "innen 6 måneder", date(2027, 2, 10)),
        (Anchor(today, period=year), "innen 6 måneder", date(2026, 7, 1)),
        (Anchor(today, start=date(2026, 9, 1), period=year), "innen tre måneder", date(2026, 12, 1)),
        (Anchor(today, start=date(2026, 9, 1), period=year), "innen ett år", date(2027, 8, 10)),
    ):
        found = time_field("nb", value, anchor)
        assert found is not None
        assert (found.end, found.derived) == (expected, True)


_SECOND_OF_FY27 = (
    *"FY2027 Q2|Q2 FY2027|FY27 Q2|Q2 FY27|FY2027-Q2|FY27/Q2|FY27Q2|Q2FY27|FY 2027 Q2|Q2 of FY2027|Q2, FY27".split("|"),
    *"fiscal year 2027 Q2|financial year 2027, second quarter|second quarter of the fiscal year 2027".split("|"),
)


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("nb", "FY2027 K2"),
        ("nb", "K2 i budsjettåret 2027"),
        ("nb", "regnskapsåret 2027, 2. kvartal"),
        ("nn", "K2 FY27"),
        ("nn", "andre kvartal i rekneskapsåret 2027"),
        ("sv", "kvartal 2 FY2027"),
        ("sv", "räkenskapsåret 2027 Q2"),
        ("sv", "andra kvartalet räkenskapsåret 2027"),
        ("da", "2. kvartal i regnskabsåret 2027"),
        ("da", "finansår 2027 K2"),
    ],
)
def test_the_quarter_of_a_fiscal_year(language: str, value: str) -> None:
    found = time_field(language, value, Anchor(TODAY, fiscal_start=4))
    assert found is not None
    assert (found.start, found.end) == (date(2026, 7, 1), date(2026, 9, 30))


def test_quarters_follow_the_fiscal_year() -> None:
    april = Anchor(TODAY, fiscal_start=4)
    for value, start, end in (
        ("Q1 2026", date(2025, 4, 1), date(2025, 6, 30)),
        ("FY26", date(2025, 4, 1), date(2026, 3, 31)),
        ("FY2027", date(2026, 4, 1), date(2027, 3, 31)),
        ("H2 2026", date(2025, 10, 1), date(2026, 3, 31)),
        *((value, date(2026, 7, 1), date(2026, 9, 30)) for value in _SECOND_OF_FY27),
        ("next quarter", date(2026, 4, 1), date(2026, 6, 30)),
    ):
        found = time_field("en", value, april)
        assert found is not None
        assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "31 September"),
        ("en", "FY27 Q5"),
        ("en", "2026-02-30"),
        ("nb", "31. november 2026"),
        ("sv", "30 februari"),
        ("da", "29.02.2027"),
        ("da", "31-02-2026"),
        ("en", "week 54"),
        ("nb", "uke 53 2027"),
        ("en", "Q5 2026"),
        ("nb", "4. tertial 2026"),
    ],
)
def test_a_day_that_the_calendar_does_not_have(language: str, value: str) -> None:
    with pytest.raises(BadDate):
        time_field(language, value)
    assert times_of(language, f"Klar {value}") == []


def test_a_date_with_the_wrong_weekday_says_which_day_it_is() -> None:
    with pytest.raises(WrongWeekday) as error:
        time_field("en", "Thursday 13 March 2026")
    assert error.value.day == date(2026, 3, 13)
    assert time_field("en", "Friday 13 March 2026") is not None


@pytest.mark.parametrize(
    ("language", "value", "day", "ambiguous"),
    [
        ("en", "5/6/2026", date(2026, 6, 5), True),
        ("en", "05-06-2026", date(2026, 6, 5), True),
        ("da", "05-06-2026", date(2026, 6, 5), False),
        ("en", "5/13/2026", date(2026, 5, 13), False),
        ("en", "13/5/2026", date(2026, 5, 13), False),
        ("en", "6/6/2026", date(2026, 6, 6), False),
        ("nb", "5/6 2026", date(2026, 6, 5), False),
        ("da", "05.06.2026", date(2026, 6, 5), False),
    ],
)
def test_a_date_in_figures_is_ambiguous_where_two_countries_read_it_differently(
    language: str, value: str, day: date, ambiguous: bool
) -> None:
    found = time_field(language, value)
    assert found is not None
    assert (found.end, found.ambiguous) == (day, ambiguous)


# --- what is no time --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "Offer 24/7 support"),
        ("nb", "Support 24/7 til alle"),
        ("en", "We may hire five people"),
        ("en", "Follow Agenda 2030"),
        ("en", "Upgrade to v2 and K3s"),
        ("nb", "Åpne for barn under 16 år"),
        ("en", "Open to everyone over 18 years"),
        ("nb", "Reise til Jan Mayen"),
        ("nb", "Musikk på 1980-tallet"),
        ("nb", "Følge § 4 i loven"),
        ("nb", "Ta mål av kundene"),
        ("en", "Get to 4/5 in the survey"),
        ("da", "Ring 22 33 44 55"),
        ("en", "Sell 12 t of sand"),
        ("en", "Prepare the 2027 budget"),
        ("en", "Keep costs at the 2025 level"),
        ("en", "Cut emissions by 30 % from 2022 levels"),
        ("nb", "Holde kostnadene på 2025-nivå"),
        ("nb", "Holde kostnadene på nivået fra 2025"),
        ("nn", "Halde kostnadene på 2025-nivå"),
        ("sv", "Hålla kostnaderna på 2025 års nivå"),
        ("sv", "Öka jämfört med Q1 2023"),
        ("da", "Holde omkostningerne på 2025-niveau"),
        ("en", "Call 555-12-2026"),
        ("sv", "Rapportera löpande"),
        ("nb", "Overføre avtalene fra Per til Jan Berg"),
        ("da", "Overdrage aftalerne fra Per til Jan"),
        ("nn", "1. Jan Berg ringer kundane"),
    ],
)
def test_no_time_is_seen(language: str, value: str) -> None:
    assert times_of(language, value) == []


def test_may_and_mars_are_months_where_the_place_says_so() -> None:
    assert times_of("en", "We may open in May")[0][0] == "in May"
    assert times_of("en", "Open the shop on May 5")[0][2:] == ("2026-05-05", "2026-05-05")
    assert times_of("nb", "Åpne i mars")[0][0] == "i mars"


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_are_slices_of_the_text(language: str) -> None:
    for tail in ("Q3 2026", "2026-09-30", "4 %", "10 000 kr", "FY26", "24/7"):
        value = f"Abc {tail}, {tail} — {tail}"
        reading = sentence(language, value, start=7)
        for span, said in spans(reading):
            assert value[span.start - 7 : span.end - 7] == said


@pytest.mark.parametrize(
    ("language", "value", "start", "end"),
    [
        ("en", "spring term 2026", "2026-01-01", "2026-06-30"),
        ("en", "academic year 2026/27", "2026-08-01", "2027-06-30"),
        ("en", "the school year 2026-27", "2026-08-01", "2027-06-30"),
        ("nb", "skoleåret 2026/27", "2026-08-01", "2027-06-30"),
        ("nb", "høstsemesteret 2026", "2026-08-01", "2026-12-31"),
        ("nn", "skuleåret 2025/26", "2025-08-01", "2026-06-30"),
        ("nn", "haustsemesteret 2026", "2026-08-01", "2026-12-31"),
        ("sv", "vårterminen 2026", "2026-01-01", "2026-06-30"),
        ("sv", "läsåret 2026–2027", "2026-08-01", "2027-06-30"),
        ("sv", "HT 2026", "2026-08-01", "2026-12-31"),
        ("da", "efterårssemestret 2026", "2026-08-01", "2026-12-31"),
        ("da", "skoleåret 2026/27", "2026-08-01", "2027-06-30"),
    ],
)
def test_terms_and_school_years_have_about_the_days_that_most_schools_have(
    language: str, value: str, start: str, end: str
) -> None:
    found = time_field(language, value)
    assert found is not None
    assert (found.role, str(found.start), str(found.end), found.derived) == ("period", start, end, True)


def test_the_next_school_year_is_not_the_running_one() -> None:
    assert times_of("nb", "Innføre leksehjelp neste skoleår", Anchor(date(2026, 3, 1)))[0][2:] == ("2026-08-01", "2027-06-30")
    assert times_of("nb", "Innføre leksehjelp neste skoleår", Anchor(date(2026, 7, 1)))[0][2:] == ("2026-08-01", "2027-06-30")


@pytest.mark.parametrize(
    ("language", "value", "iso"),
    [
        ("en", "first Monday of the month", "P1M"),
        ("en", "the last Friday of every quarter", "P3M"),
        ("en", "each half-term", "P6W"),
        ("nb", "første mandag i måneden", "P1M"),
        ("nb", "månedsmøte", "P1M"),
        ("nn", "første måndag i månaden", "P1M"),
        ("nn", "vekemøte", "P1W"),
        ("sv", "första måndagen i månaden", "P1M"),
        ("sv", "månadsmöte", "P1M"),
        ("da", "første mandag i måneden", "P1M"),
        ("da", "kvartalsmøde", "P3M"),
    ],
)
def test_a_rhythm_that_a_day_of_the_month_or_a_meeting_sets(language: str, value: str, iso: str) -> None:
    found = time_field(language, value)
    assert found is not None
    assert (found.role, found.iso) == ("recurrence", iso)


def test_by_the_first_monday_of_the_month_is_no_rhythm_of_that_day() -> None:
    assert all(text != "first Monday of the month" for text, *_ in times_of("en", "Report by first Monday of the month"))


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("nb", "Holde ventetida nede ut 2026", ("ut 2026", "deadline", "", "2026-12-31")),
        ("nb", "Levere fem kurs ut juni", ("ut juni", "deadline", "", "2026-06-30")),
        ("nn", "Halde prisane uendra ut året", ("ut året", "deadline", "", "2026-12-31")),
        ("sv", "Behålla eleverna året ut", ("året ut", "deadline", "", "2026-12-31")),
        ("da", "Beholde eleverne året ud", ("året ud", "deadline", "", "2026-12-31")),
        ("en", "Answer 90 % of calls in each month of 2026", ("2026", "period", "2026-01-01", "2026-12-31")),
        ("nb", "Besvare 90 % hver måned av 2026", ("2026", "period", "2026-01-01", "2026-12-31")),
        ("da", "Besvare 90 % i hvert kvartal af 2026", ("2026", "period", "2026-01-01", "2026-12-31")),
        ("sv", "Minst 80 % svarar ja i höstens mätning 2026", ("i höstens mätning 2026", "period", "2026-09-01", "2026-11-30")),
        ("sv", "Minst 80 % når målen vid vårterminens slut", ("vid vårterminens slut", "deadline", "", "2026-06-30")),
        ("nb", "Minst 80 % svarer ja i undersøkelsen 2026", ("2026", "period", "2026-01-01", "2026-12-31")),
    ],
)
def test_the_year_or_its_end_is_read(language: str, value: str, expected: tuple[str, ...]) -> None:
    assert expected in times_of(language, value)


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("nb", "Dele ut 2000 brosjyrer"),
        ("nb", "Legge ut 2026-budsjettet"),
        ("nn", "Dele ut 2000 brosjyrar"),
        ("sv", "Gå över till Windows 2026"),
        ("en", "Rate their first week 4 or 5"),
        ("da", "Ordrer afgivet før kl. 15 sendes samme dag"),
        ("en", "Help June's end users book 20 trips"),
        ("en", "Raise April's close rate from 20 % to 30 %"),
        ("da", "Holde junis afslutning for 200 gæster"),
    ],
)
def test_a_particle_a_name_or_a_score_is_no_time(language: str, value: str) -> None:
    assert times_of(language, value) == []


@pytest.mark.parametrize(
    ("language", "value", "iso"),
    [
        ("en", "At least half of the offers accepted within three weeks", "P3W"),
        ("en", "New joiners merge their first change within 3 working days", "P3D"),
        ("en", "Fill vacancies in 35 days or fewer on average", "P5W"),
        ("en", "Send every quote within one working day of the meeting", "P1D"),
        ("en", "Send every quote by the next working day", "P1D"),
        ("nb", "Sende tilbud innen to arbeidsdager", "P2D"),
        ("nb", "Sende alle tilbud innen neste arbeidsdag", "P1D"),
        ("nn", "Sende tilbod innan to arbeidsdagar", "P2D"),
        ("sv", "Minst 92 % av patienterna får medicinsk bedömning inom tre dagar", "P3D"),
        ("sv", "Skicka offert inom två arbetsdagar", "P2D"),
        ("da", "Sende tilbud inden for to arbejdsdage", "P2D"),
        ("da", "Mindst 90 % af patienterne får svar inden for tre dage", "P3D"),
    ],
)
def test_how_fast_it_is_done_each_time_is_no_deadline(language: str, value: str, iso: str) -> None:
    assert [(role, length) for _, role, _, length in times_of(language, value)] == [("duration", iso)]


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "Launch the site within two weeks"),
        ("en", "Publish the guide within 5 days"),
        ("en", "Migrate all servers within 5 days"),
        ("en", "Publish the report by tomorrow"),
        ("nb", "Sende rapporten innen to arbeidsdager"),
        ("nn", "Sende rapporten innan to arbeidsdagar"),
        ("sv", "Skicka rapporten inom två arbetsdagar"),
        ("da", "Sende rapporten inden for to arbejdsdage"),
    ],
)
def test_what_is_done_once_has_a_deadline(language: str, value: str) -> None:
    assert [role for _, role, *_ in times_of(language, value)] == ["deadline"]
