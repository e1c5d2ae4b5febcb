"""Quantities in a row of tokens: numbers with what they count.

Found with exact spans and values; a number that names something (``ISO 9001``, ``Fase 2``, ``topp 3``) is none.
"""

from __future__ import annotations

from smartlint.language.amount_roles import MAXIMUM, MINIMUM, WITH_FACTOR, AmountRoles, Found
from smartlint.language.numbers import Number
from smartlint.language.roles import COUNTABLE, DIGITS, INDEX, JOINER, LABEL, MAY_BE_AMOUNT, PREPOSITIONS, WORD, YEAR, bits
from smartlint.language.row import DASHES
from smartlint.language.tokens import Line, Token
from smartlint.reading import Quantity
from smartlint.record import Final
from smartlint.source import Span

#: Makes a named tuple of its fields, without the detour over their names.
_new: Final = tuple.__new__
_DIGITS: Final = ("number", "slashed")
_SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP"}
_MEASURED: Final = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "d",
    "workday": "d",
    "week": "wk",
    "month": "mo",
    "year": "yr",
}
#: Ends of scales: "4 of 5" is a score; "4 of 12" a share.
_SCORES: Final = frozenset({5.0, 6.0, 7.0})
_WHOLES: Final = _SCORES | {10.0, 100.0}
_OPENERS: Final = frozenset((*MINIMUM, *MAXIMUM, "~", "±", "+", "-"))
#: From this number on, years after "under" and "over" are somebody's age.
_AGE: Final = 12
#: English nouns for what there is of every year: "publish 2025 results".
_YEARLY: Final = frozenset(("accounts", "budgets", "figures", "goals", "objectives", "plans", "results", "targets"))
#: English words for none that a noun follows.
_PER: Final = frozenset(("per", "pr", "pr."))
_OR: Final = frozenset(("or", "eller"))
#: How many times its lower end the upper end of a change is at most: "by 10 to 20", not "by 80 to 720".
_SPREAD: Final = 3
#: Parts of the day after an hour.
_CLOCK: Final = frozenset(("pm", "am", "p.m", "p.m.", "a.m", "a.m."))
_WITH_NOUN: Final = frozenset(("no", "not one", "not a single"))
#: What verbs in the passive end in.
_PASSIVE: Final = {"nb": ("es",), "nn": ("ast", "st"), "sv": ("as",), "da": ("es",)}


