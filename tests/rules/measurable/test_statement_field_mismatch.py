from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.statement_field_mismatch import StatementFieldMismatch


def test_cases() -> None:
    check_rule(
        StatementFieldMismatch,
        valid=[
            "mål: Få 20 nye kunder\n  måltall: 20 nye kunder\n",
            "goal: Raise conversion from 2.1 % to 2.6 %\n  baseline: 2.1 %\n  target: 2.6 %\n",
            "mål: Øke salget fra 12,5 mill. kr til 14 mill. kr\n  måltall: 14 000 000 kr\n",
            # one of the two says no unit
            "mål: Öka NPS från 32 till 45\n  målvärde: 45\n",
            # another unit, another rate, another role
            "mål: Selje 10 timar i veka\n  måltal: 120 timar\n",
            "goal: Answer 90 % of e-mails\n  target: 4 hours\n",
            "goal: Increase sales by 10 %\n  target: 12 million\n",
            # a share that is written as a count
            "mål: Fornye 18 av 20 avtaler\n  måltall: 18\n",
            "goal: Renew 18 out of 20 contracts\n  target: 90 %\n",
            # one of several numbers agrees
            "goal: Sell 40 jackets and 30 tents\n  target: 30\n",
            # the day lies in the time the sentence names
            "goal: Win 50 customers by 30 June 2026\n  deadline: 2026-06-30\n",
            "goal: Win 50 customers in the second quarter of 2026\n  deadline: 2026-05-15\n",
            "mål: Få 50 kunder innen utgangen av juni 2026\n  frist: 30.06.2026\n",
            "mål: Sälja 40 presentkort i juni 2026\n  senast: 2026-06-30\n",
            "mål: Sælge 40 gavekort før 1. juli 2026\n  frist: 2026-07-01\n",
            "mål: Sælge 40 gavekort inden 30. juni 2026\n  frist: 31. maj\n",
            # a month is not its last day
            "goal: Win 50 customers by June 2026\n  deadline: 2026-06-15\n",
            "goal: Win 50 customers from 1 July 2026\n  deadline: 2026-09-30\n",
            "goal: Win 50 customers by 15 June 2026\n  deadline: by June 2026\n",
            "goal: Win 50 customers from 1 June to 15 June 2026\n  deadline: 2026-06-10\n",
            # a year to compare with
            "mål: Reducere vores el-forbrug med 12,5 % i forhold til 2024\n  frist: 2026-12-31\n",
            # a day that was worked out is not held against anybody
            "goal: Win 50 customers within six months\n  deadline: 2026-12-31\n",
            "goal: Win 50 customers by 30 June\n  deadline: 2026-05-31\n",
        ],
        invalid=[
            Invalid("mål 2: Få 15 nye kunder\n  måltall: ⟦20 nye kunder⟧\n", "target", {"sentence": "15 nye kunder"}),
            Invalid("goal: Raise conversion from 2.1 % to 2.6 %\n  target: ⟦3 %⟧\n", "target", {"field": "3 %"}),
            Invalid("mål: Auke salet frå 8 til 10 mill. kr\n  utgangspunkt: ⟦7 mill. kr⟧\n", "baseline"),
            Invalid("mål: Öka NPS från 32 till 45\n  målvärde: ⟦40⟧\n", "target"),
            Invalid("mål: Sælge 40 gavekort inden 30. juni 2026\n  frist: ⟦2026-07-31⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets by 30 June 2026\n  deadline: ⟦2026-05-31⟧\n", "deadline"),
            Invalid("mål: Sälja 40 presentkort i juni 2026\n  senast: ⟦2026-08-31⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets every week by 30 June 2026\n  deadline: ⟦2026-07-31⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets by 30 June 2025\n  deadline: ⟦2026-06-30⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets by June 2026\n  deadline: ⟦Q3 2026⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets from 1 July 2026\n  deadline: ⟦2026-05-01⟧\n", "deadline"),
            Invalid("goal: Sell 40 jackets by 30 June 2026\n  deadline: ⟦from 1 September 2026⟧\n", "deadline"),
            # one of the two says no unit
            Invalid("mål: Få 15 nye kunder\n  måltall: ⟦20⟧\n", "target"),
            Invalid("mål: Auke talet frå 32 til 45\n  måltal: ⟦40 poeng⟧\n", "target"),
            Invalid("goal: Renew 18 of 20 contracts\n  target: ⟦17⟧\n", "target", {"sentence": "18 of 20"}),
            Invalid("goal: Sell 40 jackets in June 2026\n  deadline: ⟦2026-03-31⟧\n", "deadline"),
        ],
    )


def test_the_sentence_is_shown() -> None:
    text = "goal: Win 15 customers\n  target: 20 customers\n"
    (found,) = lint(text, StatementFieldMismatch).findings
    assert [(text[slice(*place.span)], place.note) for place in found.related] == [("15 customers", "sentence")]


def test_fields_that_agree_are_kept() -> None:
    texts = {
        "goal: Win 20 customers by 30 June 2026\n  target: 20 customers\n  deadline: 2026-06-30\n": [
            "20 customers",
            "2026-06-30",
        ],
        "goal: Win 15 customers by 30 June 2026\n  target: 20 customers\n  deadline: 2026-06-30\n": [],
    }
    for text, places in texts.items():
        document = parse(text, "test.goals", today=TODAY)
        said = list(StatementFieldMismatch().check(document.all_goals[0], Context(document, TODAY, {})))
        assert [text[slice(*one.span)] for one in said if isinstance(one, Witness)] == places, text


def test_page() -> None:
    check_page(StatementFieldMismatch)
