"""What stands around the goals of a review: owners, limits, days, overlaps, links, waivers and earlier runs."""

from __future__ import annotations

from typing import Literal

from smartlint.record import dataclass
from smartlint.review.figures import Counts, Share
from smartlint.rule import Level


@dataclass(frozen=True)
class Owner:
    """What somebody answers for: facts, and no verdict on a person. Sorted by ``busiest``, most first.

    ``kind`` is ``person``, ``role``, ``group`` or ``name``. ``goals`` are the open ones. ``busiest`` says how many goals there
    are at a time at most from today on, and ``day`` from when ("" where none is due any more); goals below another goal of the
    same owner, and key results, do not count there. ``most`` is how many there should be, None where nobody set a limit.
    """

    name: str
    kind: str
    goals: tuple[int, ...]
    teams: tuple[int, ...]
    busiest: int
    day: str
    most: int | None
    next_deadline: str


@dataclass(frozen=True)
class Limit:
    """How many goals a team has of a level in a period, those above their limit first.

    ``warn`` and ``most`` are the limits, None where there is none; ``state`` is the level of what is said above them.
    """

    team: int
    level: str
    period: tuple[str, str]
    goals: tuple[int, ...]
    warn: int | None
    most: int | None
    state: Literal["within", "warning", "error"]


@dataclass(frozen=True)
class Deadline:
    """The open goals that are due on a day; ``is_past``: the day has passed."""

    day: str
    goals: tuple[int, ...]
    is_past: bool


@dataclass(frozen=True)
class Overlap:
    """Goals that say the same, or things that do not go together, those of several teams first.

    ``kind`` is ``finding`` where a rule has found it, whose ``message`` stands here with the number of the finding. Beside
    that, open goals of different teams are laid side by side: ``same`` (the same words, target and day) and ``opposite`` (more
    of it, and less). Those may be meant, and ``message`` is empty: they are no findings.
    """

    kind: Literal["finding", "same", "opposite"]
    goals: tuple[int, ...]
    teams: tuple[int, ...]
    message: str
    finding: int | None = None


@dataclass(frozen=True)
class Link:
    """A goal and one that it serves: as a ``part`` of it, or because it ``supports`` it by name. Sorted by ``above``."""

    above: int
    below: int
    kind: Literal["part", "supports"]


@dataclass(frozen=True)
class Waiver:
    """A waiver, those first that lapse soon, then those that have lapsed or are of no use.

    ``state`` is ``active``, ``pending``, ``expired``, ``refused`` or ``unused``; ``days_left`` None where it never ends.
    """

    rule: str
    where: str
    reason: str
    owner: str
    approver: str
    begins: str
    expires: str
    days_left: int | None
    lapses_soon: bool
    state: str
    excused: int
    file: str
    line: int


@dataclass(frozen=True)
class Run:
    """A run of the past, or this one (the last in ``Trend.runs``). ``profile`` is by the ``id`` of the quality."""

    id: int
    time: str
    today: str
    smartlint: str
    files: int
    goals: int
    counts: Counts
    excused: int
    sound: Share
    profile: tuple[tuple[str, Share], ...]


@dataclass(frozen=True)
class Fixed:
    """A finding that is not there any more: its goal's name and sentence as they were, and since when it was known."""

    code: str
    level: Level
    file: str
    goal: str
    statement: str
    first_seen: str
    is_goal_gone: bool


@dataclass(frozen=True)
class Trend:
    """The runs over the same paths, oldest first, and what has changed since one of them.

    ``since`` is the ``id`` of the run that this one is compared with, None where this is the first. ``new``, ``known`` and
    ``fixed`` count findings; the new and known ones are marked in ``Review.findings``. ``new_goals`` are numbers of goals,
    ``gone_goals`` counts those that were there then.
    """

    runs: tuple[Run, ...]
    since: int | None
    new: int
    known: int
    fixed: tuple[Fixed, ...]
    new_goals: tuple[int, ...]
    gone_goals: int
