"""Further workbooks as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.readers.office import Sheet

DOCUMENTS: Mapping[str, tuple[Mapping[str, Sheet], Sequence[str]]] = {
    "en-pi": (
        {
            "PI objectives": Sheet(
                [
                    ["Team Falcon – PI objectives"],
                    [],
                    ["#", "Objective", "Business value (planned)", "Business value (actual)", "Committed?"],
                    [1, "Search answers in under 300 ms", 9, None, "yes"],
                    [2, "Old login is switched off", 7, None, "yes"],
                    [3, "Draft of the mobile app tested with 8 users", 5, None, "stretch"],
                ],
                bold=["A1"],
            )
        },
        [
            "Search answers in under 300 ms | - | -",
            "Old login is switched off | - | -",
            "Draft of the mobile app tested with 8 users | - | -",
        ],
    ),
    "nb-ledelse": (
        {
            "Innhold": Sheet([["Innholdsfortegnelse"], ["Mål", "side 2"], ["Budsjett", "side 3"]]),
            "Mål": Sheet(
                [
                    ["Virksomhetsstyring 2026"],
                    ["Perspektiv", "Styringsmål", "Målemetode", "Resultat 2025", "Målsetting 2026", "Ansvarlig"],
                    ["Kunde", "Kundene anbefaler oss", "NPS", 31, 40, "Markedssjef"],
                    ["Prosess", "Varer leveres når vi har lovet", "Leveringspresisjon", 0.91, 0.97, "Logistikksjef"],
                    ["Folk", "Folk blir hos oss", "Turnover", 0.14, 0.09, "HR"],
                ],
                bold=["A1"],
                formats={"D4": "0%", "E4": "0%", "D5": "0%", "E5": "0%"},
            ),
            "Budsjett": Sheet([["Post", "2025", "2026"], ["Lønn", 100, 110]]),
        },
        [
            "Kundene anbefaler oss | Markedssjef | 2026-12-31",
            "Varer leveres når vi har lovet | Logistikksjef | 2026-12-31",
            "Folk blir hos oss | HR | 2026-12-31",
        ],
    ),
    "nb-medarbeider": (
        {
            "Plan": Sheet(
                [
                    ["Medarbeidersamtale"],
                    ["Navn:", "Nina Solli"],
                    ["Leder:", "Arne Vik"],
                    [],
                    ["Mine mål det neste året"],
                    ["Mål", "Hva må til?", "Frist"],
                    ["Bli sertifisert prosjektleder", "Kurs og eksamen", date(2026, 11, 15)],
                    ["Lede to kundeprosjekter", "Avtales i vår", date(2026, 12, 31)],
                    [],
                    ["Kommentarer fra leder"],
                    ["Bra jobbet i fjor!"],
                ],
                bold=["A1", "A5", "A10"],
            )
        },
        ["Bli sertifisert prosjektleder | Nina Solli | 2026-11-15", "Lede to kundeprosjekter | Nina Solli | 2026-12-31"],
    ),
    "sv-manader": (
        {
            "Månadsmål": Sheet(
                [["Säljmål 2026"], ["Säljare", "Januari", "Februari", "Mars"], ["Anna", 40, 42, 45], ["Omar", 38, 38, 40]],
                bold=["A1"],
            )
        },
        [],
    ),
    "da-vej": (
        {
            "Mål og midler": Sheet(
                [
                    ["Forvaltning", "Mål for 2026", "Metode", "Opfølgning", "Kontaktperson"],
                    ["Vej og park", "80 % af stierne er sneryddet før kl. 7", "Ny ruteplan", "Stikprøver", "Kaj Riis"],
                    ["Vej og park", "Antallet af huller halveres", "Akutpulje", "Tælling i maj og oktober", "Kaj Riis"],
                    ["Kultur", "Alle haller er booket mindst 60 timer om ugen", "Fælles system", "Bookingtal", "Anja Brink"],
                ]
            )
        },
        [
            "80 % af stierne er sneryddet før kl. 7 | Kaj Riis | 2026-12-31",
            "Antallet af huller halveres | Kaj Riis | 2026-12-31",
            "Alle haller er booket mindst 60 timer om ugen | Anja Brink | 2026-12-31",
        ],
    ),
    "en-invoice": (
        {
            "Invoice": Sheet(
                [
                    ["Invoice 2041"],
                    ["Description", "Qty", "Unit price", "Total"],
                    ["Coaching on goals and OKRs, two days", 2, 900, 1800],
                    ["Travel", 1, 120, 120],
                    ["Total", None, None, 1920],
                ]
            )
        },
        [],
    ),
    "en-team": (
        {
            "OKRs": Sheet(
                [
                    ["FY26 H2 OKRs – Data platform"],
                    [],
                    ["Objective 1", "Analysts trust the numbers"],
                    ["KR 1.1", "All 40 core tables have an owner", "Mel", "100%"],
                    ["KR 1.2", "Data incidents per month fall from 9 to 3", "Mel", "30%"],
                    [],
                    ["Objective 2", "Reports are fast"],
                    ["KR 2.1", "95% of dashboards open in 4 s", "Kai", "10%"],
                ],
                bold=["A1", "A3", "B3", "A7", "B7"],
            )
        },
        [
            "Analysts trust the numbers | - | 2026-12-31",
            "All 40 core tables have an owner | Mel | 2026-12-31",
            "Data incidents per month fall from 9 to 3 | Mel | 2026-12-31",
            "Reports are fast | - | 2026-12-31",
            "95% of dashboards open in 4 s | Kai | 2026-12-31",
        ],
    ),
    "nb-rota": (
        {
            "Uke 7": Sheet(
                [
                    ["Navn", "Mandag", "Tirsdag", "Onsdag"],
                    ["Ida", "Åpner butikken", "Lager og varemottak", "Fri"],
                    ["Leo", "Fri", "Kasse og kundeservice", "Åpner butikken"],
                ]
            )
        },
        [],
    ),
    "sv-region": (
        {
            "Översikt": Sheet([["Regionplan 2026"], ["Fyll i gula fält."]]),
            "Vård": Sheet(
                [
                    ["Nämndens mål", "Målvärde", "Utfall T1", "Ansvarig"],
                    ["Patienter får tid hos läkare inom tre dagar", "95 %", "88 %", "Primärvårdschef"],
                    ["Färre vårdskador", "< 6 %", "7,1 %", "Chefläkare"],
                ]
            ),
            "Trafik": Sheet(
                [["Nämndens mål", "Målvärde", "Utfall T1", "Ansvarig"], ["Bussarna går i tid", "92 %", "90 %", "Trafikchef"]]
            ),
        },
        [
            "Patienter får tid hos läkare inom tre dagar | Primärvårdschef | -",
            "Färre vårdskador | Chefläkare | -",
            "Bussarna går i tid | Trafikchef | -",
        ],
    ),
    "en-bu": (
        {
            "2025": Sheet([["Goal", "Owner", "Result"], ["Open the Malmö shop", "Lena Quist", "Done"]]),
            "2026": Sheet(
                [
                    ["Goal", "Owner", "Result"],
                    ["Move all invoices to the new system", "Rob Teal", None],
                    ["Halve the time from order to delivery", "Lena Quist", None],
                ]
            ),
            "Readme": Sheet(
                [["How to use this file"], ["Write one goal on each row."], ["Owner: the person who answers for it."]]
            ),
        },
        [
            "Open the Malmö shop | Lena Quist | 2025-12-31",
            "Move all invoices to the new system | Rob Teal | 2026-12-31",
            "Halve the time from order to delivery | Lena Quist | 2026-12-31",
        ],
    ),
    "nb-hr": (
        {
            "Mål": Sheet(
                [["Måned", "Ansatte", "Sykefravær"], ["Januar", 212, 0.061], ["Februar", 210, 0.058]],
                formats={"C2": "0.0%", "C3": "0.0%"},
            )
        },
        [],
    ),
    "nb-kollektiv": (
        {
            "Plan": Sheet(
                [
                    ["Kollektivplan"],
                    ["Hovedmål", "Flere tar bussen til jobb"],
                    [],
                    ["Nr", "Delmål", "Indikator", "Nå", "2028", "Ansvarlig"],
                    ["1", "Bussen er like rask som bilen på tre strekninger", "Reisetid", "1,4", "1,0", "Trafikkselskapet"],
                    ["2", "Avganger hvert kvarter i rush", "Minutter", "20", "15", "Trafikkselskapet"],
                ],
                bold=["A1"],
            )
        },
        [
            "Flere tar bussen til jobb | - | -",
            "Bussen er like rask som bilen på tre strekninger | Trafikkselskapet | -",
            "Avganger hvert kvarter i rush | Trafikkselskapet | -",
        ],
    ),
    "nb-ledergruppe": (
        {
            "Ledergruppa": Sheet(
                [
                    ["Topp fem mål – 2. kvartal 2026"],
                    [],
                    [None, "Mål", "Eier", "Trafikklys"],
                    [1, "Ny kontrakt med Havbruk Nord er signert", "Siri Vold", "Grønn"],
                    [2, "Restanser i faktureringen er under 2 mill.", "Jo Eide", "Gul"],
                    [3, "Alle avdelinger har holdt vernerunde", "Avdelingslederne", "Rød"],
                ],
                bold=["A1"],
            )
        },
        [
            "Ny kontrakt med Havbruk Nord er signert | Siri Vold | 2026-06-30",
            "Restanser i faktureringen er under 2 mill | Jo Eide | 2026-06-30",
            "Alle avdelinger har holdt vernerunde | Avdelingslederne | 2026-06-30",
        ],
    ),
}
