"""What the exit status of a check is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartlint.rule import LEVELS

if TYPE_CHECKING:
    from smartlint.finding import Result
    from smartlint.rule import Level


def failing(fail_level: Level) -> tuple[Level, ...]:
    """The levels at which a finding makes the exit status 1."""
    return LEVELS[: LEVELS.index(fail_level) + 1]


def verdict(
    result: Result, complete: bool, fail_level: Level, *, max_warnings: int | None = None, exit_zero: bool = False
) -> int:
    """The exit status; ``complete`` says whether every file that was named could be read."""
    if result.crashed or not complete:
        return 2
    stated = {kind: count for kind, count in result.tally.kinds.items() if kind.fails(("warning",))}
    warnings = sum(count for kind, count in stated.items() if kind.level == "warning")
    too_many = max_warnings is not None and warnings > max_warnings
    return int(not exit_zero and (too_many or result.fails(failing(fail_level))))
