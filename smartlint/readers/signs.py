"""Signs before and behind a text: pictures, which may stand for a status."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.vocabulary import distance, vocabulary
from smartlint.readers.word_lists import document_words
from smartlint.source import Span

BLANKS = r"[ \t\u00a0]"
_EMOJI = r"(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u200d\ufe0f\u20e3]{1,40}|:[a-z][a-z0-9_+-]{1,40}:)"
SIGN = re.compile(rf"(?P<sign>{_EMOJI}){BLANKS}*(?:\([^()]{{1,60}}\){BLANKS}+)?")
_EXPLAINED = re.compile(rf"(?P<parted>[,;·|/]{BLANKS}*+)?(?P<sign>{_EMOJI}){BLANKS}*+(?:[=:–-]{BLANKS}*+)?(?=[^\W\d_])")
#: In shorter words one letter makes another word: ``passed``, ``paused``.
_LONG_ENOUGH = 7
_DOUBLE = re.compile(r"(.)\1")
#: So many signs with a mark between them are explained, or more without any.
_SEVERAL = 2
SIGN_BEHIND = re.compile(rf"(?<!{BLANKS}){BLANKS}*(?P<sign>{_EMOJI})$")


def after_sign(text: str, span: Span) -> Span:
    """A text without the sign that it begins with, whatever that means."""
    match = SIGN.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match is not None else span


def status_before(text: str) -> str:
    """The status whose sign a text begins with, or ""."""
    match = SIGN.match(text)
    written = match["sign"].strip().rstrip("\ufe0f") if match is not None else ""
    return document_words().signs.get(written) or document_words().signs.get(written[:1], "")


def explains_signs(text: str) -> bool:
    """A line that says what several signs stand for: ``🟢 on track, 🟡 at risk, 🔴 needs help``."""
    found = {match["sign"].strip().rstrip("\ufe0f"): match for match in _EXPLAINED.finditer(text)}
    told = [match for sign, match in found.items() if sign in document_words().signs]
    return len(told) > _SEVERAL or (len(told) == _SEVERAL and told[1]["parted"] is not None)


def is_point(text: str, span: Span) -> bool:
    """A line that begins with a sign as items do, as another one does: ``⭐ Waste under 7 %``."""
    sign = next((one for one in document_words().points if text.startswith(one, span.start, span.end)), "")
    return bool(sign) and (text.find(sign, span.end) >= 0 or text.rfind(sign, 0, span.start) >= 0)


def status_of(text: str) -> str:
    """The status that a text says, at its beginning, or ""."""
    words = text.lower().strip(" .!").split()
    for size in range(min(4, len(words)), 0, -1):
        found = vocabulary().statuses.get(" ".join(words[:size]).strip(",;:.!"))
        if found:
            return found
    return document_words().signs.get(text.strip()[:1], "")


@lru_cache(256)
def is_misspelt_status(text: str) -> bool:
    """A status with one letter wrong, ``on trak``, ``commited``, of which something has to be said."""
    words = text.lower().strip(" .!").split()
    phrase = " ".join(words)
    if len(phrase) < _LONG_ENOUGH or phrase in vocabulary().statuses:
        return False
    known = [status.split() for status in vocabulary().statuses if distance(phrase, status, 1) == 1]
    if len(words) == 1:  # where letters are swapped, or one of two is left out: any other word may be right in some language
        alike = (status[0] for status in known if len(status) == 1)
        return any(sorted(phrase) == sorted(one) or _DOUBLE.sub(r"\1", phrase) == _DOUBLE.sub(r"\1", one) for one in alike)
    right = {word for status in vocabulary().statuses for word in status.split()}
    return any(len(status) == len(words) and not right.issuperset(words) for status in known)


def confidence_of(text: str) -> float | None:
    """``0.7``, ``70 %``, ``7/10`` and ``7`` are all the same."""
    match = re.match(r"(\d{1,3}(?:[.,]\d+)?)\s*(%|/\s*10|/\s*5)?$", text)
    if match is None:
        return None
    value = float(match[1].replace(",", "."))
    sign = (match[2] or "").replace(" ", "")
    scale = {"%": 100, "/10": 10, "/5": 5}.get(sign) or (1 if value <= 1 else 10 if value <= 10 else 100)
    return value / scale if value <= scale else None
