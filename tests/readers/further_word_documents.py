"""Further Word documents as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.readers.office import Piece

DOCUMENTS: Mapping[str, tuple[Sequence[Piece], Sequence[str]]] = {
    "da-board": (
        [
            "# Bestyrelsens arbejdsplan 2026",
            "## Mål",
            "1. Få 40 nye medlemmer (ansvarlig: Grethe)",
            "1. Renovere køkkenet inden sommerferien (ansvarlig: Poul og Ib)",
            "1. Holde kontingentet uændret",
            "## Mødedatoer",
            "- 12. januar",
            "- 9. februar",
        ],
        [
            "Få 40 nye medlemmer | Grethe | 2026-12-31",
            "Renovere køkkenet inden sommerferien | Poul og Ib | 2026-08-31",
            "Holde kontingentet uændret | - | 2026-12-31",
        ],
    ),
    "en-news": (
        [
            "# Newsletter, March",
            "## Goal of the month",
            "Well done to Omar for his three goals against Leith!",
            "## Dates",
            "- 3 April: cake sale",
            "- 9 May: away day",
        ],
        [],
    ),
    "en-one": (
        [
            "# My development plan",
            "Name: Tess Arden",
            "Period: 2026",
            "## Goal 1",
            "I will run two customer workshops on my own by 30 June 2026.",
            "## Goal 2",
            "I will pass the welding certificate.",
        ],
        [
            "I will run two customer workshops on my own by 30 June 2026 | Tess Arden | 2026-06-30",
            "I will pass the welding certificate | Tess Arden | 2026-12-31",
        ],
    ),
    "nb-manual": (
        [
            "# Brukermanual",
            "## Slik registrerer du mål",
            "1. Åpne skjemaet",
            "1. Velg Mål i menyen",
            "1. Skriv inn målet og trykk Lagre",
            "## Feilsøking",
            "- Start programmet på nytt",
        ],
        [],
    ),
    "nb-prosjekt": (
        [
            "! Prosjektbeskrivelse: Nytt svømmeanlegg",
            "# 1 Bakgrunn",
            "Anlegget er fra 1968.",
            "# 2 Mål",
            "## 2.1 Effektmål",
            "Prosjektet skal gi:",
            "- 30 % flere badende innen 2029",
            "- lavere driftskostnader per besøk",
            "## 2.2 Resultatmål",
            [
                ["Nr", "Resultatmål", "Frist", "Ansvarlig"],
                ["R1", "Anlegget åpner for publikum", "1. august 2028", "Prosjektleder"],
                ["R2", "Kostnaden holder seg under 310 mill. kroner", "1. august 2028", "Prosjekteier"],
            ],
            "# 3 Roller",
            [["Rolle", "Navn"], ["Prosjekteier", "Gry Holt"], ["Prosjektleder", "Tom Aas"]],
        ],
        [
            "30 % flere badende innen 2029 | - | 2029-12-31",
            "lavere driftskostnader per besøk | - | -",
            "Anlegget åpner for publikum | Prosjektleder | 2028-08-01",
            "Kostnaden holder seg under 310 mill. kroner | Prosjekteier | 2028-08-01",
        ],
    ),
    "sv-sektor": (
        [
            "# Sektorns uppdrag",
            "Nämnden har beslutat följande mål.",
            "**Mål 1 – Trygg skola**",
            "Indikator: andel elever som är trygga, 94 procent 2026",
            "**Mål 2 – Fler i arbete**",
            "Indikator: andel i arbete efter avslutad insats, 45 procent 2026",
        ],
        ["Trygg skola | - | -", "Fler i arbete | - | -"],
    ),
    "da-skole": (
        [
            "# Udviklingsplan for Byskolen",
            [
                ["Indsats", "Mål", "Tegn på succes", "Ansvarlig", "Hvornår"],
                ["Læsning", "Alle i 2. klasse læser sikkert", "Test i maj", "Læsevejleder", "Maj 2026"],
                ["Trivsel", "Ingen elever er alene i frikvarteret", "Observation", "AKT-team", "Hele året"],
            ],
        ],
        [
            "Alle i 2. klasse læser sikkert | Læsevejleder | 2026-05-31",
            "Ingen elever er alene i frikvarteret | AKT-team | 2026-12-31",
        ],
    ),
    "en-cohort": (
        [
            "! Programme goals 2026–27",
            "## Learning goals",
            "By the end of the year, apprentices will be able to:",
            "1. read a technical drawing",
            "1. weld a fillet joint to standard",
            "## Assessment",
            "- Portfolio",
            "- Practical test",
        ],
        ["read a technical drawing | - | 2027-06-30", "weld a fillet joint to standard | - | 2027-06-30"],
    ),
    "en-scrum": (
        [
            "# Objectives and key results",
            "## Growth",
            [
                ["Objective", "Key results"],
                ["More schools use the kit", "- 60 schools have ordered\n- 20 of them outside the capital"],
                ["Teachers stay", "- 70% of teachers log in each month"],
            ],
        ],
        [
            "More schools use the kit | - | -",
            "60 schools have ordered | - | -",
            "20 of them outside the capital | - | -",
            "Teachers stay | - | -",
            "70% of teachers log in each month | - | -",
        ],
    ),
    "nb-krav": (
        [
            "# Kravspesifikasjon",
            "## Funksjonelle krav",
            "1. Systemet skal vise saldo",
            "1. Brukeren skal kunne endre passord",
            "## Ikke-funksjonelle krav",
            "- Svartid under 2 sekunder",
        ],
        [],
    ),
    "nb-referat": (
        [
            "# Referat, ledermøte 3. februar",
            "Til stede: Mona, Arild",
            "## Sak 1 Mål for våren",
            "Vi ble enige om disse målene:",
            "- Ansette to nye selgere innen 1. mai (Mona)",
            "- Rydde lageret før påske (Arild)",
            "## Sak 2 Eventuelt",
            "- Neste møte 3. mars",
        ],
        ["Ansette to nye selgere innen 1. mai | Mona | 2026-05-01", "Rydde lageret før påske | Arild | 2026-04-01"],
    ),
}
