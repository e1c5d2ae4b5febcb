"""What a goal's statement is, whether it can be measured and what it leaves open, as somebody who writes goals sees it."""

from __future__ import annotations

import pytest

from tests.language.reading import sentence

OUTCOMES = [
    ("en", "Grow monthly revenue by 20 %"),
    ("en", "Higher customer satisfaction"),
    ("en", "Recruit three volunteers before Easter"),
    ("en", "Win two framework contracts"),
    ("en", "Answer every e-mail within 24 hours"),
    ("en", "All employees know the evacuation route"),
    ("en", "Guests can book a table online"),
    ("en", "Zero late deliveries in March"),
    ("en", "Make the website faster"),
    ("en", "Keep costs below £40,000"),
    ("en", "Our customers are satisfied with our service"),
    ("en", "Reduced sick leave"),
    ("en", "Get certified under ISO 14001"),
    ("en", "Run a marathon in under four hours"),
    ("en", "Become fluent in Spanish"),
    ("en", "Be the first choice of local builders"),
    ("en", "Own the roadmap for payments"),
    ("en", "Neighbours feel heard"),
    ("en", "Porters spend fewer hours on paperwork"),
    ("en", "Passengers recommend our night train"),
    ("en", "Every branch manager reconciles the till"),
    ("en", "Coaches take 40 minutes from the airport"),
    ("en", "Bring the depots closer together"),
    ("en", "Make the museum accessible"),
    ("en", "Ferries stay in port during storms"),
    ("en", "The pool stays open all summer"),
    ("en", "E-mails replace printed letters"),
    ("en", "The pumps are tested every quarter"),
    ("en", "Loan repaid before the summer"),
    ("nb", "Øke salget med 20 %"),
    ("nb", "Fornøyde kunder som kommer oftere tilbake"),
    ("nb", "Alle elever skal kunne svømme 200 meter"),
    ("nb", "Skaffe 30 nye medlemmer"),
    ("nb", "Få flere til å sykle til jobben"),
    ("nb", "Økt trivsel på arbeidsplassen"),
    ("nb", "Ingen ulykker på anlegget i år"),
    ("nb", "Være sertifisert for varme arbeider"),
    ("nb", "Sykefraværet skal ned til 5 %"),
    ("nb", "Vi skal være den beste arbeidsplassen i byen"),
    ("nn", "Auke salet med 20 %"),
    ("nn", "Innbyggjarane skal vere nøgde med tenestene"),
    ("nn", "Me skal få fleire unge til å bu i bygda"),
    ("nn", "Auka trivsel i klassen"),
    ("nn", "Vere sertifisert for varme arbeid"),
    ("sv", "Öka försäljningen med 20 %"),
    ("sv", "Kunderna är nöjda med leveranserna"),
    ("sv", "Få fler att åka kollektivt"),
    ("sv", "Minskat matsvinn i skolköken"),
    ("sv", "Vara certifierade för heta arbeten"),
    ("sv", "Sjukfrånvaron ska ner till 5 %"),
    ("da", "Øge salget med 20 %"),
    ("da", "Borgerne er tilfredse med sagsbehandlingen"),
    ("da", "Få flere til at cykle på arbejde"),
    ("da", "Mindre madspild i kantinen"),
    ("da", "Være certificeret til varmt arbejde"),
    ("da", "Vi skal sælge 200 billetter"),
]
ACTIVITIES = [
    ("en", "Work closely with the local schools"),
    ("en", "Continue the dialogue with the residents"),
    ("en", "Hold a team meeting every Monday"),
    ("en", "Attend trade fairs"),
    ("en", "Consider moving the warehouse"),
    ("en", "Go for a run three times a week"),
    ("en", "Weekly meetings with the supplier"),
    ("en", "Take supplements"),
    ("en", "Visit every lodge once a year"),
    ("en", "Have the sales team talk with walk-in customers"),
    ("en", "Invest in younger players"),
    ("en", "Exploring grants for the roof"),
    ("en", ":calendar_spiral: Review the petty cash"),
    ("en", "Practise chess openings"),
    ("nb", "Jobbe videre med strategien"),
    ("nb", "Holde avdelingsmøte hver mandag"),
    ("nb", "Vurdere om vi skal flytte lageret"),
    ("nb", "Delta på messer og konferanser"),
    ("nb", "Løpende dialog med leverandørene"),
    ("nn", "Arbeide vidare med planen"),
    ("nn", "Halde møte med foreldra kvar månad"),
    ("nn", "Me følgjer opp sakene"),
    ("sv", "Arbeta vidare med strategin"),
    ("sv", "Hålla avdelningsmöte varje måndag"),
    ("sv", "Överväga att flytta lagret"),
    ("sv", "Delta på mässor"),
    ("da", "Arbejde videre med strategien"),
    ("da", "Holde afdelingsmøde hver mandag"),
    ("da", "Overveje at flytte lageret"),
    ("da", "Deltage på messer"),
]
DELIVERABLES = [
    ("en", "Publish the annual report"),
    ("en", "Write a handbook for new volunteers"),
    ("en", "We will launch the new website in May"),
    ("en", "The new canteen is opened"),
    ("en", "The new canteen opens in May"),
    ("en", "The board publishes its minutes"),
    ("en", "A booking system for the sports halls"),
    ("en", "Visit four schools"),
    ("en", "Hold a workshop for the board"),
    ("en", "Run two user tests"),
    ("en", "Enrol in an evening class"),
    ("en", "Re-tile the swimming pool"),
    ("en", "Digitise the parish archive"),
    ("en", "Payroll to send the pension letters"),
    ("en", "Develop the ticket app"),
    ("en", "Rota agreed with the night shift"),
    ("en", "Ageing pipes replaced"),
    ("en", "Anna and Imran paint the fence"),
    ("en", "Hopefully open a farm shop"),
    ("en", "Patch the file servers"),
    ("en", "Sponsor a rowing club"),
    ("en", "Trigger the smoke alarm"),
    ("nb", "Publisere årsrapporten"),
    ("nb", "Vi skal lansere nettsiden i mai"),
    ("nb", "Den nye kantinen er åpnet"),
    ("nb", "Et bookingsystem for idrettshallene"),
    ("nb", "Holde et kurs for styret"),
    ("nb", "Ny vedlikeholdsplan er vedtatt"),
    ("nn", "Gje ut årsmeldinga"),
    ("nn", "Me skal lansere nettsida i mai"),
    ("nn", "Den nye kantina er opna"),
    ("nn", "Halde eit kurs for styret"),
    ("sv", "Publicera årsredovisningen"),
    ("sv", "Vi ska lansera webbplatsen i maj"),
    ("sv", "Den nya matsalen är invigd"),
    ("sv", "Hålla en kurs för styrelsen"),
    ("da", "Udgive årsrapporten"),
    ("da", "Vi vil lancere hjemmesiden i maj"),
    ("da", "Den nye kantine er åbnet"),
    ("da", "Holde et kursus for bestyrelsen"),
]
TOPICS = [
    ("en", "Customer service"),
    ("en", "Health and safety"),
    ("en", "A strong and inclusive culture"),
    ("en", "Onboarding"),
    ("en", "Precise instruments"),
    ("nb", "Kundeservice"),
    ("nb", "Kompetanse og ledelse"),
    ("nb", "Et godt arbeidsmiljø"),
    ("nn", "Kundeservice"),
    ("nn", "Kultur og idrett"),
    ("nn", "God folkehelse"),
    ("sv", "Kundservice"),
    ("sv", "Kompetens och ledarskap"),
    ("sv", "En god arbetsmiljö"),
    ("da", "Kundeservice"),
    ("da", "Kompetencer og ledelse"),
    ("da", "Et godt arbejdsmiljø"),
]


