"""Edits of one goal in a file, as people make them: they may be errors or not, but they concern no other goal."""

from __future__ import annotations

import random
from dataclasses import dataclass

from smartlint.goal import Document, Goal


@dataclass(frozen=True)
class Change:
    """One line of one goal inserted, deleted or garbled: the text, the index of the goal, what was done."""

    text: str
    goal: int
    what: str


_INSERTED = (
    "Husk å spørre Per", "remember: ask Priya", "eier: Kari", "eigra: Kari", "deadline: 31 June", "how:", "- ring",
    "-", "x-own: 1", "status: knall", "# note", "eier Kari Nordmann", "milestones:", "- 2026-01-01: 4", "frist", ":",
    "\u00a0", "på 3: d", "# smartlint: x", "delmål 7: Øke", "goal: x", "mål: 4 %", "KR9: y", "tiltak: a, b", "a: b: c",
    "owner: (x",
)  # fmt: skip


def own_lines(document: Document, goal: Goal) -> list[int]:
    """The numbers of the lines of a goal below its first, without those of other goals."""
    source = document.source
    others = {
        line
        for other in document.all_goals
        if other is not goal and not (other.span.start < goal.span.start and goal.span.end <= other.span.end)
        for line in range(source.position(other.span.start).line, source.position(other.span.end).line + 1)
    }
    first, last = source.position(goal.span.start).line, source.position(goal.span.end).line
    return [line for line in range(first + 1, last + 1) if line not in others]


def edit(document: Document, chance: random.Random) -> Change:
    """A line of a goal inserted, deleted or garbled; of its first line only the goal word or the colon is touched."""
    goal = chance.choice(document.all_goals)
    lines = document.source.text.split("\n")
    first = document.source.position(goal.span.start).line
    column = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    inside = own_lines(document, goal)
    what = chance.choice(["insert", "delete", "garble", "head"])
    if what == "head" and not goal.word.text[:1].isalpha():
        what = "insert"
    if not inside and what in ("delete", "garble"):
        what = "insert"
    if what == "insert":
        after = chance.choice([first, *inside])
        indent = " " * (column + chance.choice((2, 2, 2, 3, 4, 6)))
        line = chance.choice(_INSERTED)
        if line == _INSERTED[0]:
            indent = chance.choice(("", indent))
        lines.insert(after, indent + line)
    elif what == "delete":
        del lines[chance.choice(inside) - 1]
    elif what == "garble":
        number = chance.choice(inside)
        lines[number - 1] = _garble(lines[number - 1], chance)
    else:
        lines[first - 1] = _garbled_head(lines[first - 1], goal, chance)
    return Change("\n".join(lines), goal.index, what)


def _garble(line: str, chance: random.Random) -> str:
    """A line with some letters changed; its indentation stays."""
    start = len(line) - len(line.lstrip())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(start, len(line) + 1)
        line = line[:at] + chance.choice(["", "x", ":", "#", "\u00a0", "-", "ø", "(", " "]) + line[at + chance.randint(0, 2) :]
    return line


def _garbled_head(line: str, goal: Goal, chance: random.Random) -> str:
    start = len(line) - len(line.lstrip())
    if chance.random() < 0.4 and goal.id:
        return line.replace(":", "", 1)
    at = start + chance.randrange(max(1, len(goal.word.text) - 1))
    return line[:at] + chance.choice(["", "x", "?", "zz"]) + line[at + 1 :]
