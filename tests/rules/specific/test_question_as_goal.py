from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.specific.placeholder import Placeholder
from smartlint_rules.specific.question_as_goal import QuestionAsGoal


def test_cases() -> None:
    check_rule(
        QuestionAsGoal,
        valid=[
            "goal: Answer 90 % of customer e-mails within 4 hours\n",
            "goal: Publish a guide on how to return goods\n",
            "mål: Svare på 90 % av spørsmålene innen 4 timer\n",
            "mål: Beskrive hvordan kunden kan klage\n",
            "mål: Skrive rettleiing i korleis ein kan klage\n",
            "mål: Beskriva hur vi kan halvera svinnet\n",
            "mål: Beskrive, hvordan borgeren kan klage\n",
            # a statement that begins with the same words
            "goal: How we answer customers is the same in all 12 shops\n",
            "mål: Når en kunde ringer, svarer vi innen 30 sekunder\n",
            "mål: Hvad kunderne betaler, ligger 5 % under konkurrentens pris\n",
            "mål: Hva er viktig for deg-samtaler blir holdt med alle nye beboere\n",
            # somebody's question, or one that a task leads up to
            'goal: 80 % of guests say yes to "Would you come back?"\n',
            "mål: Åtte av ti svarer ja på «Trives du her?»\n",
            "goal: Decide by 1 June: do we rent or buy?\n",
            "mål: Vedta om vi skal flytte. Skal vi leie eller kjøpe?\n",
            # a draft may have its doubts; a question mark in a field is no question
            "goal: Win 20 customers by 1 June?\n  status: draft\n",
            "mål: Øka antalet elever till 120\n  utgångsläge: ?\n",
        ],
        invalid=[
            Invalid("goal: ⟦How can we make customers stay longer?⟧\n", "question", level="error"),
            Invalid("goal: ⟦How do we win back lost customers⟧\n", "question"),
            Invalid("goal: ⟦Should we open 2 shops in Leeds?⟧\n", "question"),
            Invalid("mål: ⟦Hvordan får vi flere unge på biblioteket?⟧\n", "question"),
            Invalid("mål: ⟦Kan vi åpne tidligere om morgenen?⟧\n", "question"),
            Invalid("mål: ⟦Korleis kan vi få fleire til å sykle til jobb?⟧\n", "question"),
            Invalid("mål: ⟦Er det mogleg å svare alle same dag?⟧\n", "question"),
            Invalid("mål: ⟦Hur kan vi minska svinnet?⟧\n", "question"),
            Invalid("mål: ⟦Ska vi börja sälja 3 sorters bröd?⟧\n", "question"),
            Invalid("mål: ⟦Hvordan kan vi nedbringe sygefraværet⟧\n", "question"),
            Invalid("mål: ⟦Kan klinikken få 40 nye patienter om måneden?⟧\n", "question"),
            # a label before it, layout after it, a wrapped line
            Invalid("mål: Markedsføring: ⟦Hvordan når vi de unge?⟧\n", "question"),
            Invalid("mål: ⟦**Hur når vi de unga?⟧**\n", "question"),
            Invalid("goal: ⟦How can we make customers⟧\n  stay longer?\n", "question"),
            # a goal that is not yet meant
            Invalid("goal: Win 20 customers by 1 June⟦?⟧\n", "doubt", fixed="goal: Win 20 customers by 1 June\n"),
            Invalid("mål: Få 30 nye elever innen 1. juni⟦?⟧\n", "doubt"),
            Invalid("mål: Få 30 nye elevar innan 1. juni⟦?⟧\n", "doubt"),
            Invalid("mål: Sälja 40 biljetter⟦?⟧\n", "doubt"),
            Invalid("mål: Sælge 40 billetter⟦?⟧\n", "doubt"),
        ],
    )


def test_a_gap_is_found_as_that() -> None:
    found = lint("goal: Win ??? customers from ???\n", QuestionAsGoal, Placeholder).findings
    assert {one.rule.code for one in found} == {"SPC012"}


def test_page() -> None:
    check_page(QuestionAsGoal)