_ARTICLE: Final = bits("article")
#: What makes an amount of a token that is an article as well; what follows an article that is a number.
_OTHERWISE: Final = DIGITS | bits(
    *("number", "multiplier", "multiple", "fraction", "currency", "scale", "q.half_more"),
    *("q.none", "q.compared", "q.past", "t.times", "r.each"),
)
_AFTER_ONE: Final = JOINER | bits("fraction", "multiplier", "t.unit", "measure")
_NOUN: Final = bits("noun")
_VERBAL: Final = bits("state", "modal", "any.form")
_ARTICLE_ORDINAL: Final = bits("article", "ordinal")
_CURRENCY: Final = bits("currency")
_FRACTION: Final = bits("fraction")
_CALENDRIC: Final = bits("ordinal", "r.this", "r.next", "r.last", "r.every", "r.other")
_BOUNDING: Final = bits("q.by", "q.at_least", "q.at_most", "q.above", "q.below")
_OPENING: Final = INDEX | bits("q.at_least", "q.at_most", "q.above", "q.below", "q.about")
_MEASURE: Final = bits("measure")
_MONEY: Final = bits("money")
_MULTIPLE: Final = bits("multiple")
_NUMBER: Final = bits("number")
_NUMBER_MULTIPLIER: Final = bits("number", "multiplier")
_ORDINAL: Final = bits("ordinal")
_AFTER_FROM: Final = INDEX | bits("q.about", "q.current", "currency", "article")
_Q_ABOVE_Q_BELOW_Q_BETWEEN_P_DURING: Final = bits("q.above", "q.below", "q.between", "p.during")
_Q_ABOVE_Q_BELOW: Final = bits("q.above", "q.below")
_Q_AGE: Final = bits("q.age")
_Q_AGED: Final = bits("word.aged")
#: What makes a number a limit: "keep the number of children under 20".
_LIMITED: Final = bits("keep", "state", "decrease", "q.reach")
_Q_BY: Final = bits("q.by")
_SCALE_Q_PERCENT: Final = bits("scale", "q.percent")
_Q_AND: Final = bits("q.and")
_Q_AT_LEAST_Q_AT_MOST: Final = bits("q.at_least", "q.at_most")
_Q_AT_LEAST_Q_AT_MOST_Q_ABOUT: Final = bits("q.at_least", "q.at_most", "q.about")
_Q_BEFORE: Final = bits("q.before")
_Q_BEFORE_Q_START: Final = bits("q.before", "q.start")
_Q_BETWEEN: Final = bits("q.between")
_Q_COMPARED: Final = bits("q.compared")
_Q_FROM: Final = bits("q.from")
_Q_NONE: Final = bits("q.none")
_Q_OF: Final = bits("q.of")
_Q_PAST: Final = bits("q.past")
_Q_PERCENT: Final = bits("q.percent")
_Q_POINTS: Final = bits("q.points")
_Q_TIMES: Final = bits("q.times")
_Q_START: Final = bits("q.start")
_Q_TO: Final = bits("q.to")
_R_EACH: Final = bits("r.each")
_R_LAST: Final = bits("r.last")
_SCALE: Final = bits("scale")
_Q_KNOWN: Final = bits("q.known")
#: "2019 levels", "2025 års nivå".
_LEVEL: Final = bits("q.start", "t.genitive")
#: What may stand before a count, as other words may not.
_BEFORE_COUNT: Final = PREPOSITIONS | bits(
    *("increase", "decrease", "keep", "deliver", "activity", "vague_verb", "state", "modal", "before_verb", "multiple"),
    "any.form",
    *("q.at_least", "q.at_most", "q.above", "q.below", "q.about", "q.to", "q.from", "q.by", "q.of", "q.and", "q.between"),
    *("q.reach", "article", "universal", "comparative"),
)
_T_NUMBERED: Final = bits("t.numbered")
_T_TIMES: Final = bits("t.times")
_T_UNIT: Final = bits("t.unit")
_T_UNIT_Q_PERCENT: Final = bits("t.unit", "q.percent")
_T_UNIT_T_DEFINITE: Final = bits("t.unit", "t.definite")
_T_UNIT_T_WEEKDAY: Final = bits("t.unit", "t.weekday")


