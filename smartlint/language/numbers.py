"""Numbers in a row of tokens: digits with separators, number words composed, scales; and what is no number at all."""

from __future__ import annotations

from smartlint.language.roles import COUNTABLE, JOINER, TIMELY, WORD, bits
from smartlint.language.row import Row
from smartlint.language.tokens import number_value
from smartlint.record import Final

#: Signs that make a code of the numbers beside them: ``8:30``, ``4.2.1``, ``#12``, ``§ 4``.
_CODE: Final = frozenset({":", "#", "_", "\\", "."})
#: This many groups of digits in a row, parted by blanks or hyphens, are a telephone number.
_GROUPS: Final = 3
#: How many words a number may have: without an end, a row of them would be read again from each.
_LONGEST: Final = 16
#: From here on digits count nothing: sums and powers of what is smaller can be held.
_LARGEST: Final = 1e40
#: So many digits after a "+" are one as well.
_DIALLED: Final = 8


_ARTICLE: Final = bits("article")
_FRACTION: Final = bits("fraction")
_MULTIPLIER: Final = bits("multiplier")
_MULTIPLIER_SCALE: Final = bits("multiplier", "scale")
_NUMBER: Final = bits("number")
_NUMBER_MULTIPLIER_ARTICLE: Final = bits("number", "multiplier", "article")
_Q_ABOVE_Q_BELOW_P_WITHIN: Final = bits("q.above", "q.below", "p.within")
_Q_AT_LEAST_Q_AT_MOST: Final = bits("q.at_least", "q.at_most")
_Q_HALF_MORE: Final = bits("q.half_more")
_R_EACH_R_OTHER: Final = bits("r.each", "r.other")
_R_EVERY_R_RATE: Final = bits("r.every", "r.rate")
_T_UNIT_T_DEFINITE: Final = bits("t.unit", "t.definite")
_SCALE: Final = bits("scale")
_MEASURE: Final = bits("measure")
_T_UNIT_MEASURE: Final = bits("t.unit", "measure")


class Number:
    """A number and the tokens it takes."""

    __slots__ = ("ambiguous", "digits", "first", "next", "value", "word")

    def __init__(self, value: float, first: int, after: int, digits: bool, ambiguous: bool = False, word: bool = False) -> None:
        self.value = value
        self.first = first
        self.next = after
        self.digits = digits
        self.ambiguous = ambiguous
        self.word = word


