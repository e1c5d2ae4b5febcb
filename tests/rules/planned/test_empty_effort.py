from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.planned.empty_effort import EmptyEffort

EN = "goal: Win 50 customers\n  how: {}\n"
NB = "mål: Få 50 kunder\n  hvordan:\n    - {}\n"
NN = "mål: Få 50 kundar\n  korleis: {}\n"
SV = "mål: Få 50 kunder innan sommaren\n  hur:\n    - {}\n"
DA = "mål: Få 50 kunder inden sommerferien\n  hvordan: {}\n"


def test_cases() -> None:
    check_rule(
        EmptyEffort,
        valid=[
            EN.format("call those who bought tyres last year"),
            # a number, a rhythm, a day, a means or a thing that is made beside it
            EN.format("focus on the 20 best sellers"),
            EN.format("work more on Saturdays"),
            EN.format("prioritise by sorting the list by turnover"),
            EN.format("- Focus group at the library (owner: Amy Holt, deadline: 2026-03-06)"),
            # further on in the sentence it only tells why
            EN.format("drop the two smallest routes so that the sellers can focus on the north"),
            NB.format("Ringe fem av fjorårets kunder hver dag"),
            NB.format("Fokusere på ti kunder i uken"),
            NB.format("Satse på ferskvarer ved å bygge om disken"),
            NN.format("ringje dei som kjøpte i fjor"),
            NN.format("satse på bussen kvar laurdag"),
            SV.format("Ringa förra årets köpare"),
            SV.format("Satsa 20 000 kr på annonser i lokaltidningen"),
            DA.format("ringe til dem, der købte sidste år"),
            DA.format("fokusere på de ti største kunder"),
            # the steps below say it
            "mål: Få 50 kunder\n  hvordan:\n    - Fokus på messer\n      - Leie en bod i Bergen\n",
            "goal: Win 50 customers\n",
        ],
        invalid=[
            Invalid(EN.format("⟦work harder⟧"), "word", {"word": "work harder"}, level="warning"),
            Invalid(
                EN.format("⟦focus⟧ on customers"),
                "word",
                {"word": "focus"},
                fixed=EN.format("⟨what is started, changed or stopped⟩"),
            ),
            Invalid(EN.format("we will ⟦concentrate⟧ on the north"), "word"),
            Invalid(NB.format("⟦Jobbe hardere⟧"), "word"),
            Invalid(NB.format("⟦Fokus⟧ på kundeservice"), "word"),
            Invalid(NB.format("⟦Satse på⟧ ferskvarer"), "word"),
            Invalid(NN.format("⟦jobbe hardare⟧"), "word"),
            Invalid(NN.format("⟦prioritere⟧ kundane i nord"), "word"),
            Invalid(SV.format("⟦Jobba hårdare⟧"), "word"),
            Invalid(SV.format("Vi ska ⟦fokusera⟧ på nya kunder"), "word"),
            Invalid(DA.format("⟦arbejde hårdere⟧"), "word"),
            Invalid(DA.format("⟦fokus⟧ på kunderne"), "word"),
            # a step below another
            Invalid("goal: Win 50 customers\n  how:\n    - Visit the north\n      - ⟦Work smarter⟧\n", "word"),
        ],
    )


def test_page() -> None:
    check_page(EmptyEffort)
