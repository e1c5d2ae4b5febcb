"""How many goals of documents are found, and with their owner and time.

``python -m tests.readers.measure [FOLDER] [--misses]`` reads the documents of a folder. Beside each stands a file with the
goals that a person sees in it: ``goals`` with ``line``, ``statement``, ``kind`` (an ``action``, ``milestone`` or ``habit`` is
not counted), ``owner``, ``period``, ``deadline`` and ``doubtful`` (found or not, both are right; of a field in
``doubtful_fields`` nothing is asked). What was read as a criterion of the goal above is understood, and not counted either.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from smartlint.goal import Document, Goal
from smartlint.readers import read_document
from tests.readers.told import due, owners

FOLDER = Path(__file__).with_name("measured")
TODAY = date(2026, 11, 22)
_LABELS = ".labels.json"
#: Whether these are goals, people disagree.
_EITHER = frozenset(("action", "milestone", "habit"))
_LAST_DAYS = {
    **dict(zip(("Q1", "Q2", "Q3", "Q4"), ("03-31", "06-30", "09-30", "12-31"), strict=True)),
    **dict(zip(("H1", "H2", "T1", "T2", "T3"), ("06-30", "12-31", "04-30", "08-31", "12-31"), strict=True)),
}
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<part>Q[1-4]|H[12]|T[123]|\d\d|\d{4}))?$")


def measure(folder: Path = FOLDER) -> tuple[Counter[str], list[str]]:
    """Counts over all documents of a folder, and a line for each miss."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for path in sorted(path for path in folder.iterdir() if not path.name.endswith(_LABELS)):
        document = read_document(path.read_bytes().decode("utf-8-sig"), path.name, today=TODAY)
        labels = json.loads((folder / f"{path.stem}{_LABELS}").read_text("utf-8"))["goals"]
        for what, told in _compared(document, labels):
            counts[what] += 1
            if told:
                misses.append(f"{path.name}:{told}")
    return counts, misses


def share(counts: Counter[str], right: str, *wrong: str) -> float:
    return counts[right] / (counts[right] + sum(counts[one] for one in wrong))


def _compared(document: Document, labels: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What each goal counts as, with a line to tell of it where it is wrong."""
    found: dict[int, list[Goal]] = {}
    for goal in document.all_goals:
        found.setdefault(document.source.position(goal.statement.span.start).line, []).append(goal)
    criteria = {line for goal in document.all_goals for line in _criteria(document, goal)}
    for label in labels:
        goals = found.get(label["line"], [])
        if label["kind"] in _EITHER:
            goals[:1] = []
        elif goals:
            yield from _attached(goals.pop(0), label)
        elif not label.get("doubtful") and label["line"] not in criteria:
            yield "missed", f"{label['line']}: missed: {label['statement']}"
    for line, goals in found.items():
        for goal in goals:
            if goal.kind != "vision":  # whether a vision is a goal, people disagree
                yield "extra", f"{line}: no goal: {goal.statement.plain}"


def _attached(goal: Goal, label: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if not label.get("doubtful"):
        yield "found", ""
    doubtful = label.get("doubtful_fields", ())
    owner = owners(goal) or (str(goal.team) if label["owner"] else "")
    right = "owner" in doubtful or _plain(owner) == _plain(label["owner"] or "")
    yield "owner" if right else "other owner", "" if right else f"{label['line']}: owner {owner!r}, not {label['owner']!r}"
    wanted = label["deadline"] or _last_day(label["period"])
    right = not {"deadline", "period"}.isdisjoint(doubtful) or (
        due(goal).startswith(wanted) and bool(wanted) == bool(due(goal))
    )
    yield "time" if right else "other time", "" if right else f"{label['line']}: time {due(goal)!r}, not {wanted!r}"


def _criteria(document: Document, goal: Goal) -> range:
    """The lines of the criteria by which a goal is done."""
    field = goal.fields.get("done_when")
    place = document.source.position
    return range(place(field.span.start).line, place(field.span.end).line + 1) if field is not None else range(0)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _last_day(period: str | None) -> str:
    """The last day of a period such as ``2026-Q3``; its beginning where it is written as two."""
    match = _PERIOD.match(period or "")
    if match is None:
        return (period or "").partition("/")[2]
    if match["part"] is None:
        return f"{match['year']}-12-31"
    if len(match["part"]) == 4:
        return match["part"]
    return f"{match['year']}-{_LAST_DAYS.get(match['part'], match['part'])}"


def main() -> None:
    arguments = [one for one in sys.argv[1:] if one != "--misses"]
    counts, misses = measure(Path(arguments[0]) if arguments else FOLDER)
    told = misses if "--misses" in sys.argv else []
    told.append(f"precision {share(counts, 'found', 'extra'):.3f}, recall {share(counts, 'found', 'missed'):.3f}")
    told.append(f"owner {share(counts, 'owner', 'other owner'):.3f}, time {share(counts, 'time', 'other time'):.3f}")
    sys.stdout.write("".join(f"{line}\n" for line in told))


if __name__ == "__main__":
    main()