@pytest.mark.parametrize(("language", "goal"), OUTCOMES)
def test_a_change_or_state_is_an_outcome(language: str, goal: str) -> None:
    assert sentence(language, goal).form == "outcome"


@pytest.mark.parametrize(("language", "goal"), ACTIVITIES)
def test_work_without_an_end_is_an_activity(language: str, goal: str) -> None:
    assert sentence(language, goal).form == "activity"


@pytest.mark.parametrize(("language", "goal"), DELIVERABLES)
def test_a_thing_made_or_done_once_is_a_deliverable(language: str, goal: str) -> None:
    assert sentence(language, goal).form == "deliverable"


@pytest.mark.parametrize(("language", "goal"), TOPICS)
def test_a_bare_noun_phrase_is_a_topic(language: str, goal: str) -> None:
    assert sentence(language, goal).form == "topic"


@pytest.mark.parametrize(
    ("language", "goal", "expected"),
    [
        ("en", "Reduce complaints by a quarter", "quantified"),
        ("en", "Publish the price list", "verifiable"),
        ("en", "Improve communication", "no"),
        ("en", "Work with the schools", "no"),
        ("en", "Finish among the top 3", "quantified"),
        ("en", "Sign X new customers", "no"),
        ("en", "Publish the price list, so that residents find it more easily", "verifiable"),
        ("en", "Publish a price list, covering relevant fees and important dates", "verifiable"),
        ("en", "Eradicate knotweed on the embankment", "verifiable"),
        ("en", "Build trust among the tenants", "no"),
        ("en", "Lead by example", "no"),
        ("nb", "Redusere klagene med en firedel", "quantified"),
        ("nb", "Publisere prislisten", "verifiable"),
        ("nb", "Bedre kommunikasjon", "no"),
        ("nb", "Null feil i lønnskjøringen", "quantified"),
        ("nn", "Publisere prislista", "verifiable"),
        ("nn", "Betre kommunikasjon", "no"),
        ("sv", "Publicera prislistan", "verifiable"),
        ("sv", "Bättre kommunikation", "no"),
        ("sv", "Växeln ska vara bemannad dygnet runt, 24/7", "verifiable"),
        ("da", "Offentliggøre prislisten", "verifiable"),
        ("da", "Bedre kommunikation", "no"),
        ("da", "Afholde medarbejdersamtaler hvert år", "verifiable"),
    ],
)
def test_what_two_outsiders_could_agree_on(language: str, goal: str, expected: str) -> None:
    assert sentence(language, goal).measurable == expected


