"""The roles of quantities: baseline and target, change, bound; what a rate is counted over."""

from __future__ import annotations

from smartlint.language.nouns import Nouns
from smartlint.language.roles import DIGITS, INDEX, PREPOSITIONS, TIMELY, WORD, bits
from smartlint.reading import Quantity
from smartlint.record import Final
from smartlint.source import Span

#: A quantity with the range of tokens that it takes.
Found = tuple[Quantity, int, int]

#: Makes a named tuple of its fields, without the detour over their names.
_new: Final = tuple.__new__
#: The unit of a word that says how many as well, such as ``mkr``, until it is looked up; no noun is written so.
WITH_FACTOR: Final = "¤"
MINIMUM: Final = ("≥", ">=", ">")
MAXIMUM: Final = ("≤", "<=", "<")
_ARROWS: Final = ("→", "->", "=>")
_RATES: Final = {
    "P1D": "day", "P1W": "week", "P2W": "two weeks", "P1M": "month", "P3M": "quarter", "P4M": "tertial", "P6M": "half",
    "P1Y": "year",
}  # fmt: skip
#: How far before an amount its direction may stand, and how far apart a baseline and its target.
_NEAR: Final = 7
_APART: Final = 4
#: "The two departments" are known ones up to this number.
_FEW: Final = 13
_AIMED: Final = frozenset(("target", "bound_min", "bound_max"))
_MEASURES: Final = frozenset(("percent", "percentage_point", "s", "min", "h", "d", "wk", "mo", "yr"))
_SIGNED: Final = ("-", "–", "−", "+")
_ABOUT: Final = ("~", "±")
_GAPS: Final = ("[", "<", "?", "_", "X", "N", "XX", "…")
#: How many times its target a baseline may be that shares its scale: "from 90 to 10 million", not "from 900 to 1 thousand".
_SHRINKS: Final = 20
#: The same where more is wanted: "increase sales from 10 to 8 million" is a slip in the numbers, not in the scale.
_GROWS: Final = 2


_NUMERAL: Final = DIGITS | bits("number")
_DECREASE: Final = bits("decrease")
_INCREASE: Final = bits("increase")
_INCREASE_DECREASE_COMPARATIVE: Final = bits("increase", "decrease", "comparative")
_INCREASE_DECREASE_VAGUE_VERB: Final = bits("increase", "decrease", "vague_verb")
_NEAR_TO: Final = bits("q.about", "q.at_least", "q.above", "q.below", "q.at_most")
_BOUND: Final = bits("q.above", "q.below")
_KEPT: Final = bits("keep", "state", "q.reach")
_STATE: Final = bits("state")
_UNIVERSAL: Final = bits("universal")
_MEASURE: Final = bits("measure")
_P_WITHIN: Final = bits("p.within")
_Q_NONE: Final = bits("q.none")
_PLACEHOLDER: Final = bits("placeholder")
_Q_ABOVE: Final = bits("q.above")
_Q_ABOUT: Final = bits("q.about")
#: After it, a signed percentage is a level: "a margin of -3 %".
_LEVELLED: Final = PREPOSITIONS | bits("q.to", "q.from", "q.of", "keep", "state", "q.reach")
_AFTER_FROM: Final = INDEX | bits("q.about", "q.current")
_Q_ABOUT_ARTICLE_Q_OF_Q_CURRENT: Final = bits("q.about", "article", "q.of", "q.current")
_Q_ABOUT_Q_TO_Q_BY_ARTICLE: Final = bits("q.about", "q.to", "q.by", "article")
_Q_AGAINST: Final = bits("q.against")
_Q_ASIDE: Final = bits("q.aside")
_Q_ASIDE_Q_ADVERB: Final = bits("q.aside", "q.adverb")
_Q_AT_LEAST: Final = bits("q.at_least")
_Q_AT_LEAST_Q_ABOVE: Final = bits("q.at_least", "q.above")
_Q_AT_MOST: Final = bits("q.at_most")
_Q_AT_MOST_Q_BELOW: Final = bits("q.at_most", "q.below")
_Q_BEFORE: Final = bits("q.before")
_Q_BY: Final = bits("q.by")
_Q_CURRENT: Final = bits("q.current")
_Q_COMPARED: Final = bits("q.compared")
_Q_FROM: Final = bits("q.from")
_Q_KNOWN: Final = bits("q.known")
_Q_OF: Final = bits("q.of")
_Q_OF_P_IN: Final = bits("q.of", "p.in")
_Q_OF_Q_AT_LEAST_Q_AT_MOST_P_WITHIN: Final = bits("q.of", "q.at_least", "q.at_most", "p.within")
_Q_TO: Final = bits("q.to")
_Q_TO_Q_AT_LEAST: Final = bits("q.to", "q.at_least")
_Q_TO_Q_BY_Q_AT_LEAST_Q_AT_MOST: Final = bits("q.to", "q.by", "q.at_least", "q.at_most")
_R_EACH: Final = bits("r.each")
_R_EVERY_R_RATE: Final = bits("r.every", "r.rate")
_T_NUMBERED: Final = bits("t.numbered")
_T_RECURRENCE: Final = bits("t.recurrence")


