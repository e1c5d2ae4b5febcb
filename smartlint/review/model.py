"""The model of a review: plain data in the reader's language, of which every output is made.

Goals, teams and findings are named by their number in ``Review.goals``, ``Review.teams`` and ``Review.findings``. Days are
ISO dates, "" where there is none. All texts of rules are in ``Review.language``; what people have written stands as they
wrote it, and may hold anything: each output makes it harmless in its own way.
"""

from __future__ import annotations

from smartlint.record import dataclass
from smartlint.review.figures import SOUND, STATES, Counts, Share, State
from smartlint.review.parts import Excuse, Finding, Goal, News, Place, Quality, Rule, Team
from smartlint.review.surroundings import Deadline, Fixed, Limit, Link, Overlap, Owner, Run, Trend, Waiver

__all__ = [
    "SOUND",
    "STATES",
    "VERSION",
    "Counts",
    "Deadline",
    "Excuse",
    "Finding",
    "Fixed",
    "Goal",
    "Limit",
    "Link",
    "News",
    "Overlap",
    "Owner",
    "Place",
    "Quality",
    "Review",
    "Rule",
    "Run",
    "Share",
    "Shown",
    "State",
    "Summary",
    "Team",
    "Trend",
    "Waiver",
]

#: The version of the JSON form; a breaking change needs a new one.
VERSION = 1


@dataclass(frozen=True)
class Shown:
    """A goal that is shown with its ``text``, as it stands in its file without the goals below it.

    ``findings`` are those to mend first; a goal that others may look at has none.
    """

    goal: int
    text: str
    findings: tuple[int, ...]


@dataclass(frozen=True)
class Summary:
    """The review in figures. ``sound``: goals with nothing but notes. ``unowned``, ``undated`` and ``unaligned`` count open
    goals without an owner, without a deadline, and without a way to the strategy; ``past`` those whose deadline has passed.
    ``soon`` counts waivers that lapse soon.
    """

    files: int
    goals: int
    open: int
    teams: int
    owners: int
    counts: Counts
    suppressed: int
    waived: int
    baselined: int
    sound: Share
    unowned: int
    undated: int
    unaligned: int
    past: int
    soon: int


@dataclass(frozen=True)
class Review:
    """The whole review.

    ``today`` is the day that goals were judged by, ``paths`` what was asked for; ``is_part``: there are more files in the
    project, so what goes over all of them is not all there. ``is_complete``: every file could be read, and no rule failed.
    ``notices`` say what could not be judged. ``mended_first`` are the goals with most to mend, the worst first;
    ``exemplary`` are sound ones that say most, few of each team. ``undated`` are open goals without a deadline, ``unaligned``
    operational ones that no way leads to from a strategic goal though there is one. ``trend`` is None without a history, and
    ``history`` says why there is none, if something is wrong with it. ``title`` is what the reader wants on top, or "".
    """

    version: int
    smartlint: str
    today: str
    language: str
    title: str
    paths: tuple[str, ...]
    is_part: bool
    is_complete: bool
    summary: Summary
    qualities: tuple[Quality, ...]
    teams: tuple[Team, ...]
    rules: tuple[Rule, ...]
    owners: tuple[Owner, ...]
    limits: tuple[Limit, ...]
    deadlines: tuple[Deadline, ...]
    undated: tuple[int, ...]
    unaligned: tuple[int, ...]
    overlaps: tuple[Overlap, ...]
    waivers: tuple[Waiver, ...]
    mended_first: tuple[Shown, ...]
    exemplary: tuple[Shown, ...]
    links: tuple[Link, ...]
    trend: Trend | None
    history: str
    notices: tuple[str, ...]
    goals: tuple[Goal, ...]
    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...]