class Counter(AmountRoles):
    """Finds the quantities in the tokens of one text; ``taken`` are tokens that belong to times."""

    def __init__(self, line: Line, taken: frozenset[int], offset: int = 0) -> None:
        super().__init__(line)
        self._taken = taken
        self._offset = offset
        self._scales, self._over = {}, {}
        self._minutes = frozenset()

    def find(self) -> list[Found]:
        """All quantities with the range of tokens that each takes, in order."""
        found: list[Found] = []
        if not self._common & MAY_BE_AMOUNT:
            return found
        row, taken = self._row, self._taken
        at, size = 0, self._size
        while at < size:
            common = row[at].common
            if not common & MAY_BE_AMOUNT or at in taken:
                at += 1
                continue
            if common & _ARTICLE and not row[at].mask & _OTHERWISE and not self._is_counting(at):
                at += 1
                continue
            code = self._code(at) if common & DIGITS else 0
            hit = None if code else self._at(at)
            if hit is None:
                at = code or at + 1
                continue
            if found and found[-1][2] == at - 1 and common & DIGITS and self._tokens[at - 1].low in _PER:
                self._over[found[-1][1]] = hit[0].text.lower()  # "3 per 1,000 orders": one rate, not two amounts
            else:
                found.append((hit[0], at, hit[1]))
            at = hit[1]
        return self._with_roles(found) if found else found

    def _is_counting(self, at: int) -> bool:
        """What stands around an article may make a number of it."""
        before, after = self._row[at - 1].mask, self._row[at + 1].mask
        return bool(after & _AFTER_ONE or before & _Q_AT_LEAST_Q_AT_MOST or self._is_rhythm(at + 2))

    def whole(self) -> Quantity | None:
        """The quantity that the whole text is, as a field's value; a bound or "about" may stand before it."""
        at = 0
        while self._may_open(at):
            at += 1
        hit = self._at(at, bare=True)
        if hit is None:
            return None
        rest = hit[1]
        while hit[0].unit and self._is_acronym(rest):
            rest += 1
        shared = self._noun(rest) if hit[0].unit == "percent" else None
        if shared:
            rest = shared[1]  # "9 of 10 calls"
        while rest in self._taken or self._sign(rest, ".", "+") or self._row[rest].mask & _Q_AT_LEAST_Q_AT_MOST:
            rest += 1
        if rest < self._size:
            return None
        return self._with_roles([(hit[0], at, hit[1])])[0][0]

    def _is_acronym(self, at: int) -> bool:
        """What the amount is an amount of, in capitals: ``€3.5k ARR``."""
        token = self._token(at)
        return token is not None and token.kind == "word" and token.text.isupper() and 1 < len(token.text) < 7

    def _may_open(self, at: int) -> bool:
        token = self._token(at)
        if token is None:
            return False
        return token.mask & _OPENING != 0 or token.text in _OPENERS

    # --- one quantity -----------------------------------------------------------------------------------------------

    def _made(
        self, first: int, stop: int, low: float, high: float, unit: str, role: str = "other", ambiguous: bool = False
    ) -> Quantity:
        start, end = self._starts[first], self._end(stop - 1)
        span = _new(Span, (self._offset + start, self._offset + end))
        made: Quantity = _new(Quantity, (span, self._text[start:end], low, high, unit, "", role, False, ambiguous))
        return made

    def _at(self, at: int, *, bare: bool = False) -> tuple[Quantity, int] | None:
        token = self._token(at)
        if token is None:
            return None
        if token.common & _MULTIPLE:
            factor = float(token.roles["multiple"])
            return self._made(at, at + 1, factor, factor, "times", role="change"), at + 1
        if token.kind == "slashed":
            return self._slashed(at, bare)
        named = self._named(token, at) if token.common & COUNTABLE else None
        if named:
            return named
        fraction = self._fraction(at) if token.common & COUNTABLE else None
        if fraction:
            return fraction
        first, begin, currency = at, at, ""
        if token.text in _SIGNS or (token.common & _CURRENCY and not token.common & _NUMBER):
            currency = _SIGNS.get(token.text) or str(token.roles["currency"])
            begin = at + 1
            if not self._is_amount(token, begin):
                return None
        number = self._number(begin)
        if number is None:
            return None
        return self._counted(first, number, currency, bare)

    def _named(self, token: Token, at: int) -> tuple[Quantity, int] | None:
        """An amount that one word is: ``Ingen`` (zero) at the start, ``twice`` a week, ``compared with 2024``."""
        if token.mask & _Q_NONE and (at == 0 or self._tokens[at - 1].kind == "sign"):
            alone = self._english and token.low not in _WITH_NOUN
            noun = None if alone or self._is_finite(at + 1) else self._noun(at + 1)
            unit, stop = noun or ("", at + 1)
            return self._made(at, stop, 0.0, 0.0, unit, role="target"), stop
        count = float(token.roles["t.times"]) if token.mask & _T_TIMES and at + 1 in self._taken else 0
        if count > 1:  # "once a month" says how often, and no more
            return self._made(at, at + 1, count, count, "times", role="target"), at + 1
        if token.mask & _R_EACH and (at == 0 or self._row[at - 1].mask & _Q_AT_LEAST_Q_AT_MOST_Q_ABOUT):
            return self._every_nth(at, "share" if at else "target")
        stop = at + 1 if token.mask & _Q_PAST else self._compared(at) if token.common & _Q_COMPARED else 0
        return (self._made(at, stop, 1.0, 1.0, "times", role="baseline"), stop) if stop else None

    def _is_finite(self, at: int) -> bool:
        """A verb after nobody: ``ingen kommer til skade``, ``ingen skadas``; not the noun of ``ingen skader``."""
        token = self._token(at)
        if token is None or token.mask & _NOUN:
            return False
        if token.low.endswith("r") and not token.roles and self._row[at + 1].mask & _Q_ABOVE_Q_BELOW:
            return True  # "ingen venter mer enn"
        return token.common & _VERBAL != 0 or (token.low.endswith(_PASSIVE.get(self._pack.code, ())) and not token.roles)

    def _every_nth(self, at: int, role: str) -> tuple[Quantity, int] | None:
        """``mindst hver tredje elev``, ``Every fourth trip``: a share, in percent."""
        if not self._row[at + 1].common & _ORDINAL or self._row[at + 2].mask & _T_UNIT_T_WEEKDAY or at + 1 in self._taken:
            return None
        share = 100 / float(self._tokens[at + 1].roles["ordinal"])
        return self._made(at, at + 2, share, share, "percent", role=role), at + 2

    def _compared(self, at: int) -> int:
        """Where the time ends that something is compared with (``compared with 2024``), else 0: its level is the start."""
        if at + 1 in self._taken:
            ends = range(at + 2, self._size)
            return next((stop for stop in ends if stop not in self._taken or self._row[stop].common & PREPOSITIONS), self._size)
        for stop in range(at + 1, min(at + 5, self._size)):
            token = self._tokens[stop]
            if token.kind == "number":
                year = token.text.isdigit() and 1990 <= int(token.text) <= 2100
                return stop + 1 if year and not self._row[stop + 1].mask & _T_UNIT_Q_PERCENT else 0
            if token.kind != "word":
                return 0
            if token.mask & _Q_BEFORE_Q_START or token.roles.get("t.point") in ("last_year", "today"):
                return stop + 1
            if token.common & _R_LAST and self._is_word(stop + 1):
                return stop + 2
        return 0

    def _is_word(self, at: int) -> bool:
        token = self._token(at)
        return token is not None and token.kind == "word"

    def _is_amount(self, currency: Token, at: int) -> bool:
        """A number follows a currency; a code that is a word as well ("nok" is enough) is written in capitals."""
        following = self._token(at)
        if following is None or not (following.kind == "number" or following.common & _NUMBER_MULTIPLIER):
            return False
        code = len(currency.text) == 3 and currency.low == str(currency.roles.get("currency", "")).lower()
        return not code or currency.text.isupper()

    def _counted(self, first: int, number: Number, currency: str, bare: bool) -> tuple[Quantity, int] | None:
        low = high = number.value
        at, ambiguous = number.next, number.ambiguous
        early, after_scale = self._scale(at, bool(currency))
        second = self._second(after_scale, number)
        if second is not None:
            # "1 million to 2 million", "2–3 million": a scale after the first number is its own.
            low, high, at, ambiguous = low * early, second.value, second.next, ambiguous or second.ambiguous
        scale, at = self._scale(at, bool(currency))
        shared = second is not None and early == 1 and low <= high
        low = low * scale if second is None or shared else low
        high *= scale
        if low > high:
            return None
        spoken = self._row[number.next - 1].common & _SCALE if number.word else 0  # "twelve million"
        if scale != 1 or spoken:
            self._scales[first] = float(self._tokens[number.next - 1].roles["scale"]) if spoken else scale
        if self._sign(at, "+") and self._tokens[at].glued:
            at += 1
        found = self._unit(at, currency, number)
        if found is not None:
            unit, stop = found
            if not unit or (unit == "yr" and self._is_age(first, high, stop)):
                return None
            if unit == "s" and self._tokens[at].low == "s" and self._english and self._is_young(first):
                return None
            return self._made(first, stop, low, high, unit, ambiguous=ambiguous), stop
        if currency:
            return self._made(first, at, low, high, currency, ambiguous=ambiguous), at
        if self._is_ordinal(at, number):
            return None
        score = self._score(first, at, low, high)
        return score or self._of_nouns(first, at, low, high, number, ambiguous, bare)

    def _is_ordinal(self, at: int, number: Number) -> bool:
        """``2. plass``, ``3. divisjon``: which one, in the Nordic languages, and no amount."""
        after = self._token(at + 1)
        dotted = number.digits and not self._english and self._sign(at, ".") and self._tokens[at].glued
        return bool(dotted and after is not None and after.kind == "word" and not after.glued and after.text.islower())

    def _second(self, at: int, number: Number) -> Number | None:
        """The second number of a range: ``20–30``, ``three to five``, ``between 5 and 10``."""
        if self._row[at].text in DASHES:
            return self._number(at + 1)
        token = self._token(at)
        if token is not None and token.low in _OR:
            either = self._number(at + 1)  # "4 or 5 out of 5"
            return either if either and either.value == number.value + 1 and self._row[either.next].mask & _Q_OF else None
        before = number.first - 1
        before -= self._sign(before, "-", "–", "−") and self._tokens[before + 1].glued
        opened = self._row[before].common & _Q_FROM or (
            self._row[before - 1].common & _Q_FROM and self._row[before].mask & _AFTER_FROM
        )
        joined = (self._row[at].common & _Q_TO and not opened) or (
            self._row[at].common & _Q_AND and self._row[before].mask & _Q_BETWEEN
        )
        second = self._number(at + 1) if joined else None
        if second is None or not self._row[before].mask & _Q_BY or number.value <= second.value <= _SPREAD * number.value:
            return second
        scaled = self._row[second.next].mask & _SCALE_Q_PERCENT or self._sign(second.next, "%")
        return second if scaled and number.value < second.value else None  # "med 80 til 720": a change and its end

    def _is_age(self, first: int, years: float, stop: int) -> bool:
        between = self._row[first - 1].common & _Q_AND and self._row[first - 3].mask & _Q_BETWEEN
        return years >= _AGE and bool(between or self._row[first - 1].mask & _Q_ABOVE_Q_BELOW_Q_BETWEEN_P_DURING)

    def _is_years_old(self, first: int) -> bool:
        """``unge under 20``, ``children over 6``: an age where something else is counted, or nothing says how many."""
        if not (self._row[first - 1].mask & _Q_ABOVE_Q_BELOW and self._row[first - 2].mask & _Q_AGED and first > 1):
            return False
        if any(self._row[at].common & DIGITS and at != first and at not in self._taken for at in range(self._size)):
            return True
        return not any(token.mask & _LIMITED for token in self._row[: first - 1])

    def _is_young(self, first: int) -> bool:
        """``visits by under 25s``: those of an age, not seconds."""
        if not self._row[first - 1].mask & _Q_ABOVE_Q_BELOW or first < 2:
            return False
        before = self._row[first - 2].mask
        return bool(before & (PREPOSITIONS | _ARTICLE | _Q_OF)) and not before & (_Q_TO | _Q_FROM)

    def _of_nouns(
        self, first: int, at: int, low: float, high: float, number: Number, ambiguous: bool, bare: bool
    ) -> tuple[Quantity, int] | None:
        """A count of something, or a bare number where something says that it is one."""
        following = self._token(at)
        if following is not None and self._is_part_of_word(following, at):
            return None
        if not bare and (self._names_something(first, number) or (self._row[first].common & YEAR and self._is_year(first, at))):
            return None
        either = self._row[at].mask & _Q_AT_LEAST_Q_AT_MOST and " " in self._tokens[at].low
        noun = self._noun(at + 1 if either else at)
        if noun is None and not bare and self._is_years_old(first):
            return None
        if noun is not None:
            unit, stop = noun
            if low == high == 1 and self._row[stop - 1].mask & _Q_TIMES and stop in self._taken:
                return None
            if number.word and low == high == 1 and not (bare or self._counts_one(first, stop)):
                return None
            return self._made(first, stop, low, high, unit, ambiguous=ambiguous), stop
        if not bare and self._is_version(first):
            return None
        lone_article = number.word and self._row[number.first].common & _ARTICLE and number.next == number.first + 1
        lone_article = lone_article and not self._row[first - 1].mask & _Q_AT_LEAST_Q_AT_MOST
        large = number.digits and self._scales.get(first, 1.0) >= 1e6  # "raise 5 million"
        so_today = self._row[at].mask & _Q_BEFORE and number.digits  # "275 now", "118 last year"
        if bare or large or either or so_today or (self._introduced(first) and not lone_article):
            return self._made(first, at, low, high, self._index(first), ambiguous=ambiguous), at
        return None

    def _is_year(self, first: int, at: int) -> bool:
        """A year that tells which: ``the 2027 budget``, ``2025 års nivå``, ``Strategy 2030 approved``."""
        before, after = self._row[first - 1].mask, self._row[at].mask
        if (
            after & _LEVEL
            or (before & _Q_FROM and self._row[first - 2].mask & _Q_START)
            or (before & _Q_KNOWN and self._tokens[first].text != "2000")
        ):
            return True
        noun = self._noun(at)
        if noun is not None and self._english and not self._is_plural(noun[0]):
            return True
        recent = 2015 <= int(self._tokens[first].text) < 2050
        if recent and noun is not None and noun[0].lower() in _YEARLY:
            return True
        return recent and before & WORD != 0 and not before & _BEFORE_COUNT

    def _is_part_of_word(self, following: Token, at: int) -> bool:
        """``3D-modell``, ``16-åringer``, ``5th``, and ages: what follows the digits belongs to them."""
        if following.low in _CLOCK and self._english:
            return True
        if following.mask & _Q_AGE or following.text == "§" or self._pack.bits_of(following.low.rstrip(".") + ".") & LABEL:
            return True
        if not following.glued:
            return False
        after = self._token(at + 1)
        dashed = following.text == "-" and after is not None and after.glued and after.kind == "word"
        return following.kind == "word" or dashed

    def _unit(self, at: int, currency: str, number: Number) -> tuple[str, int] | None:
        """The unit after a number; ("", n) where the number is no quantity at all."""
        token = self._token(at)
        if token is None or (at in self._taken and not token.common & _T_UNIT):
            return None
        if token.text == "%":
            return "percent", at + 1
        if token.kind == "sign" and token.text.startswith(",") and len(token.text) == 2:
            return self._pack.data["language"]["currency"] or currency, at + 1
        if not token.roles and token.low not in ("x", "×") and token.text not in _SIGNS:
            return None
        if token.mask & _Q_POINTS:
            return "percentage_point", at + 1
        if token.mask & _Q_PERCENT:
            return "percent", at + 1
        if not currency:
            money = self._money(token)
            if money:
                return money, at + 1
        if (token.low in ("x", "×") and token.glued) or (token.mask & _Q_TIMES and at not in self._taken):
            return "times", at + 1
        return None if at in self._taken else self._measure(token, at, number)

    def _money(self, token: Token) -> str:
        """The currency that a token names; a code in lower case that is a unit as well (``sek``) is the unit."""
        if token.text in _SIGNS:
            return _SIGNS[token.text]
        if token.mask & _MONEY:
            return WITH_FACTOR
        if not token.common & _CURRENCY or (token.text.islower() and token.common & _T_UNIT):
            return ""
        return str(token.roles["currency"])

    def _measure(self, token: Token, at: int, number: Number) -> tuple[str, int] | None:
        """A measured unit; one of a single letter stands in lower case after digits and before no other letter."""
        if len(token.low.rstrip(".")) == 1 and not (number.digits and token.text.islower()):
            return None
        unit = str(token.roles.get("t.unit") or "")
        if self._row[at + 1].mask & _Q_AGE:
            return "", at + 1
        if unit in _MEASURED:
            return _MEASURED[unit], at + 1
        if token.mask & _MEASURE:
            return str(token.roles["measure"]), at + 1
        return None

    # --- shares -----------------------------------------------------------------------------------------------------

    def _fraction(self, at: int) -> tuple[Quantity, int] | None:
        """``a third``, ``en fjerdedel``, ``to tredeler``, ``half``; not a half-year, nor the quarter of a calendar."""
        token = self._tokens[at]
        if token.common & _FRACTION and not token.common & _ARTICLE_ORDINAL:
            value = float(token.roles["fraction"])
            if token.common & _T_UNIT and not (value == 0.5 and self._is_share(at)):
                return None
            return self._share(at, at + 1, value)
        count = 1.0 if token.common & _ARTICLE else float(token.roles.get("number", 0) or 0)
        more = self._row[at + 1].common & _NUMBER or self._half_after(at + 1, True)
        if count and self._row[at + 1].common & _FRACTION and not more:
            if self._row[at + 1].common & _T_UNIT and not self._is_share(at + 1):
                return None
            return self._share(at, at + 2, count * float(self._tokens[at + 1].roles["fraction"]))
        return None

    def _is_share(self, at: int) -> bool:
        """Whether a word that is a part of the calendar as well is a share: ``in half``, ``a quarter of``."""
        if self._row[at - 1].mask & _CALENDRIC and not (self._row[at - 1].common & _ARTICLE):
            return False
        before = at - 2 if self._row[at - 1].common & _ARTICLE else at - 1
        if self._row[at + 1].mask & _Q_OF or self._row[before].mask & _BOUNDING:
            return True
        return float(self._tokens[at].roles["fraction"]) == 0.5 and not self._row[at + 1].common & _T_NUMBERED

    def _share(self, first: int, stop: int, value: float) -> tuple[Quantity, int] | None:
        """A part in percent; before a unit of time it is a length: ``half an hour``, ``en halv time``."""
        after = stop + 1 if self._row[stop].common & _ARTICLE and self._row[stop + 1].common & _T_UNIT else stop
        token = self._token(after)
        if token is not None and token.common & _T_UNIT_T_DEFINITE:
            unit = _MEASURED.get(str(token.roles.get("t.unit", "")), "")
            if not unit or value != 0.5:
                return None
            return self._made(first, after + 1, value, value, unit), after + 1
        return self._made(first, stop, value * 100, value * 100, "percent", role="share"), stop

    def _score(self, first: int, at: int, low: float, high: float) -> tuple[Quantity, int] | None:
        """``4.5 of 5`` is a score; ``9 out of 10`` is a share in percent."""
        one_in = low == high == 1 and self._sign(at, "in")
        if not (one_in or self._row[at].mask & _Q_OF or self._sign(at, "/")):
            return None
        whole = self._number(at + 1)
        if whole is None or not whole.value:
            return None
        broken = low != int(low) or high != int(high)
        if whole.value < high:  # what no scale has is a score still: "5.4 of 5"
            scale = whole.value in _WHOLES and high < 10 * whole.value and (broken or self._noun(whole.next) is None)
            return (self._made(first, whole.next, low, high, f"of {whole.value:g}"), whole.next) if scale else None
        if self._sign(at, "/") and not (broken or whole.value in _WHOLES):
            return None
        if broken or self._sign(at, "/") or (not one_in and whole.value in _SCORES and self._noun(whole.next) is None):
            return self._made(first, whole.next, low, high, f"of {whole.value:g}"), whole.next
        factor = 100 / whole.value
        return self._made(first, whole.next, low * factor, high * factor, "percent"), whole.next

    def _slashed(self, at: int, bare: bool) -> tuple[Quantity, int] | None:
        """``4/5`` where something says that it is a value, ``3/4 of``: digits that could be a date as well."""
        parts = self._tokens[at].text.split("/")
        if len(parts) != 2 or not all(part.isdigit() for part in parts):
            return None
        low, whole = float(parts[0]), float(parts[1])
        if not 0 < low <= whole:
            return None
        if self._row[at + 1].mask & _Q_OF:
            return self._made(at, at + 1, low / whole * 100, low / whole * 100, "percent"), at + 1
        if whole in _WHOLES and (bare or self._introduced(at)):
            return self._made(at, at + 1, low, low, f"of {whole:g}"), at + 1
        return None
