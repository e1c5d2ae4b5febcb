"""What must hold of every text, and what the sentence as a whole says: verbs in their place, means, placeholders."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.language.pack import load
from smartlint.language.roles import LISTED
from tests.language.reading import LANGUAGES, quantity_field, sentence, spans, time_field

_PIECES = (
    "12",
    "4,5",
    "2026",
    "31",
    "1/7",
    "30.09.",
    "2026-W99",
    "%",
    "–",
    ".",
    ",",
    "'",
    "-",
    "+",
    "/",
    "$N",
    "x",
    "Q3",
    "FY26",
    "v2",
    "\n",
)


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and words of its pack in any order, with numbers and signs between them, glued or not."""
    language = draw(st.sampled_from(LANGUAGES))
    known = sorted(load(language).words())
    pieces = st.one_of(st.sampled_from(known), st.sampled_from(_PIECES), st.text(max_size=4))
    parts = draw(st.lists(st.tuples(pieces, st.sampled_from((" ", " ", " ", "", "-", "\u00a0"))), max_size=9))
    return language, "".join(piece + gap for piece, gap in parts)


@settings(max_examples=600, deadline=None)
@given(_texts())
def test_nothing_raises_and_every_span_is_a_slice(case: tuple[str, str]) -> None:
    language, value = case
    reading = sentence(language, value, start=5)
    for span, said in spans(reading):
        assert value[span.start - 5 : span.end - 5] == said
        assert said.strip() == said != ""
    for span in reading.means:
        assert 5 <= span.start < span.end <= 5 + len(value)
    for group in ([time.span for time in reading.times], [one.span for one in reading.quantities]):
        assert all(before.end <= after.start for before, after in pairwise(group))
    for quantity in reading.quantities:
        assert quantity.low <= quantity.high
    for time in reading.times:
        assert time.start is None or time.end is None or time.start <= time.end
        # The day of an event ("before launch") is not known, nor is the interval of "per match".
        assert (time.role == "deadline") <= (time.start is None and (time.end is not None or time.derived))
        assert bool(time.iso) or time.role in ("deadline", "period", "recurrence")


@settings(max_examples=200, deadline=None)
@given(_texts())
def test_a_field_is_read_or_refused_with_a_value_error(case: tuple[str, str]) -> None:
    language, value = case
    quantity_field(language, value)
    try:
        time_field(language, value)
    except (ValueError, OverflowError):
        return


def hits(language: str, value: str, *kinds: str) -> list[str]:
    return [hit.text for hit in sentence(language, value).of(*(kinds or ("vague_verb", "deliver")))]


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Support ten customers", ["Support"]),
        ("en", "We will support ten customers", ["support"]),
        ("en", "Get support from sales and open questions", []),
        ("en", "Hire and support engineers", ["Hire", "support"]),
        ("en", "Sales and support", []),
        ("en", "Open the office in Malmö and close the one in Lund", ["Open", "close"]),
        ("en", "Use the open release of the build", []),
        ("en", "Supporting every branch", ["Supporting"]),
        ("nb", "Støtte ti kunder", ["Støtte"]),
        ("nb", "Få støtte fra ti kunder", []),
        ("nb", "Holde kurs for laget", []),
        ("nb", "Vi skal kurse laget", ["kurse"]),
        ("nb", "Bygg en fabrikk", ["Bygg"]),
        ("nb", "Male hvert bygg", ["Male"]),
        ("nn", "Eit kurs for laget", []),
        ("nn", "Me vil ha støtte til eit bygg", []),
        ("nn", "Vi skal støtte laget", ["støtte"]),
        ("da", "Få støtte til et hold", []),
        ("da", "Vi skal støtte et hold", ["støtte"]),
    ],
)
def test_a_word_that_is_a_noun_too_counts_as_a_verb_in_its_place(language: str, value: str, expected: list[str]) -> None:
    assert hits(language, value) == expected


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "Grow sales by calling 50 customers", "by calling"),
        ("en", "Grow sales by actively calling customers", "by actively calling"),
        ("nb", "Øke salget ved å ringe 50 kunder", "ved å ringe"),
        ("nb", "Øke salget ved at selgerne ringer", "ved at selgerne"),
        ("nb", "Øke salget ved hjelp av tilbud", "ved hjelp av tilbud"),
        ("nn", "Auke salet ved å ringje 50 kundar", "ved å ringje"),
        ("sv", "Öka försäljningen genom att ringa 50 kunder", "genom att ringa"),
        ("sv", "Öka försäljningen med hjälp av erbjudanden", "med hjälp av erbjudanden"),
        ("da", "Øge salget ved at ringe til 50 kunder", "ved at ringe"),
        ("da", "Øge salget gennem flere opkald", "gennem flere"),
    ],
)
def test_means_are_found(language: str, value: str, expected: str) -> None:
    [span] = sentence(language, value).means
    assert value[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en", "Finish by Friday"),
        ("en", "Grow by 10 %"),
        ("en", "Win by June"),
        ("nb", "Stå ved utgangen"),
        ("nb", "Vokse med 10 %"),
    ],
)
def test_no_means(language: str, value: str) -> None:
    assert sentence(language, value).means == ()


def test_placeholders_and_redactions() -> None:
    for value, kind in (
        ("Reach XX % by Q3", "placeholder"),
        ("Reach <number> customers", "placeholder"),
        ("Owner: TBD", "placeholder"),
        ("Raise $N by Q3", "redaction"),
    ):
        assert [hit.kind for hit in sentence("en", value).of("placeholder", "redaction")] == [kind]
    assert not sentence("en", "Sell $5 and 3 x 4").of("placeholder", "redaction")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_text_has_an_empty_reading(language: str) -> None:
    assert sentence(language, "").quantities == ()
    assert sentence(language, " \n\t").words == 0


def test_the_words_that_only_rules_ask_for_are_among_the_hits_in_order_of_place() -> None:
    first, second = (sentence("en", "Improve the share of customers who never return from 8 % to 5 %") for _ in range(2))
    assert list(first.hits) == sorted(first.hits)
    assert len(first.hits) > len([hit for hit in first.hits if hit.kind in LISTED])
    assert first.hits[0].kind == first.hits[:1][0].kind == "vague_verb"
    assert (first, hash(first.hits), repr(first.hits)) == (second, hash(second.hits), repr(second.hits))
