"""Quantities in a row of tokens: numbers with what they count, told apart by role.

Found with exact spans and values; a number that names something (``ISO 9001``, ``Fase 2``, ``topp 3``) is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from smartlint.goal import Quantity
from smartlint.language.pack import Pack
from smartlint.language.tokens import Token, number_value
from smartlint.source import Span

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}
_MEASURED = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "workday": "d",
    "week": "wk",
    "month": "mo",
    "year": "yr",
}
_RANGE = ("-", "–", "—")
_MINIMUM, _MAXIMUM = ("≥", ">=", ">"), ("≤", "<=", "<")
#: Roles of words that cannot be the noun that a number counts.
_NO_NOUN = (
    "q.from q.to q.by q.of q.and q.between q.at_least q.at_most q.above q.below q.about p.in p.inclusive p.exclusive "
    "p.during p.from p.after p.within r.every r.rate t.month means.verb increase decrease keep number article"
).split()
#: Endings of Nordic nouns that look like those of adjectives.
_DEFINITE = ("ene", "ane", "erne", "arna", "erna", "orna", "else", "are", "ere", "nde")
_SCORES = frozenset({5.0, 6.0, 7.0})


@dataclass(frozen=True)
class _Number:
    """A number and the tokens it takes."""

    value: float
    first: int
    next: int
    digits: bool
    ambiguous: bool = False
    word: bool = False


class Counter:
    """Finds the quantities in the tokens of one text; ``taken`` are tokens that belong to times."""

    def __init__(self, tokens: Sequence[Token], text: str, pack: Pack, taken: frozenset[int], offset: int = 0) -> None:
        self._tokens = tokens
        self._text = text
        self._pack = pack
        self._taken = taken
        self._offset = offset

    def find(self) -> list[tuple[Quantity, int, int]]:
        """All quantities with the range of tokens that each takes, in order."""
        found: list[tuple[Quantity, int, int]] = []
        at = 0
        while at < len(self._tokens):
            hit = None if at in self._taken else self._at(at)
            if hit is None:
                at += 1
                continue
            found.append((hit[0], at, hit[1]))
            at = hit[1]
        return self._with_roles(found)

    def whole(self) -> Quantity | None:
        """The quantity that the whole text is, as a field's value; a bound or "about" may stand before it."""
        at = 0
        while self._has(at, "q.at_least", "q.at_most", "q.above", "q.below", "q.about") or self._sign(
            at, *_MINIMUM, *_MAXIMUM, "~", "±", "+", "-"
        ):
            at += 1
        hit = self._at(at, bare=True)
        if hit is None:
            return None
        rest = hit[1]
        while rest in self._taken or self._sign(rest, ".", "+") or self._has(rest, "q.at_least", "q.at_most"):
            rest += 1
        if rest < len(self._tokens):
            return None
        return self._with_roles([(hit[0], at, hit[1])])[0][0]

    # --- one quantity -----------------------------------------------------------------------------------------------

    def _token(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def _has(self, at: int, *roles: str) -> bool:
        token = self._token(at)
        return token is not None and token.has(*roles)

    def _sign(self, at: int, *signs: str) -> bool:
        token = self._token(at)
        return token is not None and token.text in signs

    def _made(self, first: int, stop: int, low: float, high: float, unit: str, **values: object) -> Quantity:
        start, end = self._tokens[first].start, self._tokens[stop - 1].end
        made = Quantity(Span(self._offset + start, self._offset + end), self._text[start:end], low, high, unit)
        return replace(made, **values)  # type: ignore[arg-type]

    def _at(self, at: int, *, bare: bool = False) -> tuple[Quantity, int] | None:
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None:
            return None
        if token.has("multiple"):
            factor = float(token.roles["multiple"])
            return self._made(at, at + 1, factor, factor, "times", role="change"), at + 1
        fraction = self._fraction(at)
        if fraction:
            return fraction
        first, begin, currency = at, at, ""
        if token.text in _SIGNS or (token.has("currency") and not token.has("number")):
            currency = _SIGNS.get(token.text) or str(token.roles["currency"])
            begin = at + 1
            following = self._token(begin)
            if following is None or (following.kind != "number" and not following.has("number", "multiplier")):
                return None
        number = self._number(begin)
        if number is None:
            return None
        return self._counted(first, number, currency, bare)

    def _counted(self, first: int, number: _Number, currency: str, bare: bool) -> tuple[Quantity, int] | None:
        low = high = number.value
        at = number.next
        ambiguous = number.ambiguous
        if self._is_range(at, number):
            second = self._number(at + 1)
            if second is not None:
                high, at, ambiguous = second.value, second.next, ambiguous or second.ambiguous
        scale, at = self._scale(at, bool(currency))
        low, high = (low * scale if low <= high and low < high * scale else low), high * scale
        if number.value == high / scale:
            low = high
        if self._sign(at, "+") and self._tokens[at].glued:
            at += 1
        found = self._unit(at, currency)
        if found is not None:
            unit, stop = found
            if unit == "":
                return None
            return self._made(first, stop, low, high, unit, ambiguous=ambiguous), stop
        if currency:
            return self._made(first, at, low, high, currency, ambiguous=ambiguous), at
        score = self._score(first, at, low, high)
        if score:
            return score
        return self._of_nouns(first, at, low, high, number, ambiguous, bare)

    def _of_nouns(
        self, first: int, at: int, low: float, high: float, number: _Number, ambiguous: bool, bare: bool
    ) -> tuple[Quantity, int] | None:
        """A count of something, or a bare number where something says that it is one."""
        noun = self._noun(at)
        named = self._names_something(first, number)
        following = self._token(at)
        if following is not None and following.glued and following.kind == "word":
            return None
        if noun is not None and not (named and number.digits):
            unit, stop = noun
            return self._made(first, stop, low, high, unit, ambiguous=ambiguous), stop
        if bare or (not named and not number.word and self._introduced(first)) or low != high:
            return self._made(first, at, low, high, "", ambiguous=ambiguous), at
        if number.word and self._introduced(first) and not self._has(number.first, "article"):
            return self._made(first, at, low, high, "", ambiguous=ambiguous), at
        return None

    def _number(self, at: int) -> _Number | None:
        """A number in digits or words at a token."""
        token = self._token(at)
        if token is None or at in self._taken:
            return None
        if token.kind == "number":
            value, ambiguous = number_value(token.text, self._pack.decimal)
            return _Number(value, at, at + 1, True, ambiguous)
        if token.kind == "dotted":
            return None
        if token.has("q.half_more"):
            return _Number(1.5, at, at + 1, False, word=True)
        return self._words(at)

    def _words(self, at: int) -> _Number | None:
        """Number words composed: ``to hundre og femti``, ``one hundred and fifty``, ``to en halv``."""
        total = current = 0.0
        first, seen = at, False
        while True:
            token = self._token(at)
            if token is None or at in self._taken:
                break
            if token.has("multiplier") or (seen and token.has("scale") and len(token.low) > 3):
                factor = float(token.roles.get("multiplier") or token.roles["scale"])
                current = (current or 1) * factor
                if factor >= 1000:
                    total, current = total + current, 0.0
            elif token.has("number"):
                value = float(token.roles["number"])
                if current % 100 and not (current % 100 >= 20 and value < 10):
                    break
                current += value
            elif token.has("article") and self._has(at + 1, "multiplier") and not seen:
                pass
            elif token.has("article") and seen and self._has(at + 1, "fraction"):
                return _Number(total + current + 0.5, first, at + 2, False, word=True)
            elif seen and token.low in self._pack.joiners and self._joins(at):
                pass
            else:
                break
            seen = seen or token.has("number", "multiplier", "article")
            at += 1
        if not seen or total + current == 0 and not self._has(first, "number"):
            return None
        return _Number(total + current, first, at, False, word=True)

    def _joins(self, at: int) -> bool:
        """An "and" inside a number: after a hundred or thousand, before a smaller number or a half."""
        if self._has(at + 1, "article") and self._has(at + 2, "fraction"):
            return True
        return self._has(at - 1, "multiplier", "scale") and self._has(at + 1, "number")

    def _is_range(self, at: int, number: _Number) -> bool:
        if self._sign(at, *_RANGE):
            return self._number(at + 1) is not None
        return self._has(at, "q.to") and not self._has(number.first - 1, "q.from") and self._number(at + 1) is not None

    def _scale(self, at: int, currency: bool) -> tuple[float, int]:
        """``mill.``, ``million``, a glued ``k`` or ``M``; a lone letter counts only where money says so."""
        token = self._token(at)
        if token is None or at in self._taken:
            return 1.0, at
        if token.has("scale"):
            letter = len(token.low.rstrip(".")) == 1
            if not letter or (token.glued and (currency or token.low == "k" or token.text == "M")):
                return float(token.roles["scale"]), at + 1
        if token.has("multiplier") and not token.has("number"):
            return float(token.roles["multiplier"]), at + 1
        return 1.0, at

    def _unit(self, at: int, currency: str) -> tuple[str, int] | None:
        """The unit after a number; ("", n) where the number is no quantity at all."""
        token = self._token(at)
        if token is None or (at in self._taken and not token.has("t.unit")):
            return None
        if token.text == "%":
            return "percent", at + 1
        if token.text.startswith(",") and len(token.text) == 2:
            return self._pack.data["language"]["currency"] or "", at + 1
        if token.has("q.points"):
            return "percentage_point", at + 1
        if token.has("q.percent"):
            return "percent", at + 1
        if token.has("money") and not currency:
            return "money", at + 1
        if token.has("currency") and not currency:
            return str(token.roles["currency"]), at + 1
        if token.text in _SIGNS and not currency:
            return _SIGNS[token.text], at + 1
        if token.low in ("x", "×") and token.glued or (token.has("q.times") and at not in self._taken):
            return "times", at + 1
        if at in self._taken:
            return None
        unit = str(token.roles.get("t.unit") or "")
        if unit in _MEASURED:
            return self._compound_time(unit, at)
        if token.has("measure"):
            return str(token.roles["measure"]), at + 1
        return None

    def _compound_time(self, unit: str, at: int) -> tuple[str, int]:
        return _MEASURED[unit], at + 1

    def _fraction(self, at: int) -> tuple[Quantity, int] | None:
        """``a third``, ``en fjerdedel``, ``to tredeler``, ``half``; not a half-year, nor the quarter of a calendar."""
        token = self._tokens[at]
        if token.has("fraction") and not token.has("t.unit", "article", "ordinal"):
            if self._has(at + 1, "t.unit", "t.definite"):
                return None
            value = float(token.roles["fraction"]) * 100
            return self._made(at, at + 1, value, value, "percent", role="change"), at + 1
        count = 1.0 if token.has("article") else float(token.roles.get("number", 0) or 0)
        if count and self._has(at + 1, "fraction") and not self._has(at + 2, "t.unit"):
            value = count * float(self._tokens[at + 1].roles["fraction"]) * 100
            if self._has(at + 1, "t.unit") and not self._has(at + 2, "q.of"):
                return None
            return self._made(at, at + 2, value, value, "percent", role="change"), at + 2
        return None

    def _score(self, first: int, at: int, low: float, high: float) -> tuple[Quantity, int] | None:
        """``4.5 of 5`` is a score; ``9 out of 10`` is a share in percent."""
        if not (self._has(at, "q.of") or self._sign(at, "/")):
            return None
        whole = self._number(at + 1)
        if whole is None or whole.value < high or not whole.value:
            return None
        slash = self._sign(at, "/")
        if whole.value in _SCORES or (low != int(low)) or slash:
            return self._made(first, whole.next, low, high, f"of {whole.value:g}"), whole.next
        if whole.value in (10.0, 100.0) or self._has(at, "q.of"):
            low, high = low / whole.value * 100, high / whole.value * 100
            return self._made(first, whole.next, low, high, "percent"), whole.next
        return None

    def _noun(self, at: int) -> tuple[str, int] | None:
        """The noun that a number counts, over adjectives: ``50 nye abonnenter``, ``5 enterprise deals``."""
        words: list[int] = []
        while len(words) < 3:
            token = self._token(at + len(words))
            position = at + len(words)
            if token is None or token.kind != "word" or position in self._taken or token.low.startswith("@"):
                break
            if (
                token.low in self._pack.stops
                or token.has(*_NO_NOUN)
                or (token.has("r.filler", "p.to") and not token.has("t.unit"))
            ):
                break
            if self._text[self._tokens[position - 1].end : token.start].strip(" \u00a0\u202f\u2009\n\r\t"):
                break
            if "\n" in self._text[self._tokens[position - 1].end : token.start] and words:
                break
            words.append(position)
            if self._is_head(token, words):
                break
        if not words:
            return None
        return self._tokens[words[-1]].text, words[-1] + 1

    def _is_head(self, token: Token, words: list[int]) -> bool:
        """Whether a word ends the noun phrase: English plurals, Nordic words that do not look like adjectives."""
        if self._pack.code == "en":
            return token.low.endswith("s") and not token.low.endswith(("ss", "ous"))
        if len(words) > 1 or token.low.endswith(_DEFINITE):
            return True
        following = self._token(words[-1] + 1)
        return not (token.low.endswith(("e", "a")) and following is not None and self._may_be_noun(following))

    def _may_be_noun(self, token: Token) -> bool:
        return (
            token.kind == "word"
            and token.text == token.low
            and not token.roles
            and token.low not in self._pack.stops
            and len(token.low) > 2
        )

    def _names_something(self, first: int, number: _Number) -> bool:
        """The word before makes it a name: ``ISO 9001``, ``Debian 12``, ``fase 2``, ``versjon 3.1``, ``topp 3``."""
        before = self._token(first - 1)
        if before is None or before.kind != "word" or number.word:
            return before is not None and before.text in ("§", "#")
        if before.text != before.low and first > 1 and not before.roles:
            return True
        return before.low in _LABELS or (before.text.isupper() and len(before.text) > 1 and before.low not in _INDEXES)

    def _introduced(self, first: int) -> bool:
        """Something before a bare number says that it is a value: a preposition of quantity, a verb, an index."""
        before = self._token(first - 1)
        if before is None:
            return False
        if before.text in (*_MINIMUM, *_MAXIMUM, "+", "~", "±", "→", "->", ":"):
            return True
        if before.has(
            "q.from", "q.to", "q.at_least", "q.at_most", "q.above", "q.below", "q.about", "q.by", "q.between"
        ):
            return True
        return before.kind == "word" and (
            before.low in _INDEXES or (not before.roles and first == 1) or before.has("q.and")
        )

    # --- roles ------------------------------------------------------------------------------------------------------

    def _with_roles(self, found: list[tuple[Quantity, int, int]]) -> list[tuple[Quantity, int, int]]:
        made: list[tuple[Quantity, int, int]] = []
        for position, (quantity, first, stop) in enumerate(found):
            following = found[position + 1] if position + 1 < len(found) else None
            money = self._token(stop - 1)
            if quantity.unit == "money" and money is not None:
                currency, factor = money.roles["money"]
                quantity = replace(quantity, unit=currency, low=quantity.low * factor, high=quantity.high * factor)
            if quantity.role == "other":
                quantity = replace(quantity, role=self._role(quantity, first, stop, following))
            quantity = replace(quantity, per=self._per(stop), approximate=self._approximate(first))
            made.append((quantity, first, stop))
        return self._paired(made)

    def _role(self, quantity: Quantity, first: int, stop: int, following: tuple[Quantity, int, int] | None) -> str:
        if quantity.unit in ("times", "percentage_point"):
            return "change" if not self._to(first) or quantity.unit == "times" else "target"
        if self._has(first - 1, "q.from") and following and self._to(following[1]) and following[1] - stop <= 3:
            return "baseline"
        if following and self._arrow(following[1] - 1) and following[1] - stop <= 1:
            return "baseline"
        for back in (1, 2):
            if self._has(first - back, "q.at_least") or self._sign(first - back, *_MINIMUM):
                return "bound_min"
            if self._has(first - back, "q.at_most") or self._sign(first - back, *_MAXIMUM):
                return "bound_max"
            if self._has(first - back, "q.above"):
                return "bound_min"
            if self._has(first - back, "q.below"):
                return "bound_max"
        if self._has(stop, "q.at_least") or quantity.text.endswith("+"):
            return "bound_min"
        if self._has(stop, "q.at_most"):
            return "bound_max"
        by = self._has(first - 1, "q.by") or (self._has(first - 2, "q.by") and self._has(first - 1, "q.about"))
        if by and (quantity.unit == "percent" or self._changed_before(first)):
            return "change"
        if quantity.unit == "percent" and self._relative_percent(first, stop):
            return "change"
        return "target"

    def _relative_percent(self, first: int, stop: int) -> bool:
        """``Øke salget 10 %``, ``10 % vekst``, ``10 % more``: a change without "by"."""
        if self._to(first):
            return False
        if self._has(stop, "increase", "decrease", "comparative"):
            return True
        if any(self._has(at, "q.to", "q.at_least") for at in range(max(0, first - 2), first)):
            return False
        return self._changed_before(first) and not self._has(stop, "q.of", "p.in")

    def _changed_before(self, first: int) -> bool:
        """A direction word stands shortly before."""
        return any(self._has(at, "increase", "decrease", "vague_verb") for at in range(max(0, first - 7), first))

    def _to(self, first: int) -> bool:
        return self._has(first - 1, "q.to") or (
            self._has(first - 2, "q.to")
            and self._has(first - 1, "q.about", "q.at_least", "q.above", "q.below", "q.at_most")
        )

    def _arrow(self, at: int) -> bool:
        return self._sign(at, "→", "->", "=>")

    def _approximate(self, first: int) -> bool:
        return any(self._has(first - back, "q.about") or self._sign(first - back, "~", "±") for back in (1, 2))

    def _per(self, stop: int) -> str:
        """What a rate is counted over: the unit of time that follows, or a noun after ``per``."""
        token = self._token(stop)
        if token is None:
            return ""
        if token.has("t.recurrence"):
            return {"P1D": "day", "P1W": "week", "P1M": "month", "P3M": "quarter", "P1Y": "year"}.get(
                token.roles["t.recurrence"], ""
            )
        if not (token.has("r.every", "r.rate")):
            return ""
        after = self._token(stop + 1)
        if after is None or after.kind != "word":
            return ""
        unit = after.roles.get("t.unit") or after.roles.get("t.definite")
        if unit:
            return "" if token.low in ("hver", "hvert", "varje", "kvar", "kvart", "every", "each") else str(unit)
        return after.low if token.low in ("per", "pr", "pr.", "/") and not after.roles else ""

    @staticmethod
    def _paired(found: list[tuple[Quantity, int, int]]) -> list[tuple[Quantity, int, int]]:
        """A from–to pair shares its unit, its scale and its rate."""
        for position in range(len(found) - 1):
            (left, first, stop), (right, *_) = found[position], found[position + 1]
            if left.role != "baseline":
                continue
            right = replace(right, role="target" if right.role in ("other", "change") else right.role)
            found[position + 1] = (right, *found[position + 1][1:])
            if not left.unit and right.unit:
                factor = _scale_of(right)
                found[position] = (
                    replace(left, unit=right.unit, low=left.low * factor, high=left.high * factor, per=right.per),
                    first,
                    stop,
                )
        return found


def _scale_of(quantity: Quantity) -> float:
    """How much larger a quantity is than its digits say: 1e6 for ``12 mill. kr``."""
    digits = "".join(char for char in quantity.text if char.isdigit() or char in ".,")
    value = number_value(digits.strip(".,"), ",")[0] if any(char.isdigit() for char in digits) else 0.0
    ratio = quantity.high / value if value else 1.0
    return next((factor for factor in (1e3, 1e6, 1e9) if abs(ratio - factor) < factor * 1e-9), 1.0)


#: Words that number things rather than count them, and indexes whose number is a value.
_LABELS = frozenset(
    """phase fase fas version versjon versjonen versionen klasse class tier level nivå niveau step steg trinn trin
    top topp årskurs klassetrinn chapter kapittel kapitel iso rfc agenda web windows model modell type""".split()
)
_INDEXES = frozenset("nps enps nki csat nkt ces kpi roi esg".split())
