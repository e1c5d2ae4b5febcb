from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.escape_clause import EscapeClause


def test_cases() -> None:
    check_rule(
        EscapeClause,
        valid=[
            "goal: Answer 90 % of e-mails within a day\n",
            # somebody else tries, hopes or wishes
            "goal: Get 40 guests to try the new menu\n",
            "goal: Make it easy for parents to try the app\n",
            "goal: Raise the share of patients who hope to return to 60 %\n",
            "goal: Customers can try on glasses at home by 1 May\n",
            "mål: Få 50 elever til å prøve å spille håndball\n",
            "mål: Hjelpe 15 elevar som vil prøve å ta fagbrev\n",
            "mål: Få 30 kunder att försöka laga cykeln själva\n",
            "mål: Alla boende som önskar ska få egen plats\n",
            "mål: Få 40 elever til at prøve et praktikforløb\n",
            "mål: Alle kunder, der ønsker det, får svar inden to dage\n",
            # what they do before or after is no promise
            "goal: Small agencies choose us before they have tried anybody else\n",
            # the noun
            "goal: Cut failed login attempts from 300 to 50 a week\n",
            "goal: Win the contract for the Hope Street hospital\n",
            "mål: Redusere antall forsøk på innbrudd fra 20 til 5\n",
            "mål: Sänka antalet försök till bedrägeri till 10\n",
            "mål: Opfylde 30 ønsker fra beboerne\n",
            "mål: Afholde prøve i brandsikkerhed hvert kvartal\n",
            "mål: Auke talet på freistnadar til 30\n",
            # a thought is another rule's
            "goal: Consider a second shop\n",
            # what stands in other fields is not the promise
            "goal: Answer 90 % of e-mails within a day\n  how: ask the morning shift, if possible\n",
            # done is done
            "goal: Replace the lamps where possible\n  status: done\n",
        ],
        invalid=[
            Invalid("goal: ⟦Try⟧ to answer all e-mails within a day\n", "attempt", {"word": "Try"}),
            Invalid("goal: In the second quarter of 2026 we will ⟦try⟧ to halve the waste\n", "attempt"),
            Invalid("goal: We ⟦aim to⟧ open two shops in 2026\n", "attempt"),
            Invalid("goal: Reach 500 members, ⟦if possible⟧ by June\n", "clause", {"word": "if possible"}),
            Invalid("goal: Restock the shelves ⟦as needed⟧\n", "clause"),
            Invalid("goal: We ⟦hope⟧ to win 12 customers, ⟦ideally⟧ 15\n", ["attempt", "clause"]),
            Invalid("mål: Vi skal ⟦forsøke⟧ å nå 500 medlemmer\n", "attempt"),
            Invalid("mål: Åpne tre butikker ⟦dersom budsjettet tillater⟧ det\n", "clause"),
            Invalid("mål: Avdelingen ⟦tar sikte på⟧ å levere 40 prosjekter\n", "attempt"),
            Invalid("mål: Me ⟦vonar⟧ å få 30 nye medlemer\n", "attempt"),
            Invalid("mål: Svare på alle spørsmål ⟦så langt det er mogleg⟧\n", "clause"),
            Invalid("mål: Vi ska ⟦försöka⟧ halvera svinnet\n", "attempt"),
            Invalid("mål: Öppna två nya butiker ⟦om tid finns⟧\n", "clause"),
            Invalid("mål: Byta lampor i trapphusen ⟦vid behov⟧\n", "clause"),
            Invalid("mål: Vi vil ⟦forsøge⟧ at få 30 nye kunder\n", "attempt"),
            Invalid("mål: Levere alle ordrer til tiden, ⟦så vidt muligt⟧\n", "clause"),
            # after a date, on a second line
            Invalid("goal: By 1 June 2026,\n    we ⟦hope⟧ to have 40 members\n", "attempt"),
        ],
    )


def test_page() -> None:
    check_page(EscapeClause)
