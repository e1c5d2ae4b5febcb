"""Expressions that are meant to keep the linter busy, and what stops each of them (``python -m tests.policy.hostile``).

The steps bound the time: no verdict depends on a clock.
"""

from __future__ import annotations

import gc
import sys
from time import process_time
from typing import Any

from smartlint.policy.checker import Scope
from smartlint.policy.expression import Expression
from smartlint.policy.mistake import Exceeded, Mistake
from smartlint.policy.types import ANY, Records

SCOPE = Scope({"l": ANY, "s": ANY}, Records({}))
GIVEN: dict[str, Any] = {"l": list(range(5000)), "s": "a" * 20_000}
#: How often Python looks for circles.
_USUAL = (700, 10, 10)
TEN = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]"


def nested(macro: str, body: str, depth: int = 4) -> str:
    for level in range(depth):
        body = f"{TEN}.{macro}(v{level}, {body})"
    return body


HOSTILE = {
    "nested comprehensions": nested("map", "0", 7),
    "nested questions": nested("all", "true", 8),
    "nested errors": nested("all", "1 / 0 == 1 || true"),
    "texts that double": nested("map", "s + s + s", 3),
    "a sum of texts": " + ".join(["s"] * 100),
    "a sum of lists": " + ".join(["l"] * 60),
    "lists of lists": nested("map", "l + l", 2),
    "large values compared": nested("all", "l == l"),
    "large lists searched": "l.all(i, !(-1 in l))",
    "long texts searched": nested("all", "!s.contains('aaaaaaaaaaaaaaaaaaab')", 3),
    "long texts in small letters": nested("map", "s.lower()", 3),
    "many numbers written": nested("map", "string(1.5)"),
    "many numbers read": nested("all", "int('99999999999999999999999') == 1 || true"),
    "many times read": nested("map", "timestamp('2026-01-01T00:00:00Z')"),
    "many lengths read": nested("map", "duration('1h1m1s1ms1us1ns')"),
    "unknown time zones": nested("all", "timestamp(0).getHours('x/' + string(v0) + string(v1) + string(v2)) == 1 || true"),
    "many maps": nested("map", "{'a': v0, 'b': v1, 'c': v2}"),
    "a catastrophic pattern": nested("all", "!s.matches('^(a+)+$')", 1),
    "a catastrophic choice": nested("all", "!s.matches('^(a|aa)*b')", 1),
    "many stars": "s.matches('(.*)(.*)(.*)(.*)(.*)[0-9]')",
    "repeated repetitions": "s.matches('(a{1,100}){1,100}')",
    "many patterns": nested("all", "'aaaa'.matches('(a?){300}' + string(v0) + string(v1) + string(v2)) || true", 3),
    "many patterns that are none": nested("all", "s.matches('((((((((' + string(v0) + string(v1)) || true", 3),
    "brackets": "(" * 5000 + "1" + ")" * 5000,
    "lists in lists": "[" * 5000 + "]" * 5000,
    "denials": "!" * 15_000 + "true",
    "signs": "-" * 15_000 + "1",
    "a long sum": " + ".join(["1"] * 1000),
    "a long chain": " || ".join(["true"] * 3000),
    "a huge text": "'" + "a" * 2_000_000 + "'",
    "many fields": "l" + ".a" * 9000,
    "many choices": "true ? 1 : " * 900 + "1",
}


def stopped(text: str) -> str:
    """What stops an expression: a limit of its form, found before it runs, or one of its run; empty for one that ends."""
    try:
        Expression(text, SCOPE).value(GIVEN)
    except Mistake as mistake:
        return f"before it runs: {mistake}"
    except Exceeded as exceeded:
        return f"while it runs: {exceeded}"
    return ""


def seconds(text: str) -> float:
    """The processor's time of the fastest of three runs: what else the machine does may only make one longer.

    Circles are looked for as often as Python does by itself, whatever tests before have said of that: exceptions make many.
    """
    times = []
    before = gc.get_threshold()
    gc.set_threshold(*_USUAL)
    try:
        for _ in range(3):
            start = process_time()
            stopped(text)
            times.append(process_time() - start)
    finally:
        gc.set_threshold(*before)
    return min(times)


def main() -> None:
    """Prints what stops each, and when."""
    stopped("1")
    for name, text in HOSTILE.items():
        sys.stdout.write(f"{seconds(text) * 1000:6.1f} ms  {name:28}  {stopped(text)}\n")


if __name__ == "__main__":
    main()
