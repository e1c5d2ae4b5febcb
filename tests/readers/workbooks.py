"""Workbooks as teams write them, each with its goals: ``statement | owner | day``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tests.readers.office import Sheet

DOCUMENTS: Mapping[str, tuple[Mapping[str, Sheet], Sequence[str]]] = {
    "da-grupperet": (
        {
            "Ark1": Sheet(
                [
                    ["Handleplan for biblioteket 2026"],
                    [],
                    ["Mål", "Ansvarlig", "Hvornår", "Status"],
                    ["Børn og unge"],
                    ["Alle 3. klasser besøger biblioteket mindst én gang", "Mette Krogh", "juni 2026", "I gang"],
                    ["Sommerbogen får 600 deltagere", "Mette Krogh", "1. september 2026", "Ikke startet"],
                    ["Voksne"],
                    ["Hold 20 foredrag med mindst 30 gæster", "Henrik Juul", "2026", "I gang"],
                ],
                bold=["A1", "A3", "B3", "C3", "D3", "A4", "A7"],
                merged=["A1:D1", "A4:D4", "A7:D7"],
            ),
        },
        [
            "Alle 3. klasser besøger biblioteket mindst én gang | Mette Krogh | 2026-06-30",
            "Sommerbogen får 600 deltagere | Mette Krogh | 2026-09-01",
            "Hold 20 foredrag med mindst 30 gæster | Henrik Juul | 2026-12-31",
        ],
    ),
    "da-salgsmaal": (
        {
            "Sælgere": Sheet(
                [
                    ["Sælger", "Mål Q1", "Mål Q2", "Realiseret"],
                    ["Hanne", 400000, 450000, 380000],
                    ["Bo", 350000, 350000, 360000],
                    ["I alt", "=SUM(B2:B3)", None, None],
                ]
            )
        },
        [],
    ),
    "da-strategi": (
        {
            "Strategi": Sheet(
                [
                    ["Strategisk mål", "Handlinger", "Succeskriterium", "Ansvarlig", "Tidsplan"],
                    [
                        "Vi er regionens grønneste museum",
                        "Solceller, varmepumpe",
                        "CO2 er halveret ift. 2022",
                        "Direktøren",
                        "2026-2028",
                    ],
                    ["Flere skoleklasser besøger os", "Nyt undervisningsforløb", "80 klasser om året", "Ida Noer", "2026"],
                ]
            )
        },
        ["Vi er regionens grønneste museum | Direktøren | 2028-12-31", "Flere skoleklasser besøger os | Ida Noer | 2026-12-31"],
    ),
    "da-strategi-flersprog": (
        {
            "Deutschland": Sheet(
                [["Goal", "Owner", "Deadline"], ["Open three service points in Kiel", "Uwe Lange", date(2026, 9, 30)]]
            ),
            "Danmark": Sheet([["Mål", "Ejer", "Frist"], ["Alle montører er certificerede", "Stig Bech", date(2026, 5, 31)]]),
            "Sverige": Sheet(
                [["Mål", "Ägare", "Slutdatum"], ["Halvera leveranstiden till butik", "Eva Ros", date(2026, 12, 31)]]
            ),
        },
        [
            "Open three service points in Kiel | Uwe Lange | 2026-09-30",
            "Alle montører er certificerede | Stig Bech | 2026-05-31",
            "Halvera leveranstiden till butik | Eva Ros | 2026-12-31",
        ],
    ),
    "da-to-tabeller": (
        {
            "Plan": Sheet(
                [
                    ["Mål for foråret 2026"],
                    ["Mål", "Ansvarlig"],
                    ["Male klubhuset", "Ole Friis"],
                    ["Samle 40 frivillige til arbejdsdagen", "Tine Lund"],
                    [],
                    ["Mål for efteråret 2026"],
                    ["Mål", "Ansvarlig"],
                    ["Afvikle distriktsmesterskabet", "Ole Friis"],
                    [],
                    ["Budget"],
                    ["Post", "Beløb"],
                    ["Maling", 4200],
                ],
                bold=["A1", "A6", "A10"],
            )
        },
        [
            "Male klubhuset | Ole Friis | 2026-06-30",
            "Samle 40 frivillige til arbejdsdagen | Tine Lund | 2026-06-30",
            "Afvikle distriktsmesterskabet | Ole Friis | 2026-12-31",
        ],
    ),
    "en-kpi-liste": (
        {
            "KPIs": Sheet(
                [
                    ["Department KPIs FY2026", None, None, None, None, None],
                    ["No.", "KPI", "Unit", "Baseline", "Target", "Responsible"],
                    [1, "First-time fix rate", "%", 71, 85, "Service lead"],
                    [2, "Vans on the road by 7:30", "%", 64, 90, "Dispatch"],
                    [3, "Overdue invoices", "€", 42000, 15000, "Finance"],
                ],
                merged=["A1:F1"],
                bold=["A1"],
            )
        },
        [
            "First-time fix rate | Service lead | 2026-12-31",
            "Vans on the road by 7:30 | Dispatch | 2026-12-31",
            "Overdue invoices | Finance | 2026-12-31",
        ],
    ),
    "en-matrix": (
        {
            "Goals": Sheet(
                [
                    ["Team goals 2026"],
                    ["Team", "Q1", "Q2"],
                    ["Kitchen", "Write down all recipes", "Serve 200 lunches a day"],
                    ["Bar", "Replace the coffee machine", None],
                ],
                bold=["A1"],
            )
        },
        [
            "Write down all recipes | - | 2026-03-31",
            "Serve 200 lunches a day | - | 2026-06-30",
            "Replace the coffee machine | - | 2026-03-31",
        ],
    ),
    "en-okr-quarters": (
        {
            "Q1 2026": Sheet(
                [
                    ["Objective", "Key Result", "Owner", "Score"],
                    ["Ship a phone people can repair", "Publish 12 repair guides", "Lena Ortiz", 0.7],
                    [None, "Spare parts reach buyers in 3 days", "Mark Chen", 0.4],
                ],
                merged=["A2:A3"],
            ),
            "Q2 2026": Sheet(
                [
                    ["Objective", "Key Result", "Owner", "Score"],
                    ["Earn trust in rural shops", "Sign 40 dealers", "Ada West", None],
                    ["Earn trust in rural shops", "Dealer satisfaction at 8 of 10", "Ada West", None],
                ]
            ),
            "Lists": Sheet([["Status"], ["Done"], ["Open"]], hidden=True),
        },
        [
            "Ship a phone people can repair | - | 2026-03-31",
            "Publish 12 repair guides | Lena Ortiz | 2026-03-31",
            "Spare parts reach buyers in 3 days | Mark Chen | 2026-03-31",
            "Earn trust in rural shops | - | 2026-06-30",
            "Sign 40 dealers | Ada West | 2026-06-30",
            "Dealer satisfaction at 8 of 10 | Ada West | 2026-06-30",
        ],
    ),
    "en-sales-numbers": (
        {
            "Sales": Sheet(
                [
                    ["Region", "Jan", "Feb", "Mar", "Goal"],
                    ["North", 120, 130, 125, 400],
                    ["South", 90, 95, 101, 300],
                    ["Total", "=SUM(B2:B3)", None, None, 700],
                ]
            ),
            "Staff": Sheet([["Name", "Role", "Start date", "Manager"], ["Ann Lee", "Clerk", date(2024, 3, 1), "Bo Hart"]]),
            "Stock": Sheet([["Item", "Description", "Unit", "Qty"], ["A1", "Paper A4, 80 g", "box", 14]]),
        },
        [],
    ),
    "en-scorecard": (
        {
            "Scorecard": Sheet(
                [
                    ["Balanced scorecard 2026"],
                    [],
                    ["Perspective", "Objective", "Measure", "Baseline", "Target", "Initiative", "Owner"],
                    [
                        "Financial",
                        "Lower cost per delivered meal",
                        "Cost per meal (EUR)",
                        6.1,
                        5.6,
                        "New supplier round",
                        "Kitchen manager",
                    ],
                    ["Customer", "Guests come back within a month", "Share of guests", 0.31, 0.4, "Stamp card", "Liz Moran"],
                    [
                        "Learning",
                        "Every cook knows the allergen rules",
                        "Cooks certified",
                        "4 of 11",
                        "11 of 11",
                        "Course in March",
                        "Liz Moran",
                    ],
                ],
                bold=["A1"],
                formats={"D5": "0%", "E5": "0%"},
            )
        },
        [
            "Lower cost per delivered meal | Kitchen manager | 2026-12-31",
            "Guests come back within a month | Liz Moran | 2026-12-31",
            "Every cook knows the allergen rules | Liz Moran | 2026-12-31",
        ],
    ),
    "en-smart-form": (
        {
            "Goal 1": Sheet(
                [
                    ["SMART goal worksheet"],
                    [],
                    ["Name", "Jo Park"],
                    ["Goal", "Run the reading club in both villages"],
                    ["Owner", "Jo Park"],
                    ["Deadline", date(2026, 6, 30)],
                    ["Measure", "12 evenings held"],
                ],
                bold=["A1"],
            ),
            "Goal 2": Sheet(
                [
                    ["SMART goal worksheet"],
                    [],
                    ["Name", "Al Reyes"],
                    ["Goal", "Fill 20 places on the first-aid course"],
                    ["Owner", "Al Reyes"],
                    ["Deadline", date(2026, 4, 30)],
                ],
                bold=["A1"],
            ),
        },
        [
            "Run the reading club in both villages | Jo Park | 2026-06-30",
            "Fill 20 places on the first-aid course | Al Reyes | 2026-04-30",
        ],
    ),
    "en-success": (
        {
            "Plan": Sheet(
                [
                    ["Goal / Objective", "Success measure", "Owner (lead)", "By when", "RAG"],
                    [
                        "Every tenant can report a fault online",
                        "Online share of reports at 70%",
                        "Gwen Tull",
                        date(2026, 10, 1),
                        "Amber",
                    ],
                    ["Empty flats are re-let within 20 days", "Mean re-let time", "Raj Bose", date(2026, 12, 31), "Green"],
                ]
            )
        },
        [
            "Every tenant can report a fault online | Gwen Tull | 2026-10-01",
            "Empty flats are re-let within 20 days | Raj Bose | 2026-12-31",
        ],
    ),
    "nb-dashbord": (
        {
            "Status": Sheet(
                [
                    ["Mål", "Status", "Kommentar"],
                    ["Nytt lønnssystem i drift", "Grønn", "Går som planlagt"],
                    ["Alle ledere har gått kurs", "Gul", "Mangler fire"],
                    ["Sykefravær under 5 %", "Rød", "6,1 % i februar"],
                ]
            )
        },
        ["Nytt lønnssystem i drift | - | -", "Alle ledere har gått kurs | - | -", "Sykefravær under 5 % | - | -"],
    ),
}
