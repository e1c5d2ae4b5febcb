"""More workbooks as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.readers.office import Sheet

DOCUMENTS: Mapping[str, tuple[Mapping[str, Sheet], Sequence[str]]] = {
    "nb-deltakere": (
        {
            "Mål og deltakere": Sheet(
                [["Navn", "Rolle", "E-post"], ["Kari Lie", "Leder", "k@x.no"], ["Per Dahl", "Trener", "p@x.no"]]
            )
        },
        [],
    ),
    "nb-fotball": (
        {
            "Toppscorere": Sheet([["Spiller", "Mål", "Kamper"], ["Hansen", 14, 20], ["Lie", 9, 18]]),
            "Sesongmål": Sheet(
                [
                    ["Sesongmål 2026"],
                    ["Mål", "Ansvarlig"],
                    ["Topp 5 i avdelingen", "Trener"],
                    ["Tre juniorer får debutere", "Trener"],
                ],
                bold=["A1"],
            ),
        },
        ["Topp 5 i avdelingen | Trener | 2026-12-31", "Tre juniorer får debutere | Trener | 2026-12-31"],
    ),
    "nb-kommune": (
        {
            "Handlingsdel": Sheet(
                [
                    ["Hovedmål 1: Flere eldre bor trygt hjemme"],
                    ["Delmål", "Tiltak", "Ansvar", "Frist"],
                    ["Alle over 80 har fått tilbud om hjemmebesøk", "Brev og telefon", "Hjemmetjenesten", date(2026, 9, 1)],
                    ["Ventetid på trygghetsalarm er under 7 dager", "Egen tekniker", "IT-avdelingen", date(2026, 6, 1)],
                    ["Hovedmål 2: Færre unge står utenfor"],
                    ["Delmål", "Tiltak", "Ansvar", "Frist"],
                    ["90 % av elevene fullfører videregående på fem år", "Los-ordning", "Skolesjefen", "2028"],
                ],
                merged=["A1:D1", "A5:D5"],
                bold=["A1", "A5"],
            )
        },
        [
            "Flere eldre bor trygt hjemme | - | -",
            "Alle over 80 har fått tilbud om hjemmebesøk | Hjemmetjenesten | 2026-09-01",
            "Ventetid på trygghetsalarm er under 7 dager | IT-avdelingen | 2026-06-01",
            "Færre unge står utenfor | - | -",
            "90 % av elevene fullfører videregående på fem år | Skolesjefen | 2028-12-31",
        ],
    ),
    "nb-nummererte": (
        {
            "Ark1": Sheet(
                [
                    ["Våre mål for 2026"],
                    [1, "Alle kunder får svar innen 24 timer"],
                    [2, "Fire av fem kunder handler igjen"],
                    [3, "Null returer på grunn av feil plukk"],
                ],
                bold=["A1"],
            )
        },
        [
            "Alle kunder får svar innen 24 timer | - | 2026-12-31",
            "Fire av fem kunder handler igjen | - | 2026-12-31",
            "Null returer på grunn av feil plukk | - | 2026-12-31",
        ],
    ),
    "nb-personer": (
        {
            "Kari": Sheet([["Mål våren 2026"], ["Ta fagbrev"], ["Lære to kolleger å bruke fresen"]], bold=["A1"]),
            "Per": Sheet([["Mål våren 2026"], ["Gå gjennom alle HMS-rutiner"]], bold=["A1"]),
        },
        [
            "Ta fagbrev | Kari | 2026-06-30",
            "Lære to kolleger å bruke fresen | Kari | 2026-06-30",
            "Gå gjennom alle HMS-rutiner | Per | 2026-06-30",
        ],
    ),
    "nb-personlig": (
        {
            "2026": Sheet(
                [["Mine mål for 2026"], ["Løpe halvmaraton under 2 timer"], ["Lese 20 bøker"], ["Lære å sy"]], bold=["A1"]
            )
        },
        ["Løpe halvmaraton under 2 timer | - | 2026-12-31", "Lese 20 bøker | - | 2026-12-31", "Lære å sy | - | 2026-12-31"],
    ),
    "nb-timeliste": (
        {
            "Mars": Sheet(
                [
                    ["Dato", "Navn", "Oppgave", "Timer"],
                    [date(2026, 3, 2), "Kari", "Rydde lager og telle varer", 6],
                    [date(2026, 3, 3), "Per", "Kjøre ut bestillinger", 7.5],
                    ["Sum", None, None, 13.5],
                ]
            )
        },
        [],
    ),
    "nb-to-rader-header": (
        {
            "KPI": Sheet(
                [
                    ["KPI", "Ansvarlig", "Mål", None, None],
                    [None, None, 2025, 2026, 2027],
                    ["Andel fornøyde pasienter", "Anne Bø", 0.8, 0.85, 0.9],
                    ["Ventetid i dager", "Per Uv", 40, 35, 30],
                ],
                merged=["C1:E1"],
                formats={"C3": "0%", "D3": "0%", "E3": "0%"},
            )
        },
        ["Andel fornøyde pasienter | Anne Bø | -", "Ventetid i dager | Per Uv | -"],
    ),
    "nb-virksomhetsplan": (
        {
            "Forside": Sheet(
                [["Virksomhetsplan 2026"], ["Nordfjord Bad og Fritid"], ["Vedtatt av styret 3. desember 2025"]], bold=["A1"]
            ),
            "Mål 2026": Sheet(
                [
                    ["Område", "Mål", "Måleindikator", "Status 2025", "Mål 2026", "Ansvarlig", "Frist"],
                    [
                        "Besøk",
                        "Flere familier bruker badet i helgene",
                        "Besøkende lørdag og søndag",
                        41200,
                        48000,
                        "Tone Vik",
                        date(2026, 12, 31),
                    ],
                    [
                        None,
                        "Alle femteklassinger i kommunen kan svømme",
                        "Andel godkjente",
                        0.82,
                        0.95,
                        "Rune Sæther",
                        date(2026, 6, 19),
                    ],
                    ["Økonomi", "Lavere strømforbruk per besøk", "kWh per besøk", 9.4, 8, "Driftsleder", date(2026, 12, 31)],
                ],
                bold=["A1", "B1", "C1", "D1", "E1", "F1", "G1"],
                merged=["A2:A3"],
                formats={"D3": "0%", "E3": "0%", "G2": "dd.mm.yyyy"},
            ),
            "Priser": Sheet([["Billett", "Pris"], ["Voksen", 140], ["Barn", 80]]),
        },
        [
            "Flere familier bruker badet i helgene | Tone Vik | 2026-12-31",
            "Alle femteklassinger i kommunen kan svømme | Rune Sæther | 2026-06-19",
            "Lavere strømforbruk per besøk | Driftsleder | 2026-12-31",
        ],
    ),
    "nn-tiltak": (
        {
            "Klimaplan": Sheet(
                [
                    ["Hovudmål", "Delmål", "Tiltak", "Ansvar", "Frist"],
                    [
                        "Bygget skal bruke mindre energi",
                        "Kutte straumbruken med 15 % innan 2027",
                        "Byte til LED",
                        "Driftsleiar",
                        "2026",
                    ],
                    [None, None, "Styre lyset etter dagslys", "Driftsleiar", "2027"],
                    [None, "Hente halvparten av varmen frå sjøen", "Bore og kople til", "Kjell Moe", "2028"],
                ],
                merged=["A2:A4", "B2:B3"],
            )
        },
        [
            "Bygget skal bruke mindre energi | - | -",
            "Kutte straumbruken med 15 % innan 2027 | Driftsleiar | 2026-12-31",
            "Hente halvparten av varmen frå sjøen | Kjell Moe | 2028-12-31",
        ],
    ),
    "sv-aktiviteter": (
        {
            "Aktivitetsplan": Sheet(
                [
                    ["Aktivitet", "Mål med aktiviteten", "Ansvarig", "Tidpunkt"],
                    ["Loppis på torget", "Samla in 30 000 kronor till lägret", "Anders Moberg", "9 maj 2026"],
                    ["Prova på-dag", "Få 25 nya barn att testa", "Lena Krans", "22 augusti 2026"],
                ]
            )
        },
        [
            "Samla in 30 000 kronor till lägret | Anders Moberg | 2026-05-09",
            "Få 25 nya barn att testa | Lena Krans | 2026-08-22",
        ],
    ),
    "sv-avdelningar": (
        {
            "Kundtjänst": Sheet(
                [
                    ["Mål 2026"],
                    [],
                    ["Mål", "Mått", "Nuläge", "Målvärde", "Klart senast"],
                    ["Kortare väntetid i telefon", "Minuter", 6.5, 3, date(2026, 9, 1)],
                    ["Fler ärenden löses vid första kontakten", "Andel", 0.61, 0.75, date(2026, 12, 31)],
                ],
                bold=["A1"],
                formats={"C5": "0 %", "D5": "0 %"},
            ),
            "Ekonomi": Sheet(
                [
                    ["Mål 2026"],
                    [],
                    ["Mål", "Mått", "Nuläge", "Målvärde", "Klart senast"],
                    ["Färre fakturor betalas för sent", "Andel sena", 0.08, 0.03, date(2026, 6, 30)],
                ],
                bold=["A1"],
                formats={"C4": "0 %", "D4": "0 %"},
            ),
        },
        [
            "Kortare väntetid i telefon | - | 2026-09-01",
            "Fler ärenden löses vid första kontakten | - | 2026-12-31",
            "Färre fakturor betalas för sent | - | 2026-06-30",
        ],
    ),
    "sv-okr-typ": (
        {
            "OKR": Sheet(
                [
                    ["Nivå", "Beskrivning", "Ansvarig", "Deadline", "Status"],
                    ["Mål", "Besökare kommer tillbaka", "Stina Alm", None, "På gång"],
                    ["Nyckelresultat", "Årskort: 1 200 sålda", "Stina Alm", date(2026, 12, 31), "På gång"],
                    ["Nyckelresultat", "Återbesök inom ett år: 35 %", "Nils Roos", date(2026, 12, 31), "Ej påbörjad"],
                    ["Aktivitet", "Kampanj i mars", "Nils Roos", date(2026, 3, 31), "Klar"],
                ]
            )
        },
        [
            "Besökare kommer tillbaka | Stina Alm | -",
            "Årskort: 1 200 sålda | Stina Alm | 2026-12-31",
            "Återbesök inom ett år: 35 % | Nils Roos | 2026-12-31",
        ],
    ),
    "sv-smal": (
        {
            "Blad1": Sheet(
                [
                    [None, None, None, None],
                    [None, "Verksamhetsmål 2026", None, None],
                    [None, None, None, None],
                    [None, "Mål", "Ansvarig", "När"],
                    [None, "Alla vandringsleder är skyltade", "Leif Norén", "juni"],
                    [None, "Två nya raststugor", "Leif Norén", "oktober"],
                ],
                bold=["B2", "B4", "C4", "D4"],
            )
        },
        ["Alla vandringsleder är skyltade | Leif Norén | 2026-06-30", "Två nya raststugor | Leif Norén | 2026-10-31"],
    ),
}