class AmountRoles(Nouns):
    """Tells the quantities of a row apart by what stands around them; ``taken`` are tokens that belong to times."""

    _taken: frozenset[int]
    #: By its first token: how much larger an amount is than its digits say, 1e6 for ``12 mill. kr``.
    _scales: dict[int, float]
    #: By its first token: what a rate is counted over that has a number of its own, "1,000 orders".
    _over: dict[int, str]
    #: Where "min" is the unit of an amount, and no "minimum".
    _minutes: frozenset[int]

    def _with_roles(self, found: list[Found]) -> list[Found]:
        made: list[Found] = []
        self._minutes = frozenset([stop - 1 for one, _, stop in found if one.unit == "min"])
        for position, (quantity, first, stop) in enumerate(found):
            following = found[position + 1] if position + 1 < len(found) else None
            unit, low, high, role = quantity.unit, quantity.low, quantity.high, quantity.role
            if unit == WITH_FACTOR:
                unit, factor = self._tokens[stop - 1].roles["money"].split()
                low, high = low * float(factor), high * float(factor)
                self._scales[first] = float(factor)
            if role in ("other", "share"):
                of_unit = quantity if unit == quantity.unit else quantity._replace(unit=unit)
                before = made[-1][0] if made else None
                role = self._aside(of_unit, first, stop, before, following) or self._role(of_unit, first, stop, following)
            per = self._per(first, stop)
            about = self._approximate(first)
            one: Quantity = _new(
                Quantity, (quantity.span, quantity.text, low, high, unit, per, role, about, quantity.ambiguous)
            )
            made.append((one, first, stop))
        self._nobody(made)
        return [self._signed(*one) if self._tokens[one[1]].glued else one for one in self._paired(made)]

    def _nobody(self, made: list[Found]) -> None:
        """``No one waits more than 3 days``: what nobody exceeds is the most that there is."""
        none, first, stop = made[0]
        if len(made) < 2 or not self._row[first].mask & _Q_NONE:
            return
        bound, begin, end = made[1]
        if bound.role != "bound_min" or bound.unit not in _MEASURES or not self._row[begin - 1].mask & _Q_ABOVE:
            return
        made[1] = bound._replace(role="bound_max"), begin, end
        if not none.unit:
            made[0] = none._replace(role="other"), first, stop

    def _signed(self, quantity: Quantity, first: int, stop: int) -> Found:
        """With the minus before its number: of a level ("-18 degrees"), not of a change, whose amount has no sign."""
        sign = self._unsigned(first)
        if sign == first or quantity.role == "change" or self._sign(sign, "+"):
            return quantity, first, stop
        gap = self._starts[first] - self._starts[sign]
        span = Span(quantity.span.start - gap, quantity.span.end)
        text = self._text[self._starts[sign] : self._end(stop - 1)]
        high = -quantity.high if quantity.low == quantity.high else quantity.high
        return quantity._replace(span=span, text=text, low=-quantity.low, high=high), sign, stop

    def _role(self, quantity: Quantity, first: int, stop: int, following: Found | None) -> str:
        if self._starts_pair(first, stop, following):
            return "baseline"
        if quantity.unit == "times" and stop in self._taken:
            return "target"
        if quantity.unit in ("times", "percentage_point"):
            return "change" if not self._to(first) or quantity.unit == "times" else "target"
        bound = self._bound(quantity, first, stop)
        if bound:
            return bound
        signed = first
        if self._tokens[first].glued:
            first = self._unsigned(first)
        by = self._row[first - 1].mask & _Q_BY or (self._row[first - 2].mask & _Q_BY and self._row[first - 1].mask & _Q_ABOUT)
        if signed != first and (by or (quantity.unit == "percent" and not self._row[first - 1].mask & _LEVELLED)):
            return "change"  # "costs: -10 %"
        relative = quantity.unit == "percent" and (quantity.role == "share" or by)
        if (by and self._changed_before(first)) or (relative and not self._to(first) and not self._row[stop].mask & _Q_OF):
            return "change"
        if quantity.unit == "percent" and self._relative_percent(first, stop):
            return "change"
        return "target"

    def _aside(self, quantity: Quantity, first: int, stop: int, before: Quantity | None, following: Found | None) -> str:
        """``baseline`` for what is so today, ``other`` for what is only mentioned, else ""."""
        if self._is_start(quantity, first, stop, before, following):
            return "baseline"
        if self._row[first - 1].mask & _Q_ASIDE or self._row[stop].mask & _Q_ASIDE_Q_ADVERB:
            return "other"
        if quantity.unit.isupper() and self._is_attribute(first, stop, before):
            return "other"
        known = self._row[first - 1].mask & _Q_KNOWN and not self._row[first - 2].mask & _Q_OF_Q_AT_LEAST_Q_AT_MOST_P_WITHIN
        return "other" if known and quantity.low == int(quantity.low) < _FEW and quantity.unit.islower() else ""

    def _is_attribute(self, first: int, stop: int, before: Quantity | None) -> bool:
        """A price that tells which ones: ``review all contracts over £50k``, ``sign 5 deals over £50k``."""
        bound = first - 1
        if not self._row[bound].mask & _BOUND or bound < 2 or not self._row[bound - 1].common & WORD:
            return False
        if before is not None and before.unit == self._tokens[bound - 1].text and before.role in _AIMED:
            return True
        every = next((at for at in (bound - 2, bound - 3) if at >= 0 and self._row[at].mask & _UNIVERSAL), -1)
        done = every > 0 and not self._row[every - 1].mask & _KEPT
        return done or (every == 0 and self._row[stop].common & _STATE != 0)

    def _is_start(self, quantity: Quantity, first: int, stop: int, before: Quantity | None, following: Found | None) -> bool:
        """``compared with 40 %``, ``mot 70 % i dag``, ``(today: 7)``, ``to 60 % from 45 %``."""
        lead = first - 1
        while lead > 0 and (
            self._sign(lead, ":", "-", "–", "−", "~") or self._row[lead].mask & _Q_ABOUT_ARTICLE_Q_OF_Q_CURRENT
        ):
            lead -= 1
        if self._row[lead].common & _Q_COMPARED:
            return True
        now = self._row[stop].mask & _Q_BEFORE or self._row[first - 1].mask & _Q_CURRENT
        if now and self._row[lead].mask & _Q_AGAINST:
            return True
        if before is None:
            if following is None and self._row[lead].common & _Q_FROM and self._is_left_open(quantity, lead, stop):
                return True
            return following is not None and self._row[lead].mask & _Q_BEFORE != 0 and self._sign(stop, ",", ";")
        if self._row[lead].mask & _Q_BEFORE or (now and not self._row[lead].mask & _Q_TO_Q_BY_Q_AT_LEAST_Q_AT_MOST):
            return True
        same = before.unit == quantity.unit or (not quantity.unit and self._ends(stop))
        return self._row[lead].common & _Q_FROM != 0 and same and before.role in _AIMED

    def _ends(self, at: int) -> bool:
        """The sentence ends here, or a sign stands here: ``70 % by June, up from 52``."""
        return at >= self._size or self._tokens[at].kind == "sign"

    def _is_left_open(self, quantity: Quantity, lead: int, stop: int) -> bool:
        """``Raise conversion from 2.5 %``, and it is not said to where; not "donations from 30 companies"."""
        measured = _is_measured(quantity.unit) or self._row[stop - 1].mask & _MEASURE or self._is_index(quantity.unit)
        counted = quantity.unit and not measured
        ends = stop >= self._size or stop in self._taken or self._tokens[stop].kind == "sign"
        return ends and not (counted and quantity.unit[:3] != "of ") and self._changed_before(lead)

    def _starts_pair(self, first: int, stop: int, following: Found | None) -> bool:
        """The first of "from X to Y" and "X → Y", and of "from X to TBD"."""
        if self._row[stop].common & _Q_TO and self._row[first - 1].common & _Q_FROM and self._is_gap(stop + 1):
            return True
        if following is None:
            return False
        near = following[1] - stop
        first, second = self._unsigned(first), self._unsigned(following[1])
        opened = self._row[first - 1].common & _Q_FROM or (
            self._row[first - 2].common & _Q_FROM and self._row[first - 1].mask & _AFTER_FROM
        )
        return (opened and near <= _APART and self._to(second)) or (near <= 1 and self._row[following[1] - 1].text in _ARROWS)

    def _is_gap(self, at: int) -> bool:
        """A blank to be filled: ``TBD``, ``[target]``, ``X``."""
        return self._row[at].mask & _PLACEHOLDER != 0 or self._row[at].text in _GAPS

    def _unsigned(self, first: int) -> int:
        """The sign before a number, where it has one, else the number."""
        if not self._tokens[first].glued:
            return first
        return first - 1 if self._row[first - 1].text in _SIGNED and not self._tokens[first - 1].glued else first

    def _bound(self, quantity: Quantity, first: int, stop: int) -> str:
        for at in (first - 1, first - 2):
            if at in self._minutes:
                break
            near = self._row[at]
            if near.mask & _Q_AT_LEAST_Q_ABOVE or near.text in MINIMUM:
                return "bound_min"
            if near.mask & _Q_AT_MOST_Q_BELOW or near.text in MAXIMUM:
                return "bound_max"
            if not near.mask & _Q_ABOUT_Q_TO_Q_BY_ARTICLE:
                break
        inside = any(self._row[at].mask & _Q_AT_LEAST for at in range(first + 1, stop + 1) if at not in self._minutes)
        if inside or quantity.text.endswith("+"):
            return "bound_min"
        if self._row[stop].mask & _Q_AT_MOST or (quantity.unit in ("s", "min", "h") and self._row[first - 1].mask & _P_WITHIN):
            return "bound_max"
        return ""

    def _relative_percent(self, first: int, stop: int) -> bool:
        """``Øke salget 10 %``, ``10 % vekst``, ``10 % more``: a change without "by"."""
        if self._to(first):
            return False
        if self._row[stop].mask & _INCREASE_DECREASE_COMPARATIVE:
            return True
        if any(self._row[at].mask & _Q_TO_Q_AT_LEAST for at in range(max(0, first - 2), first)):
            return False
        return self._changed_before(first) and not self._row[stop].mask & _Q_OF_P_IN

    def _changed_before(self, first: int) -> bool:
        """A direction word stands shortly before."""
        return any(self._row[at].mask & _INCREASE_DECREASE_VAGUE_VERB for at in range(max(0, first - _NEAR), first))

    def _to(self, first: int) -> bool:
        before = self._row[first - 1].mask
        return before & _Q_TO != 0 or (before & _NEAR_TO != 0 and self._row[first - 2].common & _Q_TO != 0)

    def _approximate(self, first: int) -> bool:
        return any(one.mask & _Q_ABOUT or one.text in _ABOUT for one in (self._row[first - 1], self._row[first - 2]))

    def _per(self, first: int, stop: int) -> str:
        """What a rate is counted over: the unit of time that follows, or a noun after ``per``."""
        if first in self._over:
            return self._over[first]
        inside = next((self._tokens[at] for at in range(first, stop) if self._row[at].common & _T_RECURRENCE), None)
        token = inside or self._token(stop)
        if token is None:
            return ""
        if token.common & _T_RECURRENCE:
            return _RATES.get(token.roles["t.recurrence"], "")
        if not token.mask & _R_EVERY_R_RATE:
            return ""
        after = self._token(stop + 1)
        if after is None or after.kind != "word":
            return ""
        unit = after.roles.get("t.unit") or after.roles.get("t.definite")
        if unit and self._row[stop + 2].common & DIGITS and after.common & _T_NUMBERED:
            return ""  # "6 % in week 22"
        if unit:
            return "" if token.mask & _R_EACH else str(unit)
        return after.low if token.low in ("per", "pr", "pr.", "/") and not after.mask & TIMELY else ""

    def _paired(self, found: list[Found]) -> list[Found]:
        """A from–to pair shares its unit, its scale and its rate."""
        for position in range(len(found) - 1):
            (left, first, stop), (right, *_) = found[position], found[position + 1]
            if left.role != "baseline" or left.unit == "times" or found[position + 1][1] - stop > _APART + 1:
                continue
            if right.role in ("other", "change"):
                right = right._replace(role="target")
            if self._is_index(left.unit) and (_is_measured(right.unit) or right.unit.startswith("of ")):
                left = left._replace(unit="")
            if left.unit and (not right.unit or self._is_index(left.unit)):
                right = right._replace(unit=left.unit)
            found[position + 1] = (right, *found[position + 1][1:])
            factor = self._shared_scale(found[position], found[position + 1])
            if factor != 1:
                left = left._replace(low=left.low * factor, high=left.high * factor)
            if not left.unit and right.unit:
                left = left._replace(unit=right.unit, per=right.per)
            found[position] = (left, first, stop)
        return found

    def _is_index(self, unit: str) -> bool:
        """A measure whose number is a value: "NPS from 30 to 45 points" has the unit of its baseline."""
        return self._pack.bits_of(unit) & INDEX != 0

    def _shared_scale(self, left: Found, right: Found) -> float:
        """The scale that a baseline has from its target: 1e6 in ``from 12 to 10 million``.

        1 where it has its own, or a unit after its number, or where it would become far too large.
        """
        factor = self._scales.get(right[1], 1.0)
        start, first, stop = left
        bare = self._row[stop - 1].common & _NUMERAL and start.unit in ("", right[0].unit)
        if factor == 1 or not bare or first in self._scales or start.high >= 1000:
            return 1.0
        digits = right[0].high / factor
        shrinks = start.high / digits if digits and self._unsigned(first) == first else 1.0
        near = self._row[max(0, first - _NEAR) : first]
        if shrinks > 1 and any(token.mask & _DECREASE for token in near):
            return factor
        grows = any(token.mask & _INCREASE for token in near)
        return 1.0 if shrinks > (_GROWS if grows else _SHRINKS) else factor


def _is_measured(unit: str) -> bool:
    """A share, a time or money, rather than a noun that is counted."""
    return unit in _MEASURES or unit.isupper()
