"""The roles of quantities: baseline and target, change, bound; what a rate is counted over."""

from __future__ import annotations

from smartlint.language.nouns import Nouns
from smartlint.language.roles import TIMELY, bits
from smartlint.language.tokens import number_value
from smartlint.reading import Quantity

#: A quantity with the range of tokens that it takes.
Found = tuple[Quantity, int, int]

MINIMUM, MAXIMUM = ("≥", ">=", ">"), ("≤", "<=", "<")
_ARROWS = ("→", "->", "=>")
_RATES = {
    "P1D": "day", "P1W": "week", "P2W": "two weeks", "P1M": "month", "P3M": "quarter", "P4M": "tertial", "P6M": "half",
    "P1Y": "year",
}  # fmt: skip
#: How far before an amount its direction may stand, and how far apart a baseline and its target.
_NEAR, _APART = 7, 4
#: "The two departments" are known ones up to this number.
_FEW = 13
_AIMED = frozenset(("target", "bound_min", "bound_max"))


_INCREASE_DECREASE_COMPARATIVE = bits("increase", "decrease", "comparative")
_INCREASE_DECREASE_VAGUE_VERB = bits("increase", "decrease", "vague_verb")
_NEAR_TO = bits("q.about", "q.at_least", "q.above", "q.below", "q.at_most")
_P_WITHIN = bits("p.within")
_Q_ABOUT = bits("q.about")
_Q_ABOUT_ARTICLE_Q_OF = bits("q.about", "article", "q.of")
_Q_ABOUT_Q_TO_Q_BY_ARTICLE = bits("q.about", "q.to", "q.by", "article")
_Q_AGAINST = bits("q.against")
_Q_ASIDE = bits("q.aside")
_Q_ASIDE_Q_ADVERB = bits("q.aside", "q.adverb")
_Q_AT_LEAST = bits("q.at_least")
_Q_AT_LEAST_Q_ABOVE = bits("q.at_least", "q.above")
_Q_AT_MOST = bits("q.at_most")
_Q_AT_MOST_Q_BELOW = bits("q.at_most", "q.below")
_Q_BEFORE = bits("q.before")
_Q_BY = bits("q.by")
_Q_COMPARED = bits("q.compared")
_Q_FROM = bits("q.from")
_Q_KNOWN = bits("q.known")
_Q_OF = bits("q.of")
_Q_OF_P_IN = bits("q.of", "p.in")
_Q_OF_Q_AT_LEAST_Q_AT_MOST_P_WITHIN = bits("q.of", "q.at_least", "q.at_most", "p.within")
_Q_TO = bits("q.to")
_Q_TO_Q_AT_LEAST = bits("q.to", "q.at_least")
_Q_TO_Q_BY_Q_AT_LEAST_Q_AT_MOST = bits("q.to", "q.by", "q.at_least", "q.at_most")
_R_EACH = bits("r.each")
_R_EVERY_R_RATE = bits("r.every", "r.rate")
_T_RECURRENCE = bits("t.recurrence")


