"""Compares smartlint's expressions with Google's implementation of the Common Expression Language.

    python -m tests.differential [COUNT] [SEED]

Makes COUNT expressions (20,000), prints how often the two agree, on which operators and functions, and why they are not
both of use where they are not; exits with 1 where they differ, or where something was asked too seldom.
"""

import sys

from tests.differential.comparison import EVERY, compare

#: Of so many expressions, this share must have a value in both, and each function and operator be in so many of those.
COUNT, SHARE, EACH = 20_000, 0.8, 200
_SHOWN = 20


def main(arguments: list[str]) -> int:
    """Runs the comparison and prints it."""
    count = int(arguments[0]) if arguments else COUNT
    found = compare(count, int(arguments[1]) if len(arguments) > 1 else 1)
    out = sys.stdout.write
    out(f"{found.total} expressions, {found.both} have a value in both ({found.both / found.total:.1%})\n")
    out("smartlint / cel-expr-python:\n" + "".join(f"  {name}: {n}\n" for name, n in found.outcomes.most_common()))
    out("no value from both:\n" + "".join(f"  {name}: {n}\n" for name, n in found.reasons.most_common()))
    out("expressions with a value in both that use:\n")
    out("".join(f"  {name}: {found.used[name]}\n" for name in sorted(EVERY, key=lambda name: found.used[name])))
    out(f"differing: {len(found.differing)}\n")
    for made, own, other in found.differing[:_SHOWN]:
        out(f"  {made.text}\n    {made.bindings}\n    smartlint: {own}\n    cel-expr-python: {other}\n")
    least = EACH * count // COUNT
    seldom = [name for name in EVERY if found.used[name] < least]
    return int(bool(found.differing or seldom or found.both < SHARE * found.total))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
