"""Lines that logs of CI services take for commands."""

from hypothesis import given
from hypothesis import strategies as st

from smartlint.reporters import Look
from smartlint.reporters.command import escaped, text, worst_first
from tests.reporters.readers import unescaped
from tests.reporters.samples import TODAY, Remark, Twofold, Unowned, finding, result


@given(st.text(st.sampled_from("%0AD25:,;]\r\nå")), st.sampled_from([("", "%25"), (":,", "%25"), ("];", "%AZP25")]))
def test_an_escaped_value_is_a_line_and_the_same_once_it_is_read(value: str, how: tuple[str, str]) -> None:
    signs, percent = how
    shown = escaped(value, signs, percent)
    assert not set(shown) & set(f"\r\n{signs}")
    assert unescaped(shown, percent) == value


def test_what_to_write_instead_stands_on_a_line_of_its_own() -> None:
    assert text(finding(Unowned, "⟦a⟧")[0], Look(TODAY)) == "no owner\nhelp: add a line `owner: ⟨name⟩`"
    assert text(finding(Twofold, "⟦a⟧", params={"here": "x\ny", "there": 2})[0], Look(TODAY)).count("\n") == 0


def test_the_worst_come_first_and_the_rest_keeps_its_order() -> None:
    given = result(
        finding(Remark, "⟦a⟧"),
        finding(Unowned, "⟦a⟧"),
        finding(Twofold, "⟦a⟧", params={"here": 1, "there": 2}),
        finding(Unowned, "\n⟦a⟧"),
    )
    shown = [(one.level, one.place.start.line) for one in worst_first(given, Look(TODAY, verbose=True))]
    assert shown == [("error", 1), ("error", 2), ("warning", 1), ("info", 1)]
    assert len(list(worst_first(given, Look(TODAY)))) == 3
