"""Compares what the two say of many expressions, and counts."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from smartlint.policy.functions import FUNCTIONS
from smartlint.policy.parser import parse
from tests.differential.expressions import Made, Maker
from tests.differential.judges import Said, ours, parts, theirs

#: Functions that CEL has not: the other implementation does not know them.
OWN = frozenset(("lower", "addDays", "date"))
#: Every operator, function and macro that both must be asked about.
EVERY = frozenset(FUNCTIONS) - OWN | {"&&", "||", "?:", "all", "exists", "exists_one", "filter", "map", "has", "."}


@dataclass
class Count:
    """How often the two agreed, on what; what they were not agreed on, by reason; and where they differ."""

    total: int = 0
    both: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[Made, Said, Said]] = field(default_factory=list)

    def take(self, made: Made) -> None:
        """Judges an expression."""
        self.total += 1
        own, other = ours(made.text, made.bindings), theirs(made.text, made.bindings)
        self.outcomes[f"{own.what} / {other.what}"] += 1
        if own.what == other.what == "value":
            self.both += 1
            self.used += Counter(dict.fromkeys(parts(parse(made.text)), 1))  # each once an expression
        if own.what == other.what == "value" and own.value == other.value:
            return
        reason = _reason(own, other)
        if reason:
            self.reasons[reason] += 1
        else:
            self.differing.append((made, own, other))


def _reason(own: Said, other: Said) -> str:
    """Why two that give no equal values are not at odds; empty where they are."""
    if "value" not in (own.what, other.what):
        if own.what == other.what:
            return f"both: {own.what}"
        return f"found before evaluation by {'smartlint' if own.what == 'refused' else 'cel-expr-python'} only"
    if own.what == other.what and _without_sign(own.value) == _without_sign(other.value):
        return "cel-expr-python writes the sign of a NaN, which has none"
    return ""


def _without_sign(value: Any) -> str:
    return repr(value).replace("-nan", "nan")


def compare(count: int, number: int = 1) -> Count:
    """Judges so many expressions, made with Hypothesis from a number that makes them the same every time."""
    found = Count()

    @seed(number)
    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(st.integers(0, 2**64 - 1))
    def judge(start: int) -> None:
        if found.total < count:
            found.take(Maker(random.Random(start)).made())

    judge()
    return found