@pytest.mark.parametrize(
    ("language", "goal", "expected"),
    [
        ("en", "Improve the reception", ["Improve"]),
        ("en", "Improve the response rate to 40 %", []),
        ("en", "Reduce waste by TBD %", []),
        ("en", "Develop a booking system", []),
        ("en", "Help at the Better Homes exhibition", []),
        ("en", "Assist the branches as needed", ["as needed"]),
        ("en", "Buy three printers, scanners etc.", ["etc."]),
        ("en", "Print 300 posters for various clubs", ["various"]),
        ("en", "Visit as many as 40 farms", []),
        ("en", "Tidy the attic over time", ["over time"]),
        ("en", "Understand our tenants", ["Understand"]),
        ("en", "Neighbours feel heard", ["feel"]),
        ("en", "Neighbours feel proud", ["proud"]),
        ("en", "Learn Polish", ["Learn"]),
        ("en", "Ensure that every lodge has a fire blanket", []),
        ("en", "Ensure all lodges have a fire blanket", []),
        ("en", "Ensure compliance at the lodges", ["Ensure"]),
        ("en", "Secure the funding for the annexe", []),
        ("en", "Measure the air quality in the tunnel", []),
        ("en", "Exhibit at the trade fair", []),
        ("en", "Eradicate knotweed on the embankment", []),
        ("en", "Integrate the acquired bakeries", []),
        ("en", "Support requests are answered by a person", []),
        ("en", "As soon as the permit is granted, open the terrace", []),
        ("nb", "Styrke samarbeidet", ["Styrke"]),
        ("nb", "Øke omsetningen til $N", []),
        ("nb", "Hjelpe filialene ved behov", ["ved behov"]),
        ("nb", "Sikre at hver hytte har et brannteppe", []),
        ("nn", "Styrkje samarbeidet", ["Styrkje"]),
        ("nn", "Sikre at kvar hytte har eit brannteppe", []),
        ("sv", "Stärka samarbetet", ["Stärka"]),
        ("sv", "Utveckla en mobilapp", []),
        ("sv", "Säkerställa att varje stuga har en brandfilt", []),
        ("da", "Styrke samarbejdet", ["Styrke"]),
        ("da", "Sikre, at hver hytte har et brandtæppe", []),
        ("da", "Udarbejde en liste, så vi bedre kan planlægge", []),
    ],
)
def test_what_a_goal_leaves_open(language: str, goal: str, expected: list[str]) -> None:
    assert [hit.text for hit in sentence(language, goal).vague] == expected


@pytest.mark.parametrize(
    ("language", "goal", "expected"),
    [
        ("en", "Try to answer within a day", True),
        ("en", "Move the archive if possible", True),
        ("en", "Support the branches as needed", False),
        ("en", "Move the archive", False),
        ("nb", "Vi ønsker å flytte arkivet", True),
        ("nb", "Vi bør vurdere å flytte arkivet", True),
        ("nb", "Flytte arkivet ved behov", False),
        ("nb", "Legen svarer på prøver innen to dager", False),
        ("da", "Lægen svarer på prøver inden for to dage", False),
        ("nn", "Prøve å flytte arkivet", True),
        ("sv", "Om möjligt flytta arkivet", True),
        ("sv", "Flytta arkivet", False),
        ("da", "Forsøge at flytte arkivet", True),
        ("da", "Flytte arkivet efter behov", False),
    ],
)
def test_a_try_a_thought_and_a_way_out_are_hedges(language: str, goal: str, expected: bool) -> None:
    assert sentence(language, goal).hedge is expected