class Numbers(Row):
    """Reads the numbers of a row; ``taken`` are tokens that belong to times."""

    _taken: frozenset[int]
    _text: str

    def _number(self, at: int) -> Number | None:
        """A number in digits or words at a token."""
        token = self._token(at)
        if token is None or at in self._taken:
            return None
        if token.kind == "number":
            value, ambiguous = number_value(token.text, self._pack.decimal)
            return Number(value, at, at + 1, True, ambiguous) if value < _LARGEST else None
        if not token.common & COUNTABLE and not token.common & _SCALE:
            return None
        if token.common & _Q_HALF_MORE:
            return Number(1.5, at, at + 1, False, word=True)
        return self._words(at)

    def _words(self, at: int) -> Number | None:
        """Number words composed: ``to hundre og femti``, ``one hundred and fifty``, ``to en halv``."""
        total = current = 0.0
        first, seen = at, False
        limit = min(self._size, first + _LONGEST)
        while at < limit and at not in self._taken:
            token = self._tokens[at]
            half = self._half_after(at, seen)
            if half:
                return Number(total + current + 0.5, first, half, False, word=True)
            if token.common & _MULTIPLIER or (seen and token.common & _SCALE and len(token.low) > 3):
                factor = float(token.roles.get("multiplier") or token.roles["scale"])
                current = (current or 1) * factor
                if factor >= 1000:
                    total, current = total + current, 0.0
            elif token.common & _NUMBER:
                value = float(token.roles["number"])
                if current % 100 and not (current % 100 >= 20 and value < 10):
                    break
                current += value
            elif token.common & _ARTICLE and not seen and self._opens(at + 1):
                current += 0.0 if self._row[at + 1].common & _MULTIPLIER else 1.0
            elif not (seen and token.common & JOINER and self._joins(at)):
                break
            seen = seen or token.common & _NUMBER_MULTIPLIER_ARTICLE != 0
            at += 1
        if not seen or (total + current == 0 and not self._row[first].common & _NUMBER):
            return None
        return Number(total + current, first, at, False, word=True)

    def _opens(self, at: int) -> bool:
        """What follows makes a number of an article: ``one hundred``, ``one and a half``."""
        if self._row[at].common & _MULTIPLIER or self._row[at - 2].mask & _Q_AT_LEAST_Q_AT_MOST:
            return True
        if at + 1 in self._taken and at not in self._taken and self._is_rhythm(at + 1):
            noun = self._tokens[at]
            return noun.common & WORD != 0 and not noun.mask & TIMELY and not self._english
        if self._row[at].mask & _T_UNIT_MEASURE and self._row[at - 2].mask & _Q_ABOVE_Q_BELOW_P_WITHIN:
            return True
        return self._row[at].common & JOINER != 0 and self._half(at + 1) > 0

    def _is_rhythm(self, at: int) -> bool:
        """``every week``, ``per month``, ``i uka``."""
        here = self._row[at].mask
        return here & _R_EACH_R_OTHER != 0 or (
            here & _R_EVERY_R_RATE != 0 and self._row[at + 1].common & _T_UNIT_T_DEFINITE != 0
        )

    def _half_after(self, at: int, seen: bool) -> int:
        """Where "and a half" or "en halv" ends that follows a number, else 0."""
        if not seen or at >= self._size:
            return 0
        if self._tokens[at].common & JOINER:
            at += 1
        return self._half(at)

    def _half(self, at: int) -> int:
        """Where ``a half`` ends, in one token or two, else 0."""
        token = self._token(at)
        if token is None or not token.roles:
            return 0
        if token.common & _ARTICLE and self._row[at + 1].common & _FRACTION:
            at += 1
        elif " " not in token.low:
            return 0
        value = float(self._tokens[at].roles.get("fraction", 0))
        return at + 1 if value == 0.5 else 0

    def _joins(self, at: int) -> bool:
        """An "and" inside a number: after a hundred or thousand, before a smaller number."""
        return self._row[at - 1].common & _MULTIPLIER_SCALE != 0 and self._row[at + 1].common & _NUMBER != 0

    def _scale(self, at: int, currency: bool) -> tuple[float, int]:
        """``mill.``, ``million``, a glued ``k`` or ``M``; a lone letter counts only where money says so."""
        token = self._token(at)
        if token is None or at in self._taken:
            return 1.0, at
        if token.common & _SCALE and (currency or not token.mask & _MEASURE):  # "5 mm" are millimetres
            letter = len(token.low.rstrip(".")) == 1
            following = self._token(at + 1)
            if letter and not currency and following is not None and following.text[0].isupper():
                return 1.0, at  # a house or a flat: "4B Quay Street"
            if not letter or (token.glued and (currency or token.low == "k" or token.text in ("M", "B"))):
                return float(token.roles["scale"]), at + 1
        if token.common & _MULTIPLIER and not token.common & _NUMBER:
            return float(token.roles["multiplier"]), at + 1
        return 1.0, at

    # --- digits that are no number ----------------------------------------------------------------------------------

    def _code(self, at: int) -> int:
        """Where a code or telephone number ends that starts with the digits here, else 0."""
        groups = self._groups(at)
        if groups:
            return groups
        before, after = self._token(at - 1), self._token(at + 1)
        token = self._tokens[at]
        if before is not None and token.glued and before.text in _CODE and before.kind == "sign":
            return at + 1
        following = self._token(at + 2)
        inside = after is not None and after.glued and after.text in _CODE and following is not None
        return at + 1 if inside and following is not None and following.glued and following.kind == "number" else 0

    def _groups(self, at: int) -> int:
        stop, digits = at, 0
        while stop < self._size and self._tokens[stop].kind == "number":
            plain = self._tokens[stop].text.replace(" ", "").replace("\u00a0", "")
            if not plain.isdigit():
                break
            digits += len(plain)
            stop += 1
            dash = self._token(stop)
            if dash is not None and dash.text == "-" and dash.glued and self._is_glued_number(stop + 1):
                stop += 1
        many = stop - at >= _GROUPS
        dial = self._sign(at - 1, "+") and self._tokens[at].glued and digits >= _DIALLED
        return stop if (many and digits > 5) or dial else 0

    def _is_glued_number(self, at: int) -> bool:
        token = self._token(at)
        return token is not None and token.glued and token.kind == "number" and token.text.isdigit()
