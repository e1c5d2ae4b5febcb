"""Word documents as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.readers.office import Piece

DOCUMENTS: Mapping[str, tuple[Sequence[Piece], Sequence[str]]] = {
    "da-brev": (
        [
            "Kære medlemmer",
            "Året har været godt, og vi nåede vores mål om 300 medlemmer.",
            "Næste år håber vi på endnu flere.",
            "Venlig hilsen",
            "Bestyrelsen",
        ],
        [],
    ),
    "da-indsats": (
        [
            "# Indsatsområde: Sundhed",
            "**Mål**",
            "Flere borgere cykler til arbejde.",
            "**Succeskriterier**",
            "- 25 % af de ansatte cykler mindst tre dage om ugen i 2026",
            "- Cykelparkeringen er udvidet med 60 pladser",
            "**Ansvarlig**",
            "Sundhedschefen",
        ],
        [
            "Flere borgere cykler til arbejde | Sundhedschefen | -",
        ],
    ),
    "da-kontrakt": (
        [
            "# Udviklingskontrakt",
            "Kontrakten gælder for 2026.",
            "## Mål 1: Flere unge gennemfører",
            "Mindst 85 pct. af eleverne gennemfører grundforløbet.",
            "**Ansvarlig:** Uddannelseschefen",
            "## Mål 2: Bedre trivsel",
            "Elevtrivslen stiger fra 3,9 til 4,1.",
            "**Ansvarlig:** Rektor",
        ],
        ["Flere unge gennemfører | Uddannelseschefen | -", "Bedre trivsel | Rektor | -"],
    ),
    "da-liste": (
        [
            "# Årsplan for vuggestuen",
            "## Vores mål",
            "1. Alle børn er ude mindst to timer om dagen",
            "1. Hver familie har haft en samtale inden 1. april 2026",
            "1. Vi bruger 20 % mindre strøm end i 2025",
            "## Sådan arbejder vi",
            "- Vi har faste makkerpar",
            "- Vi evaluerer hver måned",
        ],
        [
            "Alle børn er ude mindst to timer om dagen | - | -",
            "Hver familie har haft en samtale inden 1. april 2026 | - | 2026-04-01",
            "Vi bruger 20 % mindre strøm end i 2025 | - | -",
        ],
    ),
    "da-maaltabel": (
        [
            "# Mål og indsatser 2026",
            [
                ["Mål", "Indsats", "Ansvarlig", "Tid"],
                ["Vi har 30 % færre klager over rengøring", "Nye rutiner\nOplæring", "Serviceleder", "Q3 2026"],
                ["Alle pladser er besat ved skolestart", "Kampagne", "Lone Ravn", "10. august 2026"],
            ],
        ],
        [
            "Vi har 30 % færre klager over rengøring | Serviceleder | 2026-09-30",
            "Alle pladser er besat ved skolestart | Lone Ravn | 2026-08-10",
        ],
    ),
    "en-checkbox": (
        [
            "# 2026 goals",
            "☒ Renew the boat licence",
            "☐ Sail to Skagen and back",
            "☐ Teach Nina to steer",
            "# Notes",
            "The sail needs mending.",
        ],
        [
            "Renew the boat licence | - | 2026-12-31",
            "Sail to Skagen and back | - | 2026-12-31",
            "Teach Nina to steer | - | 2026-12-31",
        ],
    ),
    "en-kr-tabell": (
        [
            "# OKRs for H1 2026",
            "## Objective 1 – Visitors find their way",
            [
                ["Key result", "Baseline", "Target", "Owner"],
                ["Fewer people ask for directions", "120 a day", "40 a day", "Sam Ray"],
                ["Map app rated 4.5", "3.9", "4.5", "Jo Lind"],
            ],
            "## Objective 2 – The café pays for itself",
            [["Key result", "Baseline", "Target", "Owner"], ["Takings per visitor", "€2.10", "€3.00", "Ann Bo"]],
        ],
        [
            "Visitors find their way | - | 2026-06-30",
            "Fewer people ask for directions | Sam Ray | 2026-06-30",
            "Map app rated 4.5 | Jo Lind | 2026-06-30",
            "The café pays for itself | - | 2026-06-30",
            "Takings per visitor | Ann Bo | 2026-06-30",
        ],
    ),
    "en-nested": (
        [
            "# Goals for the allotment, 2026",
            "- Water",
            "-- Collect 4,000 litres of rainwater",
            "-- Lay drip lines in all 12 beds by 1 May 2026",
            "- People",
            "-- Give every new member a mentor",
            "-- Hold a work day each month",
        ],
        [
            "Collect 4,000 litres of rainwater | - | 2026-12-31",
            "Lay drip lines in all 12 beds by 1 May 2026 | - | 2026-05-01",
            "Give every new member a mentor | - | 2026-12-31",
            "Hold a work day each month | - | 2026-12-31",
        ],
    ),
    "en-okr-doc": (
        [
            "! Platform team OKRs, Q2 2026",
            "**Objective 1:** Deploys are boring",
            "- **KR1:** 95% of deploys need no manual step",
            "- **KR2:** Median deploy takes under 8 minutes",
            "**Objective 2:** On-call is bearable",
            "- **KR1:** At most 2 pages a week outside office hours",
            "- **KR2:** Every alert has a runbook",
            "# What are OKRs?",
            "- Objectives say where we go",
            "- Key results say how we know",
        ],
        [
            "Deploys are boring | - | 2026-06-30",
            "95% of deploys need no manual step | - | 2026-06-30",
            "Median deploy takes under 8 minutes | - | 2026-06-30",
            "On-call is bearable | - | 2026-06-30",
            "At most 2 pages a week outside office hours | - | 2026-06-30",
            "Every alert has a runbook | - | 2026-06-30",
        ],
    ),
    "en-plan": (
        [
            "# Annual plan 2026",
            "## 1. Safety",
            "Goal: No lost-time injuries on any site.",
            "Owner: Bill Marsh",
            "Measure: injury log",
            "## 2. Quality",
            "Goal: At most two snags per handed-over flat by December 2026.",
            "Owner: Joy Adler",
        ],
        [
            "No lost-time injuries on any site | Bill Marsh | 2026-12-31",
            "At most two snags per handed-over flat by December 2026 | Joy Adler | 2026-12-31",
        ],
    ),
    "en-policy": (
        [
            "# Travel policy",
            "This policy applies to all staff.",
            "## Purpose",
            "- Keep travel safe",
            "- Keep travel cheap",
            "## Rules",
            "1. Book trains before planes",
            "1. Claim within 30 days",
        ],
        [],
    ),
    "en-school": (
        [
            "# School improvement plan 2026",
            "## Goal 1: Reading",
            "By June 2026, 80% of grade 3 pupils will read at grade level, up from 71% in 2025.",
            "**Responsible:** Ms Alvarez",
            "**Strategies**",
            "- Daily paired reading",
            "- Library hour",
            "## Goal 2: Attendance",
            "By 30 November 2026, chronic absence will fall from 12% to 8%.",
            "**Responsible:** Mr Boyd",
        ],
        [
            "By June 2026, 80% of grade 3 pupils will read at grade level, up from 71% in 2025 | Ms Alvarez | 2026-06-30",
            "By 30 November 2026, chronic absence will fall from 12% to 8% | Mr Boyd | 2026-11-30",
        ],
    ),
    "nb-avtale": (
        [
            "! Utviklingssamtale",
            "**Navn:** Silje Aune",
            "**Dato:** 12. januar 2026",
            "# Mål for perioden",
            [
                ["Mål", "Tiltak", "Frist"],
                ["Kunne betjene alle tre pressene", "Opplæring med Rolf", "1. juni 2026"],
                ["Holde ett sikkerhetsmøte i måneden", "Bytte på med Per", ""],
            ],
            "# Underskrift",
            "_______________",
        ],
        ["Kunne betjene alle tre pressene | Silje Aune | 2026-06-01", "Holde ett sikkerhetsmøte i måneden | Silje Aune | -"],
    ),
    "da-kr": (
        [
            "# Team Atlas – OKR 2026 Q1",
            "**O1 Kunderne kan selv**",
            "KR1: 70 % af adresseskift sker uden hjælp (ejer: Bo Friis)",
            "KR2: Ventetid i chat er under 1 minut (ejer: Ida Juhl)",
            "**O2 Vi taber ingen data**",
            "KR1: Backup er afprøvet hver uge (ejer: Bo Friis)",
        ],
        [
            "Kunderne kan selv | - | 2026-03-31",
            "70 % af adresseskift sker uden hjælp | Bo Friis | 2026-03-31",
            "Ventetid i chat er under 1 minut | Ida Juhl | 2026-03-31",
            "Vi taber ingen data | - | 2026-03-31",
            "Backup er afprøvet hver uge | Bo Friis | 2026-03-31",
        ],
    ),
    "en-cv": (
        [
            "# Curriculum vitae",
            "## Experience",
            "- Led a team of 12",
            "- Increased sales by 40% in 2024",
            "## Education",
            "- MSc, 2015",
        ],
        [],
    ),
    "nb-vedtekter": (
        [
            "# Vedtekter",
            "## § 1 Formål",
            "Foreningens formål er å fremme friluftsliv.",
            "## § 2 Medlemskap",
            "1. Alle kan bli medlem",
            "1. Kontingenten fastsettes av årsmøtet",
        ],
        [],
    ),
    "sv-lokal": (
        [
            "# Delårsbokslut",
            "## Måluppfyllelse",
            [
                ["Mål", "Bedömning", "Kommentar"],
                ["Alla lärare är behöriga", "Delvis", "91 procent"],
                ["Ingen väntar mer än tre månader på förskoleplats", "Ja", ""],
            ],
            "## Ekonomi",
            [["Konto", "Utfall"], ["Löner", "41"]],
        ],
        ["Alla lärare är behöriga | - | -", "Ingen väntar mer än tre månader på förskoleplats | - | -"],
    ),
}
