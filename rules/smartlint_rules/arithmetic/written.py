"""Numbers as they are written: how exact they are, and how another value would look in their place."""

import re

from smartlint.rule import Quantity, compile_late, dataclass

_DIGITS = compile_late(r"\d[\d\s.,'’]*(?<=\d)")


#: A mark before three digits sets thousands apart (`10.000`), unless nothing but a zero stands before it.
_GROUPED = compile_late(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMALS = compile_late(r"[.,](\d+)$")


@dataclass(frozen=True)
class Written:
    """``before`` and ``after`` are the text around the digits; ``scale`` is what one unit of the digits is worth.

    ``decimals`` counts the decimals; ``step`` is what one unit of the last digit is worth.
    """

    before: str
    after: str
    scale: float
    decimals: int

    @property
    def step(self) -> float:
        return self.scale * 0.1**self.decimals

    @property
    def is_count(self) -> bool:
        """A plain whole number, taken to be exact; ``10 million`` is rounded."""
        return self.scale == 1 and not self.decimals

    def shown(self, value: float) -> float:
        """The digits that would stand here for a value, with one decimal more than is written."""
        return round(value / self.scale, self.decimals + 1)


def written(quantity: Quantity) -> Written | None:
    """How a quantity is written, or None where it is in words or zero."""
    digits = _DIGITS.search(quantity.text)
    if digits is None or not quantity.value:
        return None
    tail = None if _GROUPED.fullmatch(digits[0]) else _DECIMALS.search(digits[0])
    decimals = len(tail[1]) if tail else 0
    mantissa = int(re.sub(r"\D", "", digits[0])) / 10**decimals
    text = quantity.text
    return Written(text[: digits.start()], text[digits.end() :], quantity.value / mantissa, decimals)
