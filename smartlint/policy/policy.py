"""Policies: what an organisation decides about goals, apart from what a team sets for itself, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args

from smartlint.facts import fold
from smartlint.goal import Document, Goal
from smartlint.record import NamedTuple, dataclass, field
from smartlint.rule import Level, Rule
from smartlint.source import Source, Span

Enforcement = Literal["advisory", "waivable", "mandatory"]
#: The firmest last.
ENFORCEMENTS: tuple[Enforcement, ...] = get_args(Enforcement)


class Match(NamedTuple):
    """Which goals a policy speaks of: each thing that is stated must hold of one. Names are folded, periods are days."""

    teams: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    periods: tuple[tuple[date, date], ...] = ()

    def covers(self, document: Document, goal: Goal | None) -> bool:
        """Whether a policy speaks of a goal; of a file as a whole, if it does of any goal in it."""
        if self == EVERY_GOAL:
            return True
        if goal is None:
            return any(self.covers(document, one) for one in document.all_goals)
        return (
            _meets(self.kinds, (goal.kind,))
            and _meets(self.levels, (goal.level,))
            and _meets(self.statuses, (goal.status,))
            and (not self.teams or fold(goal.team) in self.teams)
            and (not self.owners or not self.owners.isdisjoint(_names(goal)))
            and (not self.tags or not self.tags.isdisjoint(map(fold, goal.tags)))
            and (not self.periods or self._lies_in(goal))
        )

    def _lies_in(self, goal: Goal) -> bool:
        """Whether a goal's period, or else its deadline, shares a day with one of the periods."""
        time = goal.period or goal.deadline
        if time is None or time.end is None:
            return False
        return any(start <= time.end and (time.start or time.end) <= end for start, end in self.periods)


EVERY_GOAL = Match()


def _meets(wanted: frozenset[str], found: tuple[str, ...]) -> bool:
    return not wanted or not wanted.isdisjoint(found)


def _names(goal: Goal) -> set[str]:
    """What the owners of a goal are called."""
    return {fold(name) for person in goal.owner for name in (person.text, person.email, person.handle) if name}


@dataclass(frozen=True, eq=False)
class Policy:
    """What an organisation decides about some goals.

    ``rules`` judge them, whatever the configuration of the file has turned on or off, each with its options in
    ``configured``; ``levels`` are as in settings, and so is ``roster``, where it names anybody. ``since`` is the day from
    which it binds, ``source`` and ``span`` are where it stands. ``max_days`` (0: any number) and ``approvers`` are what it
    asks of waivers; ``fiscal_year_starts`` is the month by which it reads years, 0 where those of the goals' own settings do.
    """

    name: str
    source: Source
    span: Span
    stated: Enforcement = "advisory"
    match: Match = EVERY_GOAL
    rules: tuple[type[Rule], ...] = ()
    configured: Mapping[type[Rule], Mapping[str, Any]] = field(default_factory=dict)
    levels: Mapping[type[Rule], tuple[Level | Mapping[str, Level], ...]] = field(default_factory=dict)
    roster: tuple[str, ...] = ()
    since: date | None = None
    reason: str = ""
    max_days: int = 0
    approvers: tuple[str, ...] = ()
    fiscal_year_starts: int = 0

    @property
    def line(self) -> int:
        """The line that it stands at."""
        return self.source.position(self.span.start).line

    def enforcement(self, today: date) -> Enforcement:
        """How firmly it holds on a day."""
        return "advisory" if self.since is not None and today < self.since else self.stated


class Ruling(NamedTuple):
    """What a policy makes of a finding on the day of the run; it is ``alone`` where the file's settings do not ask for it."""

    policy: Policy
    enforcement: Enforcement
    alone: bool = False

    @property
    def binds(self) -> bool:
        """Whether the finding fails the run, whatever its level."""
        return self.enforcement != "advisory"
