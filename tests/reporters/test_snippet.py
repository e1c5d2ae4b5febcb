"""Whatever stands in a file, and wherever the places are: no line is too wide, and signs stand below their text."""

from hypothesis import given
from hypothesis import strategies as st

from smartlint.reporters.paint import Paint
from smartlint.reporters.snippet import Mark, snippet
from smartlint.reporters.visible import cells, expand
from smartlint.source import Source, Span

TEXTS = st.text(
    st.one_of(st.sampled_from("a\t\n\r日e\u0301👩\u200d👧\x1b\u202e …"), st.characters(codec="utf-8")), max_size=400
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Source, list[Mark]]:
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    spans = [Span(*sorted((draw(offsets), draw(offsets)))) for _ in range(draw(st.integers(1, 4)))]
    notes = ["", *(draw(st.sampled_from(["", "note", "a longer note that says more"])) for _ in spans[1:])]
    kinds = ["error", *("frame" for _ in spans[1:])]
    marks = [Mark(span, kind, note) for span, kind, note in zip(spans, kinds, notes, strict=True)]
    return Source(text, "a.goals"), marks


@given(marked(), st.integers(40, 120))
def test_no_line_is_too_wide_and_no_place_is_left_out(given_: tuple[Source, list[Mark]], width: int) -> None:
    source, marks = given_
    gutter = len(str(source.line_count))
    lines = list(snippet(source, marks, gutter, width, Paint(enabled=False)))
    assert max(map(cells, lines)) <= width
    assert any("^" in line for line in lines)
    shown = {line.partition("|")[0].strip() for line in lines}
    assert {str(source.position(mark.span.start).line) for mark in marks} <= shown
    for mark in marks:
        assert not mark.note or any(line.endswith(mark.note) or f"{mark.note} " in line for line in lines)


@given(marked())
def test_the_signs_stand_below_what_they_mark(given_: tuple[Source, list[Mark]]) -> None:
    source, (mark, *_) = given_
    line = source.position(mark.span.start).line
    whole = source.line_span(line)
    start = min(mark.span.start, whole.end)
    before = cells(expand(source.text[whole.start : start]))
    marked_width = cells(expand(source.text[whole.start : max(start, min(mark.span.end, whole.end))])) - before
    signs = list(snippet(source, [mark], 3, 10_000, Paint(enabled=False)))[2]
    assert signs == "    | " + " " * before + "^" * max(1, marked_width)
