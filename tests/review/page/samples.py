"""Pages to look at, and to try in a browser (``python -m tests.review.page.samples FOLDER``)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from smartlint.record import replace
from smartlint.review.model import Counts, Fixed, Review, Run, Share, Trend
from smartlint.review.page import page
from tests.review.organisation import TEXTS, hostile, reviewed

#: So many goals have a large organisation.
_TEAMS, _EACH = 100, 20
_MEASURES = ("food waste", "open invoices", "waiting time at the desk", "late deliveries", "returned parcels")


def large() -> dict[str, str]:
    """2,000 goals of a hundred teams under one strategy; some of them lack something."""
    texts = {"board.goals": TEXTS["board.goals"]}
    for team in range(_TEAMS):
        texts[f"region {team % 9}/team {team}.goals"] = "".join(_team(team))
    return texts


def _team(team: int) -> Iterator[str]:
    yield f"team: Team {team}\nperiod: 2026\nreview: every month\n\n"
    for goal in range(_EACH):
        measure = _MEASURES[(team + goal) % len(_MEASURES)]
        yield f"goal G{goal}: Reduce {measure} from {90 + goal} to {60 - goal}"
        yield f" by {1 + (team + goal) % 28} {('March', 'June', 'October')[goal % 3]} 2026\n" if goal % 4 else "\n"
        yield f"  owner: Person {(team * 7 + goal) % 150}\n" if goal % 5 else ""
        yield "  supports: Board/S1\n" if goal % 3 else ""
        yield "  how: look at each case on Mondays\n\n" if goal % 2 else "\n"


def compared(review: Review) -> Review:
    """A review with a history: half of its findings are new, and one is fixed."""
    found = [replace(one, news="known" if one.number % 2 else "new", first_seen="2026-01-12") for one in review.findings]
    runs = [_run(number, f"2026-0{number}-12", number) for number in range(1, 3)]
    fixed = Fixed("OWN001", "error", "bar.goals", "G7", "<b>A better bar</b>", "2026-01-12", is_goal_gone=True)
    new = sum(one.news == "new" for one in found)
    trend = Trend(tuple(runs), 1, new, len(found) - new, (fixed,), (1,), 3)
    teams = [replace(team, before=Share(4, 1)) for team in review.teams]
    return replace(review, findings=tuple(found), trend=trend, teams=tuple(teams))


def _run(number: int, day: str, errors: int) -> Run:
    return Run(number, f"{day}T07:00:00+00:00", day, "0.1.0", 3, 5, Counts(errors, 2, 1), 0, Share(5, 4 - errors), ())


def samples() -> dict[str, Review]:
    """Reviews by the name of their page."""
    return {
        "usual": reviewed(),
        "danish": reviewed(language="da"),
        "compared": compared(reviewed()),
        "hostile": compared(reviewed(hostile())),
        "empty": reviewed({"empty.goals": ""}),
    }


def main(folder: Path) -> None:
    for name, review in {**samples(), "large": reviewed(large())}.items():
        (folder / f"{name}.html").write_text("".join(page(review)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