class AmountRoles(Nouns):
    """Tells the quantities of a row apart by what stands around them; ``taken`` are tokens that belong to times."""

    _taken: frozenset[int]

    def _with_roles(self, found: list[Found]) -> list[Found]:
        made: list[Found] = []
        for position, (quantity, first, stop) in enumerate(found):
            following = found[position + 1] if position + 1 < len(found) else None
            unit, low, high, role = quantity.unit, quantity.low, quantity.high, quantity.role
            if unit == "money":
                unit, factor = self._tokens[stop - 1].roles["money"].split()
                low, high = low * float(factor), high * float(factor)
            if role in ("other", "share"):
                of_unit = quantity if unit == quantity.unit else quantity._replace(unit=unit)
                before = made[-1][0] if made else None
                role = self._aside(of_unit, first, stop, before, following) or self._role(of_unit, first, stop, following)
            per = self._per(first, stop)
            about = self._approximate(first)
            quantity = Quantity(quantity.span, quantity.text, low, high, unit, per, role, about, quantity.ambiguous)
            made.append((quantity, first, stop))
        return self._paired(made)

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
        by = self._masks[first - 1] & _Q_BY or (self._masks[first - 2] & _Q_BY and self._masks[first - 1] & _Q_ABOUT)
        relative = quantity.unit == "percent" and (quantity.role == "share" or by)
        if (by and self._changed_before(first)) or (relative and not self._to(first) and not self._masks[stop] & _Q_OF):
            return "change"
        if quantity.unit == "percent" and self._relative_percent(first, stop):
            return "change"
        return "target"

    def _aside(self, quantity: Quantity, first: int, stop: int, before: Quantity | None, following: Found | None) -> str:
        """``baseline`` for what is so today, ``other`` for what is only mentioned, else ""."""
        if self._is_start(quantity, first, stop, before, following):
            return "baseline"
        if self._masks[first - 1] & _Q_ASIDE or self._masks[stop] & _Q_ASIDE_Q_ADVERB:
            return "other"
        known = self._masks[first - 1] & _Q_KNOWN and not self._masks[first - 2] & _Q_OF_Q_AT_LEAST_Q_AT_MOST_P_WITHIN
        return "other" if known and quantity.low == int(quantity.low) < _FEW and quantity.unit.islower() else ""

    def _is_start(self, quantity: Quantity, first: int, stop: int, before: Quantity | None, following: Found | None) -> bool:
        """``compared with 40 %``, ``mot 70 % i dag``, ``(today: 7)``, ``to 60 % from 45 %``."""
        lead = first - 1
        while lead > 0 and (self._sign(lead, ":", "-", "–", "−", "~") or self._masks[lead] & _Q_ABOUT_ARTICLE_Q_OF):
            lead -= 1
        if self._masks[lead] & _Q_COMPARED:
            return True
        now = self._masks[stop] & _Q_BEFORE
        if now and self._masks[lead] & _Q_AGAINST:
            return True
        if before is None:
            return following is not None and self._masks[lead] & _Q_BEFORE != 0 and self._sign(stop, ",", ";")
        if self._masks[lead] & _Q_BEFORE or (now and not self._masks[lead] & _Q_TO_Q_BY_Q_AT_LEAST_Q_AT_MOST):
            return True
        return self._masks[lead] & _Q_FROM != 0 and before.unit == quantity.unit and before.role in _AIMED

    def _starts_pair(self, first: int, stop: int, following: Found | None) -> bool:
        """The first of "from X to Y" and "X → Y"."""
        if following is None:
            return False
        near = following[1] - stop
        first, second = self._unsigned(first), self._unsigned(following[1])
        opened = self._masks[first - 1] & _Q_FROM or (self._masks[first - 2] & _Q_FROM and self._masks[first - 1] & _Q_ABOUT)
        return (opened and near <= _APART and self._to(second)) or (near <= 1 and self._sign(following[1] - 1, *_ARROWS))

    def _unsigned(self, first: int) -> int:
        """The sign before a number, where it has one, else the number."""
        return first - 1 if self._sign(first - 1, "-", "–", "−", "+") and self._tokens[first].glued else first

    def _bound(self, quantity: Quantity, first: int, stop: int) -> str:
        for at in (first - 1, first - 2):
            if self._masks[at] & _Q_AT_LEAST_Q_ABOVE or self._sign(at, *MINIMUM):
                return "bound_min"
            if self._masks[at] & _Q_AT_MOST_Q_BELOW or self._sign(at, *MAXIMUM):
                return "bound_max"
            if not self._masks[at] & _Q_ABOUT_Q_TO_Q_BY_ARTICLE:
                break
        inside = any(self._masks[at] & _Q_AT_LEAST for at in range(first + 1, stop + 1))
        if inside or quantity.text.endswith("+") or self._masks[first - 1] & _Q_AT_LEAST:
            return "bound_min"
        if self._masks[stop] & _Q_AT_MOST or (quantity.unit in ("s", "min", "h") and self._masks[first - 1] & _P_WITHIN):
            return "bound_max"
        return ""

    def _relative_percent(self, first: int, stop: int) -> bool:
        """``Øke salget 10 %``, ``10 % vekst``, ``10 % more``: a change without "by"."""
        if self._to(first):
            return False
        if self._masks[stop] & _INCREASE_DECREASE_COMPARATIVE:
            return True
        if any(self._masks[at] & _Q_TO_Q_AT_LEAST for at in range(max(0, first - 2), first)):
            return False
        return self._changed_before(first) and not self._masks[stop] & _Q_OF_P_IN

    def _changed_before(self, first: int) -> bool:
        """A direction word stands shortly before."""
        return any(self._masks[at] & _INCREASE_DECREASE_VAGUE_VERB for at in range(max(0, first - _NEAR), first))

    def _to(self, first: int) -> bool:
        before = self._masks[first - 1]
        return before & _Q_TO != 0 or (before & _NEAR_TO != 0 and self._masks[first - 2] & _Q_TO != 0)

    def _approximate(self, first: int) -> bool:
        return any(self._masks[at] & _Q_ABOUT or self._sign(at, "~", "±") for at in (first - 1, first - 2))

    def _per(self, first: int, stop: int) -> str:
        """What a rate is counted over: the unit of time that follows, or a noun after ``per``."""
        inside = next((self._tokens[at] for at in range(first, stop) if self._masks[at] & _T_RECURRENCE), None)
        token = inside or self._token(stop)
        if token is None:
            return ""
        if token.mask & _T_RECURRENCE:
            return _RATES.get(token.roles["t.recurrence"], "")
        if not token.mask & _R_EVERY_R_RATE:
            return ""
        after = self._token(stop + 1)
        if after is None or after.kind != "word":
            return ""
        unit = after.roles.get("t.unit") or after.roles.get("t.definite")
        if unit:
            return "" if token.mask & _R_EACH else str(unit)
        return after.low if token.low in ("per", "pr", "pr.", "/") and not after.mask & TIMELY else ""

    @staticmethod
    def _paired(found: list[Found]) -> list[Found]:
        """A from–to pair shares its unit, its scale and its rate."""
        for position in range(len(found) - 1):
            (left, first, stop), (right, *_) = found[position], found[position + 1]
            if left.role != "baseline" or found[position + 1][1] - stop > _APART + 1:
                continue
            if right.role in ("other", "change"):
                right = right._replace(role="target")
            if not right.unit and left.unit:
                right = right._replace(unit=left.unit)
            found[position + 1] = (right, *found[position + 1][1:])
            if not left.unit and right.unit:
                factor = _scale_of(right)
                left = left._replace(unit=right.unit, low=left.low * factor, high=left.high * factor, per=right.per)
                found[position] = (left, first, stop)
        return found


def _scale_of(quantity: Quantity) -> float:
    """How much larger a quantity is than its digits say: 1e6 for ``12 mill. kr``."""
    digits = "".join(char for char in quantity.text if char.isdigit() or char in ".,")
    value = number_value(digits.strip(".,"), ",")[0] if any(char.isdigit() for char in digits) else 0.0
    ratio = quantity.high / value if value else 1.0
    return next((factor for factor in (1e3, 1e6, 1e9) if abs(ratio - factor) < factor * 1e-9), 1.0)
