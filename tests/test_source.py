"""Where a place in a text is for a reader, and which bytes are text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.source import Position, Source, Spaced, Span, Unreadable, decode

#: Letters of one, two, three and four bytes, one that joins the letter before it, and blanks; no other line end than LF.
LINES = st.text(st.sampled_from("aøÅ–😀\u0301 \t\n"))
BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, (1, 1)), (4, (1, 5)), (8, (1, 9)), (9, (2, 1)), (12, (2, 4)), (13, (3, 1)), (14, (4, 1)), (15, (4, 2))],
)
def test_lines_and_columns_are_counted_from_1_in_code_points(offset: int, expected: tuple[int, int]) -> None:
    assert Source("mål: 😀 å\nfri\n\nx").position(offset) == expected


def test_an_offset_outside_the_text_is_its_start_or_end() -> None:
    source = Source("mål\nx")
    assert source.position(-7) == (1, 1)
    assert source.position(5) == source.position(99) == Position(2, 2)


def test_an_empty_text_has_one_empty_line() -> None:
    source = Source("", "a.goals")
    assert (source.path, source.line_count, source.line(1), source.line_span(1)) == ("a.goals", 1, "", (0, 0))
    assert source.position(0) == (1, 1)


def test_a_line_end_at_the_end_of_the_text_starts_another_line() -> None:
    source = Source("a\nb\n")
    assert source.line_count == 3
    assert [source.line(line) for line in (1, 2, 3)] == ["a", "b", ""]
    assert source.position(4) == (3, 1)


def test_lines_that_end_with_crlf_are_those_of_lf() -> None:
    text = "mål: a\n  eier: Kari\n\nslutt"
    source, windows = Source(text), Source(text.replace("\n", "\r\n"))
    assert windows.line_count == source.line_count == 4
    for line in range(1, 5):
        assert windows.line(line) == source.line(line)
        assert windows.position(windows.line_span(line).start) == source.position(source.line_span(line).start)
        assert windows.position(windows.line_span(line).end) == source.position(source.line_span(line).end)


def test_only_the_cr_that_stands_before_lf_belongs_to_the_line_end() -> None:
    source = Source("a\rb\r\r\nc\r")
    assert [source.line(line) for line in range(1, source.line_count + 1)] == ["a\rb\r", "c"]


@pytest.mark.parametrize("inside", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_what_else_ends_a_line_somewhere_is_part_of_a_line(inside: str) -> None:
    source = Source(f"a{inside}b\nc")
    assert source.line_count == 2
    assert source.line(1) == f"a{inside}b"
    assert source.position(2) == (1, 3)


def test_a_line_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        Source("a\nb").line(3)


def test_slices_and_spans() -> None:
    source = Source("mål: selge")
    assert source.slice(Span(5, 10)) == "selge"
    assert Span(5, 10).cover(Span(2, 7)) == Span(2, 7).cover(Span(5, 10)) == (2, 10)
    assert Span(2, 10).contains(Span(2, 10))
    assert Span(2, 10).contains(Span(5, 5))
    assert not Span(2, 10).contains(Span(1, 3))
    assert not Span(2, 10).contains(Span(9, 11))


@given(LINES)
def test_the_lines_are_those_of_splitlines(text: str) -> None:
    source = Source(text)
    lines = text.splitlines() + [""] * (not text or text.endswith("\n"))
    assert [source.line(line) for line in range(1, source.line_count + 1)] == lines
    for line, content in enumerate(lines, 1):
        start, end = source.line_span(line)
        assert text[start:end] == content
        assert source.position(start) == (line, 1)
        assert source.position(end) == (line, len(content) + 1)


@given(LINES, st.data())
def test_a_position_counts_the_lines_and_letters_before_it(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = (text[:offset] + "|").splitlines()
    source = Source(text)
    position = source.position(offset)
    assert position == (len(before), len(before[-1]))
    assert source.line_span(position.line).start + position.column - 1 == offset


@given(LINES)
def test_crlf_changes_no_line(text: str) -> None:
    source, windows = Source(text), Source(text.replace("\n", "\r\n"))
    assert windows.line_count == source.line_count
    for line in range(1, source.line_count + 1):
        assert windows.line(line) == source.line(line)
        assert windows.position(windows.line_span(line).end) == source.position(source.line_span(line).end)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_text_comes_out_of_its_bytes_with_or_without_a_byte_order_mark(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(BOM + text.encode()) == text


def test_a_byte_order_mark_takes_no_column() -> None:
    source = Source(decode(BOM + b"goal: x\ngoal: y"))
    assert source.line(1) == "goal: x"
    assert source.position(source.text.index("x")) == (1, 7)


@pytest.mark.parametrize(
    ("data", "reason", "at"),
    [
        ("mål".encode("utf-16"), "utf-16", 0),
        (b"\xfe\xff\x00g\x00o", "utf-16", 0),
        ("mål".encode("utf-32"), "utf-32", 0),
        (b"\x00\x00\xfe\xff\x00\x00\x00g", "utf-32", 0),
        (b"PK\x03\x04\x00\x01", "binary", 4),
        (BOM + b"go\x00al", "binary", 5),
        ("mål: øke".encode("latin-1"), "encoding", 1),
        ("a – b".encode("cp1252"), "encoding", 2),
        (b"goal: \xed\xa0\x80", "encoding", 6),
        ("mål".encode()[:2], "encoding", 1),
    ],
)
def test_bytes_that_are_no_text_say_why_and_where(data: bytes, reason: str, at: int) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(data)
    assert (raised.value.reason, raised.value.at) == (reason, at)
    assert str(raised.value) == reason


def test_the_place_of_a_bad_byte_counts_the_byte_order_mark() -> None:
    with pytest.raises(Unreadable) as raised:
        decode(BOM + "mål".encode("latin-1"))
    assert raised.value.at == 4


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_say_where_they_are_not(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable as error:
        found = error
    else:
        assert text.encode() in (data, data.removeprefix(BOM))
        return
    assert found.reason in ("utf-16", "utf-32", "binary", "encoding")
    assert 0 <= found.at < len(data)


@pytest.mark.parametrize(("text", "end"), [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a", "\n"), ("", "\n"), ("\r\n", "\r\n")])
def test_how_lines_end(text: str, end: str) -> None:
    assert Source(text).line_end == end


def test_a_text_with_room_between_its_pieces_has_the_lines_of_the_file() -> None:
    file = Source("ab\ncd\nef", "a.goals")
    spaced = Spaced(file, ["ab\n", "cd\n", "ef"], [0, 10, 14])
    assert (spaced.file, spaced.path, spaced.line_count, spaced.line_end) == (file, "a.goals", 3, "\n")
    assert [spaced.slice(Span(at, at + 2)) for at in (0, 10, 14)] == ["ab", "cd", "ef"]
    assert not spaced.text.replace("ab", "").replace("cd", "").replace("ef", "").strip()
    assert [spaced.line(number) for number in (1, 2, 3)] == ["ab", "cd", "ef"]
    assert spaced.position(11) == file.position(4)
    assert spaced.in_file(Span(10, 16)) == Span(3, 8)
    assert spaced.in_file(Span(5, 12)) == Span(3, 5)
    assert [spaced.from_file(offset) for offset in (0, 4, 6, 8)] == [0, 11, 14, 16]
    assert spaced.piece(10) == spaced.piece(13) != spaced.piece(0)
    assert (spaced.moved(11), spaced.moved(15)) == ((-7, 2), (-8, 3))


def test_a_text_that_stands_as_in_its_file_is_that() -> None:
    file = Source("ab\n")
    assert (file.file, file.in_file(Span(1, 2)), file.from_file(1)) == (file, Span(1, 2), 1)
