"""The figures of a review: findings by level, shares of goals, and how a goal stands with a quality."""

from __future__ import annotations

from typing import Literal

from smartlint.record import dataclass

#: How a goal stands with a quality: its worst finding; ``excused`` where only comments, waivers or a baseline keep it quiet;
#: ``unjudged`` where no rule of the quality is on, or the goal is done, cancelled or a vision.
State = Literal["passes", "info", "warning", "error", "excused", "unjudged"]
STATES: tuple[State, ...] = ("passes", "info", "warning", "error", "excused", "unjudged")
#: What passes: notes are advice.
SOUND: tuple[State, ...] = ("passes", "info")


@dataclass(frozen=True)
class Counts:
    """Findings by level; an ``info`` is called a note."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0

    @property
    def total(self) -> int:
        return self.errors + self.warnings + self.infos


@dataclass(frozen=True)
class Share:
    """So many of the goals that were ``judged`` are ``passing``."""

    judged: int = 0
    passing: int = 0

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 means all; None where nothing was judged."""
        return self.passing * 100 // self.judged if self.judged else None
