from smartlint.rule import Option, date
from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.time_bound.all_same_day import AllSameDay


def _goals(word: str, *times: str) -> str:
    text = "Sign 12 customers" if word == "goal" else "Få 12 kundar" if "innan" in times[-1] else "Få 12 kunder"
    return "".join(f"{word} {number}: {text} {time}\n" for number, time in enumerate(times, 1))


_NB, _NN, _SV = ("innen 15. oktober 2026", "innan 15. oktober 2026", "senast 15 oktober 2026")
_DA, _EN = "inden 15. oktober 2026", "by 15 October 2026"


def test_cases() -> None:
    check_rule(
        AllSameDay,
        valid=[
            _goals("goal", _EN, _EN, _EN),
            _goals("goal", _EN, _EN, _EN, _EN, "by 30 June 2026"),
            "period: 2026\n" + _goals("goal", _EN, _EN, _EN, _EN, ""),
            "periode: 2026\nmål 1: Få 12\nmål 2: Få 13\nmål 3: Få 14\nmål 4: Få 15\n",
            _goals("mål", _NB, _NB, _NB, _NB + "\n  milepæler:\n    - 2026-06-30: 6"),
            "periode: K3 2026\n" + _goals("mål", *["innan 30. september 2026"] * 4),
            _goals("mål", _NN, _NN, _NN, _NN + "\n  status: nådd"),
            _goals("mål", *["senast 15 oktober"] * 4),
            _goals("mål", _SV, _SV, _SV, _SV + "\n  hur:\n    - Ringa kunder (senast: 2026-05-04)"),
            _goals("mål", _DA, _DA, _DA, "inden 16. oktober 2026"),
            _goals("mål", _DA, _DA, _DA) + "vision: 900 kunder inden 15. oktober 2026\n",
        ],
        invalid=[
            Invalid(
                _goals("goal", f"⟦{_EN}⟧", _EN, _EN, _EN),
                "same",
                {"count": 4, "date": date(2026, 10, 15), "limit": 4},
                "info",
            ),
            Invalid("period: 2026\n" + _goals("goal", *["⟦by 31 December 2026⟧", *["by 31 December 2026"] * 4]), "same"),
            Invalid(_goals("mål", f"⟦{_NB}⟧", _NB, _NB, _NB), "same"),
            Invalid(_goals("mål", f"⟦{_NB}⟧", _NB, _NB, _NB) + "mål: Trivsel\n", "same"),
            Invalid(_goals("mål", f"⟦{_NN}⟧", _NN, _NN, _NN, _NN), "same", {"count": 5}),
            Invalid(_goals("mål", "\n  frist: ⟦2026-10-15⟧", _NN, _NN, _NN), "same"),
            Invalid(_goals("mål", f"⟦{_SV}⟧", _SV, _SV, _SV), "same"),
            Invalid(_goals("mål", *["⟦senast 2027-01-15⟧", *["senast 2027-01-15"] * 3]), "same"),
            Invalid(_goals("mål", f"⟦{_DA}⟧", _DA, _DA, _DA), "same"),
            Invalid("periode: 2026\n" + _goals("mål", f"⟦{_DA}⟧", _DA, _DA, "\n  frist: 15.10.2026"), "same"),
        ],
    )


def test_the_number_is_an_option() -> None:
    class Strict(AllSameDay):
        options = (Option("min-goals", 3, {"type": "integer"}, ""),)

    text = _goals("mål", _NB, _NB, _NB)
    assert lint(text, Strict).findings
    assert not lint(text, AllSameDay).findings


def test_page() -> None:
    check_page(AllSameDay)
