from smartlint.parser import parse
from smartlint.rule import Context, Report, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule
from smartlint_rules.limits.too_many_key_results import TooManyKeyResults


def objective(count: int, head: str = "objective O1", word: str = "KR", marked: int = 0, status: str = "") -> str:
    """An objective with so many key results; one of them is marked, the last one has a status."""
    heads = (f"{word} {number}" for number in range(1, count + 1))
    lines = (f"  ⟦{one}⟧: 20 of 30" if number == marked else f"  {one}: 20 of 30" for number, one in enumerate(heads, 1))
    return f"{head}: Guests come back\n" + "\n".join(lines) + "\n" + (f"    status: {status}\n" if status else "")


def test_cases() -> None:
    check_rule(
        TooManyKeyResults,
        valid=[
            objective(5),
            objective(5, "OKR-mål", "nøkkelresultat"),
            objective(5, "objective O2", "nyckelresultat"),
            objective(5, "OKR-mål 3", "nøgleresultat"),
            objective(6, status="done"),
            objective(6, status="avlyst"),
            objective(6).replace("  KR 6", "objective O2: Staff stay\n  KR 6"),
            # its own actions and sub-goals are no key results
            objective(5) + "  how:\n" + "".join(f"    - Call {n} guests\n" for n in range(1, 8)),
            "goal 1: Win 20 customers\n" + "".join(f"  goal 1.{n}: Call {n} people\n" for n in range(1, 8)),
        ],
        invalid=[
            Invalid(objective(6, marked=6), "many", {"count": 6, "limit": 5}, "warning"),
            Invalid(objective(8, "OKR-mål 1", "nøkkelresultat", marked=6), "many", {"count": 8}),
            Invalid(objective(6, "objective", "nyckelresultat", marked=6), "many"),
            Invalid(objective(6, "OKR-mål", "nøgleresultat", marked=6), "many"),
            # a plain goal with key results is an objective
            Invalid(objective(6, "mål 1", "nøkkelresultat", marked=6), "many"),
            # bullets under an objective are key results
            Invalid("O1: Nya hittar hem\n- 1 av 2\n- 2 av 3\n- 3 av 4\n- 4 av 5\n- 5 av 6\n- ⟦6 av 7⟧\n", "many"),
            Invalid(objective(7, marked=6, status="cancelled"), "many", {"count": 6}),
        ],
    )


def test_the_limit_is_an_option() -> None:
    document = parse(objective(4), "test.goals", today=TODAY)
    for limit, count in ((3, 1), (4, 0)):
        said = TooManyKeyResults().check(document.goals[0], Context(document, TODAY, {"max": limit}))
        assert len([one for one in said if isinstance(one, Report)]) == count, limit


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = ((objective(3), ["KR 3"]), ("objective O1: Guests come back\n", []))
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = TooManyKeyResults().check(document.all_goals[0], Context(document, TODAY, {"max": 5}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(TooManyKeyResults)
