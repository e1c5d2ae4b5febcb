"""What a terminal shows of a text, and how wide that is."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from smartlint.reporters.visible import cells, clip, expand, goal_path, is_narrow, visible, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Øke salget – 10 %", "Øke salget – 10\u00a0%".replace("\u00a0", " ")),
        ("\x1b[31m", "␛[31m"),
        ("a\tb\r\n", "a␉b␍␊"),
        ("\x7f\x85", "␡⟨U+0085⟩"),
        ("\u202e\u2066\u200f\ufeff\u200b", "⟨U+202E⟩⟨U+2066⟩⟨U+200F⟩⟨U+FEFF⟩⟨U+200B⟩"),
        ("\u2028\u2029", "⟨U+2028⟩⟨U+2029⟩"),
        ("👩‍👧", "👩‍👧"),
        ("\U000e0041", "⟨U+E0041⟩"),
    ],
)
def test_what_has_no_shape_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    left = visible(text).replace("\u200c", "").replace("\u200d", "")
    assert not {category(sign) for sign in left} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("mål", 3), ("日本", 4), ("e\u0301", 1), ("👩‍👧", 2), ("…", 1), ("⟨U+202E⟩", 8)]
)
def test_width(text: str, width: int) -> None:
    assert cells(text) == width


def test_what_is_taken_for_narrow_is() -> None:
    narrow = [sign for sign in map(chr, range(0x30000)) if visible(sign) == sign and is_narrow(sign)]
    assert {wcwidth(sign) for sign in narrow} == {1}
    assert set("aÅßŠώЖ€™→≥≠√½✓\u00a0\u2009\u202f") <= set(narrow)
    assert not set("日👩\u0301\u200d\ufe0f✅") & set(narrow)


def test_tabs_go_to_the_next_stop() -> None:
    assert expand("a\tb\t日\tc") == "a   b   日  c"
    assert expand("\t\tx") == "        x"


@given(st.text(), st.text())
def test_the_start_of_a_line_is_shown_the_same_without_its_rest(start: str, rest: str) -> None:
    assert expand(start + rest).startswith(expand(start))


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Mn"))), st.integers(2, 30))
def test_a_text_is_cut_to_its_room(text: str, room: int) -> None:
    cut = clip(text, room)
    assert cells(cut) <= room
    assert cut == text or cut.endswith("…")


@given(st.text(st.sampled_from("ab 日e\u0301👩\u200d👧-"), max_size=200), st.integers(0, 12), st.integers(40, 80))
def test_wrapped_lines_are_never_too_wide_and_lose_nothing(text: str, indent: int, width: int) -> None:
    lines = wrapped(visible(text), indent, width)
    assert max(map(cells, lines)) <= width
    assert all(line.startswith(" " * indent) for line in lines[1:])
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


def test_a_line_ends_where_a_word_does() -> None:
    assert wrapped("note: sell more of the same to fewer of them", 6, 20) == (
        "note: sell more of",
        "      the same to",
        "      fewer of them",
    )


def test_a_goal_is_named_from_its_outermost_parent_on() -> None:
    assert goal_path(("S1", "G\x1b1", "x" * 99)) == f"S1 › G␛1 › {'x' * 59}…"
