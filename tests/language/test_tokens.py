import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartlint.language import tokens
from smartlint.language.pack import CODES, load
from smartlint.language.tokens import Line, compound_number, number_value

#: What texts are made of, and what goes wrong in them.
PIECES = st.sampled_from(
    "Cut costs til 12 000 15 % 5% juni. by mid-March Q3, ² _ @ kl. 30/9 2026 t.o.m. (ca. 10–12 e.g. d. år! B2B 1. 1,5 ٣ Øke: "
    "in order to x".split()
)


def texts(language: str, value: str) -> list[str]:
    return [token.text for token in Line(value, load(language)).tokens]


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Reach 10,000 views", ["Reach", "10,000", "views"]),
        ("nb", "10 000 kr og 1\u202f200 kr.", ["10 000", "kr", "og", "1\u202f200", "kr."]),
        ("nb", "1’200 stk", ["1’200", "stk"]),
        ("en", "by 2026-09-30, or 2026-Q3.", ["by", "2026-09-30", ",", "or", "2026-Q3", "."]),
        ("nb", "30.09.2026 og 30/9 2026", ["30.09.2026", "og", "30/9 2026"]),
        ("nb", "innen utgangen av Q3", ["innen", "utgangen av", "Q3"]),
        ("sv", "senast t.o.m. maj", ["senast", "t.o.m.", "maj"]),
        ("en", "by mid-March", ["by", "mid-", "March"]),
        ("en", "the mid-tier shop", ["the", "mid-tier", "shop"]),
        ("en", "B2B K3s e-mail COVID-19 don't", ["B2B", "K3s", "e-mail", "COVID-19", "don't"]),
        ("sv", "0,25 %-enheter", ["0,25", "%-enheter"]),
        ("en", "≥ 4.5 → 5", ["≥", "4.5", "→", "5"]),
        ("nb", "250 000,–", ["250 000", ",–"]),
    ],
)
def test_a_text_falls_into_tokens(language: str, value: str, expected: list[str]) -> None:
    assert texts(language, value) == expected


def test_tokens_know_their_place_and_whether_they_are_glued() -> None:
    value = "Cut it to 200ms, now"
    line = Line(value, load("en"))
    assert [value[start : line.end(at)] for at, start in enumerate(line.starts)] == [token.text for token in line.tokens]
    assert [token.text for token in line.tokens if token.glued] == ["ms", ","]


@given(st.sampled_from(CODES), st.lists(PIECES, max_size=8), st.sampled_from([" ", "  ", "\n", " \u00a0"]))
def test_tokens_stand_where_the_text_has_them_and_nothing_but_blanks_is_left(code: str, pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)
    line = Line(text, load(code))
    ends = [line.end(at) for at in range(line.size)]
    assert [text[start:end] for start, end in zip(line.starts, ends, strict=True)] == [token.text for token in line.tokens]
    between = [text[end:start] for end, start in zip([0, *ends], [*line.starts, len(text)], strict=True)]
    assert not "".join(between).strip()


@given(st.sampled_from(CODES), PIECES)
def test_what_is_plain_is_what_the_pattern_finds(code: str, piece: str) -> None:
    pack = load(code)
    plain = tokens._plain(piece, pack)
    found, end = tokens._scan(piece, 0, pack)
    assert end == len(piece)
    assert plain is None or [(one.kind, one.text, one.glued) for one in plain] == [
        (one.kind, one.text, one.glued) for one in found
    ]


@pytest.mark.parametrize("text", ["Use 12 000 in 2026", "12 000 500", "1 2 3", "30/9 2026 and 5"])
def test_a_text_reads_the_same_once_its_words_are_known(text: str) -> None:
    first = Line(text, load("en"))
    again = Line(text, load("en"))
    assert (first.tokens, first.starts) == (again.tokens, again.starts)


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [
        ("nb", "tjuefem", 25),
        ("nb", "femogtyve", 25),
        ("nb", "hundreogfemti", 150),
        ("nb", "tohundreogfemti", 250),
        ("nb", "tretusen", 3000),
        ("nn", "trettifire", 34),
        ("nn", "nittini", 99),
        ("sv", "tjugofem", 25),
        ("sv", "tvåhundrafemtio", 250),
        ("sv", "niotusenniohundranittionio", 9999),
        ("da", "femogtyve", 25),
        ("da", "tooghalvfems", 92),
        ("da", "enogtyve", 21),
        ("da", "trehundredefemoghalvfjerds", 375),
        ("en", "twenty-five", 25),
        ("en", "thirty-two", 32),
    ],
)
def test_a_number_of_several_morphemes_is_composed(language: str, word: str, value: float) -> None:
    assert compound_number(word, load(language)) == value


@pytest.mark.parametrize(
    ("language", "word"),
    [("nb", "tonene"), ("nb", "femmer"), ("da", "tresko"), ("sv", "ettan"), ("en", "tenant"), ("nb", "nier")],
)
def test_a_word_that_starts_like_a_number_is_none(language: str, word: str) -> None:
    assert compound_number(word, load(language)) is None


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv", "da"])
def test_number_words_to_twenty(language: str) -> None:
    words = load(language).number_words
    articles = set(load(language).data["numbers"]["article"])
    values = set(words.values())
    assert values >= set(range(2, 21))
    assert articles


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("1 234,5", ",", (1234.5, False)),
        ("1.234,5", ".", (1234.5, False)),
        ("1,234.5", ",", (1234.5, False)),
        ("1.234", ",", (1234, False)),
        ("1.234", ".", (1.234, True)),
        ("12,34", ".", (12.34, False)),
        ("0,123", ",", (0.123, False)),
        ("1,234,567", ",", (1234567, False)),
        ("1.234.567,8", ",", (1234567.8, False)),
        ("3.400,102.27", ",", (3400102.27, True)),
    ],
)
def test_digits_with_separators(text: str, decimal: str, expected: tuple[float, bool]) -> None:
    assert number_value(text, decimal) == expected
