"""Plants errors in the example files: kinds of line × kinds of fault, drawn by seed, one error at a time.

python -m tests.mutations [seed]    plants them, lints with the SYN rules, and prints what was found and what was extra
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from smartlint.linter import Settings, lint_texts
from smartlint.parser import parse
from smartlint.registry import find, load
from tests.faults import FAULTS, Fault, Place, places

TODAY = date(2026, 2, 1)
EXAMPLES = Path(__file__).parents[1] / "examples"
#: So many of each kind of fault are drawn, if the examples have as many places for it.
OF_EACH = 11


@dataclass(frozen=True)
class Planted:
    """An error: its file, the kind of its line and of its fault, the text, the line and the code to be found.

    ``shift`` says from which line of the original on the lines stand lower, and by how many.
    """

    example: str
    kind: str
    fault: str
    text: str
    line: int
    code: str
    shift: tuple[int, int] = (0, 0)


def texts() -> dict[str, str]:
    """The example files by name."""
    return {path.relative_to(EXAMPLES).as_posix(): path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*/*.goals"))}


def plant(seed: int, of_each: int = OF_EACH) -> list[Planted]:
    """Errors drawn by seed: of each kind of fault so many, over the examples, fewer where they have fewer places."""
    chance = random.Random(seed)
    found = []
    readable = {name: text for name, text in texts().items() if parse(text, today=TODAY).goals}
    spots: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for name, text in readable.items():
        for place in places(text):
            spots[place.kind].append((name, place))
    for kind, faults in FAULTS.items():
        for fault, code in faults.items():
            here = [
                (name, place)
                for name, place in chance.sample(spots[kind], len(spots[kind]))
                if not any(line == place.number for _, line in _before(name))
            ]
            made = (_plant(name, readable[name], place, fault, code, chance) for name, place in here)
            found += [one for one in made if one is not None][:of_each]
    return found


def _plant(name: str, text: str, place: Place, fault: Fault, code: str, chance: random.Random) -> Planted | None:
    made = fault(place, chance)
    if made is None:
        return None
    lines, at = made
    start = place.line.start
    changed = text[:start] + "\n".join(lines) + text[start + len(place.text) :]
    moved = place.number + (1 if at else 0)
    return Planted(name, place.kind, fault.__name__, changed, place.number + at, code, (moved, len(lines) - 1))


# --- judgement ------------------------------------------------------------------------------------------------------


@cache
def _settings() -> Settings:
    return Settings(tuple(find("SYN", load())), TODAY)


def syntax_findings(text: str) -> Counter[tuple[str, int]]:
    """The findings of the SYN rules in a text, by code and line."""
    found = lint_texts({"example.goals": text}, _settings()).findings
    return Counter((finding.rule.code, finding.place.start.line) for finding in found)


@cache
def _before(example: str) -> Counter[tuple[str, int]]:
    return syntax_findings(texts()[example])


def judge(planted: Planted) -> tuple[bool, list[tuple[str, int]]]:
    """Whether the error is found at its line by its rule, and the other new findings, by code and line."""
    since, by = planted.shift
    before = Counter({(code, line + by * (line >= since)): count for (code, line), count in _before(planted.example).items()})
    new = syntax_findings(planted.text) - before
    expected = (planted.code, planted.line)
    found = new[expected] > 0
    return found, list((new - Counter([expected])).elements())


def main(arguments: Sequence[str]) -> int:
    seed = int(arguments[0]) if arguments else 0
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    missed = []
    for planted in plant(seed):
        found, extra = judge(planted)
        row = table[planted.kind, planted.fault]
        row[0] += 1
        row[1] += found
        row[2] += len(extra)
        if not found or extra:
            missed.append((planted, found, extra))
    for (kind, fault), (count, hits, more) in table.items():
        sys.stdout.write(f"{kind:13}{fault:32}{count:4} planted{hits:4} found{more:4} extra\n")
    sums = [sum(row[at] for row in table.values()) for at in range(3)]
    sys.stdout.write(f"{'':45}{sums[0]:4} planted{sums[1]:4} found{sums[2]:4} extra\n")
    for planted, found, extra in missed:
        shown = planted.text.split("\n")[planted.line - 1]
        sys.stdout.write(f"{planted.example}:{planted.line} {planted.fault} {planted.code} {found=} {extra=}: {shown}\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
