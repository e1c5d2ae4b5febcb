"""Who is to do it, as a sentence says it."""

import pytest

from tests.language.reading import sentence

OWNED = [
    ("en", "Dana (QA): the nightly suite finishes in under 12 minutes", ["Dana"]),
    ("nb", "Kari (drift): responstid under 200 ms", ["Kari"]),
    ("da", "Salg (Norden): 40 aftaler", ["Salg"]),
    ("en", "The finance team closes the books within five days", ["finance team"]),
    ("en", "Research & Development Team ships version 2", ["Research & Development Team"]),
    ("en", "Sarah will call 20 customers a week", ["Sarah"]),
    ("en", "John Smith delivers the report by Friday", ["John Smith"]),
    ("en", "Each department submits a plan by May", ["department"]),
    ("en", "Head of Sales to sign the contract by May", ["Head of Sales"]),
    ("en", "Our sales manager visits ten stores a month", ["sales manager"]),
    ("en", "Anna’s team ships v2 by May", ["Anna"]),
    ("en", "Have the sales team call ten customers", ["sales team"]),
    ("en", "Peter: call 10 customers", ["Peter"]),
    ("en", "Owner: Kari Nordmann, due 31 March 2026", ["Kari Nordmann"]),
    ("en", "Build a new gym (owner: Anna Berg)", ["Anna Berg"]),
    ("en", "Sarah and Imran paint the fence", ["Sarah", "Imran"]),
    ("en", "Tom, Ellie and the finance team finish the ledger", ["Tom", "Ellie", "finance team"]),
    ("en", "The Head of People publishes a leave policy", ["Head of People"]),
    ("en", "Director of Sales and Service opens the new branch", ["Director of Sales and Service"]),
    ("en", "Finance and IT jointly select a supplier", ["Finance", "IT"]),
    ("en", "Regional managers visit every depot", ["Regional managers"]),
    ("en", "Board members call ten donors each", ["Board members"]),
    ("en", "Kitchen: waste under 2 kg a day", ["Kitchen"]),
    ("en", "NRSA publishes the tide tables", ["NRSA"]),
    ("en", "The platform team owns the alarm list", ["platform team"]),
    ("en", "Grow the list (kari@example.com, @ola)", ["kari@example.com", "@ola"]),
    ("nb", "Per og Kari arrangerer to kurs i høst", ["Per", "Kari"]),
    ("nb", "Kari og Babak arrangerer to kurs i høst", ["Kari", "Babak"]),
    ("nb", "Trener Hansen fører oppmøteliste hver uke", ["Trener Hansen"]),
    ("nb", "Teknik- og miljøavdelingen skal levere planen", ["Teknik- og miljøavdelingen"]),
    ("nb", "Økonomi lukker regnskapet innen fem dager", ["Økonomi"]),
    ("nb", "Avdelingsleder har ansvar for at alle får opplæring", ["Avdelingsleder"]),
    ("nb", "Bytte tak (ansv. Heidi)", ["Heidi"]),
    ("nb", "Bytte tak (Knut har ansvaret)", ["Knut"]),
    ("nb", "Oppdatere nettsiden (Ola)", ["Ola"]),
    ("nn", "Leiinga legg fram budsjettet i oktober", ["Leiinga"]),
    ("nn", "Turid tek over leiinga", ["Turid"]),
    ("sv", "Projektledaren presenterar planen i maj", ["Projektledaren"]),
    ("sv", "Maj-Britt lämnar över nycklarna i juni", ["Maj-Britt"]),
    ("sv", "Varje nämnd ska redovisa sitt arbete", ["nämnd"]),
    ("sv", "Butiken ska bli snabbare i kassan", ["Butiken"]),
    ("sv", "Ta fram en policy (HR)", ["HR"]),
    ("da", "Køkkenet skal sænke madspildet med en tredjedel", ["Køkkenet"]),
    ("da", "Direktøren godkender budgettet", ["Direktøren"]),
    ("da", "Mette ringer til 20 kunder om ugen", ["Mette"]),
    ("en", "Depot manager to count the pallets every Friday", ["Depot manager"]),
    ("en", "Trainers will phone every family before the season", ["Trainers"]),
    ("nb", "Selgerne besøker 12 butikker i uka", ["Selgerne"]),
    ("nn", "Trenarane ringer alle nye medlemer før sommaren", ["Trenarane"]),
    ("sv", "Kockarna provar tre nya rätter i månaden", ["Kockarna"]),
    ("sv", "Kajsa ansvarar för att bryggan är lagad i maj", ["Kajsa"]),
    ("da", "Instruktørerne fører mødeliste hver uge", ["Instruktørerne"]),
]
NOBODY = [
    ("en", "Uptime (SLA): 99.9 %"),
    ("en", "Our customers will be happier"),
    ("en", "Sales should grow by 10 %"),
    ("en", "Marketing costs fall by 10 %"),
    ("en", "Train every manager to give feedback"),
    ("nb", "Kundene får svar samme dag"),
    ("en", "Grace period is cut to 10 days"),
    ("en", "Ben and I finish the garden"),
    ("en", "Grow the team to 12 people"),
    ("en", "Get the team excited about the move"),
    ("en", "Staff trained in manual handling"),
    ("en", "Let staff choose their own shifts"),
    ("en", "Members get a discount in the café"),
    ("en", "NRSA costs fall by 10 %"),
    ("en", "Tom, finish the ledger"),
    ("en", "Follow @ 10 000 accounts"),
    ("nb", "Salg øker 10 %"),
    ("nb", "Per medarbeider skal sykefraværet være under 5 %"),
    ("nb", "Verkstedet blir sertifisert etter ISO 9001"),
    ("nb", "Kundeservice skal være tilgjengelig hele døgnet"),
    ("nb", "Elevene skal lese 20 minutter hver dag"),
    ("nb", "Alle selgere har tatt kurset"),
    ("nn", "Ventetida hjå legevakta skal ned"),
    ("nn", "Snittalderen i styret skal ned frå 61 til 50 år"),
    ("sv", "Klimatavtrycket per såld enhet ska ner"),
    ("sv", "Kunderna ska få svar inom två dagar"),
    ("da", "Vagtcentralen kan kontaktes 24/7"),
    ("da", "Køkkenet skal renoveres inden maj"),
    ("da", "Salg stiger med 10 %"),
]


@pytest.mark.parametrize(("language", "text", "expected"), OWNED)
def test_a_sentence_that_names_its_owner(language: str, text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentence(language, text).owners] == expected


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_a_sentence_that_names_nobody(language: str, text: str) -> None:
    assert sentence(language, text).owners == ()
