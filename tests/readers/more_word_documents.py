"""More Word documents as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.readers.office import Piece

DOCUMENTS: Mapping[str, tuple[Sequence[Piece], Sequence[str]]] = {
    "nb-effekt": (
        [
            "# Prosjektdirektiv",
            "## Effektmål",
            "**E1** Færre klager på støy fra havna",
            "**E2** Skipene ligger kortere ved kai",
            "## Resultatmål",
            "**R1** Landstrøm på alle fem kaier innen 31.12.2027",
            "## Suksesskriterier",
            "- Rederiene er med fra start",
            "## Interessenter",
            [["Hvem", "Rolle"], ["Rederiene", "Bruker"]],
        ],
        [
            "Færre klager på støy fra havna | - | -",
            "Skipene ligger kortere ved kai | - | -",
            "Landstrøm på alle fem kaier innen 31.12.2027 | - | 2027-12-31",
            "Rederiene er med fra start | - | -",
        ],
    ),
    "nb-handlingsplan": (
        [
            "! Handlingsplan 2026",
            "# Bakgrunn",
            "Bygda har mistet to butikker på fem år. Vi vil snu dette.",
            "# Mål",
            "- Åpne en ny nærbutikk innen 1. oktober 2026",
            "-- Ansvarlig: Berit Hauge",
            "- Skaffe 150 andelseiere",
            "-- Ansvarlig: Odd Ness",
            "-- Frist: 1. mai 2026",
            "# Gjennomføring",
            "- Møte med banken",
            "- Søke om støtte",
        ],
        [
            "Åpne en ny nærbutikk innen 1. oktober 2026 | Berit Hauge | 2026-10-01",
            "Skaffe 150 andelseiere | Odd Ness | 2026-05-01",
        ],
    ),
    "nb-jobb": (
        [
            "# Stillingsannonse",
            "Vi søker en daglig leder.",
            "## Arbeidsoppgaver",
            "- Lede butikken",
            "- Nå budsjettmålene",
            "## Vi tilbyr",
            "- God lønn",
        ],
        [],
    ),
    "nb-kontrakt": (
        [
            "# Leieavtale",
            "## 1 Formål",
            "Avtalen gjelder leie av lokale.",
            "## 2 Leietid",
            "1. Avtalen løper fra 1. mars 2026",
            "1. Oppsigelsestiden er tre måneder",
            "## 3 Pris",
            [["Post", "Beløp"], ["Leie", "12 000"]],
        ],
        [],
    ),
    "nb-motereferat": (
        [
            "# Møtereferat 14. januar",
            "Til stede: Anne, Per, Liv",
            "## Saker",
            "1. Budsjettet ble gjennomgått",
            "1. Ny kaffemaskin kjøpes",
            "## Mål",
            "Vi snakket om målene og tar dem opp igjen i mars.",
            [["Sak", "Ansvarlig", "Frist"], ["Innhente tilbud", "Per", "1. februar"]],
        ],
        [],
    ),
    "nb-sentence": (
        [
            "# Sesongen 2026",
            "## Lagets mål",
            "Laget skal rykke opp til 3. divisjon.",
            "## Mitt personlige mål",
            "Spille minst 20 kamper fra start.",
        ],
        ["Laget skal rykke opp til 3. divisjon | - | 2026-12-31", "Spille minst 20 kamper fra start | - | 2026-12-31"],
    ),
    "nb-skjema": (
        [
            "# Mål for 2026",
            [
                ["Mål", "Redusere antall fravær med 20 %"],
                ["Ansvarlig", "Turid Vold"],
                ["Frist", "1. november 2026"],
                ["Tiltak", "Oppfølgingssamtaler"],
            ],
            "",
            [["Mål", "Ha to lærlinger i produksjonen"], ["Ansvarlig", "Ola By"], ["Frist", "15. august 2026"]],
        ],
        ["Redusere antall fravær med 20 % | Turid Vold | 2026-11-01", "Ha to lærlinger i produksjonen | Ola By | 2026-08-15"],
    ),
    "nn-prosjekt": (
        [
            "# Prosjektplan: ny gangveg",
            "## Effektmål",
            "- Færre bilar køyrer born til skulen",
            "- Ulykker på strekninga er halverte innan 2030",
            "## Resultatmål",
            "1. 1,8 km gangveg er opna innan 15. august 2027",
            "1. Kostnaden er under 24 millionar kroner",
            "## Rammer",
            "- Ingen bygging i hekketida",
        ],
        [
            "Færre bilar køyrer born til skulen | - | -",
            "Ulykker på strekninga er halverte innan 2030 | - | 2030-12-31",
            "1,8 km gangveg er opna innan 15. august 2027 | - | 2027-08-15",
            "Kostnaden er under 24 millionar kroner | - | -",
        ],
    ),
    "nn-tabell": (
        [
            "# Mål og ansvar",
            "Tabellen viser kva vi har vedteke.",
            [
                ["Nr.", "Mål", "Ansvarleg", "Frist", "Status"],
                ["1", "Alle gardane har fiber", "Oddvar Ness", "1. desember 2026", "I arbeid"],
                ["2", "Grendahuset har universell utforming", "Styret", "2027", ""],
            ],
        ],
        ["Alle gardane har fiber | Oddvar Ness | 2026-12-01", "Grendahuset har universell utforming | Styret | 2027-12-31"],
    ),
    "sv-okr-sv": (
        [
            "# OKR Q3 2026",
            "## O1: Appen känns snabb",
            "- Startsidan laddar på under 1 sekund",
            "- Andelen krascher är under 0,2 %",
            "## O2: Nya kunder hittar rätt själva",
            "- 60 % klarar registreringen utan hjälp",
            "- Supportärenden om inloggning minskar från 90 till 40 per vecka",
        ],
        [
            "Appen känns snabb | - | 2026-09-30",
            "Startsidan laddar på under 1 sekund | - | 2026-09-30",
            "Andelen krascher är under 0,2 % | - | 2026-09-30",
            "Nya kunder hittar rätt själva | - | 2026-09-30",
            "60 % klarar registreringen utan hjälp | - | 2026-09-30",
            "Supportärenden om inloggning minskar från 90 till 40 per vecka | - | 2026-09-30",
        ],
    ),
    "sv-soft": (
        [
            "# Mål 2026",
            "**Mål 1:** Fler provar segling\nAnsvarig: Åsa Lind\nKlart: 31 augusti 2026",
            "**Mål 2:** Alla båtar är besiktade\nAnsvarig: Ulf Ek\nKlart: 1 maj 2026",
        ],
        ["Fler provar segling | Åsa Lind | 2026-08-31", "Alla båtar är besiktade | Ulf Ek | 2026-05-01"],
    ),
    "sv-verksamhet": (
        [
            "! Verksamhetsplan 2026 för Hembygdsföreningen",
            "# 1 Bakgrund",
            "Vi har 212 medlemmar.",
            "# 2 Mål för året",
            "Under 2026 ska vi:",
            "- öka antalet medlemmar till 250",
            "- hålla tio öppna söndagar (Per Holm)",
            "- digitalisera 500 fotografier senast 1 oktober",
            "# 3 Organisation",
            "- Ordförande: Eva Strand",
            "- Kassör: Bo Alm",
        ],
        [
            "öka antalet medlemmar till 250 | - | 2026-12-31",
            "hålla tio öppna söndagar | Per Holm | 2026-12-31",
            "digitalisera 500 fotografier senast 1 oktober | - | 2026-10-01",
        ],
    ),
    "sv-verksamhetsplan": (
        [
            "# Verksamhetsplan 2026",
            "## Inledning",
            "Föreningen fyller 50 år.",
            "## Mål",
            [
                ["Mål", "Ansvarig", "Klart"],
                ["Fördubbla antalet ungdomsmedlemmar till 80", "Camilla Rask", "2026-12-31"],
                ["Ny hemsida är i drift", "Sten Holm", "1 maj 2026"],
            ],
            "## Budget",
            [["Post", "Belopp"], ["Hyra", "12 000"], ["Resor", "8 000"]],
        ],
        [
            "Fördubbla antalet ungdomsmedlemmar till 80 | Camilla Rask | 2026-12-31",
            "Ny hemsida är i drift | Sten Holm | 2026-05-01",
        ],
    ),
    "en-strategy": (
        [
            "# Strategy 2026–2028",
            "Our town is growing.",
            "## Strategic goals",
            "By the end of 2028 we will have:",
            "- cut car trips to school by a third",
            "- planted 4,000 trees",
            "- opened two new libraries",
            "## How we work",
            "- We meet every month",
            "- We report in spring",
        ],
        [
            "cut car trips to school by a third | - | 2028-12-31",
            "planted 4,000 trees | - | 2028-12-31",
            "opened two new libraries | - | 2028-12-31",
        ],
    ),
    "nb-klubb": (
        [
            "! Årsplan 2026 – Fjellvik IL",
            "# Sportslig",
            "**Mål:** A-laget skal ende blant de fem beste.",
            "Ansvarlig: sportslig leder",
            "**Mål:** Minst 30 barn i hver årsklasse.",
            "Ansvarlig: Unni Hol",
            "# Økonomi",
            "**Mål:** Gå i balanse innen 31. desember 2026.",
            "Ansvarlig: kasserer",
        ],
        [
            "A-laget skal ende blant de fem beste | sportslig leder | 2026-12-31",
            "Minst 30 barn i hver årsklasse | Unni Hol | 2026-12-31",
            "Gå i balanse innen 31. desember 2026 | kasserer | 2026-12-31",
        ],
    ),
    "nb-personlig": (
        [
            "# Mine mål for 2026",
            "**Helse**",
            "- Løpe Birken på under 3 timer",
            "- Legge meg før 23 på hverdager",
            "**Jobb**",
            "- Bestå autorisasjonsprøven innen 1. juni",
            "**Familie**",
            "- Ta med barna på tur hver søndag",
        ],
        [
            "Løpe Birken på under 3 timer | - | 2026-12-31",
            "Legge meg før 23 på hverdager | - | 2026-12-31",
            "Bestå autorisasjonsprøven innen 1. juni | - | 2026-06-01",
            "Ta med barna på tur hver søndag | - | 2026-12-31",
        ],
    ),
}
