"""What the names of columns mean, and what in a cell is an amount, a time or the word for a goal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.names import reads_as_time
from smartlint.readers.clauses import is_wish
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN
from smartlint.readers.keys import spelt
from smartlint.readers.mapping import NOTHING, DocumentMapping
from smartlint.readers.whose import is_owner_column
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import Kind, field_called, kind_in, phrase_of
from smartlint.reading import Text
from smartlint.source import Span

#: A name of more words is a sentence.
_LONGEST_NAME, _WISH = 6, 4
_BRACKETS = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]*[)\]]")
#: What stands behind a name, and is none: ``Baseline 2025``, ``Target Q3``.
_TIME = re.compile(
    r"(?<![\s/-])(?:[\s/-]+(?:(?:for|in|i|på|til|till) )?(?:20\d\d(?:/\d\d)?|[QKTH][1-4]|FY\d\d)){1,4}$", re.IGNORECASE
)
YEAR = re.compile(r"^20\d\d[ \t]+")
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_AMOUNT = re.compile(r"\W*\d[\d\s.,:/–-]*(?:%|[^\W\d]{1,12}\.?)?(?:\s*/\s*\w+)?\W*$")
#: ``2026 (mål)``: what stands in brackets behind a year is the name.
_OF_YEAR = re.compile(r"(?:19|20)\d\d\s*[(\[](?P<name>[^()\[\]]+)[)\]]$")
_CODE = re.compile(r"(?P<kind>KR|NR|O)[ -]?(?P<id>\d{1,2}(?:[.-]\d{1,2}){0,2})\W*$")
_NUMBERED = re.compile(r"(?P<name>.*?)[ #]*(?<!\d)(?P<id>\d{1,3}(?:\.\d{1,3}){0,3})?\W*$", re.DOTALL)
#: ``Key result 2``, ``KR2``, ``Mål nr. 2``.
_COUNT = re.compile(r"(?:(?<=\w) (?:nr|no)\.?)?(?<![ #])[ #]*(?<!\d)\d{1,2}$")
#: From so many words on a cell is a sentence rather than a name.
SENTENCE = 3


def column_field(written: str, language: str) -> str:
    """The field that a column is called after, or ""; what stands in brackets behind its name says no more."""
    bare = bare_name(written)
    found = field_called(written, language) or field_called(bare, language) or field_called(timeless(bare), language)
    if not found and field_called(_COUNT.sub("", phrase_of(bare)), language) == "how":
        return "how"  # ``Action 2``
    return found or ("owner" if is_owner_column(phrase_of(bare)) else "")


def timeless(name: str) -> str:
    """A name without the year or quarter that it is of."""
    return YEAR.sub("", _TIME.sub("", name))


def year_of(name: str) -> int:
    """The only year in a name, 0 where there is none."""
    years = _ANY_YEAR.findall(name)
    return int(years[0]) if len(years) == 1 else 0


def bare_name(written: str) -> str:
    """A name without what stands in brackets behind it, and without the sign of a question; without the year before it."""
    of_year = _OF_YEAR.match(written.strip())
    if of_year is not None:
        return of_year["name"].strip()
    return _BRACKETS.sub("", written).strip(" ?") or written


def row_kind(written: str, language: str) -> tuple[GoalWord | None, str]:
    """What a row is by the word in its column, and its number: ``Objective 2``, ``KR1.1``."""
    code = _CODE.match(written)
    if code is not None:
        return (OBJECTIVE if code["kind"] == "O" else KEY_RESULT), code["id"]
    kind = kind_in(written, language) if len(written.split()) <= SENTENCE else None
    if kind is None or not kind.bare:
        return None, ""
    numbered = _NUMBERED.match(written)
    return kind.word, (numbered["id"] or "") if numbered is not None else ""


def native(written: str) -> str:
    """A name with its Nordic letters, where it is known with them: ``hvornaar``."""
    phrase = phrase_of(written)
    with_letters = spelt(phrase)
    return written if with_letters == phrase else with_letters


def is_name(written: str, language: str, mapping: DocumentMapping = NOTHING) -> bool:
    """Whether a text could be the name of a column that is known."""
    if mapping and (mapping.kind(written) or mapping.is_statement(written) or mapping.field(written)):
        return True
    written = native(written)
    if not written or len(written.split()) > _LONGEST_NAME or is_amount(written) or row_kind(written, language)[1]:
        return False
    return bool(column_field(written, language)) or kind_of(written, language) is not None or is_weak(written)


def is_amount(written: str) -> bool:
    """A number with its unit, a size, a day: more figures than letters."""
    if _OF_YEAR.match(written) is not None:
        return False
    if _AMOUNT.match(written) is not None:
        return True
    return written[:1].isdecimal() and sum(map(str.isdecimal, written)) > sum(map(str.isalpha, written))


def kind_of(written: str, language: str) -> Kind | None:
    bare = bare_name(written)
    if phrase_of(bare) in document_words().achievements or (len(bare.split()) <= _WISH and is_wish(bare)):
        return Kind(PLAIN, bare=True)
    return kind_in(bare, language) if len(bare.split()) <= 4 else None


def is_time(name: str, language: str) -> bool:
    return not name.isdigit() and reads_as_time(Text(name, Span(0, len(name))), language)


def is_weak(written: str) -> bool:
    return phrase_of(bare_name(written)) in document_words().statements


def ranks(names: Sequence[str]) -> list[int]:
    """How deep columns of goals stand, which are called so: those that only a number tells apart, as ``KR 1 | KR 2``, alike."""
    found: list[int] = []
    above = None
    for name in names:
        bare = _COUNT.sub("", phrase_of(name))
        found.append(found[-1] + (bare != above or not bare) if found else 0)
        above = bare
    return found
